using System.Data.Common;
using System.Globalization;
using EnforcementCases.Persistence.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EnforcementCases.Benchmarks.Databases;

/// <summary>A database that a run has for itself, looked at from outside the program.</summary>
/// <param name="Provider">Which.</param>
/// <param name="ConnectionString">As the program gets it.</param>
internal sealed record TestDatabase(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>A new, empty database; the program makes the schema.</summary>
    /// <param name="directory">Where SQLite puts its file.</param>
    /// <param name="postgres">Connection to a PostgreSQL server that may be filled with test data.</param>
    /// <param name="tablespace">Where on that server; null for its usual place.</param>
    public static async Task<TestDatabase> CreateAsync(
        DatabaseProvider provider,
        string directory,
        string? postgres,
        CancellationToken ct,
        string? tablespace = null
    )
    {
        if (provider == DatabaseProvider.Sqlite)
            return new(provider, $"Data Source={Path.Combine(directory, "enforcement-cases.db")}");
        var name = $"run_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await using var server = new NpgsqlConnection(
            postgres ?? throw new InvalidOperationException("--postgres is needed for PostgreSQL.")
        );
        await server.OpenAsync(ct);
        await using var create = new NpgsqlCommand(
            $"CREATE DATABASE {name}{(tablespace is null ? "" : $" TABLESPACE {tablespace}")}",
            server
        );
        await create.ExecuteNonQueryAsync(ct);
        return new(provider, new NpgsqlConnectionStringBuilder(postgres) { Database = name }.ConnectionString);
    }

    /// <summary>What the program is told about it.</summary>
    public IEnumerable<string> Arguments =>
        ["--Database:Provider", Provider.ToString(), "--ConnectionStrings:Default", ConnectionString, "--Database:MigrateAtStart", "true"];

    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteConnection(ConnectionString),
            DatabaseProvider.PostgreSql => new NpgsqlConnection(ConnectionString),
            DatabaseProvider.SqlServer => new SqlConnection(ConnectionString),
        };
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>Runs a query and reads each row with <paramref name="read"/>.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    public async Task<long> CountAsync(string sql, CancellationToken ct) =>
        (await QueryAsync(sql, r => Convert.ToInt64(r.GetValue(0), CultureInfo.InvariantCulture), ct))[0];

    /// <summary>An id as both databases hand it out: SQLite stores text.</summary>
    public static Guid IdOf(object value) => value as Guid? ?? Guid.Parse((string)value);
}
