namespace EnforcementCases.Domain.Cases;

/// <summary>An act of a case (办案环节).</summary>
public enum CaseAct
{
    /// <summary>当场作出处罚决定.</summary>
    [Term("当场处罚")]
    DecideOnTheSpot,

    /// <summary>报所属机关备案.</summary>
    [Term("报备案")]
    ReportBack,

    /// <summary>当场收缴罚款.</summary>
    [Term("当场收缴罚款")]
    CollectOnTheSpot,

    /// <summary>罚款到账.</summary>
    [Term("缴款到账")]
    ReceivePayment,

    /// <summary>收缴款交机关.</summary>
    [Term("收缴款交机关")]
    RemitToOrgan,

    /// <summary>机关缴付银行.</summary>
    [Term("机关缴付银行")]
    RemitToBank,

    /// <summary>复查改正情况.</summary>
    [Term("复查改正")]
    RecheckCorrection,

    /// <summary>补正记录错误.</summary>
    [Term("补正")]
    CorrectError,

    /// <summary>撤销处罚决定.</summary>
    [Term("撤销决定")]
    Revoke,

    /// <summary>退还罚款.</summary>
    [Term("退还罚款")]
    Refund,

    /// <summary>结案.</summary>
    [Term("结案")]
    Close,

    /// <summary>线索登记.</summary>
    [Term("线索登记")]
    RegisterClue,

    /// <summary>核实当事人.</summary>
    [Term("核实当事人")]
    IdentifyParty,

    /// <summary>不予立案.</summary>
    [Term("不予立案")]
    DeclineToFile,

    /// <summary>申请立案.</summary>
    [Term("申请立案")]
    ProposeFiling,

    /// <summary>审批意见.</summary>
    [Term("审批意见")]
    EndorsePaper,

    /// <summary>批准立案.</summary>
    [Term("批准立案")]
    FileCase,

    /// <summary>现场检查.</summary>
    [Term("现场检查")]
    RecordScene,

    /// <summary>询问.</summary>
    [Term("询问")]
    RecordInquiry,

    /// <summary>收集证据.</summary>
    [Term("收集证据")]
    CollectEvidence,

    /// <summary>核实证据.</summary>
    [Term("核实证据")]
    VerifyEvidence,

    /// <summary>排除证据.</summary>
    [Term("排除证据")]
    ExcludeEvidence,

    /// <summary>抽样取证.</summary>
    [Term("抽样取证")]
    TakeSample,

    /// <summary>批准先行登记保存.</summary>
    [Term("批准先行登记保存")]
    ApprovePreservation,

    /// <summary>先行登记保存.</summary>
    [Term("先行登记保存")]
    PreserveEvidence,

    /// <summary>处理登记保存物品.</summary>
    [Term("处理登记保存物品")]
    DisposePreserved,

    /// <summary>批准查封扣押.</summary>
    [Term("批准查封扣押")]
    ApproveSealing,

    /// <summary>查封扣押.</summary>
    [Term("查封扣押")]
    SealProperty,

    /// <summary>延长查封扣押.</summary>
    [Term("延长查封扣押")]
    ExtendSealing,

    /// <summary>解除查封扣押.</summary>
    [Term("解除查封扣押")]
    LiftSealing,

    /// <summary>Asks the owner of things that nobody collects to claim them (公告认领).</summary>
    [Term("公告认领")]
    AnnounceThings,

    /// <summary>The head approves what is done with things that do not keep or that nobody claimed (批准处理财物).</summary>
    [Term("批准处理财物")]
    ApproveDisposal,

    /// <summary>Sells, auctions, destroys or hands over such things (处理财物).</summary>
    [Term("处理财物")]
    DisposeOfThings,

    /// <summary>责令限期改正.</summary>
    [Term("责令限期改正")]
    OrderToCorrect,

    /// <summary>引用先前的责令改正.</summary>
    [Term("引用先前的责令改正")]
    RelyOnOrder,

