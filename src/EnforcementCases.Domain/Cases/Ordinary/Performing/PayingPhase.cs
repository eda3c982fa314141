using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Deferral and surcharge of the fine (延期、分期、加处罚款), as the acts left them.</summary>
public sealed class PayingPhase
{
    private readonly OrdinaryFile file;
    private readonly List<DeferredTerm> deferrals = [];

    internal PayingPhase(OrdinaryFile file) => this.file = file;

    /// <summary>An application to pay later or in parts that waits for its decision; null if none.</summary>
    public DeferralApplication? DeferralRequest { get; private set; }

    /// <summary>Approved deferrals, in their order.</summary>
    public IReadOnlyList<DeferredTerm> Deferrals => deferrals;

    /// <summary>The deferral approved last; null if none.</summary>
    internal DeferredTerm? LastDeferral => deferrals.LastOrDefault();

    /// <summary>The last decision on a surcharge, which includes the earlier ones; null if none.</summary>
    public DecideSurcharge? Surcharge { get; private set; }

    /// <summary>Last day to pay the fine, deferrals and instalments included; null if no fine was ordered.</summary>
    public DateOnly? DueOn => LastDeferral?.EndsOn ?? file.Case.PaymentOrder?.DueOn;

    /// <summary>Everything that a surcharge is counted from; null if no fine was ordered.</summary>
    /// <param name="day">Day whose parameters apply.</param>
    public FineHistory? HistoryOn(DateOnly day, ActContext law)
    {
        if (file.Case.PaymentOrder is not { } order)
            return null;
        var from = SurchargePause.From(law.Parameter(LocalParameters.SurchargePauseFrom, day).Value);
        return new()
        {
            FineFen = order.AmountFen,
            DueOn = order.DueOn,
            Payments = [.. PaidOnFine(order.AmountFen)],
            Deferrals = deferrals,
            Pauses = [.. file.Remedies.All.Select(r => SurchargePause.Of(r.AsPause(law.Calendar), from))],
        };
    }

    /// <summary>Money is owed and its last day is over.</summary>
    internal bool IsOverdue(DateOnly day) => file.Case.PaymentOrder?.Outstanding > Money.Zero && DueOn < day;

    /// <summary>First day counted for the surcharge; null if none was decided.</summary>
    internal DateOnly? SurchargeSince(DateOnly day, ActContext law) =>
        Surcharge is { } decided && HistoryOn(day, law) is { } history
            ? LatePaymentSurcharge
                .Count(
                    history,
                    decided.CountedThrough,
                    LatePaymentSurcharge.BaseOf(law.Parameter(LocalParameters.SurchargeBase, day).Value)
                )
                .FirstDay
            : null;

    internal void Apply(ApplyForDeferral applied) => DeferralRequest = applied.Application;

    internal void Apply(DecideDeferral decided)
    {
        DeferralRequest = null;
        if (decided.Term is { } term)
            deferrals.Add(term);
    }

    internal void Apply(DecideSurcharge decided) => Surcharge = decided;

    /// <summary>Money goes to the fine first; what is over it was paid on the surcharge.</summary>
    private IEnumerable<FinePayment> PaidOnFine(long fineFen)
    {
        var left = fineFen;
        foreach (var payment in file.Case.Payments.Where(p => !(p.PaidAt < file.Case.DecidedAt)).OrderBy(p => p.PaidAt))
        {
            var part = Math.Min(left, payment.AmountFen);
            if (part > 0)
                yield return new(LegalDate.Of(payment.PaidAt), part);
            left -= part;
        }
    }
}
