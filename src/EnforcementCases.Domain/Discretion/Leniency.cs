using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Lighter and mitigated penalties (从轻、减轻). Lenient stays in the statutory range; mitigated goes below its minimum and is flagged for review. 行政处罚法 第三十二条.</summary>
public static class Leniency
{
    /// <summary>A ground of article 32 is proved, but the penalty is neither lenient nor mitigated.</summary>
    public static readonly DomainError Missing = new(
        "leniency.missing",
        "APL-32",
        ErrorKind.RuleBroken,
        "具有法定从轻、减轻情形的，应当从轻或者减轻行政处罚",
        PenaltyLaw.At("第三十二条")
    );

    /// <summary>Mitigated without a statutory ground.</summary>
    public static readonly DomainError MitigatedWithoutGround = new(
        "leniency.mitigated-without-ground",
        "APL-32",
        ErrorKind.RuleBroken,
        "没有法定情形，不得在法定最低限以下减轻处罚",
        PenaltyLaw.At("第三十二条")
    );

    /// <summary>Called mitigated, but not below the minimum.</summary>
    public static readonly DomainError NotBelowMinimum = new(
        "leniency.not-below-minimum",
        "APL-32",
        ErrorKind.RuleBroken,
        "减轻处罚应当低于法定最低限；在法定幅度以内的是从轻",
        PenaltyLaw.At("第三十二条")
    );

    /// <summary>Mitigated without legal review.</summary>
    public static readonly DomainError MitigatedUnreviewed = new(
        "leniency.mitigated-unreviewed",
        "APL-32",
        ErrorKind.RuleBroken,
        "减轻处罚应当经过法制审核",
        PenaltyLaw.At("第三十二条")
    );

    /// <summary>Mitigated without collective discussion.</summary>
    public static readonly DomainError MitigatedUndiscussed = new(
        "leniency.mitigated-undiscussed",
        "APL-32",
        ErrorKind.RuleBroken,
        "减轻处罚应当由机关负责人集体讨论决定",
        PenaltyLaw.At("第三十二条")
    );

    /// <summary>The grounds that count: those with evidence.</summary>
    [StatutoryRule("APL-32")]
    public static IReadOnlyList<LeniencyClaim> Proved(IEnumerable<LeniencyClaim> claims) =>
        [.. claims.Where(c => !string.IsNullOrWhiteSpace(c.Evidence))];

    /// <summary>Range of a lenient fine: from the statutory minimum to the upper end of the tier, else of the law.</summary>
    public static FenRange Lenient(FenRange statutory, FenRange? tier) =>
        new(statutory.LowestFen, Math.Min(statutory.HighestFen, tier?.HighestFen ?? statutory.HighestFen));

    /// <summary>Range of a mitigated fine: below the statutory minimum; null if the law prints none.</summary>
    public static FenRange? Mitigated(FenRange statutory) => statutory.LowestFen > 1 ? new(1, statutory.LowestFen - 1) : null;
}
