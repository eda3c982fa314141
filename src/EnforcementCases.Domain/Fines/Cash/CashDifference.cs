using System.Text.Json;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>Kind of a difference in the books (差异).</summary>
public enum CashDifferenceKind
{
    /// <summary>A number was skipped: an officer still holds it while a later one of the same batch was used (跳号).</summary>
    ReceiptSkipped,

    /// <summary>A receipt is lost (遗失).</summary>
    ReceiptLost,

    /// <summary>An officer still holds cash after the last day for handing it in (逾期未交机关). APL-71.</summary>
    HandoverOverdue,

    /// <summary>Cash was handed in after its last day (逾期交机关). APL-71.</summary>
    HandoverLate,

    /// <summary>An officer entered that cash was handed in, but no cashier confirmed receipt (未接收确认).</summary>
    HandoverUnconfirmed,

    /// <summary>The counted amount differs from the receipts (清点与票据不符).</summary>
    HandoverCountDiffers,

    /// <summary>The organ still holds cash after the last day for depositing it (逾期未缴存). APL-71.</summary>
    DepositOverdue,

    /// <summary>Cash was deposited at the bank after its last day (逾期缴存). APL-71.</summary>
    DepositLate,

    /// <summary>The bank's slip shows another amount than the receipts (缴存与票据不符).</summary>
    DepositAmountDiffers,

    /// <summary>The bank received money under an unknown payment code (缴款码不存在).</summary>
    BankCodeUnknown,

    /// <summary>Bank and book have different amounts (银行与账面金额不符).</summary>
    BankAmountDiffers,

    /// <summary>A fine was paid twice (重复缴款).</summary>
    BankPaidTwice,

    /// <summary>A revoked fine was paid (撤销后缴款).</summary>
    BankPaidAfterRevocation,

    /// <summary>More was paid than owed (多缴款).</summary>
    BankOverpaid,

    /// <summary>Less was paid than owed (少缴款).</summary>
    BankUnderpaid,

    /// <summary>A fine was paid after its case was closed (结案后缴款).</summary>
    BankPaidAfterClosing,

    /// <summary>The bank made a refund that is not in the book (账上没有该退款).</summary>
    BankRefundUnknown,

    /// <summary>The bank received a cash deposit that is not in the book (账上没有该缴存).</summary>
    BankDepositUnknown,

    /// <summary>In the book but not in the bank's file (银行文件没有).</summary>
    NotInBankFile,

    /// <summary>A row of the bank's file cannot be read (无法识别).</summary>
    BankRowMalformed,

    /// <summary>The sums of the day book differ from those of the receipts: an error of the program or its data (账簿不平).</summary>
    OutOfBalance,
}

/// <summary>A difference in the books of a month (差异), computed from the entries and never entered by hand.</summary>
/// <param name="Kind">Kind of the difference.</param>
/// <param name="Reference">The receipt, handover, slip or bank transaction that it is about.</param>
/// <param name="On">The day on which it shows.</param>
/// <param name="AmountFen">The money concerned, in fen.</param>
/// <param name="Text">Description, in Chinese.</param>
public sealed record CashDifference(CashDifferenceKind Kind, string Reference, DateOnly On, long AmountFen, string Text)
{
    /// <summary>Longest key.</summary>
    public const int KeyMaxLength = 160;

    /// <summary>Key by which a note refers to it, <c>receipt-lost:120000000001</c>: the same on every day.</summary>
    public string Key => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(Kind.ToString())}:{Reference}";
}

/// <summary>Dates of the cash of one receipt (收缴款去向), used to find what is late.</summary>
/// <param name="ReceiptNumber">The receipt.</param>
/// <param name="AmountFen">Its cash.</param>
/// <param name="ToOrganBy">Last day for the officer to hand it in (APL-71).</param>
/// <param name="HandedInOn">When it was handed in; null if not yet.</param>
/// <param name="HandedInBookedOn">The day on which that was booked.</param>
/// <param name="ToBankBy">Last day for the organ to deposit it; null before it was handed in.</param>
/// <param name="DepositedOn">When it was deposited at the bank; null if not yet.</param>
/// <param name="DepositedBookedOn">The day on which that was booked.</param>
public sealed record CashTrail(
    string ReceiptNumber,
    long AmountFen,
    DateOnly ToOrganBy,
    DateOnly? HandedInOn,
    DateOnly? HandedInBookedOn,
    DateOnly? ToBankBy,
    DateOnly? DepositedOn,
    DateOnly? DepositedBookedOn
);

