using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Breaks a transaction at its very end: before the commit, when everything was written, or just after it, when only the answer is missing.</summary>
public sealed class BreakingInterceptor : DbTransactionInterceptor
{
    private int commitsToBreak;
    private int answersToLose;

    /// <summary>The next commit succeeds, and the answer to it is lost.</summary>
    public void LoseNextAnswer() => Interlocked.Exchange(ref answersToLose, 1);

    /// <summary>The next commit fails.</summary>
    public void BreakNextCommit() => Interlocked.Exchange(ref commitsToBreak, 1);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) =>
        Interlocked.Exchange(ref commitsToBreak, 0) == 1
            ? throw new BrokenCommitException()
            : base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) => Interlocked.Exchange(ref answersToLose, 0) == 1 ? throw new BrokenCommitException() : Task.CompletedTask;
}

public sealed class BrokenCommitException() : Exception("The machine stumbled at the commit.");
