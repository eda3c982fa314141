using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Platform.Language;

/// <summary>How a deadline came about, as a sentence in the language asked for. The domain writes the Chinese one.</summary>
internal static class DeadlineSentence
{
    public static string Of(DeadlineExplanation deadline) =>
        AnswerLanguages.Current is AnswerLanguage.English ? InEnglish(deadline) : deadline.Sentence;

    private static string InEnglish(DeadlineExplanation deadline)
    {
        var text = new StringBuilder(English.Of(deadline.Name)).Append(": ").Append(English.Of(deadline.Limit.ToString()));
        text.Append(
            deadline.Limit.Unit is TimeUnit.Hour
                ? $" from {deadline.StartInstant?.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}"
                : $", counted from the day after {Iso(deadline.Start)}"
        );
        text.Append(CultureInfo.InvariantCulture, $" ({English.Of(deadline.StartEvent)})");
        if (deadline.Skipped.Count > 0)
            text.Append(", not counting ").Append(Named(deadline.Skipped));
        if (deadline.MakeUpDaysCounted.Count > 0)
            text.Append(", counting the make-up working days ").AppendJoin(", ", deadline.MakeUpDaysCounted.Select(Iso));
        if (deadline.ExcludedDays.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $", leaving out {deadline.ExcludedDays.Count} days (")
                .AppendJoin(", ", deadline.ExcludedDays.Select(d => English.Of(d.Name)).Distinct(StringComparer.Ordinal))
                .Append(')');
        if (deadline.RolledFrom is { } from)
            text.Append(CultureInfo.InvariantCulture, $", ending on {Iso(from)} and carried over ").Append(Named(deadline.RolledOver));
        text.Append(CultureInfo.InvariantCulture, $", until {Iso(deadline.LastDay)}");
        if (deadline.IsProvisional)
            text.Append(" (provisional, counted again once the holidays of the next year are published)");
        return text.Append(
                CultureInfo.InvariantCulture,
                $". Basis: {English.Of(deadline.Basis.ToString())}; working calendar: {deadline.CalendarVersion}."
            )
            .ToString();
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Named(IEnumerable<NamedDate> dates) =>
        string.Join(", ", dates.Select(d => $"{Iso(d.Date)} ({English.Of(d.Name)})"));
}
