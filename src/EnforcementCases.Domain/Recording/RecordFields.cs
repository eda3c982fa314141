using System.Collections;
using System.Globalization;

namespace EnforcementCases.Domain.Recording;

/// <summary>Named values for the process record: text, whole numbers, booleans, null, lists and groups of those. Floating-point numbers are not possible.</summary>
public sealed class RecordFields : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly SortedDictionary<string, object?> values = new(StringComparer.Ordinal);

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => values.Count == 0;

    /// <summary>A named value of any supported type.</summary>
    public static RecordFields Single(string name, object? value) => new RecordFields().Set(name, value);

    /// <summary>Adds text; null is written as null.</summary>
    public RecordFields Add(string name, string? value) => Set(name, value);

    /// <summary>Adds a whole number.</summary>
    public RecordFields Add(string name, long? value) => Set(name, value);

    /// <summary>Adds a boolean.</summary>
    public RecordFields Add(string name, bool? value) => Set(name, value);

    /// <summary>Adds an amount in fen.</summary>
    public RecordFields Add(string name, Money value) => Set(name, value.Fen);

    /// <summary>Adds an id.</summary>
    public RecordFields Add(string name, Guid? value) => Set(name, value?.ToString("D"));

    /// <summary>Adds a legal date, <c>2022-05-10</c>.</summary>
    public RecordFields Add(string name, DateOnly? value) => Set(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Adds an instant, in milliseconds since 1970 UTC.</summary>
    public RecordFields Add(string name, DateTimeOffset? value) => Set(name, value?.ToUnixTimeMilliseconds());

    /// <summary>Adds the English name of an enum value.</summary>
    public RecordFields Add(string name, Enum? value) => Set(name, value?.ToString());

    /// <summary>Adds a list of texts.</summary>
    public RecordFields Add(string name, IEnumerable<string> value) => Set(name, value.Cast<object?>().ToArray());

    /// <summary>Adds a list of groups.</summary>
    public RecordFields Add(string name, IEnumerable<RecordFields> value) => Set(name, value.Cast<object?>().ToArray());

    /// <summary>Adds a group.</summary>
    public RecordFields Add(string name, RecordFields? value) => Set(name, value);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private RecordFields Set(string name, object? value)
    {
        values.Add(name, value); // adding a name twice is a bug
        return this;
    }
}
