using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

/// <summary>Who held which office on a day: gates ask with the day of the act, and an administrator enters and reads it.</summary>
public sealed class OfficeHistoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact, Rule("REF-OWN-GATE")]
    public async Task Who_became_head_later_does_not_decide_for_a_day_before()
    {
        var @case = await api.GivenDecidedCase();
        var (userName, password) = await api.GivenSecondAccountOf("hg-deputy2", "Head", heldFrom: new(2024, 5, 20));
        var version = $"\"{@case.Id:N}.1\"";
        Task<ApiAnswer> Revoke(DateTimeOffset at) =>
            api.SignedInAs(userName, password)
                .PostJson($"cases/{@case.Id}/acts/revoke", new { reason = "事实认定有误", doneAt = at }, ifMatch: version);

        (await Revoke(@case.DecidedAt.AddDays(1))).ShouldBeProblem(422, "office.not-held-on-day", "REF-OWN-GATE");
        (await Revoke(@case.DecidedAt.AddDays(7))).Status.ShouldBe(200); // the twentieth
    }

    [Fact]
    public async Task An_account_shows_every_office_with_its_days()
    {
        var (userName, _) = await api.GivenSecondAccountOf("hg-hearing", "HearingHost", heldFrom: new(2023, 3, 1));
        var admin = api.SignedInAs("tj-admin");
        var account = (await admin.GetJson("admin/accounts?limit=200"))["items"]
            .EnumerateArray()
            .Single(a => a.GetProperty("userName").GetString() == userName);
        var id = account.GetProperty("id").GetGuid();

        (await Change(new { roles = new[] { "Supervisor" }, on = new DateOnly(2099, 1, 1) })).ShouldBeProblem(
            422,
            "access.office-in-future"
        );
        var changed = await Change(new { roles = new[] { "Supervisor" }, on = new DateOnly(2024, 6, 30) });

        changed.Status.ShouldBe(200, changed.Body.ToString());
        var offices = changed["offices"].EnumerateArray().Select(o => (Role(o), Day(o, "from"), Day(o, "until"))).ToList();
        offices.ShouldBe([("HearingHost", "2023-03-01", "2024-06-30"), ("Supervisor", "2024-06-30", null)]);
        (await admin.GetJson($"admin/accounts/{id}"))["offices"].GetArrayLength().ShouldBe(2);

        async Task<ApiAnswer> Change(object body) =>
            await admin.PostJson($"admin/accounts/{id}/roles", body, ifMatch: (await admin.GetJson($"admin/accounts/{id}")).ETag);
        static string Role(JsonElement office) => office.GetProperty("role").GetString()!;
        static string? Day(JsonElement office, string member) => office.GetProperty(member).GetString();
    }
}
