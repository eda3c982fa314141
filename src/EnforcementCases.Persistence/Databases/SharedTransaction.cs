using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EnforcementCases.Persistence.Databases;

/// <summary>A transaction of SQLite that writers use one after another, each within a savepoint of its own; one commit, and so one sync of the disk, ends it for all.</summary>
/// <remarks>Nobody is answered before that commit. If it fails, it fails for all of them.</remarks>
internal sealed class SharedTransaction(SqliteConnection connection) : IDisposable
{
    private const string Mine = "writer";

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What statements of a writer name as theirs.</summary>
    public SqliteTransaction Transaction { get; } = connection.BeginTransaction(); // takes the lock of the writer at once

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
        if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            return false;
        Transaction.Rollback(Mine);
        Transaction.Release(Mine);
        return true;
    }

    /// <summary>Commits for all of them.</summary>
    /// <returns>Whether it held; if not, each of them is told.</returns>
    public bool Commit()
    {
        try
        {
            Transaction.Commit();
        }
        catch (SqliteException failed)
        {
            Fail(failed);
            return false;
        }
        ended.SetResult();
        return true;
    }

    /// <summary>Nothing of it was stored: each of its writers is told why.</summary>
    public void Fail(Exception why)
    {
        ended.SetException(why);
        _ = ended.Task.Exception; // somebody who wrote nothing does not ask
    }

    /// <summary>Takes back what was not committed.</summary>
    public void Dispose() => Transaction.Dispose();
}
