using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Platform.Files;

/// <summary>What a ZIP states of an entry before its bytes.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Crc32">Its checksum.</param>
/// <param name="Sha256">Its SHA-256, lower-case hex.</param>
internal sealed record Measured(long Bytes, uint Crc32, string Sha256)
{
    private const int Piece = 128 * 1024;

    /// <summary>Measures bytes.</summary>
    public static Measured Of(ReadOnlySpan<byte> content)
    {
        return new(content.Length, System.IO.Hashing.Crc32.HashToUInt32(content), Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Reads a stream to its end in pieces, and gives each piece on.</summary>
    /// <param name="output">Where the pieces go; null to measure alone.</param>
    public static async Task<Measured> ReadAsync(Stream content, Stream? output, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = new System.IO.Hashing.Crc32();
        var length = 0L;
        var buffer = new byte[Piece];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            crc.Append(buffer.AsSpan(0, read));
            length += read;
            if (output is not null)
                await output.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return new(length, crc.GetCurrentHashAsUInt32(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>An entry of a ZIP that is sent.</summary>
/// <param name="Name">Name in the ZIP, ASCII, with <c>/</c> between folders.</param>
/// <param name="Content">Its measures, known before.</param>
/// <param name="Open">Opens its bytes for reading.</param>
internal sealed record ZipItem(string Name, Measured Content, Func<Stream> Open);

/// <summary>Writes a ZIP forward, without compression: sizes and checksums are known beforehand, so that they are in front of each entry and the size of the whole is known before its
/// first byte. Above 4 GB in the form of ZIP64.</summary>
internal static class StoredZip
{
    private const uint Most = uint.MaxValue;
    private const int LocalHeader = 30;
    private const int CentralHeader = 46;
    private const int End = 22;
    private const int End64 = 56;
    private const int Locator64 = 20;

    /// <summary>Size of the ZIP in bytes.</summary>
    public static long LengthOf(IReadOnlyList<ZipItem> items)
    {
        long at = 0,
            central = 0;
        foreach (var item in items)
        {
            central += CentralHeader + item.Name.Length + ExtraOf(item, at, central: true).Length;
            at += LocalHeader + item.Name.Length + ExtraOf(item, at, central: false).Length + item.Content.Bytes;
        }
        return at + central + (Is64(items.Count, at, central) ? End64 + Locator64 : 0) + End;
    }

    /// <summary>Writes all of it.</summary>
    /// <param name="at">Time of all entries.</param>
    /// <exception cref="InvalidDataException">The bytes of an entry are no longer those that were measured: what was written is no ZIP.</exception>
    public static async Task WriteAsync(IReadOnlyList<ZipItem> items, Stream output, DateTimeOffset at, CancellationToken ct)
    {
        var time = DosTime(at);
        var offsets = new List<long>();
        var position = 0L;
        foreach (var item in items)
        {
            offsets.Add(position);
            var head = Header(item, position, time, central: false);
            await output.WriteAsync(head, ct);
            await using (var content = item.Open())
            {
                if (await Measured.ReadAsync(content, output, ct) != item.Content)
                    throw new InvalidDataException($"{item.Name} was changed while it was sent.");
            }
            position += head.Length + item.Content.Bytes;
        }
        var start = position;
        for (var i = 0; i < items.Count; i++)
        {
            var head = Header(items[i], offsets[i], time, central: true);
            await output.WriteAsync(head, ct);
            position += head.Length;
        }
        await output.WriteAsync(EndOf(items.Count, start, position - start), ct);
    }

    private static bool Is64(long count, long start, long size) => count >= ushort.MaxValue || start >= Most || size >= Most;

    private static byte[] Header(ZipItem item, long offset, uint time, bool central)
    {
        var extra = ExtraOf(item, offset, central);
        var size = (uint)Math.Min(item.Content.Bytes, Most);
        var writer = new Writer((central ? CentralHeader : LocalHeader) + item.Name.Length + extra.Length);
        var needs = (ushort)(extra.Length > 0 ? 45 : 20);
        writer.Int(central ? 0x02014b50u : 0x04034b50u);
        if (central)
            writer.Short(45 | (3 << 8)); // made on Unix: the attributes are permissions
        writer.Short(needs).Short(0).Short(0).Int(time).Int(item.Content.Crc32).Int(size).Int(size);
        writer.Short((ushort)item.Name.Length).Short((ushort)extra.Length);
        if (central)
            writer.Short(0).Short(0).Short(0).Int(0x81a40000).Int((uint)Math.Min(offset, Most)); // a plain file, rw-r--r--
        return writer.Bytes(Encoding.ASCII.GetBytes(item.Name)).Bytes(extra).Done();
    }

    /// <summary>The sizes and the place that do not fit into four bytes.</summary>
    private static byte[] ExtraOf(ZipItem item, long offset, bool central)
    {
        var large = item.Content.Bytes >= Most;
        var far = central && offset >= Most;
        if (!large && !far)
            return [];
        var length = (large ? 16 : 0) + (far ? 8 : 0);
        var writer = new Writer(4 + length).Short(1).Short((ushort)length);
        if (large)
            writer.Long(item.Content.Bytes).Long(item.Content.Bytes);
        if (far)
            writer.Long(offset);
        return writer.Done();
    }

    private static byte[] EndOf(int count, long start, long size)
    {
        var is64 = Is64(count, start, size);
        var writer = new Writer((is64 ? End64 + Locator64 : 0) + End);
        if (is64)
        {
            writer.Int(0x06064b50).Long(End64 - 12).Short(45).Short(45).Int(0).Int(0).Long(count).Long(count).Long(size).Long(start);
            writer.Int(0x07064b50).Int(0).Long(start + size).Int(1);
        }
        var entries = (ushort)Math.Min(count, ushort.MaxValue);
        writer.Int(0x06054b50).Short(0).Short(0).Short(entries).Short(entries);
        return writer.Int((uint)Math.Min(size, Most)).Int((uint)Math.Min(start, Most)).Short(0).Done();
    }

    private static uint DosTime(DateTimeOffset at)
    {
        var t = at.ToOffset(LegalDate.Offset);
        var day = ((uint)(t.Year - 1980) << 9) | ((uint)t.Month << 5) | (uint)t.Day;
        return (day << 16) | ((uint)t.Hour << 11) | ((uint)t.Minute << 5) | ((uint)t.Second / 2);
    }

    private sealed class Writer(int length)
    {
        private readonly byte[] bytes = new byte[length];
        private int at;

        public Writer Short(int value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);
            at += 2;
            return this;
        }

        public Writer Int(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
            at += 4;
            return this;
        }

        public Writer Long(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), value);
            at += 8;
            return this;
        }

        public Writer Bytes(byte[] value)
        {
            value.CopyTo(bytes, at);
            at += value.Length;
            return this;
        }

        public byte[] Done() => at == bytes.Length ? bytes : throw new InvalidOperationException("The header has another length.");
    }
}
