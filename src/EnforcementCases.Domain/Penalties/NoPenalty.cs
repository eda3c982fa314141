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

    /// <summary>Refuses a penalty if all three conditions are met.</summary>
    /// <exception cref="DomainException"><see cref="SlightCorrectedHarmless"/>.</exception>
    public static void EnsurePenaltyPossible(bool slight, bool correctedInTime, bool noHarm)
    {
        if (slight && correctedInTime && noHarm)
            throw SlightCorrectedHarmless.With("三项条件均已确认", "不予处罚，对当事人进行教育并记录");
    }
}
