using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Api.Catalogue;

/// <summary>The calendar file as rows, and rows as the working-day calendar (工作日历).</summary>
internal static class CalendarRows
{
    private static readonly (string List, CalendarDayKind Kind)[] Lists =
    [
        ("offDays", CalendarDayKind.Off),
        ("makeUpWorkdays", CalendarDayKind.MakeUp),
        ("statutoryHolidays", CalendarDayKind.Statutory),
    ];

    /// <summary>The file as rows; <see cref="HolidayFile"/> has judged it first.</summary>
    public static (string Label, IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarDay> Days) Read(ProductFile file, Guid dataSetId)
    {
        var judged = Judge(file);
        using var json = JsonDocument.Parse(file.Content);
        var years = new List<CalendarYear>();
        var days = new List<CalendarDay>();
        foreach (var year in json.RootElement.GetProperty("years").EnumerateObject())
        {
            var number = int.Parse(year.Name, CultureInfo.InvariantCulture);
            var notice = year.Value.GetProperty("notice");
            years.Add(
                new()
                {
                    DataSetId = dataSetId,
                    Year = number,
                    NoticeTitle = notice.GetProperty("title").GetString()!,
                    NoticeNumber = notice.GetProperty("number").GetString()!,
                }
            );
            foreach (var (list, kind) in Lists)
            foreach (var day in year.Value.GetProperty(list).EnumerateArray())
            {
                days.Add(
                    new()
                    {
                        DataSetId = dataSetId,
                        Kind = kind,
                        Date = DateOnly.ParseExact(day.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                        NoticeYear = number,
                        Name = day.GetProperty("name").GetString()!,
                    }
                );
            }
        }
        return ($"{judged.Years.First()}-{judged.Years.Last()}", years, days);
    }

    /// <summary>Rows of one data set as the calendar.</summary>
    public static WorkingCalendar Calendar(
        string version,
        IReadOnlyCollection<CalendarYear> years,
        IReadOnlyCollection<CalendarDay> days
    ) =>
        new(
            version,
            years.Select(y => y.Year),
            Named(days, CalendarDayKind.Off),
            Named(days, CalendarDayKind.MakeUp),
            Named(days, CalendarDayKind.Statutory)
        );

    private static WorkingCalendar Judge(ProductFile file)
    {
        using var stream = new MemoryStream(file.Content);
        try
        {
            return HolidayFile.Read(stream, file.Name);
        }
        catch (DomainException e)
        {
            throw file.Rejected(e.Detail);
        }
    }

    private static IEnumerable<NamedDate> Named(IReadOnlyCollection<CalendarDay> days, CalendarDayKind kind) =>
        days.Where(d => d.Kind == kind).Select(d => new NamedDate(d.Date, d.Name));
}
