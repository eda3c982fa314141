using System.IO.Compression;
using System.Net.Http.Headers;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Files;

namespace EnforcementCases.Api.Tests.Personnel;

/// <summary>Workbooks as people make them, and as nobody should.</summary>
internal static class TestSheet
{
    public static readonly string[] Header = OfficerSheet.Columns;

    /// <param name="formula">Formula in the first cell of this line; 0 for none.</param>
    public static byte[] Of(IEnumerable<string[]> rows, int formula = 0) =>
        TypedSheet.Of([
            .. rows.Select(
                (cells, row) =>
                    cells
                        .Select(
                            (text, i) => i == 0 && row + 1 == formula ? (object)new FormulaCell("CONCATENATE(\"张\",\"三\")", text) : text
                        )
                        .ToArray()
            ),
        ]);

    /// <summary>The workbook with one more part.</summary>
    public static byte[] WithPart(byte[] workbook, string name, Action<Stream> write)
    {
        using var content = new MemoryStream();
        content.Write(workbook);
        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            write(part);
        }
        return content.ToArray();
    }

    /// <summary>The workbook with a sheet of many megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes) =>
        WithPart(
            Of([Header]),
            "xl/worksheets/bomb.xml",
            part =>
            {
                var nothing = new byte[1024 * 1024];
                for (var i = 0; i < megabytes; i++)
                    part.Write(nothing);
            }
        );

    public static ByteArrayContent Upload(byte[] workbook) =>
        new(workbook) { Headers = { ContentType = new MediaTypeHeaderValue(SpreadsheetFile.MediaType) } };
}
