using System.Security.Cryptography;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>The program with an authority beside it, for the tests of one class.</summary>
public sealed class AuthorityFixture : IAsyncLifetime
{
    internal LocalAuthority Authority { get; private set; } = null!;

    public ApiFixture Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Authority = await LocalAuthority.StartAsync();
        Api = await ApiFixture.StartAsync(Authority.Settings());
        Authority.Clock = Api.Clock;
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Authority.DisposeAsync();
    }
}

public sealed class ExternalSignInTests(AuthorityFixture fixture) : IClassFixture<AuthorityFixture>, IDisposable
{
    private readonly LocalAuthority authority = fixture.Authority;

    private ApiFixture Api { get; set; } = fixture.Api;

    public enum Spoilt
    {
        Issuer,
        Audience,
        SecondAudience,
        OtherParty,
        Nonce,
        NoNonce,
        Expired,
        NoExpiry,
        Unsigned,
        ForeignKeyUnderItsName,
        SharedSecret,
        NoClaim,
        TwoClaims,
    }

    public void Dispose() =>
        (authority.Spoil, authority.ForeignKey, authority.Away, authority.Clock, authority.KnownSince, authority.OverlooksMaxAge) = (
            null,
            null,
            false,
            fixture.Api.Clock,
            null,
            false
        );

