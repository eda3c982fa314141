using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

public sealed partial class EnforcementCase
{
    /// <summary>Counts the running deadlines again after a calendar was loaded or changed (重新计算期限). Each one that moves, or is settled, keeps its old date and stands
    /// in the record with both; the others stay as they are.</summary>
    /// <returns>How many changed.</returns>
    public int RecomputeDeadlines(WorkingCalendar calendar, DateTimeOffset at)
    {
        var changed = 0;
        foreach (var deadline in deadlines)
        {
            if (deadline.Recounted(calendar, LegalDate.Of(at)) is not { } counted)
                continue;
            var wasProvisional = deadline.IsProvisional;
            deadline.TakeOver(counted, at);
            if (deadline.Kind is DeadlineKind.Payment && PaymentOrder is { } order && order.DueOn == deadline.PreviousLastDay)
                order.DueOn = deadline.LastDay;
            Record(
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
                    .Add("provisional", deadline.IsProvisional)
            );
            changed++;
        }
        return changed;
    }
}
