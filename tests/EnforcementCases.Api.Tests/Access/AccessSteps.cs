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
        string administrator = "tj-admin",
        DateOnly? heldFrom = null
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
                    heldFrom,
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        var id = answer["account"].GetProperty("id").GetGuid();
        await api.ConfirmChangesOf(id);
        return (userName, answer["oneTimePassword"].GetString()!, id);
    }

    /// <summary>A fresh account whose password was changed already.</summary>
    public static async Task<(string UserName, string Password, Guid Id)> GivenAccountInUse(
        this ApiFixture api,
        string role,
        string organisation = Hangu,
        DateOnly? heldFrom = null
    )
    {
        var (userName, oneTime, id) = await api.GivenAccount(role, organisation, heldFrom: heldFrom);
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

    /// <summary>Asks for a second account of a person of the demo.</summary>
    public static async Task<ApiAnswer> OpenSecondAccountOf(this ApiFixture api, string demoUser, string role, DateOnly? heldFrom = null) =>
        await api.SignedInAs("tj-admin")
            .PostJson(
                "admin/accounts",
                new
                {
                    userName = $"t-{Guid.NewGuid():N}",
                    organisationId = await api.OrganisationId(Hangu),
                    roles = new[] { role },
                    personId = DemoIds.Person(demoUser),
                    heldFrom,
                }
            );

    /// <summary>A second account of a person of the demo, in use.</summary>
    public static async Task<(string UserName, string Password)> GivenSecondAccountOf(
        this ApiFixture api,
        string demoUser,
        string role,
        DateOnly? heldFrom = null
    )
    {
        var answer = await api.OpenSecondAccountOf(demoUser, role, heldFrom);
        answer.Status.ShouldBe(201, answer.Body.ToString());
        var userName = answer["account"].GetProperty("userName").GetString()!;
        await api.ConfirmChangesOf(answer["account"].GetProperty("id").GetGuid());
        return (userName, await api.TakeIntoUse(userName, answer["oneTimePassword"].GetString()!));
    }

    /// <summary>The second administrator of the city confirms what was asked for an account: from above, so that it applies at once.</summary>
    public static async Task ConfirmChangesOf(this ApiFixture api, Guid account)
    {
        var second = api.SignedInAs("tj-admin2");
        foreach (
            var change in (await second.GetJson($"admin/accounts/{account}"))
                .ShouldBe(System.Net.HttpStatusCode.OK)["waiting"]
                .EnumerateArray()
        )
            (await second.Confirm(change.GetProperty("id").GetGuid()))
                .ShouldBe(System.Net.HttpStatusCode.OK)["state"]
                .GetString()
                .ShouldBe("Done");
    }

    /// <summary>The same for an organisation.</summary>
    public static async Task ConfirmChangesOfOrganisation(this ApiFixture api, Guid organisation)
    {
        var second = api.SignedInAs("tj-admin2");
        var open = (await second.GetJson("admin/changes?limit=200"))["items"].EnumerateArray();
        foreach (
            var change in open.Where(c =>
                c.GetProperty("organisationId").GetGuid() == organisation
                && c.GetProperty("accountId").ValueKind == System.Text.Json.JsonValueKind.Null
            )
        )
            (await second.Confirm(change.GetProperty("id").GetGuid())).Status.ShouldBe(200);
    }

    /// <summary>Confirms a change as a second person.</summary>
    public static Task<ApiAnswer> Confirm(this ApiClient client, Guid change) => client.PostJson($"admin/changes/{change}/confirm");

    /// <summary>Changes the one-time password, as the first sign-in asks.</summary>
    public static async Task<string> TakeIntoUse(this ApiFixture api, string userName, string oneTime)
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
        var answer = await administrator.PostJson($"admin/accounts/{account}/roles", new { roles }, ifMatch: seen.ETag);
        if (answer.Status == 200)
            await api.ConfirmChangesOf(account);
        return answer;
    }

    public static async Task<List<string>> SecurityEventsOf(this ApiFixture api, string auditor, string filter = "")
    {
        var log = await api.SignedInAs(auditor).GetJson($"admin/security-events?limit=200{filter}");
        log.Status.ShouldBe(200);
        return [.. log["items"].EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)];
    }
}
