using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>启动: from the clue to the filing. 行政处罚法 第五十四条第二款.</summary>
internal static class FilingRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.RegisterClue, typeof(RegisterClue))
            {
                From = [CaseStage.Open],
                To = CaseStage.Registered,
                By = [Role.Officer, Role.Auxiliary, Role.TeamLead],
                Parts = [new("CommittedAt", "违法行为发生的时间"), new("ReceivedAt", "收到线索的时间") { Error = OrdinaryFile.TooEarly }],
                Starts = [DeadlineKind.Filing],
                Recording = new(ProcessStage.Initiation, "线索来源、时间、内容", "案件来源登记表"),
                Issues = [DocumentKind.CaseSource],
            },
            new(CaseAct.IdentifyParty, typeof(IdentifyParty))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer],
                BeforeFiling = true,
                Recording = new(ProcessStage.Initiation, "当事人身份", "身份证件核对记录"),
            },
            new(CaseAct.IdentifyGuardian, typeof(IdentifyGuardian))
            {
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Officer],
                Needs = [FilingGates.PartyIdentified],
                RestsOn = [Grounds.PartyIdentified],
                Recording = new(ProcessStage.Initiation, "监护人身份和监护关系", "监护关系证明"),
                WhileSuspended = true,
            },
            new(CaseAct.DeclineToFile, typeof(DeclineToFile))
            {
                From = [CaseStage.Registered],
                To = CaseStage.NotFiled,
                By = [Role.Head, Role.DeputyHead],
                Needs = [FilingGates.NothingHeld, InvestigationGates.NoCrimePending],
                NotBy = [CaseAct.ProposeFiling],
                Signs = ApprovalPaper.Filing,
                Ends = [DeadlineKind.Filing],
                Recording = new(ProcessStage.Initiation, "不予立案的理由", "不予立案审批"),
            },
            new(CaseAct.ProposeFiling, typeof(ProposeFiling))
            {
                From = [CaseStage.Registered],
                By = [Role.Officer],
                Needs = [FilingGates.PartyIdentified],
                RestsOn = [Grounds.PartyIdentified, Grounds.DiscoveredFirst],
                Parts = [new("CommittedAt", "违法行为发生的时间"), new("DiscoveredOn", "发现违法行为的时间")],
                Recording = new(ProcessStage.Initiation, "简要案情、拟立案依据、承办人员", "立案审批表"),
            },
            new(CaseAct.EndorsePaper, typeof(EndorsePaper))
            {
                From = [CaseStage.Registered, CaseStage.Concluded, CaseStage.Told, CaseStage.Served, CaseStage.Ended, CaseStage.Revoked],
                By = [Role.TeamLead, Role.DeputyHead],
                NotBy =
                [
                    CaseAct.ProposeFiling,
                    CaseAct.ProposeDecision,
                    CaseAct.TakeReview,
                    CaseAct.GiveReviewOpinion,
                    CaseAct.ProposeClosing,
                ],
                Names = [References.Endorsed],
                RestsOn = [Grounds.PaperBelow, Grounds.EndorsedOnHearingTheParty],
                Recording = new(ProcessStage.Review, "各级审批意见", "审批表"),
            },
            new(CaseAct.FileCase, typeof(FileCase))
            {
                From = [CaseStage.Registered],
                To = CaseStage.Investigating,
                By = [Role.Head, Role.DeputyHead],
                NotBy = [CaseAct.ProposeFiling],
                Signs = ApprovalPaper.Filing,
                Needs = [FilingGates.PartyIdentified, FilingGates.FilingProposed, FilingGates.AgeCounted, FilingGates.FilingEndorsed],
                RestsOn = [Grounds.PartyIdentified, Grounds.FilingProposed, Grounds.FilingEndorsed],
                Starts = [DeadlineKind.Decision],
                Ends = [DeadlineKind.Filing],
                Recording = new(ProcessStage.Initiation, "立案审批意见", "立案审批表"),
                Issues = [DocumentKind.FilingApproval],
            },
        ];
}
