namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Approval by the head of the organ (行政机关负责人批准), where the law asks for it before an act.</summary>
/// <param name="PersonId">The head, or the deputy in charge.</param>
/// <param name="At">When it was given.</param>
/// <param name="Opinion">The words of the approval; null if the signature alone is on file.</param>
public sealed record HeadApproval(Guid PersonId, DateTimeOffset At, string? Opinion = null);
