using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>Every figure in every period and in every group: what the parts say is what the whole says, and what was entered.</summary>
[Rule("ST-1"), Rule("ST-8"), Rule("ST-9"), Rule("ST-11"), Rule("ST-13")]
public sealed class FigureGroupTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    /// <summary>Cases of 2024 in several months, as they were entered: day and fine.</summary>
    private static readonly (string Day, long Fen)[] Entered =
    [
        ("2024-01-02", 50_00),
        ("2024-01-31", 0),
        ("2024-03-31", 60_00),
        ("2024-04-01", 70_00),
        ("2024-09-30", 0),
        ("2024-12-31", 90_00),
    ];

    [Fact]
    public async Task The_parts_of_every_figure_add_up_to_it_by_month_quarter_and_every_group()
    {
        foreach (var (day, fen) in Entered)
        {
            if (fen == 0)
                await api.GivenDecidedCase(fen, At(day + " 10:00"));
            else
                await api.GivenClosedCase(At(day + " 10:00"), fen, paidAt: At(day + " 15:00"));
        }
        await (await api.GivenDecidedCase(80_00, At("2024-05-06 10:00"))).Revoke();
        await api.GivenClosedCase(500_00, At("2024-07-01 00:00"));
        var declined = await api.GivenRegisteredCase(begin: At("2024-08-05 00:00"));
        await declined.Done("decline-to-file", new { doneAt = declined.At(1, 9), reason = "不属于违法行为" }, "hg-head");
        var year = await api.Figures(2024);
        year.Figure("casesNotFiled").ShouldBe(1);
        year.Figure("casesFiled").ShouldBe(1);
        year.Figure("penaltyCasesEntered").ShouldBe(Entered.Length + 2);

        foreach (var figure in Figures.All)
        {
            foreach (var by in Enum.GetValues<FigureGrouping>())
            {
                var groups = await Group(2024, figure.Key, by);
                if (by is FigureGrouping.Officer && figure.Unit is FigureUnit.Yuan)
                {
                    groups.ShouldBeProblem(422, "statistics.officer-by-money");
                    continue;
                }
                groups.Status.ShouldBe(200, $"{figure.Key} {by} {groups.Body}");
                groups["value"].GetDecimal().ShouldBe(year.Figure(figure.Key), $"{figure.Key} {by}");
                groups["addsUp"].GetBoolean().ShouldBe(figure.AddsUpBy(by), $"{figure.Key} {by}");
                if (figure.AddsUpBy(by))
                    Rows(groups).Sum(r => r.Value).ShouldBe(year.Figure(figure.Key), $"{figure.Key} {by}");
            }
            if (figure.CountedBy is CountingDate.Stock)
                continue;
            var quarters = new List<decimal>();
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                quarters.Add((await Period(2024, $"quarter={quarter}")).Figure(figure.Key));
            }
            quarters.Sum().ShouldBe(year.Figure(figure.Key), figure.Key);
        }
    }

    [Fact]
    public async Task A_month_counts_what_was_entered_for_its_days_and_its_list_is_that_of_the_month()
    {
        foreach (var (day, fen) in Entered)
            await api.GivenDecidedCase(fen, At(day.Replace("2024", "2025", StringComparison.Ordinal) + " 23:50"));

        var months = Rows(await Group(2025, "finesImposedYuan", FigureGrouping.Month));
        var counts = Rows(await Group(2025, "penaltyCasesEntered", FigureGrouping.Month));

        months.Select(m => m.Key).ShouldBe(FigurePeriod.MonthsOf(2025).Select(p => p.Key));
        for (var month = 1; month <= 12; month++)
        {
            var ofMonth = Entered
                .Where(e => e.Day[5..7] == month.ToString("00", System.Globalization.CultureInfo.InvariantCulture))
                .ToList();
            months[month - 1].Value.ShouldBe(ofMonth.Sum(e => e.Fen) / 100m, $"{month}");
            counts[month - 1].Value.ShouldBe(ofMonth.Count, $"{month}");
            var figures = await Period(2025, $"month={month}");
            figures["period"].GetString().ShouldBe(FigurePeriod.OfMonth(2025, month).Key);
            figures.Figure("penaltyCasesEntered").ShouldBe(ofMonth.Count, $"{month}");
            var listed = await api.SignedInAs("hg-supervisor").GetJson($"statistics/2025/figures/penaltyCasesEntered/cases?month={month}");
            listed["items"].GetArrayLength().ShouldBe(ofMonth.Count, $"{month}");
        }
    }

    [Fact]
    public async Task The_stock_of_a_year_is_what_was_open_and_filed_and_is_not_closed()
    {
        await api.GivenFiledCase(begin: At("2022-12-05 00:00"));
        await api.GivenClosedCase(500_00, At("2022-12-19 00:00")); // closed in January

        var (before, after) = (await api.Figures(2022), await api.Figures(2023));

        Stock(before).ShouldBe((0, 2, 0, 2));
        Stock(after).ShouldBe((2, 0, 1, 1));
        Rows(await Group(2023, "openAtEnd", FigureGrouping.Month)).Select(r => r.Value).ShouldBe([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        Rows(await Group(2022, "openAtEnd", FigureGrouping.Month)).Select(r => r.Value).ShouldBe([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    }

    [Theory]
    [InlineData("statistics/2022/figures?quarter=5", 400, "statistics.period-unknown")]
    [InlineData("statistics/2022/figures?quarter=1&month=1", 400, "statistics.period-unknown")]
    [InlineData("statistics/2022/figures/penaltyCasesEntered/cases?month=0", 400, "statistics.period-unknown")]
    [InlineData("statistics/2022/figures/noSuchFigure/groups?by=Month", 404, "statistics.figure-unknown")]
    [InlineData("statistics/2022/figures/finesImposedYuan/groups?by=Officer", 422, "statistics.officer-by-money")]
    [InlineData("statistics/2022/penalty-table?form=a1-1999", 404, "statistics.form-unknown")]
    [InlineData("statistics/2022/penalty-table?quarter=0", 400, "statistics.period-unknown")]
    public async Task What_is_no_period_or_no_group_is_refused(string path, int status, string code) =>
        (await api.SignedInAs("hg-supervisor").GetJson(path)).ShouldBeProblem(status, code);

    private static (decimal, decimal, decimal, decimal) Stock(ApiAnswer figures) =>
        (figures.Figure("openAtBeginning"), figures.Figure("casesFiled"), figures.Figure("filedCasesClosed"), figures.Figure("openAtEnd"));

    private Task<ApiAnswer> Group(int year, string figure, FigureGrouping by) =>
        api.SignedInAs("hg-supervisor").GetJson($"statistics/{year}/figures/{figure}/groups?by={by}");

    private async Task<ApiAnswer> Period(int year, string period)
    {
        var answer = await api.SignedInAs("hg-supervisor").GetJson($"statistics/{year}/figures?{period}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private static List<(string Key, decimal Value)> Rows(ApiAnswer groups) =>
        [.. groups["rows"].EnumerateArray().Select(r => (r.GetProperty("key").GetString()!, r.GetProperty("value").GetDecimal()))];
}
