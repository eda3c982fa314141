using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>The served contract, read for tests that go over all of its operations.</summary>
internal sealed class Contract
{
    /// <summary>No body of ours is nested deeper.</summary>
    private const int Deepest = 10;

    private readonly JsonElement schemas;

    private Contract(JsonElement document)
    {
        schemas = document.GetProperty("components").GetProperty("schemas");
        Operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            where path.Name.StartsWith("/api/", StringComparison.Ordinal)
            from operation in path.Value.EnumerateObject()
            where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("responses", out _)
            orderby path.Name.Count(c => c == '{') // a literal path before one with an id
            select new ContractOperation(path.Name, operation.Name, operation.Value),
        ];
    }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public static async Task<Contract> ReadAsync(ApiFixture api)
    {
        var document = await api.Anonymous.GetJson("/openapi/v1.json");
        document.Status.ShouldBe(200);
        return new(document.Body);
    }

    /// <summary>The contract as it was served elsewhere.</summary>
    public static Contract Of(JsonElement document) => new(document);

    /// <summary>The operation that a request of a story is for; null if none.</summary>
    public ContractOperation? Find(HttpMethod method, string path) =>
        Operations.FirstOrDefault(o => o.Method == method && o.IsPath(path.StartsWith('/') ? path : "/api/v1/" + path));

    /// <summary>The schema itself: what a reference names, what is not null of an alternative.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out var reference))
                schema = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
            else if (schema.TryGetProperty("oneOf", out var either))
                schema = either.EnumerateArray().First(s => !(s.TryGetProperty("type", out var type) && type.ToString() == "null"));
            else
                return schema;
        }
    }

    /// <summary>Type of a schema, without the null that it may allow.</summary>
    public static string TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? "any"
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).First(t => t != "null")
        : type.GetString()!;

    /// <summary>A value of a schema with every member there, as the schema alone makes it.</summary>
    public JsonNode? ValueOf(JsonElement unresolved, int depth = 0)
    {
        var schema = Resolve(unresolved);
        if (schema.TryGetProperty("enum", out var values))
            return JsonValue.Create(values[0].GetString());
        switch (TypeOf(schema))
        {
            case "string":
                return JsonValue.Create(TextOf(schema));
            case "integer":
            case "number":
                return JsonValue.Create(1);
            case "boolean":
                return JsonValue.Create(true);
            case "array":
                return depth > Deepest ? new JsonArray() : new JsonArray(ValueOf(schema.GetProperty("items"), depth + 1));
            case "object" when schema.TryGetProperty("properties", out var members):
                var made = new JsonObject();
                foreach (var member in members.EnumerateObject().Where(_ => depth <= Deepest))
                    made[member.Name] = ValueOf(member.Value, depth + 1);
                return made;
            default:
                return new JsonObject();
        }
    }

    private static string TextOf(JsonElement schema) =>
        schema.TryGetProperty("format", out var format)
            ? format.GetString() switch
            {
                "uuid" => "0199d2e4-7a00-7000-8000-000000000001",
                "date" => "2026-03-02",
                "date-time" => "2026-03-02T10:00:00+08:00",
                _ => "x",
            }
        : schema.TryGetProperty("pattern", out _) ? new string('a', 64)
        : "测试";
}

/// <summary>An operation of the contract.</summary>
internal sealed class ContractOperation
{
    private readonly Regex paths;

    public ContractOperation(string template, string method, JsonElement described)
    {
        Template = template;
        Method = HttpMethod.Parse(method);
        Described = described;
        Statuses = described
            .GetProperty("responses")
            .EnumerateObject()
            .Select(r => int.Parse(r.Name, CultureInfo.InvariantCulture))
            .ToHashSet();
        paths = new($"^{Regex.Replace(template, @"\{[^}]+\}", "[^/]+")}/?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    public string Id => Described.GetProperty("operationId").GetString()!;
    public string Template { get; }
    public HttpMethod Method { get; }
    public JsonElement Described { get; }

    public IEnumerable<JsonElement> Parameters =>
        Described.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    /// <summary>Media types of its body, with their schemas and examples.</summary>
    public IReadOnlyList<JsonProperty> Bodies =>
        Described.TryGetProperty("requestBody", out var body) ? [.. body.GetProperty("content").EnumerateObject()] : [];

    /// <summary>Schema of its JSON body; null if it has none.</summary>
    public JsonElement? Json =>
        Bodies.Where(b => b.Name == "application/json").Select(b => (JsonElement?)b.Value.GetProperty("schema")).FirstOrDefault();

    /// <summary>Example of its JSON body; null if it has none.</summary>
    public JsonNode? Example =>
        Bodies
            .Where(b => b.Name == "application/json" && b.Value.TryGetProperty("example", out _))
            .Select(b => JsonNode.Parse(b.Value.GetProperty("example").GetRawText()))
            .FirstOrDefault();

    public string Grant => Described.GetProperty("x-right").GetProperty("grant").GetString()!;

    /// <summary>Status codes that it lists.</summary>
    public IReadOnlySet<int> Statuses { get; }

    public IReadOnlyList<string> Roles =>
        [.. Described.GetProperty("x-right").GetProperty("roles").EnumerateArray().Select(r => r.GetString()!)];

    public bool IsPath(string path) => paths.IsMatch(path.Split('?')[0]);
}
