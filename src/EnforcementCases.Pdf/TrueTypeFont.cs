using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Pdf;

/// <summary>A font with TrueType outlines, read once and shared by all documents; immutable, safe on any thread.</summary>
public sealed class TrueTypeFont
{
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly ushort[] basicPlane = new ushort[0x10000];
    private readonly Dictionary<int, ushort> otherPlanes = [];
    private readonly bool longOffsets;
    private readonly int horizontalMetrics;
    private readonly Lazy<string> fingerprint;

    private TrueTypeFont(byte[] data, bool needsCharacterMap)
    {
        this.data = data;
        fingerprint = new(() => Convert.ToHexStringLower(SHA256.HashData(data).AsSpan(0, 8)));
        ReadDirectory();
        var head = Required("head", 54);
        UnitsPerEm = UInt16(head, 18);
        BoundingBox = (Int16(head, 36), Int16(head, 38), Int16(head, 40), Int16(head, 42));
        longOffsets = Int16(head, 50) != 0;
        var hhea = Required("hhea", 36);
        Ascent = Int16(hhea, 4);
        Descent = Int16(hhea, 6);
        horizontalMetrics = UInt16(hhea, 34);
        GlyphCount = UInt16(Required("maxp", 6), 4);
        if (UnitsPerEm == 0 || GlyphCount == 0 || horizontalMetrics == 0 || horizontalMetrics > GlyphCount)
            throw new FontFormatException("the font's counts contradict each other");
        Required("hmtx", horizontalMetrics * 4 + (GlyphCount - horizontalMetrics) * 2);
        Required("loca", (GlyphCount + 1) * (longOffsets ? 4 : 2));
        Required("glyf", 0);
        CheckGlyphs();
        CapHeight = tables.TryGetValue("OS/2", out var os2) && os2.Length >= 90 ? Int16(Table("OS/2"), 88) : Ascent;
        Name = ReadPostScriptName() ?? "Unnamed";
        if (needsCharacterMap)
            ReadCharacterMap();
    }

    /// <summary>PostScript name, <c>NotoSerifSC-Regular</c>.</summary>
    public string Name { get; }

    /// <summary>Font units per em; all metrics are in these.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Number of glyphs of the font, including the missing-glyph box.</summary>
    public int GlyphCount { get; }

    /// <summary>Fingerprint of the font file: the first 16 hexadecimal digits of its SHA-256.</summary>
    public string Fingerprint => fingerprint.Value;

    internal int Ascent { get; }

    internal int Descent { get; }

    internal int CapHeight { get; }

    internal (int Left, int Bottom, int Right, int Top) BoundingBox { get; }

    /// <summary>Reads a font from the bytes of a .ttf file, or the first font of a .ttc collection. The bytes must not change afterwards.</summary>
    /// <exception cref="FontFormatException">It is no TrueType font, or it is damaged.</exception>
    public static TrueTypeFont Parse(byte[] data) => Parse(data, needsCharacterMap: true);

