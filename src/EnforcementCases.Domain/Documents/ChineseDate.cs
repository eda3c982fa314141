using System.Globalization;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Documents;

/// <summary>Dates and times as documents write them, in 北京时间.</summary>
public static class ChineseDate
{
    /// <summary>A day, <c>2022年5月10日</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    /// <summary>A day and time, <c>2022年5月10日09时32分</c>.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.ToOffset(LegalDate.Offset).ToString("yyyy'年'M'月'd'日'HH'时'mm'分'", CultureInfo.InvariantCulture);

    /// <summary>A period of one day, the day printed once, <c>2022年5月10日09时32分至10时05分</c>.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) =>
        LegalDate.Of(from) == LegalDate.Of(to)
            ? $"{Moment(from)}至{to.ToOffset(LegalDate.Offset):HH'时'mm'分'}"
            : $"{Moment(from)}至{Moment(to)}";
}