/// <summary>Finds the differences (查找差异) of the days first–last; matters still open are judged as of the last day.</summary>
public static class CashDifferences
{
    /// <summary>Receipts that were skipped or lost.</summary>
    public static IEnumerable<CashDifference> OfReceipts(IEnumerable<ReceiptBatch> batches, DateOnly first, DateOnly last) =>
        batches.SelectMany(batch => OfBatch([.. batch.Receipts.OrderBy(r => r.Serial)], first, last));

    /// <summary>Cash that was not passed on in time. 行政处罚法 第七十一条.</summary>
    [StatutoryRule("APL-71")]
    public static IEnumerable<CashDifference> OfCash(IEnumerable<CashTrail> trails, DateOnly first, DateOnly last)
    {
        foreach (var cash in trails)
        {
            CashDifference Say(CashDifferenceKind kind, DateOnly on, string text) =>
                new(kind, cash.ReceiptNumber, on, cash.AmountFen, $"票据 {cash.ReceiptNumber}：{text}");
            if (cash.HandedInOn is not { } handedIn || cash.HandedInBookedOn > last)
            {
                if (last > cash.ToOrganBy)
                    yield return Say(
                        CashDifferenceKind.HandoverOverdue,
                        cash.ToOrganBy.AddDays(1),
                        $"应于 {cash.ToOrganBy:yyyy-MM-dd} 前交机关，尚未交"
                    );
                continue;
            }
            if (handedIn > cash.ToOrganBy && cash.HandedInBookedOn >= first)
                yield return Say(
                    CashDifferenceKind.HandoverLate,
                    cash.HandedInBookedOn.Value,
                    $"应于 {cash.ToOrganBy:yyyy-MM-dd} 前交机关，{handedIn:yyyy-MM-dd} 才交"
                );
            if (cash.DepositedOn is not { } deposited || cash.DepositedBookedOn > last)
            {
                if (last > cash.ToBankBy)
                    yield return Say(
                        CashDifferenceKind.DepositOverdue,
                        cash.ToBankBy.Value.AddDays(1),
                        $"应于 {cash.ToBankBy:yyyy-MM-dd} 前缴存银行，尚未缴存"
                    );
            }
            else if (deposited > cash.ToBankBy && cash.DepositedBookedOn >= first)
                yield return Say(
                    CashDifferenceKind.DepositLate,
                    cash.DepositedBookedOn.Value,
                    $"应于 {cash.ToBankBy:yyyy-MM-dd} 前缴存银行，{deposited:yyyy-MM-dd} 才缴存"
                );
        }
    }

    /// <summary>Handovers that nobody confirmed, or whose count differs.</summary>
    public static IEnumerable<CashDifference> OfHandovers(IEnumerable<CashHandover> handovers, DateOnly first, DateOnly last)
    {
        foreach (var slip in handovers.Where(h => h.BookedOn <= last))
        {
            if (slip.CountedFen is not { } counted)
                yield return new(
                    CashDifferenceKind.HandoverUnconfirmed,
                    slip.Number,
                    slip.BookedOn,
                    slip.AmountFen,
                    $"交接单 {slip.Number}：{slip.OfficerName} 交款，尚无人接收确认"
                );
            else if (counted != slip.AmountFen && slip.BookedOn >= first)
                yield return new(
                    CashDifferenceKind.HandoverCountDiffers,
                    slip.Number,
                    slip.BookedOn,
                    Math.Abs(counted - slip.AmountFen),
                    $"交接单 {slip.Number}：票据合计 {Yuan(slip.AmountFen)} 元，清点 {Yuan(counted)} 元"
                );
        }
    }

