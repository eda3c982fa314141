using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SQLitePCL;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Registers the database.</summary>
public static class DatabaseRegistration
{
    /// <summary>Number of statements kept prepared per connection of PostgreSQL: more than the everyday use cases need.</summary>
    private const int MaxPrepared = 200;

    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseProvider provider, string connectionString)
    {
        services.AddSingleton(Dialect.Of(provider));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<StorageWatch>();
        services.AddScoped<ReaderScope>();
        services.AddScoped<UnitOfWork>();
        services.AddPooledDbContextFactory<AppDbContext>(
            (services, options) => options.UseDatabase(provider, connectionString, services.GetRequiredService<TimeProvider>())
        );
        services.AddScoped(provider =>
            provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext().For(provider.GetRequiredService<ReaderScope>())
        );
        return services;
    }

    /// <summary>Also used by the migration tools.</summary>
    public static DbContextOptionsBuilder UseDatabase(
        this DbContextOptionsBuilder options,
        DatabaseProvider provider,
        string connectionString,
        TimeProvider? clock = null
    )
    {
        Retries Retry(ExecutionStrategyDependencies dependencies) => new(dependencies, Dialect.Of(provider), clock ?? TimeProvider.System);
        const string migrations = "EnforcementCases.Migrations.";
        return provider switch
        {
            DatabaseProvider.Sqlite => options
                .UseSqlite(connectionString, o => o.MigrationsAssembly(migrations + "Sqlite"))
                .ReplaceService<IModificationCommandBatchFactory, PreparedInsertBatchFactory>()
                .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.PostgreSql => options.UseNpgsql(
                WithPreparedStatements(connectionString),
                o => o.MigrationsAssembly(migrations + "PostgreSql").ExecutionStrategy(Retry)
            ),
            DatabaseProvider.SqlServer => options.UseSqlServer(
                connectionString,
                o =>
                    o.MigrationsAssembly(migrations + "SqlServer")
                        .UseCompatibilityLevel(SqlServerSettings.OldestCompatibilityLevel)
                        .ExecutionStrategy(Retry)
            ),
        };
    }

    /// <summary>The server parses and plans a recurring statement once per connection. <c>Max Auto Prepare=0</c> turns it off, for a pooler that cannot keep it.</summary>
    private static string WithPreparedStatements(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return said.ContainsKey("Max Auto Prepare")
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = MaxPrepared }.ConnectionString;
    }

    /// <summary>The pragmas are per connection: FULL syncs each commit before it is answered. They remain set while the connection is pooled, so each is set once.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        private static readonly ConditionalWeakTable<sqlite3, object> Done = [];

        private const string Pragmas =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;";

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) =>
            Set(connection);

        public override Task ConnectionOpenedAsync(
            System.Data.Common.DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Set(connection); // SQLite has no asynchronous calls
            return Task.CompletedTask;
        }

        private static void Set(System.Data.Common.DbConnection connection)
        {
            var opened = ((SqliteConnection)connection).Handle!;
            if (Done.TryGetValue(opened, out _))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            Done.Add(opened, Pragmas);
        }
    }
}
