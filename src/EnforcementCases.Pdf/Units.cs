namespace EnforcementCases.Pdf;

/// <summary>Lengths. All lengths of this library are in points, 1/72 inch, measured from the top left corner.</summary>
public static class Units
{
    /// <summary>Millimetres in points.</summary>
    public static double Mm(double millimetres) => millimetres * 72 / 25.4;
}

/// <summary>A colour of red, green and blue, each from 0 to 1.</summary>
public readonly record struct Color(double R, double G, double B)
{
    /// <summary>Black, also the default.</summary>
    public static readonly Color Black;

    /// <summary>Grey for small print.</summary>
    public static readonly Color Grey = new(0.4, 0.4, 0.4);

    /// <summary>A light grey for the background of table heads.</summary>
    public static readonly Color LightGrey = new(0.92, 0.92, 0.92);

    /// <summary>The red of letterheads and seals.</summary>
    public static readonly Color Red = new(0.84, 0.05, 0.08);
}

/// <summary>Style of a piece of text.</summary>
/// <param name="Face">The typeface; bold is a typeface of its own.</param>
/// <param name="Size">Size of the em square in points; 小四 is 12, 三号 16, 二号 22.</param>
/// <param name="Underline">Whether a thin line is drawn below, for filled-in values.</param>
public sealed record TextStyle(Typeface Face, double Size, bool Underline = false)
{
    /// <summary>Colour of the text; default: black.</summary>
    public Color Color { get; init; }
}
