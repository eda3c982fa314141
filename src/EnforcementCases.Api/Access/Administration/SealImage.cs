using EnforcementCases.Domain;
using EnforcementCases.Platform.Files;

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
        var size = PictureSize.Of(image.Span);
        if (size is not (> 0 and <= MaxPixels, > 0 and <= MaxPixels))
            throw NoImage.With(size is null ? "无法识别图片" : $"图片为 {size.Value.Width}×{size.Value.Height} 像素");
        return image;
    }

    /// <summary>Media type by content; only for what <see cref="ReadAsync"/> accepted.</summary>
    public static string MediaTypeOf(int firstByte) => firstByte == 0x89 ? "image/png" : "image/jpeg";
}
