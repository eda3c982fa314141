using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Files;

/// <summary>A file to be saved.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">Name for saving.</param>
public sealed record SavedFile(byte[] Content, string Name);

/// <summary>A sheet of a workbook: a heading line and rows. A cell is text, or an amount that the spreadsheet can sum.</summary>
/// <param name="Name">Its name, at most 31 characters.</param>
/// <param name="Heading">Column heads.</param>
/// <param name="Rows">Rows; <see cref="Money"/>, whole numbers and decimals are written as numbers, <see cref="SpreadsheetSum"/> as a formula, everything else as text, so that no
/// text is ever a formula.</param>
internal sealed record SpreadsheetSheet(string Name, IReadOnlyList<string> Heading, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>The sum of a range, which the spreadsheet computes.</summary>
/// <param name="From">First cell, <c>B2</c>.</param>
/// <param name="To">Last cell.</param>
/// <param name="Value">The sum as it is now: a whole number, or a decimal.</param>
internal sealed record SpreadsheetSum(string From, string To, object Value)
{
    /// <summary>Name of a cell.</summary>
    /// <param name="column">Column, from 0; at most 25.</param>
    /// <param name="line">Line, from 1.</param>
    public static string Cell(int column, int line) => FormattableString.Invariant($"{(char)('A' + column)}{line}");
}

/// <summary>Writes a workbook (XLSX), row by row.</summary>
internal static class SpreadsheetFile
{
    /// <summary>Media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(params IReadOnlyList<SpreadsheetSheet> sheets)
    {
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteSheet(part, sheets[i]);
                workbook.Workbook.Sheets!.AppendChild(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(part),
                        SheetId = (uint)(i + 1),
                        Name = sheets[i].Name,
                    }
                );
            }
        }
        return content.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, SpreadsheetSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows.Prepend(sheet.Heading))
        {
            writer.WriteStartElement(new Row());
            foreach (var value in row)
                writer.WriteElement(CellOf(value));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value) =>
        value switch
        {
            Money amount => new Cell { StyleIndex = 1, CellValue = new CellValue(amount.InYuan) },
            decimal number => new Cell { StyleIndex = 1, CellValue = new CellValue(number) },
            SpreadsheetSum sum => Summed(sum, CellOf(sum.Value)),
            int or long => new Cell { CellValue = new CellValue(FormattableString.Invariant($"{value}")) },
            null => new Cell(),
            _ => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(
                    new Text(FormattableString.Invariant($"{value}")) { Space = SpaceProcessingModeValues.Preserve }
                ),
            },
        };

    private static Cell Summed(SpreadsheetSum sum, Cell cell)
    {
        cell.CellFormula = new CellFormula($"SUM({sum.From}:{sum.To})");
        return cell;
    }

    /// <summary>The usual cell, and one with two decimals.</summary>
    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font()),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 2, ApplyNumberFormat = true })
        );
}
