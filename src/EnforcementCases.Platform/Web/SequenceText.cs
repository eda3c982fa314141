using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Platform.Web;

/// <summary>A sequence number in an answer: a text of digits, because it exceeds what a number of JavaScript holds exactly (2^53).</summary>
internal sealed class SequenceText : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers only.");

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
