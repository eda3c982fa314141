using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>执行、救济、结案、归档. 行政处罚法 第六十六条至第七十三条; 行政强制法 第三十四条至第六十条.</summary>
    private static IReadOnlyList<ActRow> PerformanceRows => [.. PayingRows, .. ExecutingRows, .. RemedyRows, .. ClosingRows];

    private static IReadOnlyList<ActRow> PayingRows =>
        [
            new(CaseAct.ApplyForDeferral, typeof(ApplyForDeferral))
            {
                From = [CaseStage.Served],
                By = [Role.Officer],
                Needs = [Gates.FineOrdered, Gates.FineUnpaid],
                Recording = new(ProcessStage.Execution, "经济困难的理由和证明", "延期（分期）缴纳罚款申请书"),
                Issues = [DocumentKind.DeferralApplication],
            },
            new(CaseAct.DecideDeferral, typeof(DecideDeferral))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                Needs = [Gates.FineOrdered, Gates.FineUnpaid, Gates.DeferralAppliedFor],
                Starts = [DeadlineKind.Instalment, DeadlineKind.CourtApplication],
                Recording = new(ProcessStage.Execution, "批准意见、各期金额和期限", "延期（分期）缴纳罚款审批表、决定书"),
                Issues = [DocumentKind.DeferralApproval, DocumentKind.DeferralDecision],
            },
            new(CaseAct.DecideSurcharge, typeof(DecideSurcharge))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.FineOrdered],
                Recording = new(ProcessStage.Execution, "起算日、天数、金额", "加处罚款决定书"),
                Issues = [DocumentKind.SurchargeDecision],
            },
        ];

    private static IReadOnlyList<ActRow> ExecutingRows =>
        [
            new(CaseAct.CallToPerform, typeof(CallToPerform))
            {
                From = [CaseStage.Served],
                By = [Role.Officer, Role.TeamLead],
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused],
                Recording = new(ProcessStage.Execution, "履行期限、方式、金额和权利", "催告书"),
                Issues = [DocumentKind.CallToPerform],
            },
            new(CaseAct.HearCallDefence, typeof(HearCallDefence))
            {
                From = [CaseStage.Served],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.Called],
                Recording = new(ProcessStage.Execution, "当事人的陈述、申辩和复核", "陈述申辩记录", RecordedAct.OralDefence),
            },
            new(CaseAct.DecideSubstitute, typeof(DecideSubstitute))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused, Gates.CallAnswerRechecked, Gates.SubstituteReviewed],
                Recording = new(ProcessStage.Execution, "理由、标的、方式、时间、费用预算、代履行人", "代履行决定书"),
                Issues = [DocumentKind.SubstitutePerformance],
            },
            new(CaseAct.CarryOutSubstitute, typeof(CarryOutSubstitute))
            {
                From = [CaseStage.Served],
                By = [Role.Officer],
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused, Gates.SubstituteDecided],
                Recording = new(ProcessStage.Execution, "代履行全过程、费用、签名", "代履行现场记录", RecordedAct.SubstitutePerformance),
            },
            new(CaseAct.RemoveAtOnce, typeof(RemoveAtOnce))
            {
                From = [CaseStage.Investigating, CaseStage.Concluded, CaseStage.Told, CaseStage.Decided, CaseStage.Served],
                By = [Role.Officer],
                WhileSuspended = true,
                Recording = new(ProcessStage.Execution, "清除的物品、地点、紧急理由", "立即代履行记录", RecordedAct.SubstitutePerformance),
            },
            new(CaseAct.AnnounceRemoval, typeof(AnnounceRemoval))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused],
                Recording = new(ProcessStage.Execution, "自行拆除期限、公告张贴", "限期拆除公告", RecordedAct.PublicNoticeService),
                Issues = [DocumentKind.DemolitionAnnouncement],
            },
            new(CaseAct.DecideExecution, typeof(DecideExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused, Gates.ExecutionReviewed],
                Recording = new(ProcessStage.Execution, "执行的依据、理由、方式和时间", "行政强制执行决定书"),
                Issues = [DocumentKind.ExecutionDecision],
            },
            new(CaseAct.CarryOutExecution, typeof(CarryOutExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Officer],
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused, Gates.ExecutionDecided],
                Recording = new(ProcessStage.Execution, "执行全过程、结果、签名", "强制执行现场笔录", RecordedAct.ForcedRemoval),
            },
            new(CaseAct.ApplyToCourt, typeof(ApplyToCourt))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs =
                [
                    Gates.ExecutionNotEnded,
                    Gates.ExecutionNotPaused,
                    Gates.NotWithCourt,
                    Gates.StillOwed,
                    Gates.NoRemedyRunning,
                    Gates.CallServed,
                    Gates.CallAnswerRechecked,
                    Gates.CourtApplicationReviewed,
                ],
                Ends = [DeadlineKind.CourtApplication, DeadlineKind.Call],
                Recording = new(ProcessStage.Execution, "申请的标的、材料、法院", "行政强制执行申请书"),
                Issues = [DocumentKind.CourtApplication],
            },
            new(CaseAct.EnterCourtStep, typeof(EnterCourtStep))
            {
                From = [CaseStage.Served],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.WithCourt],
                Recording = new(ProcessStage.Execution, "法院受理、裁定、执行的日期", "法院文书登记"),
            },
            new(CaseAct.PauseExecution, typeof(PauseExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                Needs = [Gates.ExecutionNotEnded, Gates.ExecutionNotPaused],
                Recording = new(ProcessStage.Execution, "中止的情形和理由", "中止执行决定"),
            },
            new(CaseAct.ResumeExecution, typeof(ResumeExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                Needs = [Gates.ExecutionNotEnded, Gates.PauseRuns],
                Recording = new(ProcessStage.Execution, "恢复执行的理由", "恢复执行决定"),
            },
            new(CaseAct.EndExecution, typeof(EndExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.ExecutionNotEnded],
                Recording = new(ProcessStage.Execution, "终结的情形和理由", "终结执行决定"),
            },
            new(CaseAct.AgreeOnExecution, typeof(AgreeOnExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.ExecutionNotEnded, Gates.StillOwed],
                Starts = [DeadlineKind.Instalment],
                Recording = new(ProcessStage.Execution, "分阶段履行、减免加处罚款", "执行协议"),
            },
        ];

    private static IReadOnlyList<ActRow> RemedyRows =>
        [
            new(CaseAct.EnterRemedy, typeof(EnterRemedy))
            {
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived],
                By = [Role.Officer, Role.LegalReviewer],
                Recording = new(ProcessStage.Execution, "复议、诉讼的受理和停止执行", "复议诉讼登记"),
            },
            new(CaseAct.EnterRemedyResult, typeof(EnterRemedyResult))
            {
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived, CaseStage.Revoked],
                OrTo = [CaseStage.Revoked],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.RemedyEntered],
                Starts = [DeadlineKind.CourtApplication],
                Recording = new(ProcessStage.Execution, "复议决定、判决的结果", "复议决定书、判决书"),
            },
            new(CaseAct.Invalidate, typeof(Invalidate))
            {
                From = [CaseStage.Decided, CaseStage.Served, CaseStage.Closed, CaseStage.Archived],
                To = CaseStage.Revoked,
                By = [Role.Head],
                Relation = ActorRelation.Outsider,
                StepUp = true,
                Needs = [Gates.DecisionInForce],
                Recording = new(ProcessStage.Decision, "无效的法定情形和理由", "确认无效决定"),
            },
            new(CaseAct.Reopen, typeof(Reopen))
            {
                From = [CaseStage.Revoked],
                To = CaseStage.Investigating,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.Refunded],
                Starts = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Initiation, "重新处理的理由、新的事实", "重新处理审批"),
            },
        ];

    private static IReadOnlyList<ActRow> ClosingRows =>
        [
            new(CaseAct.ProposeClosing, typeof(ProposeClosing))
            {
                From = [CaseStage.Served, CaseStage.Ended, CaseStage.Revoked],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Recording = new(ProcessStage.Execution, "履行情况、票据、物品处理、影像", "结案审批表"),
            },
            new(CaseAct.ApproveClosing, typeof(ApproveClosing))
            {
                From = [CaseStage.Served, CaseStage.Ended, CaseStage.Revoked],
                To = CaseStage.Closed,
                By = [Role.Head, Role.DeputyHead],
                Needs = [Gates.ClosingProposed, Gates.ClosingReasonHolds, Gates.StagesRecorded, Gates.ClosingEndorsed],
                Starts = [DeadlineKind.Archiving],
                Recording = new(ProcessStage.Execution, "结案审批意见", "结案审批表"),
                Issues = [DocumentKind.ClosingApproval],
            },
            new(CaseAct.Archive, typeof(Archive))
            {
                From = [CaseStage.Closed],
                To = CaseStage.Archived,
                By = [Role.Officer, Role.Auxiliary],
                Ends = [DeadlineKind.Archiving],
                Recording = new(ProcessStage.Execution, "卷号、目录、保管期限", "案卷封面、卷内目录、备考表"),
                Issues = [DocumentKind.FileCover, DocumentKind.FileContents, DocumentKind.FileCheckSheet],
            },
        ];
}
