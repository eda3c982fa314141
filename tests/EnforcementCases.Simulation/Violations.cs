using System.Text.Json;
using System.Text.RegularExpressions;

namespace EnforcementCases.Simulation;

/// <summary>A violation that can be decided on the spot.</summary>
internal sealed record Violation(string Code, string Name, string Category, int LowestYuan, int HighestYuan);

/// <summary>What a category of the report can be played with, and why not with the rest.</summary>
internal sealed record Category(string Name, IReadOnlyList<Violation> Playable, IReadOnlyList<string> Refused);

/// <summary>Asks the system's catalogue what may be decided on the spot; nothing is invented.</summary>
internal static partial class Violations
{
    public static async Task<IReadOnlyList<Category>> Of(ApiClient api, string account, IEnumerable<string> categories, int year)
    {
        var found = new List<Category>();
        foreach (var category in categories)
        {
            var (playable, refused) = (new List<Violation>(), new List<string>());
            var list = await api.Get(
                account,
                $"catalogue/violations?category={Uri.EscapeDataString(category)}&onDate={year}-01-01&limit=200"
            );
            foreach (var item in list.Needed($"目录类别 {category}").GetProperty("items").EnumerateArray())
            {
                var code = item.GetProperty("code").GetString()!;
                if (!item.GetProperty("recordable").GetBoolean())
                    continue; // another province's: for comparison only
                var detail = (await api.Get(account, $"catalogue/violations/{code}?onDate={year}-01-01")).Needed($"案由 {code}");
                if (ReasonAgainst(item, detail) is { } reason)
                    refused.Add($"{code} {detail.GetProperty("name").GetString()}：{reason}");
                else
                    playable.Add(Read(detail));
            }
            if (playable.Count == 0 && refused.Count == 0)
                refused.Add("目录中没有适用于本地的案由");
            found.Add(new(category, playable, refused));
        }
        return found;
    }

    private static string? ReasonAgainst(JsonElement item, JsonElement detail)
    {
        string[] why = [.. detail.GetProperty("notDecidableBecause").EnumerateArray().Select(r => r.GetString()!)];
        if (!detail.GetProperty("decidable").GetBoolean())
            return string.Join("、", why);
        if (item.GetProperty("adopted").ValueKind == JsonValueKind.False)
            return "本机关没有承接该事项";
        if (detail.GetProperty("correction").GetString() is "BeforePenalty" or "EducationBeforePenalty")
            return "须先责令改正，逾期不改的才可处罚";
        string[] kinds = [.. detail.GetProperty("kinds").EnumerateArray().Select(k => k.GetString()!)];
        if (!kinds.Contains("Fine") || kinds.Any(k => k is not ("Fine" or "Warning")))
            return "含有警告、罚款以外的处罚种类，不能当场处罚";
        if (!item.GetProperty("simpleForIndividuals").GetBoolean())
            return "罚款幅度超出当场处罚限额";
        return Article().IsMatch(detail.GetProperty("violatedArticle").GetString()!)
            ? null
            : "目录中所违反的条款没有写明条号，决定书无从引用";
    }

    private static Violation Read(JsonElement detail)
    {
        var fine = detail.GetProperty("individualFine");
        return new(
            detail.GetProperty("code").GetString()!,
            detail.GetProperty("name").GetString()!,
            detail.GetProperty("category").GetString()!,
            (int)(fine.GetProperty("lowest").GetInt64() / 100),
            (int)(fine.GetProperty("highest").GetInt64() / 100)
        );
    }

    [GeneratedRegex("第.+条", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Article();
}
