using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The papers that go up the approval line of the organ (审批), each with the opinions on it.</summary>
public sealed class ApprovalLine
{
    /// <summary>A person signs for a level that he or she does not hold.</summary>
    public static readonly DomainError NotThatLevel = new("paper.not-that-level", null, ErrorKind.Forbidden, "签署人不具有该级审批职务");

    /// <summary>No paper waits for an opinion.</summary>
    public static readonly DomainError NothingToEndorse = new("paper.nothing-to-endorse", null, ErrorKind.WrongStage, "没有待审批的事项");

    /// <summary>A level of the approval line has not agreed to the paper as it is proposed now.</summary>
    public static readonly DomainError NotEndorsed = new("paper.not-endorsed", null, ErrorKind.WrongStage, "审批表缺少上一级的同意意见");

    private readonly Dictionary<ApprovalPaper, (DoneAct Proposal, List<EndorsePaper> Opinions)> proposals = [];

    /// <summary>The proposal of a paper on the approval line; null if none.</summary>
    public DoneAct? ProposalOf(ApprovalPaper paper) => proposals.TryGetValue(paper, out var on) ? on.Proposal : null;

    /// <summary>The last opinion of a level on the paper as it is proposed now; null if none.</summary>
    public EndorsePaper? EndorsementOf(ApprovalPaper paper, ApprovalLevel level) =>
        proposals.TryGetValue(paper, out var on) ? on.Opinions.FindLast(o => o.Level == level) : null;

    /// <summary>A paper is proposed, or proposed anew: opinions on the earlier one are gone.</summary>
    internal void Propose(ApprovalPaper paper, DoneAct proposal) => proposals[paper] = (proposal, []);

    /// <summary>What it rests on changed: the opinions on a paper are gone, the paper stays.</summary>
    internal void Forget(ApprovalPaper paper)
    {
        if (proposals.TryGetValue(paper, out var on))
            proposals[paper] = (on.Proposal, []);
    }

    /// <summary>Removes a paper from the approval line.</summary>
    internal void Drop(ApprovalPaper paper) => proposals.Remove(paper);

    internal void Apply(EndorsePaper opinion) => proposals[opinion.Paper].Opinions.Add(opinion);

    /// <summary>Why the last level may not sign yet: the team lead must have agreed, and the deputy, unless the deputy signs the paper. Null if it may, and if
    /// nothing is proposed: another gate refuses that.</summary>
    internal DomainException? ObstacleUnlessEndorsed(ApprovalPaper paper, ActContext law) =>
        ProposalOf(paper) is null ? null
        : EndorsementOf(paper, ApprovalLevel.TeamLead) is not { Agrees: true } ? NotEndorsed.With("缺少中队、大队负责人的同意意见")
        : law.Roles.Contains(Role.Head) && EndorsementOf(paper, ApprovalLevel.DeputyHead) is not { Agrees: true }
            ? NotEndorsed.With("缺少分管负责人的同意意见")
        : null;
}