    /// <summary>Reads a font file.</summary>
    /// <exception cref="FontFormatException">It is no TrueType font, or it is damaged.</exception>
    public static TrueTypeFont LoadFile(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (FontFormatException e)
        {
            throw new FontFormatException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Whether the font can print the character.</summary>
    public bool Has(Rune rune) => GlyphOf(rune) != 0;

    /// <summary>The glyph of a character; 0 if none.</summary>
    public ushort GlyphOf(Rune rune) => rune.IsBmp ? basicPlane[rune.Value] : otherPlanes.GetValueOrDefault(rune.Value);

    /// <summary>Width of a glyph in font units.</summary>
    public int Advance(ushort glyph) => UInt16(Table("hmtx"), Math.Min(glyph, horizontalMetrics - 1) * 4);

    /// <summary>Left side bearing of a glyph in font units.</summary>
    public int LeftSideBearing(ushort glyph) =>
        glyph < horizontalMetrics
            ? Int16(Table("hmtx"), glyph * 4 + 2)
            : Int16(Table("hmtx"), horizontalMetrics * 4 + (glyph - horizontalMetrics) * 2);

    /// <summary>For a subset, which has no character map: the PDF file maps the characters itself.</summary>
    internal static TrueTypeFont Parse(byte[] data, bool needsCharacterMap)
    {
        try
        {
            return new(data, needsCharacterMap);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new FontFormatException("the font is damaged: a table points outside the file", e);
        }
    }

    internal bool HasTable(string tag) => tables.ContainsKey(tag);

    internal ReadOnlySpan<byte> Table(string tag)
    {
        var (offset, length) = tables[tag];
        return data.AsSpan(offset, length);
    }

    /// <summary>The outline of a glyph as stored; empty for a space.</summary>
    internal ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var loca = Table("loca");
        var (from, to) = longOffsets
            ? ((int)UInt32(loca, glyph * 4), (int)UInt32(loca, glyph * 4 + 4))
            : (UInt16(loca, glyph * 2) * 2, UInt16(loca, glyph * 2 + 2) * 2);
        return Table("glyf")[from..to];
    }

    internal static bool IsComposite(ReadOnlySpan<byte> outline) => outline.Length >= 10 && Int16(outline, 0) < 0;

    /// <summary>Offsets of the component numbers in a composite outline (each a big-endian 16-bit glyph number).</summary>
    internal static List<int> ComponentPositions(ReadOnlySpan<byte> outline)
    {
        const int WordArguments = 0x1,
            Scale = 0x8,
            More = 0x20,
            TwoScales = 0x40,
            Matrix = 0x80;
        var positions = new List<int>();
        int flags;
        var at = 10;
        do
        {
            flags = UInt16(outline, at);
            positions.Add(at + 2);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at +=
                (flags & Scale) != 0 ? 2
                : (flags & TwoScales) != 0 ? 4
                : (flags & Matrix) != 0 ? 8
                : 0;
        } while ((flags & More) != 0);
        return positions;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private void ReadDirectory()
    {
        const uint TrueType = 0x00010000,
            AppleTrueType = 0x74727565,
            Collection = 0x74746366,
            PostScriptOutlines = 0x4F54544F;
        var start = 0;
        var kind = UInt32(data, 0);
        if (kind == Collection)
        {
            start = (int)UInt32(data, 12);
            kind = UInt32(data, start);
        }
        if (kind == PostScriptOutlines)
            throw new FontFormatException("the font has PostScript outlines; only TrueType outlines (.ttf, .ttc) can be embedded");
        if (kind is not (TrueType or AppleTrueType))
            throw new FontFormatException("this is not a TrueType font");
        for (int i = 0, at = start + 12; i < UInt16(data, start + 4); i++, at += 16)
        {
            var (offset, length) = ((int)UInt32(data, at + 8), (int)UInt32(data, at + 12));
            if (offset + length > data.Length)
                throw new FontFormatException("the font is damaged: it is cut off");
            tables[Encoding.ASCII.GetString(data, at, 4)] = (offset, length);
        }
    }

    private ReadOnlySpan<byte> Required(string tag, int atLeast) =>
        tables.TryGetValue(tag, out var table) && table.Length >= atLeast
            ? Table(tag)
            : throw new FontFormatException($"the font is damaged: table {tag} is missing or short");

    /// <summary>A damaged outline must be found when the font is read, not when a decision is printed.</summary>
    private void CheckGlyphs()
    {
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            var outline = Outline((ushort)glyph);
            if (outline.Length is > 0 and < 10)
                throw new FontFormatException($"the font is damaged: glyph {glyph} is cut off");
            if (!IsComposite(outline))
                continue;
            foreach (var position in ComponentPositions(outline))
                if (UInt16(outline, position) >= GlyphCount)
                    throw new FontFormatException($"the font is damaged: glyph {glyph} is made of a glyph that does not exist");
        }
    }

    private void ReadCharacterMap()
    {
        var cmap = Required("cmap", 4);
        int basic = -1,
            full = -1;
        for (var i = 0; i < UInt16(cmap, 2); i++)
        {
            var (platform, encoding) = (UInt16(cmap, 4 + i * 8), UInt16(cmap, 6 + i * 8));
            var at = (int)UInt32(cmap, 8 + i * 8);
            if (platform is not (0 or 3) || (platform == 3 && encoding is not (1 or 10)))
                continue;
            switch (UInt16(cmap, at))
            {
                case 4:
                    basic = at;
                    break;
                case 12:
                    full = at;
                    break;
            }
        }
        if (full >= 0)
            ReadGroups(cmap[full..]);
        else if (basic >= 0)
            ReadSegments(cmap[basic..]);
        else
            throw new FontFormatException("the font has no Unicode character map");
    }

    private void ReadGroups(ReadOnlySpan<byte> map)
    {
        for (int i = 0, at = 16; i < UInt32(map, 12); i++, at += 12)
        {
            var (first, last, glyph) = ((int)UInt32(map, at), (int)UInt32(map, at + 4), (int)UInt32(map, at + 8));
            if (last > 0x10FFFF || last - first >= GlyphCount)
                throw new FontFormatException("the font's character map is damaged");
            for (var c = first; c <= last; c++, glyph++)
                Map(c, glyph);
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> map)
    {
        var segments = UInt16(map, 6) / 2;
        var (ends, starts) = (14, 16 + segments * 2);
        var (deltas, ranges) = (starts + segments * 2, starts + segments * 4);
        for (var i = 0; i < segments; i++)
        {
            var (first, last) = (UInt16(map, starts + i * 2), UInt16(map, ends + i * 2));
            var (delta, range) = (UInt16(map, deltas + i * 2), UInt16(map, ranges + i * 2));
            for (var c = first; c <= last && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? c : UInt16(map, ranges + i * 2 + range + (c - first) * 2);
                if (range == 0 || glyph != 0)
                    Map(c, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private void Map(int character, int glyph)
    {
        if (glyph >= GlyphCount)
            return;
        if (character < 0x10000)
            basicPlane[character] = (ushort)glyph;
        else
            otherPlanes[character] = (ushort)glyph;
    }

    private string? ReadPostScriptName()
    {
        if (!HasTable("name"))
            return null;
        var name = Table("name");
        var texts = UInt16(name, 4);
        for (int i = 0, at = 6; i < UInt16(name, 2); i++, at += 12)
        {
            if (UInt16(name, at) != 3 || UInt16(name, at + 6) != 6)
                continue;
            var text = Encoding.BigEndianUnicode.GetString(name.Slice(texts + UInt16(name, at + 10), UInt16(name, at + 8)));
            return new([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        }
        return null;
    }
}

/// <summary>A font that cannot be used; the message states why.</summary>
public sealed class FontFormatException(string message, Exception? inner = null) : Exception(message, inner);
