using System.Data.Common;
using System.Runtime.CompilerServices;
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

    private readonly ConditionalWeakTable<DbTransaction, string> touched = [];
    private int commits;
    private BrokenCommits? broken;
    private HeldCommit? holding;
    private int answersToLose;

    /// <summary>The next commit succeeds, and the answer to it is lost.</summary>
    public void LoseNextAnswer() => Interlocked.Exchange(ref answersToLose, 1);

    /// <summary>The next commit fails.</summary>
    public void BreakNextCommit() => BreakCommits(first: 1, last: 1);

    /// <summary>Commits fail from the first to the last named, counted from now on, 1, 2 …</summary>
    /// <param name="touching">Counts only transactions whose statements name this table: a sign-in in between commits too.</param>
    public void BreakCommits(int first, int last, string touching = "")
    {
        Interlocked.Exchange(ref commits, 0);
        Volatile.Write(ref broken, new(first, last, touching));
    }

    /// <summary>The next commit of a transaction whose statements name this table waits until the test lets it go on.</summary>
    public HeldCommit HoldNextCommit(string touching)
    {
        var held = new HeldCommit(touching);
        Volatile.Write(ref holding, held);
        return held;
    }

    /// <summary>Commits succeed again; answers with how many failed.</summary>
    public int Heal()
    {
        var held = Interlocked.Exchange(ref broken, null);
        var counted = Interlocked.Exchange(ref commits, 0);
        return held is null ? 0 : Math.Clamp(counted - held.First + 1, 0, held.Last);
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (DatabaseAway)
            throw new BrokenDatabaseException();
        Note(command);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>Npgsql hands the same object out again for the next transaction of a connection.</summary>
    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        touched.Remove(result);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (
            Volatile.Read(ref holding) is { } held
            && Touches(transaction, held.Table)
            && Interlocked.CompareExchange(ref holding, null, held) == held
        )
            await held.PassAsync();
        return
            Volatile.Read(ref broken) is { } range
            && Touches(transaction, range.Table)
            && Interlocked.Increment(ref commits) is var n
            && n >= range.First
            && n <= range.Last
            ? throw new BrokenDatabaseException()
            : await base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Interlocked.Exchange(ref answersToLose, 0) == 1 ? throw new BrokenDatabaseException() : Task.CompletedTask;

    private void Note(DbCommand command)
    {
        if (command.Transaction is not { } transaction)
            return;
        foreach (var table in new[] { Volatile.Read(ref broken)?.Table, Volatile.Read(ref holding)?.Table })
        {
            if (table is { Length: > 0 } && command.CommandText.Contains(table, StringComparison.Ordinal))
                touched.AddOrUpdate(transaction, table);
        }
    }

    private bool Touches(DbTransaction transaction, string table) =>
        table.Length == 0 || (touched.TryGetValue(transaction, out var named) && named == table);

    private sealed record BrokenCommits(int First, int Last, string Table);
}

/// <summary>A commit that waits.</summary>
public sealed class HeldCommit(string table)
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The table that its statements name.</summary>
    public string Table => table;

    /// <summary>Everything is written, and the commit waits.</summary>
    public Task Reached => reached.Task;

    /// <summary>Lets it go on.</summary>
    public void Release() => released.TrySetResult();

    internal Task PassAsync()
    {
        reached.TrySetResult();
        return released.Task;
    }
}

public sealed class BrokenDatabaseException() : Exception("The machine stumbled.");
