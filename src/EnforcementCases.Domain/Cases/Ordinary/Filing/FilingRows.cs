using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>启动: from the clue to the filing. 行政处罚法 第五十四条第二款.</summary>
    private static IReadOnlyList<ActRow> FilingRows =>
        [
            new(CaseAct.RegisterClue, typeof(RegisterClue))
            {
                From = [CaseStage.Open],
                To = CaseStage.Registered,
                By = [Role.Officer, Role.Auxiliary, Role.TeamLead],
                Starts = [DeadlineKind.Filing],
                Recording = new(ProcessStage.Initiation, "线索来源、时间、内容", "案件来源登记表"),
                Issues = [DocumentKind.CaseSource],
            },
            new(CaseAct.IdentifyParty, typeof(IdentifyParty))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer],
                Recording = new(ProcessStage.Initiation, "当事人身份", "身份证件核对记录"),
            },
            new(CaseAct.DeclineToFile, typeof(DeclineToFile))
            {
                From = [CaseStage.Registered],
                To = CaseStage.NotFiled,
                By = [Role.Head, Role.DeputyHead],
                Ends = [DeadlineKind.Filing],
                Recording = new(ProcessStage.Initiation, "不予立案的理由", "不予立案审批"),
            },
            new(CaseAct.ProposeFiling, typeof(ProposeFiling))
            {
                From = [CaseStage.Registered],
                By = [Role.Officer],
                Needs = [Gates.PartyIdentified],
                Recording = new(ProcessStage.Initiation, "简要案情、拟立案依据、承办人员", "立案审批表"),
            },
            new(CaseAct.EndorsePaper, typeof(EndorsePaper))
            {
                From = [CaseStage.Registered, CaseStage.Concluded, CaseStage.Told, CaseStage.Served, CaseStage.Ended, CaseStage.Revoked],
                By = [Role.TeamLead, Role.DeputyHead],
                Recording = new(ProcessStage.Review, "各级审批意见", "审批表"),
            },
            new(CaseAct.FileCase, typeof(FileCase))
            {
                From = [CaseStage.Registered],
                To = CaseStage.Investigating,
                By = [Role.Head, Role.DeputyHead],
                Needs = [Gates.PartyIdentified, Gates.FilingProposed, Gates.AgeCounted, Gates.FilingEndorsed],
                Starts = [DeadlineKind.Decision],
                Ends = [DeadlineKind.Filing],
                Recording = new(ProcessStage.Initiation, "立案审批意见", "立案审批表"),
                Issues = [DocumentKind.FilingApproval],
            },
        ];
}

internal static partial class Gates
{
    /// <summary>Nobody proposed the filing.</summary>
    public static readonly DomainError FilingNotProposed = new("filing.not-proposed", null, ErrorKind.WrongStage, "承办人员尚未申请立案");

    /// <summary>A level of the approval line has not agreed to the paper as it stands.</summary>
    public static readonly DomainError NotEndorsed = new("paper.not-endorsed", null, ErrorKind.WrongStage, "审批表缺少上一级的同意意见");

    public static readonly Gate PartyIdentified = new(
        nameof(PartyIdentified),
        (file, _) => file.Case.PartyId is null ? EnforcementCase.PartyUnknown.With("没有当事人", "先办理核实当事人") : null
    );

    public static readonly Gate FilingProposed = new(
        nameof(FilingProposed),
        (file, _) => file.FilingProposal is null ? FilingNotProposed.With("没有立案申请") : null
    );

    /// <summary>The act as it is filed may lie on another day than the clue said, on which the party's age was counted.</summary>
    public static readonly Gate AgeCounted = new(
        nameof(AgeCounted),
        (file, _) =>
            file is { AgeCountedOn: { } countedOn, Case.Party.AgeAtAct: not null }
                ? PartyAge.WhyNotCounted(countedOn, file.Case.ActOn)
                : null
    );

    public static readonly Gate FilingEndorsed = new(nameof(FilingEndorsed), (file, law) => file.WhyNotEndorsed(ApprovalPaper.Filing, law));
}
