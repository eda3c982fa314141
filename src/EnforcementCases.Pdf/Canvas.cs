using EnforcementCases.Pdf.Output;

namespace EnforcementCases.Pdf;

/// <summary>A page to draw on. Positions are in points from the top left corner, downwards.</summary>
public sealed class Canvas
{
    /// <summary>Distance of the bottom of an em square below the baseline, in em.</summary>
    private const double BelowBaseline = 0.12;

    private readonly PdfDocument document;
    private readonly ByteBuffer content = new(8 * 1024);

    internal Canvas(PdfDocument document, double width, double height) => (this.document, Width, Height) = (document, width, height);

    /// <summary>Width of the page.</summary>
    public double Width { get; }

    /// <summary>Height of the page; for a roll, known once everything is drawn.</summary>
    public double Height { get; internal set; }

    /// <summary>Width of a line of text.</summary>
    public double WidthOf(string text, TextStyle style)
    {
        var shaped = new List<ShapedRune>(text.Length);
        TextShaping.Shape(text, style.Face, document, shaped);
        return shaped.Sum(s => s.Width) * style.Size;
    }

    /// <summary>Writes one line of text with its left end at <paramref name="x"/>, no breaking.</summary>
    public void Text(double x, double baseline, string text, TextStyle style)
    {
        var shaped = new List<ShapedRune>(text.Length);
        TextShaping.Shape(text, style.Face, document, shaped);
        Text(x, baseline, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(shaped), style, []);
    }

    /// <summary>Writes one line of text around <paramref name="x"/>.</summary>
    public void CenteredText(double x, double baseline, string text, TextStyle style) =>
        Text(x - WidthOf(text, style) / 2, baseline, text, style);

    /// <summary>Draws a straight line; <paramref name="dash"/> is the length of dashes and gaps, 0 for a solid line.</summary>
    public void Line(double fromX, double fromY, double toX, double toY, double thickness = 0.5, double dash = 0)
    {
        content.Add("q "u8).Number(thickness).Add("w "u8);
        if (dash > 0)
            content.Add("["u8).Number(dash).Add("]0 d "u8);
        Point(fromX, fromY).Add("m "u8);
        Point(toX, toY).Add("l S Q\n"u8);
    }

    /// <summary>Draws the outline of a rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, double thickness = 0.5)
    {
        content.Add("q "u8).Number(thickness).Add("w "u8);
        Point(x, y + height).Number(width).Number(height).Add("re S Q\n"u8);
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(double x, double y, double width, double height, Color color)
    {
        content.Add("q "u8);
        SetColor(color);
        Point(x, y + height).Number(width).Number(height).Add("re f Q\n"u8);
    }

    /// <summary>Draws a check box as lines, since few fonts have ☐ and ☑.</summary>
    public void CheckBox(double x, double y, double size, bool isChecked)
    {
        var thickness = size * 0.07;
        Rectangle(x, y, size, size, thickness);
        if (!isChecked)
            return;
        content.Add("q "u8).Number(thickness * 1.8).Add("w 1 J 1 j "u8);
        Point(x + size * 0.18, y + size * 0.52).Add("m "u8);
        Point(x + size * 0.42, y + size * 0.78).Add("l "u8);
        Point(x + size * 0.84, y + size * 0.2).Add("l S Q\n"u8);
    }

    /// <summary>Draws a picture, stretched to the given size.</summary>
    public void Image(PdfImage image, double x, double y, double width, double height)
    {
        content.Add("q "u8).Number(width).Add("0 0 "u8).Number(height);
        Point(x, y + height).Add("cm /"u8).Add(document.ResourceNameOf(image)).Add(" Do Q\n"u8);
    }

    /// <summary>Draws a QR code with its quiet zone; <paramref name="size"/> is the side of both together.</summary>
    public void QrCode(QrCode code, double x, double y, double size)
    {
        content.Add("q "u8).Number(size / code.Modules).Add("0 0 "u8).Number(-size / code.Modules);
        Point(x, y).Add("cm "u8);
        foreach (var (left, top, width, height) in code.Rectangles)
            content.Add(left).Add(" "u8).Add(top).Add(" "u8).Add(width).Add(" "u8).Add(height).Add(" re "u8);
        content.Add("f Q\n"u8);
    }

    internal PdfDocument Document => document;

    /// <param name="x">Left end.</param>
    /// <param name="baseline">The baseline of the characters.</param>
    /// <param name="shaped">The characters.</param>
    /// <param name="style">Text style.</param>
    /// <param name="extra">Space added behind each character of a justified line, in points; empty for none.</param>
    internal void Text(double x, double baseline, ReadOnlySpan<ShapedRune> shaped, TextStyle style, ReadOnlySpan<double> extra)
    {
        if (shaped.IsEmpty)
            return;
        var colored = style.Color != Color.Black;
        if (colored)
        {
            content.Add("q "u8);
            SetColor(style.Color);
        }
        var at = x;
        content.Add("BT "u8);
        Point(x, baseline).Add("Td "u8);
        for (var i = 0; i < shaped.Length; )
        {
            var font = shaped[i].Font;
            var embedded = document.Embedded(font);
            content.Add("/"u8).Add(embedded.ResourceName).Add(" "u8).Number(style.Size).Add("Tf [<"u8);
            for (; i < shaped.Length && ReferenceEquals(shaped[i].Font, font); i++)
            {
                content.Hex(embedded.NumberOf(shaped[i].Rune, shaped[i].Glyph));
                at += shaped[i].Width * style.Size;
                if (extra.IsEmpty || extra[i] <= 0)
                    continue;
                content.Add(">"u8).Number(-extra[i] * 1000 / style.Size).Add("<"u8);
                at += extra[i];
            }
            content.Add(">]TJ "u8);
        }
        content.Add("ET\n"u8);
        if (style.Underline)
            Line(
                x,
                baseline + style.Size * (BelowBaseline + 0.04),
                at,
                baseline + style.Size * (BelowBaseline + 0.04),
                Math.Max(0.4, style.Size * 0.04)
            );
        if (colored)
            content.Add("Q\n"u8);
    }

    /// <summary>The drawing, moved so that its origin is the top left corner of the finished page.</summary>
    internal ReadOnlySpan<byte> ContentFromTop() =>
        new ByteBuffer(content.Length + 64).Add("1 0 0 1 0 "u8).Number(Height).Add("cm\n"u8).Add(content.Written).Written;

    private ByteBuffer Point(double x, double y) => content.Number(x).Number(-y);

    private void SetColor(Color color)
    {
        content.Number(color.R).Number(color.G).Number(color.B).Add("rg "u8);
        content.Number(color.R).Number(color.G).Number(color.B).Add("RG "u8);
    }
}
