namespace EnforcementCases.Domain.Penalties;

/// <summary>How a penalty is graded (裁量). 行政处罚法 第三十条 requires a lenient or mitigated penalty for persons of at least 14 and under 18 years.</summary>
public enum PenaltyGrade
{
    /// <summary>一般.</summary>
    Ordinary,

    /// <summary>从轻: inside the statutory range.</summary>
    Lenient,

    /// <summary>减轻: below the statutory minimum.</summary>
    Mitigated,

    /// <summary>从重: inside the statutory range.</summary>
    Aggravated,
}
