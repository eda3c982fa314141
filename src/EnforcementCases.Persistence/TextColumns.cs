using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence;

/// <summary>Small values of several parts that are read and written whole and never queried: kept as text, the same on every database.</summary>
internal static class TextColumns
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() }, // by name: a value put in between moves no stored one
    };

    /// <summary>A list of codes, separated by commas.</summary>
    public static PropertyBuilder<IReadOnlyList<string>> IsCodeList(this PropertyBuilder<IReadOnlyList<string>> property, int maxLength)
    {
        property.HasConversion(
            list => string.Join(',', list),
            text => Split(text),
            new ValueComparer<IReadOnlyList<string>>(
                (a, b) => a!.SequenceEqual(b!),
                l => string.Join(',', l).GetHashCode(StringComparison.Ordinal)
            )
        );
        return property.IsCode(maxLength);
    }

    /// <summary>A list of enum values by name, separated by commas.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> IsEnumList<T>(this PropertyBuilder<IReadOnlyList<T>> property, int maxLength)
        where T : struct, Enum
    {
        property.HasConversion(
            list => string.Join(',', list),
            text => Split(text).Select(Enum.Parse<T>).ToArray(),
            new ValueComparer<IReadOnlyList<T>>(
                (a, b) => a!.SequenceEqual(b!),
                l => string.Join(',', l).GetHashCode(StringComparison.Ordinal)
            )
        );
        return property.IsCode(maxLength);
    }

    /// <summary>A value of several parts as JSON; null stays null.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
        where T : class?
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Json),
            text => JsonSerializer.Deserialize<T>(text, Json)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                v => JsonSerializer.Serialize(v, Json).GetHashCode(StringComparison.Ordinal)
            )
        );
        return property.IsLongText();
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
