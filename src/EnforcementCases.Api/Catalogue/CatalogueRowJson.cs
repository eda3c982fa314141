using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Rows of the catalogue as JSON, in the form of the product data.</summary>
internal static class CatalogueRowJson
{
    /// <summary>The form of the product data's files; unknown, repeated and missing members are refused.</summary>
    public static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The form of the calendar file.</summary>
    public static readonly JsonSerializerOptions CalendarForm = new(Form) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>A row as stored, with the hash that its version carries.</summary>
    public static (string Sha256, string Content) Source<T>(T row) => (ProductFile.HashOf(row), JsonSerializer.Serialize(row, Form));
}
