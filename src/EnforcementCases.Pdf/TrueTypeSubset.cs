using System.Buffers.Binary;

namespace EnforcementCases.Pdf;

/// <summary>A font reduced to the glyphs of one document, renumbered from 0 in the order given.</summary>
internal static class TrueTypeSubset
{
    private static readonly string[] HintingTables = ["cvt ", "fpgm", "prep"];

    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">Glyphs of the whole font; the first is glyph 0, the missing-glyph box. One may occur twice.</param>
    public static byte[] Build(TrueTypeFont font, IReadOnlyList<ushort> glyphs)
    {
        var kept = WithComponents(font, glyphs);
        var (outlines, offsets) = Outlines(font, kept);

        var head = font.Table("head").ToArray();
        head.AsSpan(8, 4).Clear(); // checkSumAdjustment: readers ignore it in embedded fonts
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)kept.Count);
        var maxp = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)kept.Count);
        var tables = new List<(string Tag, byte[] Bytes)>
        {
            ("glyf", outlines),
            ("head", head),
            ("hhea", hhea),
            ("hmtx", Metrics(font, kept)),
            ("loca", offsets),
            ("maxp", maxp),
        };
        foreach (var tag in HintingTables.Where(font.HasTable))
            tables.Add((tag, font.Table(tag).ToArray()));
        return Assemble([.. tables.OrderBy(t => t.Tag, StringComparer.Ordinal)]);
    }

    private static List<ushort> WithComponents(TrueTypeFont font, IReadOnlyList<ushort> glyphs)
    {
        var kept = new List<ushort>(glyphs);
        HashSet<ushort>? known = null;
        for (var i = 0; i < kept.Count; i++)
        {
            var outline = font.Outline(kept[i]);
            if (!TrueTypeFont.IsComposite(outline))
                continue;
            known ??= [.. kept];
            foreach (var position in TrueTypeFont.ComponentPositions(outline))
            {
                var component = BinaryPrimitives.ReadUInt16BigEndian(outline[position..]);
                if (known.Add(component))
                    kept.Add(component);
            }
        }
        return kept;
    }

    private static (byte[] Outlines, byte[] Offsets) Outlines(TrueTypeFont font, List<ushort> kept)
    {
        var newNumber = new Dictionary<ushort, ushort>(kept.Count);
        var length = 0;
        for (var i = 0; i < kept.Count; i++)
        {
            newNumber.TryAdd(kept[i], (ushort)i);
            length += Padded(font.Outline(kept[i]).Length);
        }
        var outlines = new byte[length];
        var offsets = new byte[(kept.Count + 1) * 4];
        var at = 0;
        for (var i = 0; i < kept.Count; i++)
        {
            var outline = font.Outline(kept[i]);
            outline.CopyTo(outlines.AsSpan(at));
            if (TrueTypeFont.IsComposite(outline))
                foreach (var position in TrueTypeFont.ComponentPositions(outline))
                {
                    var component = outlines.AsSpan(at + position);
                    BinaryPrimitives.WriteUInt16BigEndian(component, newNumber[BinaryPrimitives.ReadUInt16BigEndian(component)]);
                }
            at += Padded(outline.Length);
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan((i + 1) * 4), at);
        }
        return (outlines, offsets);
    }

    /// <summary>Advances and left side bearings; with zero bearings punctuation would move to the left of its square.</summary>
    private static byte[] Metrics(TrueTypeFont font, List<ushort> kept)
    {
        var metrics = new byte[kept.Count * 4];
        for (var i = 0; i < kept.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(i * 4), (ushort)font.Advance(kept[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan(i * 4 + 2), (short)font.LeftSideBearing(kept[i]));
        }
        return metrics;
    }

    private static byte[] Assemble((string Tag, byte[] Bytes)[] tables)
    {
        var directory = 12 + tables.Length * 16;
        var file = new byte[directory + tables.Sum(t => Padded(t.Bytes.Length))];
        var power = (int)Math.Log2(tables.Length);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(tables.Length * 16 - (16 << power)));
        var at = directory;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, at);
            var entry = file.AsSpan(12 + i * 16);
            for (var c = 0; c < 4; c++)
                entry[c] = (byte)tag[c];
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], CheckSum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            at += Padded(bytes.Length);
        }
        return file;
    }

    private static uint CheckSum(ReadOnlySpan<byte> padded)
    {
        var sum = 0u;
        for (var i = 0; i < padded.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(padded[i..]));
        return sum;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
