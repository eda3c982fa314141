using EnforcementCases.Domain.Evidence;

namespace EnforcementCases.Platform.Files;

/// <summary>Finds out what a file is by its bytes, whatever its name claims. Only kinds that no reader takes for a program or a page are known: no HTML, no SVG, no archive.</summary>
internal static class ContentReader
{
    /// <summary>How much of the beginning is looked at; a JPEG may carry its camera's particulars before its size.</summary>
    private const int Beginning = 256 * 1024;

    /// <summary>Media types that a file may have.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "image/jpeg",
        "image/png",
        "image/heic",
        "application/pdf",
        "audio/wav",
        "audio/mpeg",
        "audio/mp4",
        "audio/ogg",
        "audio/amr",
        "video/mp4",
        "video/quicktime",
        "video/x-msvideo",
    };

    /// <summary>Media types that a client may declare, with those that the content may then have.</summary>
    private static readonly Dictionary<string, string> SameAs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpg"] = "image/jpeg",
        ["image/pjpeg"] = "image/jpeg",
        ["audio/x-wav"] = "audio/wav",
        ["audio/wave"] = "audio/wav",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/x-m4a"] = "audio/mp4",
        ["audio/m4a"] = "audio/mp4",
        ["video/x-m4v"] = "video/mp4",
        ["video/avi"] = "video/x-msvideo",
        ["video/vnd.avi"] = "video/x-msvideo",
    };

    /// <summary>Whether files of a declared media type are taken.</summary>
    public static bool Takes(string declared) => Taken.Contains(SameAs.GetValueOrDefault(declared, declared));

    /// <summary>What the file is; null if it is of no kind that is taken.</summary>
    /// <param name="file">The file; a stream that can seek.</param>
    public static FileContent? Read(Stream file)
    {
        var buffer = new byte[(int)Math.Min(Beginning, file.Length)];
        file.Position = 0;
        file.ReadExactly(buffer);
        ReadOnlySpan<byte> start = buffer;
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return Picture("image/jpeg", start);
        if (start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return Picture("image/png", start);
        if (start.StartsWith("%PDF-"u8))
            return new("application/pdf", FileKind.Document);
        if (start.Length >= 12 && start[4..].StartsWith("ftyp"u8))
            return Mp4Reader.Read(file, start[8..12]);
        if (start.Length >= 12 && start.StartsWith("RIFF"u8))
            return start[8..].StartsWith("WAVE"u8) ? new("audio/wav", FileKind.Audio)
                : start[8..].StartsWith("AVI "u8) ? new("video/x-msvideo", FileKind.Video)
                : null;
        if (start.StartsWith("ID3"u8) || (start.Length >= 2 && start[0] == 0xFF && (start[1] & 0xE6) == 0xE2))
            return new("audio/mpeg", FileKind.Audio);
        return start.StartsWith("OggS"u8) ? new("audio/ogg", FileKind.Audio)
            : start.StartsWith("#!AMR"u8) ? new("audio/amr", FileKind.Audio)
            : null;
    }

    /// <summary>Whether a declared media type means the one that the content has.</summary>
    public static bool IsSame(string declared, string mediaType) =>
        string.Equals(SameAs.GetValueOrDefault(declared, declared), mediaType, StringComparison.OrdinalIgnoreCase)
        || (declared is "video/quicktime" or "video/mp4" && mediaType is "video/quicktime" or "video/mp4"); // one container, two names

    private static FileContent Picture(string mediaType, ReadOnlySpan<byte> start)
    {
        var size = PictureSize.Of(start);
        return new(mediaType, FileKind.Photo, size?.Width, size?.Height);
    }
}
