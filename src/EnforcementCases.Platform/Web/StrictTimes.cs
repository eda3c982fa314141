using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Platform.Web;

/// <summary>Instants and dates in bodies and in query strings: an instant has an offset, a date has no time.</summary>
internal static partial class StrictTimes
{
    /// <summary>First and last year that is accepted; a program that has no date often writes 0001 or 9999.</summary>
    public const int FirstYear = 1900;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2199;

    /// <summary>Reads an RFC 3339 instant with <c>Z</c> or <c>±hh:mm</c> from -12:00 to +14:00. Fractions of a millisecond are dropped.</summary>
    public static bool TryParseInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (InstantForm().Match(text) is not { Success: true } form || !TryParseDate(form.Groups["date"].Value, out var date))
            return false;
        var (hour, minute, second) = (Number("hour"), Number("minute"), Number("second"));
        var offset = new TimeSpan(Number("offsetHour"), Number("offsetMinute"), 0) * (form.Groups["sign"].Value == "-" ? -1 : 1);
        if (hour > 23 || minute > 59 || second > 59 || Number("offsetMinute") > 59) // no 24:00, no second 60
            return false;
        if (offset < TimeSpan.FromHours(-12) || offset > TimeSpan.FromHours(14) || text.EndsWith("-00:00", StringComparison.Ordinal))
            return false;
        var milliseconds = form.Groups["fraction"].Value.PadRight(3, '0')[..3];
        var time = new TimeOnly(hour, minute, second, int.Parse(milliseconds, CultureInfo.InvariantCulture));
        instant = new(date, time, offset);
        return true;

        int Number(string group) =>
            form.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Reads <c>yyyy-MM-dd</c> and nothing else.</summary>
    public static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= FirstYear and <= LastYear;

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,9}))?(Z|(?<sign>[+-])(?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-9]{2}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex InstantForm();

    /// <summary>Instants of a body.</summary>
    internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParseInstant(reader.GetString()!, out var instant)
                ? instant
                : throw new JsonException("应为带时区的 RFC 3339 时间，如 2024-03-01T09:30:00+08:00");

        /// <summary>One form for every instant: the time in China with milliseconds, <c>2024-03-01T09:30:00.000+08:00</c>.</summary>
        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.ToOffset(LegalDate.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)
            );
    }

    /// <summary>Dates of a body.</summary>
    internal sealed class DateConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParseDate(reader.GetString()!, out var date)
                ? date
                : throw new JsonException("应为 yyyy-MM-dd 格式的日期");

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
