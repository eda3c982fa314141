using System.Collections.Frozen;
using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>Tries every operation of the served OpenAPI document as every role, from the own, another, the parent and a child organisation, and
/// compares with the rights table.</summary>
/// <remarks>Requests carry neither body nor key, so that an allowed write is refused for its shape and changes nothing: what counts is that it is
/// not refused for the right. Ids in the route name things of 汉沽街道 where <see cref="TargetsAsync"/> knows one.</remarks>
public sealed class RightsWalkTests(ApiFixture shared)
{
    private FrozenDictionary<string, Right> Rows => shared.Services.GetRequiredService<RightsTable>().Rows;

    private const string Own = "/tj/bhxq/hg/";

    private static readonly string[] Organisations = [Own, "/tj/bhxq/xc/", "/tj/bhxq/", "/tj/bhxq/hg/zd1/"];

    [Fact]
    public async Task Every_operation_answers_every_role_as_the_rights_table_says()
    {
        await using var api = await ApiFixture.StartAsync(); // its refusals would drown the security log of the other tests
        var operations = await OperationsAsync();
        var targets = await TargetsAsync(api);
        var faults = new List<string>();
        foreach (var organisation in Organisations)
        {
            var (userName, password, id) = await api.GivenAccountInUse("Officer", organisation);
            var (plain, plainPassword, _) = await api.GivenAccountInUse("Officer", organisation);
            var weak = await api.SignInWithRecoveryCode(userName, password); // good for everything but what needs a step-up
            var organ = (await api.SignedInAs(userName, password).GetJson("session"))["organ"].ValueKind == JsonValueKind.Object;
            foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.System))
            {
                (await api.ReplaceRoles(id, role.ToString())).Status.ShouldBe(200);
                foreach (var operation in operations)
                {
                    var right = Rows[operation.Id];
                    // signing out takes neither body nor key: it gets a session of its own
                    var client =
                        right.Operation == "SignOut"
                            ? api.WithToken((await api.SignIn(plain, plainPassword)).AccessToken)
                            : api.SignedInAs(userName, password);
                    var answer = await client.Send(operation.Method, operation.PathFor(targets), key: "");
                    if (Fault(operation, right, role, organ, targets, organisation, answer) is { } fault)
                        faults.Add($"{operation.Id} as {role} of {organisation}: {answer.Status}, {fault}");
                    if (!right.StepUp)
                        continue;
                    answer = await api.WithToken(weak).Send(operation.Method, operation.PathFor(targets), key: "");
                    if (StepUpFault(IsAllowed(right, role, organ), answer) is { } missing)
                        faults.Add($"{operation.Id} as {role} of {organisation} without step-up: {answer.Status}, {missing}");
                }
            }
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_let_in_without_a_token_where_the_table_does_not_say_so()
    {
        foreach (var operation in await OperationsAsync())
        {
            var answer = await shared.Anonymous.Send(
                operation.Method,
                operation.PathFor(new Dictionary<string, Target>(StringComparer.Ordinal)),
                key: ""
            );
            switch (Rows[operation.Id].Grant)
            {
                case Grant.Anonymous:
                    answer.Status.ShouldNotBe(403, operation.Id);
                    break;
                case Grant.Signed:
                    answer.Status.ShouldBeInRange(400, 499, operation.Id); // without a signature nothing is done
                    break;
                default:
                    answer.ShouldBeProblem(401, "access.not-signed-in");
                    break;
            }
        }
    }

    [Fact]
    public async Task The_document_and_the_table_name_the_same_operations()
    {
        var served = (await OperationsAsync()).Select(o => o.Id).Order(StringComparer.Ordinal);
        var rows = Rows.Values.Where(r => r.Grant != Grant.System).Select(r => r.Operation).Order(StringComparer.Ordinal);

        served.ShouldBe(rows);
    }

    [Fact]
    public async Task The_published_table_is_the_table()
    {
        var published = await shared.SignedInAs("hg-officer1").GetJson("admin/rights");

        published.Body.GetArrayLength().ShouldBe(Rows.Count);
        published
            .Body.EnumerateArray()
            .Where(r => r.GetProperty("stepUp").GetBoolean())
            .Select(r => r.GetProperty("operation").GetString())
            .ShouldBe(Rows.Values.Where(r => r.StepUp).Select(r => r.Operation), ignoreOrder: true);
        var row = published.Body.EnumerateArray().Single(r => r.GetProperty("operation").GetString() == "ReadRecord");
        row.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldContain("Officer");
        row.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldNotContain("Administrator");
    }

    [Theory]
    [InlineData("RevokeDecision")]
    [InlineData("VoidDocumentNumber")]
    [InlineData("ConfirmReviewCatalogue")]
    [InlineData("Decide")]
    [InlineData("DecideNoPenalty")]
    [InlineData("DecideExecution")]
    [InlineData("ApproveSealing")]
    [InlineData("WithdrawCase")]
    [InlineData("ResetSecondFactor")]
    public void What_weighs_needs_a_step_up(string operation) => Rows[operation].StepUp.ShouldBeTrue();

