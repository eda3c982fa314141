using Xunit;

namespace EnforcementCases.Domain.Tests;

/// <summary>A page beside the code that is written from it and cannot go stale; <c>UPDATE_SNAPSHOTS=1</c> writes it anew.</summary>
internal static class WrittenPage
{
    /// <param name="current">What the code says now.</param>
    /// <param name="name">The page, below <c>src/EnforcementCases.Domain</c>.</param>
    public static void ShouldBeCurrent(this string current, string name)
    {
        current = current.ReplaceLineEndings("\n");
        var path = Path.Combine(RuleTable.Root, "src", "EnforcementCases.Domain", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, current);

        var stored = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (string.Equals(stored, current, StringComparison.Ordinal))
            return;
        var before = stored.Split('\n').ToHashSet(StringComparer.Ordinal);
        var after = current.Split('\n').ToHashSet(StringComparer.Ordinal);
        Assert.Fail(
            $"""
            src/EnforcementCases.Domain/{name} is stale. Read the difference; where it is meant do this, then commit the file:
              UPDATE_SNAPSHOTS=1 dotnet test tests/EnforcementCases.Domain.Tests
            Lines that go:
            {string.Join('\n', before.Except(after).Take(10))}
            Lines that come:
            {string.Join('\n', after.Except(before).Take(10))}
            """
        );
    }

    /// <summary>A row of a table.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    public static string Fixed(string code) => $"`{code}`";

    public static string Lines(IEnumerable<string> items) => string.Join("<br>", items.Distinct(StringComparer.Ordinal));
}
