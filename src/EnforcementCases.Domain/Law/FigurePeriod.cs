using System.Globalization;
using System.Text.RegularExpressions;

namespace EnforcementCases.Domain.Law;

/// <summary>A period for which figures are counted (统计期间): a year, or a quarter or month of it.</summary>
public sealed partial record FigurePeriod
{
    /// <summary>No such quarter or month, or both were asked for.</summary>
    public static readonly DomainError Unknown = new("statistics.period-unknown", null, ErrorKind.Malformed, "没有该统计期间");

    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    private FigurePeriod(int year, int firstMonth, int months, string key, string name)
    {
        Year = year;
        Quarter = months == 3 ? (firstMonth / 3) + 1 : null;
        Month = months == 1 ? firstMonth : null;
        FirstDay = new(year, firstMonth, 1);
        NextDay = FirstDay.AddMonths(months);
        Key = key;
        Name = name;
    }

    /// <summary>The statistical year.</summary>
    public int Year { get; }

    /// <summary>The quarter of the year, 1 to 4; null if it is the year or a month.</summary>
    public int? Quarter { get; }

    /// <summary>The month of the year, 1 to 12; null if it is the year or a quarter.</summary>
    public int? Month { get; }

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The first day after it.</summary>
    public DateOnly NextDay { get; }

    /// <summary>Stable name: <c>2026</c>, <c>2026-Q2</c>, <c>2026-05</c>.</summary>
    public string Key { get; }

    /// <summary>Name in Chinese.</summary>
    public string Name { get; }

    /// <summary>Whether it is the whole year.</summary>
    public bool IsYear => Quarter is null && Month is null;

    /// <summary>The year.</summary>
    public static FigurePeriod OfYear(int year) => new(year, 1, 12, Text(year), $"{Text(year)}年度");

    /// <summary>A quarter, 1 to 4.</summary>
    public static FigurePeriod OfQuarter(int year, int quarter) =>
        quarter is >= 1 and <= 4
            ? new(year, (quarter * 3) - 2, 3, $"{Text(year)}-Q{Text(quarter)}", $"{Text(year)}年{Quarters[quarter - 1]}")
            : throw NotOfYear("/quarter", $"季度 {quarter}", "使用 1 至 4");

    /// <summary>A month, 1 to 12.</summary>
    public static FigurePeriod OfMonth(int year, int month) =>
        month is >= 1 and <= 12
            ? new(year, month, 1, string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"), $"{Text(year)}年{Text(month)}月")
            : throw NotOfYear("/month", $"月份 {month}", "使用 1 至 12");

    /// <summary>The period that a request names.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static FigurePeriod Of(int year, int? quarter, int? month) =>
        (quarter, month) switch
        {
            (null, null) => OfYear(year),
            ({ } q, null) => OfQuarter(year, q),
            (null, { } m) => OfMonth(year, m),
            _ => throw NotOfYear("/month", "同时指定了季度和月份", "只指定其中之一"),
        };

    /// <summary>The period of a key; null if it is none.</summary>
    public static FigurePeriod? Parse(string key) =>
        KeyForm().Match(key) is { Success: true } match && Number(match.Groups["year"]) is { } year && year > 0
            ? (Number(match.Groups["quarter"]), Number(match.Groups["month"])) switch
            {
                (null, null) => OfYear(year),
                ({ } quarter, _) => OfQuarter(year, quarter),
                (_, { } month) => month is >= 1 and <= 12 ? OfMonth(year, month) : null,
            }
            : null;

    /// <summary>The quarters of a year.</summary>
    public static IReadOnlyList<FigurePeriod> QuartersOf(int year) => [.. Enumerable.Range(1, 4).Select(q => OfQuarter(year, q))];

    /// <summary>The months of a year.</summary>
    public static IReadOnlyList<FigurePeriod> MonthsOf(int year) => [.. Enumerable.Range(1, 12).Select(m => OfMonth(year, m))];

    /// <summary>Whether it is over on a day.</summary>
    public bool IsOver(DateOnly today) => today >= NextDay;

    private static int? Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-Q(?<quarter>[1-4])|-(?<month>[0-9]{2}))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex KeyForm();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DomainException NotOfYear(string pointer, Sentence detail, Sentence nextStep) =>
        new(Unknown, detail) { Pointer = pointer, NextStep = nextStep };
}
