using System.Text.Json;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>Holds a value against a schema of the contract, as far as the contract uses JSON Schema.</summary>
internal static class SchemaCheck
{
    public static JsonElement Resolve(JsonElement schema, JsonElement document) =>
        schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;

    /// <summary>Where the value does not fit, as <c>/member/0: what</c>.</summary>
    public static IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonElement document, string at = "")
    {
        var of = Resolve(schema, document);
        if (of.TryGetProperty("oneOf", out var choices))
        {
            var all = choices.EnumerateArray().Select(choice => Faults(value, choice, document, at).ToList()).ToList();
            return all.Exists(f => f.Count == 0) ? [] : all.MinBy(f => f.Count)!;
        }
        if (!IsOfType(value, of))
            return [$"{at}: {value.ValueKind} is not {of.GetProperty("type")}"];
        if (of.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => w.GetString() == value.GetString()))
            return [$"{at}: {value} is not one of the values"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, of, document, at),
            JsonValueKind.Array when of.TryGetProperty("items", out var items) => value
                .EnumerateArray()
                .SelectMany((item, i) => Faults(item, items, document, $"{at}/{i}")),
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonElement value, JsonElement of, JsonElement document, string at)
    {
        var members = of.TryGetProperty("properties", out var found) ? found.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];
        var others = of.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        if (of.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
                yield return $"{at}/{name}: missing";
        }
        foreach (var member in value.EnumerateObject())
        {
            var schema = members.TryGetValue(member.Name, out var named) ? named : others;
            if (schema.ValueKind is JsonValueKind.False)
                yield return $"{at}/{member.Name}: no such member";
            if (schema.ValueKind is not JsonValueKind.Object)
                continue;
            foreach (var fault in Faults(member.Value, schema, document, $"{at}/{member.Name}"))
                yield return fault;
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
            return true;
        var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];
        return allowed.Any(t =>
            value.ValueKind switch
            {
                JsonValueKind.Null => t == "null",
                JsonValueKind.String => t == "string",
                JsonValueKind.Number => t == "number" || (t == "integer" && value.TryGetInt64(out _)),
                JsonValueKind.True or JsonValueKind.False => t == "boolean",
                JsonValueKind.Array => t == "array",
                JsonValueKind.Object => t == "object",
                _ => false,
            }
        );
    }
}
