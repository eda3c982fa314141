namespace EnforcementCases.Domain.Cases;

/// <summary>An act of a case (办案环节).</summary>
public enum CaseAct
{
    /// <summary>当场作出处罚决定.</summary>
    DecideOnTheSpot,

    /// <summary>报所属机关备案.</summary>
    ReportBack,

    /// <summary>当场收缴罚款.</summary>
    CollectOnTheSpot,

    /// <summary>罚款到账.</summary>
    ReceivePayment,

    /// <summary>收缴款交机关.</summary>
    RemitToOrgan,

    /// <summary>机关缴付银行.</summary>
    RemitToBank,

    /// <summary>复查改正情况.</summary>
    RecheckCorrection,

    /// <summary>补正记录错误.</summary>
    CorrectError,

    /// <summary>撤销处罚决定.</summary>
    Revoke,

    /// <summary>退还罚款.</summary>
    Refund,

    /// <summary>结案.</summary>
    Close,

    /// <summary>线索登记.</summary>
    RegisterClue,

    /// <summary>核实当事人.</summary>
    IdentifyParty,

    /// <summary>不予立案.</summary>
    DeclineToFile,

    /// <summary>申请立案.</summary>
    ProposeFiling,

    /// <summary>审批意见.</summary>
    EndorsePaper,

    /// <summary>批准立案.</summary>
    FileCase,

    /// <summary>现场检查.</summary>
    RecordScene,

    /// <summary>询问.</summary>
    RecordInquiry,

    /// <summary>收集证据.</summary>
    CollectEvidence,

    /// <summary>核实证据.</summary>
    VerifyEvidence,

    /// <summary>排除证据.</summary>
    ExcludeEvidence,

    /// <summary>抽样取证.</summary>
    TakeSample,

    /// <summary>批准先行登记保存.</summary>
    ApprovePreservation,

    /// <summary>先行登记保存.</summary>
    PreserveEvidence,

    /// <summary>处理登记保存物品.</summary>
    DisposePreserved,

    /// <summary>批准查封扣押.</summary>
    ApproveSealing,

    /// <summary>查封扣押.</summary>
    SealProperty,

    /// <summary>延长查封扣押.</summary>
    ExtendSealing,

    /// <summary>解除查封扣押.</summary>
    LiftSealing,

    /// <summary>责令限期改正.</summary>
    OrderToCorrect,

    /// <summary>引用先前的责令改正.</summary>
    RelyOnOrder,

    /// <summary>复查责令改正.</summary>
    RecheckOrder,

    /// <summary>申请回避.</summary>
    RequestRecusal,

    /// <summary>决定回避.</summary>
    DecideRecusal,

    /// <summary>确认送达地址.</summary>
    ConfirmServiceAddress,

    /// <summary>中止调查.</summary>
    SuspendCase,

    /// <summary>恢复调查.</summary>
    ResumeCase,

    /// <summary>更换承办人员.</summary>
    ReplaceOfficers,

    /// <summary>报告涉嫌犯罪.</summary>
    ReportSuspectedCrime,

    /// <summary>决定移送司法.</summary>
    DecideCrimeTransfer,

    /// <summary>移送案件.</summary>
    TransferCase,

    /// <summary>撤销案件.</summary>
    WithdrawCase,

    /// <summary>调查终结.</summary>
    ConcludeInvestigation,

    /// <summary>补充调查.</summary>
    ReopenInvestigation,

    /// <summary>处罚事先告知.</summary>
    TellPenalty,

    /// <summary>送达文书.</summary>
    ServeDocument,

    /// <summary>放弃陈述申辩.</summary>
    WaiveDefence,

    /// <summary>听取陈述申辩.</summary>
    HearDefence,

    /// <summary>复核陈述申辩.</summary>
    ReviewDefence,

    /// <summary>申请听证.</summary>
    RequestHearing,

    /// <summary>撤回听证申请.</summary>
    WithdrawHearingRequest,

    /// <summary>听证通知.</summary>
    NotifyHearing,

    /// <summary>举行听证.</summary>
    HoldHearing,

    /// <summary>听证报告.</summary>
    ReportHearing,

    /// <summary>判断法制审核情形.</summary>
    AssessReviewTriggers,

    /// <summary>送法制审核.</summary>
    SubmitForReview,

    /// <summary>受理法制审核.</summary>
    TakeReview,

    /// <summary>法制审核意见.</summary>
    GiveReviewOpinion,

    /// <summary>拟实施行为送法制审核.</summary>
    SubmitPlannedAct,

    /// <summary>受理拟实施行为的法制审核.</summary>
    TakePlannedReview,

    /// <summary>拟实施行为的法制审核意见.</summary>
    GivePlannedReviewOpinion,

    /// <summary>集体讨论.</summary>
    DiscussCollectively,

    /// <summary>拟定处理决定.</summary>
    ProposeDecision,

    /// <summary>作出处罚决定.</summary>
    Decide,

    /// <summary>作出不予处罚决定.</summary>
    DecideNoPenalty,

    /// <summary>教育当事人.</summary>
    Educate,

    /// <summary>守法承诺.</summary>
    CommitToLaw,

    /// <summary>申请延期或者分期缴款.</summary>
    ApplyForDeferral,

    /// <summary>决定延期或者分期缴款.</summary>
    DecideDeferral,

    /// <summary>决定加处罚款.</summary>
    DecideSurcharge,

    /// <summary>催告.</summary>
    CallToPerform,

    /// <summary>听取催告后的陈述申辩.</summary>
    HearCallDefence,

    /// <summary>决定代履行.</summary>
    DecideSubstitute,

    /// <summary>实施代履行.</summary>
    CarryOutSubstitute,

    /// <summary>立即代履行.</summary>
    RemoveAtOnce,

    /// <summary>强制拆除公告.</summary>
    AnnounceRemoval,

    /// <summary>决定强制执行.</summary>
    DecideExecution,

    /// <summary>实施强制执行.</summary>
    CarryOutExecution,

    /// <summary>申请法院强制执行.</summary>
    ApplyToCourt,

    /// <summary>登记法院环节.</summary>
    EnterCourtStep,

    /// <summary>中止执行.</summary>
    PauseExecution,

    /// <summary>恢复执行.</summary>
    ResumeExecution,

    /// <summary>终结执行.</summary>
    EndExecution,

    /// <summary>执行协议.</summary>
    AgreeOnExecution,

    /// <summary>登记复议诉讼.</summary>
    EnterRemedy,

    /// <summary>登记复议诉讼结果.</summary>
    EnterRemedyResult,

    /// <summary>确认决定无效.</summary>
    Invalidate,

    /// <summary>重新处理.</summary>
    Reopen,

    /// <summary>申请结案.</summary>
    ProposeClosing,

    /// <summary>批准结案.</summary>
    ApproveClosing,

    /// <summary>归档.</summary>
    Archive,
}
