using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Statistics;

/// <summary>Outcomes that are no penalty (ST-8): each is counted apart and none is a penalty case.</summary>
[StatutoryRule("ST-8"), StatutoryRule("ST-9")]
public static class FiguresOfOutcomes
{
    private static readonly (CaseOutcome Outcome, FigureDefinition Figure)[] Grounds =
    [
        Of(CaseOutcome.NoPenaltySlight, "noPenaltySlight", "其中：违法行为轻微，不予处罚"),
        Of(CaseOutcome.NoPenaltyFirstTime, "noPenaltyFirstTime", "其中：首违不罚"),
        Of(CaseOutcome.NoPenaltyNoFault, "noPenaltyNoFault", "其中：没有主观过错，不予处罚"),
        Of(CaseOutcome.NoPenaltyUnderAge, "noPenaltyUnderAge", "其中：不满十四周岁，不予处罚"),
        Of(CaseOutcome.NoPenaltyIncapacity, "noPenaltyIncapacity", "其中：不能辨认或者控制自己行为，不予处罚"),
        Of(CaseOutcome.NoPenaltyTimeBarred, "noPenaltyTimeBarred", "其中：超过处罚时效，不再处罚"),
        Of(CaseOutcome.NoPenaltyNotProved, "noPenaltyNotProved", "其中：违法事实不能成立，不予处罚"),
    ];

    private static readonly (CaseOutcome Outcome, FigureDefinition Figure)[] Others =
    [
        Of(CaseOutcome.OrderAlone, "orderDecisions", "责令决定（不含处罚）"),
        Of(CaseOutcome.CriminalTransfer, "criminalTransfers", "移送司法机关"),
        Of(CaseOutcome.TransferToOrgan, "transfersToOrgans", "移送有管辖权的机关"),
        Of(CaseOutcome.Withdrawn, "casesWithdrawn", "撤销案件"),
        Of(CaseOutcome.NotFiled, "casesNotFiled", "不予立案"),
    ];

    /// <summary>不予行政处罚决定, on every ground.</summary>
    public static readonly FigureDefinition NoPenalty = new(
        "noPenaltyDecisions",
        "不予行政处罚决定",
        FigureUnit.Cases,
        CountingDate.Outcome,
        "本年度作出的不予行政处罚决定；不是行政处罚，不计入行政处罚案件",
        1,
        "ST-8"
    );

    /// <summary>不予行政处罚决定, one figure for each ground.</summary>
    public static IReadOnlyList<FigureDefinition> NoPenaltyByGround { get; } = [.. Grounds.Select(g => g.Figure)];

    /// <summary>首违不罚.</summary>
    public static FigureDefinition FirstOffence { get; } = Grounds.Single(g => g.Outcome is CaseOutcome.NoPenaltyFirstTime).Figure;

    /// <summary>The outcomes that a figure counts; null if it counts none.</summary>
    public static IReadOnlyList<CaseOutcome>? CountedBy(FigureDefinition figure) =>
        figure == NoPenalty ? [.. Grounds.Select(g => g.Outcome)]
        : Grounds.Concat(Others).Where(o => o.Figure == figure).Select(o => o.Outcome).ToList() is { Count: > 0 } one ? one
        : null;

    /// <summary>The figures, in the order of a report.</summary>
    public static IReadOnlyList<FigureDefinition> All { get; } = [NoPenalty, .. NoPenaltyByGround, .. Others.Select(o => o.Figure)];

    private static (CaseOutcome, FigureDefinition) Of(CaseOutcome outcome, string key, string name) =>
        (
            outcome,
            new(
                key,
                name,
                FigureUnit.Cases,
                CountingDate.Outcome,
                $"本年度处理结果为“{outcome.Term()}”的案件；不是行政处罚，不计入行政处罚案件",
                1,
                outcome is CaseOutcome.OrderAlone ? "ST-9" : "ST-8"
            )
        );
}
