using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides the penalty (作出处罚决定) by signing the proposal. 行政处罚法 第五十七条、第五十九条.</summary>
public sealed record Decide : ActBody
{
    /// <summary>SHA-256 of the proposal (<c>bodySha256</c> of its act, <c>proposalSha256</c> of the review matter): the head signs exactly what he or she
    /// saw.</summary>
    public required string ProposalSha256 { get; init; }

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        var (file, law, @case) = (act.File, act.Law, act.Case);
        var proposal = file.Deciding.EnsureSeen(ProposalSha256);
        if (!proposal.Outcome.BindsParty())
            throw DecidingPhase.OtherOutcome.With($"拟定的是“{proposal.Outcome.Term()}”", "作出不予处罚决定");
        if (file.Measures.WhyLiftAtOnce(proposal.Things.Select(thing => thing.Name), DoneAt, law.Calendar) is { } lift)
            throw lift;
        JointMatter.EnsureNamed(
            proposal.JointShares,
            proposal.Outcome is CaseOutcome.Penalty ? file.Joint.Tracks(@case.Id, law.OtherTracks) : [],
            @case.Id,
            proposal.Fine
        );
        JointMatter.EnsureAgree(proposal.JointShares, law.OtherTracks, file.ReopenedAt is not null);
        Jurisdiction.EnsureOrgan(law.Organ.Name);
        var adoption = law.Catalogue.NearestAdoptionOf(law.Organ.Id, @case.ViolationCode, act.DoneOn, @case.Place.DivisionCode);
        Jurisdiction.EnsureMatterInForce(adoption?.From, adoption?.To, act.DoneOn);
        OfficersPresent.EnsureEnough(
            [.. @case.Officers.Select(o => law.Roster.AtScene(o.PersonId, law.Organ.Path, act.DoneOn).Acting)],
            act.DoneOn
        );
        var violation = proposal.Outcome is CaseOutcome.OrderAlone ? EnsureOrders(act, proposal) : EnsurePenalty(act, proposal);
        Remedies.NotTheSameAgain.Ensure(file.GroundsOf(proposal), file.StruckDown.Concat(law.StruckDownElsewhere));
        if (
            violation.Correction is CorrectionDuty.BeforePenalty or CorrectionDuty.EducationBeforePenalty
            && proposal.Outcome is CaseOutcome.Penalty
        )
            file.Orders.EnsureExpiredUnmet(law.EarlierOrder);
        proposal.EnsureOrdersGiven(act.DoneOn);
        DecisionOrders.EnsureTime(proposal.Orders, act.DoneOn, law.Parameter(LocalParameters.OrdersLeastDays, act.DoneOn).Number);
        @case.Apply(violation);
        // words that no fine called for release none
        var decided = law.OtherFines?.SameDay is null ? proposal.AsDecided with { DistinctBecause = null } : proposal.AsDecided;
        @case.DecideOrdinary(decided, DoneAt);
        act.Raise(proposal.Outcome is CaseOutcome.OrderAlone ? new OrderDecided(@case, DoneAt) : new PenaltyDecided(@case, DoneAt));
        act.Start(DeadlineKind.Service, HandingOver.Due(act.DoneOn, law.Calendar));
        act.Issue(DocumentKind.DecisionApproval);
        act.Issue(
            proposal.Outcome is CaseOutcome.OrderAlone ? DocumentKind.OrderDecision : DocumentKind.PenaltyDecision,
            paper => @case.NumberDecision(paper.Number)
        );
    }

    private static ViolationVersion EnsureOrders(ActExecution act, ProposeDecision proposal)
    {
        proposal.EnsureOrdersAlone(act);
        var violation = proposal.LawApplied(act);
        violation.EnsureDecidable();
        return violation;
    }

    private static ViolationVersion EnsurePenalty(ActExecution act, ProposeDecision proposal)
    {
        var (file, law, @case) = (act.File, act.Law, act.Case);
        if (@case.Party.AgeAtOffence is { } age)
            PartyAge.EnsurePunishable(age, proposal.Grade);
        var assessment = law.AssessmentOf(@case, proposal.AssessmentId!.Value);
        // the law may have changed since the proposal: 第三十七条 asks for the day of the decision
        DiscretionGate.EnsureKept(assessment, proposal.AsPenalty(act, file.Review.Holds, file.Deciding.DiscussionHolds));
        proposal.EnsureOnLastAssessment(act);
        var violation = law.Catalogue.Violation(assessment.AppliedVersionId)!;
        violation.EnsureDecidable();
        file.EnsureProvided(violation, proposal.Penalties, proposal.KindsOfOrders, proposal.AssessmentId, law, proposal); // an order may have been met since
        OneActOneFine.EnsureFirstFine(proposal.Fine, law.OtherFines ?? StandingFines.None, proposal.DistinctBecause);
        return violation;
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Deciding.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("proposalSha256", ProposalSha256);
}
