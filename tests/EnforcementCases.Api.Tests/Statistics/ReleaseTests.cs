using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>Frozen figures are released by two persons, corrected by restatements that can be read, and never contradict what the place adds.</summary>
[Rule("ST-10"), Rule("ST-11"), Rule("PUB-ANNUAL")]
public sealed class ReleaseTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    [Fact]
    public async Task Two_persons_release_a_year_and_a_late_case_changes_nothing_released_and_appears_in_the_restatement()
    {
        await api.GivenDecidedCase(50_00, At("2023-06-05 10:00"));
        var taken = await Freeze(2023);
        taken["releaseDueOn"].GetString().ShouldBe("2024-01-31");
        (await Approve(taken, "hg-head"))["releasedAt"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await Approve(taken, "hg-head")).ShouldBeProblem(422, "statistics.same-person");
        var released = await Approve(taken, "hg-supervisor");
        released.Status.ShouldBe(200, released.Body.ToString());
        released["releasedAt"].ValueKind.ShouldBe(JsonValueKind.String);
        (await Approve(taken, "hg-supervisor")).ShouldBeProblem(409, "statistics.already-released");

        var late = await api.GivenDecidedCase(60_00, At("2023-06-06 10:00"));
        var again = await Freeze(2023, "离线补录一件");
        var differences = await api.SignedInAs("hg-supervisor").GetJson($"statistics/snapshots/{again["id"].GetGuid()}/differences");

        differences.Status.ShouldBe(200, differences.Body.ToString());
        differences["isRestatement"].GetBoolean().ShouldBeTrue();
        var fines = differences["figures"].EnumerateArray().Single(f => f.GetProperty("key").GetString() == "finesImposedYuan");
        (fines.GetProperty("valueBefore").GetDecimal(), fines.GetProperty("value").GetDecimal()).ShouldBe((50, 110));
        fines.GetProperty("casesAdded").EnumerateArray().Single().GetProperty("caseId").GetGuid().ShouldBe(late.Id);
        fines.GetProperty("casesDropped").GetArrayLength().ShouldBe(0);
        var kept = await api.SignedInAs("hg-supervisor").GetJson($"statistics/snapshots/{taken["id"].GetGuid()}");
        kept["figures"]
            .EnumerateArray()
            .Single(f => f.GetProperty("key").GetString() == "finesImposedYuan")
            .GetProperty("value")
            .GetDecimal()
            .ShouldBe(50);
        kept["summary"].GetProperty("releasedAt").GetString().ShouldBe(released["releasedAt"].GetString());
    }

    [Fact]
    public async Task What_is_superseded_preliminary_or_of_another_street_is_not_released()
    {
        await api.GivenDecidedCase(50_00, At("2022-06-05 10:00"));
        var first = await Freeze(2022);
        await Freeze(2022, "重新生成");
        (await Approve(first, "hg-head")).ShouldBeProblem(409, "statistics.snapshot-superseded");
        var now = await Freeze(api.Clock.GetUtcNow().AddHours(8).Year);
        (await Approve(now, "hg-head")).ShouldBeProblem(422, "statistics.preliminary-not-released");
        (await Approve(first, "xc-head")).ShouldBeProblem(404, "statistics.snapshot-not-found");
        (await Approve(first, "bhxq-supervisor")).ShouldBeProblem(403, "access.not-allowed");
        (await Approve(first, "hg-officer1")).ShouldBeProblem(403, "access.not-allowed");
        var other = await api.SignedInAs("hg-head")
            .PostJson($"statistics/snapshots/{first["id"].GetGuid()}/acts/approve", new { contentSha256 = new string('0', 64) });
        other.ShouldBeProblem(409, "statistics.snapshot-superseded");
        (
            await api.SignedInAs("hg-head")
                .PostJson($"statistics/snapshots/{first["id"].GetGuid()}/acts/approve", new { contentSha256 = "x" })
        ).ShouldBeProblem(400, "request.invalid");
    }

    [Fact]
    public async Task A_figure_of_the_place_that_its_parts_do_not_make_blocks_the_release_until_it_is_corrected()
    {
        await Enter(2021, "suitsWon", 6);
        await Enter(2021, "suitsWithdrawn", 17);
        await Enter(2021, "suitsConcluded", 32, "suitsWon", "suitsWithdrawn", "suitsLost");
        var taken = await Freeze(2021);

        var missing = (await Approve(taken, "hg-head")).ShouldBeProblem(422, "statistics.part-missing");
        missing["detail"].GetString()!.ShouldContain("suitsLost");
        await Enter(2021, "suitsLost", 4);
        var broken = (await Approve(taken, "hg-head")).ShouldBeProblem(422, "statistics.identity-broken");
        broken["detail"].GetString()!.ShouldContain("相差 5");
        (await Enter(2021, "suitsLost", 9))["revision"].GetInt32().ShouldBe(2);
        (await Approve(taken, "hg-head")).Status.ShouldBe(200);

        var list = (await api.SignedInAs("hg-supervisor").GetJson("statistics/2021/own-figures")).Body.EnumerateArray().ToList();
        list.Where(f => f.GetProperty("key").GetString() == "suitsLost")
            .Select(f => (f.GetProperty("revision").GetInt32(), f.GetProperty("value").GetDecimal()))
            .ShouldBe([(2, 9), (1, 4)]);
        (await api.SignedInAs("xc-supervisor").GetJson("statistics/2021/own-figures")).Body.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_figure_is_taken_back_and_one_that_is_computed_cannot_be_typed_over()
    {
        await Enter(2020, "patrols", 12.5m);
        var withdrawn = await api.SignedInAs("hg-supervisor").PostJson("statistics/2020/own-figures/patrols/acts/withdraw");
        (withdrawn["isWithdrawn"].GetBoolean(), withdrawn["revision"].GetInt32()).ShouldBe((true, 2));
        (await api.SignedInAs("hg-supervisor").PostJson("statistics/2020/own-figures/patrols/acts/withdraw")).ShouldBeProblem(
            404,
            "statistics.own-figure-not-found"
        );
        (await Enter(2020, "penaltyCasesEntered", 1)).ShouldBeProblem(422, "statistics.figure-computed");
        (await Enter(2020, "Patrols", 1)).ShouldBeProblem(400, "statistics.own-figure-key");
        (await Enter(2020, "patrols", 1, "patrols")).ShouldBeProblem(400, "statistics.part-of-itself");
        (await Enter(2020, "patrols", 0.00001m)).ShouldBeProblem(400, "request.invalid");
        (await Enter(1812, "patrols", 1)).ShouldBeProblem(400, "request.invalid");
        (await Put("hg-officer1", 2020, "patrols", 1)).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact]
    public async Task Quarters_and_months_are_frozen_beside_the_year()
    {
        await api.GivenDecidedCase(50_00, At("2024-02-05 10:00"));
        await api.GivenDecidedCase(60_00, At("2024-05-05 10:00"));

        var quarter = await Freeze(2024, quarter: 1);
        var month = await Freeze(2024, month: 5);
        var year = await Freeze(2024);

        (await ValueOf(quarter)).ShouldBe(50);
        (await ValueOf(month)).ShouldBe(60);
        (await ValueOf(year)).ShouldBe(110);
        (quarter["period"].GetString(), month["period"].GetString(), year["period"].GetString()).ShouldBe(("2024-Q1", "2024-05", "2024"));
        (quarter["revision"].GetInt32(), month["revision"].GetInt32(), year["revision"].GetInt32()).ShouldBe((1, 1, 1));
        (await Freeze(2024, quarter: 1)).ShouldBeProblem(409, "statistics.reason-missing");
        (await Freeze(2024, quarter: 1, month: 1)).ShouldBeProblem(400, "statistics.period-unknown");
        var list = await api.SignedInAs("hg-supervisor").GetJson("statistics/2024/snapshots");
        list.Body.EnumerateArray().Select(s => s.GetProperty("period").GetString()).ShouldBe(["2024", "2024-05", "2024-Q1"]);
    }

    private async Task<decimal> ValueOf(ApiAnswer taken)
    {
        taken.Status.ShouldBe(201, taken.Body.ToString());
        var snapshot = await api.SignedInAs("hg-supervisor").GetJson($"statistics/snapshots/{taken["id"].GetGuid()}");
        return snapshot["figures"]
            .EnumerateArray()
            .Single(f => f.GetProperty("key").GetString() == "finesImposedYuan")
            .GetProperty("value")
            .GetDecimal();
    }

    private Task<ApiAnswer> Freeze(int year, string? reason = null, int? quarter = null, int? month = null) =>
        api.SignedInAs("hg-head")
            .PostJson(
                $"statistics/{year}/snapshots",
                new
                {
                    reason,
                    quarter,
                    month,
                }
            );

    private Task<ApiAnswer> Approve(ApiAnswer snapshot, string @as) =>
        api.SignedInAs(@as)
            .PostJson(
                $"statistics/snapshots/{snapshot["id"].GetGuid()}/acts/approve",
                new { contentSha256 = snapshot["contentSha256"].GetString() }
            );

    private Task<ApiAnswer> Enter(int year, string key, decimal value, params string[] parts) =>
        Put("hg-supervisor", year, key, value, parts);

    private Task<ApiAnswer> Put(string @as, int year, string key, decimal value, params string[] parts) =>
        api.SignedInAs(@as)
            .PutJson(
                $"statistics/{year}/own-figures/{key}",
                new
                {
                    name = "自填指标",
                    unit = "件",
                    value,
                    source = "本单位台账",
                    parts,
                }
            );
}
