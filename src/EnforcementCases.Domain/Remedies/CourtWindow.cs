using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>When the statutory period of an on-the-spot decision ends (法定期限届满); disputed, parameter <see cref="LocalParameters.CourtSimpleWindow"/>.</summary>
public enum SimpleDecisionReading
{
    /// <summary>With the sixty days for reconsideration: the earlier end, and the default.</summary>
    Reconsideration,

    /// <summary>With the six months for suing.</summary>
    Suit,
}

/// <summary>An alert that the court's window is about to close (预警).</summary>
/// <param name="On">Day of the alert.</param>
/// <param name="DaysBefore">Calendar days before the last day.</param>
public sealed record CourtWindowAlert(DateOnly On, int DaysBefore);

/// <summary>The days on which the organ may apply to the court for execution (申请人民法院强制执行的期限). 行政强制法 第五十三条.</summary>
/// <param name="OpensOn">First day: the day after the statutory period ended.</param>
/// <param name="LastDay">Last day, inclusive: three months after that end; a power of the organ, so it never rolls forward.</param>
/// <param name="PeriodEnd">How the end of the statutory period was computed; null if a deferral's end is later than every remedy.</param>
/// <param name="Explanation">How the last day was computed.</param>
public sealed record CourtWindow(DateOnly OpensOn, DateOnly LastDay, DeadlineExplanation? PeriodEnd, DeadlineExplanation Explanation)
{
    /// <summary>Three months from the end of the statutory period (自期限届满之日起三个月内).</summary>
    [StatutoryRule("ACL-53")]
    public static readonly DeadlineRule ThreeMonths = new(
        "ACL-53",
        "申请人民法院强制执行",
        TimeLimit.Months(3),
        CoercionLaw.At("第五十三条"),
        DeadlineFor.AgencyPower,
        "法定期限届满"
    );

    /// <summary>Likewise from the end of a deferral or of instalments.</summary>
    [StatutoryRule("APL-72-2")]
    public static readonly DeadlineRule ThreeMonthsFromDeferral = new(
        "APL-72-2",
        "申请人民法院强制执行",
        TimeLimit.Months(3),
        PenaltyLaw.At("第七十二条第二款"),
        DeadlineFor.AgencyPower,
        "暂缓或者分期缴纳期限结束"
    );

    /// <summary>Days before the end on which an alert is given.</summary>
    public static IReadOnlyList<int> AlertDays { get; } = [60, 30, 10];

    /// <summary>The alerts of this window, earliest first.</summary>
    public IReadOnlyList<CourtWindowAlert> Alerts => [.. AlertDays.Select(days => new CourtWindowAlert(LastDay.AddDays(-days), days))];

    /// <summary>The nearest alert that is due on the day; null before the first and after the end.</summary>
    public CourtWindowAlert? AlertOn(DateOnly day) => day > LastDay ? null : Alerts.LastOrDefault(a => a.On <= day);

    /// <summary>Whether the organ may apply to the court on the day.</summary>
    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= LastDay;

    /// <summary>The window of a decision without remedy: it opens when the periods for reconsideration and for suit have both expired
    /// and any deferral has ended.</summary>
    /// <param name="deferral">An approved deferral or instalments; null if none.</param>
    public static CourtWindow After(RemedyClock clock, WorkingCalendar calendar, DeferredTerm? deferral = null) =>
        From(EndOfPeriod(clock, calendar), deferral, calendar);

    /// <summary>The end of the statutory period without remedy: that for reconsideration and that for suit have both ended.</summary>
    internal static Deadline EndOfPeriod(RemedyClock clock, WorkingCalendar calendar) =>
        Later(RemedyPeriod.Reconsideration(clock, calendar), RemedyPeriod.Suit(clock, calendar));

    /// <summary>The same after a remedy that was withdrawn, or never heard: the party may still sue within the original period (最高人民法院行诉解释 第五十八条), and the organ
    /// waits at least until the remedy ended.</summary>
    [StatutoryRule("ALLI-58")]
    internal static Deadline EndOfPeriodAsIfNone(Deadline original, DateOnly remedyEndedOn) =>
        original.LastDay >= remedyEndedOn ? original : original with { LastDay = remedyEndedOn };

    /// <summary>The window after a reconsideration that left the decision in force: it opens when the fifteen days for suing have expired.</summary>
    public static CourtWindow AfterReconsideration(DateOnly decisionServedOn, WorkingCalendar calendar, DeferredTerm? deferral = null) =>
        From(RemedyPeriod.SuitAfterReconsideration(decisionServedOn, calendar), deferral, calendar);

    internal static CourtWindow From(Deadline periodEnd, DeferredTerm? deferral, WorkingCalendar calendar)
    {
        // a deferral longer than the remedies moves the window; a shorter one must not close it before it opened
        var byDeferral = deferral is not null && deferral.EndsOn >= periodEnd.LastDay;
        var end = byDeferral ? deferral!.EndsOn : periodEnd.LastDay;
        var last = Deadline.From(byDeferral ? ThreeMonthsFromDeferral : ThreeMonths, end, calendar);
        return new(end.AddDays(1), last.LastDay, byDeferral ? null : periodEnd.Explanation, last.Explanation);
    }

    internal static Deadline Later(Deadline a, Deadline b) => a.LastDay >= b.LastDay ? a : b;
}

/// <summary>The two readings of the window after an on-the-spot decision since 2024, where reconsideration comes first (复议前置).</summary>
/// <param name="ByReconsideration">Sixty days unused, then three months.</param>
/// <param name="BySuit">Six months unused, then three months.</param>
/// <param name="Reading">The reading that the place uses.</param>
public sealed record SimpleCourtWindows(CourtWindow ByReconsideration, CourtWindow BySuit, SimpleDecisionReading Reading)
{
    /// <summary>The binding window: an application outside it is refused.</summary>
    public CourtWindow InForce =>
        Reading switch
        {
            SimpleDecisionReading.Reconsideration => ByReconsideration,
            SimpleDecisionReading.Suit => BySuit,
        };

    /// <summary>First day on which the open question is shown: the sixty days have expired.</summary>
    public DateOnly WarnFrom => ByReconsideration.OpensOn;

    /// <summary>Reads parameter <see cref="LocalParameters.CourtSimpleWindow"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither <c>reconsideration</c> nor <c>suit</c>.</exception>
    public static SimpleDecisionReading ReadingOf(string parameterValue) =>
        parameterValue switch
        {
            "reconsideration" => SimpleDecisionReading.Reconsideration,
            "suit" => SimpleDecisionReading.Suit,
            _ => throw new ArgumentOutOfRangeException(nameof(parameterValue), parameterValue, "reconsideration or suit"),
        };

    /// <summary>Both windows after an on-the-spot decision without reconsideration.</summary>
    [StatutoryRule("ACL-53-S")]
    public static SimpleCourtWindows After(
        RemedyClock clock,
        SimpleDecisionReading reading,
        WorkingCalendar calendar,
        DeferredTerm? deferral = null
    ) =>
        new(
            CourtWindow.From(RemedyPeriod.Reconsideration(clock, calendar), deferral, calendar),
            CourtWindow.From(RemedyPeriod.Suit(clock, calendar), deferral, calendar),
            reading
        );
}
