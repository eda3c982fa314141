namespace EnforcementCases.Domain.Catalogue;

/// <summary>What a decision on execution makes the party perform (执行的义务).</summary>
public enum ExecutedDuty
{
    /// <summary>金钱给付.</summary>
    [Term("金钱给付")]
    Money,

    /// <summary>拆除、停止建设: of structures.</summary>
    [Term("拆除")]
    Structure,

    /// <summary>其他义务: to restore, to clear, to stop.</summary>
    [Term("其他义务")]
    Other,
}

/// <summary>A power to execute that a law gives the organ in a matter (法律规定的行政强制执行权). 行政强制法 第十三条.</summary>
/// <param name="Duty">What may be executed.</param>
/// <param name="Basis">The law and its article.</param>
public sealed record ExecutionGrant(ExecutedDuty Duty, LegalBasis Basis);
