using System.Buffers.Binary;
using System.IO.Compression;
using Shouldly;
using Xunit;

namespace EnforcementCases.Pdf.Tests;

public sealed class PictureTests
{
    private enum PngKind
    {
        Grey = 0,
        Rgb = 2,
        Palette = 3,
        GreyAlpha = 4,
        Rgba = 6,
    }

    [Theory]
    [InlineData("https://pay.example.gov.cn/c/3201000000000001?amount=20000")]
    [InlineData("津汉街综执当罚决字〔2022〕第0001号")]
    [InlineData("1")]
    public void A_code_is_scanned_from_paper(string text)
    {
        var document = new PdfDocument(new("t", "t"));
        document.AddPage(200, 200).QrCode(QrCode.Of(text), 50, 50, Units.Mm(25));

        Poppler.ScannedCodes(document.ToBytes()).ShouldBe([text]);
    }

    [Fact]
    public void A_code_keeps_its_quiet_zone_and_covers_every_module_once()
    {
        var code = QrCode.Of("https://example.gov.cn/v/abcdefgh");
        var covered = new HashSet<(int, int)>();
        foreach (var (left, top, width, height) in code.Rectangles)
            for (var x = left; x < left + width; x++)
            for (var y = top; y < top + height; y++)
                covered.Add((x, y)).ShouldBeTrue();
        covered.ShouldAllBe(m => m.Item1 >= 4 && m.Item2 >= 4 && m.Item1 < code.Modules - 4 && m.Item2 < code.Modules - 4);
    }

