using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before a case is closed (结案).</summary>
internal static class ClosingGates
{
    /// <summary>Nobody proposed the closing.</summary>
    public static readonly DomainError ClosingNotProposed = new("closing.not-proposed", null, ErrorKind.WrongStage, "承办人员尚未申请结案");

    public static readonly Gate ClosingProposed = new(
        nameof(ClosingProposed),
        (file, _) => file.ClosingProposal is null ? ClosingNotProposed.With("没有结案申请") : null
    );

    public static readonly Gate ClosingReasonHolds = new(
        nameof(ClosingReasonHolds),
        (file, _, at) => file.ClosingProposal is { } proposal ? file.WhyNotClosable(proposal, LegalDate.Of(at)) : []
    );

    public static readonly Gate StagesRecorded = new(nameof(StagesRecorded), (file, _) => file.WhyNotRecorded());

    public static readonly Gate ClosingEndorsed = new(
        nameof(ClosingEndorsed),
        (file, law) => file.WhyNotEndorsed(ApprovalPaper.Closing, law)
    );
}
