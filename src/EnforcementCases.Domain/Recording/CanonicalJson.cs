using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EnforcementCases.Domain.Recording;

/// <summary>Canonical bytes of record fields: RFC 8785 restricted to NFC text, whole numbers within ±(2^53−1), booleans, null, lists and groups.</summary>
/// <remarks>The bytes are stored as they were hashed and never rewritten from a parsed form.</remarks>
public static class CanonicalJson
{
    private const long LargestWholeNumber = (1L << 53) - 1;

    /// <summary>A lone surrogate cannot be encoded: it throws, whereas the writer alone would hash a replacement character.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonWriterOptions Options = new() { Encoder = new JcsEncoder(), SkipValidation = false };

    /// <summary>Writes the fields as canonical UTF-8.</summary>
    /// <exception cref="ArgumentException">A name is not ASCII, a number is too large, or a text contains a lone surrogate.</exception>
    public static byte[] Write(RecordFields fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Group(writer, fields);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Group(Utf8JsonWriter writer, RecordFields fields)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            if (!Ascii.IsValid(name))
                throw new ArgumentException($"Name {name} is not ASCII.", nameof(fields));
            writer.WritePropertyName(name);
            Value(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(Utf8.GetBytes(text)); // NFC is checked where text is entered (TextRules)
                break;
            case long number when number is <= LargestWholeNumber and >= -LargestWholeNumber:
                writer.WriteNumberValue(number);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case RecordFields group:
                Group(writer, group);
                break;
            case object?[] list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Value(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A value of type {value.GetType().Name} has no canonical form.", nameof(value));
        }
    }

    /// <summary>Escapes what RFC 8785 escapes and nothing else: quotation mark, backslash and control characters.</summary>
    private sealed class JcsEncoder : JavaScriptEncoder
    {
        public override int MaxOutputCharactersPerInputCharacter => 6;

        public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
        {
            for (var i = 0; i < textLength; i++)
            {
                if (WillEncode(text[i]))
                    return i;
            }
            return -1;
        }

        public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

        public override unsafe bool TryEncodeUnicodeScalar(
            int unicodeScalar,
            char* buffer,
            int bufferLength,
            out int numberOfCharactersWritten
        )
        {
            var escaped = unicodeScalar switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < 0x20 => $"\\u{unicodeScalar:x4}",
                _ => char.ConvertFromUtf32(unicodeScalar),
            };
            numberOfCharactersWritten = 0;
            if (escaped.Length > bufferLength)
                return false;
            escaped.CopyTo(new Span<char>(buffer, bufferLength));
            numberOfCharactersWritten = escaped.Length;
            return true;
        }
    }
}
