using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>The calendar file as rows, and rows as the working-day calendar (工作日历).</summary>
internal static class CalendarRows
{
    /// <summary>The file as rows; <see cref="HolidayFile"/> has validated it before.</summary>
    public static (string Label, IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarDay> Days) Read(ProductFile file, Guid dataSetId)
    {
        var judged = Judge(file);
        var rows = new List<CalendarYearRow>();
        foreach (var (key, year) in JsonNode.Parse(file.Content)!["years"]!.AsObject())
        {
            year!["year"] = int.Parse(key, CultureInfo.InvariantCulture);
            rows.Add(year.Deserialize<CalendarYearRow>(CatalogueRowJson.CalendarForm)!);
        }
        return (
            $"{judged.Years.First()}-{judged.Years.Last()}",
            rows.ConvertAll(r => r.AsYear(dataSetId)),
            [.. rows.SelectMany(r => r.AsDays(dataSetId))]
        );
    }

    /// <summary>The calendar in force: each year as last confirmed by two clerks, otherwise from the newest file of the product.</summary>
    public static async Task<CalendarInForce> InForceAsync(AppDbContext db, CancellationToken ct)
    {
        var sets = await db
            .CatalogueDataSets.AsNoTracking()
            .Where(s => s.Name == ProductFile.Holidays || s.Name == CatalogueDataSet.Change)
            .ToListAsync(ct);
        var product = sets.Where(s => s.Name == ProductFile.Holidays).MaxBy(s => s.Number);
        var changes = sets.Where(s => s.Name == CatalogueDataSet.Change).ToDictionary(s => s.Id, s => s.Number);
        var all = await db.CalendarYears.AsNoTracking().ToListAsync(ct);
        var years = all.Where(y => y.DataSetId == product?.Id || changes.ContainsKey(y.DataSetId))
            .GroupBy(y => y.Year)
            .Select(g => g.MaxBy(y => changes.GetValueOrDefault(y.DataSetId))!)
            .OrderBy(y => y.Year)
            .ToList();
        if (years.Count == 0)
            return new(0, 0, [], []);
        var chosen = years.Select(y => (y.DataSetId, y.Year)).ToHashSet();
        var days = (await db.CalendarDays.AsNoTracking().ToListAsync(ct)).Where(d => chosen.Contains((d.DataSetId, d.NoticeYear)));
        var entered = all.Where(y => changes.ContainsKey(y.DataSetId)).Select(y => y.DataSetId).Distinct().Count();
        return new(product?.Number ?? 0, entered, years, [.. days]);
    }

    /// <summary>Rows as the calendar.</summary>
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

/// <summary>The rows of the calendar in force.</summary>
/// <param name="ProductNumber">Number of the newest file of the product.</param>
/// <param name="Changes">Number of clerks' changes applied after it.</param>
/// <param name="Years">Its years, ascending, each from the data set in force for it.</param>
/// <param name="Days">The days that the notices of those years name.</param>
internal sealed record CalendarInForce(int ProductNumber, int Changes, IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarDay> Days)
{
    public WorkingCalendar Calendar => Years.Count == 0 ? CatalogueSnapshot.Empty.Calendar : CalendarRows.Calendar(Version, Years, Days);

    /// <summary>Label quoted by computed deadlines: the years, the number of the product's file, and the number of clerks' changes.</summary>
    public string Version => $"{Years[0].Year}-{Years[^1].Year}.{ProductNumber}{(Changes > 0 ? $"+{Changes}" : "")}";

    /// <summary>The calendar with the years of one more change.</summary>
    public CalendarInForce With(IReadOnlyCollection<CalendarYearRow> rows)
    {
        var years = rows.Select(r => r.Year).ToHashSet();
        return new(
            ProductNumber,
            Changes + 1,
            [.. Years.Where(y => !years.Contains(y.Year)).Concat(rows.Select(r => r.AsYear(Guid.Empty))).OrderBy(y => y.Year)],
            [.. Days.Where(d => !years.Contains(d.NoticeYear)), .. rows.SelectMany(r => r.AsDays(Guid.Empty))]
        );
    }

    /// <summary>The rows of a year, as they are exported.</summary>
    public IEnumerable<CalendarYearRow> Rows()
    {
        var calendar = Calendar;
        return Years.Select(y => CalendarYearRow.Of(y, [.. Days.Where(d => d.NoticeYear == y.Year)], calendar));
    }
}
