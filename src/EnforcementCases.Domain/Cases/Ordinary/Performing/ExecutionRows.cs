using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>催告、代履行、强制执行、申请法院. 行政强制法 第三十四条至第六十条.</summary>
internal static class ExecutionRows
{
    /// <summary>The call, performance by others and execution by the organ.</summary>
    public static IReadOnlyList<ActRow> ByOrgan =>
        [
            new(CaseAct.CallToPerform, typeof(CallToPerform))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Officer, Role.TeamLead],
                Needs = [ExecutionGates.ExecutionNotEnded, ExecutionGates.ExecutionNotPaused, InvestigationGates.NoCriminalCase],
                Sets = [new("PerformBy", "履行期限") { Error = Enforcement.CallToPerform.Incomplete }],
                Recording = new(ProcessStage.Execution, "履行期限、方式、金额和权利", "催告书"),
                Issues = [DocumentKind.CallToPerform],
            },
            new(CaseAct.RecordPerformance, typeof(RecordPerformance))
            {
                From = [CaseStage.Served],
                By = [Role.Officer],
                RestsOn = [Grounds.DecisionServed],
                Parts = [Parts.CertificatesShown, new("PerformedAt", "履行")],
                MayEnd = [DeadlineKind.Performance],
                Recording = new(ProcessStage.Execution, "履行的事项、时间和凭证", "履行情况记录"),
            },
            new(CaseAct.HearCallDefence, typeof(HearCallDefence))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [ExecutionGates.Called],
                RestsOn = [Grounds.CallServed],
                Recording = new(ProcessStage.Execution, "当事人的陈述、申辩和复核", "陈述申辩记录", RecordedAct.OralDefence),
            },
            new(CaseAct.DecideSubstitute, typeof(DecideSubstitute))
            {
                From = PlannedAct.SubstitutePerformance.Stages(),
                By = [Role.Head],
                StepUp = true,
                Needs =
                [
                    RemedyGates.ExecutedByOrgan,
                    ExecutionGates.ExecutionNotEnded,
                    ExecutionGates.ExecutionNotPaused,
                    ExecutionGates.CallAnswerRechecked,
                    ReviewGates.SubstituteReviewed,
                ],
                RestsOn = [Grounds.CallServed, Grounds.CallAnswered],
                Sets = [new("PerformOn", "代履行的日期")],
                Recording = new(ProcessStage.Execution, "理由、标的、方式、时间、费用预算、代履行人", "代履行决定书"),
                Issues = [DocumentKind.SubstitutePerformance],
            },
            new(CaseAct.CarryOutSubstitute, typeof(CarryOutSubstitute))
            {
                From = [CaseStage.Served],
                By = [Role.Officer],
                Needs =
                [
                    RemedyGates.ExecutedByOrgan,
                    ExecutionGates.ExecutionNotEnded,
                    ExecutionGates.ExecutionNotPaused,
                    ExecutionGates.SubstituteDecided,
                ],
                Parts = [Parts.CertificatesShown, new("Times.From", "执行开始时间"), new("Times.To", "执行结束时间") { Follows = true }],
                Recording = new(ProcessStage.Execution, "代履行全过程、费用、签名", "代履行现场记录", RecordedAct.SubstitutePerformance),
            },
            new(CaseAct.RemoveAtOnce, typeof(RemoveAtOnce))
            {
                From = [CaseStage.Investigating, CaseStage.Concluded, CaseStage.Told, CaseStage.Decided, CaseStage.Served],
                By = [Role.Officer],
                WhileSuspended = true,
                Parts = [Parts.CertificatesShown, new("Clearing.PartyNotifiedAt", "通知当事人"), new("Clearing.ClearedAt", "清除")],
                Recording = new(ProcessStage.Execution, "清除的物品、地点、紧急理由", "立即代履行记录", RecordedAct.SubstitutePerformance),
            },
            new(CaseAct.AnnounceRemoval, typeof(AnnounceRemoval))
            {
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [RemedyGates.ExecutedByOrgan, ExecutionGates.ExecutionNotEnded, ExecutionGates.ExecutionNotPaused],
                Sets =
                [
                    new("SelfRemovalBy", "自行拆除的期限") { Error = RemovalOfStructures.NoticeMissing },
                    new("RemoveOn", "强制拆除的日期") { Error = RemovalOfStructures.NoticeMissing },
                ],
                Recording = new(ProcessStage.Execution, "自行拆除期限、公告张贴", "限期拆除公告", RecordedAct.PublicNoticeService),
                Issues = [DocumentKind.DemolitionAnnouncement],
            },
            new(CaseAct.DecideExecution, typeof(DecideExecution))
            {
                From = PlannedAct.Execution.Stages(),
                By = [Role.Head],
                StepUp = true,
                Needs =
                [
                    RemedyGates.ExecutedByOrgan,
                    ExecutionGates.ExecutionNotEnded,
                    ExecutionGates.ExecutionNotPaused,
                    ReviewGates.ExecutionReviewed,
                ],
                RestsOn = [Grounds.CallAnswered],
                Sets = [new("Times.From", "执行开始时间"), new("Times.To", "执行结束时间")],
                Recording = new(ProcessStage.Execution, "执行的依据、理由、方式和时间", "行政强制执行决定书"),
                Issues = [DocumentKind.ExecutionDecision],
            },
            new(CaseAct.CarryOutExecution, typeof(CarryOutExecution))
            {
                From = [CaseStage.Served],
                By = [Role.Officer],
                Needs =
                [
                    RemedyGates.ExecutedByOrgan,
                    ExecutionGates.ExecutionNotEnded,
                    ExecutionGates.ExecutionNotPaused,
                    ExecutionGates.ExecutionDecided,
                ],
                Parts = [Parts.CertificatesShown, new("Times.From", "执行开始时间"), new("Times.To", "执行结束时间") { Follows = true }],
                Recording = new(ProcessStage.Execution, "执行全过程、结果、签名", "强制执行现场笔录", RecordedAct.ForcedRemoval),
            },
        ];

    /// <summary>The application to the court and its steps.</summary>
    public static IReadOnlyList<ActRow> ByCourt =>
        [
            new(CaseAct.ApplyToCourt, typeof(ApplyToCourt))
            {
                Procedures = ActRow.Both,
                From = PlannedAct.CourtApplication.Stages(),
                By = [Role.Head],
                StepUp = true,
                Needs =
                [
                    RemedyGates.ExecutedByOrgan,
                    ExecutionGates.ExecutionNotEnded,
                    ExecutionGates.ExecutionNotPaused,
                    InvestigationGates.NoCriminalCase,
                    ExecutionGates.NotWithCourt,
                    ExecutionGates.StillOwed,
                    ExecutionGates.NoRemedyRunning,
                    ExecutionGates.CallServed,
                    ExecutionGates.CallAnswerRechecked,
                    ReviewGates.CourtApplicationReviewed,
                ],
                Ends = [DeadlineKind.CourtApplication, DeadlineKind.Call],
                Recording = new(ProcessStage.Execution, "申请的标的、材料、法院", "行政强制执行申请书"),
                Issues = [DocumentKind.CourtApplication],
            },
            new(CaseAct.EnterCourtStep, typeof(EnterCourtStep))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [ExecutionGates.WithCourt],
                RestsOn = [Grounds.CourtAsked],
                Parts = [new("On", "法院环节") { Error = OrdinaryFile.TooEarly }],
                Recording = new(ProcessStage.Execution, "法院受理、裁定、执行的日期", "法院文书登记"),
            },
        ];

    /// <summary>Pause, end and agreement.</summary>
    public static IReadOnlyList<ActRow> Course =>
        [
            new(CaseAct.PauseExecution, typeof(PauseExecution))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Head],
                Needs = [ExecutionGates.ExecutionNotEnded, ExecutionGates.ExecutionNotPaused],
                Recording = new(ProcessStage.Execution, "中止的情形和理由", "中止执行决定"),
            },
            new(CaseAct.ResumeExecution, typeof(ResumeExecution))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Head],
                Needs = [ExecutionGates.ExecutionNotEnded, ExecutionGates.PauseRuns],
                RestsOn = [Grounds.ExecutionPaused],
                Recording = new(ProcessStage.Execution, "恢复执行的理由", "恢复执行决定"),
            },
            new(CaseAct.EndExecution, typeof(EndExecution))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [ExecutionGates.ExecutionNotEnded],
                Recording = new(ProcessStage.Execution, "终结的情形和理由", "终结执行决定"),
            },
            new(CaseAct.AgreeOnExecution, typeof(AgreeOnExecution))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [ExecutionGates.ExecutionNotEnded, ExecutionGates.StillOwed],
                RestsOn = [Grounds.DecisionServed],
                Parts = [new("Agreement.AgreedOn", "协议日期") { Error = OrdinaryFile.TooEarly }],
                Starts = [DeadlineKind.Instalment],
                Recording = new(ProcessStage.Execution, "分阶段履行、减免加处罚款", "执行协议"),
            },
        ];
}
