using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The party undertakes to observe the law (守法承诺).</summary>
public sealed record CommitToLaw : ActBody
{
    /// <summary>What it undertakes.</summary>
    public required string Promise { get; init; }

    /// <summary>Last day for the party to put the offence right, inclusive; null if nothing is left to correct.</summary>
    public DateOnly? CorrectBy { get; init; }

    internal override void Execute(ActExecution act) => act.Issue(DocumentKind.ComplianceCommitment);
}
