using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides that no penalty is imposed (作出不予处罚决定), by signing the proposal; its outcome is one of the kinds of no penalty. 行政处罚法
/// 第三十条、第三十一条、第三十三条、第三十六条、第五十七条.</summary>
public sealed record DecideNoPenalty : ActBody
{
    /// <summary>SHA-256 of the proposal (<c>bodySha256</c> of its act, <c>proposalSha256</c> of the review matter): the head signs exactly what he or she
    /// saw.</summary>
    public required string ProposalSha256 { get; init; }

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        var proposal = act.File.Deciding.EnsureSeen(ProposalSha256);
        if (proposal.Outcome.BindsParty())
            throw DecidingPhase.OtherOutcome.With("拟定的是给予处罚", "作出处罚决定");
        proposal.EnsureOnLastAssessment(act);
        proposal.EnsureBorneOut(act);
        proposal.EnsureOrdersGiven(act.DoneOn);
        act.Case.SetOutcome(proposal.Outcome, act.DoneOn);
        act.Raise(new NoPenaltyDecided(act.Case, DoneAt, proposal.Outcome, proposal.AssessmentId));
        act.Start(DeadlineKind.Service, HandingOver.Due(act.DoneOn, act.Law.Calendar));
        if (proposal is { CorrectionRequired: not null, CorrectionDueOn: { } due } && due > act.DoneOn) // due by the end of the same day equals at once: no deadline starts
            act.Start(DeadlineKind.Correction, DeadlinesOfCase.SetByOrder(act.DoneOn, due, act.Law.Calendar));
        act.Issue(DocumentKind.NoPenaltyDecision);
        if (proposal.Outcome.NeedsGuardian())
        {
            act.Start(DeadlineKind.Service, HandingOver.Due(act.DoneOn, act.Law.Calendar), ServiceOnFile.OrderToGuardian);
            act.Issue(DocumentKind.GuardianOrder);
        }
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Deciding.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("proposalSha256", ProposalSha256);
}
