using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>结案、归档. 行政处罚法 第四十七条、第六十六条.</summary>
internal static class ClosingRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.ProposeClosing, typeof(ProposeClosing))
            {
                From = [CaseStage.Served, CaseStage.Ended, CaseStage.Revoked],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.CrimeHandedOver],
                Recording = new(ProcessStage.Execution, "履行情况、票据、物品处理、影像", "结案审批表"),
            },
            new(CaseAct.ApproveClosing, typeof(ApproveClosing))
            {
                From = [CaseStage.Served, CaseStage.Ended, CaseStage.Revoked],
                To = CaseStage.Closed,
                By = [Role.Head, Role.DeputyHead],
                NotBy = [CaseAct.ProposeClosing],
                Signs = ApprovalPaper.Closing,
                Needs =
                [
                    InvestigationGates.CrimeHandedOver,
                    ClosingGates.ClosingProposed,
                    ClosingGates.ClosingReasonHolds,
                    ClosingGates.StagesRecorded,
                    ClosingGates.ClosingEndorsed,
                ],
                RestsOn = [Grounds.ClosingProposed, Grounds.ClosingEndorsed],
                Starts = [DeadlineKind.Archiving],
                Recording = new(ProcessStage.Execution, "结案审批意见", "结案审批表"),
                Issues = [DocumentKind.ClosingApproval],
            },
            new(CaseAct.Archive, typeof(Archive))
            {
                From = [CaseStage.Closed],
                To = CaseStage.Archived,
                By = [Role.Officer, Role.Auxiliary],
                Parts = [new("Papers.Date", "卷内文书的日期")],
                Ends = [DeadlineKind.Archiving],
                Recording = new(ProcessStage.Execution, "卷号、目录、保管期限", "案卷封面、卷内目录、备考表"),
                Issues = [DocumentKind.FileCover, DocumentKind.FileContents, DocumentKind.FileCheckSheet],
            },
        ];
}
