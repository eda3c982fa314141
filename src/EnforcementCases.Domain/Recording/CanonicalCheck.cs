using System.Text.Json;

namespace EnforcementCases.Domain.Recording;

/// <summary>Reads canonical bytes back strictly: two texts of the same meaning are not the same bytes, and only one of them is canonical.</summary>
public static class CanonicalCheck
{
    /// <summary>Whether bytes are exactly what <see cref="CanonicalJson"/> writes for what they mean: order, escapes, no name twice, NFC, whole numbers.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object
                && CanonicalJson.Write(Group(document.RootElement)).AsSpan().SequenceEqual(bytes);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static RecordFields Group(JsonElement group)
    {
        var fields = new RecordFields();
        foreach (var member in group.EnumerateObject())
        {
            var (name, value) = (member.Name, member.Value);
            _ = value.ValueKind switch
            {
                JsonValueKind.Null => fields.Add(name, (string?)null),
                JsonValueKind.String => fields.Add(name, Text(value)),
                JsonValueKind.Number => fields.Add(name, value.GetInt64()),
                JsonValueKind.True or JsonValueKind.False => fields.Add(name, value.GetBoolean()),
                JsonValueKind.Object => fields.Add(name, Group(value)),
                JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.Object) => fields.Add(
                    name,
                    value.EnumerateArray().Select(Group).ToList()
                ),
                JsonValueKind.Array => fields.Add(name, value.EnumerateArray().Select(Text).ToList()),
                JsonValueKind.Undefined => throw new JsonException(),
            };
        }
        return fields;
    }

    private static string Text(JsonElement value)
    {
        var text = value.GetString() ?? throw new JsonException();
        return text.IsNormalized() ? text : throw new JsonException();
    }
}