    /// <summary>Deposits whose slip shows another amount.</summary>
    public static IEnumerable<CashDifference> OfDeposits(IEnumerable<BankDeposit> deposits, DateOnly first, DateOnly last) =>
        from deposit in deposits
        where deposit.BookedOn >= first && deposit.BookedOn <= last && deposit.DepositedFen != deposit.AmountFen
        select new CashDifference(
            CashDifferenceKind.DepositAmountDiffers,
            deposit.Slip ?? deposit.Id.ToString("N"),
            deposit.BookedOn,
            Math.Abs(deposit.DepositedFen - deposit.AmountFen),
            $"缴款回单 {deposit.Slip}：票据合计 {Yuan(deposit.AmountFen)} 元，缴存 {Yuan(deposit.DepositedFen)} 元"
        );

    /// <summary>Rows of the bank's files that differ from the book; one for each transaction.</summary>
    public static IEnumerable<CashDifference> OfBank(IEnumerable<BankStatementLine> lines, DateOnly first, DateOnly last) =>
        from line in lines
        where line.BookedOn >= first && line.BookedOn <= last
        let kind = BankReconciliation.DifferenceOf(line.Outcome)
        where kind is not null
        let reference = line.TransactionId.Length > 0 ? line.TransactionId : $"{line.StatementId:N}-{line.Line}"
        group new CashDifference(kind.Value, reference, line.BookedOn, line.AmountFen, line.Text) by (kind, reference) into same
        select same.First();

    private static IEnumerable<CashDifference> OfBatch(List<TreasuryReceipt> receipts, DateOnly first, DateOnly last)
    {
        var used = (
            from receipt in receipts
            where receipt.StateOn(last) == ReceiptState.Used
            let use = receipt.LastOn(last)!
            select (receipt.Serial, use.HolderId, use.At, use.On)
        ).ToList();
        foreach (var receipt in receipts)
        {
            if (receipt.LastOn(last) is not { } step)
                continue;
            if (step is { State: ReceiptState.Voided, Ground: ReceiptVoidGround.Lost } && step.On >= first)
                yield return new(
                    CashDifferenceKind.ReceiptLost,
                    receipt.Number,
                    step.On,
                    0,
                    $"票据 {receipt.Number}：遗失（{step.Reason}），{(receipt.AnnouncedOn is { } on ? $"{on:yyyy-MM-dd} 已声明作废" : "尚未声明作废")}"
                );
            if (step.State == ReceiptState.WithOfficer)
            {
                var later = used.Where(u => u.Serial > receipt.Serial && u.HolderId == step.HolderId && u.At >= step.At).ToList();
                if (later.Count > 0)
                    yield return new(
                        CashDifferenceKind.ReceiptSkipped,
                        receipt.Number,
                        later.Min(u => u.On),
                        0,
                        $"票据 {receipt.Number}：由 {step.HolderName} 领用，其后号码已使用而该号未使用"
                    );
            }
        }
    }

    private static string Yuan(long fen) => Money.OfFen(fen).InYuan;
}

/// <summary>A note that explains a difference (差异说明). Never changed; a correction is a further note.</summary>
public sealed class DifferenceNote : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest note.</summary>
    public const int TextMaxLength = 1_000;

    /// <summary>The books of that month contain no such difference.</summary>
    public static readonly DomainError NoSuchDifference = new(
        "cash-difference.not-found",
        null,
        ErrorKind.NotFound,
        "该月账簿没有这一差异"
    );

    private DifferenceNote() { }

    /// <summary>Explains a difference.</summary>
    public DifferenceNote(
        Guid id,
        long seq,
        Guid organId,
        string organisationPath,
        string key,
        string text,
        Guid by,
        string byName,
        DateTimeOffset at
    )
    {
        Id = id;
        Seq = seq;
        OrganId = organId;
        OrganisationPath = organisationPath;
        Key = key;
        Text = text;
        By = by;
        ByName = byName;
        At = at;
        Record(
            new(
                "cash-difference-explained",
                at,
                new RecordFields().Add("difference", key).Add("by", by),
                new RecordFields().Add("text", text)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entry.</summary>
    public long Seq { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The difference, by its <see cref="CashDifference.Key"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The explanation.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid By { get; private set; }

    /// <summary>Name of the writer.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;
}
