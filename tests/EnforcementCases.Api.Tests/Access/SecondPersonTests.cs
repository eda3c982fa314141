using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>An administrator tries to become somebody else: by a reset password, a removed second factor, a granted role, a link, through a second account.</summary>
public sealed class SecondPersonTests(ApiFixture api)
{
    [Fact]
    public async Task A_reset_password_is_nothing_until_a_second_person_confirms_it()
    {
        var (userName, password, id) = await api.GivenAccountInUse("DeputyHead");
        var administrator = api.SignedInAs("hg-admin");

        var reset = await administrator.PostJson($"admin/accounts/{id}/password-reset");

        reset.Status.ShouldBe(200, reset.Body.ToString());
        var change = reset["account"].GetProperty("waiting")[0].GetProperty("id").GetGuid();
        var oneTime = reset["oneTimePassword"].GetString();
        (await api.Anonymous.PostJson("session", new { userName, password = oneTime })).ShouldBeProblem(401, "access.sign-in-failed");
        var alone = await administrator.Confirm(change);
        alone.ShouldBeProblem(403, "access.second-person-needed");
        alone["nextStep"].GetString().ShouldNotBeNullOrEmpty();
        (await api.SignedInAs("xc-admin").Confirm(change)).ShouldBeProblem(404, "access.change-not-found");
        (await api.SignedInAs("hg-officer1").Confirm(change)).ShouldBeProblem(404, "access.change-not-found");
        (await api.SignedInAs("hg-head").Confirm(change)).ShouldBeProblem(403, "access.second-person-needed");

        var person = api.SignedInAs(userName, password); // is told, and says no
        (await person.GetJson("session"))["changesWaiting"].GetInt32().ShouldBe(1);
        (await api.SignedInAs("hg-head").GetJson("admin/changes?limit=200"))["items"]
            .EnumerateArray()
            .ShouldContain(c => c.GetProperty("id").GetGuid() == change);
        (await person.PostJson($"admin/changes/{change}/refuse"))["state"].GetString().ShouldBe("Refused");
        (await api.SignedInAs("tj-admin2").Confirm(change)).ShouldBeProblem(409, "access.change-not-waiting");
        (await api.Anonymous.PostJson("session", new { userName, password = oneTime })).ShouldBeProblem(401, "access.sign-in-failed");
    }

    [Fact]
    public async Task A_second_account_of_the_administrator_is_no_second_person()
    {
        var (_, _, id) = await api.GivenAccountInUse("DeputyHead");
        var second = await api.GivenSecondAccountOf("hg-admin", "Administrator");
        var reset = await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/second-factor-reset");
        reset.Status.ShouldBe(409, reset.Body.ToString()); // none is set: nothing to take away
        var asked = await api.SignedInAs("hg-admin").PostJson($"admin/accounts/{id}/password-reset");
        var change = asked["account"].GetProperty("waiting")[0].GetProperty("id").GetGuid();

        (await api.SignedInAs(second.UserName, second.Password).Confirm(change)).ShouldBeProblem(403, "access.second-person-needed");
    }

    /// <summary>The administrator opens an account for somebody, signs in with its one-time password and confirms the role as the owner.</summary>
    [Fact]
    public async Task Who_knew_the_one_time_password_does_not_confirm_as_the_owner()
    {
        var administrator = api.SignedInAs("hg-admin");
        var userName = $"t-{Guid.NewGuid():N}";
        var opened = await administrator.PostJson(
            "admin/accounts",
            new
            {
                userName,
                organisationId = await api.OrganisationId(AccessSteps.Hangu),
                roles = new[] { "Head" },
                person = new { name = "假负责", kind = "Establishment" },
            }
        );
        opened.Status.ShouldBe(201, opened.Body.ToString());
        var account = opened["account"];
        account.GetProperty("roles").GetArrayLength().ShouldBe(0);
        var change = account.GetProperty("waiting")[0];
        change.GetProperty("roles")[0].GetString().ShouldBe("Head");
        var puppet = api.SignedInAs(userName, await api.TakeIntoUse(userName, opened["oneTimePassword"].GetString()!));

        (await puppet.Confirm(change.GetProperty("id").GetGuid())).ShouldBeProblem(403, "access.second-person-needed");
        (await puppet.GetJson("cases")).ShouldBeProblem(403, "access.not-allowed");

        (await api.SignedInAs("tj-admin2").Confirm(change.GetProperty("id").GetGuid()))["state"].GetString().ShouldBe("Done");
        var me = await puppet.GetJson("session");
        me["roles"][0].GetString().ShouldBe("Head");
    }

