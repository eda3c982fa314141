using System.IO.Compression;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EnforcementCases.Api.Personnel;

namespace EnforcementCases.Api.Tests.Personnel;

/// <summary>Workbooks as people make them, and as nobody should.</summary>
internal static class TestSheet
{
    public static readonly string[] Header = OfficerSheet.Columns;

    /// <param name="formula">Formula in the first cell of this line; 0 for none.</param>
    public static byte[] Of(IEnumerable<string[]> rows, int formula = 0)
    {
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            var line = 0u;
            foreach (var cells in rows)
            {
                line++;
                data.Append(new Row(cells.Select((text, i) => Cell(text, i == 0 && line == formula))) { RowIndex = line });
            }
            sheet.Worksheet = new Worksheet(data);
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = "人员",
                    }
                )
            );
        }
        return content.ToArray();
    }

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
        new(workbook) { Headers = { ContentType = new MediaTypeHeaderValue(OfficerSheet.MediaType) } };

    private static Cell Cell(string text, bool formula) =>
        formula
            ? new()
            {
                CellFormula = new CellFormula("CONCATENATE(\"张\",\"三\")"),
                CellValue = new CellValue(text),
                DataType = CellValues.String,
            }
            : new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
