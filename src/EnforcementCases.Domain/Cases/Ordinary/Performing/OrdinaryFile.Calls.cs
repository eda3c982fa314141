using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    private readonly List<CallOnFile> calls = [];

    /// <summary>The calls to perform, in their order.</summary>
    public IReadOnlyList<CallOnFile> Calls => calls;

    /// <summary>What the party answered to a call; null where nothing came.</summary>
    public CallAnswer? CallAnswer { get; internal set; }

    /// <summary>The first call that was served; null where none was.</summary>
    public CallOnFile? ServedCall => calls.Find(c => ServedOn(c) is not null);

    /// <summary>Day on which that call was served.</summary>
    public DateOnly? CallServedOn => ServedCall is { } call ? ServedOn(call) : null;

    /// <summary>Day on which the first call was served that names what is to be paid; null where none was.</summary>
    internal DateOnly? MoneyCallServedOn =>
        calls.Find(c => c.Call.AmountFen is not null && ServedOn(c) is not null) is { } call ? ServedOn(call) : null;

    /// <summary>Something beside money is asked for, by the decision or by an order, and its day is over (限期内不履行).</summary>
    internal bool DutyIsOverdue(DateOnly day) =>
        OrdersToCorrect.Any(o => o.Result is not RecheckResult.Corrected && (o.DueOn ?? o.OrderedOn) < day)
        || (
            Decision is { } decision
            && (
                (decision.CorrectionRequired is not null && (decision.CorrectionDueOn ?? Case.DecidedOn) < day)
                || decision.Penalties.Any(p => p.Kind is not (PenaltyKind.Warning or PenaltyKind.PublicCriticism or PenaltyKind.Fine))
            )
        );

    /// <summary>Money is owed and its last day is over.</summary>
    internal bool MoneyIsOverdue(DateOnly day) => Case.PaymentOrder?.Outstanding > Money.Zero && MoneyDueOn < day;

    /// <summary>Last day to pay the fine, deferrals and instalments included; null where no fine was ordered.</summary>
    public DateOnly? MoneyDueOn => deferrals.LastOrDefault()?.EndsOn ?? Case.PaymentOrder?.DueOn;

    internal void Call(CallToPerform call, DoneAct done) => calls.Add(new(call, done.Entry.Place, ServiceOf(DocumentKind.CallToPerform)));

    /// <summary>Day on which a call was served; null where it was not.</summary>
    internal DateOnly? ServedOn(CallOnFile call)
    {
        var next = calls.IndexOf(call) + 1;
        var delivered = next < calls.Count ? calls[next].ServedBefore : ServiceOf(DocumentKind.CallToPerform);
        return delivered?.Paper.ActPlace == call.Place ? delivered.ServedOn : null;
    }
}
