using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Files;
using ExcelDataReader;

namespace EnforcementCases.Api.Personnel;

/// <summary>A line of the sheet as it was understood; dates are written <c>2024-01-31</c>.</summary>
/// <param name="Line">Line in the sheet, as the spreadsheet numbers it.</param>
/// <param name="HasFormula">Whether a cell of the line has a formula; its value is not used.</param>
/// <param name="LostDigits">Why a number of the line cannot be relied on, in Chinese; null if all can.</param>
public sealed record OfficerSheetRow(
    int Line,
    string Name,
    string StaffNumber,
    string Kind,
    string Organisation,
    string ServedFrom,
    string CertificateNumber,
    string CertificateKind,
    string IssuedOn,
    string ExpiresOn,
    bool HasFormula,
    string? LostDigits = null
);

/// <summary>Reads the sheet of officers (人员导入表, XLSX): its first worksheet, values only.</summary>
internal static class OfficerSheet
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxRows = 10_000;

    public static readonly DomainError TooLarge = new("officer-import.too-large", null, ErrorKind.TooLarge, "导入文件不得超过 5 MB");

    public static readonly DomainError TooManyRows = new("officer-import.too-many-rows", null, ErrorKind.TooLarge, "一次最多导入 10000 行");

    public static readonly DomainError HeaderUnknown = new(
        "officer-import.header-unknown",
        null,
        ErrorKind.Unacceptable,
        "表头与导入模板不符"
    );

    /// <summary>Columns in the order of the template; the first three are required.</summary>
    public static readonly string[] Columns =
    [
        "姓名",
        "人员类别",
        "所属机构",
        "工号",
        "任职日期",
        "证件号码",
        "证件种类",
        "发证日期",
        "有效期至",
    ];

    private const int RequiredColumns = 3;

    /// <summary>Places of 工号 and 证件号码.</summary>
    private static readonly int[] Identifiers = [3, 5];

    static OfficerSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // required by the reader of old formats

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="DomainException">Too large, not a workbook, or one with forbidden content.</exception>
    public static async Task<IReadOnlyList<OfficerSheetRow>> ReadAsync(Stream body, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0; )
        {
            if (content.Length + read > MaxBytes)
                throw TooLarge.With("文件过大");
            content.Write(buffer, 0, read);
        }
        return Read(content.ToArray());
    }

    /// <exception cref="DomainException">Not a workbook, one with forbidden content, or with a wrong header.</exception>
    public static IReadOnlyList<OfficerSheetRow> Read(byte[] content)
    {
        var formulas = UploadedWorkbook.Judge(content);
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            return Read(reader, formulas);
        }
        catch (Exception error) when (error is not DomainException and not OutOfMemoryException)
        {
            throw UploadedWorkbook.NotAWorkbook.With("工作簿已损坏，或者不是 XLSX");
        }
    }

    private static List<OfficerSheetRow> Read(IExcelDataReader reader, HashSet<int> formulas)
    {
        if (!reader.Read())
            throw HeaderUnknown.With("第一张工作表为空");
        SheetLimits.Ensure(1, reader.FieldCount);
        var places = Places(reader);
        var rows = new List<OfficerSheetRow>();
        for (var line = 2; reader.Read(); line++)
        {
            SheetCell Cell(int column) =>
                places[column] < 0 || places[column] >= reader.FieldCount ? new("") : SheetCell.Of(reader, places[column]);
            var read = Columns.Select((_, i) => Cell(i)).ToArray();
            var cells = Array.ConvertAll(read, c => c.Text);
            if (cells.All(c => c.Length == 0) && !formulas.Contains(line))
                continue;
            if (rows.Count == MaxRows)
                throw TooManyRows.With($"超过 {MaxRows} 行");
            rows.Add(
                new(
                    line,
                    Name: cells[0],
                    StaffNumber: cells[3],
                    Kind: cells[1],
                    Organisation: cells[2],
                    ServedFrom: read[4].AsDay,
                    CertificateNumber: cells[5],
                    CertificateKind: cells[6],
                    IssuedOn: read[7].AsDay,
                    ExpiresOn: read[8].AsDay,
                    HasFormula: formulas.Contains(line),
                    LostDigits: Identifiers
                        .Select(i => read[i].WhyNoIdentifier is { } why ? $"{Columns[i]}：{why}；请将该列设为文本后重新填写" : null)
                        .FirstOrDefault(why => why is not null)
                )
            );
        }
        return rows;
    }

    private static int[] Places(IExcelDataReader reader)
    {
        var header = Enumerable.Range(0, reader.FieldCount).Select(i => SheetCell.Of(reader, i).Text).ToList();
        while (header.Count > 0 && header[^1].Length == 0)
            header.RemoveAt(header.Count - 1);
        if (header.Find(h => !Columns.Contains(h, StringComparer.Ordinal)) is { } unknown)
            throw HeaderUnknown.With($"不认识的列“{unknown}”", "请下载导入模板");
        if (header.Distinct(StringComparer.Ordinal).Count() != header.Count)
            throw HeaderUnknown.With("有重复的列", "请下载导入模板");
        var places = Array.ConvertAll(Columns, header.IndexOf);
        if (Array.FindIndex(places, 0, RequiredColumns, p => p < 0) is var missing and >= 0)
            throw HeaderUnknown.With($"缺少列“{Columns[missing]}”", "请下载导入模板");
        return places;
    }
}
