using EnforcementCases.Api.Access;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.Access;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>One person with several accounts tries to be several persons: every approving act is refused to who handled the case, proposed the matter or signed another
/// level of its paper.</summary>
public sealed class SeparationOfDutyTests(ApiFixture api)
{
    private static IReadOnlyList<ActRow> Approving => [.. OrdinaryProcedure.Rows.Where(row => row.Approves)];

    /// <summary>The offices of the second accounts were held before the acts.</summary>
    private static readonly DateOnly Since = new(2024, 1, 2);

    [Fact]
    public async Task Every_approving_act_is_refused_to_an_officer_of_the_case_through_another_account()
    {
        await using var own = await ApiFixture.StartAsync(("Access:ReviewersBesideOfficers", AccessSteps.Hangu));
        var accounts = new Dictionary<Role, (string UserName, string Password)>();
        foreach (var role in Approving.Select(row => row.By[0]).Distinct())
            accounts[role] = await own.GivenSecondAccountOf("hg-officer1", role.ToString(), Since);
        var @case = await own.GivenFiledCase();
        var before = await @case.Acts();
        var onTheSpot = await own.GivenDecidedCase();
        var decided = await onTheSpot.Acts();

        foreach (var row in Approving)
        {
            var (userName, password) = accounts[row.By[0]];
            var client = own.SignedInAs(userName, password);
            object body = row switch
            {
                { Act: CaseAct.JoinTrack } => new
                {
                    otherCaseId = onTheSpot.Id,
                    reason = "共同经营",
                    doneAt = @case.At(20, 9),
                },
                { Act: CaseAct.CorrectError } => new
                {
                    documentId = Guid.NewGuid(),
                    printed = "沿街",
                    corrected = "延街",
                    shownBy = new { documentId = Guid.NewGuid() },
                    reason = "笔误",
                    proposedBy = DemoIds.Person("hg-officer1"),
                    doneAt = @case.At(20, 9),
                },
                { Body: { } type } => OrdinaryWalkTests.Body(type, @case.At(20, 9)),
                _ => new { reason = "事实认定有误", doneAt = @case.At(20, 9) },
            };
            var route = ActRoutes.Kebab(row.Act);

            (await client.PostJson($"cases/{@case.Id}/acts/{route}", body, ifMatch: before.ETag)).ShouldBeSeparated(row);
            if (row.Procedures.Contains(CaseProcedure.Simple) || row.Body is null)
                (await client.PostJson($"cases/{onTheSpot.Id}/acts/{route}", body, ifMatch: decided.ETag)).ShouldBeSeparated(row);
            var listed = await client.GetJson($"cases/{@case.Id}/acts");
            listed["acts"]
                .EnumerateArray()
                .Single(a => a.GetProperty("act").GetString() == row.Act.ToString())
                .GetProperty("notAllowedBecause")
                .GetProperty("code")
                .GetString()
                .ShouldBe("access.separation-of-duty", row.Operation);
        }

        Approving.Count.ShouldBeGreaterThan(30);
        (await @case.Acts()).Body.GetRawText().ShouldBe(before.Body.GetRawText());
    }

    [Fact]
    public void Whoever_signs_for_the_organ_approves_and_the_rights_table_shows_it()
    {
        var rights = api.Services.GetRequiredService<RightsTable>().Rows;
        foreach (var row in OrdinaryProcedure.Rows.Where(row => row.Body is not null))
        {
            rights[row.Operation].Approves.ShouldBe(row.Approves, row.Operation);
            if (row.Approves)
                rights[row.Operation].Relation.ShouldBe(Relation.NotOfficerOfCase, row.Operation);
        }
        rights["RevokeDecision"].Approves.ShouldBeTrue();
        rights["VoidDocumentNumber"].Approves.ShouldBeTrue();
    }

    [Fact]
    public async Task The_tables_are_published()
    {
        var rights = await api.SignedInAs("hg-officer1").GetJson("admin/rights");
        rights
            .Body.EnumerateArray()
            .Single(r => r.GetProperty("operation").GetString() == "EndorsePaper")
            .GetProperty("approves")
            .GetBoolean()
            .ShouldBeTrue();
        var excluded = await api.SignedInAs("hg-officer1").GetJson("admin/role-exclusions");
        excluded.Body.EnumerateArray().Select(e => e.GetProperty("code").GetString()).ShouldContain("access.auditor-role-conflict");
    }

