using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>The table of penalties (A1) in the forms of three times: one row for each organ, sums that a spreadsheet computes itself.</summary>
[Rule("ST-2"), Rule("ST-3"), Rule("ST-4"), Rule("ST-7")]
public sealed class PenaltyTableTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    [Fact]
    public async Task Each_organ_has_a_row_and_the_sum_row_is_their_sum_in_every_form()
    {
        await api.GivenDecidedCase(50_00, At("2022-02-05 10:00"));
        await api.GivenDecidedCase(0, At("2022-02-06 10:00"));
        await api.GivenDecidedCase(0, At("2022-05-06 10:00"));
        await api.GivenCaseOfXincun(At("2022-03-02 11:00"), 40_00);

        foreach (var form in PenaltyForm.All)
        {
            var table = await Table("bhxq-supervisor", $"form={form.Key}");
            table["columns"].EnumerateArray().Select(c => c.GetProperty("key").GetString()).ShouldBe(form.Columns.Select(c => c.Key));
            var (hangu, xincun) = (Row(table, "汉沽"), Row(table, "新村"));
            var fines = Column(form, "fine");
            var warnings = Column(form, form.Key == "a1-2024" ? "warningAndCriticism" : "warning");
            (hangu.Counts[fines], hangu.Counts[warnings], hangu.Total, hangu.Money).ShouldBe((1, 2, 3, 50));
            (xincun.Counts[fines], xincun.Counts[warnings], xincun.Total, xincun.Money).ShouldBe((1, 0, 1, 40));
            var sum = RowOf(table["sum"]);
            (sum.Counts[fines], sum.Counts[warnings], sum.Total, sum.Money).ShouldBe((2, 2, 4, 90));
        }
        var quarter = await Table("hg-supervisor", "quarter=1");
        RowOf(quarter["sum"]).Total.ShouldBe(2);
        quarter["period"].GetString().ShouldBe("2022-Q1");
    }

    [Fact]
    public async Task The_workbook_has_numbers_a_frozen_heading_and_formulas_whose_results_are_what_the_cells_add_up_to()
    {
        await api.GivenDecidedCase(50_50, At("2023-02-05 10:00"));
        await api.GivenDecidedCase(0, At("2023-02-06 10:00"));
        await api.GivenCaseOfXincun(At("2023-03-02 11:00"), 40_00);

        var file = await api.SignedInAs("bhxq-supervisor").GetJson("statistics/2023/penalty-table/file?form=a1-2021");

        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
        var sheets = workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
        sheets.Select(s => s.Name!.Value).ShouldBe(["行政处罚", "说明"]);
        var sheet = ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet!;
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        var rows = sheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList()).ToList();
        rows.Count.ShouldBeGreaterThan(3);
        rows[0][0].InnerText.ShouldBe("单位");
        rows[^1][0].InnerText.ShouldBe("合计");
        var formulas = 0;
        foreach (var cell in rows.Skip(1).SelectMany(r => r.Skip(1)))
        {
            cell.DataType.ShouldBeNull(); // a number
            if (cell.CellFormula is not { } formula)
                continue;
            formulas++;
            Evaluate(formula.Text, rows).ShouldBe(Number(cell), formula.Text);
        }
        formulas.ShouldBe((rows.Count - 2) + rows[0].Count - 1); // the total of each row, and each column of the sum row
        Number(rows[^1][^1]).ShouldBe(90.5m);
        Number(rows[^1][^2]).ShouldBe(3);
    }

    /// <summary>SUM(B2:B7), added up from the cells; a cell that is itself a sum has the value it shows.</summary>
    private static decimal Evaluate(string formula, List<List<Cell>> rows)
    {
        formula.ShouldStartWith("SUM(");
        var (from, to) = formula[4..^1].Split(':') is [var a, var b] ? (Place(a), Place(b)) : throw new FormatException(formula);
        return Enumerable
            .Range(from.Line, to.Line - from.Line + 1)
            .SelectMany(line => Enumerable.Range(from.Column, to.Column - from.Column + 1).Select(column => Number(rows[line][column])))
            .Sum();
    }

    private static (int Column, int Line) Place(string cell) => (cell[0] - 'A', int.Parse(cell[1..], CultureInfo.InvariantCulture) - 1);

    private static decimal Number(Cell cell) => decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);

    private static int Column(PenaltyForm form, string key) => form.Columns.Select(c => c.Key).ToList().IndexOf(key);

    private static (List<long> Counts, long Total, decimal Money) Row(ApiAnswer table, string name) =>
        RowOf(table["rows"].EnumerateArray().Single(r => r.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal)));

    private static (List<long> Counts, long Total, decimal Money) RowOf(System.Text.Json.JsonElement row) =>
        (
            [.. row.GetProperty("counts").EnumerateArray().Select(c => c.GetInt64())],
            row.GetProperty("total").GetInt64(),
            row.GetProperty("finesAndConfiscationsYuan").GetDecimal()
        );

    private async Task<ApiAnswer> Table(string @as, string query)
    {
        var table = await api.SignedInAs(@as).GetJson($"statistics/2022/penalty-table?{query}");
        table.Status.ShouldBe(200, table.Body.ToString());
        return table;
    }
}
