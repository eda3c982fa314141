using System.Data.Common;
using System.Globalization;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Operations;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.SqlServer;
using Hangfire.Storage.SQLite;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace EnforcementCases.Platform.Jobs;

/// <summary>Where the job engine (Hangfire) keeps its schedule: in a file of its own beside an embedded database, else in a schema of its own in the same database.
/// Nothing in it must be kept: the jobs are declared anew at each start, and what was done is in <c>job_runs</c>.</summary>
internal static class JobStore
{
    /// <summary>Name of the engine's own file beside an embedded database.</summary>
    public const string SqliteFile = "hangfire.db";

    /// <summary>Its schema on a database server; also written in the reviewed scripts (<c>hangfire.sql</c> of the migration projects).</summary>
    public const string SchemaName = "hangfire";

    /// <summary>File in which earlier versions kept the schedule, with the scheduler that they had (Quartz).</summary>
    private const string QuartzFile = "jobs.db";

    /// <summary>The timeout does not slide on SQLite: a job that takes longer would be begun again beside itself. What a killed process leaves is taken up by our lease
    /// long before (<see cref="JobRunner.ResumeAsync"/>).</summary>
    private static readonly TimeSpan InvisibleOnSqlite = TimeSpan.FromHours(6);

    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(5);

    /// <summary>After how long a lock of the engine's that a killed process left is ignored; the engine holds one for seconds.</summary>
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(2);

    public static string SqliteFileOf(Installation installation) => Path.Combine(installation.DataDirectory, SqliteFile);

    public static JobStorage Open(Installation installation, JobSettings settings) =>
        installation.Provider switch
        {
            DatabaseProvider.Sqlite => new SQLiteStorage(
                SqliteFileOf(installation),
                new() { QueuePollInterval = settings.Poll, InvisibilityTimeout = InvisibleOnSqlite }
            ),
            DatabaseProvider.PostgreSql => OpenPostgreSql(
                installation.ConnectionString,
                new()
                {
                    SchemaName = SchemaName,
                    PrepareSchemaIfNecessary = false,
                    QueuePollInterval = settings.Poll,
                    UseSlidingInvisibilityTimeout = true,
                    InvisibilityTimeout = Invisible,
                    DistributedLockTimeout = LongestLock,
                }
            ),
            DatabaseProvider.SqlServer => new SqlServerStorage(
                installation.ConnectionString,
                new()
                {
                    SchemaName = SchemaName,
                    PrepareSchemaIfNecessary = false,
                    SqlClientFactory = SqlClientFactory.Instance,
                    QueuePollInterval = settings.Poll,
                    SlidingInvisibilityTimeout = Invisible,
                }
            ),
        };

    /// <summary>Brings the store to this version, or refuses to go on. What an earlier version's scheduler left is removed: there was nothing but schedules in it.</summary>
    /// <param name="migrate">Whether the schema may be made now; a file needs none.</param>
    /// <returns>Whether something was made or removed.</returns>
    /// <exception cref="RefusedOperationException">The schema is missing or older and must not be changed now.</exception>
    public static async Task<bool> EnsureFitsAsync(Installation installation, bool migrate, CancellationToken ct)
    {
        if (installation.Provider == DatabaseProvider.Sqlite)
            return RemoveQuartzFile(installation);
        await using DbConnection connection =
            installation.Provider == DatabaseProvider.PostgreSql
                ? new NpgsqlConnection(installation.ConnectionString)
                : new SqlConnection(installation.ConnectionString);
        await connection.OpenAsync(ct);
        var fits = await FitsAsync(connection, ct);
        if (!migrate)
        {
            return fits ? false : throw Schema.JobsLack(SchemaName);
        }
        if (!fits)
        {
            await MakeAsync(connection, ct);
            if (!await FitsAsync(connection, ct))
                throw Schema.JobsLack(SchemaName);
        }
        return await RemoveQuartzTablesAsync(connection, ct) | !fits;
    }

    private static PostgreSqlStorage OpenPostgreSql(string connection, PostgreSqlStorageOptions options) =>
        new(new NpgsqlConnectionFactory(connection, options, connectionSetup: null), options);

    private static async Task<bool> FitsAsync(DbConnection connection, CancellationToken ct)
    {
        var server = connection is NpgsqlConnection;
        var made = await ScalarAsync(
            connection,
            server ? $"SELECT to_regclass('{SchemaName}.schema')::text" : $"SELECT OBJECT_ID('[{SchemaName}].[Schema]')",
            ct
        );
        if (made is null or DBNull)
            return false;
        var version = await ScalarAsync(
            connection,
            server ? $"SELECT max(version) FROM {SchemaName}.schema" : $"SELECT MAX([Version]) FROM [{SchemaName}].[Schema]",
            ct
        );
        return version is int has && has >= (server ? PostgreSqlScripts.Count : SqlServerObjectsInstaller.LatestSchemaVersion);
    }

    /// <summary>Several processes may do it at once: the second one waits and finds it done.</summary>
    private static async Task MakeAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is not NpgsqlConnection server)
        {
            SqlServerObjectsInstaller.Install(connection, SchemaName, enableHeavyMigrations: true);
            return;
        }
        await ScalarAsync(server, $"SELECT pg_advisory_lock(hashtext('{SchemaName}'))", ct);
        try
        {
            PostgreSqlObjectsInstaller.Install(server, SchemaName);
        }
        finally
        {
            await ScalarAsync(server, $"SELECT pg_advisory_unlock(hashtext('{SchemaName}'))", ct);
        }
    }

    private static bool RemoveQuartzFile(Installation installation)
    {
        var file = Path.Combine(installation.DataDirectory, QuartzFile);
        var found = File.Exists(file);
        foreach (var part in (string[])["", "-wal", "-shm"])
            File.Delete(file + part);
        return found;
    }

    /// <summary>No installation on SQL Server was made by a version that had them.</summary>
    private static async Task<bool> RemoveQuartzTablesAsync(DbConnection connection, CancellationToken ct)
    {
        if (connection is not NpgsqlConnection)
            return false;
        var tables = await ScalarAsync(
            connection,
            """
            SELECT string_agg(quote_ident(schemaname) || '.' || quote_ident(tablename), ', ')
            FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'qrtz\_%'
            """,
            ct
        );
        if (tables is not string names)
            return false;
        await ScalarAsync(connection, $"DROP TABLE {names}", ct);
        return true;
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }

    /// <summary>The steps by which the package makes its schema on PostgreSQL, one resource each: <c>Install.v3.sql</c>, <c>Install.v4.sql</c> …</summary>
    internal static class PostgreSqlScripts
    {
        private const string Prefix = "Hangfire.PostgreSql.Scripts.Install.v";
        private const string Suffix = ".sql";

        /// <summary>The number of the last step.</summary>
        public static int Count { get; } = Numbers().Max();

        /// <summary>The steps in order.</summary>
        public static IEnumerable<(int Number, string Sql)> All()
        {
            foreach (var number in Numbers().Order())
            {
                using var reader = new StreamReader(
                    typeof(PostgreSqlStorage).Assembly.GetManifestResourceStream($"{Prefix}{number}{Suffix}")!
                );
                yield return (number, reader.ReadToEnd());
            }
        }

        private static IEnumerable<int> Numbers() =>
            typeof(PostgreSqlStorage)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => int.Parse(name[Prefix.Length..^Suffix.Length], CultureInfo.InvariantCulture));
    }
}
