using System.Globalization;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Text;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>How a field is written in a cell.</summary>
internal enum CellForm
{
    Text,
    Number,

    /// <summary>是 or 否.</summary>
    Flag,
    Date,

    /// <summary>Texts, one a line.</summary>
    Lines,

    /// <summary>Numbers, separated by commas: the ends of a range.</summary>
    Bounds,

    /// <summary>Named ranges, one a line: <c>施工单位=1000,5000</c>.</summary>
    NamedRanges,

    /// <summary>Rows of a sheet of their own.</summary>
    Sheet,
}

/// <summary>A field of a row: its path in the JSON and the name of its column.</summary>
/// <param name="Path">Members from the row down, separated by dots.</param>
/// <param name="MaxLength">Longest text; per line if there are several.</param>
/// <param name="Help">Allowed content, for the sheet of instructions.</param>
/// <param name="Below">The sheet of a <see cref="CellForm.Sheet"/>.</param>
internal sealed record Column(
    string Path,
    string Label,
    CellForm Form = CellForm.Text,
    int MaxLength = 400,
    string? Help = null,
    RowForm? Below = null
);

/// <summary>The form of a kind of row: one list of fields serves JSON, sheet and difference.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Columns">Its fields in order; the key columns come first.</param>
/// <param name="KeyColumns">How many of the first columns form the key of a row.</param>
internal sealed record RowForm(string Sheet, int KeyColumns, IReadOnlyList<Column> Columns)
{
    public IEnumerable<string> Members => Columns.Select(c => c.Path.Split('.')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The text of a field, as written in its cell; empty if there is none.</summary>
    public static string TextOf(JsonObject row, Column column)
    {
        JsonNode? node = row;
        foreach (var member in column.Path.Split('.'))
            node = (node as JsonObject)?[member];
        return node is null ? "" : TextOf(node, column);
    }

    /// <summary>What differs, field by field; for lists, only removed and added lines.</summary>
    public IReadOnlyList<CatalogueFieldChange> Differences(JsonObject? old, JsonObject @new) =>
        [
            .. Columns
                .Select(c => (Column: c, Old: old is null ? "" : TextOf(old, c), New: TextOf(@new, c)))
                .Where(f => !string.Equals(f.Old, f.New, StringComparison.Ordinal))
                .Select(f => Change(f.Column, f.Old, f.New)),
        ];

    /// <summary>Writes the text of a cell to its member; a value that cannot be parsed is kept as text and refused by the reader of the row.</summary>
    public static void Put(JsonObject row, Column column, string text)
    {
        if (text.Length == 0)
            return;
        var members = column.Path.Split('.');
        var place = row;
        foreach (var member in members[..^1])
        {
            if (place[member] is not JsonObject inner)
                place[member] = inner = [];
            place = inner;
        }
        place[members[^1]] = Parse(column.Form, text);
    }

    private static string TextOf(JsonNode node, Column column) =>
        column.Form switch
        {
            CellForm.Text or CellForm.Date => node.ToString(),
            CellForm.Number => Number(node),
            CellForm.Flag => node.ToString() switch
            {
                "true" => "是",
                "false" => "否",
                var other => other,
            },
            CellForm.Lines => Joined(node, '\n', n => n?.ToString() ?? ""),
            CellForm.Bounds => Joined(node, ',', Number),
            CellForm.NamedRanges => node is JsonObject ranges
                ? string.Join('\n', ranges.Select(r => $"{r.Key}={Joined(r.Value, ',', Number)}"))
                : node.ToString(),
            CellForm.Sheet => Joined(node, '\n', n => LineOf(n, column.Below!)),
        };

    private static string Joined(JsonNode? node, char separator, Func<JsonNode?, string> text) =>
        node is JsonArray list ? string.Join(separator, list.Select(text)) : node?.ToString() ?? "";

    private static string LineOf(JsonNode? row, RowForm form) =>
        row is JsonObject fields
            ? string.Join(
                "，",
                form.Columns.Select(c => (Column: c, Text: TextOf(fields, c)))
                    .Where(c => c.Text.Length > 0)
                    .Select(c => Labelled(c.Column, c.Text))
            )
            : row?.ToString() ?? "";

    /// <summary>A list or a flag has no meaning without its label.</summary>
    private static string Labelled(Column column, string text) =>
        column.Form is CellForm.Lines or CellForm.Flag ? $"{column.Label}：{text.Replace('\n', '、')}" : text;

    private static string Number(JsonNode? node) =>
        decimal.TryParse(node?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : node?.ToString() ?? "";

    private static CatalogueFieldChange Change(Column column, string old, string @new)
    {
        if (column.Form is CellForm.Lines or CellForm.Sheet or CellForm.NamedRanges)
        {
            var (before, after) = (old.Split('\n'), @new.Split('\n'));
            var (gone, come) = (
                before.Except(after, StringComparer.Ordinal).ToList(),
                after.Except(before, StringComparer.Ordinal).ToList()
            );
            if (gone.Count + come.Count > 0) // otherwise only the order differs: shown whole
                (old, @new) = (string.Join('\n', gone), string.Join('\n', come));
        }
        return new(column.Path, column.Label, old.Length == 0 ? null : old, @new.Length == 0 ? null : @new);
    }

    private static JsonNode Parse(CellForm form, string text) =>
        form switch
        {
            CellForm.Number => NumberNode(text),
            CellForm.Flag => text switch
            {
                "是" => JsonValue.Create(true),
                "否" => JsonValue.Create(false),
                _ => JsonValue.Create(text),
            },
            CellForm.Lines => new JsonArray([.. Lines(text).Select(l => (JsonNode)JsonValue.Create(l))]),
            CellForm.Bounds => RangeNode(text),
            CellForm.NamedRanges => NamedRanges(text),
            _ => JsonValue.Create(text),
        };

    private static JsonNode NumberNode(string text) =>
        AmountText.Number(text) is { } number ? JsonValue.Create(number) : JsonValue.Create(text);

    private static JsonArray RangeNode(string text) => new([.. text.Split([',', '，'], StringSplitOptions.TrimEntries).Select(NumberNode)]);

    private static JsonNode NamedRanges(string text)
    {
        var ranges = new JsonObject();
        foreach (var line in Lines(text))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var range] || !ranges.TryAdd(name, RangeNode(range)))
                return JsonValue.Create(text);
        }
        return ranges;
    }

    private static string[] Lines(string text) =>
        text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
