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

        Lines(script)
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
