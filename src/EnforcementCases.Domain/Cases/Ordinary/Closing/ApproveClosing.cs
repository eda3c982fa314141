using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Approves the closing (批准结案, D45).</summary>
public sealed record ApproveClosing : ActBody
{
    /// <summary>Opinion of the person who approves.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        var proposal = act.File.Closing.Proposal!;
        act.Case.CloseBecause(proposal.Reason, DoneAt);
        act.Drop(DeadlineKind.Performance); // what the reason of the closing leaves undone is no duty any more
        act.Drop(DeadlineKind.Correction);
        act.Start(
            DeadlineKind.Archiving,
            Archiving.Due(act.DoneOn, act.Law.Calendar, act.Law.Parameter(LocalParameters.ArchiveAfter, act.DoneOn).Number)
        );
        act.Issue(DocumentKind.ClosingApproval);
    }
}
