using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides the penalty (作出处罚决定), by signing what was proposed. 行政处罚法 第五十七条、第五十九条.</summary>
public sealed record Decide : ActBody
{
    /// <summary>SHA-256 of the proposal that was seen (<c>bodySha256</c> of its act): the head signs what he or she saw.</summary>
    public required string ProposalSha256 { get; init; }

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        var (file, law, @case) = (act.File, act.Law, act.Case);
        var proposal = file.EnsureSeen(ProposalSha256);
        if (proposal.Outcome is not CaseOutcome.Penalty)
            throw OrdinaryFile.OtherOutcome.With($"拟定的是“{proposal.Outcome.Name()}”", "作出不予处罚决定");
        Jurisdiction.EnsureOrgan(law.Organ.Name);
        var adoption = law.Catalogue.NearestAdoptionOf(law.Organ.Id, @case.ViolationCode, act.DoneOn, @case.DivisionCode);
        Jurisdiction.EnsureMatterInForce(adoption?.From, adoption?.To, act.DoneOn);
        OfficersPresent.EnsureEnough(
            [.. @case.Officers.Select(o => law.Roster.AtScene(o.OfficerId, law.Organ.Path, act.DoneOn).Acting)],
            act.DoneOn
        );
        if (@case.Party.AgeAtAct is { } age)
            PartyAge.EnsurePunishable(age, proposal.Grade);
        var assessment = law.AssessmentOf(@case, proposal.AssessmentId!.Value);
        // the law may have changed since the proposal: 第三十七条 asks for the day of the decision
        DiscretionGate.EnsureKept(
            assessment,
            proposal.AsPenalty(law.LawOn(@case, act.DoneOn), file.ReviewHolds, file.Discussion is not null)
        );
        var violation = law.Catalogue.Violation(assessment.AppliedVersionId)!;
        violation.EnsureDecidable();
        OneActOneFine.EnsureFirstFine(
            proposal.Fine,
            law.OtherFines?.SameAct is true,
            law.OtherFines?.SameDayAndViolation is true,
            proposal.DistinctBecause
        );
        if (violation.Correction is Catalogue.CorrectionDuty.BeforePenalty or Catalogue.CorrectionDuty.EducationBeforePenalty)
            file.EnsureCorrectedInVain(law.EarlierOrder);
        if (proposal.CorrectionRequired is not null)
            OrderToCorrect.EnsureGiven(proposal.CorrectionRequired, proposal.CorrectionDueOn, act.DoneOn);
        @case.Apply(violation);
        @case.DecideOrdinary(proposal, DoneAt);
        act.Start(DeadlineKind.Service, HandingOver.Due(act.DoneOn, law.Calendar));
        act.Issue(DocumentKind.DecisionApproval);
        act.Issue(DocumentKind.PenaltyDecision, paper => @case.NumberDecision(paper.Number));
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Decision = file.DecisionProposal;

    internal override RecordFields Clear() => new RecordFields().Add("proposalSha256", ProposalSha256);
}

/// <summary>The head decides that no penalty is given (作出不予处罚决定), each kind apart. 行政处罚法 第三十条、第三十一条、第三十三条、第三十六条、第五十七条.</summary>
public sealed record DecideNoPenalty : ActBody
{
    /// <inheritdoc cref="Decide.ProposalSha256" />
    public required string ProposalSha256 { get; init; }

    /// <inheritdoc cref="Decide.Opinion" />
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        var proposal = act.File.EnsureSeen(ProposalSha256);
        if (proposal.Outcome is CaseOutcome.Penalty)
            throw OrdinaryFile.OtherOutcome.With("拟定的是给予处罚", "作出处罚决定");
        proposal.EnsureBorneOut(act);
        if (proposal.CorrectionRequired is not null)
            OrderToCorrect.EnsureGiven(proposal.CorrectionRequired, proposal.CorrectionDueOn, act.DoneOn);
        act.Case.SetOutcome(proposal.Outcome, act.DoneOn);
        act.Start(DeadlineKind.Service, HandingOver.Due(act.DoneOn, act.Law.Calendar));
        if (proposal is { CorrectionRequired: not null, CorrectionDueOn: { } due } && due > act.DoneOn) // by the end of the same day is as good as at once: nothing runs
            act.Start(DeadlineKind.Correction, EnforcementCase.SetByOrder(act.DoneOn, due, act.Law.Calendar));
        act.Issue(DocumentKind.NoPenaltyDecision);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.NoPenalty = file.DecisionProposal;

