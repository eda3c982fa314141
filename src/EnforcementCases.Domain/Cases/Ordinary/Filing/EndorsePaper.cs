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

/// <summary>Gives an opinion on a document on its way up the approval line to the head (审批意见). A document that is not agreed to goes back and must be proposed
/// again.</summary>
[Upcast(1)]
public sealed record EndorsePaper : ActBody
{
    /// <summary>The application or proposal that is endorsed, by the id of its act; null: the only one of its kind on file.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>The document concerned.</summary>
    public required ApprovalPaper Paper { get; init; }

    /// <summary>Level of the approval line at which the person signs.</summary>
    public required ApprovalLevel Level { get; init; }

    /// <summary>Whether he or she agrees.</summary>
    public required bool Agrees { get; init; }

    /// <summary>The opinion in words.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        var role = Level == ApprovalLevel.TeamLead ? Role.TeamLead : Role.DeputyHead;
        if (!act.Law.Roles.Contains(role))
            throw ApprovalLine.NotThatLevel.With(Level == ApprovalLevel.TeamLead ? "须由中队、大队负责人签署" : "须由分管负责人签署");
        if (act.File.Approvals.ProposalOf(Paper) is null)
            throw ApprovalLine.NothingToEndorse.With("没有待审批的审批表", "由承办人员先行申请");
        if (Level == ApprovalLevel.DeputyHead && act.File.Approvals.EndorsementOf(Paper, ApprovalLevel.TeamLead) is not { Agrees: true })
            throw ApprovalLine.NotEndorsed.With("缺少中队、大队负责人的同意意见");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Approvals.Apply(this);
        file.Deciding.Apply(this);
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("paper", Paper).Add("level", Level).Add("agrees", Agrees);
}
