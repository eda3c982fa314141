using Microsoft.Data.SqlClient;
using Npgsql;
using Xunit;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A database for one fixture, gone afterwards: <c>TEST_DATABASE</c> says which (Sqlite, PostgreSql, SqlServer), <c>TEST_POSTGRES</c> and
/// <c>TEST_SQLSERVER</c> where the servers are.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private TestDatabase(string provider, string? connectionString, Func<Task> drop) =>
        (Provider, ConnectionString, this.drop) = (provider, connectionString, drop);

    public string Provider { get; }

    /// <summary>Null where the program makes its own file.</summary>
    public string? ConnectionString { get; }

    /// <param name="like">A database that nobody uses now, of which the new one is a copy; null for an empty one. Not copied where the program makes its own file.</param>
    public static async Task<TestDatabase> CreateAsync(TestDatabase? like = null)
    {
        var provider = Environment.GetEnvironmentVariable("TEST_DATABASE") is { Length: > 0 } said ? said : "Sqlite";
        var name = $"ec_test_{Guid.NewGuid():N}";
        return provider switch
        {
            "Sqlite" => new(provider, null, () => Task.CompletedTask),
            "PostgreSql" => await PostgreSqlAsync(ServerOf("TEST_POSTGRES"), name, like),
            "SqlServer" => await SqlServerAsync(Trusting(ServerOf("TEST_SQLSERVER")), name),
            _ => throw new InvalidOperationException($"TEST_DATABASE={provider}: Sqlite, PostgreSql or SqlServer is meant."),
        };
    }

    public async ValueTask DisposeAsync() => await drop();

    private static string ServerOf(string variable)
    {
        var server = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{variable} is not set: this database server is not tried.");
        return server!;
    }

    /// <summary>Connections are encrypted unless the variable declines it; a server made for tests has a certificate of its own.</summary>
    private static string Trusting(string server)
    {
        var said = new SqlConnectionStringBuilder(server);
        if (!said.ShouldSerialize("TrustServerCertificate"))
            said.TrustServerCertificate = true;
        return said.ConnectionString;
    }

    private static async Task<TestDatabase> PostgreSqlAsync(string server, string name, TestDatabase? like)
    {
        async Task Run(string sql)
        {
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(server) { Database = "postgres" }.ConnectionString
            );
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        if (like is null)
        {
            await Run($"CREATE DATABASE {name}");
        }
        else
        {
            var template = new NpgsqlConnectionStringBuilder(like.ConnectionString).Database;
            await Run($"ALTER DATABASE {template} ALLOW_CONNECTIONS false"); // a copy is made only of what nobody is connected to
            await Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
            await Run($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        return new(
            "PostgreSql",
            new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString,
            () => Run($"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    private static async Task<TestDatabase> SqlServerAsync(string server, string name)
    {
        async Task Run(string sql)
        {
            await using var connection = new SqlConnection(
                new SqlConnectionStringBuilder(server) { InitialCatalog = "master" }.ConnectionString
            );
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        await Run($"CREATE DATABASE {name} COLLATE Chinese_PRC_CI_AS; ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON");
        return new(
            "SqlServer",
            new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString,
            () => Run($"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {name}")
        );
    }
}
