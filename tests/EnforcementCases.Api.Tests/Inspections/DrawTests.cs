using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Recording;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Inspections.Inspected;

namespace EnforcementCases.Api.Tests.Inspections;

/// <summary>双随机、一公开: announced with its lists, drawn by another person, repeated by a stranger from what is public.</summary>
public sealed class DrawTests(ApiFixture api)
{
    private readonly Inspected street = In(api);

    [Fact, Rule("APL-43"), Rule("INSP-54-1")]
    public async Task A_draw_is_repeated_by_a_stranger_with_the_same_objects_and_officers()
    {
        await street.APlan(cap: 1);
        var objects = new List<JsonElement>();
        for (var i = 1; i <= 5; i++)
            objects.Add(await street.AnObject($"饭店{i}"));
        await Interest(objects[0], "officer1");
        await Interest(objects[0], "officer3");
        var full = await street.AnObject("已达上限的饭店");
        await street.AnApproved(full);
        var draw = await Announce(5);
        draw.GetProperty("state").GetString().ShouldBe("Announced");
        (await street.WorkOf("head", draw)).ShouldBe(["Draw"]);
        var announced = (await Public(draw)).GetProperty("proof");
        announced.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
        announced.GetProperty("lists").GetProperty("objects").EnumerateArray().Select(Id).ShouldBe(objects.Select(Id)); // without the one at its cap
        (await Repeat((await Public(draw)).ToString())).ShouldBe((1, "not drawn yet"));

        draw = await street.Done("head", $"inspections/draws/{Id(draw)}/acts/draw", Word, draw);

        var shown = await Public(draw);
        shown.GetProperty("stateName").GetString().ShouldBe("已抽取");
        (await Repeat(shown.ToString())).ShouldBe((0, "the same objects and officers"));
        var proof = shown.GetProperty("proof");
        proof.GetProperty("commitment").GetString().ShouldBe(announced.GetProperty("commitment").GetString());
        proof.GetProperty("listsSha256").GetString().ShouldBe(announced.GetProperty("listsSha256").GetString());
        var drawn = proof.GetProperty("drawn").EnumerateArray().ToList();
        drawn.Select(d => d.GetProperty("objectId").GetGuid()).ShouldBe(objects.Select(Id), ignoreOrder: true);
        drawn
            .Single(d => d.GetProperty("objectId").GetGuid() == Id(objects[0]))
            .GetProperty("officerIds")
            .EnumerateArray()
            .Select(o => o.GetGuid())
            .ShouldNotContain(o => o == street.Person("officer1") || o == street.Person("officer3"));
        var checks = (await street.Read("teamlead", $"inspections/checks?drawId={Id(draw)}"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        checks.Count.ShouldBe(5);
        checks.ShouldAllBe(c => c.GetProperty("state").GetString() == "Approved");
        foreach (var check in checks)
            check
                .GetProperty("officers")
                .EnumerateArray()
                .Select(o => o.GetProperty("personId").GetGuid())
                .ShouldBe(
                    drawn
                        .Single(d => d.GetProperty("checkId").GetGuid() == Id(check))
                        .GetProperty("officerIds")
                        .EnumerateArray()
                        .Select(o => o.GetGuid())
                );
        (await street.WorkOf("head", draw)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("word", "the draw gives other objects or officers")]
    [InlineData("secret", "the secret is not the announced one")]
    [InlineData("lists", "the lists are not the announced ones")]
    [InlineData("drawn", "the draw gives other objects or officers")]
    public async Task A_stranger_sees_what_was_changed(string member, string finding)
    {
        await street.APlan();
        for (var i = 1; i <= 6; i++)
            await street.AnObject($"饭店{i}");
        var draw = await Announce(6);
        await street.Done("head", $"inspections/draws/{Id(draw)}/acts/draw", Word, draw);
        var shown = JsonNode.Parse((await Public(draw)).ToString())!;
        var proof = shown["proof"]!;
        switch (member)
        {
            case "lists":
                proof["lists"]!["objects"]!.AsArray().RemoveAt(0);
                break;
            case "drawn":
                var first = proof["drawn"]![0]!.DeepClone();
                proof["drawn"]!.AsArray().RemoveAt(0);
                proof["drawn"]!.AsArray().Add(first);
                break;
            default:
                proof[member] = "0000";
                break;
        }

        (await Repeat(shown.ToJsonString())).ShouldBe((1, finding));
    }

    [Fact, Rule("INSP-54-2")]
    public async Task An_object_that_reached_its_cap_after_the_announcement_gets_no_check()
    {
        await street.APlan(cap: 1);
        var free = await street.AnObject("饭店甲");
        var full = await street.AnObject("饭店乙");
        var draw = await Announce(2);
        await street.AnApproved(full);

        await street.Done("head", $"inspections/draws/{Id(draw)}/acts/draw", Word, draw);

        var shown = await Public(draw);
        shown
            .GetProperty("proof")
            .GetProperty("drawn")
            .EnumerateArray()
            .Where(d => d.GetProperty("checkId").ValueKind != JsonValueKind.Null)
            .Select(d => d.GetProperty("objectId").GetGuid())
            .ShouldBe([Id(free)]);
        (await Repeat(shown.ToString())).ExitCode.ShouldBe(0);
        ShouldPointAt((await TryAnnounce(1)).ShouldBeProblem(422, "draw.too-few-objects"), "/objectsToDraw");
    }

    [Fact, Rule("INSP-54-1"), Rule("APL-43")]
    public async Task A_draw_is_refused_without_plan_objects_or_officers_and_by_the_person_who_announced_it()
    {
        ShouldPointAt((await TryAnnounce(1)).ShouldBeProblem(422, "inspection.no-plan", "INSP-54-2"), "/category");
        await street.APlan();
        ShouldPointAt((await TryAnnounce(1)).ShouldBeProblem(422, "draw.too-few-objects"), "/objectsToDraw");
        await street.AnObject();
        ShouldPointAt((await TryAnnounce(0)).ShouldBeProblem(400, "request.invalid"), "/objectsToDraw");
        ShouldPointAt((await TryAnnounce(1, officersEach: 1)).ShouldBeProblem(400, "request.invalid"), "/officersEach");
        var draw = Done(await TryAnnounce(1, by: "deputy1"));

        (await Draw(draw, "deputy1")).ShouldBeProblem(403, "inspection.own-request");
        (await Draw(draw, "teamlead")).ShouldBeProblem(403, "access.not-allowed");
        ShouldPointAt((await Draw(draw, "head", street.Planned)).ShouldBeProblem(422, "inspection.out-of-order"), "/doneAt");
        draw = Done(await Draw(draw, "deputy2"));
        (await Draw(draw, "head")).ShouldBeProblem(409, "inspection.not-open");
    }

    [Fact, Rule("APL-43")]
    public async Task An_interest_entered_after_the_announcement_stops_the_draw()
    {
        await street.APlan();
        var @object = await street.AnObject();
        var draw = await Announce(1);
        await Interest(@object, "officer2");

        (await Draw(draw, "head")).ShouldBeProblem(422, "draw.interest-since", "APL-43");
        (
            await street.Post(
                "head",
                $"inspections/draws/{Id(draw)}/acts/cancel",
                new { reason = "有人应当回避", doneAt = street.Monday },
                draw
            )
        ).ShouldBe(System.Net.HttpStatusCode.OK);
        Done(await Draw(await Announce(1), "head"));
    }

    [Fact]
    public async Task A_cancelled_draw_stays_public_with_its_reason()
    {
        await street.APlan();
        await street.AnObject();
        var draw = await Announce(1);
        var path = $"inspections/draws/{Id(draw)}/acts/cancel";
        var why = new { reason = "名录有误，重新公告", doneAt = street.Monday.AddDays(-4) };

        draw = await street.Done("head", path, why, draw);

        (await Public(draw)).GetProperty("cancelledBecause").GetString().ShouldBe("名录有误，重新公告");
        (await api.Anonymous.GetJson("public/inspections/draws?limit=200"))["items"].EnumerateArray().Select(Id).ShouldContain(Id(draw));
        (await Draw(draw, "head")).ShouldBeProblem(409, "inspection.not-open");
        (await street.Post("head", path, why, draw)).ShouldBeProblem(409, "inspection.not-open");
        (await street.Read("officer1", $"inspections/draws/{Id(draw)}")).GetProperty("stateName").GetString().ShouldBe("已取消");
        (await api.Anonymous.GetJson($"public/inspections/draws/{Guid.NewGuid()}")).ShouldBeProblem(404, "inspection.not-found");
    }

    [Fact, Rule("APL-43")]
    public async Task An_interest_is_entered_once_and_ends()
    {
        var @object = await street.AnObject();
        var interest = await Interest(@object, "officer1");
        var again = await street.Post("officer1", "inspections/interests", AnInterest(@object, "officer1"));
        ShouldPointAt(again.ShouldBeProblem(409, "inspection.interest-known"), "/officerId");
        var end = $"inspections/interests/{Id(interest)}/end";
        ShouldPointAt(
            (
                await street.Post("teamlead", end, new { lastDay = street.Day.AddDays(-21), doneAt = street.Monday }, interest)
            ).ShouldBeProblem(422, "inspection.out-of-order"),
            "/lastDay"
        );

        var ended = await street.Done("teamlead", end, new { lastDay = street.Day, doneAt = street.Monday }, interest);

        ended.GetProperty("to").GetString().ShouldBe("2024-05-13");
        (await street.Post("teamlead", end, new { lastDay = street.Day, doneAt = street.Monday }, ended)).ShouldBeProblem(
            409,
            "inspection.not-open"
        );
        await Interest(@object, "officer1");
        (await street.Read("officer1", $"inspections/interests?objectId={Id(@object)}&officerId={street.Person("officer1")}"))
            .GetProperty("items")
            .GetArrayLength()
            .ShouldBe(2);
    }

    [Fact]
    public async Task The_register_knows_an_object_once_and_no_citizens()
    {
        const string code = "91120116MA06ABCD7L";
        var xc = In(api, "xc");
        var citizen = await xc.Post("officer1", "inspections/objects", Entered("Citizen", null));
        ShouldPointAt(citizen.ShouldBeProblem(422, "inspection.object-no-enterprise"), "/kind");
        ShouldPointAt(
            (await xc.Post("officer1", "inspections/objects", Entered("LegalPerson", "91120116MA06ABCD7X"))).ShouldBeProblem(
                422,
                "credit-code.wrong-check-character"
            ),
            "/creditCode"
        );
        var @object = await xc.Done("officer1", "inspections/objects", Entered("LegalPerson", code));
        ShouldPointAt(
            (await xc.Post("officer1", "inspections/objects", Entered("LegalPerson", code))).ShouldBeProblem(
                409,
                "inspection.object-already-listed"
            ),
            "/creditCode"
        );
        var delisting = new
        {
            from = xc.Day,
            reason = "注销",
            doneAt = xc.Monday,
        };

        @object = await xc.Done("teamlead", $"inspections/objects/{Id(@object)}/delisting", delisting, @object);

        (await xc.Post("teamlead", $"inspections/objects/{Id(@object)}/delisting", delisting, @object)).ShouldBeProblem(
            422,
            "inspection.object-delisted"
        );
        var again = await xc.Done("officer1", "inspections/objects", Entered("LegalPerson", code));
        (await Listed("")).ShouldBe([Id(again), Id(@object)]);
        (await Listed("&listed=true")).ShouldBe([Id(again)]);

        object Entered(string kind, string? creditCode) =>
            new
            {
                kind,
                name = "新村饭店",
                address = "福州道2号",
                category = xc.Category,
                creditCode,
                doneAt = xc.Planned,
            };
        async Task<List<Guid>> Listed(string more) =>
            [
                .. (await xc.Read("officer1", $"inspections/objects?category={Uri.EscapeDataString(xc.Category)}{more}"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(Id),
            ];
    }

    private object Word => new { word = "福彩3D 2024119期 071", doneAt = street.Monday.AddDays(-3) };

    private async Task<JsonElement> Announce(int objects) => Done(await TryAnnounce(objects));

    private static JsonElement Done(ApiAnswer answer)
    {
        answer.Status.ShouldBeOneOf([200, 201], answer.Body.ToString());
        return answer.Body;
    }

    private Task<ApiAnswer> TryAnnounce(int objects, int officersEach = 2, string by = "teamlead") =>
        street.Post(
            by,
            "inspections/draws",
            new
            {
                name = "五月抽查",
                category = street.Category,
                matters = "油烟排放",
                objectsToDraw = objects,
                officersEach,
                plannedOn = street.Day,
                doneAt = street.Monday.AddDays(-5),
            }
        );

    private Task<ApiAnswer> Draw(JsonElement draw, string by, DateTimeOffset? at = null) =>
        street.Post(by, $"inspections/draws/{Id(draw)}/acts/draw", new { word = "071", doneAt = at ?? street.Monday.AddDays(-3) }, draw);

    private Task<JsonElement> Interest(JsonElement @object, string officer) =>
        street.Done("officer1", "inspections/interests", AnInterest(@object, officer));

    private object AnInterest(JsonElement @object, string officer) =>
        new
        {
            objectId = Id(@object),
            officerId = street.Person(officer),
            tie = "配偶为该店股东",
            from = street.Day.AddDays(-20),
            doneAt = street.Planned,
        };

    private async Task<JsonElement> Public(JsonElement draw)
    {
        var answer = await api.Anonymous.GetJson($"public/inspections/draws/{Id(draw)}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer.Body;
    }

    /// <summary>What the stranger's script finds in the published answer.</summary>
    private static async Task<(int ExitCode, string Said)> Repeat(string published)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, published);
            return await LogSteps.RunAsync("node", [Path.Combine(Snapshot.Root, "tests/draw/repeat.mjs"), file]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
