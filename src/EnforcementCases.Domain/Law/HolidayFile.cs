using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Domain.Law;

/// <summary>Content of a year's notice (节假日安排通知).</summary>
/// <param name="Year">The year.</param>
/// <param name="OffDays">放假.</param>
/// <param name="MakeUpDays">调休上班.</param>
/// <param name="StatutoryHolidays">法定节假日, the festival days themselves.</param>
/// <param name="WorkingDaysInYear">Number of working days the year should have, for checking; null if not stated.</param>
public sealed record HolidayNotice(
    int Year,
    IReadOnlyList<NamedDate> OffDays,
    IReadOnlyList<NamedDate> MakeUpDays,
    IReadOnlyList<NamedDate> StatutoryHolidays,
    int? WorkingDaysInYear = null
);

/// <summary>Reads the calendar file (节假日安排), <c>holidays-2021-2026.json</c> or a later one, and refuses inconsistent data.</summary>
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
    /// <param name="version">Label of the calendar, quoted in every computed deadline.</param>
    /// <exception cref="DomainException"><see cref="Rejected"/>; the message states what is wrong and where.</exception>
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

    /// <summary>Combines the notices of several years and refuses inconsistent data.</summary>
    /// <param name="version">Label of the calendar, quoted in every computed deadline.</param>
    /// <exception cref="DomainException"><see cref="Rejected"/>; the message states what is wrong and where.</exception>
    [StatutoryRule("TIME-CAL-X")]
    public static WorkingCalendar Combine(string version, IReadOnlyCollection<HolidayNotice> notices)
    {
        if (notices.Count == 0)
            throw Rejected.With("没有任何年度");
        var years = notices.Select(n => n.Year).Order().ToList();
        if (years.Zip(years.Skip(1)).FirstOrDefault(p => p.Second != p.First + 1) is var gap && gap != default)
            throw Rejected.With($"{gap.First} 年之后是 {gap.Second} 年，年度应当连续，不得重复");
        var offDays = Collect(notices, n => n.OffDays, "offDays");
        var makeUpDays = Collect(notices, n => n.MakeUpDays, "makeUpWorkdays");
        var statutory = Collect(notices, n => n.StatutoryHolidays, "statutoryHolidays");
        foreach (var day in makeUpDays)
        {
            if (day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                throw Rejected.With($"调休上班日 {day.Date:yyyy-MM-dd} 不是周六、周日");
            if (offDays.Exists(o => o.Date == day.Date))
                throw Rejected.With($"{day.Date:yyyy-MM-dd} 既是放假日又是调休上班日");
        }
        var calendar = new WorkingCalendar(version, years, offDays, makeUpDays, statutory);
        foreach (var notice in notices)
            if (notice.WorkingDaysInYear is { } stated && CountWorkingDays(calendar, notice.Year) is var counted && counted != stated)
                throw Rejected.With($"{notice.Year} 年应有 {stated} 个工作日，按所列日期为 {counted} 个");
        return calendar;
    }

    /// <summary>How many working days a year has.</summary>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>.</exception>
    public static int CountWorkingDays(WorkingCalendar calendar, int year) =>
        Enumerable
            .Range(1, DateTime.IsLeapYear(year) ? 366 : 365)
            .Count(n => calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(n - 1)));

    private static WorkingCalendar Build(Content content, string version)
    {
        if (!string.Equals(content.TimeZone, "Asia/Shanghai", StringComparison.Ordinal))
            throw Rejected.With($"时区应为 Asia/Shanghai，实为 {content.TimeZone}");
        var calendar = Combine(version, [.. content.Years.Select(y => NoticeOf(y.Key, y.Value))]);
        if (
            content.Coverage.From != new DateOnly(calendar.Years.First(), 1, 1)
            || content.Coverage.To != new DateOnly(calendar.Years.Last(), 12, 31)
        )
            throw Rejected.With("coverage 与所列年度不符");
        return calendar;
    }

    private static HolidayNotice NoticeOf(string key, YearContent year) =>
        new(Year(key), Dates(year.OffDays), Dates(year.MakeUpWorkdays), Dates(year.StatutoryHolidays), year.WorkingDaysInYear);

    private static IReadOnlyList<NamedDate> Dates(IReadOnlyList<Day> days) => [.. days.Select(d => new NamedDate(d.Date, d.Name))];

    private static List<NamedDate> Collect(
        IEnumerable<HolidayNotice> notices,
        Func<HolidayNotice, IReadOnlyList<NamedDate>> list,
        string name
    )
    {
        var all = new Dictionary<DateOnly, NamedDate>();
        foreach (var notice in notices)
        foreach (var day in list(notice))
        {
            // a notice may set the last days of the year before, nothing else outside its year
            if (day.Date.Year != notice.Year && !(day.Date.Month == 12 && day.Date.Year == notice.Year - 1))
                throw Rejected.With($"{name}：{day.Date:yyyy-MM-dd} 不属于 {notice.Year} 年的安排");
            if (!all.TryAdd(day.Date, day))
                throw Rejected.With($"{name}：{day.Date:yyyy-MM-dd} 重复");
        }
        return [.. all.Values];
    }

    private static int Year(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2200
            ? year
            : throw Rejected.With($"年度 {key} 不可识别");

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
