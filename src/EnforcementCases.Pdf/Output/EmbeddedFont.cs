using System.Text;

namespace EnforcementCases.Pdf.Output;

/// <summary>The part of a font used by one document: each character has its own glyph number, so that copied text is exactly what was written.</summary>
internal sealed class EmbeddedFont(TrueTypeFont font, int number)
{
    private readonly Dictionary<Rune, ushort> numbers = [];
    private readonly List<ushort> glyphs = [0];
    private readonly List<Rune> runes = [default];

    /// <summary>Name in the resources of the pages, <c>F1</c>.</summary>
    public string ResourceName { get; } = $"F{number}";

    public ushort NumberOf(Rune rune, ushort glyph)
    {
        if (!numbers.TryGetValue(rune, out var assigned))
        {
            assigned = (ushort)glyphs.Count;
            numbers.Add(rune, assigned);
            glyphs.Add(glyph);
            runes.Add(rune);
        }
        return assigned;
    }

    public int Write(PdfFile file)
    {
        var subset = TrueTypeSubset.Build(font, glyphs);
        var fontFile = file.WriteStream($"/Length1 {subset.Length}", subset);
        var name = $"{Tag()}+{font.Name}";
        var (left, bottom, right, top) = font.BoundingBox;
        var descriptor = file.Write(o =>
            o.Add($"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{Em(left)} {Em(bottom)} {Em(right)} {Em(top)}]")
                .Add($"/ItalicAngle 0/Ascent {Em(font.Ascent)}/Descent {Em(font.Descent)}/CapHeight {Em(font.CapHeight)}")
                .Add($"/StemV 80/FontFile2 {fontFile} 0 R>>")
        );
        var descendant = file.Write(o =>
        {
            o.Add($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
            o.Add($"/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 1000/W[");
            for (var i = 0; i < glyphs.Count; i++)
                if (Em(font.Advance(glyphs[i])) is not 1000 and var width)
                    o.Add(i).Add("["u8).Add(width).Add("]"u8);
            o.Add("]>>"u8);
        });
        var toUnicode = file.WriteStream("", ToUnicode());
        return file.Write(o =>
            o.Add(
                $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>"
            )
        );
    }

    private int Em(int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm);

    /// <summary>Six letters that distinguish this subset from others of the same font.</summary>
    private string Tag()
    {
        var hash = 2166136261u;
        foreach (var rune in runes)
            hash = unchecked((hash ^ (uint)rune.Value) * 16777619u);
        return string.Create(
            6,
            hash,
            static (letters, rest) =>
            {
                for (var i = 0; i < letters.Length; i++, rest /= 26)
                    letters[i] = (char)('A' + rest % 26);
            }
        );
    }

    private ReadOnlySpan<byte> ToUnicode()
    {
        const int MostPerBlock = 100;
        var map = new ByteBuffer(runes.Count * 16 + 512);
        map.Add("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"u8)
            .Add("/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"u8)
            .Add("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"u8);
        Span<char> utf16 = stackalloc char[2];
        for (var first = 1; first < runes.Count; first += MostPerBlock)
        {
            var count = Math.Min(MostPerBlock, runes.Count - first);
            map.Add(count).Add(" beginbfchar\n"u8);
            for (var i = first; i < first + count; i++)
            {
                map.Add("<"u8).Hex(i).Add("> <"u8);
                foreach (var c in utf16[..runes[i].EncodeToUtf16(utf16)])
                    map.Hex(c);
                map.Add(">\n"u8);
            }
            map.Add("endbfchar\n"u8);
        }
        return map.Add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8).Written;
    }
}