    /// <summary>The administrator opens another account for the same person, signs in with its one-time password and confirms a reset of the first as its owner.</summary>
    [Fact]
    public async Task Another_account_opened_for_a_person_does_not_confirm_for_the_first()
    {
        var (_, _, id) = await api.GivenAccountInUse("DeputyHead");
        var administrator = api.SignedInAs("hg-admin");
        var userName = $"t-{Guid.NewGuid():N}";
        var opened = await administrator.PostJson(
            "admin/accounts",
            new
            {
                userName,
                organisationId = await api.OrganisationId(AccessSteps.Hangu),
                roles = new[] { "PublicityClerk" },
                personId = (await administrator.GetJson($"admin/accounts/{id}"))["personId"].GetGuid(),
            }
        );
        opened.Status.ShouldBe(201, opened.Body.ToString());
        foreach (var role in opened["account"].GetProperty("waiting").EnumerateArray())
            await api.SignedInAs("tj-admin2").Confirm(role.GetProperty("id").GetGuid());
        var puppet = api.SignedInAs(userName, await api.TakeIntoUse(userName, opened["oneTimePassword"].GetString()!));
        var asked = await administrator.PostJson($"admin/accounts/{id}/password-reset");
        var change = asked["account"].GetProperty("waiting")[0].GetProperty("id").GetGuid();

        (await puppet.Confirm(change)).ShouldBeProblem(404, "access.change-not-found");
        (await puppet.GetJson("admin/changes")).ShouldBe(System.Net.HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(0);

        (await administrator.GetJson($"admin/accounts/{id}"))["waiting"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_owner_confirms_what_another_asked_for()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Officer"); // its one-time password was shown to tj-admin
        var administrator = api.SignedInAs("hg-admin");
        var seen = await administrator.GetJson($"admin/accounts/{id}");
        var asked = await administrator.PostJson(
            $"admin/accounts/{id}/roles",
            new { roles = new[] { "Officer", "TeamLead" } },
            ifMatch: seen.ETag
        );
        asked["roles"].GetArrayLength().ShouldBe(1);

        var confirmed = await api.SignedInAs(userName, password).Confirm(asked["waiting"][0].GetProperty("id").GetGuid());

        confirmed["state"].GetString().ShouldBe("Done", confirmed.Body.ToString());
        (await administrator.GetJson($"admin/accounts/{id}"))["roles"].GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Confirmed_inside_the_organ_it_waits_a_day_once_the_organ_has_decided()
    {
        await using var own = await ApiFixture.StartAsync();
        var (colleague, password, _) = await own.GivenAccountInUse("Administrator");
        var (_, _, first) = await own.GivenAccountInUse("PublicityClerk");
        var (_, _, second) = await own.GivenAccountInUse("PublicityClerk");

        (await Grant(first))["state"].GetString().ShouldBe("Done"); // nothing was decided yet
        await own.GivenDecidedCase();
        var waiting = await Grant(second);

        waiting["state"].GetString().ShouldBe("Confirmed");
        (await Roles(second)).ShouldBe(["PublicityClerk"]);
        own.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        (await ApplyDue(own)).ShouldBeFalse();
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        (await ApplyDue(own)).ShouldBeTrue();
        (await Roles(second)).ShouldBe(["TeamLead", "PublicityClerk"], ignoreOrder: true);

        async Task<ApiAnswer> Grant(Guid account)
        {
            var administrator = own.SignedInAs("hg-admin");
            var seen = await administrator.GetJson($"admin/accounts/{account}");
            var asked = await administrator.PostJson(
                $"admin/accounts/{account}/roles",
                new { roles = new[] { "PublicityClerk", "TeamLead" } },
                ifMatch: seen.ETag
            );
            return await own.SignedInAs(colleague, password).Confirm(asked["waiting"][0].GetProperty("id").GetGuid());
        }

        async Task<List<string>> Roles(Guid account) =>
            [
                .. (await own.SignedInAs("hg-admin").GetJson($"admin/accounts/{account}"))["roles"]
                    .EnumerateArray()
                    .Select(r => r.GetString()!),
            ];
    }

    [Fact]
    public async Task Where_nobody_else_could_confirm_a_day_passes_in_which_the_person_can_refuse()
    {
        await using var own = await ApiFixture.StartAsync();
        var city = DemoAccountId("tj-admin2");

        var asked = await own.SignedInAs("tj-admin").PostJson($"admin/accounts/{city}/password-reset");

        var change = asked["account"].GetProperty("waiting")[0];
        change.GetProperty("effectiveAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await own.SignedInAs("tj-admin2").GetJson("session"))["changesWaiting"].GetInt32().ShouldBe(1);
        (await ApplyDue(own)).ShouldBeFalse();
        own.Clock.Advance(TimeSpan.FromDays(1));
        (await ApplyDue(own)).ShouldBeTrue();
        var session = await own.Anonymous.PostJson(
            "session",
            new { userName = "tj-admin2", password = asked["oneTimePassword"].GetString() }
        );
        session.Status.ShouldBe(200, session.Body.ToString());
    }

    [Fact]
    public async Task Nobody_unlocks_himself_and_another_administrator_is_unlocked_by_two()
    {
        var administrator = api.SignedInAs("bhxq-admin");

        (await administrator.PostJson($"admin/accounts/{DemoAccountId("bhxq-admin")}/unlock")).ShouldBeProblem(403, "access.own-account");
        var asked = await administrator.PostJson($"admin/accounts/{DemoAccountId("xc-admin")}/unlock");

        asked["waiting"].EnumerateArray().Last().GetProperty("kind").GetString().ShouldBe("AccountUnlocked");
        await api.ConfirmChangesOf(DemoAccountId("xc-admin"));
        (await api.SecurityEventsOf("bhxq-auditor", "&kind=ChangeConfirmed")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_link_to_another_identity_is_nothing_until_it_is_confirmed()
    {
        var (_, _, id) = await api.GivenAccountInUse("DeputyHead");
        var administrator = api.SignedInAs("hg-admin");
        var seen = await administrator.GetJson($"admin/accounts/{id}");

        var asked = await administrator.PutJson(
            $"admin/accounts/{id}/external-identity",
            new { claimValue = $"E-{Guid.NewGuid():N}" },
            ifMatch: seen.ETag
        );

        asked["externallyLinked"].GetBoolean().ShouldBeFalse();
        await api.ConfirmChangesOf(id);
        (await administrator.GetJson($"admin/accounts/{id}"))["externallyLinked"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_one_time_password_only_changes_itself_and_ends_after_a_day()
    {
        await using var own = await ApiFixture.StartAsync();
        var (userName, oneTime, _) = await own.GivenAccount("Cashier");
        var client = own.WithToken((await own.SignIn(userName, oneTime)).AccessToken);
        (await client.PostJson("session/second-factor")).ShouldBeProblem(403, "access.password-change-needed");
        (await client.GetJson("session/list")).ShouldBeProblem(403, "access.password-change-needed");
        (await client.GetJson("admin/changes")).ShouldBeProblem(403, "access.password-change-needed");
        (await client.GetJson("session"))["mustChangePassword"].GetBoolean().ShouldBeTrue();

        own.Clock.Advance(TimeSpan.FromDays(1));

        (await own.Anonymous.PostJson("session", new { userName, password = oneTime })).ShouldBeProblem(401, "access.sign-in-failed");
    }

    [Fact]
    public async Task The_first_start_makes_two_administrators_for_two_persons()
    {
        await using var own = await ApiFixture.StartAsync(("Demo", "false"));
        await using var scope = own.Services.CreateAsyncScope();
        var accounts = await scope
            .ServiceProvider.GetRequiredService<AppDbContext>()
            .Users.IgnoreQueryFilters()
            .Include(a => a.Roles)
            .ToListAsync(TestContext.Current.CancellationToken);

        accounts.Select(a => a.UserName).ShouldBe(["admin", "admin2"], ignoreOrder: true);
        accounts.Select(a => a.PersonId).Distinct().Count().ShouldBe(2);
        accounts.ShouldAllBe(a => a.Roles.Single().Role == Role.Administrator && a.MustChangePassword);
    }

    internal static async Task<bool> ApplyDue(ApiFixture own)
    {
        await using var scope = own.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ApplyDueChangeCommand());
    }

    private static Guid DemoAccountId(string userName) => EnforcementCases.Api.Access.DemoIds.Account(userName);
}
