using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>As long as the case lies with the organ: things of the party are dealt with, officers replaced, whatever became of the case.</summary>
    private static CaseStage[] Filed =>
        [
            CaseStage.Investigating,
            CaseStage.Concluded,
            CaseStage.Told,
            CaseStage.Decided,
            CaseStage.Served,
            CaseStage.Ended,
            CaseStage.Revoked,
        ];

    /// <summary>调查取证. 行政处罚法 第二十七条、第二十八条、第四十条至第四十六条、第五十五条、第五十六条; 行政强制法 第十七条至第二十八条.</summary>
    private static IReadOnlyList<ActRow> InvestigationRows =>
        [
            new(CaseAct.RecordScene, typeof(RecordScene))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Recording = new(ProcessStage.Investigation, "现场情况", "现场检查（勘验）笔录", RecordedAct.SceneInspection),
                Issues = [DocumentKind.SceneRecord],
            },
            new(CaseAct.RecordInquiry, typeof(RecordInquiry))
            {
                From = [CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Recording = new(ProcessStage.Investigation, "权利告知、问答", "询问笔录", RecordedAct.Inquiry),
                Issues = [DocumentKind.InquiryRecord],
            },
            new(CaseAct.CollectEvidence, typeof(CollectEvidence))
            {
                From = [CaseStage.Registered, CaseStage.Investigating, CaseStage.Told],
                By = [Role.Officer, Role.Auxiliary],
                Recording = new(ProcessStage.Investigation, "证据名称、来源、校验值", "证据清单", RecordedAct.EvidenceTaking),
                Issues = [DocumentKind.EvidenceRequest],
            },
            new(CaseAct.VerifyEvidence, typeof(VerifyEvidence))
            {
                From = Undecided,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.EvidenceOnFile],
                Recording = new(ProcessStage.Investigation, "查证方法和结论", "证据查证记录"),
            },
            new(CaseAct.ExcludeEvidence, typeof(ExcludeEvidence))
            {
                From = Undecided,
                By = [Role.Officer, Role.TeamLead, Role.LegalReviewer],
                Needs = [Gates.EvidenceOnFile],
                Recording = new(ProcessStage.Investigation, "排除的证据和理由", "证据排除记录"),
            },
            new(CaseAct.TakeSample, typeof(TakeSample))
            {
                From = [CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Recording = new(ProcessStage.Investigation, "样品、数量、封样", "抽样取证凭证", RecordedAct.EvidenceTaking),
                Issues = [DocumentKind.SamplingVoucher],
            },
            new(CaseAct.ApprovePreservation, typeof(ApprovePreservation))
            {
                From = [CaseStage.Investigating],
                By = [Role.Head],
                Recording = new(ProcessStage.Investigation, "先行登记保存的审批意见", "先行登记保存审批表"),
            },
            new(CaseAct.PreserveEvidence, typeof(PreserveEvidence))
            {
                From = [CaseStage.Investigating],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.PreservationApproved],
                Starts = [DeadlineKind.Preservation],
                Recording = new(ProcessStage.Investigation, "物品清单、保存地点", "先行登记保存证据通知书", RecordedAct.RegisterPreserve),
                Issues = [DocumentKind.PreservationNotice],
            },
            new(CaseAct.DisposePreserved, typeof(DisposePreserved))
            {
                From = Filed,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.ThingsPreserved],
                MayEnd = [DeadlineKind.Preservation],
                Recording = new(ProcessStage.Investigation, "逐项处理结果", "先行登记保存证据处理决定书"),
                Issues = [DocumentKind.PreservationHandling],
                WhileSuspended = true,
            },
            new(CaseAct.ApproveSealing, typeof(ApproveSealing))
            {
                From = Filed,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.CoercionPower, Gates.SealingReviewed],
                MayEnd = [DeadlineKind.SealingApproval],
                Recording = new(ProcessStage.Investigation, "查封、扣押的审批意见", "查封（扣押）审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.SealProperty, typeof(SealProperty))
            {
                From = [CaseStage.Investigating],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.CoercionPower],
                Starts = [DeadlineKind.Sealing, DeadlineKind.SealingApproval, DeadlineKind.PlannedActReview],
                Recording = new(ProcessStage.Investigation, "实施程序、清单、交付", "查封（扣押）决定书、清单", RecordedAct.Seal),
                Issues = [DocumentKind.SeizureDecision],
            },
            new(CaseAct.ExtendSealing, typeof(ExtendSealing))
            {
                From = Filed,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.ThingsSealed],
                Starts = [DeadlineKind.Sealing],
                Recording = new(ProcessStage.Investigation, "延长的理由、期限和告知", "延长查封（扣押）期限审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.LiftSealing, typeof(LiftSealing))
            {
                From = Filed,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.ThingsSealed],
                MayEnd = [DeadlineKind.Sealing],
                Recording = new(ProcessStage.Investigation, "解除情形、退还和签收", "解除查封（扣押）决定书"),
                Issues = [DocumentKind.SeizureLifting],
                WhileSuspended = true,
            },
            new(CaseAct.OrderToCorrect, typeof(GiveOrderToCorrect))
            {
                From = [CaseStage.Registered, CaseStage.Investigating, CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Needs = [Gates.PartyIdentified, Gates.OrderReviewed],
                Starts = [DeadlineKind.Correction],
                Recording = new(ProcessStage.Investigation, "改正内容和期限", "责令（限期）改正通知书"),
                Issues = [DocumentKind.CorrectionOrder],
            },
            new(CaseAct.RelyOnOrder, typeof(RelyOnOrder))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer],
                Needs = [Gates.PartyIdentified],
                Recording = new(ProcessStage.Investigation, "先前责令改正的文号、期限和复查结果", "责令（限期）改正通知书、复查记录"),
            },
            new(CaseAct.RecheckOrder, typeof(RecheckOrder))
            {
                From = [CaseStage.Registered, .. Filed],
                By = [Role.Officer],
                Needs = [Gates.CorrectionOrdered],
                MayEnd = [DeadlineKind.Correction],
                Recording = new(ProcessStage.Investigation, "复查情况和结果", "复查笔录", RecordedAct.RecheckOfCorrection),
                Issues = [DocumentKind.RecheckRecord],
                WhileSuspended = true,
            },
            new(CaseAct.RequestRecusal, typeof(RequestRecusal))
            {
                From = [CaseStage.Registered, .. Undecided],
                By = [Role.Officer, Role.TeamLead],
                Recording = new(ProcessStage.Investigation, "回避申请及其理由", "回避申请书"),
                WhileSuspended = true,
            },
            new(CaseAct.DecideRecusal, typeof(DecideRecusal))
            {
                From = [CaseStage.Registered, .. Undecided],
                By = [Role.Head],
                Needs = [Gates.RecusalAsked],
                Recording = new(ProcessStage.Investigation, "回避决定及其理由", "回避决定书"),
                WhileSuspended = true,
            },
            new(CaseAct.ConfirmServiceAddress, typeof(ConfirmServiceAddress))
            {
                From = [CaseStage.Registered, .. Filed],
                By = [Role.Officer],
                Recording = new(ProcessStage.Service, "送达地址、电子送达的同意", "送达地址及电子送达确认书"),
                Issues = [DocumentKind.ServiceConfirmation],
                WhileSuspended = true,
            },
            new(CaseAct.SuspendCase, typeof(SuspendCase))
            {
                From = Undecided,
                By = [Role.Head],
                Recording = new(ProcessStage.Investigation, "中止的理由和依据", "中止调查审批表"),
            },
            new(CaseAct.ResumeCase, typeof(ResumeCase))
            {
                From = Undecided,
                By = [Role.Head],
                Needs = [Gates.CaseSuspended],
                Starts = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Investigation, "恢复的理由", "恢复调查审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.ReplaceOfficers, typeof(ReplaceOfficers))
            {
                From = Filed,
                By = [Role.TeamLead],
                Recording = new(ProcessStage.Investigation, "更换的承办人员和理由", "更换承办人员审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.ReportSuspectedCrime, typeof(ReportSuspectedCrime))
            {
                From = Undecided,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.NoCrimePending],
                Starts = [DeadlineKind.CrimeDecision],
                Recording = new(ProcessStage.Investigation, "涉嫌犯罪的事实", "移送涉嫌犯罪案件的书面报告"),
                WhileSuspended = true,
            },
            new(CaseAct.DecideCrimeTransfer, typeof(DecideCrimeTransfer))
            {
                From = Undecided,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.CrimeReported],
                Starts = [DeadlineKind.CrimeTransfer],
                Ends = [DeadlineKind.CrimeDecision],
                Recording = new(ProcessStage.Decision, "是否移送的决定和理由", "移送涉嫌犯罪案件审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.TransferCase, typeof(TransferCase))
            {
                From = Undecided,
                To = CaseStage.Ended,
                By = [Role.Head, Role.DeputyHead],
                Ends = [DeadlineKind.Decision],
                MayEnd = [DeadlineKind.CrimeTransfer],
                Recording = new(ProcessStage.Decision, "移送的理由、材料和接收机关", "案件移送函"),
                Issues = [DocumentKind.TransferLetter],
                WhileSuspended = true,
            },
            new(CaseAct.WithdrawCase, typeof(WithdrawCase))
            {
                From = Undecided,
                To = CaseStage.Ended,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.NoCrimePending],
                Ends = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Decision, "撤销案件的理由", "撤销案件审批表、撤销案件决定书"),
                Issues = [DocumentKind.WithdrawalApproval, DocumentKind.WithdrawalDecision],
                WhileSuspended = true,
            },
            new(CaseAct.ConcludeInvestigation, typeof(ConcludeInvestigation))
            {
                From = [CaseStage.Investigating],
                To = CaseStage.Concluded,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.NoCrimePending],
                Recording = new(ProcessStage.Investigation, "事实、证据目录、定性、裁量理由、处理建议", "案件调查终结报告"),
                Issues = [DocumentKind.InvestigationReport],
            },
            new(CaseAct.ReopenInvestigation, typeof(ReopenInvestigation))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                To = CaseStage.Investigating,
                By = [Role.TeamLead, Role.Head],
                Needs = [Gates.DefenceReviewed],
                Recording = new(ProcessStage.Investigation, "补充调查的理由", "补充调查审批表"),
            },
        ];
}

