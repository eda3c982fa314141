using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Api.Tests.Evidence;

/// <summary>Small files that are what they claim to be, each different from every other.</summary>
internal static class SampleFiles
{
    public static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>A photo of a size, followed by bytes that make it different and large.</summary>
    public static byte[] Photo(int bytes = 2_000, int width = 640, int height = 480)
    {
        byte[] start = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        byte[] frame =
        [
            0xFF,
            0xC0,
            0,
            11,
            8,
            (byte)(height >> 8),
            (byte)(height & 0xFF),
            (byte)(width >> 8),
            (byte)(width & 0xFF),
            1,
            1,
            0x11,
            0,
        ];
        return [.. start, .. frame, .. RandomNumberGenerator.GetBytes(bytes - start.Length - frame.Length)];
    }

    /// <summary>A film with its container: recorded at an instant, of a duration, in H.264.</summary>
    public static byte[] Film(DateTimeOffset recordedAt, TimeSpan duration)
    {
        var header = new byte[100];
        BinaryPrimitives.WriteUInt32BigEndian(
            header.AsSpan(4),
            (uint)(recordedAt - new DateTimeOffset(1904, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds
        );
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(12), 1000);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), (uint)duration.TotalMilliseconds);
        byte[] handler = [0, 0, 0, 0, 0, 0, 0, 0, .. "vide"u8, .. new byte[13]];
        byte[] samples = [0, 0, 0, 0, 0, 0, 0, 1, .. Box("avc1", new byte[70])];
        var track = Box("trak", Box("mdia", [.. Box("hdlr", handler), .. Box("minf", Box("stbl", Box("stsd", samples)))]));
        return
        [
            .. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp41"u8]),
            .. Box("mdat", RandomNumberGenerator.GetBytes(5_000)),
            .. Box("moov", [.. Box("mvhd", header), .. track]),
        ];
    }

    private static byte[] Box(string name, byte[] content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteUInt32BigEndian(box, (uint)box.Length);
        Encoding.ASCII.GetBytes(name, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
