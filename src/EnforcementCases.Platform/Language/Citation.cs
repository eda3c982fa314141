using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EnforcementCases.Platform.Language;

/// <summary>Citations in English: <c>《行政处罚法》第五十一条</c> is <c>Administrative Penalty Law (行政处罚法), Article 51 (第五十一条)</c>. What is printed in the law stays beside it.</summary>
internal static partial class Citation
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>A citation in English; null if the text is not a citation. An instrument without an English name keeps its own.</summary>
    public static string? Say(string text, Func<string, string?> instrument)
    {
        if (Instrument().Match(text) is not { Success: true } named)
            return Article(text);
        var name =
            named.Value.StartsWith('《') && named.Value.IndexOf('》', StringComparison.Ordinal) == named.Length - 1
                ? named.Value[1..^1]
                : named.Value;
        var called = instrument(named.Value) is { } english ? $"{english} ({name})" : named.Value;
        var rest = text[named.Length..];
        return rest.Length == 0 ? called
            : Article(rest) is { } article ? $"{called}, {article}"
            : null;
    }

    /// <summary><c>第七十二条第一款第一项</c> is <c>Article 72, paragraph 1, item 1 (第七十二条第一款第一项)</c>; <c>三、（二）</c>, a section of an opinion, is <c>section 3 (2) (三、（二）)</c>;
    /// <c>（国办发〔2024〕54号）</c>, the number of one that is cited as a whole, is <c>(2024) No. 54 (国办发〔2024〕54号)</c>.</summary>
    private static string? Article(string text)
    {
        if (DocumentNumber().Match(text) is { Success: true } document)
            return $"({document.Groups["year"].Value}) No. {document.Groups["number"].Value} ({text[1..^1]})";
        if (Section().Match(text) is { Success: true } section)
        {
            var part = section.Groups["part"];
            var number = $"({Number(section.Groups["item"].Value)})";
            return part.Success ? $"section {Number(part.Value)} {number} ({text})" : $"section {number} ({text})";
        }
        if (!Articles().IsMatch(text))
            return null;
        var said = new StringBuilder();
        foreach (Match part in ArticlePart().Matches(text))
        {
            var joint = part.Groups["joint"].Value switch
            {
                "、" => ", ",
                "和" => " and ",
                "至" => " to ",
                _ => said.Length == 0 ? "" : ", ",
            };
            var unit = part.Groups["unit"].Value switch
            {
                "条" => "Article",
                "款" => "paragraph",
                "项" => "item",
                "章" => "Chapter",
                _ => "Section",
            };
            said.Append(joint).Append(unit).Append(' ').Append(Number(part.Groups["number"].Value));
            if (part.Groups["sub"] is { Success: true } sub)
                said.Append('-').Append(Number(sub.Value));
        }
        return said.Append(" (").Append(text).Append(')').ToString();
    }

    private static string Number(string chinese)
    {
        var (total, digit) = (0, 0);
        foreach (var c in chinese)
        {
            var unit = c switch
            {
                '百' => 100,
                '十' => 10,
                _ => 0,
            };
            if (unit == 0)
            {
                digit = Digits.IndexOf(c, StringComparison.Ordinal);
                continue;
            }
            total += (digit == 0 ? 1 : digit) * unit;
            digit = 0;
        }
        return (total + digit).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^《[^》]+》")]
    private static partial Regex Instrument();

    [GeneratedRegex("^(?:[、和至]?第[零一二三四五六七八九十百]+[条款项章节](?:之[一二三四五六七八九十]+)?)+$")]
    private static partial Regex Articles();

    [GeneratedRegex(
        "(?<joint>[、和至]?)第(?<number>[零一二三四五六七八九十百]+)(?<unit>[条款项章节])(?:之(?<sub>[一二三四五六七八九十]+))?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ArticlePart();

    [GeneratedRegex("^（国办发〔(?<year>[0-9]{4})〕(?<number>[0-9]+)号）$", RegexOptions.ExplicitCapture)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("^(?:(?<part>[一二三四五六七八九十]+)、)?（(?<item>[一二三四五六七八九十]+)）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Section();
}
