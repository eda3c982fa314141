namespace EnforcementCases.Domain.Law;

/// <summary>The date on which an instant falls in law: the date in Asia/Shanghai.</summary>
/// <remarks>The offset is fixed at +08:00: China has had one zone since 1949 and no summer time since 1991, so no zone data is needed.</remarks>
public static class LegalDate
{
    /// <summary>Offset of 北京时间 from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The legal date of an instant, regardless of its offset.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The legal year of an instant: 31 December 23:30 in Beijing still belongs to the ending year.</summary>
    public static int YearOf(DateTimeOffset instant) => Of(instant).Year;

    /// <summary>The first instant of a legal date.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new(date, TimeOnly.MinValue, Offset);

    /// <summary>The first instant after a legal date; an act before it is in time.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));
}
