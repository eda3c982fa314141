using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Databases;

/// <summary>Writers of SQLite that wait for each other share one commit: nobody is answered before it, and each is taken back alone.</summary>
public sealed class SharedCommitTests : IDisposable
{
    private static readonly DomainError Refused = new("test.refused", null, ErrorKind.Conflict, "不予办理");

    private readonly string file = Path.Combine(Path.GetTempPath(), $"shared-commit-{Guid.NewGuid():N}.db");
    private readonly Dialect dialect = Dialect.Of(DatabaseProvider.Sqlite);
    private readonly DbContextOptions<AppDbContext> options;
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly WriteGate gate;
    private readonly ConcurrentQueue<int> commits = [];
    private readonly MeterListener listener = new();

    public SharedCommitTests()
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        builder.UseDatabase(DatabaseProvider.Sqlite, $"Data Source={file}");
        options = builder.Options;
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == "enforcement.write_gate.writers" && ReferenceEquals(instrument.Meter.Scope, meters))
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, writers, _, _) => commits.Enqueue(writers));
        listener.Start();
        gate = new(dialect, options, meters, TimeProvider.System);
        using var db = new AppDbContext(options);
        db.Database.OpenConnection();
        db.Database.ExecuteSqlRaw("CREATE TABLE streets (name TEXT PRIMARY KEY)");
        db.Database.ExecuteSqlRaw(
            "CREATE TABLE notes (name TEXT PRIMARY KEY, street TEXT NULL REFERENCES streets (name) DEFERRABLE INITIALLY DEFERRED)"
        );
    }

    public void Dispose()
    {
        gate.Dispose();
        listener.Dispose();
        services.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var left in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            File.Delete(left);
    }

    [Fact]
    public async Task Writers_that_wait_for_each_other_share_one_commit()
    {
        Task<int>[] behind = [];

        var first = Write("first", meanwhile: () => behind = [Write("second"), Write("third")]);
        await first;
        await Task.WhenAll(behind);

        commits.ShouldBe([3]);
        Notes().ShouldBe(["first", "second", "third"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_writer_that_nobody_waits_behind_commits_alone()
    {
        await Write("first");
        await Write("second");

        commits.ShouldBe([1, 1]);
    }

    [Fact]
    public async Task What_is_refused_is_taken_back_alone()
    {
        Task<int>[] behind = [];

        await Write("first", meanwhile: () => behind = [Write("second", refuse: true), Write("third")]);

        (await Should.ThrowAsync<DomainException>(() => behind[0])).Error.ShouldBe(Refused);
        await behind[1];
        commits.ShouldBe([2]);
        Notes().ShouldBe(["first", "third"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_fails_otherwise_is_taken_back_alone_and_the_next_writer_gets_another_connection()
    {
        Task<int>[] behind = [];

        await Write("first", meanwhile: () => behind = [Write("first"), Write("third")]);

        (await Should.ThrowAsync<SqliteException>(() => behind[0])).SqliteErrorCode.ShouldBe(19);
        await behind[1];
        Notes().ShouldBe(["first", "third"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_for_all_of_them_and_also_for_who_was_refused_on_what_it_saw()
    {
        Task<int>[] behind = [];

        var first = Write("first", meanwhile: () => behind = [Write("second", street: "nowhere"), Write("third", refuse: true)]);

        await Should.ThrowAsync<SqliteException>(() => first);
        await Should.ThrowAsync<SqliteException>(() => behind[0]);
        await Should.ThrowAsync<SqliteException>(() => behind[1]);
        Notes().ShouldBeEmpty();
        await Write("fourth");
        Notes().ShouldBe(["fourth"]);
    }

    [Fact]
    public async Task Who_writes_much_waits_for_the_commit_of_the_others_and_shares_none()
    {
        Task<int>[] behind = [];

        await Write("first", meanwhile: () => behind = [Write("import", shares: false), Write("third")]);
        await Task.WhenAll(behind);

        commits.ShouldBe([1, 1, 1]);
        Notes().ShouldBe(["first", "import", "third"], ignoreOrder: true);
    }

    [Fact]
    public async Task No_more_than_the_most_share_a_commit()
    {
        Task<int>[] behind = [];

        await Write("0", meanwhile: () => behind = [.. Enumerable.Range(1, WriteGate.MostWriters).Select(i => Write($"{i}"))]);
        await Task.WhenAll(behind);

        commits.ShouldBe([WriteGate.MostWriters, 1]);
    }

    [Fact]
    public async Task Somebody_who_stops_waiting_leaves_nobody_without_an_answer()
    {
        for (var i = 0; i < 300; i++)
        {
            using var gives = new CancellationTokenSource();
            Task<int> behind = null!;
            var stops = Task.CompletedTask;

            var first = Write(
                $"first{i}",
                meanwhile: () =>
                {
                    behind = Write($"second{i}", ct: gives.Token);
                    stops = Task.Run(gives.Cancel); // at any moment of what follows
                }
            );

            await first;
            await stops;
            await behind.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        Notes().Count(n => n.StartsWith("first", StringComparison.Ordinal)).ShouldBe(300);
    }

    private async Task<int> Write(
        string name,
        string? street = null,
        bool refuse = false,
        bool shares = true,
        Action? meanwhile = null,
        CancellationToken ct = default
    )
    {
        await using var db = new AppDbContext(options);
        var unit = new UnitOfWork(db, gate, new StorageWatch(dialect, services.GetRequiredService<IMeterFactory>()), dialect);
        return await unit.RunAsync(
            async cancel =>
            {
                meanwhile?.Invoke();
                await db.Database.ExecuteSqlAsync($"INSERT INTO notes (name, street) VALUES ({name}, {street})", cancel);
                return refuse ? throw Refused.With("不予办理") : 1;
            },
            beforeSave: null,
            ct,
            shares
        );
    }

    private List<string> Notes()
    {
        using var db = new AppDbContext(options);
        return [.. db.Database.SqlQuery<string>($"SELECT name AS Value FROM notes ORDER BY name")];
    }
}
