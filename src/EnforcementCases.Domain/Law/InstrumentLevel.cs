namespace EnforcementCases.Domain.Law;

/// <summary>Rank of the instrument that contains a rule (效力层级).</summary>
public enum InstrumentLevel
{
    /// <summary>法律.</summary>
    Law,

    /// <summary>行政法规.</summary>
    AdministrativeRegulation,

    /// <summary>地方性法规.</summary>
    LocalRegulation,

    /// <summary>部门规章.</summary>
    DepartmentalRule,

    /// <summary>地方政府规章.</summary>
    LocalGovernmentRule,

    /// <summary>规范性文件.</summary>
    NormativeDocument,

    /// <summary>行政处罚裁量权基准.</summary>
    DiscretionBenchmark,

    /// <summary>免罚清单.</summary>
    ExemptionList,
}

/// <summary>A figure set by another law instead of 行政处罚法 (法律另有规定的，从其规定): only a 法律 may set it.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Basis">The provision that sets it.</param>
/// <param name="Level">Rank of that instrument.</param>
public sealed record OtherwiseByLaw<T>(T Value, EnforcementCases.Domain.LegalBasis Basis, InstrumentLevel Level);
