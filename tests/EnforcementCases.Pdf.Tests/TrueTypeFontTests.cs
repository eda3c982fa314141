using System.Reflection;
using System.Text;
using Shouldly;
using Xunit;

namespace EnforcementCases.Pdf.Tests;

public sealed class TrueTypeFontTests
{
    public static TheoryData<string> ShippedFonts => ["NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSansSC-Regular"];

    [Theory, MemberData(nameof(ShippedFonts))]
    public void Shipped_fonts_print_every_character_a_decision_needs(string name)
    {
        var font = TrueTypeFont.Parse(Shipped(name));

        font.Name.ShouldBe(name);
        "龚喆彧昇堃玥〔〕〓□√￥¥①⑩％".EnumerateRunes().Where(r => !font.Has(r)).ShouldBeEmpty();
        "☑😀𠮷".EnumerateRunes().Where(font.Has).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(ShippedFonts))]
    public void A_subset_parses_again_with_the_metrics_and_outlines_of_the_source(string name)
    {
        var font = TrueTypeFont.Parse(Shipped(name));
        ushort[] glyphs = [0, .. "，。（）龚喆彧Ag1¥ ，".EnumerateRunes().Select(font.GlyphOf)];

        var subset = TrueTypeFont.Parse(TrueTypeSubset.Build(font, glyphs), needsCharacterMap: false);

        subset.GlyphCount.ShouldBe(glyphs.Length);
        subset.UnitsPerEm.ShouldBe(font.UnitsPerEm);
        for (ushort i = 0; i < glyphs.Length; i++)
        {
            subset.Advance(i).ShouldBe(font.Advance(glyphs[i]));
            subset.LeftSideBearing(i).ShouldBe(font.LeftSideBearing(glyphs[i]));
            var outline = font.Outline(glyphs[i]);
            subset.Outline(i)[..outline.Length].SequenceEqual(outline).ShouldBeTrue();
        }
    }

    [Fact]
    public void Punctuation_keeps_its_left_side_bearing()
    {
        var font = TrueTypeFont.Parse(Shipped("NotoSerifSC-Regular"));
        font.LeftSideBearing(font.GlyphOf(new Rune('（'))).ShouldBeGreaterThan(500); // else the test above would compare zeros
    }

    [Fact]
    public void A_composite_glyph_brings_its_renumbered_components_along()
    {
        var font = TrueTypeFont.Parse(SyntheticFont.Build());
        var b = font.GlyphOf(new Rune('B'));

        var subset = TrueTypeFont.Parse(TrueTypeSubset.Build(font, [0, b]), needsCharacterMap: false);

        subset.GlyphCount.ShouldBe(3);
        TrueTypeFont.IsComposite(subset.Outline(1)).ShouldBeTrue();
        var composite = subset.Outline(1).ToArray();
        TrueTypeFont.ComponentPositions(composite).ShouldAllBe(p => composite[p] == 0 && composite[p + 1] == 2);
        subset.Outline(2)[..SyntheticFont.Square.Length].SequenceEqual(SyntheticFont.Square).ShouldBeTrue();
        subset.LeftSideBearing(1).ShouldBe(22);
        subset.Advance(1).ShouldBe(600);
    }

    [Fact]
    public void A_composite_glyph_is_seen_on_paper()
    {
        var document = new PdfDocument(new("composite", "test"));
        document.AddPage(100, 100).Text(0, 100, "B", new(new Typeface(TrueTypeFont.Parse(SyntheticFont.Build())), 100));

        var (width, _, pixels) = Poppler.Raster(document.ToBytes());

        bool IsDark(int x, int y) => pixels[(y * width + x) * 3] < 64;
        IsDark(25, 75).ShouldBeTrue(); // left square
        IsDark(75, 75).ShouldBeTrue(); // right square
        IsDark(50, 25).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_font_file_and_the_first_font_of_a_collection_are_read_alike(bool asCollection)
    {
        var font = TrueTypeFont.Parse(SyntheticFont.Build(asCollection));

        font.GlyphOf(new Rune('A')).ShouldBe((ushort)1);
        font.GlyphOf(new Rune('B')).ShouldBe((ushort)2);
        font.Has(new Rune('C')).ShouldBeFalse();
        font.Advance(2).ShouldBe(600);
    }

    [Fact]
    public void What_is_no_font_is_refused_when_it_is_loaded()
    {
        var cutOff = Shipped("NotoSansSC-Regular")[..1_000_000];

        Should.Throw<FontFormatException>(() => TrueTypeFont.Parse([]));
        Should.Throw<FontFormatException>(() => TrueTypeFont.Parse("This is a text, not a font."u8.ToArray()));
        Should.Throw<FontFormatException>(() => TrueTypeFont.Parse([.. "OTTO"u8, .. new byte[100]])).Message.ShouldContain("PostScript");
        Should.Throw<FontFormatException>(() => TrueTypeFont.Parse(cutOff)).Message.ShouldContain("cut off");
        Should
            .Throw<FontFormatException>(() => TrueTypeFont.Parse(SyntheticFont.Build(component: 99)))
            .Message.ShouldContain("does not exist");
    }

    [Fact]
    public void No_damage_of_one_byte_gets_past_loading_as_another_exception()
    {
        var sound = SyntheticFont.Build();
        for (var i = 0; i < sound.Length; i++)
        {
            var damaged = sound.ToArray();
            damaged[i] ^= 0xFF;
            try
            {
                var font = TrueTypeFont.Parse(damaged);
                TrueTypeSubset.Build(font, [0, (ushort)(font.GlyphCount - 1)]);
            }
            catch (FontFormatException e)
            {
                e.Message.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void A_fallback_font_prints_what_the_first_lacks()
    {
        var face = new Typeface(TrueTypeFont.Parse(SyntheticFont.Build()));
        face.Has(new Rune('昇')).ShouldBeFalse();
        face.WithFallback(TrueTypeFont.Parse(Shipped("NotoSansSC-Regular"))).Has(new Rune('昇')).ShouldBeTrue();
    }

    [Fact]
    public void The_version_of_a_font_set_changes_with_every_font()
    {
        var full = FontSet.Shipped.WithFallback(TrueTypeFont.Parse(SyntheticFont.Build()));

        FontSet.Shipped.Version.ShouldBe(new FontSet(Typeface.Serif, Typeface.SerifBold, Typeface.Sans).Version);
        full.Version.ShouldNotBe(FontSet.Shipped.Version);
        FontSet.Shipped.WithFallback(TrueTypeFont.Parse(SyntheticFont.Build(asCollection: true))).Version.ShouldNotBe(full.Version);
    }

    [Fact]
    public void A_font_is_loaded_from_a_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, SyntheticFont.Build());
            TrueTypeFont.LoadFile(path).GlyphCount.ShouldBe(3);
            File.WriteAllBytes(path, [1, 2, 3]);
            Should.Throw<FontFormatException>(() => TrueTypeFont.LoadFile(path)).Message.ShouldContain(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Shipped(string name)
    {
        using var stream = Assembly.GetAssembly(typeof(TrueTypeFont))!.GetManifestResourceStream($"EnforcementCases.Pdf.Fonts.{name}.ttf")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }
}
