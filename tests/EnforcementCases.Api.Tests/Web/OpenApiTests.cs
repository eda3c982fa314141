using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

public sealed class OpenApiTests(ApiFixture api)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_served_contract_is_the_approved_one()
    {
        var served = await Served();

        Snapshot.ShouldMatch(
            served.ToJsonString(Written) + "\n",
            "src/EnforcementCases.Api/openapi.v1.json",
            approved =>
                approved.Length == 0 ? "There was none yet."
                : BreakingChanges.Between(JsonNode.Parse(approved)!, served) is { Count: > 0 } breaking
                    ? "BREAKING for clients:\n  " + string.Join("\n  ", breaking)
                : "The change only adds; no client breaks."
        );
    }

    [Fact]
    public async Task It_is_openapi_3_1_and_every_operation_is_described()
    {
        var served = await Served();
        served["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        foreach (var (id, operation) in Operations(served))
        {
            operation["summary"].ShouldNotBeNull(id);
            operation["description"].ShouldNotBeNull(id);
            operation["description"]!.GetValue<string>().ShouldContain("权限：", customMessage: id);
            operation["tags"]!.AsArray().Count.ShouldBe(1, id);
        }
        foreach (var (name, schema) in served["components"]!["schemas"]!.AsObject())
        {
            schema!["description"].ShouldNotBeNull(name);
        }
    }

    [Fact]
    public async Task Every_group_that_an_operation_is_in_is_described()
    {
        var served = await Served();

        served["tags"]!
            .AsArray()
            .Select(t => t!["name"]!.GetValue<string>())
            .ShouldBe(
                Operations(served).Values.Select(o => o["tags"]!.AsArray().Single()!.GetValue<string>()).Distinct(StringComparer.Ordinal),
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Every_refusal_is_a_problem_and_every_operation_has_some()
    {
        foreach (var (id, operation) in Operations(await Served()))
        {
            var refusals = operation["responses"]!.AsObject().Where(r => r.Key[0] is '4' or '5').ToList();
            refusals.Select(r => r.Key).ShouldContain("429", id);
            foreach (var (status, response) in refusals)
            {
                response!["content"]!.AsObject().Select(c => c.Key).ShouldBe(["application/problem+json"], $"{id} {status}");
                response["content"]!["application/problem+json"]!["schema"]!["$ref"]!
                    .GetValue<string>()
                    .ShouldBe("#/components/schemas/Problem");
            }
        }
    }

    [Fact]
    public async Task The_refusals_of_a_rule_are_listed_where_it_is_asked()
    {
        var decide = Operations(await Served())["DecideOnTheSpot"];

        decide["responses"]!["422"]!["description"]!.GetValue<string>().ShouldContain("simple-procedure.citizen-fine-over-ceiling");
        Operations(await Served())["ListCases"]["responses"]!["400"]!["description"]!
            .GetValue<string>()
            .ShouldContain("list.limit-out-of-range");
    }

    [Fact]
    public async Task The_headers_that_a_write_needs_are_required_parameters()
    {
        var operations = Operations(await Served());
        foreach (var type in typeof(Program).Assembly.GetTypes().Where(t => typeof(IBaseRequest).IsAssignableFrom(t) && !t.IsAbstract))
        {
            if (!operations.TryGetValue(RightsTable.OperationOf(type), out var operation))
                continue;
            var keyed = IsA(type, typeof(ICommand<>)) && !IsA(type, typeof(IUnkeyedCommand<>));
            RequiresHeader(operation, "Idempotency-Key").ShouldBe(keyed, type.Name);
            RequiresHeader(operation, "If-Match").ShouldBe(typeof(IChangesVersion).IsAssignableFrom(type), type.Name);
        }
    }

    [Fact]
    public async Task The_examples_work_as_they_stand()
    {
        await using var demo = await ApiFixture.StartAsync();
        var operations = Operations(await Served());
        foreach (var name in TheProgram.Examples.Operations)
        {
            var operation = operations[name];
            var path = operation["x-path"]!.GetValue<string>();
            path.ShouldNotContain("{", customMessage: name);
            var answer = await demo.SignedInAs("hg-officer1").PostJson(path, JsonContent.Create(TheProgram.Examples.BodyOf(name)));
            answer.Status.ShouldBeInRange(200, 201, $"{name}: {answer.Body}");
        }
    }

    [Fact]
    public async Task Outside_a_demo_contract_and_explorer_are_for_those_signed_in()
    {
        await using var real = await ApiFixture.StartAsync(("Demo", "false"));
        foreach (var path in (string[])["/openapi/v1.json", "/swagger/index.html", "/swagger", "/SWAGGER/index.html", "/OpenAPI/v1.json"])
            (await real.Anonymous.GetJson(path)).ShouldBeProblem(401, "access.not-signed-in");

        (await api.Anonymous.GetJson("/swagger/index.html")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""$.paths["/a"].get = null""", "operation GET /a is gone")]
    [InlineData("""$.components.schemas.S.properties.n = null""", "S.n is gone")]
    [InlineData("""$.components.schemas.S.properties.n.type = "string" """, "S.n was integer, is string")]
    [InlineData("""$.components.schemas.E.enum = ["A"]""", "E no longer has B")]
    [InlineData("""$.components.schemas.S.required = ["n"]""", "S.n is required now")]
    [InlineData("""$.paths["/a"].get.responses = {}""", "GET /a no longer answers 200")]
    [InlineData("""$.paths["/a"].get.parameters = [{"name":"q","in":"query","required":true}]""", "GET /a needs q now")]
    [InlineData(
        """$.paths["/a"].get.responses = {"200":{"content":{"application/json":{"schema":{"$ref":"S"}}}}}""",
        "GET /a 200 was , is application/json S"
    )]
    [InlineData("""$.paths["/b"] = {"get":{}}""", null)]
    [InlineData("""$.components.schemas.S.properties.m = {"type":"string"}""", null)]
    [InlineData("""$.components.schemas.E.enum = ["A","B","C"]""", null)]
    public void A_change_that_breaks_clients_is_told_from_one_that_adds(string change, string? breaking)
    {
        const string Contract = """
            { "paths": { "/a": { "get": { "responses": { "200": {} }, "parameters": [] } } },
              "components": { "schemas": { "S": { "properties": { "n": { "type": "integer" } } }, "E": { "enum": ["A", "B"] } } } }
            """;
        var changed = JsonNode.Parse(Contract)!;
        Change(changed, change);

        BreakingChanges.Between(JsonNode.Parse(Contract)!, changed).ShouldBe(breaking is null ? [] : [breaking]);
    }

    /// <summary>Sets <c>$.a.b = json</c>; null removes.</summary>
    private static void Change(JsonNode node, string change)
    {
        var (path, json) = (
            change[..change.IndexOf(" = ", StringComparison.Ordinal)],
            change[(change.IndexOf(" = ", StringComparison.Ordinal) + 3)..]
        );
        var parts = path.Replace("[\"/", "./").Replace("\"]", "").Split('.')[1..];
        foreach (var part in parts[..^1])
            node = node[part]!;
        if (json == "null")
            node.AsObject().Remove(parts[^1]);
        else
            node[parts[^1]] = JsonNode.Parse(json);
    }

    private static bool IsA(Type type, Type open) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);

    private static bool RequiresHeader(JsonNode operation, string name) =>
        (operation["parameters"]?.AsArray() ?? []).Any(p =>
            p!["in"]!.GetValue<string>() == "header" && p["name"]!.GetValue<string>() == name && p["required"]?.GetValue<bool>() == true
        );

    private static Dictionary<string, JsonNode> Operations(JsonNode document)
    {
        var operations = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (_, operation) in item!.AsObject())
            {
                operation!["x-path"] = path;
                operations[operation["operationId"]!.GetValue<string>()] = operation;
            }
        }
        return operations;
    }

    private async Task<JsonNode> Served() => JsonNode.Parse(await api.Http.GetStringAsync("/openapi/v1.json"))!;
}
