using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace EnforcementCases.Persistence.Databases;

/// <summary>A transaction of SQLite that writers use one after another, each within a savepoint of its own; one commit, and so one sync of the disk, ends it for all.</summary>
/// <remarks>Nobody is answered before that commit. If it fails, it fails for all of them.</remarks>
internal sealed class SharedTransaction : IAsyncDisposable
{
    private const string Mine = "writer";

    private readonly IDbContextTransaction begun;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SharedTransaction(IDbContextTransaction begun)
    {
        this.begun = begun;
        Transaction = (SqliteTransaction)begun.GetDbTransaction();
    }

    /// <summary>Begins one on the connection that writes; it takes the lock of the writer at once.</summary>
    public static async Task<SharedTransaction> BeginAsync(AppDbContext writer) =>
        new(await writer.Database.BeginTransactionAsync(CancellationToken.None));

    /// <summary>What the statements of its writers belong to.</summary>
    public SqliteTransaction Transaction { get; }

    /// <summary>Writers whose rows wait for the commit.</summary>
    public int Writers { get; private set; }

    /// <summary>Done when the commit is on the disk; failed when it could not be.</summary>
    public Task Ended => ended.Task;

    /// <summary>A writer begins.</summary>
    public void Begin() => Transaction.Save(Mine);

    /// <summary>The writer is done: its rows wait for the commit.</summary>
    public void Keep()
    {
        Transaction.Release(Mine);
        Writers++;
    }

    /// <summary>Takes back what the present writer wrote, and nothing else.</summary>
    /// <returns>False when the database took back everything, as it does on a full disk.</returns>
    public bool TakeBack()
    {
        if (Transaction.Connection is not { } connection || raw.sqlite3_get_autocommit(connection.Handle) != 0)
            return false;
        Transaction.Rollback(Mine);
        Transaction.Release(Mine);
        return true;
    }

    /// <summary>Commits for all of them.</summary>
    /// <returns>Whether it held; if not, each of them gets the error.</returns>
    public async Task<bool> CommitAsync()
    {
        try
        {
            if (Writers > 0)
                await begun.CommitAsync(CancellationToken.None);
            else
                await begun.RollbackAsync(CancellationToken.None); // whoever was in it was refused
        }
        catch (Exception failed)
        {
            Fail(failed);
            return false;
        }
        ended.SetResult();
        return true;
    }

    /// <summary>Nothing of it was stored: each of its writers gets the error.</summary>
    public void Fail(Exception why)
    {
        ended.SetException(why);
        _ = ended.Task.Exception; // somebody who wrote nothing does not ask
    }

    /// <summary>Takes back what was not committed.</summary>
    public ValueTask DisposeAsync() => begun.DisposeAsync();
}
