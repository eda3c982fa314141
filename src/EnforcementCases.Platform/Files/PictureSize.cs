using System.Buffers.Binary;

namespace EnforcementCases.Platform.Files;

/// <summary>Reads width and height of a PNG or JPEG picture without decoding it.</summary>
internal static class PictureSize
{
    /// <summary>Width and height in pixels; null if the bytes are neither, or end before their size.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> image)
    {
        ReadOnlySpan<byte> png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (image.Length >= 24 && image.StartsWith(png) && image.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..]));
            return ((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
        }
        return image.Length >= 4 && image[0] == 0xFF && image[1] == 0xD8 ? OfJpeg(image[2..]) : null;
    }

    /// <summary>Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC).</summary>
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments.Length >= 9 && segments[0] == 0xFF)
        {
            var marker = segments[1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(segments[7..]), BinaryPrimitives.ReadUInt16BigEndian(segments[5..]));
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(segments[2..]);
            if (length < 4 || length > segments.Length)
                return null;
            segments = segments[length..];
        }
        return null;
    }
}
