using System.Globalization;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class AccountTransferTests(ApiFixture api)
{
    private const string Team = "/tj/bhxq/hg/zd1/";
    private const string OtherStreet = "/tj/bhxq/xc/";

    [Fact]
    public async Task Who_goes_to_another_street_takes_the_account_along_without_its_roles()
    {
        var (userName, password, id) = await GivenOfficer(api);
        var session = await api.SignIn(userName, password);
        (await api.WithToken(session.AccessToken).GetJson("cases")).Status.ShouldBe(200);

        await Transfer(api, id, OtherStreet, Day(api, 0));

        (await api.WithToken(session.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.SignedInAs("hg-admin").GetJson($"admin/accounts/{id}")).ShouldBeProblem(404, "access.account-not-found");
        var moved = await api.SignedInAs("xc-admin").GetJson($"admin/accounts/{id}");
        moved["organisationPath"].GetString().ShouldBe(OtherStreet);
        moved["roles"].GetArrayLength().ShouldBe(0);
        (await api.SignedInAs(userName, password).GetJson("cases")).ShouldBeProblem(403, "access.not-allowed");
        foreach (var auditor in (string[])["hg-auditor", "xc-auditor"])
            (await api.SecurityEventsOf(auditor, $"&kind=AccountMoved&accountId={id}")).Count.ShouldBe(1, auditor);
    }

    [Fact]
    public async Task A_transfer_to_come_moves_the_account_on_its_first_day()
    {
        await using var own = await ApiFixture.StartAsync();
        var (userName, password, id) = await GivenOfficer(own);
        await Transfer(own, id, OtherStreet, Day(own, 3));
        (await own.SignedInAs(userName, password).GetJson("cases")).Status.ShouldBe(200);
        own.Clock.Advance(TimeSpan.FromDays(2));
        await RunJob(own);
        (await own.SignedInAs(userName, password).GetJson("cases")).Status.ShouldBe(200);

        own.Clock.Advance(TimeSpan.FromDays(1));
        await RunJob(own);

        (await own.SignedInAs("xc-admin").GetJson($"admin/accounts/{id}"))["roles"].GetArrayLength().ShouldBe(0);
        await RunJob(own); // done once: what is granted there stays
        var granted = await own.ReplaceRoles(id, "Officer");
        granted.Status.ShouldBe(200, granted.Body.ToString());
        await RunJob(own);
        (await own.SignedInAs(userName, password).GetJson("cases")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Within_the_street_nothing_changes()
    {
        var (userName, password, id) = await GivenOfficer(api);

        await Transfer(api, id, AccessSteps.Hangu, Day(api, 0));

        (await api.SignedInAs("hg-admin").GetJson($"admin/accounts/{id}"))["organisationPath"].GetString().ShouldBe(Team);
        (await api.SignedInAs(userName, password).GetJson("cases")).Status.ShouldBe(200);
    }

    /// <summary>An officer of the team with an account in use.</summary>
    private static async Task<(string UserName, string Password, Guid Id)> GivenOfficer(ApiFixture api)
    {
        var account = await api.GivenAccountInUse("Officer", Team);
        var administrator = api.SignedInAs("tj-admin");
        var person = (await administrator.GetJson($"admin/accounts/{account.Id}"))["personId"].GetGuid();
        var entered = await administrator.PostJson(
            "officers",
            new
            {
                personId = person,
                organisationId = await api.OrganisationId(Team),
                from = "2022-01-01",
            }
        );
        entered.Status.ShouldBe(201, entered.Body.ToString());
        return account;
    }

    private static async Task Transfer(ApiFixture api, Guid account, string to, string from)
    {
        var administrator = api.SignedInAs("tj-admin");
        var person = (await administrator.GetJson($"admin/accounts/{account}"))["personId"].GetGuid();
        var seen = await administrator.GetJson($"officers/{person}");
        var answer = await administrator.PostJson(
            $"officers/{person}/transfer",
            new { organisationId = await api.OrganisationId(to), from },
            ifMatch: seen.ETag
        );
        answer.Status.ShouldBe(200, answer.Body.ToString());
    }

    private static string Day(ApiFixture api, int ahead) =>
        api.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task RunJob(ApiFixture own)
    {
        var answer = await own.SignedInAs("tj-admin").PostJson("admin/jobs/transferred-accounts/run", new { period = (string?)null });
        answer["outcome"].GetString().ShouldBe("Done", answer.Body.ToString());
    }
}
