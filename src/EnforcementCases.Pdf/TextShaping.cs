using System.Text;

namespace EnforcementCases.Pdf;

/// <summary>One character with the glyph that prints it.</summary>
/// <param name="Rune">The character.</param>
/// <param name="Font">The font that has it.</param>
/// <param name="Glyph">Its glyph there.</param>
/// <param name="Width">Advance in em.</param>
internal readonly record struct ShapedRune(Rune Rune, TrueTypeFont Font, ushort Glyph, double Width);

/// <summary>Finds a glyph for every character of a text.</summary>
internal static class TextShaping
{
    /// <summary>Appends the glyphs; a character that no font has becomes <c>〓[U+xxxx]</c> and is reported to the document.</summary>
    public static void Shape(string text, Typeface face, PdfDocument document, List<ShapedRune> shaped)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var (font, glyph) = face.Find(rune);
            if (glyph != 0)
                shaped.Add(new(rune, font, glyph, (double)font.Advance(glyph) / font.UnitsPerEm));
            else if (rune.Value == '\n')
                shaped.Add(new(rune, font, 0, 0));
            else if (rune.Value == '\t')
                ShapeRune(new Rune(' '), face, shaped);
            else if (!IsInvisible(rune))
            {
                document.Missing(rune);
                foreach (var substitute in $"〓[U+{rune.Value:X4}]".EnumerateRunes())
                    ShapeRune(substitute, face, shaped);
            }
        }
    }

    private static void ShapeRune(Rune rune, Typeface face, List<ShapedRune> shaped)
    {
        var (font, glyph) = face.Find(rune);
        shaped.Add(new(rune, font, glyph, (double)font.Advance(glyph) / font.UnitsPerEm));
    }

    /// <summary>Controls, joiners, byte order marks, variation selectors: nobody could write them by hand.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value
            is (>= 0x200B and <= 0x200F)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x2064)
                or 0xFEFF
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0100 and <= 0xE01EF);
}
