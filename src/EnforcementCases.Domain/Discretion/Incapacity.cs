using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>No penalty for who cannot understand or control the act (不能辨认或者不能控制自己行为). 行政处罚法 第三十一条.</summary>
public static class Incapacity
{
    /// <summary>The party could not understand or control the act.</summary>
    public static readonly DomainError Incapable = new(
        "incapacity.incapable",
        "APL-31",
        ErrorKind.RuleBroken,
        "精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚，责令监护人严加看管和治疗",
        PenaltyLaw.At("第三十一条")
    );

    /// <summary>The state that counts: anything but sound needs an expert opinion or the guardian's evidence.</summary>
    public static MentalState StateOf(CapacityFacts capacity) =>
        string.IsNullOrWhiteSpace(capacity.Evidence) ? MentalState.Sound : capacity.State;
}