    [Fact]
    public async Task A_linked_person_comes_in_with_our_roles()
    {
        var (userName, _, id) = await Api.GivenAccount("Officer"); // its one-time password is never used
        await Link(id, "E-1001");

        var answer = await SignIn("E-1001", device: "浏览器");

        answer.Status.ShouldBe(200, answer.Body.ToString());
        answer["step"].GetString().ShouldBe("SignedIn");
        answer["mustChangePassword"].GetBoolean().ShouldBeFalse();
        var client = Api.WithToken(answer["accessToken"].GetString()!);
        (await client.GetJson("cases")).Status.ShouldBe(200);
        (await client.GetJson("session"))["account"].GetProperty("userName").GetString().ShouldBe(userName);
        var session = (await client.GetJson("session/list")).Body[0];
        session.GetProperty("openedBy").GetString().ShouldBe("Authority");
        session.GetProperty("device").GetString().ShouldBe("浏览器");
        (await Api.Refresh(answer["refreshToken"].GetString()!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Ours_is_asked_for_where_the_authority_is_not_trusted_with_the_second_factor()
    {
        await Link(IdOf("hg-head"), "E-1002");

        var answer = await SignIn("E-1002", amr: ["mfa"]);

        answer["step"].GetString().ShouldBe("SecondFactor");
        var session = await Api.Anonymous.PostJson(
            "session/challenge",
            new { challenge = answer["challenge"].GetString(), code = Api.CodeOf("hg-head") }
        );
        session.Status.ShouldBe(200, session.Body.ToString());
        var (_, _, fresh) = await Api.GivenAccount("Head");
        await Link(fresh, "E-1003");
        var owes = await SignIn("E-1003", amr: ["mfa"]);
        owes["mustSetSecondFactor"].GetBoolean().ShouldBeTrue();
        (await Api.WithToken(owes["accessToken"].GetString()!).GetJson("cases")).ShouldBeProblem(403, "access.second-factor-needed");
    }

    [Fact]
    public async Task Where_it_is_trusted_its_second_factor_counts_for_as_long_as_ours()
    {
        await using var own = await ApiFixture.StartAsync(authority.Settings(("Oidc:TrustedAmr:0", "mfa"), ("Oidc:TrustedAmr:1", "otp")));
        Api = own;
        authority.Clock = own.Clock;
        await Link(IdOf("hg-head"), "E-1004");

        (await SignIn("E-1004", amr: ["pwd"]))["step"].GetString().ShouldBe("SecondFactor");
        var answer = await SignIn("E-1004", amr: ["pwd", "mfa"]);

        answer["step"].GetString().ShouldBe("SignedIn");
        var head = Api.WithToken(answer["accessToken"].GetString()!);
        (await Revoke(head)).ShouldBeProblem(404, "case.not-found"); // let in
        Api.Clock.Advance(TimeSpan.FromMinutes(6));
        (await Revoke(head)).ShouldBeProblem(401, "session.step-up-required");
        (await head.PostJson("session/step-up", new { code = Api.CodeOf("hg-head") })).Status.ShouldBe(200);
        (await Revoke(head)).ShouldBeProblem(404, "case.not-found");
    }

    [Fact]
    public async Task The_authority_is_made_to_ask_again_before_what_weighs()
    {
        await using var own = await ApiFixture.StartAsync(authority.Settings(("Oidc:TrustedAmr:0", "mfa")));
        Api = own;
        authority.Clock = own.Clock;
        authority.KnownSince = own.Clock.GetUtcNow() - TimeSpan.FromHours(3); // signed in there this morning
        await Link(IdOf("hg-head"), "E-1010");

        var known = await SignIn("E-1010", amr: ["mfa"]);
        (await Revoke(Api.WithToken(known["accessToken"].GetString()!))).ShouldBeProblem(401, "session.step-up-required");
        var asked = await SignIn("E-1010", fresh: true, amr: ["mfa"]);
        (await Revoke(Api.WithToken(asked["accessToken"].GetString()!))).ShouldBeProblem(404, "case.not-found"); // let in

        authority.OverlooksMaxAge = true;
        (await SignIn("E-1010", fresh: true, amr: ["mfa"])).ShouldBeProblem(401, "session.external-sign-in-refused");
        authority.Spoil = (_, claims) => claims.Remove("auth_time");
        (await SignIn("E-1010", fresh: true, amr: ["mfa"])).ShouldBeProblem(401, "session.external-sign-in-refused");
    }

    [Fact]
    public async Task Whoever_came_by_an_old_proof_of_the_authority_sets_no_second_factor_of_his_own()
    {
        await using var own = await ApiFixture.StartAsync(authority.Settings(("Oidc:TrustedAmr:0", "mfa")));
        Api = own;
        authority.Clock = own.Clock;
        var (_, _, id) = await Api.GivenAccount("Head");
        await Link(id, "E-1011");
        authority.KnownSince = own.Clock.GetUtcNow() - TimeSpan.FromHours(3);
        var old = Api.WithToken((await SignIn("E-1011", amr: ["mfa"]))["accessToken"].GetString()!);

        (await old.PostJson("session/second-factor")).ShouldBeProblem(401, "session.step-up-required");

        var fresh = Api.WithToken((await SignIn("E-1011", fresh: true, amr: ["mfa"]))["accessToken"].GetString()!);
        var handed = await fresh.PostJson("session/second-factor");
        handed.Status.ShouldBe(200, handed.Body.ToString());
        (await old.PostJson("session/second-factor/confirm", new { code = "000000" })).ShouldBeProblem(401, "session.step-up-required");
        (await fresh.PostJson("session/second-factor/confirm", new { code = "000000" })).ShouldBeProblem(422, "session.first-code-wrong");
    }

    [Theory]
    [InlineData(Spoilt.Issuer)]
    [InlineData(Spoilt.Audience)]
    [InlineData(Spoilt.SecondAudience)]
    [InlineData(Spoilt.OtherParty)]
    [InlineData(Spoilt.Nonce)]
    [InlineData(Spoilt.NoNonce)]
    [InlineData(Spoilt.Expired)]
    [InlineData(Spoilt.NoExpiry)]
    [InlineData(Spoilt.Unsigned)]
    [InlineData(Spoilt.ForeignKeyUnderItsName)]
    [InlineData(Spoilt.SharedSecret)]
    [InlineData(Spoilt.NoClaim)]
    [InlineData(Spoilt.TwoClaims)]
    public async Task A_spoilt_id_token_is_refused_and_noted(Spoilt spoilt)
    {
        await Link(IdOf("hg-officer1"), "E-1005");
        (await SignIn("E-1005")).Status.ShouldBe(200);
        using var foreign = RSA.Create(2048);
        if (spoilt == Spoilt.ForeignKeyUnderItsName)
            authority.ForeignKey = foreign;
        authority.Spoil = (header, claims) =>
        {
            switch (spoilt)
            {
                case Spoilt.Issuer:
                    claims["iss"] = "https://elsewhere.example";
                    break;
                case Spoilt.Audience:
                    claims["aud"] = "another-system";
                    break;
                case Spoilt.SecondAudience:
                    claims["aud"] = new System.Text.Json.Nodes.JsonArray(LocalAuthority.ClientId, "another-system");
                    break;
                case Spoilt.OtherParty:
                    claims["azp"] = "another-system";
                    break;
                case Spoilt.Nonce:
                    claims["nonce"] = "of another sign-in";
                    break;
                case Spoilt.NoNonce:
                    claims.Remove("nonce");
                    break;
                case Spoilt.Expired:
                    claims["exp"] = claims["iat"]!.GetValue<long>() - 61;
                    break;
                case Spoilt.NoExpiry:
                    claims.Remove("exp");
                    break;
                case Spoilt.Unsigned:
                    header["alg"] = "none";
                    break;
                case Spoilt.SharedSecret:
                    header["alg"] = "HS256";
                    break;
                case Spoilt.NoClaim:
                    claims.Remove("employee_number");
                    break;
                case Spoilt.TwoClaims:
                    claims["employee_number"] = new System.Text.Json.Nodes.JsonArray("E-1005", "E-9");
                    break;
                case Spoilt.ForeignKeyUnderItsName:
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(spoilt));
            }
        };

        (await SignIn("E-1005")).ShouldBeProblem(401, "session.external-sign-in-refused");

        await ShouldBeNoted();
    }

    [Fact]
    public async Task Who_is_not_linked_disabled_or_unlinked_again_gets_the_answer_of_a_spoilt_token()
    {
        var (_, _, id) = await Api.GivenAccount("Officer");
        await Link(id, "E-1006");
        var session = await SignIn("E-1006");

        var stranger = await SignIn("E-nobody");
        await Link(id, null);
        var unlinked = await SignIn("E-1006");
        (await Api.WithToken(session["accessToken"].GetString()!).GetJson("session")).Status.ShouldBe(401);
        await Link(id, "E-1006");
        (await Api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/disable")).Status.ShouldBe(200);
        var disabled = await SignIn("E-1006");

        foreach (var answer in (ApiAnswer[])[stranger, unlinked, disabled])
            answer.ShouldBeProblem(401, "session.external-sign-in-refused");
        new[] { stranger, unlinked, disabled }.Select(a => a["detail"].GetString()).Distinct().Count().ShouldBe(1);
        await ShouldBeNoted();
    }

    [Fact]
    public async Task What_comes_back_is_good_for_who_began_and_once()
    {
        await Link(IdOf("hg-officer1"), "E-1007");
        var mine = await Start();
        var others = await Start();
        var (code, state) = await LocalAuthority.Browse(mine["address"].GetString()!, "E-1007");

        (await Finish(others, code, state)).ShouldBeProblem(401, "session.external-sign-in-refused"); // another's state
        (await Finish(others, code, others["state"].GetString()!)).ShouldBeProblem(401, "session.external-sign-in-refused"); // another's verifier
        var (fresh, same) = await LocalAuthority.Browse(mine["address"].GetString()!, "E-1007");
        (await Finish(mine, fresh, same)).Status.ShouldBe(200);
        (await Finish(mine, fresh, same)).ShouldBeProblem(401, "session.external-sign-in-refused");
        Api.Clock.Advance(TimeSpan.FromMinutes(10));
        var (late, still) = await LocalAuthority.Browse(mine["address"].GetString()!, "E-1007");
        (await Finish(mine, late, still)).ShouldBeProblem(401, "session.external-sign-in-refused");
    }

    [Fact]
    public async Task A_key_that_the_authority_rotated_is_found()
    {
        await Link(IdOf("hg-officer1"), "E-1008");
        await ReadAnew();
        (await SignIn("E-1008")).Status.ShouldBe(200);
        authority.RotateKey();
        (await SignIn("E-1008")).Status.ShouldBe(401); // asked a moment ago: nobody makes us ask again and again
        Api.Clock.LetPass(TimeSpan.FromSeconds(61));
        await Api.ReadSessionDirectory();

        (await SignIn("E-1008")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_authority_that_is_away_is_said_to_be_and_passwords_go_on()
    {
        authority.Away = true;
        await ReadAnew();

        (await Api.Anonymous.PostJson("session/oidc/start", new { })).ShouldBeProblem(503, "session.authority-unavailable");
        (await Api.SignIn("hg-officer1")).AccessToken.ShouldNotBeEmpty();

        authority.Away = false;
        (await Start())["address"].GetString()!.ShouldStartWith(authority.Issuer);
    }

    [Fact]
    public async Task People_come_back_only_where_it_was_configured()
    {
        (await Api.Anonymous.PostJson("session/oidc/start", new { redirectUri = "https://evil.example/" })).ShouldBeProblem(
            422,
            "session.redirect-not-allowed"
        );
        var app = await Api.Anonymous.PostJson("session/oidc/start", new { redirectUri = "enforcement-cases://signed-in" });
        app["address"].GetString()!.ShouldContain("redirect_uri=enforcement-cases%3A%2F%2Fsigned-in");
    }

    [Fact]
    public async Task A_person_of_the_authority_is_linked_to_one_account()
    {
        var (_, _, first) = await Api.GivenAccount("Officer");
        var (_, _, second) = await Api.GivenAccount("Officer");
        await Link(first, "E-1009");
        var administrator = Api.SignedInAs("tj-admin");
        var seen = await administrator.GetJson($"admin/accounts/{second}");

        var taken = await administrator.PutJson(
            $"admin/accounts/{second}/external-identity",
            new { claimValue = "E-1009" },
            ifMatch: seen.ETag
        );

        taken.ShouldBeProblem(409, "access.external-identity-taken");
        (await administrator.GetJson($"admin/accounts/{first}"))["externallyLinked"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_configured_authority_there_is_no_such_way()
    {
        await using var own = await ApiFixture.StartAsync();

        (await own.Anonymous.PostJson("session/oidc/start", new { })).ShouldBeProblem(404, "session.authority-not-configured");
    }

    /// <summary>Half a day later everything that the authority publishes is read anew.</summary>
    private async Task ReadAnew()
    {
        Api.Clock.LetPass(TimeSpan.FromHours(13));
        await Api.ReadSessionDirectory();
    }

    private async Task<ApiAnswer> Start(bool fresh = false)
    {
        var answer = await Api.Anonymous.PostJson("session/oidc/start", new { fresh });
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private Task<ApiAnswer> Finish(ApiAnswer begun, string code, string state, string? device = null) =>
        Api.Anonymous.PostJson(
            "session/oidc",
            new
            {
                ticket = begun["ticket"].GetString(),
                code,
                state,
                device,
            }
        );

    private async Task<ApiAnswer> SignIn(string employeeNumber, string? device = null, bool fresh = false, params string[] amr)
    {
        var begun = await Start(fresh);
        var (code, state) = await LocalAuthority.Browse(begun["address"].GetString()!, employeeNumber, amr);
        state.ShouldBe(begun["state"].GetString());
        return await Finish(begun, code, state, device);
    }

    private async Task Link(Guid account, string? claimValue)
    {
        var administrator = Api.SignedInAs("tj-admin");
        var seen = await administrator.GetJson($"admin/accounts/{account}");
        var answer = await administrator.PutJson($"admin/accounts/{account}/external-identity", new { claimValue }, ifMatch: seen.ETag);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        await Api.ConfirmChangesOf(account);
        answer = await administrator.GetJson($"admin/accounts/{account}");
        answer["externallyLinked"].GetBoolean().ShouldBe(claimValue is not null);
    }

    private static Task<ApiAnswer> Revoke(ApiClient head) =>
        head.PostJson(
            $"cases/{Guid.Empty}/acts/revoke",
            new { reason = "事实认定有误", doneAt = "2024-05-13T10:00:00+08:00" },
            ifMatch: "\"x\""
        );

    private static Guid IdOf(string userName) => DemoIds.Account(userName);

    /// <summary>Nobody's account is named, so that only the auditor of the whole sees it; or the account's own auditor.</summary>
    private async Task ShouldBeNoted()
    {
        var (auditor, password, _) = await Api.GivenAccountInUse("Auditor", "/tj/");
        var log = await Api.SignedInAs(auditor, password).GetJson("admin/security-events?kind=ExternalSignInRefused");
        log["items"].GetArrayLength().ShouldBeGreaterThan(0);
        log["items"].EnumerateArray().ShouldAllBe(e => e.GetProperty("detail").GetString() != null);
    }
}
