using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class StepUpTests(ApiFixture api)
{
    [Fact]
    public async Task An_act_that_weighs_waits_for_a_code_given_within_five_minutes()
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenDecidedCase();
        var head = own.WithToken((await own.SignIn("hg-head")).AccessToken);
        own.Clock.Advance(TimeSpan.FromMinutes(5)); // the code of the sign-in is as old as that

        var refused = await Revoke(head, @case);

        refused.ShouldBeProblem(401, "session.step-up-required");
        refused["nextStep"].GetString().ShouldBe("POST /api/v1/session/step-up");
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
        (await @case.Stage()).ShouldBe("Decided");

        var steppedUp = await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") });
        steppedUp.Status.ShouldBe(200, steppedUp.Body.ToString());
        own.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(10));
        (await Revoke(head, @case)).Status.ShouldBe(200);
        (await own.SecurityEventsOf("hg-auditor")).Intersect(["StepUpAsked", "SteppedUp"]).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Who_has_not_the_right_is_not_asked_for_a_code()
    {
        var @case = await api.GivenDecidedCase();

        (await Revoke(api.WithToken((await api.SignIn("hg-officer1")).AccessToken), @case)).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact]
    public async Task A_recovery_code_is_good_for_signing_in_and_not_for_this()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Head");
        var @case = await api.GivenDecidedCase();
        var codes = await RenewedCodes(userName, password);
        var challenge = await api.Challenge(userName, password);
        var session = await api.Anonymous.PostJson(
            "session/challenge",
            new { challenge = challenge["challenge"].GetString(), recoveryCode = codes[0] }
        );

        (await Revoke(api.WithToken(session["accessToken"].GetString()!), @case)).ShouldBeProblem(401, "session.step-up-required");
    }

    [Fact]
    public async Task Wrong_codes_are_counted_and_a_locked_account_does_not_step_up()
    {
        await using var own = await ApiFixture.StartAsync();
        var head = own.WithToken((await own.SignIn("hg-head")).AccessToken);
        for (var i = 0; i < 5; i++)
            (await head.PostJson("session/step-up", new { code = "000000" })).ShouldBeProblem(422, "session.code-refused");

        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).ShouldBeProblem(422, "session.code-refused");

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_code_that_signed_in_does_not_step_up()
    {
        await using var own = await ApiFixture.StartAsync();
        var challenge = await own.Challenge("hg-head");
        var code = own.CodeOf("hg-head");
        var session = await own.Anonymous.PostJson("session/challenge", new { challenge = challenge["challenge"].GetString(), code });

        (await own.WithToken(session["accessToken"].GetString()!).PostJson("session/step-up", new { code })).ShouldBeProblem(
            422,
            "session.code-refused"
        );
    }

    [Fact]
    public async Task Who_has_no_second_factor_is_told_to_set_one()
    {
        var officer = api.SignedInAs("hg-officer2");

        (await officer.PostJson("session/step-up", new { code = "123456" })).ShouldBeProblem(409, "session.no-second-factor");
    }

    [Fact]
    public async Task A_step_up_on_one_replica_counts_on_another_at_once()
    {
        await using var own = await ApiFixture.StartAsync();
        await using var replica = await own.StartReplicaAsync();
        var token = (await own.SignIn("hg-head")).AccessToken;
        own.Clock.Advance(TimeSpan.FromMinutes(6));
        replica.Clock.Advance(TimeSpan.FromMinutes(6));
        var @case = await own.GivenDecidedCase();
        (await Revoke(replica.WithToken(token), @case)).ShouldBeProblem(401, "session.step-up-required");

        (await own.WithToken(token).PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).Status.ShouldBe(200);

        (await Revoke(replica.WithToken(token), @case)).Status.ShouldBe(200);
    }

    /// <summary>Whoever finds the administrator's desk open makes himself no head.</summary>
    [Fact]
    public async Task Accounts_roles_and_passwords_are_given_after_a_code_alone()
    {
        await using var own = await ApiFixture.StartAsync();
        var (_, _, id) = await own.GivenAccountInUse("Officer");
        var administrator = own.WithToken((await own.SignIn("hg-admin")).AccessToken);
        var seen = await administrator.GetJson($"admin/accounts/{id}");
        var account = new
        {
            userName = $"t-{Guid.NewGuid():N}",
            organisationId = await own.OrganisationId(AccessSteps.Hangu),
            roles = new[] { "Officer" },
            person = new { name = "测试员", kind = "Establishment" },
        };
        own.Clock.Advance(TimeSpan.FromMinutes(5)); // the code of the sign-in is as old as that

        var refused = new[]
        {
            await administrator.PostJson("admin/accounts", account),
            await administrator.PostJson($"admin/accounts/{id}/roles", new { roles = new[] { "Head" } }, ifMatch: seen.ETag),
            await administrator.PostJson($"admin/accounts/{id}/password-reset"),
        };

        foreach (var answer in refused)
            answer.ShouldBeProblem(401, "session.step-up-required");
        (await administrator.GetJson($"admin/accounts/{id}")).ETag.ShouldBe(seen.ETag);
        (await administrator.PostJson("session/step-up", new { code = own.CodeOf("hg-admin") })).Status.ShouldBe(200);
        (await administrator.PostJson("admin/accounts", account)).Status.ShouldBe(201);
        (
            await administrator.PostJson($"admin/accounts/{id}/roles", new { roles = new[] { "Cashier" } }, ifMatch: seen.ETag)
        ).Status.ShouldBe(200);
        (await administrator.PostJson($"admin/accounts/{id}/password-reset")).Status.ShouldBe(200);
    }

    private static Task<ApiAnswer> Revoke(ApiClient client, DecidedCase @case) =>
        client.PostJson(
            $"cases/{@case.Id}/acts/revoke",
            new { reason = "事实认定有误", doneAt = @case.DecidedAt.AddHours(2) },
            ifMatch: $"\"{@case.Id:N}.1\""
        );

    private async Task<List<string>> RenewedCodes(string userName, string password)
    {
        var answer = await api.SignedInAs(userName, password).PostJson("session/second-factor/recovery-codes");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return [.. answer["codes"].EnumerateArray().Select(c => c.GetString()!)];
    }
}
