using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>The head signs something else than what lies before him.</summary>
    public static readonly DomainError ProposalChanged = new(
        "ordinary-decision.proposal-changed",
        null,
        ErrorKind.Conflict,
        "所签署的内容不是当前拟定的内容"
    );

    /// <summary>The proposal has another outcome.</summary>
    public static readonly DomainError OtherOutcome = new(
        "ordinary-decision.other-outcome",
        null,
        ErrorKind.WrongStage,
        "拟定的处理结果不同"
    );

    /// <summary>The penalty that was decided; null before, and where none was.</summary>
    public ProposeDecision? Decision { get; internal set; }

    /// <summary>The decision confiscates goods (没收非法财物).</summary>
    internal bool ConfiscatesGoods => Decision?.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGoods) is true;

    /// <summary>The no-penalty that was decided; null before, and where a penalty was.</summary>
    public ProposeDecision? NoPenalty { get; internal set; }

    /// <summary>The party was educated (第三十三条第三款).</summary>
    public bool EducationDone { get; internal set; }

    internal ProposeDecision EnsureSeen(string sha256)
    {
        var on = ProposalOf(ApprovalPaper.Decision);
        if (on is null || !string.Equals(on.Entry.BodySha256, sha256, StringComparison.Ordinal))
            throw ProposalChanged.With("请重新读取拟定的处理决定");
        return DecisionProposal!;
    }

    /// <summary>Where the matter asks for a correction first, an order must have run out unmet: the last one of this file, or one given in the street before there was a case
    /// (先改正后处罚). 行政处罚法 第二十八条.</summary>
    internal void EnsureCorrectedInVain(EarlierOrder? earlier)
    {
        if (OrdersToCorrect.Count > 0)
            OrderToCorrect.EnsureExpiredUnmet(OrdersToCorrect[^1].DueOn, OrdersToCorrect[^1].RecheckedOn, OrdersToCorrect[^1].Result);
        else
            OrderToCorrect.EnsureExpiredUnmet(earlier?.DueOn, earlier?.RecheckedOn, earlier?.Result);
    }
}