    /// <summary>复查责令改正.</summary>
    [Term("复查责令改正")]
    RecheckOrder,

    /// <summary>申请回避.</summary>
    [Term("申请回避")]
    RequestRecusal,

    /// <summary>决定回避.</summary>
    [Term("决定回避")]
    DecideRecusal,

    /// <summary>确认送达地址.</summary>
    [Term("确认送达地址")]
    ConfirmServiceAddress,

    /// <summary>中止调查.</summary>
    [Term("中止调查")]
    SuspendCase,

    /// <summary>恢复调查.</summary>
    [Term("恢复调查")]
    ResumeCase,

    /// <summary>更换承办人员.</summary>
    [Term("更换承办人员")]
    ReplaceOfficers,

    /// <summary>报告涉嫌犯罪.</summary>
    [Term("报告涉嫌犯罪")]
    ReportSuspectedCrime,

    /// <summary>决定移送司法.</summary>
    [Term("决定移送司法")]
    DecideCrimeTransfer,

    /// <summary>移送案件.</summary>
    [Term("移送案件")]
    TransferCase,

    /// <summary>撤销案件.</summary>
    [Term("撤销案件")]
    WithdrawCase,

    /// <summary>调查终结.</summary>
    [Term("调查终结")]
    ConcludeInvestigation,

    /// <summary>补充调查.</summary>
    [Term("补充调查")]
    ReopenInvestigation,

    /// <summary>处罚事先告知.</summary>
    [Term("处罚事先告知")]
    TellPenalty,

    /// <summary>送达文书.</summary>
    [Term("送达文书")]
    ServeDocument,

    /// <summary>放弃陈述申辩.</summary>
    [Term("放弃陈述申辩")]
    WaiveDefence,

    /// <summary>听取陈述申辩.</summary>
    [Term("听取陈述申辩")]
    HearDefence,

    /// <summary>复核陈述申辩.</summary>
    [Term("复核陈述申辩")]
    ReviewDefence,

    /// <summary>申请听证.</summary>
    [Term("申请听证")]
    RequestHearing,

    /// <summary>撤回听证申请.</summary>
    [Term("撤回听证申请")]
    WithdrawHearingRequest,

    /// <summary>听证通知.</summary>
    [Term("听证通知")]
    NotifyHearing,

    /// <summary>举行听证.</summary>
    [Term("举行听证")]
    HoldHearing,

    /// <summary>听证报告.</summary>
    [Term("听证报告")]
    ReportHearing,

    /// <summary>判断法制审核情形.</summary>
    [Term("判断法制审核情形")]
    AssessReviewTriggers,

    /// <summary>送法制审核.</summary>
    [Term("送法制审核")]
    SubmitForReview,

    /// <summary>受理法制审核.</summary>
    [Term("受理法制审核")]
    TakeReview,

    /// <summary>法制审核意见.</summary>
    [Term("法制审核意见")]
    GiveReviewOpinion,

    /// <summary>对审核意见提出异议.</summary>
    [Term("对审核意见提出异议")]
    ObjectToReview,

    /// <summary>决定对审核意见的异议.</summary>
    [Term("决定对审核意见的异议")]
    DecideObjection,

    /// <summary>拟实施行为送法制审核.</summary>
    [Term("拟实施行为送法制审核")]
    SubmitPlannedAct,

    /// <summary>受理拟实施行为的法制审核.</summary>
    [Term("受理拟实施行为的法制审核")]
    TakePlannedReview,

    /// <summary>拟实施行为的法制审核意见.</summary>
    [Term("拟实施行为的法制审核意见")]
    GivePlannedReviewOpinion,

    /// <summary>集体讨论.</summary>
    [Term("集体讨论")]
    DiscussCollectively,

    /// <summary>拟定处理决定.</summary>
    [Term("拟定处理决定")]
    ProposeDecision,

    /// <summary>作出处罚决定.</summary>
    [Term("作出处罚决定")]
    Decide,

