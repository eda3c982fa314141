using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Takes the database into service.</summary>
public static class DatabaseRegistration
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseProvider provider, string connectionString)
    {
        services.AddSingleton(Dialect.Of(provider));
        services.AddSingleton<WriteGate>();
        services.AddScoped<ReaderScope>();
        services.AddScoped<UnitOfWork>();
        services.AddDbContext<AppDbContext>(options => options.UseDatabase(provider, connectionString));
        return services;
    }

    /// <summary>Also used by the migration tools.</summary>
    public static DbContextOptionsBuilder UseDatabase(
        this DbContextOptionsBuilder options,
        DatabaseProvider provider,
        string connectionString
    )
    {
        const string migrations = "EnforcementCases.Migrations.";
        return provider switch
        {
            DatabaseProvider.Sqlite => options
                .UseSqlite(connectionString, o => o.MigrationsAssembly(migrations + "Sqlite"))
                .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.PostgreSql => options.UseNpgsql(
                connectionString,
                o => o.MigrationsAssembly(migrations + "PostgreSql").EnableRetryOnFailure(4, TimeSpan.FromSeconds(2), null)
            ),
            DatabaseProvider.SqlServer => options.UseSqlServer(
                connectionString,
                o => o.MigrationsAssembly(migrations + "SqlServer").EnableRetryOnFailure(4, TimeSpan.FromSeconds(2), null)
            ),
        };
    }

    /// <summary>The pragmas are per connection: FULL syncs each commit before it is answered.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

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
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }
}
