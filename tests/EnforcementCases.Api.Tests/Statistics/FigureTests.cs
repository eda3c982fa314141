using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>What is counted into which year, and for whom.</summary>
[Rule("ST-1"), Rule("ST-2"), Rule("ST-3"), Rule("ST-4"), Rule("ST-5")]
public sealed class FigureTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    [Fact]
    public async Task The_date_of_the_decision_in_Beijing_decides_the_year()
    {
        async Task<decimal[]> Counted() =>
            [
                (await api.Figures(2022)).Figure("penaltyCasesEntered"),
                (await api.Figures(2022)).Figure("finesImposedYuan"),
                (await api.Figures(2023)).Figure("penaltyCasesEntered"),
                (await api.Figures(2023)).Figure("finesImposedYuan"),
            ];
        var before = await Counted();

        await api.GivenDecidedCase(50_00, At("2022-12-31 23:30"));
        await api.GivenDecidedCase(60_00, At("2023-01-01 00:30")); // still 2022 in UTC

        (await Counted()).Zip(before, (now, then) => now - then).ShouldBe([1m, 50m, 1m, 60m]);
    }

    [Fact]
    public async Task Imposed_closed_and_collected_each_follow_their_own_date()
    {
        await api.GivenClosedCase(At("2024-12-30 10:00"), 80_00, paidAt: At("2025-01-03 09:00"));

        var decided = await api.Figures(2024);
        var paid = await api.Figures(2025);

        decided.Figure("finesImposedYuan").ShouldBe(80);
        decided.Figure("finesCollectedYuan").ShouldBe(0);
        decided.Figure("finesOfClosedCasesYuan").ShouldBe(0);
        decided.Figure("casesClosed").ShouldBe(0);
        paid.Figure("finesImposedYuan").ShouldBe(0);
        paid.Figure("finesCollectedYuan").ShouldBe(80);
        paid.Figure("finesOfClosedCasesYuan").ShouldBe(80);
        paid.Figure("casesClosed").ShouldBe(1);
    }

    [Fact]
    public async Task A_revoked_decision_stays_in_the_count_and_is_shown_apart()
    {
        var revoked = await api.GivenDecidedCase(70_00, At("2021-09-06 10:00"));
        await api.GivenDecidedCase(0, At("2021-09-07 10:00"));
        await revoked.Revoke();

        var figures = await api.Figures(2021);

        figures.Figure("penaltyCasesEntered").ShouldBe(2);
        figures.Figure("revokedDecisions").ShouldBe(1);
        figures.Figure("finesImposedYuan").ShouldBe(70);
        figures.Figure("finePenalties").ShouldBe(1);
        figures.Figure("warningPenalties").ShouldBe(1);
        figures.Figure("finesOfClosedCasesYuan").ShouldBe(0); // closed, but not by being performed
    }

    [Fact]
    public async Task Another_street_is_never_counted_and_the_district_rolls_up()
    {
        await api.GivenDecidedCase(30_00, At("2026-03-02 10:00"));
        await api.GivenCaseOfXincun(At("2026-03-02 11:00"), 40_00);

        (await api.Figures(2026)).Figure("finesImposedYuan").ShouldBe(30);
        (await api.Figures(2026, "xc-supervisor")).Figure("finesImposedYuan").ShouldBe(40);
        var district = await api.Figures(2026, "bhxq-supervisor");
        district.Figure("finesImposedYuan").ShouldBe(70);
        district.Figure("penaltyCasesEntered").ShouldBe(2);
        (await api.Figures(2026, "bhxq-supervisor", Hangu)).Figure("finesImposedYuan").ShouldBe(30);
        (await api.SignedInAs("xc-supervisor").GetJson($"statistics/2026/figures?organisationId={Hangu}")).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
        (await api.SignedInAs("hg-supervisor").GetJson($"statistics/2026/figures?organisationId={District}")).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
    }

    [Fact]
    public async Task The_cases_behind_every_figure_add_up_to_it_page_by_page()
    {
        await api.GivenClosedCase(At("2023-05-15 10:00"), 100_00, paidAt: At("2023-05-16 10:00"));
        await api.GivenDecidedCase(20_00, At("2023-05-17 10:00"));
        await api.GivenDecidedCase(0, At("2023-05-18 10:00"));
        var part = await api.GivenDecidedCase(50_00, At("2023-05-19 10:00"));
        await part.Pays(10_00);
        await part.Pays(15_00);
        var figures = await api.Figures(2023);

        foreach (var figure in Figures.All)
        {
            var (sum, cases) = (0m, new List<Guid>());
            for (var cursor = ""; cursor is not null; )
            {
                var page = await api.SignedInAs("hg-supervisor")
                    .GetJson($"statistics/2023/figures/{figure.Key}/cases?limit=1" + (cursor.Length > 0 ? $"&cursor={cursor}" : ""));
                page.Status.ShouldBe(200, page.Body.ToString());
                foreach (var item in page["items"].EnumerateArray())
                {
                    sum += item.GetProperty("value").GetDecimal();
                    cases.Add(item.GetProperty("caseId").GetGuid());
                }
                cursor = page["next"].GetString();
            }
            sum.ShouldBe(figures.Figure(figure.Key), figure.Key);
            cases.ShouldBeUnique();
        }
        figures.Figure("finesCollectedYuan").ShouldBe(125);
    }

    [Fact]
    public async Task Every_released_check_held_and_the_tables_add_up()
    {
        await api.GivenDecidedCase(50_00, At("2022-09-07 10:00"));

        var figures = await api.Figures(2022);

        figures["checks"].GetArrayLength().ShouldBeGreaterThan(FigureIdentity.All.Count);
        figures["checks"].EnumerateArray().ShouldAllBe(c => c.GetProperty("holds").GetBoolean());
        var law = figures["tables"].EnumerateArray().Single(t => t.GetProperty("key").GetString() == "byInstrument");
        law.GetProperty("rows").EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("《城市道路管理条例》");
    }

    [Theory]
    [InlineData("statistics/2022/figures/noSuchFigure/cases", 404, "statistics.figure-unknown")]
    [InlineData("statistics/1812/figures", 400, "request.invalid")]
    [InlineData("statistics/2022/figures/penaltyCasesEntered/cases?limit=201", 400, "list.limit-out-of-range")]
    public async Task What_cannot_be_counted_is_refused(string path, int status, string code) =>
        (await api.SignedInAs("hg-supervisor").GetJson(path)).ShouldBeProblem(status, code);
}
