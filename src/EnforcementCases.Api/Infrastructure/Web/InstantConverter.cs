using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Api.Infrastructure.Web;

/// <summary>Instants as RFC 3339 with an offset. Without one the server's own zone would be assumed, and with it a legal date nobody meant.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HasOffset(reader.GetString()!) && reader.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new JsonException("An instant is written as RFC 3339 with an offset.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>2024-05-10T09:30:00Z or …+08:00.</summary>
    public static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 16 && text[^3] == ':' && text[^6] is '+' or '-');
}
