using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Asking for a hearing (要求听证). 行政处罚法 第六十四条第一项.</summary>
public static class HearingRequest
{
    /// <summary>Within five working days of being notified (在行政机关告知后五日内提出).</summary>
    [StatutoryRule("APL-64-1")]
    public static readonly DeadlineRule Five = new(
        "APL-64-1",
        "要求听证",
        PenaltyLaw.Days(5),
        PenaltyLaw.At("第六十四条第一项"),
        DeadlineFor.Party,
        "告知听证权利"
    );

    /// <summary>Asked for too late, and the organ does not accept it.</summary>
    public static readonly DomainError Late = new(
        "hearing.request-late",
        "APL-64-1",
        ErrorKind.RuleBroken,
        "当事人要求听证，应当在告知后五个工作日内提出",
        PenaltyLaw.At("第六十四条第一项")
    );

    /// <summary>Last day to ask.</summary>
    public static Deadline Due(DateOnly notifiedOn, WorkingCalendar calendar) => Deadline.From(Five, notifiedOn, calendar);

    /// <summary>Refuses a late request, unless the organ accepts it. A posted one is in time by its postmark.</summary>
    /// <param name="acceptedBecause">Why the organ accepts a late request; null if it does not.</param>
    /// <exception cref="DomainException"><see cref="Late"/>.</exception>
    public static void EnsureInTime(PartySubmission request, DateOnly notifiedOn, WorkingCalendar calendar, string? acceptedBecause = null)
    {
        var due = Due(notifiedOn, calendar);
        if (!request.IsInTimeFor(due) && !acceptedBecause.IsGiven())
            throw Late.With($"期限至 {due.LastDay:yyyy-MM-dd}，提出 {request.MadeOn:yyyy-MM-dd}", "同意受理的，记明理由");
    }
}
