using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Files;

/// <summary>Reads an uploaded text file (CSV): its encoding is recognised, and no byte is replaced by a guess.</summary>
internal static class UploadedText
{
    public static readonly DomainError ByteUndecodable = new("sheet.byte-undecodable", null, ErrorKind.Malformed, "文件中有无法识别的字节");

    private const int LongestField = 10_000;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false, throwOnInvalidBytes: true)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <summary>UTF-8 first: text in GB 18030 is hardly ever valid UTF-8, while nearly every UTF-8 text is also valid GB 18030.</summary>
    private static readonly Encoding[] Unmarked;

    static UploadedText()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // banks still write GB 18030
        Unmarked = [new UTF8Encoding(false, throwOnInvalidBytes: true), Strict("GB18030")];
    }

    /// <summary>An encoding by its name that refuses what it cannot decode.</summary>
    public static Encoding Strict(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    /// <summary>The lines of a CSV file, cell by cell; blank lines are kept, so that places are those of the file. Its cells are counted before all of it is decoded.</summary>
    /// <param name="expected">The only encoding allowed for a file without a byte order mark; null: UTF-8, else GB 18030.</param>
    /// <exception cref="DomainException"><see cref="SheetLimits.TooManyCells"/> or <see cref="ByteUndecodable"/>.</exception>
    /// <exception cref="CsvHelperException">Quotes that do not fit.</exception>
    public static IEnumerable<SheetCell[]> Lines(byte[] content, Encoding? expected, string delimiter)
    {
        using (var judged = new StreamReader(new MemoryStream(content), Encoding.GetEncoding((expected ?? Unmarked[^1]).CodePage))) // marks of UTF-8 and UTF-16 are seen
            SheetLimits.EnsureCsv(judged, delimiter);
        return LinesOf(Decode(content, expected), delimiter);
    }

    private static string Decode(byte[] content, Encoding? expected)
    {
        var marked = Array.Find(Marks, m => content.AsSpan().StartsWith(m.Mark));
        if (marked.Encoding is not null)
            return Decode(content, marked.Mark.Length, [marked.Encoding]);
        return Decode(content, 0, expected is null ? Unmarked : [expected]);
    }

    private static IEnumerable<SheetCell[]> LinesOf(string text, string delimiter)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter,
                TrimOptions = TrimOptions.Trim,
                IgnoreBlankLines = false,
                MaxFieldSize = LongestField,
            }
        );
        while (parser.Read())
            yield return Array.ConvertAll(parser.Record!, SheetCell.OfText);
    }

    private static string Decode(byte[] content, int from, IReadOnlyList<Encoding> encodings)
    {
        var farthest = from;
        foreach (var encoding in encodings)
        {
            var at = WhereUndecodable(content, from, encoding);
            if (at < 0)
                return encoding.GetString(content, from, content.Length - from);
            farthest = Math.Max(farthest, at);
        }
        var line = content.AsSpan(0, farthest).Count((byte)'\n') + 1;
        throw ByteUndecodable.With(
            $"第 {line} 行，文件的第 {farthest + 1} 个字节（0x{content[farthest]:X2}）不是 {string.Join("、", encodings.Select(e => e.WebName))}",
            "用表格软件打开，另存为 UTF-8 的 CSV 后重新上传"
        );
    }

    /// <summary>Position of the first byte that cannot be decoded; -1 if there is none.</summary>
    private static int WhereUndecodable(byte[] content, int from, Encoding encoding)
    {
        try
        {
            _ = encoding.GetCharCount(content, from, content.Length - from);
            return -1;
        }
        catch (DecoderFallbackException refused)
        {
            // what the exception names is the end of the bad sequence in some encodings, its beginning in others: the longest prefix that decodes ends before it
            var at = Math.Clamp(from + Math.Max(0, refused.Index), from, content.Length - 1);
            while (at > from && !Decodes(content, from, at, encoding))
                at--;
            return at;
        }
    }

    private static bool Decodes(byte[] content, int from, int until, Encoding encoding)
    {
        try
        {
            _ = encoding.GetCharCount(content, from, until - from);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
