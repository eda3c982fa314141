namespace EnforcementCases.Domain.Documents;

/// <summary>Kind of document, by its place in the catalogue of documents (文书目录).</summary>
/// <remarks>D02 is a ledger, exported as a sheet; D04 and D38 are papers of the treasury, registered by number and never made here.</remarks>
public enum DocumentKind
{
    /// <summary>D01 当场行政处罚决定书.</summary>
    OnTheSpotDecision,

    /// <summary>D03 责令改正通知书 (现场版), with a decision on the spot.</summary>
    OnTheSpotCorrection,

    /// <summary>D05 收缴款项交接单.</summary>
    CashHandover,

    /// <summary>D37 缴款通知书.</summary>
    PaymentNotice,

    /// <summary>D20 责令(限期)改正通知书.</summary>
    CorrectionOrder,

    /// <summary>D06 履行法定义务提示 (温馨提示).</summary>
    DutyReminder,

    /// <summary>D07 守法承诺书.</summary>
    ComplianceCommitment,

    /// <summary>D10 案件来源登记表.</summary>
    CaseSource,

    /// <summary>D11 立案审批表.</summary>
    FilingApproval,

    /// <summary>D12 现场检查（勘验）笔录.</summary>
    SceneRecord,

    /// <summary>D13 询问（调查）笔录.</summary>
    InquiryRecord,

    /// <summary>D14 调取证据通知书 (证据提取).</summary>
    EvidenceRequest,

    /// <summary>D15 抽样取证凭证.</summary>
    SamplingVoucher,

    /// <summary>D16 先行登记保存证据通知书, with its list.</summary>
    PreservationNotice,

    /// <summary>D17 先行登记保存证据处理决定书.</summary>
    PreservationHandling,

    /// <summary>D18 查封（扣押）决定书, with its list.</summary>
    SeizureDecision,

    /// <summary>D19 解除查封（扣押）决定书.</summary>
    SeizureLifting,

    /// <summary>D21 复查笔录.</summary>
    RecheckRecord,

    /// <summary>D22 案件调查终结报告.</summary>
    InvestigationReport,

    /// <summary>D23 法制审核意见书.</summary>
    LegalReviewOpinion,

    /// <summary>D24 行政处罚事先告知书.</summary>
    PriorNotice,

    /// <summary>D25 陈述申辩记录及复核意见.</summary>
    DefenceRecord,

    /// <summary>D26 行政处罚听证告知书.</summary>
    HearingRightNotice,

    /// <summary>D27 行政处罚听证通知书.</summary>
    HearingNotice,

    /// <summary>D28 听证笔录.</summary>
    HearingRecord,

    /// <summary>D29 听证报告.</summary>
    HearingReport,

    /// <summary>D30 案件集体讨论记录.</summary>
    CollectiveDiscussion,

    /// <summary>D31 行政处罚决定审批表.</summary>
    DecisionApproval,

    /// <summary>D32 行政处罚决定书.</summary>
    PenaltyDecision,

    /// <summary>D33 不予行政处罚决定书.</summary>
    NoPenaltyDecision,

    /// <summary>D34 撤销案件审批表.</summary>
    WithdrawalApproval,

    /// <summary>D34 撤销案件决定书.</summary>
    WithdrawalDecision,

    /// <summary>D34 案件移送函.</summary>
    TransferLetter,

    /// <summary>D35 送达回证.</summary>
    ServiceReceipt,

    /// <summary>D36 送达地址及电子送达确认书.</summary>
    ServiceConfirmation,

    /// <summary>D39 延期（分期）缴纳罚款申请书.</summary>
    DeferralApplication,

    /// <summary>D39 延期（分期）缴纳罚款审批表.</summary>
    DeferralApproval,

    /// <summary>D39 延期（分期）缴纳罚款决定书.</summary>
    DeferralDecision,

    /// <summary>D40 加处罚款决定书.</summary>
    SurchargeDecision,

    /// <summary>D41 催告书.</summary>
    CallToPerform,

    /// <summary>D42 行政强制执行决定书.</summary>
    ExecutionDecision,

    /// <summary>D42 代履行决定书.</summary>
    SubstitutePerformance,

    /// <summary>D43 限期拆除公告 (强制拆除).</summary>
    DemolitionAnnouncement,

    /// <summary>D44 行政强制执行申请书, to the court.</summary>
    CourtApplication,

    /// <summary>D45 结案审批表 (结案报告).</summary>
    ClosingApproval,

    /// <summary>D46 案卷封面.</summary>
    FileCover,

    /// <summary>D46 卷内目录.</summary>
    FileContents,

    /// <summary>D46 备考表.</summary>
    FileCheckSheet,

    /// <summary>D47 行政处罚决定公示信息.</summary>
    PublicityInformation,
}
