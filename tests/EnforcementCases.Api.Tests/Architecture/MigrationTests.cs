using System.Security.Cryptography;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>One model, three databases: asked of the model alone, no server is needed.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void No_migration_is_missing(DatabaseProvider provider)
    {
        using var db = Open(provider);

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse($"scripts/add-migration NAME writes the missing migration of {provider}");
    }

    [Fact]
    public void The_create_script_of_SQL_Server_is_the_reviewed_one()
    {
        using var db = Open(DatabaseProvider.SqlServer);
        var script = db.GetService<Microsoft.EntityFrameworkCore.Migrations.IMigrator>().GenerateScript();

        Lines($"SET QUOTED_IDENTIFIER ON;\nSET XACT_ABORT ON;\nGO\n{script}") // scripts/add-migration writes this head
            .ShouldBe(Lines(File.ReadAllText(Path.Combine(Snapshot.Root, "src/EnforcementCases.Migrations.SqlServer/create.sql"))));
    }

    [Fact]
    public void Every_migration_exists_for_every_database()
    {
        string[] NamesOf(DatabaseProvider provider)
        {
            using var db = Open(provider);
            return [.. db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..])];
        }
        NamesOf(DatabaseProvider.PostgreSql).ShouldBe(NamesOf(DatabaseProvider.Sqlite));
        NamesOf(DatabaseProvider.SqlServer).ShouldBe(NamesOf(DatabaseProvider.Sqlite));
    }

    /// <summary>Databases stand on it: a rewritten Initial would not be applied where it was applied before, and the model and the tables would part unnoticed.
    /// Every later change is a migration of its own. SQL Server's Initial was rewritten once: before, the program could not connect to it.</summary>
    [Theory]
    [InlineData("Sqlite", "20261122205235_Initial.cs", "337f3cea3f1c2c1d6fe8a1ad790afc469af505ea94e80141418646eb80c7611d")]
    [InlineData("Sqlite", "20261122205235_Initial.Designer.cs", "df442f82bc03e2a64b3027580cac086a1d63dccbb1b61664496f73bcadda9dd4")]
    [InlineData("PostgreSql", "20261122205244_Initial.cs", "b43420e979fb85948053004c44314f01ab478781c0a756b708811dbedc0e6ac2")]
    [InlineData("PostgreSql", "20261122205244_Initial.Designer.cs", "13bee2479661fa4c1e0264d236ad933c0c76239b0dcd36cefdbf874845c69422")]
    public void The_first_migration_stays_as_it_is(string provider, string file, string sha256)
    {
        var path = Path.Combine(Snapshot.Root, $"src/EnforcementCases.Migrations.{provider}/Migrations", file);

        Convert
            .ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))
            .ShouldBe(sha256, $"{file} is frozen: scripts/add-migration NAME adds what changes");
    }

    private static List<string> Lines(string script) =>
        [.. script.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd('\uFEFF', ' ').TrimStart('\uFEFF')).Where(l => l.Length > 0)];

    private static AppDbContext Open(DatabaseProvider provider)
    {
        var connection = provider switch
        {
            DatabaseProvider.Sqlite => "Data Source=:memory:",
            DatabaseProvider.PostgreSql => "Host=nowhere.invalid",
            DatabaseProvider.SqlServer => "Server=nowhere.invalid;Encrypt=false",
        };
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseDatabase(provider, connection);
        return new(options.Options);
    }
}
