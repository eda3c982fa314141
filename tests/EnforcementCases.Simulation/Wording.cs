using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>What is said and written in the street, as content.</summary>
internal sealed record Wording(
    string[] Surnames,
    string[] GivenNames,
    string[] MinorityNames,
    string[] Shops,
    string[] Companies,
    string[] Roads,
    string[] IdAreas,
    IReadOnlyDictionary<string, ViolationWording> Violations,
    ViolationWording OtherViolation,
    string[] Reasons,
    string[] PartyWords,
    string[] Answers,
    string[] WaiverWords,
    string[] RefusalNotes
)
{
    public static Wording Read() =>
        JsonSerializer.Deserialize<Wording>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Content", "wording.json")),
            JsonSerializerOptions.Web
        )!;

    public ViolationWording Of(string code) => Violations.GetValueOrDefault(code, OtherViolation);
}

internal sealed record ViolationWording(string[] Facts, string Correction, string Evidence);

internal static class Chance
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static bool OneIn(this Random random, int n) => random.Next(n) == 0;
}
