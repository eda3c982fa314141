using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Access;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class SecurityLogTests(ApiFixture api)
{
    [Fact]
    public async Task Who_asks_for_something_out_of_reach_is_noted_and_told_nothing()
    {
        var @case = await api.GivenDecidedCase();
        var stranger = api.SignedInAs("xc-officer3");
        var person = (await stranger.GetJson("session"))["person"].GetProperty("id").GetGuid();
        var before = (await api.SecurityEventsOf("xc-auditor", $"&kind=OutOfReach&personId={person}")).Count;

        (await stranger.GetJson($"cases/{@case.Id}")).ShouldBeProblem(404, "case.not-found");

        (await api.SecurityEventsOf("xc-auditor", $"&kind=OutOfReach&personId={person}&aboutOperation=ReadCase")).Count.ShouldBe(
            before + 1
        );
    }

    [Fact]
    public async Task A_change_of_rights_says_from_what_to_what()
    {
        var (_, _, id) = await api.GivenAccount("Cashier");
        (await api.ReplaceRoles(id, "Officer", "TeamLead")).Status.ShouldBe(200);

        var log = await api.SignedInAs("hg-auditor").GetJson($"admin/security-events?kind=RolesChanged&accountId={id}");

        log["items"]
            .EnumerateArray()
            .Select(e => e.GetProperty("detail").GetString())
            .ShouldBe([" → Officer,TeamLead", "Cashier → ", " → Cashier"]); // newest first; a grant counts once it is confirmed
    }

    [Fact]
    public async Task It_is_read_by_time_and_page()
    {
        var from = api.Clock.GetUtcNow();
        var (_, _, id) = await api.GivenAccount("Cashier");
        for (var i = 0; i < 3; i++)
            (await api.ReplaceRoles(id, i % 2 == 0 ? "Officer" : "Cashier")).Status.ShouldBe(200);
        var auditor = api.SignedInAs("hg-auditor");
        var path = $"admin/security-events?accountId={id}&from={Uri.EscapeDataString(from.ToString("O"))}";

        var all = (await auditor.GetJson(path))["items"].EnumerateArray().Select(e => e.GetProperty("seq").GetString()).ToList();
        var first = await auditor.GetJson($"{path}&limit=8");
        var rest = await auditor.GetJson($"{path}&limit=8&cursor={first["next"].GetString()}");

        all.Count.ShouldBe(16); // opened, asked, confirmed, granted; three times withdrawn, asked, confirmed, granted
        first["items"].EnumerateArray().Concat(rest["items"].EnumerateArray()).Select(e => e.GetProperty("seq").GetString()).ShouldBe(all);
        rest["next"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await auditor.GetJson($"admin/security-events?accountId={id}&to={Uri.EscapeDataString(from.ToString("O"))}"))["items"]
            .GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task It_is_kept_for_as_long_as_configured_and_no_day_less()
    {
        await using var own = await ApiFixture.StartAsync(("Access:SecurityLogDays", "183"));
        var (_, _, id) = await own.GivenAccount("Cashier");
        (await own.ReplaceRoles(id, "Officer")).Status.ShouldBe(200);

        own.Clock.Advance(TimeSpan.FromDays(183) - TimeSpan.FromMinutes(5));
        await Run(own);
        (await own.SecurityEventsOf("hg-auditor", $"&kind=RolesChanged&accountId={id}")).Count.ShouldBe(3);

        own.Clock.Advance(TimeSpan.FromDays(1));
        await Run(own);
        (await own.SecurityEventsOf("hg-auditor", $"&kind=RolesChanged&accountId={id}")).ShouldBeEmpty();
        (await own.SecurityEventsOf("hg-auditor")).ShouldContain("SignedIn"); // of today
    }

    [Theory]
    [InlineData("Access:SecurityLogDays", "182")]
    [InlineData("Access:StepUpMinutes", "0")]
    [InlineData("Access:StepUpMinutes", "61")]
    public void A_setting_out_of_its_range_stops_the_start(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        Should.Throw<InvalidOperationException>(() => AccessSettings.From(configuration)).Message.ShouldContain(key);
    }

    private static async Task Run(ApiFixture own)
    {
        var answer = await own.SignedInAs("tj-admin").PostJson("admin/jobs/expired-security-events/run", new { period = (string?)null });
        answer["outcome"].GetString().ShouldBe("Done", answer.Body.ToString());
    }
}
