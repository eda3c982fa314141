using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Inspections.Inspected;

namespace EnforcementCases.Api.Tests.Inspections;

/// <summary>Who sees and changes what of patrols, checks and draws: a supervisor reads below and writes nothing, another street sees nothing.</summary>
public sealed class InspectionRightsTests(ApiFixture api)
{
    private readonly Inspected street = In(api);

    [Theory]
    [InlineData("bhxq-supervisor")]
    [InlineData("tj-supervisor")]
    [InlineData("hg-supervisor")]
    public async Task A_supervisor_reads_what_is_below_and_writes_nothing(string supervisor)
    {
        var all = await Everything();
        var reader = api.SignedInAs(supervisor);

        foreach (var (path, _, thing) in all)
        {
            var read = await reader.GetJson(path);
            read.Status.ShouldBe(200, path);
            (read.Body.TryGetProperty("items", out var items) ? items.EnumerateArray().Select(Id) : [Id(read.Body)]).ShouldContain(
                Id(thing),
                path
            );
        }
        foreach (var (_, act, thing) in all.Where(a => a.Act.Length > 0))
            (await reader.PostJson(act, new { doneAt = street.Monday }, ifMatch: TagOf(thing))).ShouldBeProblem(403, "access.not-allowed");
        (await reader.PostJson("inspections/objects", new { })).ShouldBeProblem(403, "access.not-allowed");
        (await reader.PostJson("patrols", new { })).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact]
    public async Task Another_street_sees_and_changes_nothing()
    {
        var all = await Everything();

        foreach (var role in (string[])["officer1", "teamlead", "head", "publicity", "supervisor"])
        {
            var stranger = api.SignedInAs($"xc-{role}");
            foreach (var (path, _, thing) in all)
            {
                var read = await stranger.GetJson(path);
                if (read.Body.TryGetProperty("items", out var items))
                    items.EnumerateArray().Select(Id).ShouldNotContain(Id(thing), path);
                else
                    read.ShouldBeProblem(404, "inspection.not-found");
            }
        }
        foreach (var (_, act, thing) in all.Where(a => a.Act.Length > 0))
        {
            var answers = new List<ApiAnswer>();
            foreach (var role in (string[])["officer1", "teamlead", "head", "publicity"])
                answers.Add(await api.SignedInAs($"xc-{role}").PostJson(act, Body(act), ifMatch: TagOf(thing)));
            answers.ShouldAllBe(a => a.Status == 403 || a.Status == 404, act);
            answers.Where(a => a.Status == 404).ShouldAllBe(a => a["code"].GetString() == "inspection.not-found", act);
            answers.ShouldContain(a => a.Status == 404, act); // somebody has the right, and finds nothing
        }
        var application = street.Application(all[0].Thing);
        application["officerIds"] = new[] { In(api, "xc").Person("officer1"), In(api, "xc").Person("officer2") };
        (await api.SignedInAs("xc-officer1").PostJson("inspections/checks", application)).ShouldBeProblem(404, "inspection.not-found");
    }

    [Fact]
    public async Task The_public_reads_without_the_code_neither_check_nor_register()
    {
        foreach (
            var path in (string[])
                ["inspections/checks", "inspections/objects", "inspections/interests", "patrols", "inspections/figures?year=2024"]
        )
            (await api.Anonymous.GetJson(path)).ShouldBeProblem(401, "access.not-signed-in");
    }

    /// <summary>A body that every act can be read from.</summary>
    private object Body(string act) =>
        act.Split('/')[^1] switch
        {
            "delisting" => new
            {
                from = street.Day,
                reason = "注销",
                doneAt = street.Monday,
            },
            "end" when act.StartsWith("reminders", StringComparison.Ordinal) => new
            {
                end = "Corrected",
                note = "已改正",
                doneAt = street.Monday.AddDays(1),
            },
            "end" => new { lastDay = street.Day, doneAt = street.Monday },
            "decide" => new { approved = true, doneAt = street.Monday },
            "draw" => new { word = "071", doneAt = street.Monday },
            "withdraw" or "cancel" or "voiding" => new { reason = "有误", doneAt = street.Monday },
            _ => new { doneAt = street.Monday },
        };

    /// <summary>One of everything in 汉沽街道: where it is read, an act on it, and itself.</summary>
    private async Task<List<(string Path, string Act, JsonElement Thing)>> Everything()
    {
        var plan = await street.APlan();
        var @object = await street.AnObject();
        var interest = await street.Done(
            "officer1",
            "inspections/interests",
            new
            {
                objectId = Id(@object),
                officerId = street.Person("officer4"),
                tie = "亲属经营",
                from = street.Day,
                doneAt = street.Planned,
            }
        );
        var check = await street.ARecorded(@object);
        var applied = await street.AnApplication(@object);
        var draw = await street.Done(
            "teamlead",
            "inspections/draws",
            new
            {
                name = "抽查",
                category = street.Category,
                matters = "油烟排放",
                objectsToDraw = 1,
                plannedOn = street.Day,
                doneAt = street.Monday.AddDays(-5),
            }
        );
        var patrol = await street.Done(
            "officer1",
            "patrols",
            new
            {
                startedAt = street.Monday,
                doneAt = street.Monday.AddHours(1),
                memberIds = new[] { street.Person("officer1") },
                places = new[]
                {
                    new
                    {
                        name = "东风路",
                        stallsCleared = 1,
                        shopsCorrected = 0,
                    },
                },
                reminders = new[]
                {
                    new
                    {
                        partyName = "吴小满",
                        content = "请勿占道经营。",
                        correctBy = street.Day,
                    },
                },
            }
        );
        return
        [
            (
                $"inspections/objects?category={Uri.EscapeDataString(street.Category)}",
                $"inspections/objects/{Id(@object)}/delisting",
                @object
            ),
            ($"inspections/interests?objectId={Id(@object)}", $"inspections/interests/{Id(interest)}/end", interest),
            ("inspections/plans?year=2024&limit=200", $"inspections/plans/{Id(plan)}/approval", plan),
            ($"inspections/checks/{Id(check)}", $"inspections/checks/{Id(check)}/acts/publish", check),
            ($"inspections/checks?objectId={Id(@object)}", $"inspections/checks/{Id(check)}/acts/follow", check),
            ($"inspections/checks/{Id(applied)}", $"inspections/checks/{Id(applied)}/acts/decide", applied),
            ($"inspections/checks/{Id(applied)}", $"inspections/checks/{Id(applied)}/acts/withdraw", applied),
            ($"inspections/checks/{Id(applied)}", $"inspections/checks/{Id(applied)}/acts/enter", applied),
            ($"inspections/checks/{Id(applied)}", $"inspections/checks/{Id(applied)}/acts/amend-entry", applied),
            ($"inspections/checks/{Id(applied)}", $"inspections/checks/{Id(applied)}/acts/record", applied),
            ($"inspections/draws/{Id(draw)}", $"inspections/draws/{Id(draw)}/acts/draw", draw),
            ("inspections/draws?limit=200", $"inspections/draws/{Id(draw)}/acts/cancel", draw),
            ($"patrols/{Id(patrol)}", $"patrols/{Id(patrol)}/voiding", patrol),
            ("reminders?limit=200", $"reminders/{Id(patrol.GetProperty("reminders")[0])}/end", patrol.GetProperty("reminders")[0]),
        ];
    }
}
