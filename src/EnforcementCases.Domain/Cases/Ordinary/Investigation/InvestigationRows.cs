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
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "现场情况", "现场检查（勘验）笔录", RecordedAct.SceneInspection),
                Issues = [DocumentKind.SceneRecord],
            },
            new(CaseAct.RecordInquiry, typeof(RecordInquiry))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Parts =
                [
                    Parts.CertificatesShown,
                    new("RightsNotifiedAt", "告知权利义务") { Error = InvestigationRecords.RightsNotNotified, Follows = true },
                    new("StartedAt", "笔录的开始时间") { Error = InvestigationRecords.Incomplete },
                ],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "权利告知、问答", "询问笔录", RecordedAct.Inquiry),
                Issues = [DocumentKind.InquiryRecord],
            },
            new(CaseAct.CollectEvidence, typeof(CollectEvidence))
            {
                From = [CaseStage.Registered, CaseStage.Investigating, CaseStage.Told],
                By = [Role.Officer, Role.Auxiliary],
                RestsOn = [Grounds.OffenceDiscovered],
                Parts = [Parts.CertificatesShown, new("Items.TakenAt", "取证时间")],
                BeforeFiling = true,
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
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer, Role.Auxiliary],
                Parts = [Parts.CertificatesShown],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "样品、数量、封样", "抽样取证凭证", RecordedAct.EvidenceTaking),
                Issues = [DocumentKind.SamplingVoucher],
            },
        ];

    /// <summary>Things registered, sealed or detained.</summary>
    public static IReadOnlyList<ActRow> Measures =>
        [
            new(CaseAct.ApprovePreservation, typeof(ApprovePreservation))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Head],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "先行登记保存的审批意见", "先行登记保存审批表"),
            },
            new(CaseAct.PreserveEvidence, typeof(PreserveEvidence))
            {
                From = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.PreservationApproved],
                Parts = [Parts.CertificatesShown],
                Starts = [DeadlineKind.Preservation],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "物品清单、保存地点", "先行登记保存证据通知书", RecordedAct.RegisterPreserve),
                Issues = [DocumentKind.PreservationNotice],
            },
            new(CaseAct.DisposePreserved, typeof(DisposePreserved))
            {
                From = CaseStages.ThingsHeld,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.ThingsPreserved],
                RestsOn = [Grounds.ThingsPreserved],
                MayEnd = [DeadlineKind.Preservation, DeadlineKind.Claim],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "逐项处理结果", "先行登记保存证据处理决定书"),
                Issues = [DocumentKind.PreservationHandling],
                WhileSuspended = true,
            },
            new(CaseAct.ApproveSealing, typeof(ApproveSealing))
            {
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.CoercionPowerToApprove, ReviewGates.SealingReviewed],
                RestsOn = [Grounds.ThingsSealed],
                MayEnd = [DeadlineKind.SealingApproval],
                BeforeFiling = true,
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
                    new("PostedAt", "张贴于现场") { Follows = true },
                ],
                Starts = [DeadlineKind.Sealing, DeadlineKind.SealingApproval, DeadlineKind.PlannedActReview],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "实施程序、清单、交付", "查封（扣押）决定书、清单", RecordedAct.Seal),
                Issues = [DocumentKind.SeizureDecision],
            },
            new(CaseAct.ExtendSealing, typeof(ExtendSealing))
            {
                From = PlannedAct.SealingExtension.Stages(),
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.ThingsSealed, InvestigationGates.CoercionPower, InvestigationGates.MeasureStands],
                RestsOn = [Grounds.ThingsSealed],
                Parts = [new("Testing.NoticeServedOn", "检测期间告知书的送达")],
                Sets = [new("NotifiedOn", "告知当事人"), new("Testing.To", "检测期间的届满")],
                Starts = [DeadlineKind.Sealing],
                Recording = new(ProcessStage.Investigation, "延长的理由、期限和告知", "延长查封（扣押）期限审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.LiftSealing, typeof(LiftSealing))
            {
                From = CaseStages.ThingsHeld,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.ThingsSealed],
                RestsOn = [Grounds.ThingsSealed],
                Parts = [Parts.CertificatesShown, new("ReturnedAt", "退还")],
                MayEnd = [DeadlineKind.Sealing, DeadlineKind.Claim],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "解除情形、退还和签收", "解除查封（扣押）决定书"),
                Issues = [DocumentKind.SeizureLifting],
                WhileSuspended = true,
            },
            new(CaseAct.AnnounceThings, typeof(AnnounceThings))
            {
                From = CaseStages.ThingsHeld,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.ThingsHeld],
                RestsOn = [Grounds.ThingsSealed],
                Parts = [new("CalledOn", "通知领取")],
                Starts = [DeadlineKind.Claim],
                MayEnd = [DeadlineKind.Sealing, DeadlineKind.Preservation],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "查找当事人的经过、公告处所和期限", "认领公告"),
                Issues = [DocumentKind.ClaimNotice],
                WhileSuspended = true,
            },
            new(CaseAct.ApproveDisposal, typeof(ApproveDisposal))
            {
                From = CaseStages.ThingsHeld,
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.ThingsHeld],
                RestsOn = [Grounds.ThingsSealed],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "处理的财物、理由和方式", "财物处理审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.DisposeOfThings, typeof(DisposeOfThings))
            {
                From = CaseStages.ThingsHeld,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.DisposalApproved],
                RestsOn = [Grounds.DisposalApproved],
                Parts = [Parts.CertificatesShown],
                MayEnd = [DeadlineKind.Claim],
                BeforeFiling = true,
                Recording = new(ProcessStage.Investigation, "价款、市场价格、去向和票据", "财物处理决定书"),
                Issues = [DocumentKind.ThingsDisposal],
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
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Officer, Role.TeamLead, Role.LegalReviewer, Role.HearingHost, Role.DeputyHead, Role.Head],
                Recording = new(ProcessStage.Investigation, "回避申请及其理由", "回避申请书"),
                WhileSuspended = true,
            },
            new(CaseAct.DecideRecusal, typeof(DecideRecusal))
            {
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Head, Role.DeputyHead],
                IfHandled = Recusal.NotDecidedByHead,
                NotBy = [CaseAct.RequestRecusal],
                NotByThis = RecusalsOnFile.IsToDecide,
                Needs = [InvestigationGates.RecusalAsked],
                Recording = new(ProcessStage.Investigation, "回避决定及其理由", "回避决定书"),
                WhileSuspended = true,
            },
        ];

    /// <summary>From wherever the case has come to, back to the investigation.</summary>
    private static StageMove[] BackToInvestigation =>
        [new(CaseStage.Concluded, CaseStage.Investigating), new(CaseStage.Told, CaseStage.Investigating)];

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
                Needs = [InvestigationGates.NoCrimePending, FilingGates.NewPartyIdentified, InvestigationGates.NoMinorQuestionedAlone],
                RestsOn = [Grounds.FactsProved, Grounds.Assessed, Grounds.OrderRechecked, Grounds.Resumed],
                Recording = new(ProcessStage.Investigation, "事实、证据目录、定性、裁量理由、处理建议", "案件调查终结报告"),
                Issues = [DocumentKind.InvestigationReport],
            },
            new(CaseAct.JoinTrack, typeof(JoinTrack))
            {
                From = CaseStages.Undecided,
                By = [Role.Head],
                Needs = [FilingGates.PartyIdentified, FilingGates.NewPartyIdentified],
                RestsOn = [Grounds.PartyIdentified],
                Parts = [new("Evidence.TakenAt", "取证时间")],
                Recording = new(ProcessStage.Investigation, "共同违法的事实、各案当事人和共用的证据", "并案审批表"),
            },
            new(CaseAct.ChangeParty, typeof(ChangeParty))
            {
                From = CaseStages.Undecided,
                OrTo = [CaseStage.Investigating],
                OrMoves = BackToInvestigation,
                By = [Role.Head],
                Needs = [FilingGates.PartyIdentified, InvestigationGates.EvidenceOnFile, InvestigationGates.NoCrimePending],
                RestsOn = [Grounds.PartyIdentified],
                Recording = new(ProcessStage.Investigation, "变更前后的当事人、理由和证据", "变更当事人审批表"),
            },
            new(CaseAct.ChangeMatter, typeof(ChangeMatter))
            {
                From = CaseStages.Undecided,
                OrTo = [CaseStage.Investigating],
                OrMoves = BackToInvestigation,
                By = [Role.Head],
                Needs = [InvestigationGates.EvidenceOnFile, InvestigationGates.NoCrimePending],
                Recording = new(ProcessStage.Investigation, "变更前后的案由、理由和证据", "变更案由审批表"),
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
