using EnforcementCases.Domain.Catalogue;
using Microsoft.OpenApi;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>The JSON form of the file of the catalogue as a schema, written from the list of fields that reads it. Names and units are those of the published data: snake_case, amounts in yuan.</summary>
internal static class CatalogueFileSchema
{
    public static IOpenApiSchema Write() =>
        new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description =
                "目录文件，与导出的 JSON 相同；字段与 XLSX 的列一致，金额为元。The file of the catalogue as exported; amounts in yuan.",
            AdditionalPropertiesAllowed = false,
            Properties = RowForms.All.ToDictionary(
                f => f.Section,
                f => (IOpenApiSchema)(f.Kind is CatalogueRowKind.CalendarYear ? ByYear(f.Form) : ListOf(f.Form)),
                StringComparer.Ordinal
            ),
        };

    private static OpenApiSchema ListOf(RowForm form) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Description = form.Sheet,
            Items = Row(form.Columns.Select(c => (c.Path.Split('.'), c))),
        };

    /// <summary>The year is the name of its member.</summary>
    private static OpenApiSchema ByYear(RowForm form) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = form.Sheet + "，以年度为名",
            AdditionalProperties = Row(form.Columns.Where(c => c.Path != "year").Select(c => (c.Path.Split('.'), c))),
        };

    private static OpenApiSchema Row(IEnumerable<(string[] Path, Column Column)> columns) =>
        new()
        {
            Type = JsonSchemaType.Object | JsonSchemaType.Null,
            Properties = columns
                .GroupBy(c => c.Path[0], StringComparer.Ordinal)
                .ToDictionary(
                    g => g.Key,
                    g =>
                        (IOpenApiSchema)(
                            g.First() is { Path.Length: 1 } one ? Cell(one.Column) : Row(g.Select(c => (c.Path[1..], c.Column)))
                        ),
                    StringComparer.Ordinal
                ),
        };

    private static OpenApiSchema Cell(Column column)
    {
        var schema = column.Form switch
        {
            CellForm.Text => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = column.MaxLength },
            CellForm.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            CellForm.Number => new OpenApiSchema { Type = JsonSchemaType.Number },
            CellForm.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            CellForm.Lines => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = column.MaxLength },
            },
            CellForm.Bounds => Bounds(),
            CellForm.NamedRanges => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Bounds() },
            CellForm.Sheet => ListOf(column.Below!),
        };
        schema.Type |= JsonSchemaType.Null;
        schema.Description = column.Help is { } help ? $"{column.Label}。{help}" : column.Label;
        return schema;
    }

    private static OpenApiSchema Bounds() =>
        new()
        {
            Type = JsonSchemaType.Array | JsonSchemaType.Null,
            MinItems = 2,
            MaxItems = 2,
            Items = new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null },
        };
}