    /// <summary>The person proposes the filing of his own case, and goes to the first level with a second account.</summary>
    [Fact]
    public async Task One_person_alone_is_refused_at_the_first_approving_step()
    {
        var teamLead = await api.GivenSecondAccountOf("hg-officer1", "TeamLead", Since);
        var @case = await api.GivenRegisteredCase();
        await @case.ProposeFiling(@case.At(0, 8));

        var answer = await EndorseAs(@case, teamLead, "TeamLead");

        answer.ShouldBeProblem(403, "access.separation-of-duty");
        answer["nextStep"].GetString().ShouldNotBeNullOrEmpty();
        (await @case.Stage()).ShouldBe("Registered");
    }

    [Fact]
    public async Task Who_proposed_does_not_approve_though_others_are_the_officers()
    {
        var teamLead = await api.GivenSecondAccountOf("hg-officer3", "TeamLead", Since);
        var head = await api.GivenSecondAccountOf("hg-officer3", "Head", Since);
        var @case = await api.GivenRegisteredCase();
        (await @case.ProposeFiling(@case.At(0, 8), @as: "hg-officer3")).Status.ShouldBe(200);

        (await EndorseAs(@case, teamLead, "TeamLead")).ShouldBeProblem(403, "access.own-proposal");
        await @case.Endorse("Filing", @case.At(0, 11));
        (await ActAs(@case, head, "file-case", new { doneAt = @case.At(0, 13), opinion = "同意立案。" })).ShouldBeProblem(
            403,
            "access.own-proposal"
        );
        (await @case.FileCase()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Two_levels_of_one_paper_are_two_persons()
    {
        var teamLead = await api.GivenSecondAccountOf("hg-officer3", "TeamLead", Since);
        var deputy = await api.GivenSecondAccountOf("hg-officer3", "DeputyHead", Since);
        var head = await api.GivenSecondAccountOf("hg-deputy1", "Head", Since);
        var @case = await api.GivenRegisteredCase();
        await @case.ProposeFiling(@case.At(0, 8));
        (await EndorseAs(@case, teamLead, "TeamLead")).Status.ShouldBe(200);

        (await EndorseAs(@case, deputy, "DeputyHead")).ShouldBeProblem(403, "access.same-person-on-paper");
        (await EndorseAs(@case, ("hg-deputy1", ApiFixture.DemoPassword), "DeputyHead")).Status.ShouldBe(200);
        (await ActAs(@case, head, "file-case", new { doneAt = @case.At(0, 13), opinion = "同意立案。" })).ShouldBeProblem(
            403,
            "access.same-person-on-paper"
        );
        (await @case.FileCase()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Who_endorsed_the_decision_does_not_decide_it()
    {
        var head = await api.GivenSecondAccountOf("hg-deputy1", "Head", Since);
        var @case = await api.GivenProposedDecision();

        (await ActAs(@case, head, "decide", await @case.Decision(@case.At(15, 9)))).ShouldBeProblem(403, "access.same-person-on-paper");
        await @case.Decide(@case.At(15, 9));
    }

    [Theory]
    [InlineData("hg-officer1", "LegalReviewer", "access.reviewer-role-conflict")]
    [InlineData("hg-officer1", "Auditor", "access.auditor-role-conflict")]
    [InlineData("hg-cashier", "Head", "access.cashier-role-conflict")]
    [InlineData("hg-head", "Cashier", "access.cashier-role-conflict")]
    [InlineData("hg-auditor", "Officer", "access.auditor-role-conflict")]
    [InlineData("hg-head", "Administrator", "access.roles-conflict")]
    public async Task Roles_that_exclude_each_other_are_not_granted_to_one_person(string demoUser, string role, string code)
    {
        var answer = await api.OpenSecondAccountOf(demoUser, role);

        answer.ShouldBeProblem(422, code);
        answer["nextStep"].GetString().ShouldNotBeNullOrEmpty();
    }

    private static Task<ApiAnswer> EndorseAs(OrdinaryCase @case, (string UserName, string Password) who, string level) =>
        ActAs(
            @case,
            who,
            "endorse-paper",
            new
            {
                doneAt = @case.At(0, 11, level == "TeamLead" ? 0 : 30),
                paper = "Filing",
                level,
                agrees = true,
                opinion = "同意。",
            }
        );

    private static async Task<ApiAnswer> ActAs(OrdinaryCase @case, (string UserName, string Password) who, string act, object body) =>
        await @case
            .Api.SignedInAs(who.UserName, who.Password)
            .PostJson($"cases/{@case.Id}/acts/{act}", body, ifMatch: (await @case.Acts()).ETag);
}

internal static class SeparationShouldly
{
    public static void ShouldBeSeparated(this ApiAnswer answer, ActRow row)
    {
        answer.Status.ShouldBe(403, $"{row.Operation}: {answer.Body}");
        answer["code"].GetString().ShouldBe("access.separation-of-duty", row.Operation);
    }
}
