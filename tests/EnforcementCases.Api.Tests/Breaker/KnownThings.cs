using System.Globalization;
using System.Text.Json.Nodes;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>What a story has met so far: its ids and hashes by what they name, and the moments of its acts.</summary>
internal sealed class KnownThings
{
    private static readonly string[] Moments = ["doneAt", "decidedAt", "orderedAt", "assessedAt"];
    private readonly List<(string Value, string Names, string Kind)> seen = [];

    /// <summary>When the first act was done; null: there is none yet.</summary>
    public DateTimeOffset? FirstAct { get; private set; }

    /// <summary>When the act that is latest by its own time was done.</summary>
    public DateTimeOffset? LastAct { get; private set; }

    /// <summary>When what a body describes was done, as it says.</summary>
    public static DateTimeOffset? MomentOf(JsonNode body) =>
        Moments.Select(name => body[name] ?? body["clue"]?[name]).FirstOrDefault(found => found is not null) is { } moment
            ? DateTimeOffset.Parse(moment.GetValue<string>(), CultureInfo.InvariantCulture)
            : null;

    /// <summary>An act was done.</summary>
    public void Done(JsonNode body)
    {
        if (MomentOf(body) is not { } moment)
            return;
        FirstAct = FirstAct is null || moment < FirstAct ? moment : FirstAct;
        LastAct = LastAct is null || moment > LastAct ? moment : LastAct;
    }

    /// <summary>Takes in the ids and hashes of a body or an answer.</summary>
    /// <param name="idNames">What <c>id</c> names in it; null: nothing that is referred to.</param>
    public void Learn(JsonNode? node, string? idNames = null, string name = "", string kind = "")
    {
        switch (node)
        {
            case JsonObject members:
                kind = TextOf(members["kind"]) ?? TextOf(members["act"]) ?? "";
                foreach (var (member, value) in members)
                    Learn(value, idNames, member == "id" ? idNames ?? "" : member, kind);
                break;
            case JsonArray list:
                foreach (var element in list)
                    Learn(element, idNames, name, kind);
                break;
            case JsonValue when TextOf(node) is { } text && name.Length > 0 && (Guid.TryParse(text, out _) || Breaks.IsHash(text)):
                var names = Singular(name);
                if (!seen.Contains((text, names, kind)))
                    seen.Add((text, names, kind));
                break;
            default:
                break;
        }
    }

    /// <summary>Other things that were met under the same name: the first and the last of the same kind, and the last of another.</summary>
    public IEnumerable<(string Words, string Value)> OthersLike(string value)
    {
        if (seen.LastOrDefault(s => s.Value == value) is not { Value: not null } met)
            yield break;
        var like = seen.Where(s => s.Names == met.Names && s.Value != value).ToList();
        var same = like.Where(s => s.Kind == met.Kind).ToList();
        if (same.Count > 0)
            yield return ("another one of this case", same[^1].Value);
        if (same.Count > 1)
            yield return ("the first one of this case", same[0].Value);
        if (like.LastOrDefault(s => s.Kind != met.Kind) is { Value: not null } other)
            yield return ($"the {other.Kind} of this case", other.Value);
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Singular(string name) =>
        name.EndsWith("Ids", StringComparison.Ordinal) ? name[..^3]
        : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2]
        : name is "proposalSha256" ? "bodySha256"
        : name;
}
