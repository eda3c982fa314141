using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head withdraws the case (撤销案件).</summary>
public sealed record WithdrawCase : ActBody
{
    /// <summary>Why it is withdrawn.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.Case.SetOutcome(CaseOutcome.Withdrawn, act.DoneOn);
        EndOfCase.DropDeadlines(act);
        act.Issue(DocumentKind.WithdrawalApproval);
        act.Issue(DocumentKind.WithdrawalDecision);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Investigation.Apply(this);
}
