using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace EnforcementCases.Pdf.Output;

/// <summary>Objects, cross-reference table and trailer of a PDF 1.7 file.</summary>
internal sealed class PdfFile
{
    private readonly ByteBuffer file = new(128 * 1024);
    private readonly List<int> offsets = [0];

    public PdfFile() => file.Add("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");

    /// <summary>Takes the next object number; the object itself may be written at any time.</summary>
    public int Reserve()
    {
        offsets.Add(0);
        return offsets.Count - 1;
    }

    public void Write(int id, Action<ByteBuffer> content)
    {
        Begin(id);
        content(file);
        file.Add("\nendobj\n"u8);
    }

    public int Write(Action<ByteBuffer> content)
    {
        var id = Reserve();
        Write(id, content);
        return id;
    }

    /// <summary>Writes bytes as a compressed stream.</summary>
    public int WriteStream(string entries, ReadOnlySpan<byte> data) => WriteEncoded(entries + "/Filter/FlateDecode", Deflate(data));

    /// <summary>Writes bytes that are already encoded as described by <paramref name="entries"/>.</summary>
    public int WriteEncoded(string entries, ReadOnlySpan<byte> data)
    {
        var id = Reserve();
        Begin(id);
        file.Add("<<"u8).Add(entries).Add("/Length "u8).Add(data.Length).Add(">>\nstream\n"u8).Add(data).Add("\nendstream\nendobj\n"u8);
        return id;
    }

    /// <summary>Ends the file. Its identifier is a hash of the content: equal content gives equal bytes.</summary>
    public byte[] Finish(int catalog, int information)
    {
        var identifier = Convert.ToHexString(SHA256.HashData(file.Written).AsSpan(0, 16));
        var table = file.Length;
        file.Add("xref\n0 "u8).Add(offsets.Count).Add("\n0000000000 65535 f \n"u8);
        foreach (var offset in offsets.Skip(1))
            file.Add(offset.ToString("D10", CultureInfo.InvariantCulture)).Add(" 00000 n \n"u8);
        file.Add("trailer\n<</Size "u8).Add(offsets.Count).Add("/Root "u8).Add(catalog).Add(" 0 R/Info "u8).Add(information);
        file.Add($" 0 R/ID[<{identifier}><{identifier}>]>>\nstartxref\n").Add(table).Add("\n%%EOF\n"u8);
        return file.Written.ToArray();
    }

    internal static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream(data.Length / 2 + 64);
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(data);
        return compressed.ToArray();
    }

    private void Begin(int id)
    {
        offsets[id] = file.Length;
        file.Add(id).Add(" 0 obj\n"u8);
    }
}
