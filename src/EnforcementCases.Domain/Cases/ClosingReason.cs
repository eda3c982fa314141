namespace EnforcementCases.Domain.Cases;

/// <summary>Why a case was closed (结案方式).</summary>
public enum ClosingReason
{
    /// <summary>履行完毕.</summary>
    [Term("履行完毕")]
    Performed,

    /// <summary>决定撤销.</summary>
    [Term("决定撤销")]
    Revoked,

    /// <summary>不予处罚，教育和改正完成.</summary>
    [Term("不予处罚")]
    NoPenalty,

    /// <summary>撤销案件.</summary>
    [Term("撤销案件")]
    Withdrawn,

    /// <summary>移送.</summary>
    [Term("移送")]
    Transferred,

    /// <summary>法院强制执行完毕.</summary>
    [Term("法院强制执行完毕")]
    ExecutedByCourt,

    /// <summary>终结执行.</summary>
    [Term("终结执行")]
    ExecutionEnded,
}
