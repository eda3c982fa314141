using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;

namespace EnforcementCases.Platform.Snapshots;

/// <summary>Small data that every act reads and that seldom changes, held whole in memory. Readers take <see cref="Current"/> without a lock and without the database;
/// a change increases a version number in its own transaction, and every replica reads the data anew within <see cref="PollEvery"/>.</summary>
/// <param name="name">Name of the row in <c>snapshot_versions</c>.</param>
/// <param name="empty">The state before the first reading.</param>
internal abstract partial class SnapshotDirectory<T>(IServiceScopeFactory scopes, TimeProvider clock, ILogger log, string name, T empty)
    : BackgroundService,
        ISnapshotDirectory
    where T : class
{
    /// <summary>How often each replica checks whether something changed.</summary>
    public static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim reading = new(1, 1);
    private Held held = new(0, empty);

    /// <summary>The state as this replica knows it; take it once for an act, so that the act sees one state.</summary>
    public T Current => Volatile.Read(ref held).Value;

    /// <summary>Reads the data anew if something changed since.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var number = await db.SnapshotVersions.ReadAsync(name, ct); // before the rows: a change in between is seen again at the next poll
            if (number == held.Number)
                return;
            Volatile.Write(ref held, new(number, await ReadAsync(db, number, ct)));
        }
        finally
        {
            reading.Release();
        }
    }

    public override void Dispose()
    {
        reading.Dispose();
        base.Dispose();
    }

    /// <summary>Reads the whole from the database; the reader sees every organisation.</summary>
    protected abstract Task<T> ReadAsync(AppDbContext db, long number, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PollEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogStale(error, name); // the state known so far stays in use until the database answers again
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The snapshot {Name} could not be read")]
    private partial void LogStale(Exception error, string name);

    private sealed record Held(long Number, T Value);
}

/// <summary>A snapshot that can be refreshed.</summary>
internal interface ISnapshotDirectory
{
    Task RefreshAsync(CancellationToken ct);
}
