using System.Globalization;

namespace EnforcementCases.Benchmarks.Bare;

/// <summary>Where a column of a captured row gets its value from when the row is written again.</summary>
internal enum ValueSource
{
    /// <summary>As captured.</summary>
    Fixed,

    /// <summary>A fresh id; equal slots get the same one.</summary>
    FreshId,

    /// <summary>A fresh text of the same length, because an index wants it unique; equal slots get the same one.</summary>
    FreshText,

    /// <summary>The number that the counter gave.</summary>
    Serial,

    /// <summary>The text of the number that the counter gave.</summary>
    NumberText,

    /// <summary>The next place in the order of all rows.</summary>
    Sequence,
}

/// <summary>One column of a captured row.</summary>
/// <param name="Column">Its name.</param>
/// <param name="StoreType">Its type in the database, without a length.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Slot">Which fresh value.</param>
/// <param name="ClrType">Type of the captured value; null for NULL.</param>
/// <param name="Text">The captured value, written out.</param>
internal sealed record ColumnTemplate(string Column, string StoreType, ValueSource Source, int Slot, string? ClrType, string? Text)
{
    /// <summary>The captured value.</summary>
    public object Value =>
        ClrType switch
        {
            null => DBNull.Value,
            nameof(Guid) => Guid.Parse(Text!),
            nameof(Int64) => long.Parse(Text!, CultureInfo.InvariantCulture),
            nameof(Int32) => int.Parse(Text!, CultureInfo.InvariantCulture),
            nameof(Int16) => short.Parse(Text!, CultureInfo.InvariantCulture),
            nameof(Boolean) => bool.Parse(Text!),
            nameof(Double) => double.Parse(Text!, CultureInfo.InvariantCulture),
            nameof(Decimal) => decimal.Parse(Text!, CultureInfo.InvariantCulture),
            nameof(DateOnly) => DateOnly.ParseExact(Text!, "O", CultureInfo.InvariantCulture),
            nameof(String) => Text!,
            "Bytes" => Convert.FromBase64String(Text!),
            _ => throw new NotSupportedException(ClrType),
        };

    public static ColumnTemplate Of(string column, string storeType, ValueSource source, int slot, object? value)
    {
        var (type, text) = value switch
        {
            null or DBNull => ((string?)null, (string?)null),
            byte[] bytes => ("Bytes", Convert.ToBase64String(bytes)),
            DateTime date => (nameof(DateOnly), DateOnly.FromDateTime(date).ToString("O", CultureInfo.InvariantCulture)),
            DateOnly date => (nameof(DateOnly), date.ToString("O", CultureInfo.InvariantCulture)),
            _ => (value.GetType().Name, value.ToString()),
        };
        return new(column, storeType, source, slot, type, text);
    }
}

/// <summary>A row that one request wrote.</summary>
internal sealed record RowTemplate(string Table, IReadOnlyList<ColumnTemplate> Columns)
{
    public int Bytes =>
        Columns.Sum(c =>
            c.ClrType switch
            {
                null => 0,
                "Bytes" => Convert.FromBase64String(c.Text!).Length,
                nameof(String) => System.Text.Encoding.UTF8.GetByteCount(c.Text!),
                nameof(Guid) => 16,
                _ => 8,
            }
        );
}

/// <summary>Everything that one request of an officer wrote: the counter it raised and the rows it inserted, in an order that the foreign keys allow.</summary>
/// <param name="OfficerId">First officer of the body, by which a request finds its template.</param>
/// <param name="Counter">Key of the counter row.</param>
/// <param name="Rows">The rows.</param>
internal sealed record RequestTemplate(Guid OfficerId, RowTemplate Counter, IReadOnlyList<RowTemplate> Rows);

/// <summary>What the bare program needs to know.</summary>
internal sealed record BarePlan(
    string Provider,
    string ConnectionString,
    int IdSlots,
    int TextSlots,
    IReadOnlyList<RequestTemplate> Requests
);
