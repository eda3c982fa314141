using System.Text;
using System.Text.RegularExpressions;

namespace EnforcementCases.Platform.Language;

/// <summary>A Chinese sentence with places for values, <c>罚款 {0} 元，限额 {1} 元</c> or <c>涉嫌{cause}</c>, and its English. A sentence is recognised by its fixed parts.</summary>
internal sealed partial class Phrase
{
    private readonly string[] parts;
    private readonly string[] places;
    private readonly string english;
    private readonly bool numbersOnly;

    public Phrase(string chinese, string english)
    {
        parts = Place().Split(chinese);
        places = [.. Place().Matches(chinese).Select(m => m.Value)];
        (Template, this.english) = (chinese, english);
        Chinese = parts.Sum(p => p.Count(ChineseText.IsHan));
        Fixed = parts.Sum(p => p.Length);
        numbersOnly = Chinese == 1;
    }

    /// <summary>The Chinese as in the table.</summary>
    public string Template { get; }

    /// <summary>Number of Chinese characters in its fixed parts.</summary>
    public int Chinese { get; }

    /// <summary>Length of its fixed parts: of two phrases that fit, the longer is more specific.</summary>
    public int Fixed { get; }

    /// <summary>Whether its fixed parts contain a semicolon.</summary>
    public bool IsInParts => Array.Exists(parts, p => p.Contains('；', StringComparison.Ordinal));

    /// <summary>The character it begins with; null if it begins with a value.</summary>
    public char? First => parts[0].Length > 0 ? parts[0][0] : null;

    public static bool HasPlaces(string text) => Place().IsMatch(text);

    /// <summary>The English of a finished sentence, its values in English too if they have any; null if the sentence does not fit this phrase.</summary>
    public string? Say(string text, Func<string, string> value)
    {
        return Read(text) is { } values ? Fill(Array.ConvertAll(values, v => value(v))) : null;
    }

    /// <summary>The English with its values, given in the order of the Chinese.</summary>
    public string Fill(string[] values)
    {
        var said = new StringBuilder(english);
        for (var i = 0; i < values.Length; i++)
            said.Replace(places[i], $"\0{i}\0"); // a value may itself contain {0}
        for (var i = 0; i < values.Length; i++)
            said.Replace($"\0{i}\0", values[i]);
        return said.ToString();
    }

    /// <summary>The values between the fixed parts, each as short as can be; of two places side by side the first takes all.</summary>
    private string[]? Read(string text)
    {
        if (!text.StartsWith(parts[0], StringComparison.Ordinal) || !text.EndsWith(parts[^1], StringComparison.Ordinal))
            return null;
        var values = new string[parts.Length - 1];
        var (at, open) = (parts[0].Length, 0);
        for (var i = 1; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            if (parts[i].Length == 0 && !last)
            {
                values[i] = "";
                continue;
            }
            var end = last ? text.Length - parts[i].Length : text.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (end < at)
                return null;
            values[open] = text[at..end];
            if (numbersOnly && values[open].Any(c => c > '~'))
                return null;
            open = i;
            at = end + parts[i].Length;
        }
        for (var i = 0; i < values.Length; i++)
            values[i] ??= "";
        return values;
    }

    [GeneratedRegex(@"\{[A-Za-z0-9-]+\}")]
    private static partial Regex Place();
}
