using System.Globalization;

namespace EnforcementCases.Domain.Law;

/// <summary>Night as a span of time of day (夜间), parameter <c>enforce.night</c>; the end is exclusive.</summary>
/// <param name="From">First minute of the night.</param>
/// <param name="To">First minute of the day.</param>
public sealed record NightHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads the parameter, <c>22:00-06:00</c>.</summary>
    /// <exception cref="FormatException">Not two times.</exception>
    public static NightHours Parse(string value) =>
        value.Split('-') is [var from, var to] ? new(Time(from), Time(to)) : throw new FormatException($"{value} is no span of the clock.");

    /// <summary>Whether the time of day lies in the night.</summary>
    public bool Covers(TimeOnly time) => time.IsBetween(From, To);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture);
}
