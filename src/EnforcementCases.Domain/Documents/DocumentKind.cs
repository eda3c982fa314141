namespace EnforcementCases.Domain.Documents;

/// <summary>Kind of document, by its place in the catalogue of documents (文书目录).</summary>
/// <remarks>D02 is a ledger, exported as a sheet; D04 and D38 are papers of the treasury, registered by number and never made here.</remarks>
public enum DocumentKind
{
    /// <summary>D01 当场行政处罚决定书.</summary>
    [Term("当场行政处罚决定书")]
    OnTheSpotDecision,

    /// <summary>D03 责令改正通知书 (现场版), with a decision on the spot.</summary>
    [Term("责令改正通知书（现场）")]
    OnTheSpotCorrection,

    /// <summary>D05 收缴款项交接单.</summary>
    [Term("收缴款项交接单")]
    CashHandover,

    /// <summary>D37 缴款通知书.</summary>
    [Term("缴款通知书")]
    PaymentNotice,

    /// <summary>D20 责令(限期)改正通知书.</summary>
    [Term("责令（限期）改正通知书")]
    CorrectionOrder,

    /// <summary>D06 履行法定义务提示 (温馨提示).</summary>
    [Term("履行法定义务提示")]
    DutyReminder,

    /// <summary>D07 守法承诺书.</summary>
    [Term("守法承诺书")]
    ComplianceCommitment,

    /// <summary>D10 案件来源登记表.</summary>
    [Term("案件来源登记表")]
    CaseSource,

    /// <summary>D11 立案审批表.</summary>
    [Term("立案审批表")]
    FilingApproval,

    /// <summary>D12 现场检查（勘验）笔录.</summary>
    [Term("现场检查（勘验）笔录")]
    SceneRecord,

    /// <summary>D13 询问（调查）笔录.</summary>
    [Term("询问（调查）笔录")]
    InquiryRecord,

    /// <summary>D14 调取证据通知书 (证据提取).</summary>
    [Term("调取证据通知书")]
    EvidenceRequest,

    /// <summary>D15 抽样取证凭证.</summary>
    [Term("抽样取证凭证")]
    SamplingVoucher,

    /// <summary>D16 先行登记保存证据通知书, with its list.</summary>
    [Term("先行登记保存证据通知书")]
    PreservationNotice,

    /// <summary>D17 先行登记保存证据处理决定书.</summary>
    [Term("先行登记保存证据处理决定书")]
    PreservationHandling,

    /// <summary>D18 查封（扣押）决定书, with its list.</summary>
    [Term("查封（扣押）决定书")]
    SeizureDecision,

    /// <summary>D19 解除查封（扣押）决定书.</summary>
    [Term("解除查封（扣押）决定书")]
    SeizureLifting,

    /// <summary>D21 复查笔录.</summary>
    [Term("复查笔录")]
    RecheckRecord,

    /// <summary>D22 案件调查终结报告.</summary>
    [Term("案件调查终结报告")]
    InvestigationReport,

    /// <summary>D23 法制审核意见书.</summary>
    [Term("法制审核意见书")]
    LegalReviewOpinion,

    /// <summary>D24 行政处罚事先告知书.</summary>
    [Term("行政处罚事先告知书")]
    PriorNotice,

    /// <summary>D25 陈述申辩记录及复核意见.</summary>
    [Term("陈述申辩记录及复核意见")]
    DefenceRecord,

    /// <summary>D26 行政处罚听证告知书.</summary>
    [Term("行政处罚听证告知书")]
    HearingRightNotice,

    /// <summary>D27 行政处罚听证通知书.</summary>
    [Term("行政处罚听证通知书")]
    HearingNotice,

    /// <summary>D28 听证笔录.</summary>
    [Term("听证笔录")]
    HearingRecord,

    /// <summary>D29 听证报告.</summary>
    [Term("听证报告")]
    HearingReport,

