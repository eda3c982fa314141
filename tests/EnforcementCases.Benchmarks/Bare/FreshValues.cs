using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EnforcementCases.Benchmarks.Bare;

/// <summary>The values of one request that differ from those of every other.</summary>
internal sealed partial class FreshValues(BarePlan plan, bool idsAsText)
{
    private const string Alphabet = "0123456789abcdef";
    private const int FreshSigns = 16;

    private static long sequence = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << 10;

    private readonly Guid[] ids = new Guid[plan.IdSlots];
    private readonly string?[] texts = new string?[plan.TextSlots];

    public Guid First => ids[0];

    public void Renew()
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < ids.Length; i++)
            ids[i] = Guid.CreateVersion7(now);
        Array.Clear(texts);
    }

    public object Of(ColumnTemplate column, object captured, int serial) =>
        column.Source switch
        {
            ValueSource.Fixed => captured,
            ValueSource.FreshId => idsAsText ? ids[column.Slot].ToString().ToUpperInvariant() : ids[column.Slot],
            ValueSource.FreshText => texts[column.Slot] ??= TextLike((string)captured),
            ValueSource.Serial => serial,
            ValueSource.NumberText => Number((string)captured, serial),
            ValueSource.Sequence => Interlocked.Increment(ref sequence),
        };

    public static string Number(string captured, int serial) =>
        Serial().Replace(captured, serial.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Random like the hashes and codes it stands for, so that it lands anywhere in its index.</summary>
    private static string TextLike(string captured)
    {
        var fresh = Math.Min(FreshSigns, captured.Length);
        return string.Concat(captured.AsSpan(0, captured.Length - fresh), Random.Shared.GetString(Alphabet, fresh));
    }

    [GeneratedRegex("[0-9]+(?=[^0-9]*$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serial();
}

/// <summary>A statement that writes one captured row.</summary>
/// <param name="Fresh">Parameters that are set for each request, with what they are set from.</param>
internal sealed record RowStatement(string Sql, IReadOnlyList<(DbParameter Parameter, ColumnTemplate Column, object Captured)> Fresh)
{
    public void Set(FreshValues values, int serial)
    {
        foreach (var (parameter, column, captured) in Fresh)
            parameter.Value = values.Of(column, captured, serial);
    }

    /// <summary>Builds it with a parameter for each column; the fixed ones are set once.</summary>
    public static RowStatement Insert(
        RowTemplate row,
        Func<int, string> placeholder,
        Action<DbParameter> add,
        Func<ColumnTemplate, int, DbParameter> make
    )
    {
        var fresh = new List<(DbParameter, ColumnTemplate, object)>();
        for (var i = 0; i < row.Columns.Count; i++)
        {
            var column = row.Columns[i];
            var parameter = make(column, i);
            parameter.Value = column.Value;
            add(parameter);
            if (column.Source != ValueSource.Fixed)
                fresh.Add((parameter, column, column.Value));
        }
        var names = string.Join(", ", row.Columns.Select(c => $"\"{c.Column}\""));
        return new(
            $"INSERT INTO \"{row.Table}\" ({names}) VALUES ({string.Join(", ", row.Columns.Select((_, i) => placeholder(i)))})",
            fresh
        );
    }
}
