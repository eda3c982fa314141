using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Platform.Files;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Writes the table of penalties as a workbook.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Form">Form of the table: <c>a1-2024</c> (default), <c>a1-2021</c>, or <c>a1-2020</c> for the years before 2021.</param>
/// <param name="OrganisationId">Organisation whose organs are the rows, with all below it; default: the caller's own.</param>
/// <param name="Quarter">Quarter of the year, 1 to 4, for the quarterly return; the whole year if omitted.</param>
public sealed record ExportPenaltyTableQuery(int Year, string? Form, Guid? OrganisationId, int? Quarter = null) : IRequest<SavedFile>;

internal sealed class ExportPenaltyTableValidator : AbstractValidator<ExportPenaltyTableQuery>
{
    public ExportPenaltyTableValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ExportPenaltyTableHandler(PenaltyTableReader reader) : IRequestHandler<ExportPenaltyTableQuery, SavedFile>
{
    public async Task<SavedFile> Handle(ExportPenaltyTableQuery request, CancellationToken cancellationToken)
    {
        var table = await reader.ReadAsync(request.Year, request.Quarter, request.Form, request.OrganisationId, cancellationToken);
        return new(Workbook(table), $"{table.Period}-{table.Form}.xlsx");
    }

    private static byte[] Workbook(PenaltyTable table)
    {
        var form = PenaltyForm.Find(table.Form);
        var unit = form.InTenThousandYuan ? "万元" : "元";
        var last = table.Rows.Count + 1; // the first row is the heading
        return SpreadsheetFile.Write(
            new SpreadsheetSheet(
                "行政处罚",
                ["单位", .. table.Columns.Select(c => c.Heading), "合计（宗）", $"罚没金额（{unit}）"],
                table.Rows.Select((row, i) => Line(row, form, line: i + 2)).Append(SumLine(table, form, last))
            ),
            new SpreadsheetSheet("说明", ["项目", "内容"], Notes(table, form))
        );
    }

    private static IReadOnlyList<object?> Line(PenaltyTableRow row, PenaltyForm form, int line) =>
        [
            row.Name,
            .. row.Counts.Select(count => (object)count),
            new SpreadsheetSum(SpreadsheetSum.Cell(1, line), SpreadsheetSum.Cell(row.Counts.Count, line), row.Total),
            InUnit(row.FinesAndConfiscationsYuan, form),
        ];

    private static IReadOnlyList<object?> SumLine(PenaltyTable table, PenaltyForm form, int last) =>
        [
            table.Sum.Name,
            .. table
                .Sum.Counts.Append(table.Sum.Total)
                .Select((count, i) => new SpreadsheetSum(SpreadsheetSum.Cell(i + 1, 2), SpreadsheetSum.Cell(i + 1, last), count)),
            new SpreadsheetSum(
                SpreadsheetSum.Cell(table.Columns.Count + 2, 2),
                SpreadsheetSum.Cell(table.Columns.Count + 2, last),
                InUnit(table.Sum.FinesAndConfiscationsYuan, form)
            ),
        ];

    private static decimal InUnit(decimal yuan, PenaltyForm form) => form.InTenThousandYuan ? yuan / 10_000m : yuan;

    private static IEnumerable<IReadOnlyList<object?>> Notes(PenaltyTable table, PenaltyForm form)
    {
        yield return ["统计表", $"{table.OrganisationName}{form.Name}"];
        yield return ["统计期间", table.Period];
        yield return ["统计时间", $"{LegalDate.Of(table.CountedAt):yyyy-MM-dd}"];
        yield return ["期间届满", table.PeriodEnded ? "已经届满" : "尚未届满，数字为试算"];
        yield return ["行政处罚案件", Figures.PenaltyCasesEntered.Population];
        yield return ["归类", "一个决定有几种处罚的，按最重的一种计一次"];
        yield return ["罚没金额", Figures.FinesAndConfiscationsYuan.Population];
        if (table.DecisionsWithoutSum > 0)
            yield return ["没收数额不详的早期决定", table.DecisionsWithoutSum];
        foreach (var column in form.Columns)
            yield return
            [
                column.Heading,
                column.Kinds.Count == 0 ? "本单位没有此类处罚" : string.Join('、', column.Kinds.Select(k => k.Term())),
            ];
    }
}
