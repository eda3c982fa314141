using System.Data;
using System.Data.Common;
using System.Globalization;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Persistence.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>Rows of one table.</summary>
internal sealed record TableRows(RowShape Shape, IReadOnlyList<object?[]> Rows);

/// <summary>Writes rows as fast as the database takes them, a batch in one transaction: what is not whole is not there.</summary>
internal abstract class BulkWriter(DbConnection connection) : IAsyncDisposable
{
    protected virtual string RaiseCounter =>
        "INSERT INTO number_counters (organ_id, word, year, last) VALUES (@organ, @word, @year, @last) "
        + "ON CONFLICT (organ_id, word, year) DO UPDATE SET last = excluded.last";

    public static async Task<BulkWriter> OpenAsync(DatabaseProvider provider, string connectionString, CancellationToken ct)
    {
        DbConnection connection = provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnection(connectionString),
            DatabaseProvider.PostgreSql => new NpgsqlConnection(connectionString),
            DatabaseProvider.SqlServer => new SqlConnection(connectionString),
        };
        await connection.OpenAsync(ct);
        BulkWriter writer = connection switch
        {
            SqliteConnection sqlite => new SqliteBulkWriter(sqlite),
            SqlConnection sqlServer => new SqlServerBulkWriter(sqlServer),
            _ => new PostgreSqlBulkWriter((NpgsqlConnection)connection),
        };
        await writer.PrepareAsync(ct);
        return writer;
    }

    public async Task WriteAsync(IReadOnlyList<TableRows> tables, IReadOnlyList<NumberCounter> counters, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var table in tables)
            await WriteAsync(table, transaction, ct);
        foreach (var counter in counters)
        {
            await using var raise = connection.CreateCommand();
            (raise.CommandText, raise.Transaction) = (RaiseCounter, transaction);
            Add(raise, "organ", counter.OrganId);
            Add(raise, "word", counter.Word);
            Add(raise, "year", counter.Year);
            Add(raise, "last", counter.Last);
            await raise.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }

    /// <summary>Gives the planner its figures and puts the log away.</summary>
    public abstract Task FinishAsync(CancellationToken ct);

    public virtual ValueTask DisposeAsync() => connection.DisposeAsync();

    protected abstract Task PrepareAsync(CancellationToken ct);

    protected abstract Task WriteAsync(TableRows table, DbTransaction transaction, CancellationToken ct);

    protected async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@" + name, value);
        command.Parameters.Add(parameter);
    }
}

/// <summary>Prepared inserts. Nothing is synced before the end: a killed loader loses nothing that was committed, a machine without power may.</summary>
internal sealed class SqliteBulkWriter(SqliteConnection connection) : BulkWriter(connection)
{
    private readonly Dictionary<string, SqliteCommand> inserts = new(StringComparer.Ordinal);

    public override async Task FinishAsync(CancellationToken ct)
    {
        await RunAsync("PRAGMA analysis_limit = 0; ANALYZE", ct);
        await RunAsync("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)", ct);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values)
            await insert.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override Task PrepareAsync(CancellationToken ct) =>
        RunAsync(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 15000; "
                + "PRAGMA cache_size = -1000000; PRAGMA wal_autocheckpoint = 50000",
            ct
        );

    protected override Task WriteAsync(TableRows table, DbTransaction transaction, CancellationToken ct)
    {
        if (!inserts.TryGetValue(table.Shape.Table, out var insert))
            inserts.Add(table.Shape.Table, insert = InsertOf(table.Shape));
        insert.Transaction = (SqliteTransaction)transaction;
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
        return Task.CompletedTask; // SQLite has no asynchronous calls
    }

    private SqliteCommand InsertOf(RowShape shape)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO \"{shape.Table}\" ({string.Join(", ", shape.Columns.Select(c => $"\"{c}\""))}) "
            + $"VALUES ({string.Join(", ", shape.Columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < shape.Columns.Count; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        return command;
    }
}

/// <summary>COPY in binary. Foreign keys are not asked where the role may leave that out: the rows of a case carry their own.</summary>
internal sealed class PostgreSqlBulkWriter(NpgsqlConnection connection) : BulkWriter(connection)
{
    public override async Task FinishAsync(CancellationToken ct)
    {
        await RunAsync("VACUUM ANALYZE", ct);
        await RunAsync("CHECKPOINT", ct); // otherwise the server still writes the load out while the first lists are measured
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await RunAsync("SET synchronous_commit = off", ct);
        try
        {
            await RunAsync("SET session_replication_role = replica", ct);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            Console.Error.WriteLine("the role may not leave out foreign keys: they are checked, which takes longer");
        }
    }

    protected override async Task WriteAsync(TableRows table, DbTransaction transaction, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Shape.Table}\" ({string.Join(", ", table.Shape.Columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)",
            ct
        );
        foreach (var row in table.Rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in row)
                await (
                    value switch
                    {
                        null => copy.WriteNullAsync(ct),
                        string text => copy.WriteAsync(text, NpgsqlDbType.Varchar, ct),
                        Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, ct),
                        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, ct),
                        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, ct),
                        bool yes => copy.WriteAsync(yes, NpgsqlDbType.Boolean, ct),
                        DateOnly day => copy.WriteAsync(day, NpgsqlDbType.Date, ct),
                        byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, ct),
                        _ => throw new InvalidOperationException($"{table.Shape.Table}: {value.GetType()}"),
                    }
                );
        }
        await copy.CompleteAsync(ct);
    }
}

/// <summary>SqlBulkCopy, in the order in which rows may be written: foreign keys are checked as it goes, or the server would trust them no more.</summary>
internal sealed class SqlServerBulkWriter(SqlConnection connection) : BulkWriter(connection)
{
    protected override string RaiseCounter =>
        "UPDATE number_counters SET last = @last WHERE organ_id = @organ AND word = @word AND year = @year; "
        + "IF @@ROWCOUNT = 0 INSERT INTO number_counters (organ_id, word, year, last) VALUES (@organ, @word, @year, @last)";

    public override async Task FinishAsync(CancellationToken ct)
    {
        await RunAsync("EXEC sp_updatestats", ct);
        await RunAsync("CHECKPOINT", ct);
    }

    protected override Task PrepareAsync(CancellationToken ct) => RunAsync("SET XACT_ABORT ON", ct);

    protected override async Task WriteAsync(TableRows table, DbTransaction transaction, CancellationToken ct)
    {
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)transaction)
        {
            DestinationTableName = $"[{table.Shape.Table}]",
            BulkCopyTimeout = 0,
        };
        using var rows = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (var column in table.Shape.Columns)
        {
            rows.Columns.Add(column, typeof(object));
            copy.ColumnMappings.Add(column, column);
        }
        foreach (var row in table.Rows)
            rows.Rows.Add(Array.ConvertAll(row, v => v is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : v ?? DBNull.Value));
        await copy.WriteToServerAsync(rows, ct);
    }
}
