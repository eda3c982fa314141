using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>Frozen years, and the sentences written from figures.</summary>
[Rule("ST-10"), Rule("ST-11")]
public sealed class SnapshotAndReportTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    [Fact]
    public async Task A_frozen_year_stays_as_it_is_while_cases_go_on()
    {
        var first = await api.GivenDecidedCase(50_00, At("2023-06-05 10:00"));
        var taken = await Freeze(2023);
        taken.Status.ShouldBe(201, taken.Body.ToString());
        await api.GivenDecidedCase(60_00, At("2023-06-06 10:00")); // entered late, after the cut

        var frozen = await Read(taken["id"].GetGuid());
        var live = await api.Figures(2023);

        var figure = FrozenFigure(frozen, "finesImposedYuan");
        figure.GetProperty("value").GetDecimal().ShouldBe(50);
        figure.GetProperty("definitionVersion").GetInt32().ShouldBe(1);
        figure.GetProperty("cases").EnumerateArray().Single().GetProperty("caseId").GetGuid().ShouldBe(first.Id);
        live.Figure("finesImposedYuan").ShouldBe(110);
        taken["logEntries"].GetInt64().ShouldBeGreaterThan(0);
        taken["isPreliminary"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_snapshot_needs_a_reason_and_names_the_one_it_supersedes()
    {
        await api.GivenDecidedCase(50_00, At("2024-06-05 10:00"));
        var first = await Freeze(2024);
        await api.GivenDecidedCase(60_00, At("2024-06-06 10:00"));

        (await Freeze(2024)).ShouldBeProblem(409, "statistics.reason-missing");
        var second = await Freeze(2024, "补录一件后重新生成");

        second["revision"].GetInt32().ShouldBe(2);
        second["supersedesId"].GetGuid().ShouldBe(first["id"].GetGuid());
        FrozenFigure(await Read(first["id"].GetGuid()), "finesImposedYuan").GetProperty("value").GetDecimal().ShouldBe(50);
        FrozenFigure(await Read(second["id"].GetGuid()), "finesImposedYuan").GetProperty("value").GetDecimal().ShouldBe(110);
        var list = await api.SignedInAs("hg-supervisor").GetJson("statistics/2024/snapshots");
        list.Body.EnumerateArray().Select(s => s.GetProperty("revision").GetInt32()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_year_that_has_not_ended_is_frozen_as_preliminary_and_one_to_come_not_at_all()
    {
        var thisYear = api.Clock.GetUtcNow().AddHours(8).Year;

        (await Freeze(thisYear))["isPreliminary"].GetBoolean().ShouldBeTrue();
        (await Freeze(thisYear + 1)).ShouldBeProblem(422, "statistics.year-ahead");
    }

    [Fact]
    public async Task Only_head_and_supervisor_of_the_organ_freeze_and_no_other_street_reads_it()
    {
        var taken = await Freeze(2022);

        (await api.SignedInAs("hg-officer1").PostJson("statistics/2022/snapshots", new { reason = "试" })).ShouldBeProblem(
            403,
            "access.not-allowed"
        );
        (await api.SignedInAs("bhxq-supervisor").PostJson("statistics/2022/snapshots", new { reason = "试" })).ShouldBeProblem(
            403,
            "access.not-allowed"
        );
        (await api.SignedInAs("xc-supervisor").GetJson($"statistics/snapshots/{taken["id"].GetGuid()}")).ShouldBeProblem(
            404,
            "statistics.snapshot-not-found"
        );
    }

    [Fact]
    public async Task The_report_is_written_from_the_figures_and_names_what_is_missing()
    {
        await api.GivenClosedCase(At("2021-10-11 10:00"), 50_00, paidAt: At("2021-10-12 10:00"));
        await api.GivenClosedCase(At("2021-10-13 10:00"), 30_50, paidAt: At("2021-10-14 10:00"));
        await api.GivenDecidedCase(0, At("2021-10-14 10:00"));

        var report = await api.SignedInAs("hg-supervisor").GetJson("statistics/2021/report");

        report.Status.ShouldBe(200, report.Body.ToString());
        var text = string.Join(
            "\n",
            report["sentences"]
                .EnumerateArray()
                .Select(s =>
                    s.GetProperty("text").GetString()
                    ?? $"（{s.GetProperty("key").GetString()} 缺：{string.Join('、', s.GetProperty("missingFigures").EnumerateArray().Select(m => m.GetString()))}）"
                )
        );
        Snapshot.ShouldMatch(text + "\n", "tests/EnforcementCases.Api.Tests/Statistics/Approved/street-report-2021.txt");
    }

    private Task<ApiAnswer> Freeze(int year, string? reason = null) =>
        api.SignedInAs("hg-head").PostJson($"statistics/{year}/snapshots", new { reason });

    private async Task<ApiAnswer> Read(Guid id)
    {
        var answer = await api.SignedInAs("hg-supervisor").GetJson($"statistics/snapshots/{id}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private static System.Text.Json.JsonElement FrozenFigure(ApiAnswer snapshot, string key) =>
        snapshot["figures"].EnumerateArray().Single(f => f.GetProperty("key").GetString() == key);
}
