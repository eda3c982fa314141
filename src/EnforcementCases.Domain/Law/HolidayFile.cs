using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Domain.Law;

/// <summary>Reads the calendar file (节假日安排), <c>holidays-2021-2026.json</c> or a later one, and refuses what does not add up.</summary>
public static class HolidayFile
{
    /// <summary>The file is not a holiday file, or contradicts itself.</summary>
    public static readonly DomainError Rejected = new(
        "calendar.file-rejected",
        "TIME-CAL",
        ErrorKind.Unacceptable,
        "节假日安排文件不能采用"
    );

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a calendar.</summary>
    /// <param name="file">UTF-8 JSON.</param>
    /// <param name="version">Label that every computed deadline will quote.</param>
    /// <exception cref="DomainException"><see cref="Rejected"/>, saying what is wrong and where.</exception>
    public static WorkingCalendar Read(Stream file, string version)
    {
        Content content;
        try
        {
            content = JsonSerializer.Deserialize<Content>(file, Strict) ?? throw Rejected.With("文件为空");
        }
        catch (JsonException e)
        {
            throw Rejected.With($"格式不符：{e.Message}");
        }
        return Build(content, version);
    }

    private static WorkingCalendar Build(Content content, string version)
    {
        if (!string.Equals(content.TimeZone, "Asia/Shanghai", StringComparison.Ordinal))
            throw Rejected.With($"时区应为 Asia/Shanghai，实为 {content.TimeZone}");
        if (content.Years.Count == 0)
            throw Rejected.With("没有任何年度");

        var offDays = Collect(content, y => y.OffDays, "offDays");
        var makeUpDays = Collect(content, y => y.MakeUpWorkdays, "makeUpWorkdays");
        var statutory = Collect(content, y => y.StatutoryHolidays, "statutoryHolidays");
        foreach (var day in makeUpDays)
        {
            if (day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                throw Rejected.With($"调休上班日 {day.Date:yyyy-MM-dd} 不是周六、周日");
            if (offDays.Exists(o => o.Date == day.Date))
                throw Rejected.With($"{day.Date:yyyy-MM-dd} 既是放假日又是调休上班日");
        }

        var calendar = new WorkingCalendar(version, content.Years.Keys.Select(Year), offDays, makeUpDays, statutory);
        if (
            content.Coverage.From != new DateOnly(calendar.Years.First(), 1, 1)
            || content.Coverage.To != new DateOnly(calendar.Years.Last(), 12, 31)
        )
            throw Rejected.With("coverage 与所列年度不符");
        foreach (var (key, year) in content.Years)
            if (year.WorkingDaysInYear is { } stated && CountWorkingDays(calendar, Year(key)) is var counted && counted != stated)
                throw Rejected.With($"{key} 年应有 {stated} 个工作日，按所列日期为 {counted} 个");
        return calendar;
    }

    private static List<NamedDate> Collect(Content content, Func<YearContent, IReadOnlyList<Day>> list, string name)
    {
        var all = new Dictionary<DateOnly, NamedDate>();
        foreach (var (key, year) in content.Years)
        foreach (var day in list(year))
        {
            // a notice may set the last days of the year before, nothing else outside its year
            if (day.Date.Year != Year(key) && day.Date is not { Month: 12 } || day.Date.Year > Year(key) || day.Date.Year < Year(key) - 1)
                throw Rejected.With($"{name}：{day.Date:yyyy-MM-dd} 不属于 {key} 年的安排");
            if (!all.TryAdd(day.Date, new(day.Date, day.Name)))
                throw Rejected.With($"{name}：{day.Date:yyyy-MM-dd} 重复");
        }
        return [.. all.Values];
    }

    private static int Year(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2200
            ? year
            : throw Rejected.With($"年度 {key} 不可识别");

    private static int CountWorkingDays(WorkingCalendar calendar, int year) =>
        Enumerable
            .Range(1, DateTime.IsLeapYear(year) ? 366 : 365)
            .Count(n => calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(n - 1)));

    private sealed record Content(
        string Title,
        string TimeZone,
        string Rule,
        JsonElement Fields,
        Coverage Coverage,
        JsonElement CrossCheck,
        Dictionary<string, YearContent> Years
    );

    private sealed record Coverage(DateOnly From, DateOnly To, string? Note = null);

    private sealed record YearContent(
        Notice Notice,
        IReadOnlyList<Day> OffDays,
        IReadOnlyList<Day> MakeUpWorkdays,
        IReadOnlyList<Day> StatutoryHolidays,
        int? WorkingDaysInYear = null
    );

    private sealed record Notice(string Title, string Number, string? NumberStatus = null, string? Url = null);

    private sealed record Day(DateOnly Date, string Name, bool? Weekend = null);
}
