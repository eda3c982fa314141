using System.Globalization;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Tests.Law;

/// <summary>The calendar that is shipped.</summary>
internal static class Calendars
{
    public static readonly WorkingCalendar Shipped = ReadShipped();

    public static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WorkingCalendar ReadShipped()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "holidays-2021-2026.json"));
        return HolidayFile.Read(file, "2021-2026");
    }
}
