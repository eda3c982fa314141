using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Calls upon the party to perform (催告, D41). The call takes effect on its service. 行政强制法 第三十五条、第五十四条. The second call before substitute performance
/// (第五十一条) is entered in the same way.</summary>
[UpcastRename(1, "rightsTold", "rightsNotified")]
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

    /// <summary>Last day to perform (履行义务的期限), inclusive.</summary>
    public required DateOnly PerformBy { get; init; }

    /// <summary>What the party must do and how (履行义务的方式).</summary>
    public required string Manner { get; init; }

    /// <summary>Total amount to pay, in fen; must equal what is owed. Null if no money is overdue.</summary>
    public long? AmountFen { get; init; }

    /// <summary>How to pay (给付方式); null if no money is overdue.</summary>
    public string? PaymentManner { get; init; }

    /// <summary>It informs the party of its rights to state and defend (陈述权和申辩权).</summary>
    public required bool RightsNotified { get; init; }

    internal override void Execute(ActExecution act)
    {
        var gains = PerformanceDuties.GainsOverdue(act.File, act.DoneOn);
        var late = act.File.Paying.IsOverdue(act.DoneOn);
        var owed = (late ? act.Case.PaymentOrder!.Outstanding : Money.Zero) + gains;
        var overdue = owed > Money.Zero;
        if (AmountFen is not null && !overdue)
            throw NotOverdue.With(
                act.Case.PaymentOrder is not { } order || order.Outstanding == Money.Zero
                    ? "没有应缴的款项"
                    : $"缴款期限至 {act.File.Paying.DueOn:yyyy-MM-dd}"
            );
        if (!overdue && !act.File.Duties.AreOverdue(act.DoneOn))
            throw NotOverdue.With("没有逾期未履行的义务");
        Enforcement.CallToPerform.EnsureComplete(AsCall, moneyOwed: overdue);
        if (AmountFen is { } amount && amount != owed.Fen)
            throw Enforcement.CallToPerform.Incomplete.With($"催告 {Money.OfFen(Math.Max(0, amount)).InYuan} 元，应缴 {owed.InYuan} 元");
        act.Issue(DocumentKind.CallToPerform);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Calls.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("performBy", PerformBy).Add("amountFen", AmountFen);

    /// <summary>The call as the law asks for it; its number comes with the paper.</summary>
    private PerformanceCall AsCall =>
        new()
        {
            Number = "",
            PerformBy = PerformBy,
            Manner = Manner,
            AmountFen = AmountFen,
            PaymentManner = PaymentManner,
            RightsNotified = RightsNotified,
        };
}
