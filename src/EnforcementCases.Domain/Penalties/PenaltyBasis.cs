using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>What a penalty may be based on (处罚依据) and how high it may be. 行政处罚法 第十六条、第三十七条.</summary>
public static class PenaltyBasis
{
    /// <summary>The basis is neither law, regulation nor rule.</summary>
    public static readonly DomainError NotLawRegulationOrRule = new(
        "penalty-basis.not-law-regulation-or-rule",
        "APL-16",
        ErrorKind.RuleBroken,
        "除法律、法规、规章外，其他规范性文件不得设定行政处罚",
        PenaltyLaw.At("第十六条")
    );

    /// <summary>The rule changed between offence and decision, and no choice was made.</summary>
    public static readonly DomainError ChoiceOfLawMissing = new(
        "penalty-basis.choice-of-law-missing",
        "APL-37",
        ErrorKind.RuleBroken,
        "行为后规定已修改或者废止，应当记明适用旧规定还是处罚较轻的新规定",
        PenaltyLaw.At("第三十七条")
    );

    /// <summary>Outside what the provision allows for this party.</summary>
    public static readonly DomainError OutsideStatutoryRange = new(
        "penalty-basis.outside-statutory-range",
        "APL-34",
        ErrorKind.RuleBroken,
        "罚款数额超出法定幅度",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>The decision contains no reasons for its amount.</summary>
    public static readonly DomainError ReasonsMissing = new(
        "penalty-basis.reasons-missing",
        "APL-5",
        ErrorKind.RuleBroken,
        "处罚应当与违法行为的事实、性质、情节以及社会危害程度相当，并写明裁量理由",
        PenaltyLaw.At("第五条第二款")
    );

    /// <summary>Refuses a benchmark, an exemption list or any other document as the basis of a penalty.</summary>
    /// <exception cref="DomainException"><see cref="NotLawRegulationOrRule"/>.</exception>
    public static void EnsureMaySetPenalties(InstrumentLevel level)
    {
        if (level is InstrumentLevel.NormativeDocument or InstrumentLevel.DiscretionBenchmark or InstrumentLevel.ExemptionList)
            throw NotLawRegulationOrRule.With("处罚依据应当是法律、法规或者规章");
    }
}
