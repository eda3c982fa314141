using System.Globalization;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>What is set on a connection of SQLite once holds each time it comes back from the pool.</summary>
public sealed class SqliteConnectionTests(ApiFixture api)
{
    private const int More = 3;

    [Fact]
    public async Task Every_connection_syncs_its_commits_and_keeps_foreign_keys()
    {
        Assert.SkipUnless(api.Services.GetRequiredService<Dialect>().OneWriter, "Only SQLite has pragmas.");
        for (var i = 0; i < More; i++)
        {
            await using var scope = api.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

            (await Pragma(db, "journal_mode")).ShouldBe("wal");
            (await Pragma(db, "synchronous")).ShouldBe("2");
            (await Pragma(db, "foreign_keys")).ShouldBe("1");
            (await Pragma(db, "busy_timeout")).ShouldBe("5000");
        }
    }

    [Fact]
    public async Task The_connection_that_writes_syncs_its_commits_too()
    {
        Assert.SkipUnless(api.Services.GetRequiredService<Dialect>().OneWriter, "Only SQLite has pragmas.");
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();

        var synchronous = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(_ => Pragma(db, "synchronous"), beforeSave: null, CancellationToken.None);

        synchronous.ShouldBe("2");
    }

    private static async Task<string> Pragma(AppDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
