using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    private readonly List<DeferredTerm> deferrals = [];

    /// <summary>An application to pay later or in parts that waits for its decision; null where there is none.</summary>
    public DeferralApplication? DeferralRequest { get; internal set; }

    /// <summary>Approved deferrals, in their order.</summary>
    public IReadOnlyList<DeferredTerm> Deferrals => deferrals;

    /// <summary>The last decision on a surcharge, which holds the earlier ones; null where there is none.</summary>
    public DecideSurcharge? Surcharge { get; internal set; }

    /// <summary>Everything that a surcharge is counted from, as it stands; null where no fine was ordered.</summary>
    /// <param name="day">Day whose parameters count.</param>
    public FineHistory? FineHistoryOn(DateOnly day, ActSurroundings law)
    {
        if (Case.PaymentOrder is not { } order)
            return null;
        var from = SurchargePause.From(law.Parameter("surcharge.pauseFrom", day).Value);
        return new()
        {
            FineFen = order.AmountFen,
            DueOn = order.DueOn,
            Payments = [.. PaidOnFine(order.AmountFen)],
            Deferrals = deferrals,
            Pauses = [.. remedies.Select(r => SurchargePause.Of(r.AsPause, from))],
        };
    }

    internal void Defer(DeferredTerm term) => deferrals.Add(term);

    /// <summary>Money goes to the fine first; what is over it was paid on the surcharge.</summary>
    private IEnumerable<FinePayment> PaidOnFine(long fineFen)
    {
        var left = fineFen;
        foreach (var payment in Case.Payments.Where(p => !(p.PaidAt < Case.DecidedAt)).OrderBy(p => p.PaidAt))
        {
            var part = Math.Min(left, payment.AmountFen);
            if (part > 0)
                yield return new(LegalDate.Of(payment.PaidAt), part);
            left -= part;
        }
    }
}
