namespace EnforcementCases.Domain.Cases.Work;

/// <summary>Kind of work that waits for somebody (待办事项).</summary>
public enum WorkKind
{
    /// <summary>办理立案: identify the party, apply for the filing.</summary>
    [Term("办理立案")]
    Filing,

    /// <summary>审批意见: an opinion on a paper on its way to the head.</summary>
    [Term("审批意见")]
    Endorsement,

    /// <summary>批准立案.</summary>
    [Term("批准立案")]
    FilingApproval,

    /// <summary>调查取证.</summary>
    [Term("调查取证")]
    Investigation,

    /// <summary>恢复调查: the investigation is suspended.</summary>
    [Term("恢复调查")]
    Suspended,

    /// <summary>决定回避.</summary>
    [Term("决定回避")]
    Recusal,

    /// <summary>移送司法.</summary>
    [Term("移送司法")]
    CrimeTransfer,

    /// <summary>补办查封扣押批准.</summary>
    [Term("补办查封扣押批准")]
    MeasureApproval,

    /// <summary>处理登记保存、查封扣押的财物.</summary>
    [Term("处理登记保存、查封扣押的财物")]
    ThingsTaken,

    /// <summary>拟定处理决定.</summary>
    [Term("拟定处理决定")]
    Proposal,

    /// <summary>处罚事先告知.</summary>
    [Term("处罚事先告知")]
    Notice,

    /// <summary>送达文书.</summary>
    [Term("送达文书")]
    Service,

    /// <summary>复核陈述申辩.</summary>
    [Term("复核陈述申辩")]
    Defence,

    /// <summary>组织听证: call it.</summary>
    [Term("组织听证")]
    HearingCall,

    /// <summary>举行听证: hold it, report on it.</summary>
    [Term("举行听证")]
    Hearing,

    /// <summary>送法制审核.</summary>
    [Term("送法制审核")]
    ReviewSubmission,

    /// <summary>法制审核.</summary>
    [Term("法制审核")]
    LegalReview,

    /// <summary>决定对审核意见的异议.</summary>
    [Term("决定对审核意见的异议")]
    Objection,

    /// <summary>集体讨论.</summary>
    [Term("集体讨论")]
    Discussion,

    /// <summary>签发处理决定.</summary>
    [Term("签发处理决定")]
    Decision,

    /// <summary>报备案.</summary>
    [Term("报备案")]
    ReportBack,

    /// <summary>复查改正.</summary>
    [Term("复查改正")]
    Recheck,

    /// <summary>教育当事人.</summary>
    [Term("教育当事人")]
    Education,

    /// <summary>决定延期或者分期缴款.</summary>
    [Term("决定延期或者分期缴款")]
    Deferral,

    /// <summary>催缴罚款: the last day to pay is over.</summary>
    [Term("催缴罚款")]
    PaymentChase,

    /// <summary>申请法院强制执行.</summary>
    [Term("申请法院强制执行")]
    CourtApplication,

    /// <summary>缴付收缴款.</summary>
    [Term("缴付收缴款")]
    Remittance,

    /// <summary>退还罚款.</summary>
    [Term("退还罚款")]
    Refund,

    /// <summary>批准退还多缴款: money that was not owed waits for the approval of its refund.</summary>
    [Term("批准退还多缴款")]
    NotOwedApproval,

    /// <summary>退还多缴款: the refund of money that was not owed is approved.</summary>
    [Term("退还多缴款")]
    NotOwedRefund,

    /// <summary>通知补缴: less was paid than is owed.</summary>
    [Term("通知补缴")]
    Underpaid,

    /// <summary>确认复议诉讼结果.</summary>
    [Term("确认复议诉讼结果")]
    RemedyResult,

    /// <summary>办理结案.</summary>
    [Term("办理结案")]
    Closing,

    /// <summary>批准结案.</summary>
    [Term("批准结案")]
    ClosingApproval,

    /// <summary>归档.</summary>
    [Term("归档")]
    Archiving,
}
