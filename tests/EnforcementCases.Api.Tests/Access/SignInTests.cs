using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class SignInTests(ApiFixture api)
{
    [Fact]
    public async Task Who_signs_in_is_known_with_person_organisation_and_roles()
    {
        var me = await api.SignedInAs("hg-officer1").GetJson("session");

        me.Status.ShouldBe(200);
        me["account"].GetProperty("userName").GetString().ShouldBe("hg-officer1");
        me["person"].GetProperty("name").GetString().ShouldBe("汉一鸣");
        me["organisation"].GetProperty("path").GetString().ShouldBe("/tj/bhxq/hg/zd1/");
        me["organ"].GetProperty("path").GetString().ShouldBe("/tj/bhxq/hg/");
        me["roles"].EnumerateArray().Select(r => r.GetString()).ShouldBe(["Officer"]);
    }

    [Fact]
    public async Task User_names_are_the_same_in_upper_and_lower_case() => (await api.SignIn("HG-Officer2")).AccessToken.ShouldNotBeEmpty();

    [Fact]
    public async Task Nobody_is_told_whether_a_user_exists()
    {
        var unknown = await api.Anonymous.PostJson("session", new { userName = "nobody-there", password = "Wrong-2026-pass" });
        var wrong = await api.Anonymous.PostJson("session", new { userName = "xc-officer4", password = "Wrong-2026-pass" });

        unknown.ShouldBeProblem(401, "access.sign-in-failed");
        WithoutTrace(unknown.Body).ShouldBe(WithoutTrace(wrong.Body));
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401_as_a_problem()
    {
        var answer = await api.Anonymous.GetJson("session");

        answer.ShouldBeProblem(401, "access.not-signed-in");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_missing_password_is_named_by_its_pointer()
    {
        var answer = await api.Anonymous.PostJson("session", new { userName = "hg-officer1", password = "" });

        answer.ShouldBeProblem(400, "request.invalid");
        answer["errors"][0].GetProperty("pointer").GetString().ShouldBe("/password");
    }

    [Fact]
    public async Task After_signing_out_neither_token_works()
    {
        var session = await api.SignIn("hg-officer3");
        var client = api.WithToken(session.AccessToken);
        (await client.GetJson("session")).Status.ShouldBe(200);

        (await client.DeleteJson("session")).Status.ShouldBe(204);

        (await client.GetJson("session")).ShouldBeProblem(401, "access.not-signed-in");
        (await api.Refresh(session.RefreshToken)).ShouldBeProblem(401, "access.refresh-refused");
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_replaces_the_old_one()
    {
        var (userName, oneTime, _) = await api.GivenAccount("Cashier");
        var first = await api.SignIn(userName, oneTime);
        var second = await api.SignIn(userName, oneTime);
        var client = api.WithToken(first.AccessToken);

        (await client.GetJson("session")).Status.ShouldBe(200);
        (
            await client.PostJson("session/password", new { currentPassword = "not-this-one", newPassword = "Fresh-2026-pass" })
        ).ShouldBeProblem(422, "access.wrong-password");
        (await client.PostJson("session/password", new { currentPassword = oneTime, newPassword = "alllowercase" })).ShouldBeProblem(
            422,
            "access.password-too-weak"
        );
        (await client.PostJson("session/password", new { currentPassword = oneTime, newPassword = "Fresh-2026-pass" })).Status.ShouldBe(
            204
        );

        (await client.GetJson("session"))["mustChangePassword"].GetBoolean().ShouldBeFalse();
        (await api.WithToken(second.AccessToken).GetJson("session")).Status.ShouldBe(401);
        (await api.Anonymous.PostJson("session", new { userName, password = oneTime })).Status.ShouldBe(401);
        (await api.SignIn(userName, "Fresh-2026-pass")).AccessToken.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_one_time_password_is_good_for_nothing_but_changing_it()
    {
        var (userName, oneTime, _) = await api.GivenAccount("Administrator");

        var answer = await api.SignedInAs(userName, oneTime).GetJson("admin/accounts");

        answer.ShouldBeProblem(403, "access.password-change-needed");
    }

    private static string WithoutTrace(JsonElement problem) =>
        string.Join('\n', problem.EnumerateObject().Where(p => p.Name != "traceId").Select(p => p.ToString()));
}
