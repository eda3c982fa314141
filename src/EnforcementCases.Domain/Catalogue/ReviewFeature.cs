namespace EnforcementCases.Domain.Catalogue;

/// <summary>A feature of a case that is sufficient for a row of the catalogue, whatever the amount.</summary>
public enum ReviewFeature
{
    /// <summary>经过听证程序，或者放弃听证.</summary>
    HearingHeldOrGivenUp,

    /// <summary>从轻处罚.</summary>
    Lenient,

    /// <summary>从重处罚.</summary>
    Aggravated,

    /// <summary>减轻处罚.</summary>
    Mitigated,

    /// <summary>偏离裁量权基准.</summary>
    DepartureFromBenchmark,

    /// <summary>疑难复杂.</summary>
    Complex,

    /// <summary>涉及重大公共利益.</summary>
    PublicInterest,

    /// <summary>当事人、利害关系人人数较多.</summary>
    ManyParties,

    /// <summary>撤销已作出的处罚、许可.</summary>
    RevokesEarlierDecision,

    /// <summary>已建成的违法搭建.</summary>
    FinishedStructure,

    /// <summary>拟处金额达到听证数额.</summary>
    HearingAmountReached,
}
