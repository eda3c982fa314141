using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class SecondFactorTests(ApiFixture api)
{
    [Theory]
    [InlineData("LegalReviewer", true)]
    [InlineData("Head", true)]
    [InlineData("DeputyHead", true)]
    [InlineData("Supervisor", true)]
    [InlineData("CatalogueClerk", true)]
    [InlineData("Administrator", true)]
    [InlineData("Officer", false)]
    [InlineData("Cashier", false)]
    public async Task Whoever_decides_or_supervises_sets_one_before_anything_else(string role, bool owes)
    {
        var (userName, password, _) = await api.GivenAccountInUse("Auditor");
        var id = (await api.SignedInAs(userName, password).GetJson("session"))["account"].GetProperty("id").GetGuid();
        (await api.ReplaceRoles(id, role)).Status.ShouldBe(200);
        var answer = await api.Anonymous.PostJson("session", new { userName, password });
        answer["mustSetSecondFactor"].GetBoolean().ShouldBe(owes);
        var client = api.WithToken(answer["accessToken"].GetString()!);
        var path = role == "Administrator" ? "admin/accounts" : "officers";

        if (owes)
            (await client.GetJson(path)).ShouldBeProblem(403, "access.second-factor-needed")["nextStep"].GetString().ShouldNotBeNull();
        else
            (await client.GetJson(path)).Status.ShouldBe(200);
        if (!owes)
            return;
        (await api.SetSecondFactor(userName, answer["accessToken"].GetString()!)).Count.ShouldBe(10);
        (await client.GetJson(path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_secret_comes_with_a_link_for_the_app_and_is_void_until_confirmed()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var client = api.WithToken((await api.SignIn(userName, password)).AccessToken);

        (await client.PostJson("session/second-factor/confirm", new { code = "000000" })).ShouldBeProblem(
            409,
            "session.second-factor-not-begun"
        );
        var handed = await client.PostJson("session/second-factor");
        handed["otpauthUri"]
            .GetString()!
            .ShouldStartWith($"otpauth://totp/EnforcementCases:{userName}?secret={handed["secret"].GetString()}&");
        var wrong = await client.PostJson("session/second-factor/confirm", new { code = "00000x" });
        wrong.ShouldBeProblem(400, "request.invalid");

        (await api.Anonymous.PostJson("session", new { userName, password }))["step"].GetString().ShouldBe("SignedIn");
        (await client.GetJson("session"))["secondFactor"].GetProperty("since").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_secret_that_was_shown_and_not_confirmed_is_void_after_half_an_hour()
    {
        await using var own = await ApiFixture.StartAsync();
        var (userName, password, _) = await own.GivenAccountInUse("Cashier");
        var client = own.WithToken((await own.SignIn(userName, password)).AccessToken);
        (await client.PostJson("session/second-factor")).Status.ShouldBe(200);
        own.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        client = own.WithToken((await own.SignIn(userName, password)).AccessToken);
        (await client.PostJson("session/second-factor/confirm", new { code = "000000" })).ShouldBeProblem(422, "session.first-code-wrong");

        own.Clock.Advance(TimeSpan.FromSeconds(1));
        (await client.PostJson("session/second-factor/confirm", new { code = "000000" })).ShouldBeProblem(
            409,
            "session.second-factor-not-begun"
        );
        (await own.SetSecondFactor(userName, (await own.SignIn(userName, password)).AccessToken)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Setting_one_ends_the_sessions_that_were_opened_without()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var other = await api.SignIn(userName, password);
        var mine = await api.SignIn(userName, password);

        await api.SetSecondFactor(userName, mine.AccessToken);

        (await api.WithToken(mine.AccessToken).GetJson("session"))["secondFactor"].GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(10);
        (await api.WithToken(other.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.Refresh(other.RefreshToken)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_code_is_good_once_also_for_another_sign_in()
    {
        var (userName, password) = await GivenSecondFactor();
        var first = await api.Challenge(userName, password);
        var second = await api.Challenge(userName, password);
        var code = api.CodeOf(userName);

        (await Answer(first, code)).Status.ShouldBe(200);

        (await Answer(second, code)).ShouldBeProblem(401, "session.second-factor-refused");
    }

    [Fact]
    public async Task Of_two_who_type_the_same_code_at_once_one_gets_in()
    {
        var (userName, password) = await GivenSecondFactor();
        var challenge = await api.Challenge(userName, password);
        var code = api.CodeOf(userName);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Answer(challenge, code)));

        answers.Count(a => a.Status == 200).ShouldBe(1);
    }

    [Fact]
    public async Task A_challenge_is_good_for_five_minutes_and_cannot_be_made_up()
    {
        await using var own = await ApiFixture.StartAsync();
        var challenge = await own.Challenge("hg-head");
        own.Clock.Advance(TimeSpan.FromMinutes(5));

        (await Answer(challenge, own.CodeOf("hg-head"), own)).ShouldBeProblem(401, "session.second-factor-refused");

        foreach (var made in (string[])["x", "AAAA", challenge["challenge"].GetString()![..^4] + "AAAA"])
        {
            (await own.Anonymous.PostJson("session/challenge", new { challenge = made, code = own.CodeOf("hg-head") })).ShouldBeProblem(
                401,
                "session.second-factor-refused"
            );
        }
    }

    [Fact]
    public async Task A_challenge_from_before_a_password_reset_is_void()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Cashier");
        await api.SetSecondFactor(userName, (await api.SignIn(userName, password)).AccessToken);
        var challenge = await api.Challenge(userName, password);
        (await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/password-reset")).Status.ShouldBe(200);
        await api.ConfirmChangesOf(id);

        (await Answer(challenge, api.CodeOf(userName))).ShouldBeProblem(401, "session.second-factor-refused");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_a_right_password_between_does_not_start_the_count_anew()
    {
        await using var own = await ApiFixture.StartAsync();
        for (var i = 0; i < 5; i++)
            (await Answer(await own.Challenge("hg-head"), "000000", own)).ShouldBeProblem(401, "session.second-factor-refused");

        var locked = await Answer(await own.Challenge("hg-head"), own.CodeOf("hg-head"), own);
        locked.ShouldBeProblem(401, "session.second-factor-refused");

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Answer(await own.Challenge("hg-head"), own.CodeOf("hg-head"), own)).Status.ShouldBe(200);
        var events = await own.SecurityEventsOf("hg-auditor");
        events.Count(e => e == "SecondFactorFailed").ShouldBe(4);
        events.Count(e => e == "SecondFactorLocked").ShouldBe(1);
        events.Count(e => e == "SecondFactorAsked").ShouldBe(7);
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_however_it_is_typed_and_for_a_new_app()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        var codes = await api.SetSecondFactor(userName, (await api.SignIn(userName, password)).AccessToken);
        var typed = codes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        var session = await Recover(await api.Challenge(userName, password), typed);

        session.Status.ShouldBe(200, session.Body.ToString());
        (await Recover(await api.Challenge(userName, password), codes[3])).ShouldBeProblem(401, "session.second-factor-refused");
        var token = session["accessToken"].GetString()!;
        (await api.WithToken(token).GetJson("session"))["secondFactor"].GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(9);
        var renewed = await api.SetSecondFactor(userName, token); // the lost phone's app is void now, and so are the old codes
        (await Recover(await api.Challenge(userName, password), codes[4])).ShouldBeProblem(401, "session.second-factor-refused");
        (await Recover(await api.Challenge(userName, password), renewed[4])).Status.ShouldBe(200);
        (await api.SecurityEventsOf("hg-auditor", "&kind=RecoveryCodeUsed")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_app_is_replaced_only_by_somebody_who_has_just_proved_himself()
    {
        await using var own = await ApiFixture.StartAsync();
        var head = own.WithToken((await own.SignIn("hg-head")).AccessToken);
        own.Clock.Advance(TimeSpan.FromMinutes(5));

        (await head.PostJson("session/second-factor")).ShouldBeProblem(401, "session.step-up-required");
        (await head.PostJson("session/second-factor/recovery-codes")).ShouldBeProblem(401, "session.step-up-required");

        (await head.PostJson("session/step-up", new { code = own.CodeOf("hg-head") })).Status.ShouldBe(200);
        (await head.PostJson("session/second-factor")).Status.ShouldBe(200);
        (await head.PostJson("session/second-factor/recovery-codes"))["codes"].GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task The_administrator_takes_a_lost_one_away_and_it_is_in_the_log()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Supervisor");
        var session = await api.SignIn(userName, password);
        var administrator = api.SignedInAs("hg-admin");
        (await administrator.GetJson($"admin/accounts/{id}"))["secondFactorSince"].ValueKind.ShouldBe(JsonValueKind.String);

        (await administrator.PostJson($"admin/accounts/{id}/second-factor-reset")).Status.ShouldBe(200);
        await api.ConfirmChangesOf(id);

        (await api.WithToken(session.AccessToken).GetJson("session")).Status.ShouldBe(401);
        var again = await api.Anonymous.PostJson("session", new { userName, password });
        again["mustSetSecondFactor"].GetBoolean().ShouldBeTrue();
        (await administrator.PostJson($"admin/accounts/{id}/second-factor-reset")).ShouldBeProblem(409, "access.no-second-factor");
        (await api.SecurityEventsOf("hg-auditor", $"&kind=SecondFactorReset&accountId={id}")).Count.ShouldBe(1);
        await api.SetSecondFactor(userName, again["accessToken"].GetString()!);
    }

    [Fact]
    public async Task Nobody_resets_his_own()
    {
        var administrator = api.SignedInAs("xc-admin");
        var me = (await administrator.GetJson("session"))["account"].GetProperty("id").GetGuid();

        (await administrator.PostJson($"admin/accounts/{me}/second-factor-reset")).ShouldBeProblem(403, "access.own-account");
    }

    [Fact]
    public async Task Where_it_is_optional_nobody_has_to_set_one_and_what_weighs_needs_one_all_the_same()
    {
        await using var own = await ApiFixture.StartAsync(("Access:SecondFactor", "Optional"));
        var (userName, oneTime, _) = await own.GivenAccount("Head");
        var first = await own.SignIn(userName, oneTime);
        (
            await own.WithToken(first.AccessToken)
                .PostJson("session/password", new { currentPassword = oneTime, newPassword = "Fresh-2026-pass" })
        ).Status.ShouldBe(204);
        var head = own.WithToken(first.AccessToken);

        (await head.GetJson("cases")).Status.ShouldBe(200);
        var refused = await head.PostJson($"cases/{Guid.NewGuid()}/acts/revoke", new { });
        refused.ShouldBeProblem(401, "session.step-up-required");
        refused["nextStep"].GetString().ShouldBe("POST /api/v1/session/second-factor");
        (await own.Challenge("hg-head"))["challenge"].GetString().ShouldNotBeNull(); // whoever has one is asked
    }

    private async Task<(string UserName, string Password)> GivenSecondFactor()
    {
        var (userName, password, _) = await api.GivenAccountInUse("Cashier");
        await api.SetSecondFactor(userName, (await api.SignIn(userName, password)).AccessToken);
        return (userName, password);
    }

    private Task<ApiAnswer> Answer(ApiAnswer challenge, string code, ApiFixture? at = null) =>
        (at ?? api).Anonymous.PostJson("session/challenge", new { challenge = challenge["challenge"].GetString(), code });

    private Task<ApiAnswer> Recover(ApiAnswer challenge, string recoveryCode) =>
        api.Anonymous.PostJson("session/challenge", new { challenge = challenge["challenge"].GetString(), recoveryCode });
}
