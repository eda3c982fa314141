namespace EnforcementCases.Domain.Penalties;

/// <summary>How a penalty was graded (裁量): 行政处罚法 第三十条 requires lenient or mitigated between 14 and 18.</summary>
public enum PenaltyGrade
{
    /// <summary>一般.</summary>
    Ordinary,

    /// <summary>从轻: inside the range.</summary>
    Lenient,

    /// <summary>减轻: below its minimum.</summary>
    Mitigated,

    /// <summary>从重.</summary>
    Aggravated,
}
