using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Api.Catalogue;

/// <summary>The State Council's notice (节假日安排通知) on which a year of the calendar is based.</summary>
/// <param name="Title">Title.</param>
/// <param name="Number">Number of the notice, <c>国办发明电〔2026〕1号</c>.</param>
/// <param name="NumberStatus">How far the number is verified, in words; null if not stated.</param>
/// <param name="Url">Where it was published; null if not stated.</param>
public sealed record CalendarNotice(string Title, string Number, string? NumberStatus = null, string? Url = null);

/// <summary>A day named in the notice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Name of the holiday, 国庆节.</param>
/// <param name="Weekend">Whether the day is a Saturday or Sunday; optional, because the date determines it.</param>
public sealed record NoticeDay(DateOnly Date, string Name, bool? Weekend = null);

/// <summary>A year of the calendar file, in the form of the product data and of clerks' files.</summary>
internal sealed record CalendarYearRow(
    int Year,
    CalendarNotice Notice,
    IReadOnlyList<NoticeDay> OffDays,
    IReadOnlyList<NoticeDay> MakeUpWorkdays,
    IReadOnlyList<NoticeDay> StatutoryHolidays,
    int? WorkingDaysInYear = null
)
{
    /// <summary>The rows of the year in force.</summary>
    /// <param name="days">Days that its notice names.</param>
    public static CalendarYearRow Of(CalendarYear year, IReadOnlyCollection<CalendarDay> days, WorkingCalendar calendar) =>
        new(
            year.Year,
            new(year.NoticeTitle, year.NoticeNumber, year.NumberStatus, year.NoticeUrl),
            Named(days, CalendarDayKind.Off),
            Named(days, CalendarDayKind.MakeUp),
            Named(days, CalendarDayKind.Statutory),
            HolidayFile.CountWorkingDays(calendar, year.Year)
        );

    /// <summary>The year in the order of its days; members implied by the dates are left out.</summary>
    public CalendarYearRow InOrder() =>
        this with
        {
            OffDays = Ordered(OffDays),
            MakeUpWorkdays = Ordered(MakeUpWorkdays),
            StatutoryHolidays = Ordered(StatutoryHolidays),
        };

    /// <exception cref="DomainException"><see cref="CatalogueErrors.RowRejected"/>, with what is wrong.</exception>
    public HolidayNotice AsNotice()
    {
        if (OffDays.Count == 0 || StatutoryHolidays.Count == 0)
            throw CatalogueErrors.RowRejected.With("没有放假日或者没有法定节假日");
        if (Year is < 2000 or > 2200)
            throw CatalogueErrors.RowRejected.With($"年度 {Year} 不可识别");
        if (OffDays.Concat(MakeUpWorkdays).Concat(StatutoryHolidays).Any(d => d.Name.Length is 0 or > 40))
            throw CatalogueErrors.RowRejected.With("节假日名称为空或者过长");
        return new(Year, Dates(OffDays), Dates(MakeUpWorkdays), Dates(StatutoryHolidays), WorkingDaysInYear);
    }

    public CalendarYear AsYear(Guid dataSetId) =>
        new()
        {
            DataSetId = dataSetId,
            Year = Year,
            NoticeTitle = Notice.Title,
            NoticeNumber = Notice.Number,
            NumberStatus = Notice.NumberStatus,
            NoticeUrl = Notice.Url,
        };

    public IEnumerable<CalendarDay> AsDays(Guid dataSetId) =>
        Days(OffDays, CalendarDayKind.Off)
            .Concat(Days(MakeUpWorkdays, CalendarDayKind.MakeUp))
            .Concat(Days(StatutoryHolidays, CalendarDayKind.Statutory))
            .Select(d => new CalendarDay
            {
                DataSetId = dataSetId,
                Kind = d.Kind,
                Date = d.Day.Date,
                NoticeYear = Year,
                Name = d.Day.Name,
            });

    private static IEnumerable<(NoticeDay Day, CalendarDayKind Kind)> Days(IReadOnlyList<NoticeDay> days, CalendarDayKind kind) =>
        days.Select(d => (d, kind));

    private static IReadOnlyList<NamedDate> Dates(IReadOnlyList<NoticeDay> days) => [.. days.Select(d => new NamedDate(d.Date, d.Name))];

    private static IReadOnlyList<NoticeDay> Ordered(IReadOnlyList<NoticeDay> days) =>
        [.. days.Select(d => d with { Weekend = null }).OrderBy(d => d.Date)];

    private static IReadOnlyList<NoticeDay> Named(IReadOnlyCollection<CalendarDay> days, CalendarDayKind kind) =>
        [.. days.Where(d => d.Kind == kind).OrderBy(d => d.Date).Select(d => new NoticeDay(d.Date, d.Name))];
}