    /// <summary>D30 案件集体讨论记录.</summary>
    [Term("案件集体讨论记录")]
    CollectiveDiscussion,

    /// <summary>D31 行政处罚决定审批表.</summary>
    [Term("行政处罚决定审批表")]
    DecisionApproval,

    /// <summary>D32 行政处罚决定书.</summary>
    [Term("行政处罚决定书")]
    PenaltyDecision,

    /// <summary>D33 不予行政处罚决定书.</summary>
    [Term("不予行政处罚决定书")]
    NoPenaltyDecision,

    /// <summary>D34 撤销案件审批表.</summary>
    [Term("撤销案件审批表")]
    WithdrawalApproval,

    /// <summary>D34 撤销案件决定书.</summary>
    [Term("撤销案件决定书")]
    WithdrawalDecision,

    /// <summary>D34 案件移送函.</summary>
    [Term("案件移送函")]
    TransferLetter,

    /// <summary>D35 送达回证.</summary>
    [Term("送达回证")]
    ServiceReceipt,

    /// <summary>D36 送达地址及电子送达确认书.</summary>
    [Term("送达地址及电子送达确认书")]
    ServiceConfirmation,

    /// <summary>D39 延期（分期）缴纳罚款申请书.</summary>
    [Term("延期（分期）缴纳罚款申请书")]
    DeferralApplication,

    /// <summary>D39 延期（分期）缴纳罚款审批表.</summary>
    [Term("延期（分期）缴纳罚款审批表")]
    DeferralApproval,

    /// <summary>D39 延期（分期）缴纳罚款决定书.</summary>
    [Term("延期（分期）缴纳罚款决定书")]
    DeferralDecision,

    /// <summary>D40 加处罚款决定书.</summary>
    [Term("加处罚款决定书")]
    SurchargeDecision,

    /// <summary>D41 催告书.</summary>
    [Term("履行行政处罚决定催告书")]
    CallToPerform,

    /// <summary>D42 行政强制执行决定书.</summary>
    [Term("行政强制执行决定书")]
    ExecutionDecision,

    /// <summary>D42 代履行决定书.</summary>
    [Term("代履行决定书")]
    SubstitutePerformance,

    /// <summary>D43 限期拆除公告 (强制拆除).</summary>
    [Term("限期拆除公告")]
    DemolitionAnnouncement,

    /// <summary>D44 行政强制执行申请书, to the court.</summary>
    [Term("行政强制执行申请书")]
    CourtApplication,

    /// <summary>D45 结案审批表 (结案报告).</summary>
    [Term("结案审批表")]
    ClosingApproval,

    /// <summary>D46 案卷封面.</summary>
    [Term("行政处罚案卷")]
    FileCover,

    /// <summary>D46 卷内目录.</summary>
    [Term("卷内目录")]
    FileContents,

    /// <summary>D46 备考表.</summary>
    [Term("备考表")]
    FileCheckSheet,

    /// <summary>D47 行政处罚决定公示信息.</summary>
    [Term("行政处罚决定公示信息")]
    PublicityInformation,

    /// <summary>D50 责令限期拆除决定书, and other decisions that consist of orders alone.</summary>
    [Term("责令限期拆除决定书")]
    OrderDecision,

    /// <summary>D48 撤销行政处罚决定书, by the organ itself.</summary>
    [Term("撤销行政处罚决定书")]
    RevocationDecision,

    /// <summary>D51 认领公告, to the owner of things that nobody collects.</summary>
    [Term("认领公告")]
    ClaimNotice,

    /// <summary>D52 财物处理决定书, with what the things fetched.</summary>
    [Term("财物处理决定书")]
    ThingsDisposal,

    /// <summary>D53 责令监护人管教通知书, addressed to the guardian.</summary>
    [Term("责令监护人管教通知书")]
    GuardianOrder,

    /// <summary>D49 补正决定书, for slips only.</summary>
    [Term("补正决定书")]
    CorrectionDecision,
}
