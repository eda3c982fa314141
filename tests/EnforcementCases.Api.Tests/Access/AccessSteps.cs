using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>What several tests of access begin with.</summary>
internal static class AccessSteps
{
    public const string Hangu = "/tj/bhxq/hg/";

    public static Task<ApiAnswer> Refresh(this ApiFixture api, string refreshToken) =>
        api.Anonymous.PostJson("session/refresh", new { refreshToken });

    /// <summary>A fresh account in 汉沽街道, opened by its administrator.</summary>
    public static async Task<(string UserName, string OneTimePassword, Guid Id)> GivenAccount(
        this ApiFixture api,
        string role,
        string organisation = Hangu,
        string administrator = "tj-admin"
    )
    {
        var userName = $"t-{Guid.NewGuid():N}";
        var answer = await api.SignedInAs(administrator)
            .PostJson(
                "admin/accounts",
                new
                {
                    userName,
                    organisationId = await api.OrganisationId(organisation),
                    roles = new[] { role },
                    person = new { name = "测试员", kind = "Establishment" },
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return (userName, answer["oneTimePassword"].GetString()!, answer["account"].GetProperty("id").GetGuid());
    }

    /// <summary>A fresh account whose password was changed already.</summary>
    public static async Task<(string UserName, string Password, Guid Id)> GivenAccountInUse(
        this ApiFixture api,
        string role,
        string organisation = Hangu
    )
    {
        var (userName, oneTime, id) = await api.GivenAccount(role, organisation);
        return (userName, await api.TakeIntoUse(userName, oneTime), id);
    }

    /// <summary>Sets a second factor for an account that has none and signs in by one of its recovery codes: a session without a fresh second factor.</summary>
    public static async Task<string> SignInWithRecoveryCode(this ApiFixture api, string userName, string password)
    {
        var codes = await api.SetSecondFactor(userName, (await api.SignIn(userName, password)).AccessToken);
        var answer = await api.Challenge(userName, password);
        var session = await api.Anonymous.PostJson(
            "session/challenge",
            new { challenge = answer["challenge"].GetString(), recoveryCode = codes[0] }
        );
        session.Status.ShouldBe(200, session.Body.ToString());
        return session["accessToken"].GetString()!;
    }

    /// <summary>The first step of a sign-in with a second factor.</summary>
    public static async Task<ApiAnswer> Challenge(this ApiFixture api, string userName, string password = ApiFixture.DemoPassword)
    {
        var answer = await api.Anonymous.PostJson("session", new { userName, password });
        answer.Status.ShouldBe(200, answer.Body.ToString());
        answer["step"].GetString().ShouldBe("SecondFactor");
        answer["accessToken"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        return answer;
    }

    /// <summary>A second account of a person of the demo, in use.</summary>
    public static async Task<(string UserName, string Password)> GivenSecondAccountOf(
        this ApiFixture api,
        string demoUser,
        string role,
        DateOnly? heldFrom = null
    )
    {
        var userName = $"t-{Guid.NewGuid():N}";
        var answer = await api.SignedInAs("tj-admin")
            .PostJson(
                "admin/accounts",
                new
                {
                    userName,
                    organisationId = await api.OrganisationId(Hangu),
                    roles = new[] { role },
                    personId = DemoIds.Person(demoUser),
                    heldFrom,
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return (userName, await api.TakeIntoUse(userName, answer["oneTimePassword"].GetString()!));
    }

    /// <summary>Changes the one-time password, as the first sign-in asks.</summary>
    private static async Task<string> TakeIntoUse(this ApiFixture api, string userName, string oneTime)
    {
        const string password = "Fresh-2026-pass";
        var session = await api.SignIn(userName, oneTime);
        var changed = await api.WithToken(session.AccessToken)
            .PostJson("session/password", new { currentPassword = oneTime, newPassword = password });
        changed.Status.ShouldBe(204);
        return password;
    }

    public static async Task<Guid> OrganisationId(this ApiFixture api, string path)
    {
        var organisations = await api.SignedInAs("tj-admin").GetJson("admin/organisations");
        return organisations.Body.EnumerateArray().First(o => o.GetProperty("path").GetString() == path).GetProperty("id").GetGuid();
    }

    public static async Task<ApiAnswer> ReplaceRoles(this ApiFixture api, Guid account, params string[] roles)
    {
        var administrator = api.SignedInAs("tj-admin");
        var seen = await administrator.GetJson($"admin/accounts/{account}");
        return await administrator.PostJson($"admin/accounts/{account}/roles", new { roles }, ifMatch: seen.ETag);
    }

    public static async Task<List<string>> SecurityEventsOf(this ApiFixture api, string auditor, string filter = "")
    {
        var log = await api.SignedInAs(auditor).GetJson($"admin/security-events?limit=200{filter}");
        log.Status.ShouldBe(200);
        return [.. log.Body.EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)];
    }
}
