using System.Text;
using System.Text.Json.Nodes;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Files;
using ExcelDataReader;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>The file of the catalogue as a workbook: a sheet for each kind of row, one more for each list of rows below it.</summary>
internal static class CatalogueSheets
{
    public static readonly DomainError HeaderUnknown = new(
        "catalogue-file.header-unknown",
        null,
        ErrorKind.Unacceptable,
        "工作表或者表头与目录文件不符"
    );

    private const string Explanation = "填写说明";
    private const string GetTemplate = "请下载空白目录文件，或者导出后修改";

    static CatalogueSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // required by the reader of old formats

    /// <exception cref="DomainException">Not a workbook, one with forbidden content, or with wrong sheets or columns.</exception>
    public static IReadOnlyList<CatalogueFileRow> Read(byte[] content)
    {
        var formulas = UploadedWorkbook.JudgeAll(content);
        List<SheetContent> sheets;
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            sheets = ReadSheets(reader, formulas);
        }
        catch (Exception error) when (error is not DomainException and not OutOfMemoryException)
        {
            throw UploadedWorkbook.NotAWorkbook.With("工作簿已损坏，或者不是 XLSX");
        }
        EnsureKnown(sheets);
        return [.. RowForms.All.SelectMany(f => RowsOf(f.Kind, f.Form, sheets))];
    }

    /// <summary>Writes rows in the form that the import reads, with a sheet of instructions.</summary>
    public static byte[] Write(IReadOnlyList<CatalogueFileRow> rows) => SpreadsheetFile.Write([.. SheetsOf(rows), Explained()]);

    private static IEnumerable<SpreadsheetSheet> SheetsOf(IReadOnlyList<CatalogueFileRow> rows)
    {
        foreach (var (kind, _, form) in RowForms.All)
        {
            var objects = rows.Where(r => r.Kind == kind).Select(r => JsonNode.Parse(r.Content)!.AsObject()).ToList();
            var cells = form.Columns.Where(c => c.Below is null).ToList();
            yield return new(
                form.Sheet,
                [.. cells.Select(c => c.Label)],
                objects.Select(o => cells.Select(c => RowForm.TextOf(o, c)).ToArray())
            );
            foreach (var column in form.Columns.Where(c => c.Below is not null))
            {
                var keys = form.Columns.Take(form.KeyColumns).ToList();
                yield return new(
                    column.Below!.Sheet,
                    [.. keys.Select(k => k.Label), .. column.Below.Columns.Select(c => c.Label)],
                    objects.SelectMany(o =>
                        (o[column.Path]?.AsArray() ?? []).Select(below =>
                            keys.Select(k => RowForm.TextOf(o, k))
                                .Concat(column.Below.Columns.Select(c => RowForm.TextOf(below!.AsObject(), c)))
                                .ToArray()
                        )
                    )
                );
            }
        }
    }

    private static SpreadsheetSheet Explained() =>
        new(
            Explanation,
            ["工作表", "列", "说明"],
            RowForms
                .All.SelectMany(f => f.Form.Columns.Where(c => c.Below is not null).Select(c => c.Below!).Prepend(f.Form))
                .SelectMany(form => form.Columns.Where(c => c.Below is null).Select(c => new[] { form.Sheet, c.Label, HelpOf(c) }))
        );

    private static string HelpOf(Column column)
    {
        var form = column.Form switch
        {
            CellForm.Flag => "是 或者 否",
            CellForm.Date => "如 2027-01-31；请设为文本格式",
            CellForm.Number => "数字",
            CellForm.Lines => "每行一项",
            _ => "",
        };
        return column.Help is null ? form
            : form.Length == 0 ? column.Help
            : $"{form}；{column.Help}";
    }

    private static List<SheetContent> ReadSheets(IExcelDataReader reader, Dictionary<string, HashSet<int>> formulas)
    {
        var sheets = new List<SheetContent>();
        var total = 0;
        do
        {
            var lines = new List<(int Line, SheetCell[] Cells)>();
            for (var line = 1; reader.Read(); line++)
            {
                SheetLimits.Ensure(line, reader.FieldCount);
                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => SheetCell.Of(reader, i)).ToArray();
                if (!Array.TrueForAll(cells, c => c.Text.Length == 0))
                    lines.Add((line, cells));
                if (++total > CatalogueFile.MaxRows * 20)
                    throw CatalogueFile.TooManyRows.With("工作簿的行数过多");
            }
            sheets.Add(new(reader.Name, lines, formulas.GetValueOrDefault(reader.Name) ?? []));
        } while (reader.NextResult());
        return sheets;
    }

    private static void EnsureKnown(List<SheetContent> sheets)
    {
        var known = RowForms
            .All.SelectMany(f => f.Form.Columns.Where(c => c.Below is not null).Select(c => c.Below!.Sheet).Append(f.Form.Sheet))
            .Append(Explanation)
            .ToHashSet(StringComparer.Ordinal);
        if (sheets.Find(s => !known.Contains(s.Name)) is { } unknown)
            throw HeaderUnknown.With($"不认识的工作表“{unknown.Name}”", GetTemplate);
    }

    private static List<CatalogueFileRow> RowsOf(CatalogueRowKind kind, RowForm form, List<SheetContent> sheets)
    {
        if (sheets.Find(s => s.Name == form.Sheet) is not { Lines.Count: > 0 } sheet)
            return [];
        var cells = form.Columns.Where(c => c.Below is null).ToList();
        var places = Places(sheet, cells.ConvertAll(c => c.Label));
        var below = form.Columns.Where(c => c.Below is not null).Select(c => (Column: c, Rows: Below(form, c, sheets))).ToList();
        var rows = new List<CatalogueFileRow>();
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, values) in sheet.Lines.Skip(1))
        {
            var row = new JsonObject();
            for (var i = 0; i < cells.Count; i++)
                RowForm.Put(row, cells[i], TextOf(cells[i], At(values, places[i])));
            var key = KeyOf(form.Columns.Take(form.KeyColumns).Select(c => RowForm.TextOf(row, c)));
            var fault = FaultOf(sheet, line, cells.Select((c, i) => (c, At(values, places[i]))));
            foreach (var (column, found) in below)
            {
                row[column.Path] = new JsonArray([.. found[key].Select(f => f.Row.DeepClone())]);
                fault ??= found[key].Select(f => f.Fault).FirstOrDefault(f => f is not null);
            }
            claimed.Add(key);
            rows.Add(new(kind, $"{form.Sheet}第 {line} 行", row.ToJsonString(), fault));
        }
        foreach (var (column, found) in below)
        {
            if (found.FirstOrDefault(g => !claimed.Contains(g.Key)) is { } orphan)
                throw HeaderUnknown.With($"工作表“{column.Below!.Sheet}”中的“{orphan.Key}”在工作表“{form.Sheet}”中没有对应的行");
        }
        return rows;
    }

    private static ILookup<string, (JsonObject Row, string? Fault)> Below(RowForm form, Column column, List<SheetContent> sheets)
    {
        if (sheets.Find(s => s.Name == column.Below!.Sheet) is not { Lines.Count: > 0 } sheet)
            return Array.Empty<(JsonObject, string?)>().ToLookup(_ => "", StringComparer.Ordinal);
        var keys = form.Columns.Take(form.KeyColumns).ToList();
        var places = Places(sheet, [.. keys.Select(k => k.Label), .. column.Below!.Columns.Select(c => c.Label)]);
        return sheet
            .Lines.Skip(1)
            .Select(line =>
            {
                var row = new JsonObject();
                for (var i = 0; i < column.Below.Columns.Count; i++)
                    RowForm.Put(row, column.Below.Columns[i], TextOf(column.Below.Columns[i], At(line.Cells, places[keys.Count + i])));
                return (
                    Key: KeyOf(places.Take(keys.Count).Select(p => At(line.Cells, p).Text)),
                    Row: row,
                    Fault: FaultOf(sheet, line.Line, keys.Concat(column.Below.Columns).Select((c, i) => (c, At(line.Cells, places[i]))))
                );
            })
            .ToLookup(r => r.Key, r => (r.Row, r.Fault), StringComparer.Ordinal);
    }

    private static string KeyOf(IEnumerable<string> parts) => string.Join(' ', parts).TrimEnd();

    private static SheetCell At(SheetCell[] cells, int place) => place < cells.Length ? cells[place] : new("");

    private static string TextOf(Column column, SheetCell cell) => column.Form is CellForm.Date ? cell.AsDay : cell.Text;

    /// <summary>Why a line cannot be used: a formula, or a number where text is expected that lost digits; null if it can.</summary>
    private static string? FaultOf(SheetContent sheet, int line, IEnumerable<(Column Column, SheetCell Cell)> cells) =>
        sheet.Formulas.Contains(line)
            ? "该行含有公式，请改为数值"
            : cells
                .Where(c => c.Column.Form is CellForm.Text or CellForm.Lines && c.Cell.Day is null)
                .Select(c => c.Cell.WhyNoIdentifier is { } why ? $"{c.Column.Label}：{why}；请将该列设为文本后重新填写" : null)
                .FirstOrDefault(why => why is not null);

    private static int[] Places(SheetContent sheet, List<string> labels)
    {
        var header = sheet.Lines[0].Cells.Select(c => c.Text).ToList();
        while (header.Count > 0 && header[^1].Length == 0)
            header.RemoveAt(header.Count - 1);
        if (header.Find(h => !labels.Contains(h, StringComparer.Ordinal)) is { } unknown)
            throw HeaderUnknown.With($"工作表“{sheet.Name}”有不认识的列“{unknown}”", GetTemplate);
        if (header.Distinct(StringComparer.Ordinal).Count() != header.Count)
            throw HeaderUnknown.With($"工作表“{sheet.Name}”有重复的列", GetTemplate);
        if (labels.Find(l => !header.Contains(l, StringComparer.Ordinal)) is { } missing)
            throw HeaderUnknown.With($"工作表“{sheet.Name}”缺少列“{missing}”", GetTemplate); // a missing column would be taken as empty cells
        return [.. labels.Select(l => header.IndexOf(l))];
    }

    /// <summary>A sheet as it was read; its first line is the header.</summary>
    private sealed record SheetContent(string Name, List<(int Line, SheetCell[] Cells)> Lines, HashSet<int> Formulas);
}
