using System.Runtime.InteropServices;
using System.Text;

namespace EnforcementCases.Pdf.Layout;

/// <summary>Alignment of the lines of a paragraph.</summary>
public enum Alignment
{
    /// <summary>Ragged right.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Ragged left.</summary>
    Right,

    /// <summary>Both edges straight; the last line as <see cref="Left"/>.</summary>
    Justify,
}

/// <summary>A piece of a paragraph: text or a check box.</summary>
public abstract record Inline
{
    /// <summary>Text in the style of the paragraph.</summary>
    public static implicit operator Inline(string text) => new Span(text);
}

/// <summary>Text; in the style of the paragraph unless it has its own.</summary>
/// <param name="Text">The text; a line feed ends the line.</param>
/// <param name="Style">Its own style, null for that of the paragraph.</param>
public sealed record Span(string Text, TextStyle? Style = null) : Inline;

/// <summary>A check box as large as a character; the text behind it stays with it.</summary>
/// <param name="IsChecked">Ticked or not.</param>
public sealed record CheckBox(bool IsChecked) : Inline;

/// <summary>A paragraph of text.</summary>
/// <param name="style">Style of the text.</param>
/// <param name="content">Strings, <see cref="Span"/>s, <see cref="CheckBox"/>es.</param>
public sealed class Paragraph(TextStyle style, params Inline[] content) : Block
{
    /// <summary>Baseline of an em square from its top.</summary>
    private const double Baseline = 0.88;

    private static readonly Rune BoxRune = new('□');

    /// <summary>Alignment of the lines.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Indent of the first line in em; 2 is usual for running text (首行缩进), negative makes a hanging indent.</summary>
    public double FirstLineIndent { get; init; }

    /// <summary>Indent of all lines in em.</summary>
    public double LeftIndent { get; init; }

    /// <summary>Height of a line in em.</summary>
    public double LineHeight { get; init; } = 1.5;

    /// <summary>Space below in points.</summary>
    public double SpaceAfter { get; init; }

    /// <summary>Whether the paragraph stays on the page of the following block: for headings.</summary>
    public bool KeepWithNext { get; init; }

    internal override IEnumerable<Slice> Lay(LayoutContext context, double width)
    {
        var items = Shape(context.Document);
        var (left, first) = (LeftIndent * style.Size, FirstLineIndent * style.Size);
        var lines = Break(items, line => width - left - (line == 0 ? first : 0));
        if (lines.Count == 0)
            lines.Add((0, 0));
        var slices = new List<Slice>(lines.Count + 1);
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = lines[i];
            var line = items.GetRange(start, end - start);
            var indent = left + (i == 0 ? first : 0);
            var available = width - indent;
            var isLast = i == lines.Count - 1 || EndsWithLineFeed(items, end);
            var extra = Alignment == Alignment.Justify && !isLast ? Spread(line, available) : [];
            var used = UsedWidth(line);
            var offset = Alignment switch
            {
                Alignment.Center => (available - used) / 2,
                Alignment.Right => available - used,
                Alignment.Left or Alignment.Justify => 0,
            };
            var size = line.Count == 0 ? style.Size : line.Max(item => item.Style.Size);
            var height = size * LineHeight;
            slices.Add(
                new(height, (canvas, x, y) => Draw(canvas, line, extra, x + indent + offset, y + (height - size) / 2 + size * Baseline))
                {
                    // neither the first nor the last line of a paragraph may be alone on a page
                    KeepWithNext = KeepWithNext || i == 0 || i == lines.Count - 2,
                }
            );
        }
        slices[^1].KeepWithNext = KeepWithNext;
        if (SpaceAfter > 0)
            slices.Add(new(SpaceAfter) { IsGap = true, KeepWithNext = KeepWithNext });
        return slices;
    }

    private readonly record struct Item(ShapedRune Shaped, TextStyle Style, CheckBox? Box)
    {
        public double Width => Shaped.Width * Style.Size;
    }

    private List<Item> Shape(PdfDocument document)
    {
        var items = new List<Item>();
        var shaped = new List<ShapedRune>();
        foreach (var inline in content)
        {
            if (inline is CheckBox box)
            {
                items.Add(new(new(BoxRune, style.Face.Find(BoxRune).Font, 0, 1), style, box));
                continue;
            }
            var span = (Span)inline;
            shaped.Clear();
            TextShaping.Shape(span.Text, (span.Style ?? style).Face, document, shaped);
            foreach (var rune in shaped)
                items.Add(new(rune, span.Style ?? style, null));
        }
        return items;
    }

    private static List<(int Start, int End)> Break(List<Item> items, Func<int, double> lineWidth)
    {
        var runes = new Rune[items.Count];
        var (widths, widthsAtEnd) = (new double[items.Count], new double[items.Count]);
        for (var i = 0; i < items.Count; i++)
        {
            runes[i] = items[i].Box is null ? items[i].Shaped.Rune : new('（'); // a box must not be the last of a line
            widths[i] = items[i].Width;
            widthsAtEnd[i] = LineBreaking.WidthAtEnd(runes[i], widths[i], items[i].Style.Size);
        }
        return LineBreaking.Break(runes, widths, widthsAtEnd, lineWidth);
    }

    private static bool EndsWithLineFeed(List<Item> items, int end) => end < items.Count && items[end].Shaped.Rune.Value == '\n';

    private static double UsedWidth(List<Item> line)
    {
        if (line.Count == 0)
            return 0;
        var last = line[^1];
        return line.Sum(i => i.Width) - last.Width + LineBreaking.WidthAtEnd(last.Shaped.Rune, last.Width, last.Style.Size);
    }

    /// <summary>Space added behind each character to justify the line; none if the gaps would be visible.</summary>
    private static double[] Spread(List<Item> line, double available)
    {
        const double LargestGap = 0.25; // em
        var gaps = 0;
        for (var i = 0; i + 1 < line.Count; i++)
            if (IsGapBehind(line, i))
                gaps++;
        var missing = available - UsedWidth(line);
        if (gaps == 0 || missing <= 0 || missing / gaps > LargestGap * line[0].Style.Size)
            return [];
        var extra = new double[line.Count];
        for (var i = 0; i + 1 < line.Count; i++)
            if (IsGapBehind(line, i))
                extra[i] = missing / gaps;
        return extra;
    }

    private static bool IsGapBehind(List<Item> line, int i) =>
        line[i].Box is null && LineBreaking.CanBreakBetween(line[i].Shaped.Rune, line[i + 1].Shaped.Rune);

    private static void Draw(Canvas canvas, List<Item> line, double[] extra, double x, double baseline)
    {
        Span<ShapedRune> run = CollectionsMarshal.AsSpan(line.ConvertAll(i => i.Shaped));
        for (var i = 0; i < line.Count; )
        {
            var style = line[i].Style;
            if (line[i].Box is { } box)
            {
                var side = style.Size * 0.78;
                canvas.CheckBox(x + (style.Size - side) / 2, baseline - style.Size * 0.76, side, box.IsChecked);
                x += line[i].Width;
                i++;
                continue;
            }
            var start = i;
            var width = 0.0;
            for (; i < line.Count && line[i].Box is null && ReferenceEquals(line[i].Style, style); i++)
                width += line[i].Width + (extra.Length == 0 ? 0 : extra[i]);
            canvas.Text(x, baseline, run[start..i], style, extra.Length == 0 ? [] : extra.AsSpan(start, i - start));
            x += width;
        }
    }
}
