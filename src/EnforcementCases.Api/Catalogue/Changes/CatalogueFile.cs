using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Files;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>A row of a file that clerks send.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Place">Its position in the file.</param>
/// <param name="Content">The row as JSON, not validated yet.</param>
/// <param name="Fault">The error found while reading it; null if none.</param>
public sealed record CatalogueFileRow(CatalogueRowKind Kind, string Place, string Content, string? Fault = null);

/// <summary>Reads and writes the file of the catalogue (目录文件): JSON in the form of the product data, or a workbook (XLSX) with a sheet for each kind.</summary>
internal static class CatalogueFile
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxRows = 5_000;

    public static readonly DomainError TooLarge = new("catalogue-file.too-large", null, ErrorKind.TooLarge, "目录文件不得超过 5 MB");

    public static readonly DomainError TooManyRows = new("catalogue-file.too-many-rows", null, ErrorKind.TooLarge, "一次最多录入 5000 行");

    public static readonly DomainError Malformed = new(
        "catalogue-file.malformed",
        null,
        ErrorKind.Malformed,
        "请上传目录文件（JSON 或者 XLSX）"
    );

    public static readonly DomainError Empty = new("catalogue-file.empty", null, ErrorKind.Unacceptable, "目录文件中没有任何一行");

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Written = new(CatalogueRowJson.Form) { WriteIndented = true };

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="DomainException">Too large, neither JSON nor a workbook, or a workbook with forbidden content.</exception>
    public static async Task<IReadOnlyList<CatalogueFileRow>> ReadAsync(Stream body, CancellationToken ct)
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

    /// <inheritdoc cref="ReadAsync" path="/exception" />
    public static IReadOnlyList<CatalogueFileRow> Read(byte[] content)
    {
        var rows = content.AsSpan().StartsWith("PK"u8) ? CatalogueSheets.Read(content) : ReadJson(content);
        if (rows.Count > MaxRows)
            throw TooManyRows.With($"共 {rows.Count} 行");
        return rows.Count > 0 ? rows : throw Empty.With("没有任何一行");
    }

    /// <summary>Writes rows in the form that the import reads.</summary>
    public static byte[] WriteJson(IReadOnlyList<CatalogueFileRow> rows)
    {
        var file = new JsonObject();
        foreach (var (kind, section, _) in RowForms.All)
        {
            var of = rows.Where(r => r.Kind == kind).Select(r => JsonNode.Parse(r.Content)!.AsObject());
            file[section] =
                kind is CatalogueRowKind.CalendarYear
                    ? new JsonObject(of.Select(y => KeyValuePair.Create(Taken(y, "year"), (JsonNode?)y)))
                    : new JsonArray([.. of]);
        }
        return JsonSerializer.SerializeToUtf8Bytes(file, Written);
    }

    private static string Taken(JsonObject row, string member)
    {
        var value = row[member]!.ToString();
        row.Remove(member);
        return value;
    }

    private static List<CatalogueFileRow> ReadJson(byte[] content)
    {
        JsonObject file;
        try
        {
            EnsureBounded(content);
            file = JsonNode.Parse(content, documentOptions: Strict) as JsonObject ?? throw Malformed.With("文件不是 JSON 对象");
        }
        catch (JsonException)
        {
            throw Malformed.With("既不是 JSON，也不是 XLSX 工作簿");
        }
        try
        {
            return RowsOf(file);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException) // half a surrogate pair, or a repeated member
        {
            throw Malformed.With("文件中有不成对的字符，或者重复的字段");
        }
    }

    /// <summary>Counts values before a tree is made of them: five million bytes can hold a million rows.</summary>
    private static void EnsureBounded(ReadOnlySpan<byte> content)
    {
        var values = 0;
        for (var reader = new Utf8JsonReader(content); reader.Read(); )
        {
            if (
                reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)
                && ++values > SheetLimits.MaxCells
            )
                throw SheetLimits.TooManyCells.With($"文件中的值超过 {SheetLimits.MaxCells} 个");
        }
    }

    private static List<CatalogueFileRow> RowsOf(JsonObject file)
    {
        if (file.FirstOrDefault(m => RowForms.All.All(f => f.Section != m.Key)) is { Key: { } unknown })
            throw Malformed.With($"不认识的部分“{unknown}”，应为 {string.Join("、", RowForms.All.Select(f => f.Section))}");
        return [.. RowForms.All.SelectMany(f => RowsOf(f.Kind, f.Section, file[f.Section]))];
    }

    private static IEnumerable<CatalogueFileRow> RowsOf(CatalogueRowKind kind, string section, JsonNode? rows)
    {
        if (rows is null)
            return [];
        if (kind is not CatalogueRowKind.CalendarYear)
        {
            return rows is JsonArray list
                ? list.Select((row, i) => new CatalogueFileRow(kind, $"{kind.Term()}第 {i + 1} 项", row?.ToJsonString() ?? "null"))
                : throw Malformed.With($"{section} 应为列表");
        }
        return rows is JsonObject years
            ? years.Select(y => new CatalogueFileRow(kind, $"{kind.Term()} {y.Key} 年", WithYear(y.Key, y.Value).ToJsonString()))
            : throw Malformed.With($"{section} 应以年度为名");
    }

    private static JsonObject WithYear(string year, JsonNode? content)
    {
        var row = content as JsonObject is { } fields ? fields.DeepClone().AsObject() : [];
        row["year"] = int.TryParse(year, CultureInfo.InvariantCulture, out var number) ? number : JsonValue.Create(year);
        return row;
    }
}
