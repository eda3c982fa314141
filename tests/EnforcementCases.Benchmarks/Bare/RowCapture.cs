using System.Globalization;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EnforcementCases.Benchmarks.Bare;

/// <summary>Finds out what one request writes by reading the whole database before and after it.</summary>
internal sealed class RowCapture
{
    private const string Counters = "number_counters";
    private const string CounterValue = "last";
    private const string Numbers = "document_numbers";

    private readonly TestDatabase database;
    private readonly IReadOnlyList<ITable> tables;

    public RowCapture(TestDatabase database)
    {
        this.database = database;
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseDatabase(database.Provider, database.ConnectionString);
        using var db = new AppDbContext(options.Options);
        tables = InOrderOfForeignKeys(db.Model.GetRelationalModel().Tables);
    }

    /// <summary>All rows of all tables, by table and primary key.</summary>
    public async Task<Dictionary<string, Dictionary<string, object?[]>>> ReadAsync(CancellationToken ct)
    {
        var all = new Dictionary<string, Dictionary<string, object?[]>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var columns = table.Columns.ToList();
            var key = table.PrimaryKey!.Columns.Select(c => columns.FindIndex(x => x.Name == c.Name)).ToList();
            var sql = $"SELECT {string.Join(", ", columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\"";
            var rows = await database.QueryAsync(
                sql,
                r =>
                {
                    var values = new object?[columns.Count];
                    for (var i = 0; i < values.Length; i++)
                        values[i] = r.IsDBNull(i) ? null : r.GetValue(i);
                    return values;
                },
                ct
            );
            all.Add(table.Name, rows.ToDictionary(r => string.Join('|', key.Select(k => Text(r[k]))), StringComparer.Ordinal));
        }
        return all;
    }

    /// <summary>Rows of each table.</summary>
    public async Task<Dictionary<string, long>> CountAsync(CancellationToken ct)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
            counts.Add(table.Name, await database.CountAsync($"SELECT COUNT(*) FROM \"{table.Name}\"", ct));
        return counts;
    }

    /// <summary>What changed between two readings, ready to be written again with fresh ids, numbers and unique texts.</summary>
    public RequestTemplate Difference(
        Guid officer,
        Dictionary<string, Dictionary<string, object?[]>> before,
        Dictionary<string, Dictionary<string, object?[]>> after,
        Slots slots
    )
    {
        RowTemplate? counter = null;
        var serial = 0L;
        var inserted = new List<(ITable Table, object?[] Row)>();
        foreach (var table in tables)
        {
            foreach (var (key, row) in after[table.Name])
            {
                if (!before[table.Name].TryGetValue(key, out var old))
                {
                    inserted.Add((table, row));
                }
                else if (!row.Zip(old, (a, b) => Text(a) == Text(b)).All(same => same))
                {
                    if (table.Name != Counters || counter is not null)
                        throw new InvalidOperationException($"the bare program does not know this update: {table.Name} {key}");
                    var columns = table.Columns.ToList();
                    serial = Convert.ToInt64(row[columns.FindIndex(c => c.Name == CounterValue)], CultureInfo.InvariantCulture);
                    counter = new(
                        table.Name,
                        [
                            .. table.PrimaryKey!.Columns.Select(c =>
                                Column(c, ValueSource.Fixed, 0, row[columns.FindIndex(x => x.Name == c.Name)])
                            ),
                        ]
                    );
                }
            }
        }
        foreach (var table in tables.Where(t => before[t.Name].Keys.Except(after[t.Name].Keys).Any()))
            throw new InvalidOperationException($"the bare program does not know this deletion: {table.Name}");
        if (counter is null)
            throw new InvalidOperationException("the request raised no counter");

        var number = inserted
            .Where(i => i.Table.Name == Numbers)
            .Select(i => (string)i.Row[i.Table.Columns.ToList().FindIndex(c => c.Name == "text")]!)
            .Single();
        slots.Begin();
        foreach (var (table, row) in inserted)
            slots.Learn(table, row, number);
        return new(
            officer,
            counter,
            [
                .. inserted.Select(i => new RowTemplate(
                    i.Table.Name,
                    [.. i.Table.Columns.Zip(i.Row, (column, value) => Template(i.Table, column, value, number, serial, slots))]
                )),
            ]
        );
    }

    private static ColumnTemplate Template(ITable table, IColumn column, object? value, string number, long serial, Slots slots)
    {
        if (value is string text && text == number)
            return Column(column, ValueSource.NumberText, 0, value);
        if (table.Name == Numbers && column.Name == "serial" && Convert.ToInt64(value, CultureInfo.InvariantCulture) == serial)
            return Column(column, ValueSource.Serial, 0, value);
        if (column.Name == "seq")
            return Column(column, ValueSource.Sequence, 0, value);
        if (value is not null && slots.IdOf(value) is { } id)
            return Column(column, ValueSource.FreshId, id, value);
        if (value is string unique && slots.TextOf(unique) is { } slot)
            return Column(column, ValueSource.FreshText, slot, value);
        return Column(column, ValueSource.Fixed, 0, value);
    }

    private static ColumnTemplate Column(IColumn column, ValueSource source, int slot, object? value) =>
        ColumnTemplate.Of(column.Name, column.StoreType.Split('(')[0], source, slot, value);

    internal static string Text(object? value) =>
        value switch
        {
            null => "",
            byte[] bytes => Convert.ToBase64String(bytes),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    private static List<ITable> InOrderOfForeignKeys(IEnumerable<ITable> all)
    {
        var left = all.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var free = left.Where(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || ordered.Contains(f.PrincipalTable)))
                .ToList();
            if (free.Count == 0)
                throw new InvalidOperationException($"foreign keys go in a circle: {string.Join(", ", left.Select(t => t.Name))}");
            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }
        return ordered;
    }
}

