namespace EnforcementCases.Domain.Law;

/// <summary>A computed deadline (期限届满日) with its explanation.</summary>
/// <param name="LastDay">Last day on which the act is in time, a legal date.</param>
/// <param name="LastInstant">Exact end, if the period is in hours; otherwise null.</param>
/// <param name="Explanation">How the date was computed.</param>
public sealed record Deadline(DateOnly LastDay, DateTimeOffset? LastInstant, DeadlineExplanation Explanation)
{
    /// <summary>Whether a calendar notice that is not loaded yet may still move the date.</summary>
    public bool IsProvisional => Explanation.IsProvisional;

    /// <summary>Computes a deadline from the date of law of its start event. The day of the event is not counted (TIME-START).</summary>
    /// <param name="excluded">Dates that do not count; they need a statutory basis, such as the testing time of 行政强制法 第二十五条.</param>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>: a working-day period runs past the loaded years.</exception>
    public static Deadline From(
        DeadlineRule rule,
        DateOnly start,
        WorkingCalendar calendar,
        IReadOnlyList<ExcludedSpan>? excluded = null
    ) => DeadlineCount.Run(rule, start, startInstant: null, calendar, excluded ?? []);

    /// <summary>Computes a deadline that has to be there at once, because what starts it was done and cannot wait for the notice of the next year: in a year that is not
    /// loaded it is counted provisionally (<see cref="WorkingCalendar.WhyOffForNow"/>), and again once the notice is loaded.</summary>
    public static Deadline ForNow(DeadlineRule rule, DateOnly start, WorkingCalendar calendar) =>
        DeadlineCount.Run(rule, start, startInstant: null, calendar, [], forNow: true);

    /// <summary>Computes a deadline from the instant of its start event; a period in hours ends at the instant, any other counts from the date of law.</summary>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>: a working-day period runs past the loaded years.</exception>
    public static Deadline From(
        DeadlineRule rule,
        DateTimeOffset start,
        WorkingCalendar calendar,
        IReadOnlyList<ExcludedSpan>? excluded = null
    ) => DeadlineCount.Run(rule, LegalDate.Of(start), start, calendar, excluded ?? []);

    /// <summary>Computes it again from the stored explanation, for example once the year of a provisional deadline is loaded. A final deadline is returned unchanged.</summary>
    public Deadline Recompute(WorkingCalendar calendar) => IsProvisional ? Explanation.CountAgain(calendar) : this;

    /// <summary>Whether the act is late when done at this instant.</summary>
    public bool IsMissedAt(DateTimeOffset instant) => LastInstant is { } last ? instant > last : LegalDate.Of(instant) > LastDay;

    /// <summary>Whether the act is late when done on this date of law.</summary>
    public bool IsMissedOn(DateOnly date) => date > LastDay;
}
