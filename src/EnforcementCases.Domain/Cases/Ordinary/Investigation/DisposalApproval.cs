namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head's approval of a disposal to come (处理财物的批准).</summary>
/// <param name="Approved">Which things, why and how.</param>
/// <param name="Approval">The approval.</param>
public sealed record DisposalApproval(ApproveDisposal Approved, HeadApproval Approval);
