using System.Globalization;
using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>Reads the year's figures back from the system and lays them beside the report. Nothing is added up here.</summary>
internal static class YearEnd
{
    /// <returns>Whether the cases are in the system as the plan has them.</returns>
    public static async Task<bool> Print(
        ApiClient api,
        Brigade brigade,
        Report report,
        int simpleSum,
        int ordinarySum,
        IReadOnlyList<Category> categories
    )
    {
        var read = await api.Get(brigade.Supervisor, $"statistics/{report.Year}/figures");
        if (!read.IsSuccess)
            throw new StoppedException($"统计没有给出：{read}");
        var figures = read.Body.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!, f => f);
        Console.WriteLine();
        Console.WriteLine($"{brigade.Organ} {report.Year} 年度统计指标（取自 GET /api/v1/statistics/{report.Year}/figures）");
        foreach (
            var figure in figures.Values.Where(f =>
                f.GetProperty("cases").GetInt32() > 0 || report.Figures.ContainsKey(f.GetProperty("key").GetString()!)
            )
        )
            PrintFigure(figure, report);
        foreach (var table in read.Body.GetProperty("tables").EnumerateArray())
            PrintTable(table);

        var sentences = await api.Get(brigade.Supervisor, $"statistics/{report.Year}/report");
        Console.WriteLine();
        Console.WriteLine("年度报告文字（取自统计接口）：");
        foreach (var sentence in sentences.Needed("年度报告文字").GetProperty("sentences").EnumerateArray())
            PrintSentence(sentence);

        Console.WriteLine();
        foreach (var category in categories.Where(c => c.Playable.Count == 0))
        {
            Console.WriteLine($"报告提到的“{category.Name}”不能重演：");
            foreach (var reason in category.Refused)
                Console.WriteLine($"  {reason}");
        }
        return Matches(figures, "simpleProcedureCases", report.Count("simpleProcedureCases"))
            & Matches(figures, "simpleProcedureFinesYuan", simpleSum)
            & Matches(figures, "ordinaryProcedureCases", report.Count("ordinaryProcedureCases"))
            & Matches(figures, "penaltyCasesEntered", report.Count("simpleProcedureCases") + report.Count("ordinaryProcedureCases"))
            & Matches(figures, "finesOfClosedCasesYuan", simpleSum + ordinarySum);
    }

    private static void PrintFigure(JsonElement figure, Report report)
    {
        var key = figure.GetProperty("key").GetString()!;
        var quoted = report.Figures.TryGetValue(key, out var value)
            ? string.Create(CultureInfo.InvariantCulture, $"  报告：{value:0.##}")
            : "";
        Console.WriteLine(
            $"  {figure.GetProperty("value").GetDecimal().ToString("0.##", CultureInfo.InvariantCulture), 8} {(figure.GetProperty("unit").GetString() == "Yuan" ? "元" : "件")}  {figure.GetProperty("name").GetString()}（{figure.GetProperty("countedBy").GetString()}）{quoted}"
        );
    }

    private static void PrintTable(JsonElement table)
    {
        Console.WriteLine($"  {table.GetProperty("name").GetString()}：");
        foreach (var row in table.GetProperty("rows").EnumerateArray())
            Console.WriteLine(
                $"    {row.GetProperty("cases").GetInt64(), 5} 件 {row.GetProperty("finesYuan").GetDecimal().ToString("0.##", CultureInfo.InvariantCulture), 8} 元  {row.GetProperty("name").GetString()}"
            );
    }

    private static void PrintSentence(JsonElement sentence)
    {
        var text = sentence.GetProperty("text").GetString();
        var missing = sentence.GetProperty("missingFigures").EnumerateArray().Select(m => m.GetString());
        Console.WriteLine(
            text is null ? $"  （{sentence.GetProperty("source").GetString()}：缺指标 {string.Join("、", missing)}，不写）" : $"  {text}"
        );
    }

    private static bool Matches(Dictionary<string, JsonElement> figures, string key, decimal planned)
    {
        var value = figures[key].GetProperty("value").GetDecimal();
        if (value != planned)
            Console.WriteLine(
                $"不一致：{figures[key].GetProperty("name").GetString()} 为 {value:0.##}，计划为 {planned:0.##}（库中有其他案件，或者有案件未办结）"
            );
        return value == planned;
    }
}
