using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Persistence.Recording;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Transparency;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Transparency;

/// <summary>Gives every committed entry of the record its leaf in the log, and signs the tree. It reads what is committed and is in no writer's way.</summary>
/// <remarks>Replicas compete for one lease. Each append changes the row of the log under the token of the lease: a process that was paused and wakes finds another token, and
/// what it was about to append is taken back.</remarks>
internal sealed class LogSequencer(
    IServiceScopeFactory scopes,
    ICheckpointSigner signer,
    LogMemory memory,
    LogSalts salts,
    LogSettings settings,
    LogGuard guard,
    Installation installation,
    TimeProvider clock,
    ILogger<LogSequencer> log
) : IDisposable
{
    /// <summary>How long a lease holds without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Longest time from the commit of an entry to its leaf, while a process runs.</summary>
    public static readonly TimeSpan MergeDelay = TimeSpan.FromSeconds(60);

    /// <summary>Entries numbered so long before the present are looked for only in a sweep: a number is given before the commit.</summary>
    private static readonly TimeSpan LatestCommit = TimeSpan.FromMinutes(15);

    /// <summary>How often all entries are looked through for one without a leaf.</summary>
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(6);

    private const int EntriesAtOnce = 500;

    private readonly string holder = $"{installation.Node}-{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
    private readonly SemaphoreSlim one = new(1, 1);
    private DateTimeOffset sweepAt = DateTimeOffset.MinValue;

    /// <summary>Appends what is committed and signs; nothing happens while another process holds the lease, or writing is stopped.</summary>
    /// <returns>Whether everything committed is in the log and signed.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (guard.Why is not null)
                return false;
            if (await IsDoneAsync(ct))
                return true; // the lease is a write: not taken where there is nothing to write
            if (await TakeLeaseAsync(ct) is not { } token)
                return false;
            await AppendAllAsync(token, ct);
            await SignAsync(token, ct);
            return true;
        }
        catch (LogLeaseLostException)
        {
            log.LogWarning("Another process has taken over the log");
            return false;
        }
        catch (LogForkedException forked)
        {
            guard.Close(forked.Message);
            return false;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Looks through all entries for those without a leaf at the next run.</summary>
    public void SweepNext() => sweepAt = DateTimeOffset.MinValue;

    /// <summary>Takes or renews the lease.</summary>
    /// <returns>The token; null while another process holds it.</returns>
    internal async Task<long?> TakeLeaseAsync(CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (!await db.LogHeads.AnyAsync(ct))
            await BeginAsync(scope.ServiceProvider, ct);
        var now = clock.GetUtcNow();
        var until = now + Lease;
        return await UnitOf(scope)
            .RunAsync(
                async cancel =>
                {
                    var taken = await db
                        .LogHeads.Where(h => h.Id == LogHead.OnlyId && (h.LeaseUntil <= now || h.Holder == holder))
                        .ExecuteUpdateAsync(
                            h =>
                                h.SetProperty(x => x.Token, x => x.Token + 1)
                                    .SetProperty(x => x.Holder, holder)
                                    .SetProperty(x => x.LeaseUntil, until),
                            cancel
                        );
                    return taken == 0 ? (long?)null : await db.LogHeads.Select(h => h.Token).FirstAsync(cancel);
                },
                beforeSave: null,
                ct
            );
    }

    /// <summary>Whether there is nothing to append and nothing to sign.</summary>
    private async Task<bool> IsDoneAsync(CancellationToken ct)
    {
        if (clock.GetUtcNow() >= sweepAt)
            return false;
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var recent = RecentFrom(clock.GetUtcNow());
        return !await WithoutLeaf(db, recent).AnyAsync(ct)
            && await db.LogHeads.AllAsync(h => db.LogCheckpoints.Any(c => c.Size == h.Size), ct);
    }

    /// <summary>Appends everything that has no leaf yet.</summary>
    private async Task AppendAllAsync(long token, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sweeps = now >= sweepAt;
        var after = sweeps ? long.MinValue : RecentFrom(now);
        while (await AppendAsync(token, after, ct) is { } last)
            after = last - 1; // another may have the same number: those with a leaf are left out
        if (sweeps)
            sweepAt = now + SweepEvery;
    }

    /// <summary>Before the first entry whose commit may have come after the last look; clocks of two processes may differ.</summary>
    private static long RecentFrom(DateTimeOffset now) => SequenceSource.FirstOf(now - LatestCommit);

    private static IQueryable<RecordEntry> WithoutLeaf(AppDbContext db, long after) =>
        db.RecordEntries.AsNoTracking().Where(e => e.Seq > after && !db.LogLeaves.Any(l => l.EntryId == e.Id));

    /// <summary>Appends the next entries without a leaf, in the order of their numbers.</summary>
    /// <param name="after">Entries up to this number are not looked at.</param>
    /// <returns>The number of the last one; null if there was none.</returns>
    /// <exception cref="LogLeaseLostException">Another process has taken over; nothing was appended.</exception>
    internal async Task<long?> AppendAsync(long token, long after, CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var head = await db.LogHeads.AsNoTracking().FirstAsync(ct);
        var entries = await WithoutLeaf(db, after)
            .OrderBy(e => e.Seq)
            .Select(e => new
            {
                e.Id,
                e.Seq,
                e.ChainId,
                e.ChainSeq,
                e.Hash,
            })
            .Take(EntriesAtOnce)
            .ToListAsync(ct);
        if (entries.Count == 0)
            return null;
        var hashes = entries.ConvertAll(e => EntryLeaf.HashOf(head.Origin, salts.Of(e.ChainId), e.ChainId, e.ChainSeq, e.Hash));
        var frontier = TreeFrontier.Read(head.Size, head.Frontier);
        hashes.ForEach(frontier.Append);
        var tiles = await new LogTiles(db).CompletedAsync(head.Size, hashes, ct);
        var until = clock.GetUtcNow() + Lease;
        await UnitOf(scope)
            .RunAsync(
                async cancel =>
                {
                    var held = await db
                        .LogHeads.Where(h => h.Token == token && h.Size == head.Size)
                        .ExecuteUpdateAsync(
                            h =>
                                h.SetProperty(x => x.Size, frontier.Size)
                                    .SetProperty(x => x.Frontier, frontier.Write())
                                    .SetProperty(x => x.LeaseUntil, until),
                            cancel
                        );
                    if (held != 1)
                        throw new LogLeaseLostException();
                    db.LogLeaves.AddRange(
                        entries.Select(
                            (e, i) =>
                                new LogLeaf
                                {
                                    Position = head.Size + i,
                                    EntryId = e.Id,
                                    Hash = hashes[i],
                                }
                        )
                    );
                    db.LogTiles.AddRange(tiles);
                    return true;
                },
                beforeSave: null,
                ct
            );
        return entries[^1].Seq;
    }

    /// <summary>Signs the tree if it has grown.</summary>
    private async Task SignAsync(long token, CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var head = await db.LogHeads.AsNoTracking().FirstAsync(ct);
        if (head.Token != token || head.Size == 0 || await db.LogCheckpoints.AnyAsync(c => c.Size == head.Size, ct))
            return;
        var key = await db.LogKeys.AsNoTracking().OrderByDescending(k => k.Number).FirstAsync(k => k.FromSize <= head.Size, ct);
        var next = new Checkpoint(head.Origin, head.Size, TreeFrontier.Read(head.Size, head.Frontier).Root());
        SignedNote note;
        try
        {
            note = await SignedAsync(db, next, key.Number, ct);
        }
        catch (LogForkedException)
        {
            if (!await db.LogHeads.AnyAsync(h => h.Token == token, ct))
                throw new LogLeaseLostException(); // the longer log is that of the process that took over
            throw;
        }
        await UnitOf(scope)
            .RunAsync(
                async cancel =>
                {
                    await db.LogCheckpoints.Where(c => c.AnchoredAt == null && c.Size < head.Size).ExecuteDeleteAsync(cancel);
                    db.LogCheckpoints.Add(
                        new()
                        {
                            Size = head.Size,
                            Note = System.Text.Encoding.UTF8.GetBytes(note.Write()),
                            SignedAt = clock.GetUtcNow(),
                        }
                    );
                    return true;
                },
                beforeSave: null,
                ct
            );
    }

    /// <summary>Signs the checkpoint if it extends the last one, and remembers it; looks again if another process remembered one meanwhile.</summary>
    /// <exception cref="LogForkedException">It does not extend the last one.</exception>
    private async Task<SignedNote> SignedAsync(AppDbContext db, Checkpoint next, int key, CancellationToken ct)
    {
        while (true)
        {
            var last = LogMemory.CheckpointOf(memory.Signed);
            if (last is not null && last.Size > next.Size)
                throw new LogForkedException($"The log has {next.Size} leaves; a checkpoint of {last.Size} was signed before.");
            var proof = last is null ? [] : await new TreeReader(new LogTiles(db), next.Size).ConsistencyAsync(last.Size, ct);
            if (last is not null)
                LogMemory.EnsureExtends(last, next, proof);
            var note = next.Note.With(signer.Sign(next.Note, next.Origin, key));
            if (memory.EnterSigned(last, note))
                return note;
        }
    }

    /// <summary>Begins the log, with its first key.</summary>
    private async Task BeginAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDbContext>();
        using var first = signer.KeyOf("unnamed", 1);
        var origin = settings.Origin ?? $"enforcementcases/log/{Convert.ToHexStringLower(TreeHash.Leaf(first.PublicKey))[..16]}";
        using var key = signer.KeyOf(origin, 1);
        try
        {
            await services
                .GetRequiredService<UnitOfWork>()
                .RunAsync(
                    _ =>
                    {
                        db.LogHeads.Add(new() { Origin = origin });
                        db.LogKeys.Add(new(Guid.CreateVersion7(clock.GetUtcNow()), 1, key.Text, fromSize: 0));
                        return Task.FromResult(true);
                    },
                    beforeSave: null,
                    ct
                );
        }
        catch (Exception error)
            when (error.DatabaseError() is { } raised && services.GetRequiredService<Dialect>().IsUniqueViolation(raised))
        {
            db.ChangeTracker.Clear(); // another process began it in the same moment
        }
    }

    private static UnitOfWork UnitOf(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UnitOfWork>();

    /// <summary>Another process has taken over.</summary>
    internal sealed class LogLeaseLostException : Exception;
}

/// <summary>Runs the sequencer every second, and the anchors when their time has come.</summary>
internal sealed class LogLoop(LogSequencer sequencer, LogAnchors anchors, LogSettings settings, ILogger<LogLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled)
            return;
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await sequencer.RunAsync(stoppingToken))
                    await anchors.RunIfDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "The log could not be continued; the next try is in a second.");
            }
        }
    }
}
