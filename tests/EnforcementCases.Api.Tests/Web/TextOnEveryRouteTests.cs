using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>Goes over all operations of the contract: each free text has a length in the contract, and on each route the same is refused, with a pointer to it.</summary>
public sealed class TextOnEveryRouteTests
{
    /// <summary>Codes of the refusals of a text.</summary>
    private static readonly string[] Refused = ["request.invalid", "request.malformed", "text.forbidden-character", "text.not-normalised"];

    /// <remarks>A report that is signed over its bytes is not read before its signature is.</remarks>
    [Fact]
    public async Task Every_text_has_a_length_and_no_route_takes_a_longer_a_blank_or_an_invisible_one()
    {
        await using var api = await ApiFixture.StartAsync();
        var contract = await Contract.ReadAsync(api);
        var people = await EveryRole.InAsync(api);
        var faults = new List<string>();
        var tried = 0;
        // a file of the catalogue is read row by row, and its rows are refused by their own reader: CatalogueChangeTests
        foreach (
            var operation in contract.Operations.Where(o => o.Json is not null && o.Grant != "Signed" && o.Id != "EnterCatalogueChange")
        )
        {
            var body = contract.ValueOf(operation.Json!.Value)!;
            foreach (var (pointer, schema) in TextsOf(contract, operation.Json!.Value, ""))
            {
                if (!schema.TryGetProperty("maxLength", out var longest))
                {
                    faults.Add($"{operation.Id} {pointer}: no maxLength");
                    continue;
                }
                foreach (var (what, text) in Bad(schema, longest.GetInt32()))
                {
                    var answer = await people
                        .For(operation)
                        .Send(operation.Method, PathOf(operation), With(body, pointer, text), ifMatch: "\"1\"");
                    tried++;
                    if (
                        answer.Status is not (400 or 422)
                        || !Refused.Contains(answer["code"].GetString())
                        || !PointersOf(answer).Contains(pointer)
                    )
                        faults.Add($"{operation.Id} {pointer} {what}: {answer.Status} {answer.Body}");
                }
            }
        }
        faults.ShouldBeEmpty($"{faults.Count} of {tried}");
        tried.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task No_path_and_no_query_takes_a_longer_a_blank_or_an_invisible_text_or_a_number_out_of_its_range()
    {
        await using var api = await ApiFixture.StartAsync();
        var contract = await Contract.ReadAsync(api);
        var people = await EveryRole.InAsync(api);
        var faults = new List<string>();
        foreach (var operation in contract.Operations)
        {
            foreach (var parameter in operation.Parameters.Where(p => p.GetProperty("in").GetString() is "path" or "query"))
            {
                var (place, name) = (parameter.GetProperty("in").GetString()!, parameter.GetProperty("name").GetString()!);
                var schema = contract.Resolve(parameter.GetProperty("schema"));
                foreach (var (what, text) in BadParameters(schema))
                {
                    var answer = await people.For(operation).Send(operation.Method, PathOf(operation, place, name, text), key: "");
                    if (answer.Status != 400 || !PointersOf(answer).Contains($"/{place}/{name}"))
                        faults.Add($"{operation.Id} {place} {name} {what}: {answer.Status} {answer.Body}");
                }
            }
        }
        faults.ShouldBeEmpty();
    }

    private static IEnumerable<(string What, string Text)> Bad(JsonElement schema, int longest)
    {
        yield return ("too long", schema.TryGetProperty("pattern", out _) ? new string('a', longest + 1) : new string('字', longest + 1));
        yield return ("blank", "  ");
        if (schema.GetProperty("minLength").GetInt32() > 0)
            yield return ("empty", "");
        yield return ("U+0000", "字\0");
        if (IsOpaque(schema))
            yield break;
        yield return ("a control", "字\u0007字");
        yield return ("a direction", "字\u202E字");
        yield return ("an invisible sign", "字\u200B字");
    }

    private static IEnumerable<(string What, string Text)> BadParameters(JsonElement schema)
    {
        if (Contract.TypeOf(schema) == "integer" && schema.TryGetProperty("maximum", out var most))
        {
            yield return ("above", $"{(decimal)most.GetInt64() + 1}");
            yield return ("below", $"{schema.GetProperty("minimum").GetInt64() - 1}");
        }
        if (Contract.TypeOf(schema) != "string" || schema.TryGetProperty("format", out _) || schema.TryGetProperty("enum", out _))
            yield break;
        yield return ("too long", new string('字', schema.GetProperty("maxLength").GetInt32() + 1));
        yield return ("blank", " ");
        yield return ("a control", "字\u0007");
        yield return ("a direction", "字\u202E");
    }

    /// <summary>Passwords and tokens may have any characters: their contract names no other limit than a length.</summary>
    private static bool IsOpaque(JsonElement schema) => schema.TryGetProperty("x-opaque", out _);

    private static IEnumerable<(string Pointer, JsonElement Schema)> TextsOf(Contract contract, JsonElement unresolved, string at)
    {
        var schema = contract.Resolve(unresolved);
        switch (Contract.TypeOf(schema))
        {
            case "string" when !schema.TryGetProperty("format", out _) && !schema.TryGetProperty("enum", out _):
                return [(at, schema)];
            case "array":
                return TextsOf(contract, schema.GetProperty("items"), $"{at}/0");
            case "object" when at.Count(c => c == '/') < 8 && schema.TryGetProperty("properties", out var members):
                return members.EnumerateObject().SelectMany(m => TextsOf(contract, m.Value, $"{at}/{m.Name}"));
            default:
                return [];
        }
    }

    private static JsonNode With(JsonNode body, string pointer, string text)
    {
        var copy = body.DeepClone();
        var names = pointer.Split('/')[1..];
        var node = copy;
        foreach (var name in names[..^1])
            node = node is JsonArray list ? list[int.Parse(name, null)]! : node[name]!;
        if (node is JsonArray last)
            last[0] = text;
        else
            node[names[^1]] = text;
        return copy;
    }

    private static string PathOf(ContractOperation operation, string place = "", string name = "", string text = "")
    {
        var path = string.Join(
            '/',
            operation
                .Template.Split('/')
                .Select(part =>
                    !part.StartsWith('{') ? part
                    : place == "path" && part.Trim('{', '}') == name ? Uri.EscapeDataString(text)
                    : operation.Parameters.First(p => p.GetProperty("name").GetString() == part.Trim('{', '}')).GetProperty("schema")
                        is var schema
                    && schema.TryGetProperty("format", out var format)
                    && format.GetString() == "uuid"
                        ? Guid.NewGuid().ToString()
                    : schema.TryGetProperty("enum", out var values) ? values[0].GetString()!
                    : "2026"
                )
        );
        return place == "query" ? $"{path}?{name}={Uri.EscapeDataString(text)}" : path;
    }

    private static IEnumerable<string?> PointersOf(ApiAnswer answer) =>
        answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Select(e => e.GetProperty("pointer").GetString())
            : [];
}
