using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Law;

/// <summary>Years, quarters and months for which figures are counted.</summary>
[Rule("ST-1")]
public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData(null, null, "2024", "2024-01-01", "2025-01-01", "2024年度")]
    [InlineData(1, null, "2024-Q1", "2024-01-01", "2024-04-01", "2024年第一季度")]
    [InlineData(2, null, "2024-Q2", "2024-04-01", "2024-07-01", "2024年第二季度")]
    [InlineData(4, null, "2024-Q4", "2024-10-01", "2025-01-01", "2024年第四季度")]
    [InlineData(null, 2, "2024-02", "2024-02-01", "2024-03-01", "2024年2月")]
    [InlineData(null, 12, "2024-12", "2024-12-01", "2025-01-01", "2024年12月")]
    public void A_period_begins_and_ends_with_its_days(int? quarter, int? month, string key, string first, string next, string name)
    {
        var period = FigurePeriod.Of(2024, quarter, month);

        (period.Key, period.Name, period.Quarter, period.Month).ShouldBe((key, name, quarter, month));
        (period.FirstDay, period.NextDay).ShouldBe((Day(first), Day(next)));
        period.IsYear.ShouldBe(quarter is null && month is null);
        period.IsOver(Day(next).AddDays(-1)).ShouldBeFalse();
        period.IsOver(Day(next)).ShouldBeTrue();
        FigurePeriod.Parse(key).ShouldBe(period);
    }

    [Theory]
    [InlineData(0, null, "/quarter")]
    [InlineData(5, null, "/quarter")]
    [InlineData(null, 0, "/month")]
    [InlineData(null, 13, "/month")]
    [InlineData(1, 1, "/month")]
    public void A_period_that_is_none_is_refused(int? quarter, int? month, string pointer)
    {
        var refused = Should.Throw<DomainException>(() => FigurePeriod.Of(2024, quarter, month));

        (refused.Error, refused.Pointer).ShouldBe((FigurePeriod.Unknown, pointer));
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-Q5")]
    [InlineData("2024-Q0")]
    [InlineData("2024-1")]
    [InlineData("2024-01-01")]
    [InlineData("2024\n")]
    [InlineData("")]
    public void What_is_no_key_is_no_period(string key) => FigurePeriod.Parse(key).ShouldBeNull();

    [Fact]
    public void The_months_and_the_quarters_make_the_year_without_gap_and_overlap()
    {
        foreach (var parts in (IReadOnlyList<FigurePeriod>[])[FigurePeriod.MonthsOf(2023), FigurePeriod.QuartersOf(2023)])
        {
            parts[0].FirstDay.ShouldBe(Day("2023-01-01"));
            parts[^1].NextDay.ShouldBe(Day("2024-01-01"));
            parts.Zip(parts.Skip(1)).ShouldAllBe(p => p.First.NextDay == p.Second.FirstDay);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
