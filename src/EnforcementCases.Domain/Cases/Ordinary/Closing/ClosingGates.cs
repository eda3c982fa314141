using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before a case is closed (结案).</summary>
internal static class ClosingGates
{
    /// <summary>Nobody proposed the closing.</summary>
    public static readonly DomainError ClosingNotProposed = new("closing.not-proposed", null, ErrorKind.WrongStage, "承办人员尚未申请结案");

    public static readonly Gate ClosingProposed = new(
        nameof(ClosingProposed),
        (file, _) => file.Closing.Proposal is null ? ClosingNotProposed.With("没有结案申请") : null
    );

    public static readonly Gate ClosingReasonHolds = new(
        nameof(ClosingReasonHolds),
        (file, _, at) => file.Closing.Proposal is { } proposal ? file.Closing.ObstacleUnlessClosable(proposal, LegalDate.Of(at)) : []
    );

    public static readonly Gate StagesRecorded = new(nameof(StagesRecorded), (file, _) => ObstacleUnlessRecorded(file));

    public static readonly Gate ClosingEndorsed = new(
        nameof(ClosingEndorsed),
        (file, law) => file.Approvals.ObstacleUnlessEndorsed(ApprovalPaper.Closing, law)
    );

    /// <summary>Refuses closing while a stage has no record (APL-47).</summary>
    private static DomainException? ObstacleUnlessRecorded(OrdinaryFile file)
    {
        if (file.Closing.Proposal is not { } proposal || file.Case.Outcome is not { } outcome)
            return null;
        var recorded = file
            .Acts.Select(a => OrdinaryProcedure.Of(a.Act)!.Recording.Stage)
            .Concat(NotGoneThrough(proposal.Reason))
            .ToHashSet();
        return ProcessStages.WithoutRecord(outcome, recorded) is { Count: > 0 } missing
            ? ProcessStages.Missing.With($"缺少记录的环节：{string.Join('、', missing.Select(m => m.Term()))}")
            : null;
    }

    /// <summary>Stages that a case closed for this reason need not have gone through: it ended before a decision, or the decision fell, perhaps before its service.</summary>
    private static ProcessStage[] NotGoneThrough(ClosingReason reason) =>
        reason switch
        {
            ClosingReason.Withdrawn or ClosingReason.Transferred => [ProcessStage.Review, ProcessStage.Service, ProcessStage.Execution],
            ClosingReason.Revoked => [ProcessStage.Service, ProcessStage.Execution],
            ClosingReason.Performed or ClosingReason.NoPenalty or ClosingReason.ExecutedByCourt or ClosingReason.ExecutionEnded => [],
        };
}
