using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;

namespace EnforcementCases.Api.Tests.Fuzz;

/// <summary>Changes a body in one to three places, the same way for the same seed.</summary>
internal sealed class Mutations(Contract contract, Random random, IReadOnlyList<string> ids)
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "\t",
        "x",
        "字",
        "\0",
        "字\u0007",
        "a\u202Eb",
        "\u200B",
        "\uFEFF",
        "⼀⽂",
        "é",
        "𠀀",
        "👩‍👩‍👧",
        "'; drop table cases; --",
        "%",
        "_",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "{0}",
        "{",
        "null",
        "NaN",
        "2026",
        "0001-01-01",
        "1900-01-01",
        "2199-12-31",
        "2026-02-30",
        "1900-01-01T00:00:00+08:00",
        "2199-12-31T23:59:59-12:00",
        "2026-03-02T10:00:00Z",
        "9999-12-31T23:59:59Z",
        "津汉沽罚〔2026〕1号",
        "11010519491231002X",
        "92120116MA05EXAMP1",
        "D01",
        "GJ-ZD-01",
        "00000000-0000-0000-0000-000000000000",
        new string('a', 64),
        new string('字', 201),
        new string('字', 5000),
        new string('9', 400),
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "1",
        "2",
        "1000000",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9007199254740993",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "79228162514264337593543950335",
        "0.1",
        "-0.0",
        "1e3",
        "1e308",
        "1e400",
    ];

    private static readonly string[] Broken =
    [
        "",
        "null",
        "[]",
        "17",
        "\"x\"",
        "{",
        "{}",
        "{\"a\":1,}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]",
    ];

    /// <summary>The changed body, as text: not everything that is sent is JSON.</summary>
    /// <param name="schema">Schema of the body, from which members that it lacks are taken; null if unknown.</param>
    public string Of(JsonNode? body, System.Text.Json.JsonElement? schema)
    {
        if (random.Next(25) == 0)
            return random.Next(2) == 0 ? Pick(Broken) : Cut(body?.ToJsonString() ?? "");
        var root = new JsonObject { ["body"] = body?.DeepClone() };
        if (schema is { } known && random.Next(6) == 0)
            AddMember(root["body"], known);
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
            Change(root);
        return root["body"]?.ToJsonString() ?? "null";
    }

    /// <summary>A text out of the ordinary, or an id that is known.</summary>
    public string Text() => random.Next(4) == 0 && ids.Count > 0 ? ids[random.Next(ids.Count)] : Pick(Texts);

    public string Number() => Pick(Numbers);

    private void Change(JsonObject root)
    {
        var places = Places(root["body"]).ToList();
        if (places.Count == 0)
            return;
        var (parent, name) = places[random.Next(places.Count)];
        switch (random.Next(10))
        {
            case 0:
                Remove(parent, name);
                break;
            case 1:
                Set(parent, name, null);
                break;
            case 2:
                Set(parent, name, Any());
                break;
            case 3 when parent is JsonArray list:
                list.Add(list[(int)name]?.DeepClone());
                break;
            case 4 when parent is JsonArray list:
                for (var more = 600; more > 0 && Get(parent, name)?.ToJsonString().Length < 400; more--)
                    list.Add(Get(parent, name)?.DeepClone());
                break;
            case 5 when parent is JsonObject members:
                members[Pick(["caseId", "x", "status", "__proto__", "$type"])] = Any();
                break;
            case 6 when Get(parent, name) is JsonArray list:
                list.Clear();
                break;
            default:
                Set(parent, name, SameKind(Get(parent, name)));
                break;
        }
    }

    private JsonNode? SameKind(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String when DateTimeOffset.TryParse(value.GetValue<string>(), null, out var time) => Moved(
                value.GetValue<string>(),
                time
            ),
            System.Text.Json.JsonValueKind.String => JsonValue.Create(Text()),
            System.Text.Json.JsonValueKind.Number => JsonNode.Parse(Number()),
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            _ => Any(),
        };

    /// <summary>A date or an instant moved by a little or by much.</summary>
    private string Moved(string text, DateTimeOffset time)
    {
        var days = Pick(["-1", "1", "-30", "30", "-400", "400", "-30000", "40000"]);
        var moved = time.Year is > 150 and < 9800 ? time.AddDays(int.Parse(days, null)) : time;
        return text.Length == 10 ? moved.ToString("yyyy-MM-dd", null) : moved.ToString("yyyy-MM-ddTHH:mm:sszzz", null);
    }

    private JsonNode? Any() =>
        random.Next(6) switch
        {
            0 => JsonNode.Parse(Number()),
            1 => true,
            2 => new JsonArray(JsonValue.Create(Text())),
            3 => new JsonObject { [Pick(["id", "x"])] = Text() },
            4 => null,
            _ => JsonValue.Create(Text()),
        };

    private void AddMember(JsonNode? body, System.Text.Json.JsonElement schema)
    {
        if (body is not JsonObject members || !contract.Resolve(schema).TryGetProperty("properties", out var known))
            return;
        var absent = known.EnumerateObject().Where(m => !members.ContainsKey(m.Name)).ToList();
        if (absent.Count > 0 && absent[random.Next(absent.Count)] is var one)
            members[one.Name] = contract.ValueOf(one.Value);
    }

    private static IEnumerable<(JsonNode Parent, object Name)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => Places(m.Value).Prepend((members, m.Key))),
            JsonArray list => list.SelectMany((item, i) => Places(item).Prepend((list, i))),
            _ => [],
        };

    private static JsonNode? Get(JsonNode parent, object name) => name is int i ? parent[i] : parent[(string)name];

    private static void Set(JsonNode parent, object name, JsonNode? value)
    {
        if (name is int i)
            parent[i] = value;
        else
            parent[(string)name] = value;
    }

    private static void Remove(JsonNode parent, object name)
    {
        if (name is int i)
            parent.AsArray().RemoveAt(i);
        else
            parent.AsObject().Remove((string)name);
    }

    private string Cut(string text) => text[..random.Next(text.Length + 1)];

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
