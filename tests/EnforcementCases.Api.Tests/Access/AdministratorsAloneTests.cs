using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        var done = await api.SignedInAs("tj-admin2").Confirm(Id(change));
        done["state"].GetString().ShouldBe("Done");
        done["answeredBy"].GetGuid().ShouldBe(DemoIds.Person("tj-admin2"));
        (await api.SignedInAs("tj-admin2").GetJson($"admin/accounts/{id}"))["disabled"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_change_that_waited_keeps_who_confirmed_it_and_when()
    {
        await using var own = await ApiFixture.StartAsync();
        var (colleague, password, _) = await own.GivenAccountInUse("Administrator");
        var (_, _, id) = await own.GivenAccountInUse("Administrator");
        var asked = await own.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/disable");
        var confirmed = await own.SignedInAs(colleague, password).Confirm(Id(asked["waiting"].EnumerateArray().Last()));
        confirmed["state"].GetString().ShouldBe("Confirmed", confirmed.Body.ToString());
        var before = await Stored();

        own.Clock.Advance(TimeSpan.FromDays(1));
        (await SecondPersonTests.ApplyDue(own)).ShouldBeTrue();

        var after = await Stored();
        after.State.ShouldBe(GuardedChangeState.Done);
        after.AnsweredBy.ShouldBe(before.AnsweredBy.ShouldNotBeNull());
        after.AnsweredAt.ShouldBe(before.AnsweredAt.ShouldNotBeNull());

        async Task<GuardedChange> Stored()
        {
            await using var scope = own.Services.CreateAsyncScope();
            return await scope
                .ServiceProvider.GetRequiredService<AppDbContext>()
                .GuardedChanges.IgnoreQueryFilters()
                .AsNoTracking()
                .SingleAsync(c => c.AccountId == id && c.Kind == GuardedChangeKind.AdministratorDisabled);
        }
    }

    [Fact]
    public async Task An_administrator_who_is_kept_after_all_is_not_demoted_by_what_was_asked_before()
    {
        var (_, _, id) = await api.GivenAccountInUse("Administrator");
        var change = Id((await Roles(id, "PublicityClerk"))["waiting"].EnumerateArray().Last());

        (await Roles(id, "Administrator"))["waiting"].GetArrayLength().ShouldBe(0);

        (await api.SignedInAs("tj-admin2").Confirm(change)).ShouldBeProblem(409, "access.change-not-waiting");
        (await api.SignedInAs("hg-admin").GetJson($"admin/accounts/{id}"))["roles"]
            .EnumerateArray()
            .Select(r => r.GetString())
            .ShouldBe(["Administrator"]);
    }

    [Fact]
    public async Task An_administrator_is_not_removed_as_of_a_day_to_come()
    {
        var (_, _, id) = await api.GivenAccountInUse("Administrator");
        var administrator = api.SignedInAs("hg-admin");
        var seen = await administrator.GetJson($"admin/accounts/{id}");

        var answer = await administrator.PostJson(
            $"admin/accounts/{id}/roles",
            new { roles = new[] { "PublicityClerk" }, on = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3) },
            ifMatch: seen.ETag
        );

        answer.ShouldBeProblem(422, "access.office-in-future");
        (await administrator.GetJson($"admin/accounts/{id}"))["waiting"].GetArrayLength().ShouldBe(0);
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
