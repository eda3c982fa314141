using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Inspections.Inspected;

namespace EnforcementCases.Api.Tests.Inspections;

/// <summary>Patrol sheets and their reminders, and the figures of a year that are counted from everything. ST-6, ST-11.</summary>
public sealed class PatrolTests(ApiFixture api)
{
    private readonly Inspected street = In(api);

    [Fact, Rule("ST-11")]
    public async Task A_patrol_is_entered_with_numbered_reminders_that_end()
    {
        var patrol = await street.Done("auxiliary", "patrols", Sheet());

        (patrol.GetProperty("personTimes").GetInt32(), patrol.GetProperty("vehicleTimes").GetInt32()).ShouldBe((2, 1));
        (patrol.GetProperty("placeTimes").GetInt32(), patrol.GetProperty("stallsCleared").GetInt32()).ShouldBe((2, 5));
        patrol.GetProperty("members")[1].GetProperty("capacity").GetString().ShouldBe("Auxiliary");
        var reminders = patrol.GetProperty("reminders").EnumerateArray().ToList();
        reminders.Select(r => r.GetProperty("number").GetString()!).ShouldAllBe(n => n.StartsWith("津汉街综执提醒字〔2024〕第"));
        reminders.Select(r => r.GetProperty("number").GetString()).Distinct().Count().ShouldBe(2);
        (await street.Read("officer3", $"patrols/{Id(patrol)}")).GetProperty("reminders").GetArrayLength().ShouldBe(2);
        (await street.Read("officer3", "patrols?from=2024-05-13&to=2024-05-13&limit=200"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(Id)
            .ShouldContain(Id(patrol));
        (await street.WorkOf("officer3", reminders[0], "kind=Reminder")).ShouldBe(["Reminder"]);

        var corrected = await End(reminders[0], "Corrected");
        var @case = await api.GivenDecidedCase(decidedAt: street.Monday.AddHours(4));
        var entered = await End(reminders[1], "CaseEntered", @case.Id);

        corrected.GetProperty("endName").GetString().ShouldBe("已改正");
        corrected.GetProperty("endedOn").GetString().ShouldBe("2024-05-15");
        entered.GetProperty("caseId").GetGuid().ShouldBe(@case.Id);
        (await street.WorkOf("officer3", reminders[0], "kind=Reminder")).ShouldBeEmpty();
        (await Reminders("open=true")).ShouldNotContain(Id(corrected));
        (await Reminders("open=false")).ShouldContain(Id(corrected));
    }

    [Theory]
    [InlineData("it ends when it begins", 422, "patrol.times", "/startedAt")]
    [InlineData("somebody twice", 422, "patrol.doubled", "/memberIds")]
    [InlineData("a vehicle twice", 422, "patrol.doubled", "/vehicles")]
    [InlineData("somebody of another street", 422, "officers.unknown", null)]
    [InlineData("a reminder due before", 422, "patrol.reminder-day", "/reminders/1/correctBy")]
    [InlineData("nobody", 400, "request.invalid", "/memberIds")]
    [InlineData("stalls below zero", 400, "request.invalid", "/places/0/stallsCleared")]
    [InlineData("a time in the future", 422, "time.in-future", "/doneAt")]
    [InlineData("a campaign that is over", 422, "inspection.outside-campaign", "/campaignId")]
    public async Task A_sheet_is_refused_with_the_member_at_fault(string fault, int status, string code, string? pointer)
    {
        var body = Sheet();
        switch (fault)
        {
            case "it ends when it begins":
                body["startedAt"] = body["doneAt"];
                break;
            case "somebody twice":
                body["memberIds"] = new[] { street.Person("officer1"), street.Person("officer1") };
                break;
            case "a vehicle twice":
                body["vehicles"] = new[] { "津A12345", "津A12345" };
                break;
            case "somebody of another street":
                body["memberIds"] = new[] { In(api, "xc").Person("officer1") };
                break;
            case "a reminder due before":
                body["reminders"] = new[] { AReminder(street.Day), AReminder(street.Day.AddDays(-1)) };
                break;
            case "nobody":
                body["memberIds"] = Array.Empty<Guid>();
                break;
            case "stalls below zero":
                body["places"] = new[] { APlace("东风路", -1, 0) };
                break;
            case "a time in the future":
                body["doneAt"] = DateTimeOffset.UtcNow.AddHours(1);
                break;
            default:
                var campaign = await street.Done(
                    "head",
                    "inspections/campaigns",
                    new
                    {
                        name = "夜市整治",
                        purpose = "整治占道经营",
                        from = street.Day.AddDays(-5),
                        to = street.Day.AddDays(-1),
                        doneAt = street.Planned,
                    }
                );
                body["campaignId"] = Id(campaign);
                break;
        }

        var answer = await street.Post("officer1", "patrols", body);

        answer.ShouldBeProblem(status, code);
        if (pointer is not null)
            ShouldPointAt(answer, pointer);
    }

    [Fact]
    public async Task A_reminder_ends_once_by_a_case_of_the_street_or_without_one()
    {
        var patrol = await street.Done("officer1", "patrols", Sheet());
        var reminder = patrol.GetProperty("reminders")[0];
        var before = await api.GivenDecidedCase(decidedAt: street.Monday.AddDays(-1));

        ShouldPointAt((await TryEnd(reminder, "CaseEntered")).ShouldBeProblem(422, "patrol.reminder-case"), "/caseId");
        ShouldPointAt((await TryEnd(reminder, "Corrected", before.Id)).ShouldBeProblem(422, "patrol.reminder-case"), "/caseId");
        ShouldPointAt((await TryEnd(reminder, "CaseEntered", before.Id)).ShouldBeProblem(422, "inspection.followed-before"), "/caseId");
        (await TryEnd(reminder, "CaseEntered", Guid.NewGuid())).ShouldBeProblem(404, "case.not-found");
        var ended = await End(reminder, "PartyGone");
        (await TryEnd(ended, "Corrected")).ShouldBeProblem(409, "inspection.not-open");
    }

    [Fact]
    public async Task A_void_sheet_counts_no_more_and_its_reminders_wait_no_more()
    {
        var patrol = await street.Done("officer1", "patrols", Sheet());
        var reminder = patrol.GetProperty("reminders")[0];
        var why = new { reason = "重复录入", doneAt = street.Monday.AddDays(1) };
        (await street.Post("officer1", $"patrols/{Id(patrol)}/voiding", why, patrol)).ShouldBeProblem(403, "access.not-allowed");

        var voided = await street.Done("teamlead", $"patrols/{Id(patrol)}/voiding", why, patrol);

        voided.GetProperty("voidedBecause").GetString().ShouldBe("重复录入");
        (await street.Post("teamlead", $"patrols/{Id(patrol)}/voiding", why, voided)).ShouldBeProblem(409, "inspection.not-open");
        (await street.WorkOf("officer1", reminder, "kind=Reminder")).ShouldBeEmpty();
        (await TryEnd(reminder, "Corrected")).ShouldBeProblem(409, "inspection.not-open");
    }

    /// <summary>新村街道 in 2023 has what this test enters and nothing else.</summary>
    [Fact, Rule("ST-6"), Rule("ST-11"), Rule("INSP-STAT")]
    public async Task The_figures_of_a_year_are_the_sums_of_their_rows()
    {
        var xc = In(api, "xc", new DateTimeOffset(2023, 12, 4, 10, 0, 0, TimeSpan.FromHours(8)));
        await xc.APlan();
        var @object = await xc.AnObject();
        var counted = await xc.ARecorded(@object);
        await xc.ARecorded(@object, "ToBeHandled");
        var incomplete = await xc.AnApproved(@object);
        await xc.Act(incomplete, "enter", xc.Entry(incomplete));
        await xc.Done("publicity", $"inspections/checks/{Id(counted)}/acts/publish", new { doneAt = xc.Monday.AddDays(1) }, counted);
        await xc.Done("officer1", "patrols", Sheet(xc));
        var voided = await xc.Done("officer1", "patrols", Sheet(xc));
        await xc.Done("teamlead", $"patrols/{Id(voided)}/voiding", new { reason = "重复", doneAt = xc.Monday.AddDays(1) }, voided);
        var draw = await xc.Done(
            "teamlead",
            "inspections/draws",
            new
            {
                name = "抽查",
                category = xc.Category,
                matters = "油烟排放",
                objectsToDraw = 1,
                plannedOn = xc.Day,
                doneAt = xc.Monday.AddDays(-5),
            }
        );
        await xc.Done("head", $"inspections/draws/{Id(draw)}/acts/draw", new { word = "071", doneAt = xc.Monday.AddDays(-4) }, draw);
        var expected = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Checks"] = 1,
            ["IncompleteChecks"] = 1,
            ["ChecksFollowed"] = 1,
            ["PlannedChecks"] = 40,
            ["Patrols"] = 1,
            ["PersonTimes"] = 2,
            ["VehicleTimes"] = 1,
            ["PlaceTimes"] = 2,
            ["StallsCleared"] = 5,
            ["ShopsCorrected"] = 1,
            ["RemindersHanded"] = 2,
            ["RemindersEnded"] = 0,
            ["Draws"] = 1,
            ["ObjectsDrawn"] = 1,
            ["ResultsDue"] = 0, // due in January, twenty working days after 4 December
            ["ResultsInTime"] = 0,
        };

        (await Figures(xc, 2023)).ShouldBe(expected);
        var next = await Figures(xc, 2024);
        (next["ResultsDue"], next["ResultsInTime"]).ShouldBe((2, 1));
        (await Figures(xc, 2022)).Values.ShouldAllBe(v => v == 0);
        foreach (var (figure, value) in expected)
        {
            var rows = await xc.Read("officer1", $"inspections/figures/rows?figure={figure}&year=2023");
            rows.GetProperty("items").EnumerateArray().Sum(r => r.GetProperty("measure").GetInt32()).ShouldBe(value, figure);
        }
        var above = await api.SignedInAs("bhxq-supervisor")
            .GetJson($"inspections/figures?year=2023&organisationId={counted.GetProperty("organId").GetGuid()}");
        above["figures"][0].GetProperty("value").GetInt32().ShouldBe(1);
        (await xc.As("officer1").GetJson("inspections/figures?year=1999")).ShouldBeProblem(400, "request.invalid");
    }

    [Fact]
    public async Task A_list_goes_on_page_by_page()
    {
        var first = await street.Done("officer1", "patrols", Sheet());
        var second = await street.Done("officer1", "patrols", Sheet());
        var seen = new List<Guid>();
        var cursor = "";
        do
        {
            var page = await street.Read("officer1", $"patrols?limit=1{cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        } while (cursor.Length > 0 && !seen.Contains(Id(first)));

        seen.IndexOf(Id(second)).ShouldBeLessThan(seen.IndexOf(Id(first))); // newest first
        seen.ShouldBeUnique();
    }

    private static async Task<Dictionary<string, int>> Figures(Inspected street, int year) =>
        (await street.Read("teamlead", $"inspections/figures?year={year}"))
            .GetProperty("figures")
            .EnumerateArray()
            .ToDictionary(f => f.GetProperty("figure").GetString()!, f => f.GetProperty("value").GetInt32(), StringComparer.Ordinal);

    private async Task<List<Guid>> Reminders(string query) =>
        [.. (await street.Read("officer1", $"reminders?limit=200&{query}")).GetProperty("items").EnumerateArray().Select(Id)];

    private Dictionary<string, object?> Sheet(Inspected? of = null)
    {
        var on = of ?? street;
        return new(StringComparer.Ordinal)
        {
            ["startedAt"] = on.Monday.AddHours(-1),
            ["doneAt"] = on.Monday.AddHours(2),
            ["memberIds"] = new[] { on.Person("officer1"), on.Person("auxiliary") },
            ["places"] = new[] { APlace("东风路菜市场", 5, 0), APlace("新开中路", 0, 1) },
            ["vehicles"] = new[] { "津A12345" },
            ["reminders"] = new[] { AReminder(on.Day.AddDays(3)), AReminder(on.Day) },
        };
    }

    private static object APlace(string name, int stallsCleared, int shopsCorrected) =>
        new
        {
            name,
            stallsCleared,
            shopsCorrected,
        };

    private static object AReminder(DateOnly correctBy) =>
        new
        {
            partyName = "吴小满",
            content = "请勿占道经营。",
            correctBy,
        };

    private Task<ApiAnswer> TryEnd(JsonElement reminder, string end, Guid? caseId = null) =>
        street.Post(
            "officer1",
            $"reminders/{Id(reminder)}/end",
            new
            {
                end,
                note = "已到现场查看",
                doneAt = street.Monday.AddDays(2),
                caseId,
            },
            reminder
        );

    private async Task<JsonElement> End(JsonElement reminder, string end, Guid? caseId = null)
    {
        var answer = await TryEnd(reminder, end, caseId);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer.Body;
    }
}
