using System.Buffers.Binary;
using System.Text;
using EnforcementCases.Domain.Evidence;

namespace EnforcementCases.Platform.Files;

/// <summary>Reads from the container of a film (ISO 14496-12) how long it is, in which codec, and when it was recorded. It reads headers alone, a bounded number of them, and
/// believes no length.</summary>
internal static class Mp4Reader
{
    private const int MostBoxes = 4_000;

    /// <summary>Longest film that is believed: a container that claims more states no duration.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly DateTimeOffset Epoch = new(1904, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Boxes that hold those that are looked for.</summary>
    private static readonly string[] Holders = ["moov", "trak", "mdia", "minf", "stbl"];

    /// <param name="file">The file; a stream that can seek.</param>
    /// <param name="brand">Its major brand.</param>
    public static FileContent Read(Stream file, ReadOnlySpan<byte> brand)
    {
        var found = new Found();
        var boxes = 0;
        Walk(file, 0, file.Length, found, ref boxes);
        if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("heix"u8))
            return new("image/heic", FileKind.Photo);
        var sound = brand.StartsWith("M4A"u8) || (found.HasSound && !found.HasPicture);
        return new(
            sound ? "audio/mp4"
                : brand.SequenceEqual("qt  "u8) ? "video/quicktime"
                : "video/mp4",
            sound ? FileKind.Audio : FileKind.Video,
            DurationMs: found.DurationMs,
            Codec: found.Codec,
            RecordedAt: found.RecordedAt
        );
    }

    private static void Walk(Stream file, long from, long to, Found found, ref int boxes)
    {
        Span<byte> header = stackalloc byte[16];
        while (to - from >= 8 && boxes++ < MostBoxes)
        {
            if (!TryRead(file, from, header[..8]))
                return;
            var (size, inside) = ((long)BinaryPrimitives.ReadUInt32BigEndian(header), from + 8);
            var name = Encoding.Latin1.GetString(header.Slice(4, 4));
            if (size == 1)
            {
                if (!TryRead(file, from, header))
                    return;
                (size, inside) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(header[8..]), long.MaxValue), from + 16);
            }
            var end =
                size == 0 ? to
                : size > to - from ? to
                : from + size;
            if (end < inside)
                return; // a box that ends before it begins
            if (Holders.Contains(name, StringComparer.Ordinal))
                Walk(file, inside, end, found, ref boxes);
            else
                Note(file, name, inside, found);
            from = end;
        }
    }

    private static void Note(Stream file, string name, long at, Found found)
    {
        Span<byte> bytes = stackalloc byte[32];
        switch (name)
        {
            case "mvhd" when TryRead(file, at, bytes):
                var isLong = bytes[0] == 1;
                var created = isLong ? BinaryPrimitives.ReadUInt64BigEndian(bytes[4..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
                var scale = BinaryPrimitives.ReadUInt32BigEndian(bytes[(isLong ? 20 : 12)..]);
                var duration = isLong
                    ? BinaryPrimitives.ReadUInt64BigEndian(bytes[24..])
                    : BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
                if (scale > 0 && duration / scale < (ulong)Longest.TotalSeconds)
                    found.DurationMs = (long)(duration * 1000 / scale);
                if (created is > 0 and < 6_000_000_000)
                    found.RecordedAt = Epoch.AddSeconds(created);
                break;
            case "hdlr" when TryRead(file, at, bytes[..12]):
                found.Track = Encoding.Latin1.GetString(bytes.Slice(8, 4));
                found.HasPicture |= found.Track == "vide";
                found.HasSound |= found.Track == "soun";
                break;
            case "stsd" when TryRead(file, at, bytes[..16]):
                var codec = Encoding.Latin1.GetString(bytes.Slice(12, 4));
                if (codec.All(char.IsAsciiLetterOrDigit) && (found.Codec is null || (found.Track == "vide" && !found.CodecOfPicture)))
                    (found.Codec, found.CodecOfPicture) = (codec, found.Track == "vide");
                break;
        }
    }

    private static bool TryRead(Stream file, long at, Span<byte> into)
    {
        if (at < 0 || at > file.Length - into.Length)
            return false;
        file.Position = at;
        file.ReadExactly(into);
        return true;
    }

    private sealed class Found
    {
        public long? DurationMs { get; set; }

        public DateTimeOffset? RecordedAt { get; set; }

        public string? Codec { get; set; }

        public bool CodecOfPicture { get; set; }

        public string Track { get; set; } = "";

        public bool HasPicture { get; set; }

        public bool HasSound { get; set; }
    }
}