internal static partial class Gates
{
    public static readonly Gate EvidenceOnFile = new(
        nameof(EvidenceOnFile),
        (file, _) => file.Evidence.Count == 0 ? OrdinaryFile.NoEvidence.With("没有证据", "先收集证据") : null
    );

    public static readonly Gate PreservationApproved = new(
        nameof(PreservationApproved),
        (file, _) =>
            file.PreservationApproval is null ? RegisterPreserve.NotApproved.With("没有负责人批准", "报请行政机关负责人批准") : null
    );

    public static readonly Gate ThingsPreserved = new(
        nameof(ThingsPreserved),
        (file, _) =>
            file.OpenMeasures.Any(m => m.Kind is MeasureKind.Preserved)
                ? null
                : OrdinaryFile.MeasureNotOpen.With("没有待处理的先行登记保存物品")
    );

    /// <summary>The matter carries the power here; off until the place has said by which instrument.</summary>
    public static readonly Gate CoercionPower = new(
        nameof(CoercionPower),
        (file, law, at) =>
            CoerciveMeasure.ObstaclesToPower(
                file.Case.ViolationCode,
                law.Parameter(CoerciveMeasure.MattersParameter, LegalDate.Of(at)),
                law.Production
            )
    );

    public static readonly Gate ThingsSealed = new(
        nameof(ThingsSealed),
        (file, _) => file.Sealed.Any(s => s.IsOpen) ? null : OrdinaryFile.MeasureNotOpen.With("没有查封、扣押中的财物")
    );

