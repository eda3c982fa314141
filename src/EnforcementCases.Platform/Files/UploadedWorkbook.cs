using System.Globalization;
using System.IO.Compression;
using System.Xml;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Files;

/// <summary>Judges a workbook (XLSX) before anything of it is used: sizes, macros, links to outside, formulas.</summary>
internal static class UploadedWorkbook
{
    /// <summary>Largest size of all parts together when unpacked, in bytes.</summary>
    public const long MaxUnpackedBytes = 50 * 1024 * 1024;

    public const int MaxParts = 300;

    /// <summary>More columns than any sheet has.</summary>
    private const int Beyond = 1_000_000;

    public static readonly DomainError NotAWorkbook = new("workbook.not-a-workbook", null, ErrorKind.Malformed, "请上传 XLSX 工作簿");

    public static readonly DomainError UnpacksTooLarge = new("workbook.unpacks-too-large", null, ErrorKind.TooLarge, "工作簿解压后过大");

    public static readonly DomainError ActiveContent = new(
        "workbook.active-content",
        null,
        ErrorKind.Unacceptable,
        "工作簿含有宏、外部链接或者嵌入对象，不予导入"
    );

    private static readonly string[] ActiveParts =
    [
        "vbaproject",
        "/externallinks/",
        "/embeddings/",
        "/activex/",
        "/macrosheets/",
        "/connections.xml",
        "/querytables/",
    ];

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
    };

    /// <summary>Refuses what must not be opened.</summary>
    /// <returns>Line numbers of the first worksheet that contain a formula.</returns>
    /// <exception cref="DomainException"><see cref="NotAWorkbook"/>, <see cref="UnpacksTooLarge"/>, <see cref="ActiveContent"/> or <see cref="SheetLimits.TooManyCells"/>.</exception>
    public static HashSet<int> Judge(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            EnsureSizes(zip);
            EnsurePassive(zip);
            var cells = 0L;
            var formulas = Sheets(zip).ConvertAll(s => FormulaLines(PartOf(zip, s.Part), ref cells)); // the reader opens every sheet
            return formulas is [var first, ..] ? first : throw NotAWorkbook.With("没有工作表");
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or IOException or ArgumentException)
        {
            throw NotAWorkbook.With("不是 XLSX 工作簿，或者已损坏");
        }
    }

    /// <summary>Refuses what must not be opened, for a workbook of which every sheet is read.</summary>
    /// <returns>Line numbers that contain a formula, by name of the sheet.</returns>
    /// <inheritdoc cref="Judge" path="/exception" />
    public static Dictionary<string, HashSet<int>> JudgeAll(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            EnsureSizes(zip);
            EnsurePassive(zip);
            var lines = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
            var cells = 0L;
            foreach (var (name, part) in Sheets(zip))
                lines[name] = FormulaLines(PartOf(zip, part), ref cells);
            return lines;
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or IOException or ArgumentException)
        {
            throw NotAWorkbook.With("不是 XLSX 工作簿，或者已损坏");
        }
    }

    private static void EnsureSizes(ZipArchive zip)
    {
        if (zip.Entries.Count > MaxParts || zip.Entries.Sum(e => e.Length) > MaxUnpackedBytes)
            throw UnpacksTooLarge.With("工作簿的部件过多或者过大");
        if (zip.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1))
            throw NotAWorkbook.With("工作簿中有重名的部件");
        var buffer = new byte[64 * 1024];
        var left = MaxUnpackedBytes;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0; ) // the size that a part declares is not trusted
            {
                if ((left -= read) < 0)
                    throw UnpacksTooLarge.With("工作簿解压后过大");
            }
        }
    }

    private static void EnsurePassive(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            var name = "/" + entry.FullName.Replace('\\', '/').ToLowerInvariant();
            if (ActiveParts.Any(a => name.Contains(a, StringComparison.Ordinal)))
                throw ActiveContent.With(entry.FullName);
            if (name.EndsWith(".rels", StringComparison.Ordinal) && Attributes(entry, "Relationship", "TargetMode").Contains("External"))
                throw ActiveContent.With("工作簿引用外部文件");
        }
    }

    private static ZipArchiveEntry PartOf(ZipArchive zip, string part) => zip.GetEntry(part) ?? throw NotAWorkbook.With("没有工作表");

    /// <summary>The sheets in order, each with the part that holds it.</summary>
    private static List<(string Name, string Part)> Sheets(ZipArchive zip)
    {
        var workbook = zip.GetEntry("xl/workbook.xml") ?? throw NotAWorkbook.With("没有工作簿部件");
        var relations = zip.GetEntry("xl/_rels/workbook.xml.rels") ?? throw NotAWorkbook.With("没有工作表");
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var reader = XmlReader.Create(relations.Open(), Xml))
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id)
                    targets[id] = reader.GetAttribute("Target") ?? "";
            }
        }
        var sheets = new List<(string, string)>();
        using var names = XmlReader.Create(workbook.Open(), Xml);
        while (names.Read())
        {
            if (
                names is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && names.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { } id
                && targets.TryGetValue(id, out var target)
            )
                sheets.Add((names.GetAttribute("name") ?? "", target.StartsWith('/') ? target[1..] : "xl/" + target));
        }
        return sheets;
    }

    /// <summary>Reads where the cells of a sheet are, and stops at the first that is too far out: the reader would make every cell up to it.</summary>
    /// <param name="cells">Rows times columns of the sheets before; this sheet is added.</param>
    private static HashSet<int> FormulaLines(ZipArchiveEntry sheet, ref long cells)
    {
        var lines = new HashSet<int>();
        using var reader = XmlReader.Create(sheet.Open(), Xml);
        var (line, column, widest, last) = (0, 0, 0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    (line, column) = (LineOf(reader.GetAttribute("r")) ?? line + 1, 0);
                    Reach(line, 0, cells);
                    break;
                case "c":
                    var place = PlaceOf(reader.GetAttribute("r"));
                    column = place.Column > 0 ? place.Column : column + 1;
                    Reach(Math.Max(line, place.Line), column, cells);
                    break;
                case "f":
                    lines.Add(line);
                    break;
            }
        }
        cells += (long)last * Math.Max(1, widest);
        return lines;

        void Reach(int toLine, int toColumn, long before)
        {
            (last, widest) = (Math.Max(last, toLine), Math.Max(widest, toColumn));
            SheetLimits.Ensure(last, widest, before);
        }
    }

    private static int? LineOf(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var line) ? line : null;

    /// <summary>C17 → line 17, column 3; what is missing or out of bounds is 0 or the highest.</summary>
    private static (int Line, int Column) PlaceOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        var digits = 0;
        for (; digits < reference.Length && char.IsAsciiLetter(reference[digits]); digits++)
            column = Math.Min(Beyond, column * 26 + (reference[digits] & 0x1F));
        return (int.TryParse(reference[digits..], CultureInfo.InvariantCulture, out var line) ? line : 0, column);
    }

    private static HashSet<string> Attributes(ZipArchiveEntry part, string element, string attribute)
    {
        var values = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var reader = XmlReader.Create(part.Open(), Xml);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && reader.GetAttribute(attribute) is { } value)
                values.Add(value);
        }
        return values;
    }
}
