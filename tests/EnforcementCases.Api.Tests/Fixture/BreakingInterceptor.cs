using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Breaks the database on demand: its reads, or a transaction at its very end, before the commit, when everything was written, or just after it, when only the answer is missing.</summary>
public sealed class BreakingInterceptor : DbTransactionInterceptor, IDbCommandInterceptor
{
    private volatile bool databaseAway;

    /// <summary>While set, nothing can be read.</summary>
    public bool DatabaseAway
    {
        get => databaseAway;
        set => databaseAway = value;
    }

    private int commits;
    private Tuple<int, int>? broken;
    private int answersToLose;

    /// <summary>The next commit succeeds, and the answer to it is lost.</summary>
    public void LoseNextAnswer() => Interlocked.Exchange(ref answersToLose, 1);

    /// <summary>The next commit fails.</summary>
    public void BreakNextCommit() => BreakCommits(first: 1, last: 1);

    /// <summary>Commits fail from the first to the last named, counted from now on, 1, 2 …</summary>
    public void BreakCommits(int first, int last)
    {
        Interlocked.Exchange(ref commits, 0);
        Volatile.Write(ref broken, new Tuple<int, int>(first, last));
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => DatabaseAway ? throw new BrokenDatabaseException() : ValueTask.FromResult(result);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) =>
        Volatile.Read(ref broken) is { } range && Interlocked.Increment(ref commits) is var n && n >= range.Item1 && n <= range.Item2
            ? throw new BrokenDatabaseException()
            : base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Interlocked.Exchange(ref answersToLose, 0) == 1 ? throw new BrokenDatabaseException() : Task.CompletedTask;
}

public sealed class BrokenDatabaseException() : Exception("The machine stumbled.");
