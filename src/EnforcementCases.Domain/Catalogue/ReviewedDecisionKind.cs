namespace EnforcementCases.Domain.Catalogue;

/// <summary>What kind of decision a row is about (决定类型).</summary>
public enum ReviewedDecisionKind
{
    /// <summary>行政处罚.</summary>
    Penalty,

    /// <summary>行政命令.</summary>
    Order,

    /// <summary>行政强制措施.</summary>
    CoerciveMeasure,

    /// <summary>行政强制执行.</summary>
    CoerciveExecution,

    /// <summary>移送.</summary>
    Transfer,

    /// <summary>不予处罚.</summary>
    NoPenalty,

    /// <summary>申请人民法院强制执行.</summary>
    CourtApplication,
}
