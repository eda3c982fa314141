using System.Collections.Frozen;

namespace EnforcementCases.Domain.Law;

/// <summary>A named date of the calendar, <c>2024-10-01 国庆节</c>.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Name of the holiday, or why it is named.</param>
public readonly record struct NamedDate(DateOnly Date, [property: Bilingual] string Name);

/// <summary>The working-day calendar (工作日历): Saturdays, Sundays and the State Council's yearly notices. Immutable.</summary>
/// <remarks>Keyed by date, not by the year of the notice (TIME-CAL-X): a notice may set days of the year before.</remarks>
public sealed class WorkingCalendar
{
    /// <summary>The notice of the year is not loaded. Monday to Friday is never assumed, but provisionally where a deadline has to be there at once.</summary>
    public static readonly DomainError YearNotLoaded = new(
        "calendar.year-not-loaded",
        "TIME-CAL",
        ErrorKind.Unacceptable,
        "该年度的工作日历尚未载入，不能计算工作日期限"
    );

    /// <summary>From this day on, the notice of the next year may still move days of a December (31 December 2022 was set by the notice for 2023).</summary>
    private const int OpenFromDecemberDay = 26;

    private readonly FrozenDictionary<DateOnly, string> offDays;
    private readonly FrozenDictionary<DateOnly, string> makeUpDays;
    private readonly FrozenDictionary<DateOnly, string> statutoryHolidays;
    private readonly FrozenSet<int> years;

    /// <summary>Makes a calendar.</summary>
    /// <param name="version">Label of the calendar, quoted in every computed deadline.</param>
    /// <param name="years">Years whose notice is loaded.</param>
    /// <param name="offDays">Arranged days off (放假), weekends inside them included or not.</param>
    /// <param name="makeUpDays">Saturdays and Sundays worked in exchange (调休上班).</param>
    /// <param name="statutoryHolidays">Festival days themselves (法定节假日).</param>
    /// <exception cref="ArgumentException">A date occurs twice, or is both off and worked.</exception>
    public WorkingCalendar(
        string version,
        IEnumerable<int> years,
        IEnumerable<NamedDate> offDays,
        IEnumerable<NamedDate> makeUpDays,
        IEnumerable<NamedDate> statutoryHolidays
    )
    {
        Version = version;
        this.years = years.ToFrozenSet();
        this.offDays = Index(offDays);
        this.makeUpDays = Index(makeUpDays);
        this.statutoryHolidays = Index(statutoryHolidays);
        if (this.makeUpDays.Keys.FirstOrDefault(this.offDays.ContainsKey) is var both && both != default)
            throw new ArgumentException($"{both:yyyy-MM-dd} is both a day off and a make-up working day.", nameof(makeUpDays));
    }

    /// <summary>Label of this state of the calendar.</summary>
    public string Version { get; }

    /// <summary>Years whose notice is loaded, ascending.</summary>
    public IEnumerable<int> Years => years.Order();

    /// <summary>Whether the notice for the date's year is loaded.</summary>
    public bool Covers(DateOnly date) => years.Contains(date.Year);

    /// <summary>Whether the notice for the next year, not loaded yet, may still change this day.</summary>
    [StatutoryRule("TIME-CAL-X")]
    public bool MayStillChange(DateOnly date) =>
        !Covers(date) || (date is { Month: 12, Day: >= OpenFromDecemberDay } && !years.Contains(date.Year + 1));

    /// <summary>Whether it is a working day (工作日). Make-up Saturdays and Sundays are.</summary>
    /// <exception cref="DomainException"><see cref="YearNotLoaded"/>.</exception>
    public bool IsWorkingDay(DateOnly date) => WhyOff(date) is null;

    /// <summary>Why the date is no working day, in Chinese; null on a working day.</summary>
    /// <exception cref="DomainException"><see cref="YearNotLoaded"/>.</exception>
    public string? WhyOff(DateOnly date)
    {
        if (!Covers(date))
            throw YearNotLoaded.With(
                $"{date.Year} 年的节假日安排尚未载入（{date:yyyy-MM-dd}）",
                "请由管理员载入国务院办公厅公布的该年度节假日安排"
            );
        if (makeUpDays.ContainsKey(date))
            return null;
        if (offDays.TryGetValue(date, out var holiday))
            return $"{holiday}放假";
        return WhyWeekend(date);
    }

    /// <summary>The same for a deadline that cannot wait for the notice: in a year that is not loaded, Saturdays, Sundays and New Year's Day, which no notice has ever worked.
    /// What is counted so is provisional.</summary>
    public string? WhyOffForNow(DateOnly date) =>
        Covers(date) ? WhyOff(date)
        : date is { Month: 1, Day: 1 } ? "元旦放假"
        : WhyWeekend(date);

    private static string? WhyWeekend(DateOnly date) =>
        date.DayOfWeek switch
        {
            DayOfWeek.Saturday => "周六",
            DayOfWeek.Sunday => "周日",
            _ => null,
        };

    /// <summary>The first day of the year on which the end of the calendar is announced: the notice for the next year comes in November.</summary>
    private static readonly (int Month, int Day) Announced = (11, 1);

    /// <summary>The year whose notice has to be loaded now: this year, or from 1 November on the next one; null if both are loaded.</summary>
    /// <param name="today">The legal date.</param>
    public int? MissingYear(DateOnly today) =>
        !years.Contains(today.Year) ? today.Year
        : today >= new DateOnly(today.Year, Announced.Month, Announced.Day) && !years.Contains(today.Year + 1) ? today.Year + 1
        : null;

    /// <summary>Whether it is a Saturday or Sunday worked in exchange (调休上班).</summary>
    public bool IsMakeUpDay(DateOnly date) => makeUpDays.ContainsKey(date);

    /// <summary>Whether it is a festival day itself (法定节假日), for laws that forbid acts on statutory holidays.</summary>
    /// <exception cref="DomainException"><see cref="YearNotLoaded"/>.</exception>
    public bool IsStatutoryHoliday(DateOnly date) =>
        Covers(date) ? statutoryHolidays.ContainsKey(date) : throw YearNotLoaded.With($"{date.Year} 年的节假日安排尚未载入");

    private static FrozenDictionary<DateOnly, string> Index(IEnumerable<NamedDate> dates) =>
        dates.ToDictionary(d => d.Date, d => d.Name).ToFrozenDictionary();
}
