using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>调查取证. 行政处罚法 第二十七条、第二十八条、第四十条至第四十六条、第五十五条、第五十六条; 行政强制法 第十七条至第二十八条.</summary>
internal static class InvestigationRows
{
    /// <summary>Records, evidence and samples.</summary>
    public static IReadOnlyList<ActRow> Evidence =>
        [
            new(CaseAct.RecordScene, typeof(RecordScene))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Parts = [Parts.CertificatesShown, new("StartedAt", "笔录的开始时间") { Error = InvestigationRecords.Incomplete }],
                Recording = new(ProcessStage.Investigation, "现场情况", "现场检查（勘验）笔录", RecordedAct.SceneInspection),
                Issues = [DocumentKind.SceneRecord],
            },
            new(CaseAct.RecordInquiry, typeof(RecordInquiry))
            {
                From = [CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Parts =
                [
                    Parts.CertificatesShown,
                    new("RightsNotifiedAt", "告知权利义务") { Error = InvestigationRecords.RightsNotNotified, Follows = true },
                    new("StartedAt", "笔录的开始时间") { Error = InvestigationRecords.Incomplete },
                ],
                Recording = new(ProcessStage.Investigation, "权利告知、问答", "询问笔录", RecordedAct.Inquiry),
                Issues = [DocumentKind.InquiryRecord],
            },
            new(CaseAct.CollectEvidence, typeof(CollectEvidence))
            {
                From = [CaseStage.Registered, CaseStage.Investigating, CaseStage.Told],
                By = [Role.Officer, Role.Auxiliary],
                RestsOn = [Grounds.OffenceDiscovered],
                Parts = [Parts.CertificatesShown, new("Items.TakenAt", "取证时间")],
                Recording = new(ProcessStage.Investigation, "证据名称、来源、校验值", "证据清单", RecordedAct.EvidenceTaking),
                Issues = [DocumentKind.EvidenceRequest],
            },
            new(CaseAct.VerifyEvidence, typeof(VerifyEvidence))
            {
                From = CaseStages.Undecided,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.EvidenceOnFile],
                RestsOn = [Grounds.EvidenceToVerify],
                Recording = new(ProcessStage.Investigation, "查证方法和结论", "证据查证记录"),
            },
            new(CaseAct.ExcludeEvidence, typeof(ExcludeEvidence))
            {
                From = CaseStages.Undecided,
                By = [Role.Officer, Role.TeamLead, Role.LegalReviewer],
                Needs = [InvestigationGates.EvidenceOnFile],
                RestsOn = [Grounds.EvidenceTaken],
                Recording = new(ProcessStage.Investigation, "排除的证据和理由", "证据排除记录"),
            },
            new(CaseAct.TakeSample, typeof(TakeSample))
            {
                From = [CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Parts = [Parts.CertificatesShown],
                Recording = new(ProcessStage.Investigation, "样品、数量、封样", "抽样取证凭证", RecordedAct.EvidenceTaking),
                Issues = [DocumentKind.SamplingVoucher],
            },
        ];

