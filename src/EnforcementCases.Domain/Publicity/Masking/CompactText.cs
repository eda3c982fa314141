using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EnforcementCases.Domain.Publicity;

/// <summary>A text without what hides a number or a name from a search: spaces, dashes, dots and invisible characters are left out, full-width letters and digits of any
/// script are written in ASCII. Every character keeps its place in the original.</summary>
internal sealed partial class CompactText
{
    /// <summary>Takes the place of the borders of a date, so that its digits never join those beside it.</summary>
    private const char Border = '\u0001';

    private readonly List<(int Start, int End)> places = [];

    private CompactText(string original) => Original = original;

    /// <summary>The text as it was written.</summary>
    public string Original { get; }

    /// <summary>The text without separators.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same, character by character, with Chinese numerals (一、壹、〇) as digits.</summary>
    public string Digits { get; private set; } = "";

    public static CompactText Of(string text)
    {
        var compact = new CompactText(text);
        var (plain, digits) = (new StringBuilder(text.Length), new StringBuilder(text.Length));
        var dates = Dates(text);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (dates.Contains(at))
            {
                compact.places.Add((at, at));
                plain.Append(Border);
                digits.Append(Border);
            }
            if (!IsSeparator(rune))
            {
                compact.places.Add((at, at + rune.Utf16SequenceLength));
                var c = Plain(rune);
                plain.Append(c);
                digits.Append(DigitOf(c));
            }
            at += rune.Utf16SequenceLength;
        }
        (compact.Text, compact.Digits) = (plain.ToString(), digits.ToString());
        return compact;
    }

    /// <summary>Where a part of the compact text is in the original.</summary>
    public (int Start, int End) PlaceOf(int start, int length) => (places[start].Start, places[start + length - 1].End);

    /// <summary>Every place at which other compact text occurs.</summary>
    /// <param name="digits">Whether Chinese numerals count as digits.</param>
    public IEnumerable<(int Start, int Length)> Occurrences(string wanted, bool digits = false)
    {
        var other = Of(wanted);
        var (within, part) = digits ? (Digits, other.Digits) : (Text, other.Text);
        if (part.Length == 0)
            yield break;
        for (
            var at = within.IndexOf(part, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = within.IndexOf(part, at + part.Length, StringComparison.OrdinalIgnoreCase)
        )
            yield return (at, part.Length);
    }

    private static char Plain(Rune rune)
    {
        if (Rune.GetNumericValue(rune) is var number and >= 0 and <= 9 && number == Math.Floor(number) && !IsChinese(rune))
            return (char)('0' + (int)number); // full-width, circled, superscript and the digits of other scripts
        var c = rune.IsBmp ? (char)rune.Value : '\uFFFD';
        return char.ToUpperInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);
    }

    private static char DigitOf(char c) =>
        c switch
        {
            '〇' or '零' or '○' or 'Ｏ' => '0',
            '一' or '壹' or '幺' or '弌' => '1',
            '二' or '贰' or '貳' => '2',
            '三' or '叁' or '參' => '3',
            '四' or '肆' => '4',
            '五' or '伍' => '5',
            '六' or '陆' or '陸' => '6',
            '七' or '柒' => '7',
            '八' or '捌' => '8',
            '九' or '玖' => '9',
            _ => c,
        };

    private static bool IsChinese(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or 0x3007;

    private static bool IsSeparator(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Format
                or UnicodeCategory.Control
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.NonSpacingMark
        || rune.Value is '.' or '．' or '·' or '•' or '・' or '‧' or '_' or '−' or '*' or '＊';

    /// <summary>Where dates written in digits begin and end.</summary>
    private static HashSet<int> Dates(string text)
    {
        var borders = new HashSet<int>();
        foreach (var date in WrittenDate().EnumerateMatches(text))
        {
            borders.Add(date.Index);
            borders.Add(date.Index + date.Length);
        }
        return borders;
    }

    [GeneratedRegex(
        @"(?<![0-9０-９][\s\-－./]{0,3})(?:19|20)[0-9]{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12][0-9]|3[01])(?![0-9０-９])(?![\-－./]+[0-9０-９])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex WrittenDate();
}
