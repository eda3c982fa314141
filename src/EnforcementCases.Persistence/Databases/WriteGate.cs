using System.Diagnostics.Metrics;
using EnforcementCases.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Lets writers of a one-writer database in one at a time, in the order they came, and hands each the connection that writes.</summary>
/// <remarks>Without it fifty writers of SQLite poll for the lock and the unlucky one waits ten seconds. A semaphore serves its asynchronous
/// waiters first come, first served. The connection stays open, so that its statements stay prepared. Short writers that wait for each other
/// share one commit (<see cref="SharedTransaction"/>): the last of them, or the one that makes the number full, commits for all.</remarks>
public sealed class WriteGate(Dialect dialect, DbContextOptions<AppDbContext> options, IMeterFactory meters, TimeProvider clock)
    : IDisposable
{
    /// <summary>Longest wait of a writer before it is refused.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>Most writers of one commit: those whose turn is over wait for it.</summary>
    public const int MostWriters = 8;

    private readonly Histogram<double> waits = meters
        .Create(Measured.Name)
        .CreateHistogram<double>(
            "enforcement.write_gate.wait",
            "s",
            "How long a writer of a one-writer database waited for its turn.",
            advice: new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15] }
        );
    private readonly Histogram<int> writers = meters
        .Create(Measured.Name)
        .CreateHistogram<int>(
            "enforcement.write_gate.writers",
            "{writer}",
            "How many writers of a one-writer database shared a commit.",
            advice: new() { HistogramBucketBoundaries = [1, 2, 3, 4, 6, 8] }
        );
    private readonly SemaphoreSlim turn = new(1, 1);
    private int waiting; // of those that share
    private AppDbContext? writer;
    private SharedTransaction? open; // this and the next are touched only by who has the turn
    private bool spoiled;

    /// <summary>Waits for the writer's turn and begins its transaction; disposing of the result ends both.</summary>
    /// <param name="db">The context that writes; it uses the kept connection until its turn ends.</param>
    /// <param name="shares">The work is short: it may share its commit with others.</param>
    /// <exception cref="TimeoutException">The turn did not come in <see cref="LongestWait"/>.</exception>
    public async ValueTask<Turn> EnterAsync(AppDbContext db, bool shares, CancellationToken ct)
    {
        if (!dialect.OneWriter)
            return new ParallelTurn(await db.Database.BeginTransactionAsync(ct));
        await WaitAsync(shares, ct);
        var own = new QueuedTurn(this, db, shares);
        try
        {
            await own.BeginAsync();
            return own;
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        turn.Dispose();
    }

    private async Task WaitAsync(bool shares, CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        var entered = false;
        if (shares)
            Interlocked.Increment(ref waiting);
        try
        {
            entered = await turn.WaitAsync(LongestWait, ct);
        }
        finally
        {
            if (shares)
                Interlocked.Decrement(ref waiting);
            if (!entered)
                await CommitWhatNobodyTakesUpAsync();
        }
        waits.Record(clock.GetElapsedTime(asked).TotalSeconds);
        if (!entered)
            throw new TimeoutException("The writer's turn did not come.");
    }

    /// <summary>The context whose connection writes.</summary>
    private AppDbContext Writer()
    {
        if (spoiled)
            Close();
        if (writer is null)
        {
            writer = new(options);
            writer.Database.OpenConnection(); // by EF, which sets the pragmas and adds its functions
            PreparedInserts.KeepOn((SqliteConnection)writer.Database.GetDbConnection());
        }
        return writer;
    }

    /// <summary>The transaction of a turn: the open one for a writer that shares, a fresh one otherwise.</summary>
    private async ValueTask<SharedTransaction> TransactionAsync(bool shares)
    {
        if (!shares)
            await CommitAsync();
        return open ??= await SharedTransaction.BeginAsync(Writer());
    }

    private async ValueTask CommitAsync()
    {
        if (open is not { } ending)
            return;
        open = null;
        if (ending.Writers > 0)
            writers.Record(ending.Writers);
        await using (ending)
            spoiled |= !await ending.CommitAsync();
    }

    /// <summary>What is open cannot be committed: all its writers get the error, and the next one gets another connection.</summary>
    private async ValueTask AbandonAsync(Exception why)
    {
        spoiled = true;
        if (open is not { } ending)
            return;
        open = null;
        await using (ending)
            ending.Fail(why);
    }

    private void Release()
    {
        try
        {
            if (spoiled)
                Close();
        }
        finally
        {
            turn.Release(); // whatever the connection says: the next writer waits
        }
    }

    /// <summary>Who left it open relied on somebody that waited; when that one gave up, it is committed by whichever of the two comes second.</summary>
    private async ValueTask CommitWhatNobodyTakesUpAsync()
    {
        if (Volatile.Read(ref waiting) > 0 || !turn.Wait(0, CancellationToken.None))
            return;
        try
        {
            await CommitAsync();
        }
        finally
        {
            Release();
        }
    }

    private void Close()
    {
        spoiled = false;
        if (writer is null)
            return;
        PreparedInserts.Forget((SqliteConnection)writer.Database.GetDbConnection());
        writer.Dispose();
        writer = null;
    }

    /// <summary>A writer's turn on the one connection that writes.</summary>
    private sealed class QueuedTurn(WriteGate gate, AppDbContext db, bool shares) : Turn
    {
        private readonly string? connectionString = db.Database.GetConnectionString();
        private SharedTransaction? mine;
        private IDbContextTransaction? seen;
        private bool left;

        public async ValueTask BeginAsync()
        {
            var transaction = await gate.TransactionAsync(shares);
            db.Database.SetDbConnection(gate.Writer().Database.GetDbConnection(), contextOwnsConnection: false);
            seen = db.Database.UseTransaction(transaction.Transaction);
            transaction.Begin();
            mine = transaction;
        }

        public override async Task CommitAsync()
        {
            mine!.Keep();
            await EndAsync();
            await mine.Ended;
        }

        public override async Task TakeBackAsync(Exception why)
        {
            var others = mine!.Writers > 0;
            if (!mine.TakeBack())
            {
                await gate.AbandonAsync(
                    why is DomainException ? new InvalidOperationException("The database took back what others had written.", why) : why
                );
            }
            else if (why is not DomainException)
            {
                await gate.CommitAsync();
                gate.spoiled = true; // it may have been the connection
            }
            await EndAsync();
            if (others)
                await mine.Ended; // what it saw of them is stored now, or it was refused for nothing
        }

        public override async ValueTask DisposeAsync()
        {
            if (left)
                return;
            try
            {
                await gate.AbandonAsync(new InvalidOperationException("A writer could not begin or end its turn."));
            }
            finally
            {
                Leave();
            }
        }

        private async ValueTask EndAsync()
        {
            var leavesOpen = shares && gate.open is { Writers: < MostWriters } && Volatile.Read(ref gate.waiting) > 0;
            if (!leavesOpen)
                await gate.CommitAsync();
            Leave();
            if (leavesOpen)
                await gate.CommitWhatNobodyTakesUpAsync();
        }

        private void Leave()
        {
            left = true;
            try
            {
                seen?.Dispose(); // of the context alone
                db.Database.SetDbConnection(null);
                db.Database.SetConnectionString(connectionString);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <summary>Where many write at once: a transaction of its own.</summary>
    private sealed class ParallelTurn(IDbContextTransaction transaction) : Turn
    {
        public override Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

        public override Task TakeBackAsync(Exception why) => Task.CompletedTask; // disposing of it does

        public override ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}

/// <summary>A writer's transaction, from its turn to its end.</summary>
public abstract class Turn : IAsyncDisposable
{
    /// <summary>Stores what was written: done once it is on the disk. From here on the client's going away changes nothing.</summary>
    public abstract Task CommitAsync();

    /// <summary>Takes back what was written.</summary>
    /// <param name="why">A refusal leaves the connection as it is; after anything else the next writer gets a new one.</param>
    public abstract Task TakeBackAsync(Exception why);

    public abstract ValueTask DisposeAsync();
}
