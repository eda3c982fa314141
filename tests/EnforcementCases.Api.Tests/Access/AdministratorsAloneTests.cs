using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>An administrator tries to be left alone: disables or demotes the other one, asks and is dismissed, or changes an account that moved on.</summary>
public sealed class AdministratorsAloneTests(ApiFixture api)
{
    [Fact]
    public async Task Another_administrator_is_disabled_once_a_second_person_confirms_it()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Administrator");

        var asked = await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/disable");

        asked.Status.ShouldBe(200, asked.Body.ToString());
        asked["disabled"].GetBoolean().ShouldBeFalse();
        var change = asked["waiting"].EnumerateArray().Last();
        change.GetProperty("kind").GetString().ShouldBe("AdministratorDisabled");
        (await api.SignedInAs("hg-admin").Confirm(Id(change))).ShouldBeProblem(403, "access.second-person-needed");
        (await api.SignedInAs(userName, password).GetJson("session")).Status.ShouldBe(200);
        (await api.SignedInAs("tj-admin2").Confirm(Id(change)))["state"].GetString().ShouldBe("Done");
        (await api.SignedInAs("tj-admin2").GetJson($"admin/accounts/{id}"))["disabled"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Another_administrator_keeps_the_role_until_a_second_person_confirms_its_end()
    {
        var (_, _, id) = await api.GivenAccountInUse("Administrator");

        var asked = await Roles(id, "PublicityClerk");

        asked["roles"].EnumerateArray().Select(r => r.GetString()).ShouldBe(["Administrator"]);
        var change = asked["waiting"].EnumerateArray().Last();
        change.GetProperty("kind").GetString().ShouldBe("AdministratorRemoved");
        (await api.SignedInAs("tj-admin2").Confirm(Id(change)))["state"].GetString().ShouldBe("Done");
        (await api.SignedInAs("hg-admin").GetJson($"admin/accounts/{id}"))["roles"]
            .EnumerateArray()
            .Select(r => r.GetString())
            .ShouldBe(["PublicityClerk"]);
    }

    [Fact]
    public async Task Everybody_else_is_disabled_at_once_and_nothing_that_was_asked_survives()
    {
        var (_, _, id) = await api.GivenAccountInUse("PublicityClerk");
        var change = Id((await Roles(id, "PublicityClerk", "TeamLead"))["waiting"][0]);

        var disabled = await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/disable");

        disabled["disabled"].GetBoolean().ShouldBeTrue();
        disabled["waiting"].GetArrayLength().ShouldBe(0);
        (await api.SignedInAs("tj-admin2").Confirm(change)).ShouldBeProblem(409, "access.change-not-waiting");
    }

    [Fact]
    public async Task What_a_dismissed_administrator_asked_for_is_done_no_more()
    {
        var (userName, password, asker) = await api.GivenAccountInUse("Administrator");
        var (_, _, id) = await api.GivenAccountInUse("PublicityClerk");
        var change = Id((await RolesBy(id, api.SignedInAs(userName, password), "PublicityClerk", "TeamLead"))["waiting"][0]);
        await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{asker}/disable");
        await api.ConfirmChangesOf(asker);

        (await api.SignedInAs("tj-admin2").Confirm(change)).ShouldBeProblem(409, "access.change-authority-ended");
    }

    private Task<ApiAnswer> Roles(Guid id, params string[] roles) => RolesBy(id, api.SignedInAs("hg-admin"), roles);

    private static async Task<ApiAnswer> RolesBy(Guid id, ApiClient administrator, params string[] roles)
    {
        var seen = await administrator.GetJson($"admin/accounts/{id}");
        var answer = await administrator.PostJson($"admin/accounts/{id}/roles", new { roles }, ifMatch: seen.ETag);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private static Guid Id(System.Text.Json.JsonElement change) => change.GetProperty("id").GetGuid();
}
