using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads a year of the working-day calendar (工作日历).</summary>
/// <param name="Year">Calendar year.</param>
public sealed record ReadCalendarQuery(int Year) : IRequest<CalendarYearDetail>;

/// <summary>A year of the working-day calendar.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Version">Label of the calendar, cited in every computed deadline.</param>
/// <param name="NoticeTitle">Title of the State Council's notice.</param>
/// <param name="NoticeNumber">Number of that notice.</param>
/// <param name="WorkingDays">Number of working days in the year.</param>
/// <param name="MayStillChangeFrom">First day of this year that the notice for the next year may still change; null once that notice is loaded.</param>
/// <param name="Days">Days of this year that a notice names.</param>
public sealed record CalendarYearDetail(
    int Year,
    string Version,
    string NoticeTitle,
    string NoticeNumber,
    int WorkingDays,
    DateOnly? MayStillChangeFrom,
    IReadOnlyList<CalendarDayDetail> Days
);

/// <summary>A day named in the notice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Kind of day according to the notice; a day off may also be a statutory holiday.</param>
/// <param name="Name">Name of the holiday.</param>
public sealed record CalendarDayDetail(DateOnly Date, CalendarDayKind Kind, [property: Bilingual] string Name);

internal sealed class ReadCalendarHandler(AppDbContext db) : IRequestHandler<ReadCalendarQuery, CalendarYearDetail>
{
    public async Task<CalendarYearDetail> Handle(ReadCalendarQuery request, CancellationToken cancellationToken)
    {
        var inForce = await CalendarRows.InForceAsync(db, cancellationToken);
        var year =
            inForce.Years.FirstOrDefault(y => y.Year == request.Year)
            ?? throw CatalogueErrors.CalendarYearNotFound.With($"{request.Year} 年");
        var calendar = inForce.Calendar;
        var (first, last) = (new DateOnly(year.Year, 1, 1), new DateOnly(year.Year, 12, 31));
        var days = inForce
            .Days.Where(d => d.Date >= first && d.Date <= last)
            .OrderBy(d => d.Date)
            .ThenBy(d => d.Kind)
            .Select(d => new CalendarDayDetail(d.Date, d.Kind, d.Name))
            .ToList();
        var all = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        return new(
            year.Year,
            calendar.Version,
            year.NoticeTitle,
            year.NoticeNumber,
            all.Count(calendar.IsWorkingDay),
            all.Where(calendar.MayStillChange).Select(d => (DateOnly?)d).FirstOrDefault(),
            days
        );
    }
}
