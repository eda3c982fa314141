using System.Globalization;
using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Text;
using ExcelDataReader;

namespace EnforcementCases.Platform.Files;

/// <summary>A cell of an uploaded table (单元格): its text, and what a spreadsheet made of it.</summary>
/// <param name="Text">What it holds, trimmed; a date as <c>2024-05-13</c> or <c>2024-05-13 10:05:00</c>.</param>
/// <param name="Number">Its value if it is stored as a number, which has fifteen digits that can be relied on.</param>
/// <param name="Zeros">Number of digits that its format shows, filled up with zeros in front; 0 if the format does not fill up.</param>
/// <param name="Day">Its value if it is stored as a date.</param>
internal readonly partial record struct SheetCell(string Text, double? Number = null, int Zeros = 0, DateTime? Day = null)
{
    /// <summary>Longest text that is kept.</summary>
    public const int MaxLength = 400;

    /// <summary>From this value on a spreadsheet has rounded the number.</summary>
    private const double Rounded = 1e15;

    /// <summary>Days as a spreadsheet counts them: 1950-01-01 and 2099-12-31, both included.</summary>
    private const double FirstSerial = 18_264;
    private const double LastSerial = 73_050;

    /// <summary>Built-in formats of Chinese and Japanese spreadsheets that show a date and that the reader does not know.</summary>
    private static readonly int[] EastAsianDates = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>A cell of a text file.</summary>
    public static SheetCell OfText(string text)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return new(text.Length <= MaxLength ? text : text[..MaxLength]);
    }

    /// <summary>A cell of the present row of a workbook.</summary>
    public static SheetCell Of(IExcelDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            null => new(""),
            DateTime day => OfDay(day),
            double number when EastAsianDates.Contains(reader.GetNumberFormatIndex(column)) && IsSerial(number) => OfDay(
                DateTime.FromOADate(number)
            ),
            double number => new(TextOf(number), number, ZerosOf(reader.GetNumberFormatString(column))),
            bool flag => new(flag ? "是" : "否"),
            var other => OfText(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
        };

    /// <summary>Why it cannot be taken as an identifier (号码), in Chinese; null if it can: digits were lost, or may have been.</summary>
    public string? WhyNoIdentifier =>
        Day is not null ? $"应为文本，单元格是日期 {Text}"
        : Exponent().IsMatch(Text) ? $"应为文本，读到的是科学计数 {Text}，数字已经丢失"
        : Number is not { } number ? null
        : Math.Abs(number) >= Rounded ? $"应为文本，单元格是数字 {Text}，超过十五位的数字在表格中已经丢失"
        : number < 0 || number != Math.Truncate(number) ? $"应为文本，单元格是数字 {Text}"
        : Zeros > Text.Length ? $"应为文本，单元格显示 {Text.PadLeft(Zeros, '0')}，存的是数字 {Text}"
        : null;

    /// <summary>The amount in yuan; null if it is not one (<see cref="AmountText"/>).</summary>
    public Money? Yuan => Day is null ? AmountText.Yuan(Text) : null;

    /// <summary>The amount in fen; null if it is not one.</summary>
    public Money? Fen => Day is null ? AmountText.Fen(Text) : null;

    /// <summary>The moment, however the spreadsheet holds it; null if it is neither a date of a spreadsheet nor written in one of the forms.</summary>
    /// <param name="forms">Forms of a text.</param>
    public DateTime? Moment(params string[] forms) =>
        Day
        ?? (
            DateTime.TryParseExact(Text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)
                ? written
                : (DateTime?)null
        )
        ?? (Number is { } serial && IsSerial(serial) ? DateTime.FromOADate(serial) : null);

    /// <summary>The text, in a column of days written <c>2024-01-31</c> whatever form the spreadsheet gave it; unchanged if it is no day.</summary>
    public string AsDay =>
        Moment(DateForms) is { } day && day.TimeOfDay == TimeSpan.Zero ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Text;

    private static SheetCell OfDay(DateTime day) =>
        new(day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Day: day);

    /// <summary>What the cell shows, not its binary tail.</summary>
    private static string TextOf(double number) =>
        Math.Abs(number) < 1e28
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsSerial(double number) => number is >= FirstSerial and < LastSerial + 1;

    /// <summary>A format such as <c>000000</c>; what comes after the first section applies to other values.</summary>
    private static int ZerosOf(string? format)
    {
        var digits = (format ?? "").Split(';')[0].Split('.')[0].Where(c => c is '0' or '#').ToArray();
        return digits.Length > 1 && digits[0] == '0' ? digits.Length : 0;
    }

    [GeneratedRegex(@"\A[0-9](\.[0-9]+)?E\+[0-9]{2,}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exponent();
}