/// <summary>Which captured values have to be fresh in every request: ids, and texts that an index wants unique.</summary>
internal sealed class Slots
{
    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    public int Ids { get; private set; }

    public int Texts { get; private set; }

    /// <summary>Values of another request are other values.</summary>
    public void Begin()
    {
        ids.Clear();
        texts.Clear();
    }

    public void Learn(ITable table, object?[] row, string number)
    {
        var columns = table.Columns.ToList();
        var unique = table
            .Indexes.Where(i => i.IsUnique)
            .Select(i => i.Columns)
            .Concat(table.UniqueConstraints.Select(u => u.Columns)) // the primary key among them
            .Select(key => key.Select(c => row[columns.FindIndex(x => x.Name == c.Name)]).ToList())
            .ToList();
        foreach (var key in table.PrimaryKey!.Columns.Select(c => row[columns.FindIndex(x => x.Name == c.Name)]))
        {
            if (AsId(key) is { } id && !ids.ContainsKey(id) && !IsForeign(table, columns, row, key))
            {
                ids.Add(id, ids.Count);
                Ids = Math.Max(Ids, ids.Count);
            }
        }
        foreach (var key in unique.Where(k => !k.Exists(v => AsId(v) is not null)))
        {
            if (key.OfType<string>().FirstOrDefault(t => t != number) is { } text && texts.TryAdd(text, texts.Count))
                Texts = Math.Max(Texts, texts.Count);
        }
    }

    public int? IdOf(object value) => AsId(value) is { } id && ids.TryGetValue(id, out var slot) ? slot : null;

    public int? TextOf(string text) => texts.TryGetValue(text, out var slot) ? slot : null;

    /// <summary>A key that points to a row which was there before stays as it is.</summary>
    private bool IsForeign(ITable table, List<IColumn> columns, object?[] row, object? key) =>
        table.ForeignKeyConstraints.Any(f =>
            f.Columns.Any(c => RowCapture.Text(row[columns.FindIndex(x => x.Name == c.Name)]) == RowCapture.Text(key))
        );

    private static string? AsId(object? value) =>
        value is Guid id ? id.ToString("D")
        : value is string { Length: 36 } text && Guid.TryParse(text, out var parsed) ? parsed.ToString("D")
        : null;
}
