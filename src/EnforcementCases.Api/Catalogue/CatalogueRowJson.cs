using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Rows of the catalogue as JSON, in the form of the product data.</summary>
internal static class CatalogueRowJson
{
    /// <summary>As the files of product data are written; nothing is left out in silence.</summary>
    public static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As the calendar file is written.</summary>
    public static readonly JsonSerializerOptions CalendarForm = new(Form) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A row as it is kept, under the hash that its version carries.</summary>
    public static (string Sha256, string Content) Source<T>(T row) => (ProductFile.HashOf(row), JsonSerializer.Serialize(row, Form));
}
