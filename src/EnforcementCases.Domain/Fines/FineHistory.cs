using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>A part of a fine with its own due date (分期).</summary>
/// <param name="DueOn">Last day to pay it, inclusive.</param>
/// <param name="AmountFen">Amount in fen.</param>
public sealed record Instalment(DateOnly DueOn, long AmountFen);

/// <summary>Money paid on a fine, as input of the surcharge.</summary>
/// <param name="PaidOn">Legal date of the payment.</param>
/// <param name="AmountFen">Amount in fen.</param>
public sealed record FinePayment(DateOnly PaidOn, long AmountFen);

/// <summary>A deferral or instalments (暂缓或者分期缴纳): from the first day covered, the new due dates replace the old one.</summary>
/// <param name="CoversFrom">First day covered, inclusive; earlier days are not affected.</param>
/// <param name="Instalments">The new due dates with the amount due on each; a single one for a plain deferral.</param>
public sealed record DeferredTerm(DateOnly CoversFrom, IReadOnlyList<Instalment> Instalments)
{
    /// <summary>End of the term (期限结束之日), from which the time to apply to the court is counted (APL-72-2); the first day covered if there are no instalments.
    /// Computed, so not sent in a request.</summary>
    public DateOnly EndsOn => Instalments.Select(i => i.DueOn).Append(CoversFrom).Max();
}

/// <summary>Everything that a late-payment surcharge is computed from.</summary>
public sealed record FineHistory
{
    /// <summary>The fine in fen.</summary>
    public required long FineFen { get; init; }

    /// <summary>Last day to pay, fifteen days from service (APL-67-2).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Payments on the fine itself.</summary>
    public IReadOnlyList<FinePayment> Payments { get; init; } = [];

    /// <summary>Approved deferrals, in any order; for each day the latest that covers it applies.</summary>
    public IReadOnlyList<DeferredTerm> Deferrals { get; init; } = [];

    /// <summary>Days that do not count because a remedy is running (APL-73-3), from <see cref="SurchargePause.Of"/>.</summary>
    public IReadOnlyList<ExcludedSpan> Pauses { get; init; } = [];

    /// <summary>The part of the fine that is overdue at the beginning of the day: due before it and unpaid.</summary>
    internal long FallenDueBefore(DateOnly day) =>
        TermOn(day) is { } term ? FineFen - term.Instalments.Where(i => i.DueOn >= day).Sum(i => i.AmountFen)
        : DueOn < day ? FineFen
        : 0;

    /// <summary>The amount paid before the day.</summary>
    internal long PaidBefore(DateOnly day) => Payments.Where(p => p.PaidOn < day).Sum(p => p.AmountFen);

    private DeferredTerm? TermOn(DateOnly day) => Deferrals.Where(d => d.CoversFrom <= day).MaxBy(d => d.CoversFrom);
}
