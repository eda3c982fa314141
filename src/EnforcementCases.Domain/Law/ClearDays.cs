namespace EnforcementCases.Domain.Law;

/// <summary>Periods between two acts: "七日前", "三日前", "十日后" require that many whole working days between them, neither end counted.</summary>
[StatutoryRule("TIME-CLEAR")]
public static class ClearDays
{
    /// <summary>Earliest date of the second act, <paramref name="workingDays"/> whole working days after the first.</summary>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>.</exception>
    public static DateOnly EarliestAfter(DateOnly first, int workingDays, WorkingCalendar calendar) =>
        Walk(first, workingDays, step: 1, calendar);

    /// <summary>Latest date of the first act, <paramref name="workingDays"/> whole working days before the second.</summary>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>.</exception>
    public static DateOnly LatestBefore(DateOnly second, int workingDays, WorkingCalendar calendar) =>
        Walk(second, workingDays, step: -1, calendar);

    /// <summary>Number of whole working days between two dates, neither counted.</summary>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>.</exception>
    public static int Between(DateOnly first, DateOnly second, WorkingCalendar calendar)
    {
        var count = 0;
        for (var day = first.AddDays(1); day < second; day = day.AddDays(1))
            if (calendar.IsWorkingDay(day))
                count++;
        return count;
    }

    private static DateOnly Walk(DateOnly from, int workingDays, int step, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var day = from;
        for (var counted = 0; counted < workingDays; )
        {
            day = day.AddDays(step);
            if (calendar.IsWorkingDay(day))
                counted++;
        }
        return day.AddDays(step);
    }
}
