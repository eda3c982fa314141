using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using MediatR;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Reads the month book as a workbook (收缴款月报, XLSX): days, lines, receipts, handovers and deposits, differences.</summary>
/// <param name="Month">The month, <c>2024-05</c>; default: the current month.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ReadMonthWorkbookQuery(string? Month = null, Guid? OrganisationId = null) : IRequest<SavedFile>;

internal sealed class ReadMonthWorkbookHandler(CashSheets sheets, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadMonthWorkbookQuery, SavedFile>
{
    public async Task<SavedFile> Handle(ReadMonthWorkbookQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var today = LegalDate.Of(clock.GetUtcNow());
        var first = request.Month is { } said ? CashMonths.Parse(said) : new(today.Year, today.Month, 1);
        var sheet = await sheets.ReadAsync(organ, first, CashMonths.LastDay(first, today), cancellationToken);
        return new(
            SpreadsheetFile.Write(Days(sheet), Lines(sheet), Receipts(sheet), Slips(sheet), Differences(sheet)),
            $"收缴款月报 {CashMonths.Text(first)}.xlsx"
        );
    }

    private static SpreadsheetSheet Days(CashSheet sheet)
    {
        var running = sheet.Opening;
        IReadOnlyList<object?> Row(string day, CashBalance moved, CashBalance closing) =>
            [
                day,
                Fen(moved.CollectedFen),
                Fen(moved.HandedInFen),
                Fen(moved.DepositedFen),
                Fen(moved.PaidByBankFen),
                Fen(moved.PaidNotOwedFen),
                Fen(moved.RefundedFen),
                Fen(moved.InterestFen),
                Fen(closing.WithOfficersFen),
                Fen(closing.WithOrganFen),
            ];
        var rows = new List<IReadOnlyList<object?>> { Row("上月结转", CashBalance.Of([]), running) };
        foreach (var day in sheet.Entries.GroupBy(e => e.BookedOn))
        {
            var moved = CashBalance.Of(day);
            running += moved;
            rows.Add(Row($"{day.Key:yyyy-MM-dd}", moved, running));
        }
        rows.Add(Row("本月合计", sheet.Moved, sheet.Closing));
        return new(
            "月报",
            ["日期", "当场收缴", "交机关", "缴存银行", "银行到账", "重复误缴", "退款", "退款利息", "执法人员手中", "机关库存"],
            rows
        );
    }

    private static SpreadsheetSheet Lines(CashSheet sheet) =>
        new(
            "日记账",
            ["记账日期", "发生日期", "摘要", "票据号码", "凭证、流水号", "金额"],
            sheet.Entries.Select(e =>
                (IReadOnlyList<object?>)
                    [
                        $"{e.BookedOn:yyyy-MM-dd}",
                        $"{e.OccurredOn:yyyy-MM-dd}",
                        e.Kind.Term(),
                        e.ReceiptNumber,
                        e.Reference,
                        Fen(e.AmountFen),
                    ]
            )
        );

    private static SpreadsheetSheet Receipts(CashSheet sheet)
    {
        static IReadOnlyList<object?> Row(string when, ReceiptBook b) =>
            [when, b.Received, b.InHand, b.WithOfficers, b.Used, b.Voided, b.Returned];
        return new(
            "票据结存",
            ["时点", "累计领购", "在库", "已领用", "已使用", "已作废", "已缴回"],
            [Row("月初", sheet.ReceiptsBefore), Row("月末", sheet.Receipts)]
        );
    }

    private static SpreadsheetSheet Slips(CashSheet sheet) =>
        new(
            "交接和缴存",
            ["类别", "编号", "日期", "交款人", "接收人", "票据合计", "清点或者缴存金额"],
            [
                .. sheet.Handovers.Select(h =>
                    (IReadOnlyList<object?>)
                        [
                            "交接",
                            h.Number,
                            $"{LegalDate.Of(h.At):yyyy-MM-dd}",
                            h.OfficerName,
                            h.ReceivedByName,
                            Fen(h.AmountFen),
                            h.CountedFen is { } counted ? Fen(counted) : null,
                        ]
                ),
                .. sheet.Deposits.Select(d =>
                    (IReadOnlyList<object?>)["缴存", d.Slip, $"{d.On:yyyy-MM-dd}", null, null, Fen(d.AmountFen), Fen(d.DepositedFen)]
                ),
            ]
        );

    private static SpreadsheetSheet Differences(CashSheet sheet) =>
        new(
            "差异及说明",
            ["日期", "差异", "金额", "说明"],
            sheet.Differences.Select(d =>
                (IReadOnlyList<object?>)
                    [
                        $"{d.On:yyyy-MM-dd}",
                        d.Text,
                        Fen(d.AmountFen),
                        string.Join('；', d.Notes.Select(n => $"{n.Text}（{n.By}，{LegalDate.Of(n.At):yyyy-MM-dd}）")),
                    ]
            )
        );

    /// <summary>What is below nothing (more handed in than collected) cannot be money; the check of the book names it.</summary>
    private static object Fen(long fen) => fen >= 0 ? Money.OfFen(fen) : $"-{Money.OfFen(-fen).InYuan}";
}
