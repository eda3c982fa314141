using System.Globalization;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>Something with a day and an hour, as a refusal names it.</summary>
/// <param name="Name">What it is: <c>第 2 项“事先告知”</c>.</param>
/// <param name="At">When it was, as claimed.</param>
/// <param name="DayOnly">Only its legal day is known, as of a postmark or a paper of the court.</param>
public sealed record Dated(Sentence Name, DateTimeOffset At, bool DayOnly = false)
{
    /// <summary>JSON pointer of the member of the request that gives it; null if none does.</summary>
    public string? Pointer { get; init; }

    /// <summary>The day, and the hour where it is known.</summary>
    public string When => At.ToOffset(LegalDate.Offset).ToString(DayOnly ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Something of which only the day is known.</summary>
    public static Dated On(Sentence name, DateOnly day) => new(name, LegalDate.StartOf(day), DayOnly: true);

    /// <summary>Whether it was before another: by the minute, and by the legal day where one of the two has no hour.</summary>
    public bool IsBefore(Dated other) =>
        DayOnly || other.DayOnly ? LegalDate.Of(At) < LegalDate.Of(other.At) : MinuteOf(At) < MinuteOf(other.At);

    private static long MinuteOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;
}
