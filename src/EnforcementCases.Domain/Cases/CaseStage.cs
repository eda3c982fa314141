namespace EnforcementCases.Domain.Cases;

/// <summary>Stage of a case (案件阶段).</summary>
public enum CaseStage
{
    /// <summary>Nothing decided yet (未决定).</summary>
    [Term("未决定")]
    Open,

    /// <summary>线索已登记.</summary>
    [Term("线索登记")]
    Registered,

    /// <summary>立案调查.</summary>
    [Term("立案调查")]
    Investigating,

    /// <summary>调查终结.</summary>
    [Term("调查终结")]
    Concluded,

    /// <summary>处罚事先告知已送达.</summary>
    [Term("已告知")]
    Told,

    /// <summary>已决定.</summary>
    [Term("已决定")]
    Decided,

    /// <summary>决定已送达.</summary>
    [Term("已送达")]
    Served,

    /// <summary>Ended without a penalty and not closed yet (不予处罚、移送、撤销案件).</summary>
    [Term("程序终结")]
    Ended,

    /// <summary>决定已撤销.</summary>
    [Term("已撤销")]
    Revoked,

    /// <summary>不予立案.</summary>
    [Term("不予立案")]
    NotFiled,

    /// <summary>已结案.</summary>
    [Term("已结案")]
    Closed,

    /// <summary>已归档.</summary>
    [Term("已归档")]
    Archived,
}