    internal override RecordFields Clear() => new RecordFields().Add("proposalSha256", ProposalSha256);
}

/// <summary>Educates the party whose breach stays without penalty (教育). 行政处罚法 第三十三条第三款.</summary>
public sealed record Educate : SceneActBody
{
    /// <summary>In what form: talk, letter, training.</summary>
    public required EducationForm Form { get; init; }

    /// <summary>What was said.</summary>
    public required string Content { get; init; }

    /// <summary>The party signed.</summary>
    public required bool PartySigned { get; init; }

    /// <summary>Why the party did not sign; required where it did not.</summary>
    public string? NotSignedBecause { get; init; }

    internal override void Do(ActInHand act)
    {
        act.EnsureAttended(Attendance);
        if (!PartySigned && string.IsNullOrWhiteSpace(NotSignedBecause))
            throw EducationDuty.SignatureUnexplained.With("没有当事人签名，也没有说明");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.EducationDone = true;

    internal override RecordFields Clear() => new RecordFields().Add("form", Form).Add("signed", PartySigned);
}

/// <summary>The party promises to keep the law (守法承诺).</summary>
public sealed record CommitToLaw : ActBody
{
    /// <summary>What it promises.</summary>
    public required string Promise { get; init; }

    /// <summary>Until when it puts things right; null where nothing is left.</summary>
    public DateOnly? CorrectBy { get; init; }

    internal override void Do(ActInHand act) => act.Issue(DocumentKind.ComplianceCommitment);
}

public sealed partial class OrdinaryFile
{
    /// <summary>The head signs something else than what lies before him.</summary>
    public static readonly DomainError ProposalChanged = new(
        "ordinary-decision.proposal-changed",
        null,
        ErrorKind.Conflict,
        "所签署的内容不是当前拟定的内容"
    );

    /// <summary>The proposal has another outcome.</summary>
    public static readonly DomainError OtherOutcome = new(
        "ordinary-decision.other-outcome",
        null,
        ErrorKind.WrongStage,
        "拟定的处理结果不同"
    );

    /// <summary>The penalty that was decided; null before, and where none was.</summary>
    public ProposeDecision? Decision { get; internal set; }

    /// <summary>The decision confiscates goods (没收非法财物).</summary>
    internal bool ConfiscatesGoods => Decision?.Penalties.Any(p => p.Kind is PenaltyKind.ConfiscationOfGoods) is true;

    /// <summary>The no-penalty that was decided; null before, and where a penalty was.</summary>
    public ProposeDecision? NoPenalty { get; internal set; }

    /// <summary>The party was educated (第三十三条第三款).</summary>
    public bool EducationDone { get; internal set; }

    internal ProposeDecision EnsureSeen(string sha256)
    {
        var on = ProposalOf(ApprovalPaper.Decision);
        if (on is null || !string.Equals(on.Entry.BodySha256, sha256, StringComparison.Ordinal))
            throw ProposalChanged.With("请重新读取拟定的处理决定");
        return DecisionProposal!;
    }

    /// <summary>Where the matter asks for a correction first, an order must have run out unmet: the last one of this file, or one given in the street before there was a case
    /// (先改正后处罚). 行政处罚法 第二十八条.</summary>
    internal void EnsureCorrectedInVain(EarlierOrder? earlier)
    {
        if (OrdersToCorrect.Count > 0)
            OrderToCorrect.EnsureExpiredUnmet(OrdersToCorrect[^1].DueOn, OrdersToCorrect[^1].RecheckedOn, OrdersToCorrect[^1].Result);
        else
            OrderToCorrect.EnsureExpiredUnmet(earlier?.DueOn, earlier?.RecheckedOn, earlier?.Result);
    }
}