    [Fact]
    public void The_program_does_not_start_with_an_operation_or_request_without_a_row_or_a_row_without_an_operation()
    {
        var row = Rows["ReadRights"];
        var rows = new Dictionary<string, Right> { [row.Operation] = row };

        RightsCheck.FaultsOf([("/api/x", "ReadRights")], ["ReadRights"], rows).ShouldBeEmpty();
        RightsCheck.FaultsOf([("/api/x", "ReadRights"), ("/api/y", null)], ["ReadRights"], rows).Count.ShouldBe(1);
        RightsCheck.FaultsOf([("/api/x", "ReadRights"), ("/api/y", "New")], ["ReadRights"], rows).Count.ShouldBe(1);
        RightsCheck.FaultsOf([("/api/x", "ReadRights")], ["ReadRights", "New"], rows).Count.ShouldBe(1);
        RightsCheck.FaultsOf([], ["ReadRights"], rows).Count.ShouldBe(1);
    }

    /// <summary>What the answer should not have been; null when it is right.</summary>
    private static string? Fault(
        Operation operation,
        Right right,
        Role role,
        bool hasOrgan,
        IReadOnlyDictionary<string, Target> targets,
        string organisation,
        ApiAnswer answer
    )
    {
        if (right.Grant == Grant.Signed)
            return answer.Status is >= 400 and < 500 and not 403 ? null : "should ask for a signature whoever is signed in";
        if (!IsAllowed(right, role, hasOrgan))
            return answer.Status == 403 ? null : "should be 403";
        if (answer.Status == 403 || (answer.Status == 401 && right.Grant != Grant.Anonymous))
            return "should be let in";
        if (operation.Target(targets) is not { } target || operation.NeedsBody)
            return null;
        return OrganisationScope.Below(organisation).Contains(target.Path)
            ? (answer.Status == 404 && operation.Template.Count(c => c == '{') == 1 ? "should find what is in its scope" : null)
            : (answer.Status is 404 or 400 ? null : "should not find what is outside its scope");
    }

    private static bool IsAllowed(Right right, Role role, bool hasOrgan) =>
        right.Grant is Grant.Anonymous or Grant.SignedIn || (right.Roles.Contains(role) && (right.Reach != Reach.OwnOrgan || hasOrgan));

    /// <summary>Who may is told to step up; who may not learns nothing of that.</summary>
    private static string? StepUpFault(bool allowed, ApiAnswer answer) =>
        (allowed, answer.Status) switch
        {
            (true, 401) when answer["code"].GetString() == "session.step-up-required" => null,
            (false, 403) => null,
            _ => allowed ? "should ask for a step-up" : "should be 403",
        };

    /// <summary>Things of 汉沽街道 that a path may name, by the path up to its id.</summary>
    private static async Task<Dictionary<string, Target>> TargetsAsync(ApiFixture api)
    {
        var account = await api.GivenAccount("Cashier");
        var @case = await api.GivenDecidedCase(); // by an officer of the team, to whose organisation it belongs
        return new(StringComparer.Ordinal)
        {
            ["/api/v1/admin/organisations/"] = new(await api.OrganisationId(Own), Own),
            ["/api/v1/admin/accounts/"] = new(account.Id, Own),
            ["/api/v1/cases/"] = new(@case.Id, "/tj/bhxq/hg/zd1/"),
        };
    }

    private async Task<List<Operation>> OperationsAsync()
    {
        var document = await shared.Anonymous.GetJson("/openapi/v1.json");
        document.Status.ShouldBe(200);
        return
        [
            .. from path in document["paths"].EnumerateObject()
            where path.Name.StartsWith("/api/", StringComparison.Ordinal)
            from operation in path.Value.EnumerateObject()
            where operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("responses", out _)
            select new Operation(
                operation.Value.GetProperty("operationId").GetString()!,
                new HttpMethod(operation.Name.ToUpperInvariant()),
                path.Name,
                operation.Value.TryGetProperty("requestBody", out _)
            ),
        ];
    }

    private sealed record Target(Guid Id, string Path);

    private sealed record Operation(string Id, HttpMethod Method, string Template, bool NeedsBody)
    {
        public Target? Target(IReadOnlyDictionary<string, Target> targets) =>
            Template.IndexOf('{') is >= 0 and var at ? targets.GetValueOrDefault(Template[..at]) : null;

        public string PathFor(IReadOnlyDictionary<string, Target> targets)
        {
            var first = Target(targets)?.Id ?? Guid.NewGuid();
            var parts = Template.Split('/');
            for (var i = 0; i < parts.Length; i++)
            {
                if (!parts[i].StartsWith('{'))
                    continue;
                parts[i] = parts[i].Contains("id", StringComparison.OrdinalIgnoreCase) ? first.ToString() : "2026";
                first = Guid.NewGuid();
            }
            return string.Join('/', parts);
        }
    }
}
