using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Lets writers of a one-writer database in one at a time, in the order they came, and hands each the connection that writes.</summary>
/// <remarks>Without it fifty writers of SQLite poll for the lock and the unlucky one waits ten seconds. A semaphore serves its asynchronous
/// waiters first come, first served. The connection stays open, so that its statements stay prepared.</remarks>
public sealed class WriteGate(Dialect dialect, DbContextOptions<AppDbContext> options, IMeterFactory meters, TimeProvider clock)
    : IDisposable
{
    /// <summary>Longest wait of a writer before it is refused.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly Histogram<double> waits = meters
        .Create(Measured.Name)
        .CreateHistogram<double>(
            "enforcement.write_gate.wait",
            "s",
            "How long a writer of a one-writer database waited for its turn.",
            advice: new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15] }
        );
    private readonly SemaphoreSlim turn = new(1, 1);
    private AppDbContext? writer;

    /// <summary>Waits for the writer's turn; disposing of the result ends it.</summary>
    /// <param name="db">The context that writes; it uses the kept connection until its turn ends.</param>
    /// <exception cref="TimeoutException">The turn did not come in <see cref="LongestWait"/>.</exception>
    public async ValueTask<Turn> EnterAsync(AppDbContext db, CancellationToken ct)
    {
        if (!dialect.OneWriter)
            return new(null, db, null);
        var asked = clock.GetTimestamp();
        var entered = await turn.WaitAsync(LongestWait, ct);
        waits.Record(clock.GetElapsedTime(asked).TotalSeconds);
        if (!entered)
            throw new TimeoutException("The writer's turn did not come.");
        var own = new Turn(this, db, db.Database.GetConnectionString());
        try
        {
            db.Database.SetDbConnection(Connection(), contextOwnsConnection: false);
            return own;
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        turn.Dispose();
    }

    private SqliteConnection Connection()
    {
        if (writer is null)
        {
            writer = new(options);
            writer.Database.OpenConnection(); // by EF, which sets the pragmas and adds its functions
            PreparedInserts.KeepOn((SqliteConnection)writer.Database.GetDbConnection());
        }
        return (SqliteConnection)writer.Database.GetDbConnection();
    }

    private void Close()
    {
        if (writer is null)
            return;
        PreparedInserts.Forget((SqliteConnection)writer.Database.GetDbConnection());
        writer.Dispose();
        writer = null;
    }

    /// <summary>A writer's turn.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly AppDbContext db;
        private readonly string? connectionString;
        private WriteGate? gate;
        private bool spoiled;

        internal Turn(WriteGate? gate, AppDbContext db, string? connectionString) =>
            (this.gate, this.db, this.connectionString) = (gate, db, connectionString);

        /// <summary>Something failed that may have been the connection: the next writer gets a new one.</summary>
        public void Spoil() => spoiled = true;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref gate, null) is not { } entered)
                return;
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(connectionString);
            if (spoiled)
                entered.Close();
            entered.turn.Release();
        }
    }
}
