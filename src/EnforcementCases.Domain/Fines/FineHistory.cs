using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>A part of a fine with its own due date (分期).</summary>
/// <param name="DueOn">Last day to pay it.</param>
/// <param name="AmountFen">Amount in fen.</param>
public sealed record Instalment(DateOnly DueOn, long AmountFen);

/// <summary>Money paid on a fine, for counting.</summary>
/// <param name="PaidOn">Legal date of the payment.</param>
/// <param name="AmountFen">Amount in fen.</param>
public sealed record FinePayment(DateOnly PaidOn, long AmountFen);

/// <summary>A deferral or instalments as they count (暂缓或者分期缴纳): from the first day covered, the new due dates stand instead of the old one.</summary>
/// <param name="CoversFrom">First day covered; earlier days stay as they were.</param>
/// <param name="Instalments">The new due dates with what falls due on each; one of them for a plain deferral.</param>
public sealed record DeferredTerm(DateOnly CoversFrom, IReadOnlyList<Instalment> Instalments)
{
    /// <summary>End of the term (期限结束之日); the court's window runs from it (APL-72-2). The first day covered where no instalment is named.</summary>
    public DateOnly EndsOn => Instalments.Select(i => i.DueOn).Append(CoversFrom).Max();
}

/// <summary>Everything that a late-payment surcharge is counted from.</summary>
public sealed record FineHistory
{
    /// <summary>The fine in fen.</summary>
    public required long FineFen { get; init; }

    /// <summary>Last day to pay, fifteen days from service (APL-67-2).</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What was paid on the fine itself.</summary>
    public IReadOnlyList<FinePayment> Payments { get; init; } = [];

    /// <summary>Approved deferrals, in any order; the latest that covers a day counts for it.</summary>
    public IReadOnlyList<DeferredTerm> Deferrals { get; init; } = [];

    /// <summary>Days that do not count because a remedy is running (APL-73-3), from <see cref="SurchargePause.Of"/>.</summary>
    public IReadOnlyList<ExcludedSpan> Pauses { get; init; } = [];

    /// <summary>What of the fine is overdue when the day begins: fallen due before it.</summary>
    internal long FallenDueBefore(DateOnly day) =>
        TermOn(day) is { } term ? FineFen - term.Instalments.Where(i => i.DueOn >= day).Sum(i => i.AmountFen)
        : DueOn < day ? FineFen
        : 0;

    /// <summary>What was paid before the day.</summary>
    internal long PaidBefore(DateOnly day) => Payments.Where(p => p.PaidOn < day).Sum(p => p.AmountFen);

    private DeferredTerm? TermOn(DateOnly day) => Deferrals.Where(d => d.CoversFrom <= day).MaxBy(d => d.CoversFrom);
}
