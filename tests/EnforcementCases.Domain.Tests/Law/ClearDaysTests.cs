using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Law;

[Rule("TIME-CLEAR")]
public sealed class ClearDaysTests
{
    [Fact]
    public void A_hearing_needs_seven_whole_working_days_after_its_notice()
    {
        ClearDays.LatestBefore(Date("2025-10-15"), 7, Shipped).ShouldBe(Date("2025-09-28"), "a make-up Sunday");
        ClearDays.EarliestAfter(Date("2025-09-28"), 7, Shipped).ShouldBe(Date("2025-10-15"));
        ClearDays.Between(Date("2025-09-28"), Date("2025-10-15"), Shipped).ShouldBe(7);
        ClearDays.Between(Date("2025-09-29"), Date("2025-10-15"), Shipped).ShouldBe(6);
    }

    [Fact]
    public void The_court_is_asked_after_ten_whole_working_days() =>
        ClearDays.EarliestAfter(Date("2025-09-22"), 10, Shipped).ShouldBe(Date("2025-10-12"));

    [Fact]
    public void A_year_that_is_not_loaded_is_refused() =>
        new Action(() => ClearDays.EarliestAfter(Date("2026-12-28"), 7, Shipped)).ShouldRefuse(WorkingCalendar.YearNotLoaded);
}
