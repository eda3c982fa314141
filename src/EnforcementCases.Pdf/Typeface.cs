using System.Text;

namespace EnforcementCases.Pdf;

/// <summary>A font and its fallback fonts, tried in order. Immutable, shared.</summary>
public sealed class Typeface
{
    private static readonly Lazy<Typeface> ShippedSerif = new(() => Shipped("NotoSerifSC-Regular"));
    private static readonly Lazy<Typeface> ShippedSerifBold = new(() => Shipped("NotoSerifSC-Bold"));
    private static readonly Lazy<Typeface> ShippedSans = new(() => Shipped("NotoSansSC-Regular"));

    private readonly TrueTypeFont[] fonts;

    /// <param name="font">The font tried first.</param>
    /// <param name="fallbacks">The fonts tried next, in order.</param>
    public Typeface(TrueTypeFont font, params ReadOnlySpan<TrueTypeFont> fallbacks) => fonts = [font, .. fallbacks];

    /// <summary>Noto Serif SC as shipped: 8,798 characters, including all of 通用规范汉字表.</summary>
    public static Typeface Serif => ShippedSerif.Value;

    /// <summary>Noto Serif SC bold as shipped.</summary>
    public static Typeface SerifBold => ShippedSerifBold.Value;

    /// <summary>Noto Sans SC as shipped; keeps its strokes on a thermal printer.</summary>
    public static Typeface Sans => ShippedSans.Value;

    /// <summary>The same typeface with one more fallback font, for the characters that the shipped one lacks.</summary>
    public Typeface WithFallback(TrueTypeFont font) => new(fonts[0], [.. fonts.AsSpan(1), font]);

    /// <summary>Whether any of the fonts can print the character.</summary>
    public bool Has(Rune rune) => Find(rune).Glyph != 0;

    /// <summary>Name and fingerprint of each font, in order.</summary>
    public string Version => string.Join('+', fonts.Select(f => $"{f.Name}:{f.Fingerprint}"));

    /// <summary>The first font that has the character, and its glyph; glyph 0 if none has it.</summary>
    internal (TrueTypeFont Font, ushort Glyph) Find(Rune rune)
    {
        foreach (var font in fonts)
            if (font.GlyphOf(rune) is not 0 and var glyph)
                return (font, glyph);
        return (fonts[0], 0);
    }

    private static Typeface Shipped(string name)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream($"EnforcementCases.Pdf.Fonts.{name}.ttf")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new(TrueTypeFont.Parse(data));
    }
}

/// <summary>The typefaces used for the documents of a place.</summary>
/// <param name="Serif">For running text.</param>
/// <param name="SerifBold">For titles and labels.</param>
/// <param name="Sans">For thermal paper.</param>
public sealed record FontSet(Typeface Serif, Typeface SerifBold, Typeface Sans)
{
    private static readonly Lazy<FontSet> ShippedSet = new(() => new(Typeface.Serif, Typeface.SerifBold, Typeface.Sans));

    /// <summary>The fonts that come with this library.</summary>
    public static FontSet Shipped => ShippedSet.Value;

    /// <summary>Changes whenever a font changes: the same content with the same version is printed identically.</summary>
    public string Version => $"{Serif.Version},{SerifBold.Version},{Sans.Version}";

    /// <summary>The same with one more fallback font, for the characters that these lack.</summary>
    public FontSet WithFallback(TrueTypeFont font) => new(Serif.WithFallback(font), SerifBold.WithFallback(font), Sans.WithFallback(font));
}
