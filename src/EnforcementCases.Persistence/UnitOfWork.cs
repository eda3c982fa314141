using EnforcementCases.Domain;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Persistence;

/// <summary>One transaction: everything in it happens, or nothing does. The only way to write.</summary>
/// <remarks>The work may run more than once (a lost connection, a deadlock): it starts from an empty tracker and touches nothing but the database.</remarks>
public sealed class UnitOfWork(AppDbContext db, WriteGate gate, StorageWatch storage, Dialect dialect)
{
    /// <summary>Longest wait of a statement for a row lock of another transaction.</summary>
    public static readonly TimeSpan LongestLockWait = TimeSpan.FromSeconds(2);

    private readonly string? lockBound = dialect.BoundLockWait(LongestLockWait);
    private readonly List<Action> afterCommit = [];

    /// <summary>Updates what this process holds in memory once the change is committed; not run if the work fails.</summary>
    public void AfterCommit(Action tell) => afterCommit.Add(tell);

    /// <summary>Runs the work, saves once, commits.</summary>
    /// <param name="work">Reads, judges, changes tracked entities; never saves.</param>
    /// <param name="beforeSave">What is written at the very end, after the work: the process record and the stored answer.</param>
    /// <param name="ct">Cancels up to the commit.</param>
    /// <param name="shares">The work is short: it may share its commit with others, where one writes at a time.</param>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> work,
        Func<T, CancellationToken, Task>? beforeSave,
        CancellationToken ct,
        bool shares = false
    )
    {
        try
        {
            var result = await RunOnceOrAgainAsync(work, beforeSave, shares, ct);
            storage.Wrote();
            return result;
        }
        catch (Exception error) when (error is not DomainException)
        {
            storage.Failed(error);
            throw;
        }
    }

    private Task<T> RunOnceOrAgainAsync<T>(
        Func<CancellationToken, Task<T>> work,
        Func<T, CancellationToken, Task>? beforeSave,
        bool shares,
        CancellationToken ct
    ) =>
        db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async cancel =>
                {
                    db.ChangeTracker.Clear();
                    db.Database.AutoSavepointsEnabled = false; // one save: when it fails, the whole transaction is taken back
                    afterCommit.Clear();
                    await using var turn = await gate.EnterAsync(db, shares, cancel);
                    T result;
                    try
                    {
                        if (lockBound is not null)
                            await db.Database.ExecuteSqlRawAsync(lockBound, cancel);
                        result = await work(cancel);
                        if (beforeSave is not null)
                            await beforeSave(result, cancel);
                        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel); // nobody saves these again
                    }
                    catch (Exception error)
                    {
                        await turn.TakeBackAsync(error);
                        throw;
                    }
                    await turn.CommitAsync();
                    afterCommit.ForEach(tell => tell());
                    return result;
                },
                ct
            );
}
