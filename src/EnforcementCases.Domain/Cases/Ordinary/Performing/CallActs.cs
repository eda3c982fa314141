using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Calls upon the party to perform (催告, D41). The call counts from its service. 行政强制法 第三十五条、第五十四条; the second call of 第五十一条 is one too.</summary>
public sealed record CallToPerform : ActBody
{
    /// <summary>Called upon before the time to perform had run out.</summary>
    public static readonly DomainError NotOverdue = new(
        "performance-call.not-overdue",
        "ACL-35",
        ErrorKind.RuleBroken,
        "当事人在行政机关决定的期限内不履行义务的，才可以催告和强制执行",
        CoercionLaw.At("第三十四条")
    );

    /// <summary>Last day to perform (履行义务的期限).</summary>
    public required DateOnly PerformBy { get; init; }

    /// <summary>What to do and how (履行义务的方式).</summary>
    public required string Manner { get; init; }

    /// <summary>What to pay in all, in fen: exactly what is owed; null where no money is overdue.</summary>
    public long? AmountFen { get; init; }

    /// <summary>How to pay (给付方式); null where no money is overdue.</summary>
    public string? PaymentManner { get; init; }

    /// <summary>It tells the right to state and defend (陈述权和申辩权).</summary>
    public required bool RightsTold { get; init; }

    internal override void Do(ActInHand act)
    {
        var owed = act.Case.PaymentOrder?.Outstanding ?? Money.Zero;
        var overdue = act.File.MoneyIsOverdue(act.DoneOn);
        if (AmountFen is not null && !overdue)
            throw NotOverdue.With(owed == Money.Zero ? "没有应缴的款项" : $"缴款期限至 {act.File.MoneyDueOn:yyyy-MM-dd}");
        if (!overdue && !act.File.DutyIsOverdue(act.DoneOn))
            throw NotOverdue.With("没有逾期未履行的义务");
        Enforcement.CallToPerform.EnsureComplete(AsCall, moneyOwed: overdue);
        if (AmountFen is { } amount && amount != owed.Fen)
            throw Enforcement.CallToPerform.Incomplete.With($"催告 {Money.OfFen(Math.Max(0, amount)).InYuan} 元，应缴 {owed.InYuan} 元");
        if (PerformBy < act.DoneOn)
            throw Enforcement.CallToPerform.Incomplete.With($"履行期限 {PerformBy:yyyy-MM-dd} 早于催告之日");
        act.Issue(DocumentKind.CallToPerform);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Call(this, done);

    internal override RecordFields Clear() => new RecordFields().Add("performBy", PerformBy).Add("amountFen", AmountFen);

    /// <summary>The call as the law asks for it; its number comes with the paper.</summary>
    private PerformanceCall AsCall =>
        new()
        {
            Number = "",
            PerformBy = PerformBy,
            Manner = Manner,
            AmountFen = AmountFen,
            PaymentManner = PaymentManner,
            RightsTold = RightsTold,
        };
}

/// <summary>Records what the party answered to the call and what the re-check found (催告后的陈述、申辩及复核). Said again, it takes the place of what was said before. 行政强制法 第三十六条.</summary>
public sealed record HearCallDefence : ActBody
{
    /// <summary>Each point of the party with its re-check; a point without one keeps execution waiting.</summary>
    public required CallAnswer Answer { get; init; }

    internal override void Do(ActInHand act)
    {
        if (Answer.Words.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有列明当事人的意见");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.CallAnswer = Answer;

    internal override RecordFields Clear() =>
        new RecordFields().Add("points", (long)Answer.Words.Count).Add("rechecked", (long)Answer.Rechecks.Count);
}

/// <summary>A call in the file.</summary>
/// <param name="Call">What it says.</param>
/// <param name="Place">Place of the act in the file.</param>
/// <param name="ServedBefore">The call that was served last before this one was written; null where none was.</param>
public sealed record CallOnFile(CallToPerform Call, int Place, ServedPaper? ServedBefore);

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
