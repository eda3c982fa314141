using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before a decision (作出决定).</summary>
internal static class DecidingGates
{
    public static readonly Gate DecisionProposed = new(
        nameof(DecisionProposed),
        (file, _) =>
            file.Deciding.Proposal is null ? DecidingPhase.DecisionNotProposed.With("没有拟定的处理决定", "由承办人员先行拟定") : null
    );

    /// <summary>All that the law asks before the head signs: recusal, evidence, notice, defence and its time, hearing, legal review, discussion.</summary>
    public static readonly Gate MayDecide = new(
        nameof(MayDecide),
        (file, law, at) =>
            file.Deciding.Proposal is not { } proposal
                ? []
                : BeforeDecision.ObstaclesTo(
                    file.Deciding.DossierFor(proposal, at),
                    DecidingPhase.SettingsFor(law, LegalDate.Of(at)),
                    law.Calendar
                )
    );

    public static readonly Gate DecisionEndorsed = new(
        nameof(DecisionEndorsed),
        (file, law) => file.Approvals.ObstacleUnlessEndorsed(ApprovalPaper.Decision, law)
    );
}