    /// <summary>作出不予处罚决定.</summary>
    [Term("作出不予处罚决定")]
    DecideNoPenalty,

    /// <summary>教育当事人.</summary>
    [Term("教育当事人")]
    Educate,

    /// <summary>守法承诺.</summary>
    [Term("守法承诺")]
    CommitToLaw,

    /// <summary>申请延期或者分期缴款.</summary>
    [Term("申请延期或者分期缴款")]
    ApplyForDeferral,

    /// <summary>决定延期或者分期缴款.</summary>
    [Term("决定延期或者分期缴款")]
    DecideDeferral,

    /// <summary>决定加处罚款.</summary>
    [Term("决定加处罚款")]
    DecideSurcharge,

    /// <summary>催告.</summary>
    [Term("催告")]
    CallToPerform,

    /// <summary>听取催告后的陈述申辩.</summary>
    [Term("听取催告后的陈述申辩")]
    HearCallDefence,

    /// <summary>决定代履行.</summary>
    [Term("决定代履行")]
    DecideSubstitute,

    /// <summary>实施代履行.</summary>
    [Term("实施代履行")]
    CarryOutSubstitute,

    /// <summary>立即代履行.</summary>
    [Term("立即代履行")]
    RemoveAtOnce,

    /// <summary>强制拆除公告.</summary>
    [Term("强制拆除公告")]
    AnnounceRemoval,

    /// <summary>决定强制执行.</summary>
    [Term("决定强制执行")]
    DecideExecution,

    /// <summary>实施强制执行.</summary>
    [Term("实施强制执行")]
    CarryOutExecution,

    /// <summary>申请法院强制执行.</summary>
    [Term("申请法院强制执行")]
    ApplyToCourt,

    /// <summary>登记法院环节.</summary>
    [Term("登记法院环节")]
    EnterCourtStep,

    /// <summary>中止执行.</summary>
    [Term("中止执行")]
    PauseExecution,

    /// <summary>恢复执行.</summary>
    [Term("恢复执行")]
    ResumeExecution,

    /// <summary>终结执行.</summary>
    [Term("终结执行")]
    EndExecution,

    /// <summary>执行协议.</summary>
    [Term("执行协议")]
    AgreeOnExecution,

    /// <summary>登记履行情况.</summary>
    [Term("登记履行情况")]
    RecordPerformance,

    /// <summary>登记复议诉讼.</summary>
    [Term("登记复议诉讼")]
    EnterRemedy,

    /// <summary>登记复议诉讼结果.</summary>
    [Term("登记复议诉讼结果")]
    EnterRemedyResult,

    /// <summary>登记上诉.</summary>
    [Term("登记上诉")]
    EnterAppeal,

    /// <summary>确认复议诉讼结果.</summary>
    [Term("确认复议诉讼结果")]
    ConfirmRemedyResult,

    /// <summary>确认决定无效.</summary>
    [Term("确认决定无效")]
    Invalidate,

    /// <summary>重新处理.</summary>
    [Term("重新处理")]
    Reopen,

    /// <summary>申请结案.</summary>
    [Term("申请结案")]
    ProposeClosing,

    /// <summary>批准结案.</summary>
    [Term("批准结案")]
    ApproveClosing,

    /// <summary>归档.</summary>
    [Term("归档")]
    Archive,

    /// <summary>核实监护人.</summary>
    [Term("核实监护人")]
    IdentifyGuardian,

    /// <summary>登记刑事处理结果.</summary>
    [Term("登记刑事处理结果")]
    EnterCriminalResult,

    /// <summary>恢复办理退回案件.</summary>
    [Term("恢复办理退回案件")]
    ResumeAfterCrime,

    /// <summary>变更当事人.</summary>
    [Term("变更当事人")]
    ChangeParty,

    /// <summary>变更案由.</summary>
    [Term("变更案由")]
    ChangeMatter,

    /// <summary>共同违法并案办理.</summary>
    [Term("共同违法并案办理")]
    JoinTrack,
}
