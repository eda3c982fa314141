using System.Buffers.Binary;

namespace EnforcementCases.Pdf.Output;

/// <summary>Size and colours of a JPEG picture; the rest is passed on unread.</summary>
internal static class JpegHeader
{
    public static (int Width, int Height, int Components) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8)
            throw new ImageFormatException("the picture is neither PNG nor JPEG");
        for (var at = 2; at + 9 < file.Length; )
        {
            if (file[at] != 0xFF)
                throw new ImageFormatException("the picture is damaged: no JPEG marker where one must be");
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is >= 0xC0 and <= 0xC2) // baseline, extended, progressive
                return Frame(file[(at + 4)..]);
            if (marker is >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                throw new ImageFormatException("a JPEG picture with lossless or arithmetic coding cannot be printed");
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        throw new ImageFormatException("the picture is damaged: it ends before its size is told");
    }

    private static (int Width, int Height, int Components) Frame(ReadOnlySpan<byte> frame)
    {
        var (bits, components) = (frame[0], frame[5]);
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        if (bits != 8 || components is not (1 or 3))
            throw new ImageFormatException(
                $"a JPEG picture must be grey or RGB with 8 bits, this one has {components} components of {bits} bits"
            );
        if (width == 0 || height == 0)
            throw new ImageFormatException("the picture is empty");
        return (width, height, components);
    }
}
