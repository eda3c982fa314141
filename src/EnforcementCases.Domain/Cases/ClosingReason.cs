namespace EnforcementCases.Domain.Cases;

/// <summary>Why a case was closed (结案方式).</summary>
public enum ClosingReason
{
    /// <summary>履行完毕.</summary>
    Performed,

    /// <summary>决定撤销.</summary>
    Revoked,

    /// <summary>不予处罚，教育和改正完成.</summary>
    NoPenalty,

    /// <summary>撤销案件.</summary>
    Withdrawn,

    /// <summary>移送.</summary>
    Transferred,

    /// <summary>法院强制执行完毕.</summary>
    ExecutedByCourt,

    /// <summary>终结执行.</summary>
    ExecutionEnded,
}
