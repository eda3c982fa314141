using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Language;

/// <summary>Writes a <see cref="Sentence"/> of an answer as a string in the language asked for. A client never sends one.</summary>
internal sealed class SentenceJson : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) =>
        writer.WriteStringValue(English.Current(value));
}
