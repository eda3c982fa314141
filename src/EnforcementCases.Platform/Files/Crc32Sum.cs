using System.Buffers.Binary;

namespace EnforcementCases.Platform.Files;

/// <summary>The checksum that a ZIP states of each entry (CRC-32 of ISO 3309), eight bytes at a time.</summary>
internal struct Crc32Sum
{
    private static readonly uint[][] Tables = MakeTables();

    private uint register;

    /// <summary>The sum of everything that was added.</summary>
    public readonly uint Value => register;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = ~register;
        var t = Tables;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                t[7][low & 0xff]
                ^ t[6][(low >> 8) & 0xff]
                ^ t[5][(low >> 16) & 0xff]
                ^ t[4][low >> 24]
                ^ t[3][high & 0xff]
                ^ t[2][(high >> 8) & 0xff]
                ^ t[1][(high >> 16) & 0xff]
                ^ t[0][high >> 24];
        }
        foreach (var b in bytes)
            crc = t[0][(crc ^ b) & 0xff] ^ (crc >> 8);
        register = ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var k = 0; k < 8; k++)
        {
            tables[k] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var crc = k == 0 ? i : tables[k - 1][i];
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
                tables[k][i] = crc;
            }
        }
        return tables;
    }
}
