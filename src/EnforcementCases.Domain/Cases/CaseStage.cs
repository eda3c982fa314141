namespace EnforcementCases.Domain.Cases;

/// <summary>Stage of a case (案件阶段).</summary>
public enum CaseStage
{
    /// <summary>Nothing decided yet (未决定).</summary>
    Open,

    /// <summary>线索已登记.</summary>
    Registered,

    /// <summary>立案调查.</summary>
    Investigating,

    /// <summary>调查终结.</summary>
    Concluded,

    /// <summary>处罚事先告知已送达.</summary>
    Told,

    /// <summary>已决定.</summary>
    Decided,

    /// <summary>决定已送达.</summary>
    Served,

    /// <summary>Ended without a penalty and not closed yet (不予处罚、移送、撤销案件).</summary>
    Ended,

    /// <summary>决定已撤销.</summary>
    Revoked,

    /// <summary>不予立案.</summary>
    NotFiled,

    /// <summary>已结案.</summary>
    Closed,

    /// <summary>已归档.</summary>
    Archived,
}
