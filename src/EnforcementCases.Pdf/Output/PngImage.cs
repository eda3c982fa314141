using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EnforcementCases.Pdf.Output;

/// <summary>A decoded PNG picture: pixels (one byte a sample) and, where it has any, transparency.</summary>
internal sealed record PngImage(int Width, int Height, bool IsGrey, byte[] Pixels, byte[]? Alpha)
{
    /// <summary>Upper limit, more than any seal needs; a small file must not unpack into gigabytes.</summary>
    private const int LargestSide = 5000;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private enum Kind
    {
        Grey = 0,
        Rgb = 2,
        Palette = 3,
        GreyAlpha = 4,
        Rgba = 6,
    }

    public static PngImage Decode(ReadOnlySpan<byte> file)
    {
        var header = ReadOnlySpan<byte>.Empty;
        var palette = ReadOnlySpan<byte>.Empty;
        var transparency = ReadOnlySpan<byte>.Empty;
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at + 12 <= file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var chunk = file.Slice(at + 8, length);
            switch (Encoding.ASCII.GetString(file.Slice(at + 4, 4)))
            {
                case "IHDR":
                    header = chunk;
                    break;
                case "PLTE":
                    palette = chunk;
                    break;
                case "tRNS":
                    transparency = chunk;
                    break;
                case "IDAT":
                    packed.Write(chunk);
                    break;
            }
            at += length + 12;
        }
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (bits, kind, interlaced) = (header[8], (Kind)header[9], header[12] != 0);
        if (width is < 1 or > LargestSide || height is < 1 or > LargestSide)
            throw new ImageFormatException($"a picture may have up to {LargestSide} pixels a side, this one has {width} x {height}");
        if (bits != 8 || interlaced || !Enum.IsDefined(kind))
            throw new ImageFormatException(
                $"a PNG picture must have 8 bits a sample and no interlacing; this one has {bits} bits{(interlaced ? ", interlaced" : "")}"
            );
        packed.Position = 0;
        var samples = Samples(packed, width, height, SamplesOf(kind));
        return kind switch
        {
            Kind.Grey => new(width, height, true, samples, null),
            Kind.Rgb => new(width, height, false, samples, null),
            Kind.GreyAlpha => Split(width, height, samples, 1),
            Kind.Rgba => Split(width, height, samples, 3),
            Kind.Palette => FromPalette(width, height, samples, palette, transparency),
        };
    }

    private static int SamplesOf(Kind kind) =>
        kind switch
        {
            Kind.Grey or Kind.Palette => 1,
            Kind.GreyAlpha => 2,
            Kind.Rgb => 3,
            Kind.Rgba => 4,
        };

    private static byte[] Samples(Stream packed, int width, int height, int pixel)
    {
        var stride = width * pixel;
        var samples = new byte[stride * height];
        var above = new byte[stride].AsSpan();
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        for (var y = 0; y < height; y++)
        {
            var filter = inflate.ReadByte();
            var row = samples.AsSpan(y * stride, stride);
            inflate.ReadExactly(row);
            Unfilter(filter, row, above, pixel);
            above = row;
        }
        return samples;
    }

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        if (filter is < 0 or > 4)
            throw new ImageFormatException("the picture is damaged: unknown row filter");
        for (var i = 0; filter != 0 && i < row.Length; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0,
                up = above[i],
                upLeft = i >= pixel ? above[i - pixel] : 0;
            var guess = filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, upLeft),
            };
            row[i] = unchecked((byte)(row[i] + guess));
        }
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var (byLeft, byUp, byUpLeft) = (Math.Abs(up - upLeft), Math.Abs(left - upLeft), Math.Abs(left + up - 2 * upLeft));
        return byLeft <= byUp && byLeft <= byUpLeft ? left
            : byUp <= byUpLeft ? up
            : upLeft;
    }

    private static PngImage Split(int width, int height, byte[] samples, int colors)
    {
        var pixels = new byte[width * height * colors];
        var alpha = new byte[width * height];
        for (var i = 0; i < alpha.Length; i++)
        {
            samples.AsSpan(i * (colors + 1), colors).CopyTo(pixels.AsSpan(i * colors));
            alpha[i] = samples[i * (colors + 1) + colors];
        }
        return new(width, height, colors == 1, pixels, alpha);
    }

    private static PngImage FromPalette(int width, int height, byte[] indexes, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        var pixels = new byte[indexes.Length * 3];
        var alpha = transparency.IsEmpty ? null : new byte[indexes.Length];
        for (var i = 0; i < indexes.Length; i++)
        {
            palette.Slice(indexes[i] * 3, 3).CopyTo(pixels.AsSpan(i * 3));
            if (alpha is not null)
                alpha[i] = indexes[i] < transparency.Length ? transparency[indexes[i]] : (byte)255;
        }
        return new(width, height, false, pixels, alpha);
    }
}
