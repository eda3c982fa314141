using System.Buffers.Binary;
using EnforcementCases.Domain;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Checks a seal image: PNG or JPEG by its content, limited in bytes and in pixels.</summary>
internal static class SealImage
{
    /// <summary>Largest upload in bytes, inclusive.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Largest width and height in pixels, inclusive.</summary>
    public const int MaxPixels = 4_000;

    public static readonly DomainError TooLarge = new("organisation.seal-too-large", null, ErrorKind.TooLarge, "印章图样不得超过 512 KB");

    public static readonly DomainError NoImage = new(
        "organisation.seal-no-image",
        null,
        ErrorKind.Unacceptable,
        "印章图样须为 PNG 或者 JPEG 图片，边长不超过 4000 像素"
    );

    /// <summary>Reads an upload whole.</summary>
    /// <exception cref="DomainException"><see cref="TooLarge"/> or <see cref="NoImage"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, CancellationToken ct)
    {
        var content = new byte[MaxBytes + 1];
        var length = await body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, ct);
        if (length > MaxBytes)
            throw TooLarge.With("请压缩后再上传");
        var image = content.AsMemory(0, length);
        var size = SizeOf(image.Span);
        if (size is not (> 0 and <= MaxPixels, > 0 and <= MaxPixels))
            throw NoImage.With(size is null ? "无法识别图片" : $"图片为 {size.Value.Width}×{size.Value.Height} 像素");
        return image;
    }

    /// <summary>Media type by content; only for what <see cref="ReadAsync"/> accepted.</summary>
    public static string MediaTypeOf(int firstByte) => firstByte == 0x89 ? "image/png" : "image/jpeg";

    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> image)
    {
        ReadOnlySpan<byte> png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        if (image.Length >= 24 && image.StartsWith(png) && image.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..]));
            return ((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
        }
        return image.Length >= 4 && image[0] == 0xFF && image[1] == 0xD8 ? SizeOfJpeg(image[2..]) : null;
    }

    /// <summary>Walks the segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC).</summary>
    private static (int Width, int Height)? SizeOfJpeg(ReadOnlySpan<byte> segments)
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
