using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>When no penalty may be given (不予行政处罚). 行政处罚法 第三十三条.</summary>
public static class NoPenalty
{
    /// <summary>Slight, corrected in time, no harm: not punishing is a duty.</summary>
    public static readonly DomainError SlightCorrectedHarmless = new(
        "no-penalty.slight-corrected-harmless",
        "APL-33-1a",
        ErrorKind.RuleBroken,
        "违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚",
        PenaltyLaw.At("第三十三条第一款")
    );
}
