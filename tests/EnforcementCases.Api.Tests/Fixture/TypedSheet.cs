using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A number in a cell with the format in which the spreadsheet shows it.</summary>
/// <param name="Format">A format of one's own; null: <paramref name="BuiltIn"/>.</param>
/// <param name="BuiltIn">Number of a built-in format; 0: General.</param>
internal sealed record NumberCell(double Value, string? Format = null, uint BuiltIn = 0);

/// <summary>A formula in a cell, with the text that it came to.</summary>
internal sealed record FormulaCell(string Formula, string Text);

/// <summary>Workbooks whose cells are what a spreadsheet makes of what people type: text, numbers, dates.</summary>
internal static class TypedSheet
{
    private const uint FirstOwnFormat = 164;

    /// <param name="rows">Cells: a text, a <see cref="NumberCell"/> or a <see cref="FormulaCell"/>.</param>
    public static byte[] Of(params object[][] rows)
    {
        var formats = rows.SelectMany(r => r).OfType<NumberCell>().Select(c => (c.Format, c.BuiltIn)).Distinct().ToList();
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles(formats);
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(r => new Row(r.Select(c => CellOf(c, formats))))));
            workbook.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = "Sheet1",
                    }
                )
            );
        }
        return content.ToArray();
    }

    private static Cell CellOf(object cell, List<(string?, uint)> formats) =>
        cell switch
        {
            NumberCell number => new()
            {
                StyleIndex = (uint)formats.IndexOf((number.Format, number.BuiltIn)) + 1,
                CellValue = new CellValue(number.Value.ToString("R", CultureInfo.InvariantCulture)),
            },
            FormulaCell formula => new()
            {
                CellFormula = new CellFormula(formula.Formula),
                CellValue = new CellValue(formula.Text),
                DataType = CellValues.String,
            },
            _ => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text((string)cell)) },
        };

    private static Stylesheet Styles(List<(string? Format, uint BuiltIn)> formats)
    {
        var own = formats.Where(f => f.Format is not null).Select(f => f.Format!).Distinct(StringComparer.Ordinal).ToList();
        var styles = new Stylesheet();
        if (own.Count > 0)
            styles.AppendChild(
                new NumberingFormats(
                    own.Select((f, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = f })
                )
            );
        styles.Append(
            new Fonts(new Font()),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                formats
                    .Select(f => new CellFormat
                    {
                        NumberFormatId = f.Format is null ? f.BuiltIn : FirstOwnFormat + (uint)own.IndexOf(f.Format),
                        ApplyNumberFormat = true,
                    })
                    .Prepend(new CellFormat())
            )
        );
        return styles;
    }
}
