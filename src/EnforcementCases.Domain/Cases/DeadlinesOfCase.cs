using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>How deadlines of a case are met, end and are counted again (期限).</summary>
public static class DeadlinesOfCase
{
    /// <summary>Counts the running deadlines again after a calendar was loaded or changed (重新计算期限). Each one that moves, or is settled, keeps its old date and is recorded with
    /// both; the others stay as they are.</summary>
    /// <returns>How many changed.</returns>
    public static int RecomputeDeadlines(this EnforcementCase @case, WorkingCalendar calendar, DateTimeOffset at)
    {
        var changed = 0;
        foreach (var deadline in @case.Deadlines)
        {
            if (deadline.Recounted(calendar, LegalDate.Of(at)) is not { } counted)
                continue;
            var wasProvisional = deadline.IsProvisional;
            deadline.TakeOver(counted, at);
            if (deadline.Kind is DeadlineKind.Payment && @case.PaymentOrder is { } order && order.DueOn == deadline.PreviousLastDay)
                order.DueOn = deadline.LastDay;
            @case.RecordRecount(deadline, wasProvisional, at);
            changed++;
        }
        return changed;
    }

    /// <summary>A deadline on the date that the order itself names: not counted, and not moved to a working day.</summary>
    internal static Deadline SetByOrder(DateOnly orderedOn, DateOnly dueOn, WorkingCalendar calendar) =>
        Deadline.From(
            new DeadlineRule(
                "APL-28",
                "改正违法行为",
                TimeLimit.CalendarDays(dueOn.DayNumber - orderedOn.DayNumber),
                PenaltyLaw.At("第二十八条第一款"),
                DeadlineFor.AgencyPower,
                "责令改正"
            ),
            orderedOn,
            calendar
        );

    internal static void MeetDeadlines(this EnforcementCase @case, DeadlineKind kind, DateTimeOffset at, string? reference = null)
    {
        foreach (var deadline in @case.Deadlines.Where(d => Is(d, kind, reference)))
            deadline.Meet(at);
    }

    internal static void EndDeadline(this EnforcementCase @case, DeadlineKind kind, DateTimeOffset at, string? reference)
    {
        foreach (var deadline in @case.Deadlines.Where(d => Is(d, kind, reference)))
            deadline.End(at);
    }

    /// <summary>Ends the deadlines of a decision that was revoked or found invalid.</summary>
    internal static void EndDeadlinesOfDecision(this EnforcementCase @case, DateTimeOffset at)
    {
        foreach (var deadline in @case.Deadlines.Where(d => DependsOnDecision(d.Kind) || IsReviewOfExecution(d)))
            deadline.End(at);
    }

    /// <summary>Whether something done at an instant misses a deadline of the case.</summary>
    internal static bool IsLate(this EnforcementCase @case, DeadlineKind kind, DateTimeOffset at) =>
        @case.Deadlines.FirstOrDefault(d => d.Kind == kind) is { } deadline && LegalDate.Of(at) > deadline.LastDay;

    private static bool Is(CaseDeadline deadline, DeadlineKind kind, string? reference) =>
        deadline.Kind == kind && (reference is null || deadline.Reference == reference);

    /// <summary>A review of how the decision is to be executed.</summary>
    private static bool IsReviewOfExecution(CaseDeadline deadline) =>
        deadline is { Kind: DeadlineKind.PlannedActReview, Reference: { } key } && PlannedActs.ExecutesDecision(key);

    private static bool DependsOnDecision(DeadlineKind kind) =>
        kind
            is DeadlineKind.Payment
                or DeadlineKind.Correction
                or DeadlineKind.Performance
                or DeadlineKind.ReportBack
                or DeadlineKind.Service
                or DeadlineKind.ServiceOfCorrection
                or DeadlineKind.Instalment
                or DeadlineKind.Call
                or DeadlineKind.CourtApplication
                or DeadlineKind.Archiving;

    private static void RecordRecount(this EnforcementCase @case, CaseDeadline deadline, bool wasProvisional, DateTimeOffset at) =>
        @case.Record(
            "deadline-recomputed",
            at,
            new RecordFields()
                .Add("deadline", deadline.Id)
                .Add("kind", deadline.Kind)
                .Add("rule", deadline.Rule)
                .Add("lastDayBefore", deadline.PreviousLastDay)
                .Add("lastDay", deadline.LastDay)
                .Add("calendarBefore", deadline.PreviousCalendarVersion)
                .Add("calendar", deadline.CalendarVersion)
                .Add("provisionalBefore", wasProvisional)
                .Add("provisional", deadline.IsProvisional),
            events: new DeadlineMoved(@case, at, deadline)
        );
}
