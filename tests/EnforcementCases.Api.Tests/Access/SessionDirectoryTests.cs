using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class SessionDirectoryTests(ApiFixture shared)
{
    [Fact]
    public async Task A_right_withdrawn_on_one_replica_is_gone_on_another_after_the_next_reading()
    {
        await using var replica = await shared.StartReplicaAsync();
        var (userName, password, id) = await shared.GivenAccountInUse("Auditor");
        var token = (await shared.SignIn(userName, password)).AccessToken;
        (await replica.WithToken(token).GetJson("admin/security-events")).Status.ShouldBe(200);

        (await shared.ReplaceRoles(id, "Cashier")).Status.ShouldBe(200);
        await replica.ReadSessionDirectory();

        (await replica.WithToken(token).GetJson("admin/security-events")).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact]
    public async Task A_session_ended_on_one_replica_is_gone_on_another_after_the_next_reading()
    {
        await using var replica = await shared.StartReplicaAsync();
        var token = (await shared.SignIn("hg-officer4")).AccessToken;
        (await replica.WithToken(token).GetJson("session")).Status.ShouldBe(200);

        (await shared.WithToken(token).DeleteJson("session")).Status.ShouldBe(204);
        await replica.ReadSessionDirectory();

        (await replica.WithToken(token).GetJson("session")).ShouldBeProblem(401, "access.not-signed-in");
    }

    [Fact]
    public async Task While_rights_cannot_be_read_nobody_signed_in_is_served()
    {
        await using var api = await ApiFixture.StartAsync();
        var token = (await api.SignIn("hg-officer1")).AccessToken;
        (await api.WithToken(token).GetJson("admin/rights")).Status.ShouldBe(200);

        api.Breaking.DatabaseAway = true;
        api.Clock.LetPass(TimeSpan.FromSeconds(6));
        var answer = await api.WithToken(token).GetJson("admin/rights");

        answer.ShouldBeProblem(503, "access.directory-stale");
        answer.Headers.RetryAfter.ShouldNotBeNull();
        api.Breaking.DatabaseAway = false;
        await api.ReadSessionDirectory();
        (await api.WithToken(token).GetJson("admin/rights")).Status.ShouldBe(200);
    }
}