    public static readonly Gate CorrectionOrdered = new(
        nameof(CorrectionOrdered),
        (file, _) => file.OrdersToCorrect.Count == 0 ? OrdinaryFile.NoOrder.With("没有责令改正", "先责令改正") : null
    );

    public static readonly Gate RecusalAsked = new(
        nameof(RecusalAsked),
        (file, _) => file.Recusals.Any(r => r.Decision is null) ? null : OrdinaryFile.NoRecusal.With("没有尚未决定的申请")
    );

    public static readonly Gate CaseSuspended = new(
        nameof(CaseSuspended),
        (file, _) => file.IsSuspended ? null : OrdinaryFile.NotSuspended.With("案件正在办理")
    );

    public static readonly Gate CrimeReported = new(
        nameof(CrimeReported),
        (file, _) => file.CrimeSuspicion is { Approved: null } ? null : OrdinaryFile.NoCrimeReported.With("没有尚未决定的报告")
    );

    public static readonly Gate NoCrimePending = new(
        nameof(NoCrimePending),
        (file, _) =>
            file.CrimeSuspicion is { Approved: not false } pending
                ? OrdinaryFile.CrimePending.With(pending.Approved is null ? "负责人尚未决定是否移送" : "已批准移送", "办理移送")
                : null
    );
}
