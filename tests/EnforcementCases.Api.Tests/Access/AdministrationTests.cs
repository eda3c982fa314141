using System.Net.Http.Headers;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class AdministrationTests(ApiFixture api)
{
    private static readonly byte[] OnePixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    [Fact]
    public async Task A_right_withdrawn_stops_at_once_and_granted_again_works_at_once()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Auditor");
        var auditor = api.SignedInAs(userName, password);
        (await auditor.GetJson("admin/security-events")).Status.ShouldBe(200);

        (await api.ReplaceRoles(id, "Cashier")).Status.ShouldBe(200);
        (await auditor.GetJson("admin/security-events")).ShouldBeProblem(403, "access.not-allowed");

        (await api.ReplaceRoles(id, "Auditor")).Status.ShouldBe(200);
        (await auditor.GetJson("admin/security-events")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("Administrator", "Auditor")]
    [InlineData("Administrator", "Officer")]
    [InlineData("Administrator", "Supervisor")]
    public async Task Nobody_is_administrator_and_something_else(string one, string other)
    {
        var (_, _, id) = await api.GivenAccount("Cashier");

        (await api.ReplaceRoles(id, one, other)).ShouldBeProblem(422, "access.roles-conflict");
    }

    [Fact]
    public async Task Not_even_by_a_second_account_of_the_same_person()
    {
        var (_, _, id) = await api.GivenAccount("Officer");
        var person = (await api.SignedInAs("tj-admin").GetJson($"admin/accounts/{id}"))["personId"].GetGuid();

        var answer = await api.SignedInAs("tj-admin")
            .PostJson(
                "admin/accounts",
                new
                {
                    userName = $"t-{Guid.NewGuid():N}",
                    organisationId = await api.OrganisationId(AccessSteps.Hangu),
                    roles = new[] { "Administrator" },
                    personId = person,
                }
            );

        answer.ShouldBeProblem(422, "access.roles-conflict");
    }

    [Fact]
    public async Task The_role_of_the_system_cannot_be_granted()
    {
        var (_, _, id) = await api.GivenAccount("Cashier");

        (await api.ReplaceRoles(id, "System")).ShouldBeProblem(422, "access.role-not-grantable");
    }

    [Fact]
    public async Task An_administrator_does_not_change_the_own_account()
    {
        var me = (await api.SignedInAs("tj-admin").GetJson("session"))["account"].GetProperty("id").GetGuid();

        (await api.ReplaceRoles(me, "Officer")).ShouldBeProblem(403, "access.own-account");
    }

    [Fact]
    public async Task An_administrator_sees_and_changes_nothing_outside_the_own_organisation()
    {
        var (_, _, id) = await api.GivenAccount("Cashier");
        var neighbour = api.SignedInAs("xc-admin");

        (await neighbour.GetJson($"admin/accounts/{id}")).ShouldBeProblem(404, "access.account-not-found");
        (await neighbour.PostJson($"admin/accounts/{id}/disable")).ShouldBeProblem(404, "access.account-not-found");
        (await neighbour.GetJson($"admin/organisations/{await api.OrganisationId(AccessSteps.Hangu)}")).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
        (await neighbour.GetJson("admin/organisations"))
            .Body.EnumerateArray()
            .Select(o => o.GetProperty("path").GetString())
            .ShouldAllBe(path => path!.StartsWith("/tj/bhxq/xc/", StringComparison.Ordinal));
        (await neighbour.GetJson("admin/accounts?limit=200"))["items"]
            .EnumerateArray()
            .Select(o => o.GetProperty("organisationPath").GetString())
            .ShouldAllBe(path => path!.StartsWith("/tj/bhxq/xc/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_name_of_another_street_is_taken_as_well()
    {
        var answer = await api.SignedInAs("xc-admin")
            .PostJson(
                "admin/accounts",
                new
                {
                    userName = "hg-officer1",
                    organisationId = await api.OrganisationId("/tj/bhxq/xc/"),
                    roles = new[] { "Officer" },
                    person = new { name = "重名", kind = "Establishment" },
                }
            );

        answer.ShouldBeProblem(409, "access.user-name-taken");
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_cannot_come_back()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Officer");
        var session = await api.SignIn(userName, password);

        (await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/disable")).Status.ShouldBe(200);

        (await api.WithToken(session.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.Refresh(session.RefreshToken)).Status.ShouldBe(401);
        (await api.Anonymous.PostJson("session", new { userName, password })).ShouldBeProblem(401, "access.sign-in-failed");
    }

    [Fact]
    public async Task A_reset_password_works_once_and_the_old_sessions_are_over()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Officer");
        var session = await api.SignIn(userName, password);

        var reset = await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/password-reset");

        reset.Status.ShouldBe(200);
        await api.ConfirmChangesOf(id);
        (await api.WithToken(session.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.Anonymous.PostJson("session", new { userName, password })).Status.ShouldBe(401);
        var again = await api.Anonymous.PostJson("session", new { userName, password = reset["oneTimePassword"].GetString() });
        again["mustChangePassword"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_right_is_in_the_security_log_with_its_operation()
    {
        (await api.SignedInAs("hg-publicity").GetJson("admin/accounts")).ShouldBeProblem(403, "access.not-allowed");

        var log = await api.SignedInAs("hg-auditor").GetJson("admin/security-events?limit=200");
        log["items"]
            .EnumerateArray()
            .ShouldContain(e =>
                e.GetProperty("kind").GetString() == "RightRefused" && e.GetProperty("operation").GetString() == "ListAccounts"
            );
    }

    [Fact]
    public async Task A_team_below_a_team_is_refused()
    {
        var answer = await api.SignedInAs("hg-admin")
            .PostJson(
                "admin/organisations",
                new
                {
                    parentId = await api.OrganisationId("/tj/bhxq/hg/zd1/"),
                    kind = "Team",
                    code = "x1",
                    name = "一小队",
                }
            );

        answer.ShouldBeProblem(422, "organisation.wrong-parent");
    }

    [Fact]
    public async Task The_seal_is_kept_under_its_hash()
    {
        var administrator = api.SignedInAs("xc-admin");
        var id = await api.OrganisationId("/tj/bhxq/xc/");
        var street = $"admin/organisations/{id}";
        var seen = await administrator.GetJson(street);

        var changed = await PutSeal(administrator, street, OnePixel, seen.ETag);

        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(OnePixel));
        changed.Status.ShouldBe(200, changed.Body.ToString());
        await api.ConfirmChangesOfOrganisation(id);
        changed = await administrator.GetJson(street);
        changed["profile"].GetProperty("sealSha256").GetString().ShouldBe(sha256);
        File.ReadAllBytes(Path.Combine(api.DataDirectory, "files", sha256[..2], sha256)).ShouldBe(OnePixel);
    }

    [Theory]
    [InlineData(512 * 1024 + 1, 413, "organisation.seal-too-large")]
    [InlineData(100, 422, "organisation.seal-no-image")]
    public async Task A_seal_that_is_too_large_or_no_image_is_refused(int bytes, int status, string code)
    {
        var administrator = api.SignedInAs("hg-admin");
        var street = $"admin/organisations/{await api.OrganisationId(AccessSteps.Hangu)}";
        var seen = await administrator.GetJson(street);

        var answer = await PutSeal(administrator, street, new byte[bytes], seen.ETag);

        answer.ShouldBeProblem(status, code);
    }

    /// <summary>A file is not sent a second time by itself: where a code is asked for, it is given and the file sent anew.</summary>
    private static async Task<ApiAnswer> PutSeal(ApiClient administrator, string street, byte[] image, string? ifMatch)
    {
        var answer = await administrator.PutJson($"{street}/seal", Image(image), ifMatch: ifMatch);
        return await administrator.StepsUpFor(answer)
            ? await administrator.PutJson($"{street}/seal", Image(image), ifMatch: ifMatch)
            : answer;
    }

    private static ByteArrayContent Image(byte[] content)
    {
        var image = new ByteArrayContent(content);
        image.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return image;
    }
}
