using System.Globalization;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Catalogue;

public sealed partial record LocalParameter
{
    /// <summary>A value that is not valid for the parameter.</summary>
    public static readonly DomainError ValueRefused = new("parameter.value-refused", null, ErrorKind.Unacceptable, "该参数不能取这个值");

    private const int ItemMaxLength = 60;
    private const int HighestNumber = 9_999;
    private const decimal HighestYuan = 10_000_000_000;

    /// <summary>Refuses a value that could not be read where it is used, so that no act meets an unreadable value.</summary>
    /// <exception cref="DomainException"><see cref="ValueRefused"/>; the message states what is expected.</exception>
    public void EnsureValue(string value)
    {
        if (FindObstacles(value) is { } expected)
            throw ValueRefused.With($"{Key}：{expected}");
    }

    private string? FindObstacles(string value) =>
        Unit switch
        {
            ParameterUnit.Yuan => IsYuan(value) ? null : "应为金额（元），最多两位小数",
            ParameterUnit.Choice => IsWord(value) ? null : $"应为 {string.Join(" 或者 ", Words ?? [])}",
            ParameterUnit.List => ListFault(value),
            ParameterUnit.Clock => IsClock(value) ? null : "应为起止时刻，如 22:00-06:00",
            ParameterUnit.DayOfMonth => NumberFault(value, AtMost ?? 28), // every month has it
            ParameterUnit.Date => DateOnly.TryParseExact(
                "2000-" + value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
                ? null
                : "应为月日，如 01-31",
            ParameterUnit.WorkingDays
            or ParameterUnit.CalendarDays
            or ParameterUnit.Months
            or ParameterUnit.Years
            or ParameterUnit.HoursAYear
            or ParameterUnit.Cases => IsWord(value) ? null : NumberFault(value, AtMost ?? HighestNumber),
        };

    private bool IsWord(string value) => Words?.Contains(value, StringComparer.Ordinal) == true;

    private static bool IsYuan(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
        && yuan <= HighestYuan
        && decimal.Truncate(yuan * 100) == yuan * 100;

    private static string? NumberFault(string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? null
            : $"应为 1 至 {most} 的整数";

    private string? ListFault(string value)
    {
        var items = value.Split(',', StringSplitOptions.TrimEntries);
        if (value.Length == 0)
            return null;
        if (items.Any(i => i.Length is 0 or > ItemMaxLength) || items.Distinct(StringComparer.Ordinal).Count() != items.Length)
            return "应以英文逗号分隔，各项不得为空或者重复";
        return Words is not null && Array.Find(items, i => !Words.Contains(i, StringComparer.Ordinal)) is { } unknown
            ? $"没有“{unknown}”这一项，可以是 {string.Join("、", Words)}"
            : null;
    }

    private static bool IsClock(string value)
    {
        try
        {
            var night = NightHours.Parse(value);
            return night.From != night.To;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
