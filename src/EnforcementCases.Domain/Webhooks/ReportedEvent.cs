namespace EnforcementCases.Domain.Webhooks;

/// <summary>An event of a case that is reported to other systems (推送事件). The names are part of the contract with receivers and never change.</summary>
public enum ReportedEvent
{
    /// <summary>立案。</summary>
    [Term("立案")]
    CaseFiled,

    /// <summary>普通程序环节; the act is named in the event.</summary>
    [Term("普通程序环节")]
    ActDone,

    /// <summary>作出处罚决定。</summary>
    [Term("作出处罚决定")]
    PenaltyDecided,

    /// <summary>作出不予处罚决定。</summary>
    [Term("作出不予处罚决定")]
    NoPenaltyDecided,

    /// <summary>作出责令决定。</summary>
    [Term("作出责令决定")]
    OrderDecided,

    /// <summary>送达处罚决定。</summary>
    [Term("送达处罚决定")]
    DecisionServed,

    /// <summary>处罚决定被撤销或者确认无效。</summary>
    [Term("处罚决定被撤销或者确认无效")]
    DecisionFell,

    /// <summary>确认违法。</summary>
    [Term("处罚决定被确认违法")]
    DecisionFoundUnlawful,

    /// <summary>变更罚款数额。</summary>
    [Term("变更罚款数额")]
    FineChanged,

    /// <summary>缴款。</summary>
    [Term("缴款")]
    FinePaid,

    /// <summary>退款。</summary>
    [Term("退款")]
    FineRefunded,

    /// <summary>重新处理。</summary>
    [Term("重新处理")]
    CaseReopened,

    /// <summary>结案。</summary>
    [Term("结案")]
    CaseClosed,

    /// <summary>归档。</summary>
    [Term("归档")]
    CaseArchived,

    /// <summary>期限重新计算。</summary>
    [Term("期限重新计算")]
    DeadlineMoved,
}
