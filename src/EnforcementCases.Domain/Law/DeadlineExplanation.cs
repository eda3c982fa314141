using System.Globalization;
using System.Text;

namespace EnforcementCases.Domain.Law;

/// <summary>How a deadline was computed: all inputs and every day that was skipped. Stored with the act that set it.</summary>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="Name">What has to be done by the last day, in Chinese.</param>
/// <param name="Basis">The article.</param>
/// <param name="Limit">The period with its unit.</param>
/// <param name="Binds">Whose interest the deadline serves.</param>
/// <param name="StartEvent">The event that starts it, in Chinese.</param>
/// <param name="Start">Legal date of the start event; the count begins on the day after it.</param>
/// <param name="StartInstant">Time of the start event; null if only its date is known.</param>
/// <param name="LastDay">Last day that is still in time.</param>
/// <param name="CalendarVersion">Label of the calendar that was used. A later calendar changes the deadline only when its confirmation recomputes it
/// (TIME-RULE-VERSION).</param>
/// <param name="Skipped">Days inside a working-day period that were not counted, with the reason.</param>
/// <param name="MakeUpDaysCounted">Saturdays and Sundays that were counted because they are worked (调休上班).</param>
/// <param name="Excluded">Periods that were entered as not counting.</param>
/// <param name="ExcludedDays">Days of those periods that fell inside the deadline, with the reason.</param>
/// <param name="RolledFrom">Last day before it was moved past rest days (顺延); null if it was not moved.</param>
/// <param name="RolledOver">The rest days past which it was moved, with the reason.</param>
/// <param name="IsProvisional">Whether the last day may still move because the calendar of a year is not loaded yet.</param>
[StatutoryRule("TIME-RULE-VERSION")]
public sealed record DeadlineExplanation(
    string Rule,
    [property: Bilingual] string Name,
    LegalBasis Basis,
    TimeLimit Limit,
    DeadlineFor Binds,
    [property: Bilingual] string StartEvent,
    DateOnly Start,
    DateTimeOffset? StartInstant,
    DateOnly LastDay,
    string CalendarVersion,
    IReadOnlyList<NamedDate> Skipped,
    IReadOnlyList<DateOnly> MakeUpDaysCounted,
    IReadOnlyList<ExcludedSpan> Excluded,
    IReadOnlyList<NamedDate> ExcludedDays,
    DateOnly? RolledFrom,
    IReadOnlyList<NamedDate> RolledOver,
    bool IsProvisional
)
{
    /// <summary>The explanation as a sentence in Chinese.</summary>
    public string Sentence
    {
        get
        {
            var text = new StringBuilder();
            text.Append(
                Limit.Unit is TimeUnit.Hour
                    ? $"{Name}：自{StartEvent}（{StartInstant?.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}）起{Limit}"
                    : $"{Name}：自{StartEvent}（{Start:yyyy-MM-dd}）的次日起{Limit}"
            );
            if (Skipped.Count > 0)
                text.Append("，不计").Append(Named(Skipped));
            if (MakeUpDaysCounted.Count > 0)
                text.Append("，调休上班日").AppendJoin('、', MakeUpDaysCounted.Select(Iso)).Append("计入");
            if (ExcludedDays.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"，扣除{ExcludedDays.Count}日（")
                    .AppendJoin('、', ExcludedDays.Select(d => d.Name).Distinct(StringComparer.Ordinal))
                    .Append('）');
            if (RolledFrom is { } from)
                text.Append(CultureInfo.InvariantCulture, $"，{Iso(from)}届满，因").Append(Named(RolledOver)).Append("顺延");
            text.Append(CultureInfo.InvariantCulture, $"，至{Iso(LastDay)}");
            if (IsProvisional)
                text.Append("（暂定，待次年节假日安排公布后重新计算）");
            return text.Append(CultureInfo.InvariantCulture, $"。依据：{Basis}；工作日历：{CalendarVersion}。").ToString();
        }
    }

    /// <summary>The rule it was computed by.</summary>
    public DeadlineRule AsRule() => new(Rule, Name, Limit, Basis, Binds, StartEvent);

    /// <summary>Exact end, if the period is in hours; otherwise null.</summary>
    public DateTimeOffset? LastInstant() => Limit.Unit is TimeUnit.Hour ? StartInstant?.AddHours(Limit.Count) : null;

    /// <summary>Computes it again with another calendar, from the same start and the same excluded spans.</summary>
    public Deadline CountAgain(WorkingCalendar calendar) =>
        DeadlineCount.Run(AsRule(), Start, StartInstant, calendar, Excluded, forNow: IsProvisional);

    /// <summary>Whether another computation gave the same days for the same reasons, regardless of the name of its calendar.</summary>
    public bool SaysTheSameAs(DeadlineExplanation other) =>
        LastDay == other.LastDay
        && IsProvisional == other.IsProvisional
        && RolledFrom == other.RolledFrom
        && Skipped.SequenceEqual(other.Skipped)
        && MakeUpDaysCounted.SequenceEqual(other.MakeUpDaysCounted)
        && ExcludedDays.SequenceEqual(other.ExcludedDays)
        && RolledOver.SequenceEqual(other.RolledOver);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Named(IEnumerable<NamedDate> dates) => string.Join('、', dates.Select(d => $"{Iso(d.Date)}（{d.Name}）"));
}