    /// <summary>Things registered, sealed or detained.</summary>
    public static IReadOnlyList<ActRow> Measures =>
        [
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
                Needs = [InvestigationGates.PreservationApproved],
                Parts = [Parts.CertificatesShown],
                Starts = [DeadlineKind.Preservation],
                Recording = new(ProcessStage.Investigation, "物品清单、保存地点", "先行登记保存证据通知书", RecordedAct.RegisterPreserve),
                Issues = [DocumentKind.PreservationNotice],
            },
            new(CaseAct.DisposePreserved, typeof(DisposePreserved))
            {
                From = CaseStages.Filed,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.ThingsPreserved],
                RestsOn = [Grounds.ThingsPreserved],
                MayEnd = [DeadlineKind.Preservation],
                Recording = new(ProcessStage.Investigation, "逐项处理结果", "先行登记保存证据处理决定书"),
                Issues = [DocumentKind.PreservationHandling],
                WhileSuspended = true,
            },
            new(CaseAct.ApproveSealing, typeof(ApproveSealing))
            {
                From = CaseStages.Filed,
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.CoercionPower, ReviewGates.SealingReviewed],
                RestsOn = [Grounds.ThingsSealed],
                MayEnd = [DeadlineKind.SealingApproval],
                Recording = new(ProcessStage.Investigation, "查封、扣押的审批意见", "查封（扣押）审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.SealProperty, typeof(SealProperty))
            {
                From = PlannedAct.Sealing.Stages(),
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.CoercionPower],
                Parts =
                [
                    Parts.CertificatesShown,
                    new("ReasonsBasisAndRightsNotifiedAt", "当场告知") { Follows = true },
                    new("DeliveredAt", "当场交付") { Follows = true },
                ],
                Starts = [DeadlineKind.Sealing, DeadlineKind.SealingApproval, DeadlineKind.PlannedActReview],
                Recording = new(ProcessStage.Investigation, "实施程序、清单、交付", "查封（扣押）决定书、清单", RecordedAct.Seal),
                Issues = [DocumentKind.SeizureDecision],
            },
            new(CaseAct.ExtendSealing, typeof(ExtendSealing))
            {
                From = PlannedAct.SealingExtension.Stages(),
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.ThingsSealed],
                RestsOn = [Grounds.ThingsSealed],
                Parts = [new("Testing.NoticeServedOn", "检测期间告知书的送达")],
                Sets = [new("NotifiedOn", "告知当事人"), new("Testing.To", "检测期间的届满")],
                Starts = [DeadlineKind.Sealing],
                Recording = new(ProcessStage.Investigation, "延长的理由、期限和告知", "延长查封（扣押）期限审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.LiftSealing, typeof(LiftSealing))
            {
                From = CaseStages.Filed,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.ThingsSealed],
                RestsOn = [Grounds.ThingsSealed],
                Parts = [Parts.CertificatesShown, new("ReturnedAt", "退还")],
                MayEnd = [DeadlineKind.Sealing],
                Recording = new(ProcessStage.Investigation, "解除情形、退还和签收", "解除查封（扣押）决定书"),
                Issues = [DocumentKind.SeizureLifting],
                WhileSuspended = true,
            },
        ];

    /// <summary>Orders to correct, and requests that an officer withdraw.</summary>
    public static IReadOnlyList<ActRow> Corrections =>
        [
            new(CaseAct.OrderToCorrect, typeof(GiveOrderToCorrect))
            {
                From = PlannedAct.OrderToCorrect.Stages(),
                By = [Role.Officer],
                Needs = [FilingGates.PartyIdentified, ReviewGates.OrderReviewed],
                RestsOn = [Grounds.PartyIdentified],
                Sets = [new("DueOn", "改正期限") { Error = OrderToCorrect.DueBeforeOrdered }],
                Starts = [DeadlineKind.Correction],
                Recording = new(ProcessStage.Investigation, "改正内容和期限", "责令（限期）改正通知书"),
                Issues = [DocumentKind.CorrectionOrder],
            },
            new(CaseAct.RelyOnOrder, typeof(RelyOnOrder))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer],
                Needs = [FilingGates.PartyIdentified],
                RestsOn = [Grounds.OrderRechecked],
                Recording = new(ProcessStage.Investigation, "先前责令改正的文号、期限和复查结果", "责令（限期）改正通知书、复查记录"),
            },
            new(CaseAct.RecheckOrder, typeof(RecheckOrder))
            {
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Officer],
                Needs = [InvestigationGates.CorrectionOrdered],
                RestsOn = [Grounds.OrderGiven],
                Parts = [Parts.CertificatesShown],
                MayEnd = [DeadlineKind.Correction],
                Recording = new(ProcessStage.Investigation, "复查情况和结果", "复查笔录", RecordedAct.RecheckOfCorrection),
                Issues = [DocumentKind.RecheckRecord],
                WhileSuspended = true,
            },
            new(CaseAct.RequestRecusal, typeof(RequestRecusal))
            {
                From = [CaseStage.Registered, .. CaseStages.Undecided],
                By = [Role.Officer, Role.TeamLead],
                Recording = new(ProcessStage.Investigation, "回避申请及其理由", "回避申请书"),
                WhileSuspended = true,
            },
            new(CaseAct.DecideRecusal, typeof(DecideRecusal))
            {
                From = [CaseStage.Registered, .. CaseStages.Undecided],
                By = [Role.Head],
                IfHandled = Recusal.NotDecidedByHead,
                NotBy = [CaseAct.RequestRecusal],
                Needs = [InvestigationGates.RecusalAsked],
                Recording = new(ProcessStage.Investigation, "回避决定及其理由", "回避决定书"),
                WhileSuspended = true,
            },
        ];

    /// <summary>Suspension, officers, transfer, withdrawal, conclusion.</summary>
    public static IReadOnlyList<ActRow> Course =>
        [
            new(CaseAct.SuspendCase, typeof(SuspendCase))
            {
                From = CaseStages.Undecided,
                By = [Role.Head],
                Recording = new(ProcessStage.Investigation, "中止的理由和依据", "中止调查审批表"),
            },
            new(CaseAct.ResumeCase, typeof(ResumeCase))
            {
                From = CaseStages.Undecided,
                By = [Role.Head],
                Needs = [InvestigationGates.CaseSuspended],
                RestsOn = [Grounds.Suspended],
                Starts = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Investigation, "恢复的理由", "恢复调查审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.ReplaceOfficers, typeof(ReplaceOfficers))
            {
                From = CaseStages.Filed,
                By = [Role.TeamLead],
                Recording = new(ProcessStage.Investigation, "更换的承办人员和理由", "更换承办人员审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.ReportSuspectedCrime, typeof(ReportSuspectedCrime))
            {
                From = CaseStages.Undecided,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.NoCrimePending],
                Starts = [DeadlineKind.CrimeDecision],
                Recording = new(ProcessStage.Investigation, "涉嫌犯罪的事实", "移送涉嫌犯罪案件的书面报告"),
                WhileSuspended = true,
            },
            new(CaseAct.DecideCrimeTransfer, typeof(DecideCrimeTransfer))
            {
                From = CaseStages.Undecided,
                By = [Role.Head],
                NotBy = [CaseAct.ReportSuspectedCrime],
                StepUp = true,
                Needs = [InvestigationGates.CrimeReported],
                RestsOn = [Grounds.CrimeReported],
                Starts = [DeadlineKind.CrimeTransfer],
                Ends = [DeadlineKind.CrimeDecision],
                Recording = new(ProcessStage.Decision, "是否移送的决定和理由", "移送涉嫌犯罪案件审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.TransferCase, typeof(TransferCase))
            {
                From = CaseStages.Undecided,
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
                From = CaseStages.Undecided,
                To = CaseStage.Ended,
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.NoCrimePending],
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
                Needs = [InvestigationGates.NoCrimePending],
                RestsOn = [Grounds.FactsProved, Grounds.Assessed, Grounds.OrderRechecked, Grounds.Resumed],
                Recording = new(ProcessStage.Investigation, "事实、证据目录、定性、裁量理由、处理建议", "案件调查终结报告"),
                Issues = [DocumentKind.InvestigationReport],
            },
            new(CaseAct.ReopenInvestigation, typeof(ReopenInvestigation))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                To = CaseStage.Investigating,
                By = [Role.TeamLead, Role.Head],
                Needs = [NoticeGates.DefenceReviewed],
                Recording = new(ProcessStage.Investigation, "补充调查的理由", "补充调查审批表"),
            },
        ];
}