    [Fact]
    public void A_text_too_long_for_a_code_is_refused() => Should.Throw<ArgumentException>(() => QrCode.Of(new string('长', 2000)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_png_is_printed_whatever_its_row_filter(int filter)
    {
        byte[] rows = filter switch
        {
            0 => [0, 255, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255],
            1 => [1, 255, 0, 0, 1, 0, 255, 1, 255, 0, 0, 1, 0, 255],
            2 => [2, 255, 0, 0, 0, 0, 255, 2, 0, 0, 0, 0, 0, 0],
            3 => [3, 255, 0, 0, 129, 0, 255, 3, 128, 0, 0, 129, 0, 128],
            _ => [4, 255, 0, 0, 1, 0, 255, 4, 0, 0, 0, 0, 0, 0],
        };
        var (left, right) = Printed(Png(PngKind.Rgb, rows));

        left.ShouldBe((255, 0, 0));
        right.ShouldBe((0, 0, 255));
    }

    [Fact]
    public void The_transparent_part_of_a_seal_lets_the_paper_through()
    {
        var (left, right) = Printed(Png(PngKind.Rgba, [0, 255, 0, 0, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 0, 0, 0]));

        left.ShouldBe((255, 0, 0));
        right.ShouldBe((255, 255, 255));
    }

    [Fact]
    public void Grey_and_palette_pictures_are_printed_too()
    {
        Printed(Png(PngKind.Grey, [0, 0, 128, 0, 0, 128])).ShouldBe(((0, 0, 0), (128, 128, 128)));
        Printed(Png(PngKind.GreyAlpha, [0, 0, 255, 0, 0, 0, 0, 255, 0, 0])).ShouldBe(((0, 0, 0), (255, 255, 255)));
        var palette = Png(PngKind.Palette, [0, 1, 0, 0, 1, 0], ("PLTE", [9, 9, 9, 255, 0, 0]), ("tRNS", [0]));
        Printed(palette).ShouldBe(((255, 0, 0), (255, 255, 255)));
    }

    [Fact]
    public void A_jpeg_is_passed_on_as_it_is_and_printed()
    {
        var red = new PdfDocument(new("t", "t"));
        red.AddPage(32, 16).Fill(0, 0, 32, 16, new(1, 0, 0));
        var jpeg = Poppler.Jpeg(red.ToBytes());

        var image = PdfImage.Load(jpeg);

        (image.Width, image.Height).ShouldBe((32, 16));
        var document = new PdfDocument(new("t", "t"));
        document.AddPage(20, 20).Image(image, 0, 0, 20, 20);
        var pdf = document.ToBytes();
        pdf.AsSpan().IndexOf(jpeg).ShouldBeGreaterThan(0);
        var (_, _, pixels) = Poppler.Raster(pdf);
        pixels[0].ShouldBeGreaterThan((byte)250);
        pixels[1].ShouldBeLessThan((byte)5);
    }

    [Fact]
    public void A_picture_drawn_twice_is_stored_once()
    {
        var image = PdfImage.Load(Png(PngKind.Grey, [0, 0, 128, 0, 0, 128]));
        byte[] Drawn(int times)
        {
            var document = new PdfDocument(new("t", "t"));
            var page = document.AddPage(100, 100);
            for (var i = 0; i < times; i++)
                page.Image(image, 0, i * 20, 20, 20);
            return document.ToBytes();
        }

        System.Text.Encoding.Latin1.GetString(Drawn(2)).Split("/Subtype/Image").Length.ShouldBe(2);
    }

    [Fact]
    public void A_bad_picture_is_refused_when_it_is_loaded()
    {
        var sound = Png(PngKind.Rgb, [0, 255, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0, 0, 255]);

        Should.Throw<ImageFormatException>(() => PdfImage.Load([]));
        Should
            .Throw<ImageFormatException>(() => PdfImage.Load("GIF89a, not for paper"u8.ToArray()))
            .Message.ShouldContain("neither PNG nor JPEG");
        Should.Throw<ImageFormatException>(() => PdfImage.Load(sound[..50]));
        Should.Throw<ImageFormatException>(() => PdfImage.Load(Png(PngKind.Rgb, [0, 255]))).Message.ShouldContain("damaged");
        Should.Throw<ImageFormatException>(() => PdfImage.Load(Png(PngKind.Rgb, [0], bits: 16))).Message.ShouldContain("16 bits");
        Should.Throw<ImageFormatException>(() => PdfImage.Load(Png(PngKind.Rgb, [0], width: 100_000))).Message.ShouldContain("100000");
        Should
            .Throw<ImageFormatException>(() => PdfImage.Load([0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 1, 0, 1, 4, 0, 0, 0]))
            .Message.ShouldContain("4 components");
        Should
            .Throw<ImageFormatException>(() => PdfImage.Load([0xFF, 0xD8, 0xFF, 0xC9, 0, 17, 8, 0, 1, 0, 1, 3, 0, 0, 0]))
            .Message.ShouldContain("arithmetic");
    }

    /// <summary>The colours of the left and the right half of a picture two pixels wide.</summary>
    private static ((int, int, int) Left, (int, int, int) Right) Printed(byte[] png)
    {
        var document = new PdfDocument(new("t", "t"));
        document.AddPage(40, 40).Image(PdfImage.Load(png), 0, 0, 40, 40);
        var (width, _, pixels) = Poppler.Raster(document.ToBytes());
        (int, int, int) At(int x, int y) => (pixels[(y * width + x) * 3], pixels[(y * width + x) * 3 + 1], pixels[(y * width + x) * 3 + 2]);
        return (At(8, 20), At(32, 20));
    }

    private static byte[] Png(PngKind kind, byte[] rows, params (string Type, byte[] Data)[] extra) => Png(kind, rows, 8, 2, extra);

    private static byte[] Png(PngKind kind, byte[] rows, int bits = 8, int width = 2, params (string Type, byte[] Data)[] extra)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 2);
        header[8] = (byte)bits;
        header[9] = (byte)kind;
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(rows);
        var file = new List<byte> { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A };
        foreach (var (type, data) in ((string, byte[])[])[("IHDR", header), .. extra, ("IDAT", packed.ToArray()), ("IEND", [])])
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
            file.AddRange([.. length, .. type.Select(c => (byte)c), .. data, 0, 0, 0, 0]); // the checksum is not looked at
        }
        return [.. file];
    }
}
