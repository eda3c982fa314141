using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>The figures that a published report quotes.</summary>
internal sealed record Report(string Organisation, int Year, IReadOnlyDictionary<string, decimal> Figures, IReadOnlyList<string> Categories)
{
    public static Report Read(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Reports");
        var file = Path.Combine(folder, name + ".json");
        if (!File.Exists(file))
        {
            var known = string.Join("、", Directory.GetFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order());
            throw new StoppedException($"没有报告 {name}；现有：{known}");
        }
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var root = json.RootElement;
        return new(
            root.GetProperty("organisation").GetString()!,
            root.GetProperty("year").GetInt32(),
            root.GetProperty("figures").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetDecimal(), StringComparer.Ordinal),
            root.TryGetProperty("categoriesNamed", out var categories) ? [.. categories.EnumerateArray().Select(c => c.GetString()!)] : []
        );
    }

    /// <summary>A figure that has to be there to play the year.</summary>
    public int Count(string key) =>
        Figures.TryGetValue(key, out var value)
            ? (int)value
            : throw new StoppedException($"{Organisation}{Year}年报告没有给出 {key}，没有可以重演的处罚案件数字");
}
