using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A paper that goes up the approval line (审批表).</summary>
public enum ApprovalPaper
{
    /// <summary>立案审批表.</summary>
    Filing,

    /// <summary>处罚决定审批表.</summary>
    Decision,

    /// <summary>结案审批表.</summary>
    Closing,
}

/// <summary>A level of the approval line below the head.</summary>
public enum ApprovalLevel
{
    /// <summary>中队、大队负责人.</summary>
    TeamLead,

    /// <summary>分管负责人.</summary>
    DeputyHead,
}

/// <summary>Gives an opinion on a paper on its way to the head (审批意见). A paper that is not agreed to goes back and must be proposed anew.</summary>
public sealed record EndorsePaper : ActBody
{
    /// <summary>Which paper.</summary>
    public required ApprovalPaper Paper { get; init; }

    /// <summary>As what the person signs.</summary>
    public required ApprovalLevel Level { get; init; }

    /// <summary>Whether he or she agrees.</summary>
    public required bool Agrees { get; init; }

    /// <summary>The opinion in words.</summary>
    public required string Opinion { get; init; }

    internal override void Do(ActInHand act)
    {
        var role = Level == ApprovalLevel.TeamLead ? Role.TeamLead : Role.DeputyHead;
        if (!act.Law.Roles.Contains(role))
            throw OrdinaryFile.NotThatLevel.With(Level == ApprovalLevel.TeamLead ? "须由中队、大队负责人签署" : "须由分管负责人签署");
        if (act.File.ProposalOf(Paper) is null)
            throw OrdinaryFile.NothingToEndorse.With("没有待审批的审批表", "由承办人员先行申请");
        if (Level == ApprovalLevel.DeputyHead && act.File.EndorsementOf(Paper, ApprovalLevel.TeamLead) is not { Agrees: true })
            throw FilingGates.NotEndorsed.With("缺少中队、大队负责人的同意意见");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Endorse(this, done);

    internal override RecordFields Clear() => new RecordFields().Add("paper", Paper).Add("level", Level).Add("agrees", Agrees);
}

public sealed partial class OrdinaryFile
{
    /// <summary>A person signs as what he or she is not.</summary>
    public static readonly DomainError NotThatLevel = new("paper.not-that-level", null, ErrorKind.Forbidden, "签署人不具有该级审批职务");

    /// <summary>No paper waits for an opinion.</summary>
    public static readonly DomainError NothingToEndorse = new("paper.nothing-to-endorse", null, ErrorKind.WrongStage, "没有待审批的事项");

    /// <summary>The deputy approves without being asked to.</summary>
    public static readonly DomainError NotDelegated = new(
        "filing.not-delegated",
        null,
        ErrorKind.Forbidden,
        "机关负责人没有授权分管负责人批准立案"
    );

    /// <summary>Something that the act must say is missing.</summary>
    public static readonly DomainError Incomplete = new("act.incomplete", null, ErrorKind.Unacceptable, "办理该环节所需的内容不完整");

    private readonly Dictionary<ApprovalPaper, (DoneAct Proposal, List<(EndorsePaper Body, Guid Person)> Opinions)> proposals = [];

    /// <summary>The clue.</summary>
    public RegisterClue? Clue { get; internal set; }

    /// <summary>The filing as it was asked for last.</summary>
    public ProposeFiling? FilingProposal { get; internal set; }

    /// <summary>Day of the act as it was known when the party was identified, on which the party's age was counted; null before.</summary>
    internal DateOnly? AgeCountedOn { get; set; }

    /// <summary>The proposal of a paper that is on its way; null where there is none.</summary>
    public DoneAct? ProposalOf(ApprovalPaper paper) => proposals.TryGetValue(paper, out var on) ? on.Proposal : null;

    /// <summary>The last opinion of a level on the paper as it stands; null while there is none.</summary>
    public EndorsePaper? EndorsementOf(ApprovalPaper paper, ApprovalLevel level) =>
        proposals.TryGetValue(paper, out var on) ? on.Opinions.FindLast(o => o.Body.Level == level).Body : null;

    /// <summary>A paper is proposed, or proposed anew: opinions on the earlier one are gone.</summary>
    internal void Propose(ApprovalPaper paper, DoneAct proposal) => proposals[paper] = (proposal, []);

    internal void Endorse(EndorsePaper opinion, DoneAct done) => proposals[opinion.Paper].Opinions.Add((opinion, done.PersonId));

    /// <summary>Why the last level may not sign yet: the team lead has to have agreed, and the deputy, unless the deputy is the one who signs.</summary>
    internal DomainException? WhyNotEndorsed(ApprovalPaper paper, ActSurroundings law) =>
        ProposalOf(paper) is null ? null // said by the gate of the proposal
        : EndorsementOf(paper, ApprovalLevel.TeamLead) is not { Agrees: true }
            ? FilingGates.NotEndorsed.With("缺少中队、大队负责人的同意意见")
        : law.Roles.Contains(Role.Head) && EndorsementOf(paper, ApprovalLevel.DeputyHead) is not { Agrees: true }
            ? FilingGates.NotEndorsed.With("缺少分管负责人的同意意见")
        : null;
}
