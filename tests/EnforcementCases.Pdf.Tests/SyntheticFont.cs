using System.Buffers.Binary;

namespace EnforcementCases.Pdf.Tests;

/// <summary>A font made by hand, with what the shipped fonts do not have: a composite glyph, a collection, format 4 alone.
/// Glyph 1 (A) is a square of half an em; glyph 2 (B) is made of two of them.</summary>
internal static class SyntheticFont
{
    public static readonly byte[] Square = Bytes(1, 0, 0, 500, 500, 3, 0, 0x0101, 0x0101, 0, 500, 0, -500, 0, 0, 500, 0);

    private static readonly byte[] TwoSquares =
    [
        .. Bytes(-1, 0, 0, 1000, 500),
        .. Bytes(0x0003 | 0x0020, 1, 0, 0), // words, x and y, more components follow
        .. Bytes(0x0003, 1, 500, 0),
    ];

    public static byte[] Build(bool asCollection = false, int component = 1)
    {
        var composite = TwoSquares.ToArray();
        BinaryPrimitives.WriteInt16BigEndian(composite.AsSpan(12), (short)component);
        var empty = 0;
        (string Tag, byte[] Data)[] tables =
        [
            ("cmap", CharacterMap()),
            ("glyf", [.. Square, .. composite]),
            ("head", [.. Bytes(1, 0, 1, 0, 0, 0, 0, 0, 0, 1000), .. new byte[16], .. Bytes(0, 0, 1000, 500, 0, 8, 2, 0, 0)]),
            ("hhea", [.. Bytes(1, 0, 800, -200, 0, 1000), .. new byte[22], .. Bytes(2)]),
            ("hmtx", Bytes(1000, 7, 600, -11, 22)), // two full entries, then a bearing alone
            ("loca", Bytes(empty, empty, Square.Length / 2, (Square.Length + composite.Length) / 2)),
            ("maxp", Bytes(1, 0, 3)),
        ];
        var start = asCollection ? 16 : 0;
        var at = start + 12 + tables.Length * 16;
        var file = new List<byte>();
        if (asCollection)
            file.AddRange([.. "ttcf"u8, .. Bytes(1, 0, 0, 1, 0, start)]);
        file.AddRange(Bytes(1, 0, tables.Length, 0, 0, 0));
        foreach (var (tag, data) in tables)
        {
            file.AddRange([.. tag.Select(c => (byte)c), .. Bytes(0, 0, 0, at, 0, data.Length)]);
            at += data.Length;
        }
        foreach (var (_, data) in tables)
            file.AddRange(data);
        return [.. file];
    }

    private static byte[] CharacterMap()
    {
        byte[] format4 = [.. Bytes(4, 32, 0, 4, 4, 1, 0), .. Bytes('B', 0xFFFF, 0, 'A', 0xFFFF), .. Bytes(1 - 'A', 1, 0, 0)];
        return [.. Bytes(0, 1, 3, 1, 0, 12), .. format4];
    }

    /// <summary>Big-endian 16-bit words.</summary>
    private static byte[] Bytes(params int[] words)
    {
        var bytes = new byte[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), unchecked((ushort)words[i]));
        return bytes;
    }
}
