using System.Buffers.Text;

namespace EnforcementCases.Pdf.Output;

/// <summary>Bytes being written, in the notation of PDF. Numbers have at most three decimals and never depend on the culture.</summary>
internal sealed class ByteBuffer(int capacity = 1024)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ByteBuffer Add(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Space(more.Length));
        Length += more.Length;
        return this;
    }

    public ByteBuffer Add(string ascii)
    {
        var space = Space(ascii.Length);
        for (var i = 0; i < ascii.Length; i++)
            space[i] = (byte)ascii[i];
        Length += ascii.Length;
        return this;
    }

    public ByteBuffer Add(int number)
    {
        Utf8Formatter.TryFormat(number, Space(11), out var written);
        Length += written;
        return this;
    }

    /// <summary>A number followed by a space.</summary>
    public ByteBuffer Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        var space = Space(24);
        var at = 0;
        if (thousandths < 0)
        {
            space[at++] = (byte)'-';
            thousandths = -thousandths;
        }
        Utf8Formatter.TryFormat(thousandths / 1000, space[at..], out var written);
        at += written;
        var rest = (int)(thousandths % 1000);
        if (rest != 0)
        {
            space[at++] = (byte)'.';
            for (var unit = 100; rest != 0; unit /= 10)
            {
                space[at++] = (byte)('0' + rest / unit);
                rest %= unit;
            }
        }
        space[at++] = (byte)' ';
        Length += at;
        return this;
    }

    /// <summary>Four hexadecimal digits.</summary>
    public ByteBuffer Hex(int value)
    {
        var digits = "0123456789ABCDEF"u8;
        var space = Space(4);
        space[0] = digits[(value >> 12) & 15];
        space[1] = digits[(value >> 8) & 15];
        space[2] = digits[(value >> 4) & 15];
        space[3] = digits[value & 15];
        Length += 4;
        return this;
    }

    /// <summary>A text string in UTF-16, as required for document information.</summary>
    public ByteBuffer TextString(string text)
    {
        Add("<FEFF"u8);
        foreach (var c in text)
            Hex(c);
        return Add(">"u8);
    }

    private Span<byte> Space(int needed)
    {
        if (Length + needed > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + needed));
        return bytes.AsSpan(Length);
    }
}
