using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class SessionListTests(ApiFixture api)
{
    [Fact]
    public async Task One_sees_where_one_is_signed_in()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        await api.Anonymous.PostJson(
            "session",
            new
            {
                userName,
                password,
                device = "手持终端 7",
            }
        );
        var mine = await api.SignIn(userName, password);

        var list = await List(mine);

        list.Count.ShouldBe(3); // with the one that changed the one-time password
        var handheld = list.Single(s => s.GetProperty("device").GetString() == "手持终端 7");
        handheld.GetProperty("current").GetBoolean().ShouldBeFalse();
        handheld.GetProperty("openedBy").GetString().ShouldBe("Password");
        handheld.GetProperty("address").GetString().ShouldBeOneOf("127.0.0.*", "0:0:0::*");
        list.Count(s => s.GetProperty("current").GetBoolean()).ShouldBe(1);
    }

    [Fact]
    public async Task One_ends_a_session_or_all_others()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var lost = await api.SignIn(userName, password);
        var other = await api.SignIn(userName, password);
        var mine = await api.SignIn(userName, password);
        var client = api.WithToken(mine.AccessToken);
        var id = (await api.WithToken(lost.AccessToken).GetJson("session"))["sessionId"].GetGuid();

        (await client.DeleteJson($"session/list/{id}")).Status.ShouldBe(204);

        (await api.WithToken(lost.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.Refresh(lost.RefreshToken)).Status.ShouldBe(401);
        (await api.WithToken(other.AccessToken).GetJson("session")).Status.ShouldBe(200);
        (await client.DeleteJson($"session/list/{id}")).ShouldBeProblem(404, "session.not-found");

        (await client.DeleteJson("session/list")).Status.ShouldBe(204);

        (await api.WithToken(other.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await List(mine)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var theirs = await api.SignIn(userName, password);
        var id = (await api.WithToken(theirs.AccessToken).GetJson("session"))["sessionId"].GetGuid();

        (await api.SignedInAs("hg-officer1").DeleteJson($"session/list/{id}")).ShouldBeProblem(404, "session.not-found");

        (await api.WithToken(theirs.AccessToken).GetJson("session")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_administrator_lists_and_ends_within_the_own_organisation()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Cashier");
        var first = await api.SignIn(userName, password);
        var second = await api.SignIn(userName, password);
        var administrator = api.SignedInAs("hg-admin");
        var path = $"admin/accounts/{id}/sessions";
        (await api.SignedInAs("xc-admin").GetJson(path)).ShouldBeProblem(404, "access.account-not-found");
        (await api.SignedInAs("xc-admin").DeleteJson(path)).ShouldBeProblem(404, "access.account-not-found");
        var one = (await api.WithToken(first.AccessToken).GetJson("session"))["sessionId"].GetGuid();
        (await administrator.GetJson(path)).Body.EnumerateArray().ShouldContain(s => s.GetProperty("id").GetGuid() == one);

        (await administrator.DeleteJson($"{path}/{one}")).Status.ShouldBe(204);
        (await api.WithToken(first.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.WithToken(second.AccessToken).GetJson("session")).Status.ShouldBe(200);

        (await administrator.DeleteJson(path)).Status.ShouldBe(204);
        (await api.WithToken(second.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await administrator.GetJson(path)).Body.GetArrayLength().ShouldBe(0);
        (await api.SecurityEventsOf("hg-auditor", $"&kind=SessionsEnded&accountId={id}")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_ended_session_is_gone_on_another_replica_after_the_next_reading()
    {
        await using var replica = await api.StartReplicaAsync();
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var lost = (await api.SignIn(userName, password)).AccessToken;
        (await replica.WithToken(lost).GetJson("session")).Status.ShouldBe(200);
        var mine = api.WithToken((await api.SignIn(userName, password)).AccessToken);

        (await mine.DeleteJson("session/list")).Status.ShouldBe(204);
        await replica.ReadSessionDirectory();

        (await replica.WithToken(lost).GetJson("session")).ShouldBeProblem(401, "access.not-signed-in");
    }

    private async Task<List<JsonElement>> List(SignedIn session)
    {
        var answer = await api.WithToken(session.AccessToken).GetJson("session/list");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return [.. answer.Body.EnumerateArray()];
    }
}
