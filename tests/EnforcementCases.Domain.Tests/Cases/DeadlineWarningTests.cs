using System.Globalization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>Warnings ahead of a deadline, and what another calendar makes of one.</summary>
public sealed class DeadlineWarningTests
{
    [Fact]
    public void Every_kind_is_reported_on_three_days_ever_nearer()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            var days = DeadlineWarnings.DaysBefore(kind);
            days.Count.ShouldBe(3, kind.ToString());
            days.SequenceEqual(days.OrderDescending()).ShouldBeTrue(kind.ToString());
            days.Distinct().Count().ShouldBe(3, kind.ToString());
            days[2].ShouldBeGreaterThanOrEqualTo(0);
        }
        DeadlineWarnings.DaysBefore(DeadlineKind.CourtApplication).ShouldBe(CourtWindow.AlertDays);
    }

    [Theory]
    [InlineData("2024-04-30", DeadlineWarning.None)] // 61 days before
    [InlineData("2024-05-01", DeadlineWarning.Ahead)]
    [InlineData("2024-05-30", DeadlineWarning.Ahead)]
    [InlineData("2024-05-31", DeadlineWarning.Near)]
    [InlineData("2024-06-19", DeadlineWarning.Near)]
    [InlineData("2024-06-20", DeadlineWarning.Urgent)]
    [InlineData("2024-06-30", DeadlineWarning.Urgent)] // the last day is in time
    [InlineData("2024-07-01", DeadlineWarning.Overdue)]
    public void The_window_of_the_court_is_reported_sixty_thirty_and_ten_days_before(string today, DeadlineWarning warning) =>
        DeadlineWarnings.On(DeadlineKind.CourtApplication, Date("2024-06-30"), Date(today)).ShouldBe(warning);

    [Fact, Rule("TIME-RULE-VERSION")]
    public void Another_count_says_the_same_only_when_days_and_reasons_agree()
    {
        var rule = new DeadlineRule("X", "某事", TimeLimit.WorkingDays(3), PenaltyLaw.At("第八十五条"), DeadlineFor.Party, "某日");
        var counted = Deadline.From(rule, Date("2024-05-13"), Calendar("a")).Explanation;

        counted.CountAgain(Calendar("b")).Explanation.SaysTheSameAs(counted).ShouldBeTrue();
        counted.CountAgain(Calendar("b")).Explanation.CalendarVersion.ShouldBe("b");
        counted.CountAgain(Calendar("c", "2024-05-20")).Explanation.SaysTheSameAs(counted).ShouldBeTrue("the day lies outside");
        var moved = counted.CountAgain(Calendar("c", "2024-05-15"));
        moved.LastDay.ShouldBe(Date("2024-05-17"));
        moved.Explanation.SaysTheSameAs(counted).ShouldBeFalse();

        static WorkingCalendar Calendar(string version, params string[] off) =>
            new(version, [2024], off.Select(d => new NamedDate(Date(d), "临时放假")), [], []);
    }

    [Fact]
    public void A_period_in_hours_knows_its_last_instant()
    {
        var start = DateTimeOffset.Parse("2024-05-13T10:00:00+08:00", CultureInfo.InvariantCulture);
        var rule = new DeadlineRule("X", "某事", TimeLimit.Hours(24), CoercionLaw.At("第十九条"), DeadlineFor.AgencyPower, "某时");

        Deadline.From(rule, start, Shipped).Explanation.LastInstant().ShouldBe(start.AddHours(24));
        Deadline.From(rule with { Limit = TimeLimit.CalendarDays(1) }, start, Shipped).Explanation.LastInstant().ShouldBeNull();
    }
}
