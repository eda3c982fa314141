using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The party promises to keep the law (守法承诺).</summary>
public sealed record CommitToLaw : ActBody
{
    /// <summary>What it promises.</summary>
    public required string Promise { get; init; }

    /// <summary>Until when it puts things right; null where nothing is left.</summary>
    public DateOnly? CorrectBy { get; init; }

    internal override void Do(ActInHand act) => act.Issue(DocumentKind.ComplianceCommitment);
}
