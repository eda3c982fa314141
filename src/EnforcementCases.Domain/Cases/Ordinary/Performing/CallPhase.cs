using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The calls to perform (催告), as the acts left them.</summary>
public sealed class CallPhase
{
    private readonly OrdinaryFile file;
    private readonly List<CallOnFile> calls = [];

    internal CallPhase(OrdinaryFile file) => this.file = file;

    /// <summary>The calls, in their order.</summary>
    public IReadOnlyList<CallOnFile> All => calls;

    /// <summary>What the party answered to a call; null if it did not answer.</summary>
    public CallAnswer? Answer { get; private set; }

    /// <summary>The first call that was served; null if none was.</summary>
    public CallOnFile? Served => calls.Find(c => ServiceOf(c) is not null);

    /// <summary>Day on which that call was served.</summary>
    public DateOnly? ServedOn => Served is { } call ? ServiceOf(call) : null;

    /// <summary>Day on which the first call was served that names what is to be paid; null if none was.</summary>
    internal DateOnly? MoneyCallServedOn =>
        calls.Find(c => c.Call.AmountFen is not null && ServiceOf(c) is not null) is { } call ? ServiceOf(call) : null;

    /// <summary>Day on which the party was first called upon again after an act: a further call does not undo it. Null if it was not.</summary>
    internal DateOnly? CalledAgainAfter(int place) => calls.Where(c => c.Place > place).Select(ServiceOf).Min();

    internal void Apply(CallToPerform call, DoneAct done) =>
        calls.Add(new(call, done.Entry.Place, file.Service.Of(DocumentKind.CallToPerform)));

    internal void Apply(HearCallDefence heard) => Answer = heard.Answer;

    /// <summary>Day on which a call was served; null if it was not.</summary>
    private DateOnly? ServiceOf(CallOnFile call)
    {
        var next = calls.IndexOf(call) + 1;
        var delivered = next < calls.Count ? calls[next].ServedBefore : file.Service.Of(DocumentKind.CallToPerform);
        return delivered?.Paper.ActPosition == call.Place ? delivered.ServedOn : null;
    }
}
