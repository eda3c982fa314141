using System.Buffers;
using System.Text;

namespace EnforcementCases.Pdf.Layout;

/// <summary>Where a Chinese line may end (避头尾): no closing mark at a line start, no opening mark at a line end, numbers and Latin words stay whole.</summary>
public static class LineBreaking
{
    private static readonly SearchValues<char> NeverFirst = SearchValues.Create(
        "。，、；：？！）》」』】〕〉〗｝］”’％‰℃…—～·々〃.,;:?!)]}%°′″．｡､"
    );

    private static readonly SearchValues<char> NeverLast = SearchValues.Create("（《「『【〔〈〖｛［“‘￥¥＄$＃#№([{");

    /// <summary>Units that stay with the number before them.</summary>
    private static readonly SearchValues<char> Units = SearchValues.Create("年月日时分秒元角条款项号第页次名份联米");

    /// <summary>Marks whose right half is empty: at a line end they need only half their width.</summary>
    private static readonly SearchValues<char> HalfEmpty = SearchValues.Create("。，、；：）》」』】〕〉〗｝］");

    /// <summary>Whether a line may end between two neighbours.</summary>
    public static bool CanBreakBetween(Rune before, Rune after)
    {
        var (left, right) = (CharOf(before), CharOf(after));
        if (left == ' ')
            return right != ' ' && !NeverFirst.Contains(right);
        if (right is ' ' or '\u00A0' || left == '\u00A0')
            return false;
        if (NeverFirst.Contains(right) || NeverLast.Contains(left))
            return false;
        if (char.IsAsciiDigit(left) && Units.Contains(right))
            return false;
        return !(IsWordPart(left) && IsWordPart(right));
    }

    /// <summary>Breaks plain text into lines of at most <paramref name="columns"/> columns: ASCII takes one, everything else two.</summary>
    /// <param name="text">The text; a line feed in it always ends a line.</param>
    /// <param name="columns">Columns of a line, at least 2.</param>
    /// <param name="indent">Columns left free at the start of all lines but the first; at most half of the line is used.</param>
    public static IReadOnlyList<string> WrapColumns(string text, int columns, int indent = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 2);
        var runes = Printable(text);
        var widths = Array.ConvertAll(runes, r => (double)ColumnsOf(r));
        var free = Math.Min(indent, columns / 2);
        var lines = new List<string>();
        var line = new StringBuilder(columns);
        Span<char> utf16 = stackalloc char[2];
        foreach (var (start, end) in Break(runes, widths, widths, number => number == 0 ? columns : columns - free))
        {
            line.Clear().Append(' ', lines.Count == 0 ? 0 : free);
            foreach (var rune in runes.AsSpan(start, end - start))
                line.Append(utf16[..rune.EncodeToUtf16(utf16)]);
            lines.Add(line.ToString().TrimEnd(' '));
        }
        return lines;
    }

    private static Rune[] Printable(string text)
    {
        var runes = new List<Rune>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n' || !Rune.IsControl(rune))
                runes.Add(rune);
        }
        return [.. runes];
    }

    /// <summary>Columns a character takes on a line printer: two unless it is ASCII.</summary>
    public static int ColumnsOf(Rune rune) => rune.IsAscii ? 1 : 2;

    /// <summary>Columns a text takes on a line printer.</summary>
    public static int ColumnsOf(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += ColumnsOf(rune);
        return columns;
    }

    /// <summary>Fills the lines in order; if a mark must not start a line, the character before it moves along.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="widths">Their widths.</param>
    /// <param name="widthsAtEnd">Their widths as the last of a line, see <see cref="WidthAtEnd"/>.</param>
    /// <param name="lineWidth">Width of a line by its number, from 0.</param>
    /// <returns>Start and end (exclusive) of each line; what is between two lines is not printed (spaces, line feeds).</returns>
    internal static List<(int Start, int End)> Break(Rune[] text, double[] widths, double[] widthsAtEnd, Func<int, double> lineWidth)
    {
        const double RoundingError = 1e-6;
        var lines = new List<(int Start, int End)>();
        var start = 0;
        while (start < text.Length)
        {
            var most = lineWidth(lines.Count) + RoundingError;
            var (used, lastBreak, at) = (0.0, start, start);
            for (; at < text.Length && text[at].Value != '\n'; at++)
            {
                if (text[at].Value != ' ' && used + widthsAtEnd[at] > most)
                    break;
                used += widths[at];
                if (at + 1 < text.Length && CanBreakBetween(text[at], text[at + 1]))
                    lastBreak = at + 1;
            }
            if (at == text.Length || text[at].Value == '\n')
            {
                lines.Add((start, at));
                start = at + 1;
                if (start == text.Length)
                    lines.Add((start, start)); // the text ends with a line feed
                continue;
            }
            var end = lastBreak > start ? lastBreak : ForcedBreak(text, start, at);
            lines.Add((start, WithoutSpaces(text, start, end)));
            start = end;
            while (start < text.Length && text[start].Value == ' ')
                start++;
        }
        return lines;
    }

    internal static double WidthAtEnd(Rune rune, double width, double em) =>
        width > em * 0.9 && HalfEmpty.Contains(CharOf(rune)) ? width - em * 0.5 : width;

    /// <summary>Breaks inside a word longer than the line, if possible not before or after a mark that must not be separated; always at least one character.</summary>
    private static int ForcedBreak(Rune[] text, int start, int at)
    {
        for (var end = at; end > start; end--)
            if (!NeverFirst.Contains(CharOf(text[end])) && !NeverLast.Contains(CharOf(text[end - 1])))
                return end;
        return Math.Max(at, start + 1);
    }

    private static int WithoutSpaces(Rune[] text, int start, int end)
    {
        while (end > start && text[end - 1].Value == ' ')
            end--;
        return end;
    }

    private static bool IsWordPart(char c) =>
        c is > ' ' and < '\u2000' or (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    private static char CharOf(Rune rune) => rune.IsBmp ? (char)rune.Value : '\u4E00';
}
