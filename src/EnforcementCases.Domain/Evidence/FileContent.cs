namespace EnforcementCases.Domain.Evidence;

/// <summary>Kind of a file of a case, by its content.</summary>
public enum FileKind
{
    /// <summary>照片.</summary>
    [Term("照片")]
    Photo,

    /// <summary>录音.</summary>
    [Term("录音")]
    Audio,

    /// <summary>录像.</summary>
    [Term("录像")]
    Video,

    /// <summary>文档: a scanned paper or a document.</summary>
    [Term("文档")]
    Document,
}

/// <summary>What a file is by its content, whatever its name claims.</summary>
/// <param name="MediaType">Media type, <c>image/jpeg</c>.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Width">Width in pixels; null if it is no picture or gives none.</param>
/// <param name="Height">Height in pixels; null if it is no picture or gives none.</param>
/// <param name="DurationMs">Duration in milliseconds, from its container; null if it gives none.</param>
/// <param name="Codec">Codec of its first picture track, or of its first sound track, <c>avc1</c>; null if it gives none.</param>
/// <param name="RecordedAt">When its container states that it was recorded; null if it states nothing.</param>
public sealed record FileContent(
    string MediaType,
    FileKind Kind,
    int? Width = null,
    int? Height = null,
    long? DurationMs = null,
    string? Codec = null,
    DateTimeOffset? RecordedAt = null
);

/// <summary>How large files of a case may be. The law sets no limit: these protect the store.</summary>
public static class FileLimits
{
    /// <summary>Longest side of a picture in pixels, inclusive: larger ones only serve to exhaust memory.</summary>
    public const int MostPixels = 20_000;

    private const long Megabyte = 1024 * 1024;

    /// <summary>The file is larger than its kind may be.</summary>
    public static readonly DomainError TooLargeForKind = new(
        "evidence.file-too-large",
        null,
        ErrorKind.TooLarge,
        "文件超过该类文件的大小上限"
    );

    /// <summary>The picture claims sides that no camera takes.</summary>
    public static readonly DomainError PictureTooLarge = new(
        "evidence.picture-too-large",
        null,
        ErrorKind.Unacceptable,
        "图片的边长超过上限"
    );

    /// <summary>Largest size of a kind in bytes, inclusive.</summary>
    public static long MostBytes(FileKind kind) =>
        kind switch
        {
            FileKind.Photo => 100 * Megabyte,
            FileKind.Document => 200 * Megabyte,
            FileKind.Audio => 2_048 * Megabyte,
            FileKind.Video => 16_384 * Megabyte,
        };

    /// <summary>Refuses a file beyond the limits of its kind.</summary>
    /// <exception cref="DomainException"><see cref="TooLargeForKind"/> or <see cref="PictureTooLarge"/>.</exception>
    public static void Ensure(FileContent content, long bytes)
    {
        if (bytes > MostBytes(content.Kind))
            throw TooLargeForKind.With($"{content.Kind.Term()}不超过 {MostBytes(content.Kind) / Megabyte} MB");
        if (content.Width > MostPixels || content.Height > MostPixels)
            throw PictureTooLarge.With($"图片为 {content.Width}×{content.Height} 像素");
    }
}
