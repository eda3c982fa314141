using System.Text.Json.Nodes;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>What of a changed contract would break a client that was written against the old one.</summary>
internal static class BreakingChanges
{
    public static List<string> Between(JsonNode old, JsonNode now) => [.. Operations(old, now), .. Schemas(old, now)];

    private static IEnumerable<string> Operations(JsonNode old, JsonNode now)
    {
        foreach (var (path, item) in Members(old["paths"]))
        {
            foreach (var (method, before) in Members(item))
            {
                var name = $"{method.ToUpperInvariant()} {path}";
                if (now["paths"]?[path]?[method] is not { } after)
                {
                    yield return $"operation {name} is gone";
                    continue;
                }
                foreach (var (status, _) in Members(before!["responses"]).Where(r => after["responses"]?[r.Key] is null))
                    yield return $"{name} no longer answers {status}";
                foreach (var status in Members(before["responses"]).Select(r => r.Key).Where(s => after["responses"]?[s] is not null))
                {
                    if (BodyOf(before["responses"]![status]!) is var was && BodyOf(after["responses"]![status]!) is var @is && was != @is)
                        yield return $"{name} {status} was {was}, is {@is}";
                }
                if (
                    before["requestBody"] is { } taken
                    && BodyOf(taken) is var took
                    && BodyOf(after["requestBody"]) is var takes
                    && took != takes
                )
                    yield return $"{name} took {took}, takes {takes}";
                foreach (var gone in Parameters(before).Keys.Except(Parameters(after).Keys, StringComparer.Ordinal))
                    yield return $"{name} no longer takes {gone}";
                foreach (var (parameter, needed) in Parameters(after))
                {
                    if (needed && !Parameters(before).GetValueOrDefault(parameter))
                        yield return $"{name} needs {parameter} now";
                }
            }
        }
    }

    private static IEnumerable<string> Schemas(JsonNode old, JsonNode now)
    {
        foreach (var (name, before) in Members(old["components"]?["schemas"]))
        {
            if (now["components"]?["schemas"]?[name] is not { } after)
            {
                yield return $"schema {name} is gone";
                continue;
            }
            foreach (var fault in Schema(name, before!, after))
                yield return fault;
            var needed = Texts(after["required"]).Except(Texts(before!["required"]), StringComparer.Ordinal);
            foreach (var member in needed)
                yield return $"{name}.{member} is required now";
            foreach (var (member, property) in Members(before["properties"]))
            {
                if (after["properties"]?[member] is not { } kept)
                    yield return $"{name}.{member} is gone";
                else
                {
                    foreach (var fault in Schema($"{name}.{member}", property!, kept))
                        yield return fault;
                }
            }
        }
    }

    private static IEnumerable<string> Schema(string name, JsonNode before, JsonNode after)
    {
        if (TypeOf(before) != TypeOf(after))
            yield return $"{name} was {TypeOf(before)}, is {TypeOf(after)}";
        foreach (var value in Texts(before["enum"]).Except(Texts(after["enum"]), StringComparer.Ordinal))
            yield return $"{name} no longer has {value}";
    }

    private static string BodyOf(JsonNode? part) =>
        string.Join(", ", Members(part?["content"]).Select(c => $"{c.Key} {(c.Value?["schema"] is { } schema ? TypeOf(schema) : "")}"));

    private static string TypeOf(JsonNode schema) =>
        string.Join('|', Texts(schema["type"]).Order(StringComparer.Ordinal))
        + schema["$ref"]
        + (schema["format"] is { } format ? $" {format}" : "")
        + (schema["items"] is { } items ? $" of {TypeOf(items)}" : "")
        + string.Concat((schema["oneOf"]?.AsArray() ?? []).Select(one => $" or {TypeOf(one!)}"));

    private static Dictionary<string, bool> Parameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(
            p => p!["name"]!.GetValue<string>(),
            p => p!["required"]?.GetValue<bool>() == true,
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray array => array.Select(t => t?.ToString() ?? "null"),
            _ => [node.ToString()],
        };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node?.AsObject() ?? [];
}
