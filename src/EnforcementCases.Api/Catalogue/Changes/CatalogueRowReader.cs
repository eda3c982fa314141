using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Text;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>An adoption as clerks enter it.</summary>
/// <param name="Organisation">Path of the street or town.</param>
internal sealed record AdoptionRow(
    string Organisation,
    string ViolationCode,
    DateOnly ValidFrom,
    IReadOnlyList<string>? AreaCodes,
    DateOnly? ValidTo,
    string Instrument
);

/// <summary>A value of a parameter as clerks enter it.</summary>
/// <param name="Organisation">Path of the organisation; the organisations below inherit it.</param>
/// <param name="Value">Null or empty for an empty list.</param>
internal sealed record ParameterRow(string Organisation, string Key, DateOnly ValidFrom, string? Value, string Source);

/// <summary>Reads a row strictly and reports its errors in Chinese.</summary>
internal static class CatalogueRowReader
{
    /// <summary>Reads a row.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="json">JSON settings of its form.</param>
    /// <exception cref="DomainException"><see cref="CatalogueErrors.RowRejected"/> or a refusal of <see cref="TextRules"/>.</exception>
    public static T Read<T>(RowForm form, string content, JsonSerializerOptions json)
    {
        if (JsonNode.Parse(content) is not JsonObject row)
            throw Wrong("应为一个对象");
        if (HasEmptyItem(row))
            throw Wrong("列表中有空项");
        var members = form.Members.ToList();
        if (row.FirstOrDefault(m => !members.Contains(m.Key, StringComparer.Ordinal)) is { Key: { } unknown })
            throw Wrong($"不认识的字段“{unknown}”");
        EnsureTexts(row, form);
        FillIn(row, form);
        try
        {
            return row.Deserialize<T>(json)!;
        }
        catch (JsonException error)
        {
            throw Wrong($"{Named(form, error.Path)}没有填写，或者格式不符");
        }
    }

    private static bool HasEmptyItem(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Any(item => item is null || HasEmptyItem(item)),
            JsonObject members => members.Any(m => HasEmptyItem(m.Value)),
            _ => false,
        };

    /// <summary>Sets omitted members to null; the reader of the row decides whether they may be null.</summary>
    private static void FillIn(JsonObject row, RowForm form)
    {
        foreach (var member in form.Members.Where(m => !row.ContainsKey(m)).ToList())
            row[member] = null;
        foreach (var column in form.Columns.Where(c => c.Below is not null))
        foreach (var inner in (row[column.Path] as JsonArray ?? []).OfType<JsonObject>())
            FillIn(inner, column.Below!);
    }

    private static string Named(RowForm form, string? path)
    {
        var member = path is { Length: > 2 } ? path[2..] : "";
        var column =
            form.Columns.FirstOrDefault(c => c.Path == member)
            ?? form.Columns.FirstOrDefault(c => member.StartsWith(c.Path, StringComparison.Ordinal));
        return column is null ? (member.Length == 0 ? "有字段" : $"“{member}”") : $"“{column.Label}”（{member}）";
    }

    private static void EnsureTexts(JsonObject row, RowForm form)
    {
        foreach (var column in form.Columns)
        {
            if (column.Below is { } below)
            {
                foreach (var inner in (row[column.Path] as JsonArray ?? []).OfType<JsonObject>())
                    EnsureTexts(inner, below);
                continue;
            }
            var text = RowForm.TextOf(row, column);
            if (text.Length == 0)
                continue;
            if (text.Split('\n').Any(line => line.Length > column.MaxLength))
                throw Wrong($"“{column.Label}”超过 {column.MaxLength} 字");
            if (TextRules.Paragraphs(text) != text)
                throw Wrong($"“{column.Label}”首尾有空白，或者含有控制字符");
        }
    }

    private static DomainException Wrong(string why) => CatalogueErrors.RowRejected.With(why);
}
