using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>One shape each: the tests go over the operations of the served document, whatever type is behind them.</summary>
public sealed class ContractShapeTests(ApiFixture api)
{
    /// <summary>Writes that store nothing of a user's, or are repeated safely without a key.</summary>
    private static readonly HashSet<string> WithoutKey = new(StringComparer.Ordinal)
    {
        "SignIn",
        "AnswerChallenge",
        "RefreshSession",
        "SignInExternally",
        "StartExternalSignIn",
        "SignOut",
        "StepUp",
        "ChangePassword", // the old password is good once
        "SetSecondFactor",
        "ConfirmSecondFactor",
        "ReplaceRecoveryCodes", // a stored answer would keep secrets
        "FindParties",
        "PreviewOnTheSpot", // read only
        "PreviewPublication",
        "DescribeUploads", // tus is repeated by its offset
        "CreateUpload",
        "WriteUpload",
        "EndUpload",
        "ReceivePayment", // keyed by the bank's transaction
        "RunJob",
    };

    [Fact]
    public async Task Every_write_needs_a_key_and_every_act_of_a_case_the_version_that_was_seen()
    {
        var acts = 0;
        var keyless = new List<string>();
        foreach (var operation in await OperationsAsync())
        {
            if (operation.Method != "get" && !Required(operation, "Idempotency-Key"))
                keyless.Add(operation.Id);
            if (operation.Method == "get" || !operation.Path.Contains("/cases/{id}/acts/", StringComparison.Ordinal))
                continue;
            acts++;
            Required(operation, "If-Match").ShouldBeTrue(operation.Id);
            Codes(operation, "412").ShouldContain("request.stale", operation.Id);
            Codes(operation, "400").ShouldContain("request.if-match-malformed", operation.Id);
            Codes(operation, "422").Count.ShouldBeGreaterThan(5, operation.Id); // its own, not only those of every request
        }
        acts.ShouldBeGreaterThan(80);
        keyless.ShouldBe(WithoutKey, ignoreOrder: true);
    }

    [Fact]
    public async Task An_organisation_is_named_organisationId_and_a_page_has_items_next_and_cursor()
    {
        foreach (var operation in await OperationsAsync())
        {
            var query = Parameters(operation).Where(p => p.In == "query").Select(p => p.Name).ToList();
            query.ShouldNotContain("organisation", operation.Id);
            query.ShouldNotContain("organId", operation.Id);
            query.Contains("limit").ShouldBe(query.Contains("cursor"), operation.Id);
            if (!query.Contains("cursor"))
                continue;
            var members = Answer(operation).GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
            members.ShouldContain("items", operation.Id);
            members.ShouldContain("next", operation.Id);
        }
    }

    [Fact]
    public async Task A_whole_number_that_a_client_reads_is_exact_in_every_language()
    {
        var document = await DocumentAsync();
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (!schema.Value.TryGetProperty("properties", out var members))
                continue;
            foreach (var member in members.EnumerateObject())
                if (member.Name == "seq" && !(member.Value.TryGetProperty("format", out var format) && format.GetString() == "int32"))
                    member.Value.GetProperty("type").GetString().ShouldBe("string", $"{schema.Name}.{member.Name}");
        }
    }

    [Fact]
    public async Task Every_operation_has_a_Chinese_title_a_described_group_and_says_whether_it_needs_a_token()
    {
        var document = await DocumentAsync();
        document.GetProperty("servers").GetArrayLength().ShouldBe(1);
        var groups = document.GetProperty("tags").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
        groups.Values.ShouldAllBe(t => t.GetProperty("description").GetString()!.Length > 0);
        groups.Keys.First().ShouldBe("Access 登录与权限");
        foreach (var operation in await OperationsAsync())
        {
            operation.Body.GetProperty("summary").GetString()!.ShouldContain(c => c >= 0x4E00 && c <= 0x9FFF, operation.Id);
            groups.ShouldContainKey(operation.Body.GetProperty("tags")[0].GetString()!, operation.Id);
            operation.Body.TryGetProperty("security", out _).ShouldBeTrue(operation.Id);
        }
    }

    [Fact]
    public async Task The_file_of_the_catalogue_has_a_schema_that_its_own_export_fits()
    {
        var schema = (await OperationsAsync())
            .Single(o => o.Id == "EnterCatalogueChange")
            .Body.GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        var export = await api.SignedInAs("hg-catalogue1").GetJson("catalogue/export?form=Json");

        var faults = SchemaCheck.Faults(export.Body, schema, await DocumentAsync()).ToList();

        schema.GetProperty("properties").EnumerateObject().Count().ShouldBe(6);
        export["violations"].GetArrayLength().ShouldBeGreaterThan(0);
        faults.ShouldBeEmpty();
    }

    private static List<(string Name, string In, bool Required)> Parameters(Operation operation) =>
        operation.Body.TryGetProperty("parameters", out var found)
            ?
            [
                .. found
                    .EnumerateArray()
                    .Select(p =>
                        (
                            p.GetProperty("name").GetString()!,
                            p.GetProperty("in").GetString()!,
                            p.TryGetProperty("required", out var required) && required.GetBoolean()
                        )
                    ),
            ]
            : [];

    private static bool Required(Operation operation, string header) =>
        Parameters(operation).Any(p => p.In == "header" && p.Name == header && p.Required);

    private static List<string?> Codes(Operation operation, string status) =>
        [.. operation.Body.GetProperty("responses").GetProperty(status).GetProperty("x-codes").EnumerateArray().Select(c => c.GetString())];

    private static JsonElement Answer(Operation operation) =>
        SchemaCheck.Resolve(
            operation
                .Body.GetProperty("responses")
                .GetProperty("200")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("schema"),
            operation.Document
        );

    private async Task<JsonElement> DocumentAsync() => (await api.Anonymous.GetJson("/openapi/v1.json")).Body;

    private async Task<List<Operation>> OperationsAsync()
    {
        var document = await DocumentAsync();
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new Operation(
                operation.Value.GetProperty("operationId").GetString()!,
                operation.Name,
                path.Name,
                operation.Value,
                document
            ),
        ];
    }

    private sealed record Operation(string Id, string Method, string Path, JsonElement Body, JsonElement Document);
}
