using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The host reports on the hearing (听证报告).</summary>
public sealed record ReportHearing : ActBody
{
    /// <summary>What was in dispute (主要争点).</summary>
    public required string Issues { get; init; }

    /// <summary>Which evidence is accepted, and why (证据采信).</summary>
    public required string EvidenceFindings { get; init; }

    /// <summary>What the host proposes (处理建议).</summary>
    public required string Proposal { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.File.Hearing.Called?.HostPersonId != act.Law.PersonId)
            throw HoldHearing.NotTheHost.With("听证报告由主持人提出");
        act.Issue(DocumentKind.HearingReport);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);
}
