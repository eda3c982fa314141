using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>How far a lenient fine must be below the ordinary one; the law prints no measure, so the place decides.</summary>
public enum LighterPart
{
    /// <summary>Below the middle of the tier; the middle itself is not lower.</summary>
    BelowMiddle,

    /// <summary>In the lower half of the tier, the middle included.</summary>
    LowerHalf,
}

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

    /// <summary>Called lenient without a statutory ground.</summary>
    public static readonly DomainError LenientWithoutGround = new(
        "leniency.lenient-without-ground",
        "APL-32",
        ErrorKind.RuleBroken,
        "没有法定情形，不得记为从轻处罚",
        PenaltyLaw.At("第三十二条")
    );

    /// <summary>Called lenient, but the fine of a minor is not really lower.</summary>
    public static readonly DomainError NotLighterForMinor = new(
        "leniency.not-lighter-for-minor",
        "APL-30",
        ErrorKind.RuleBroken,
        "对未成年人从轻处罚的，罚款应当确实低于一般情形",
        PenaltyLaw.At("第三十条")
    );

    /// <summary>Called lenient, but the fine is not really lower.</summary>
    public static readonly DomainError NotLighter = new(
        "leniency.not-lighter",
        "APL-32",
        ErrorKind.RuleBroken,
        "从轻处罚的，罚款应当确实低于一般情形",
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

    /// <summary>The word of the place's parameter.</summary>
    public static LighterPart PartOf(string word) => word is "lowerHalf" ? LighterPart.LowerHalf : LighterPart.BelowMiddle;

    /// <summary>Whether a fine is really lower: below the middle of the tier, or in its lower half, as the place decides. In a range of one amount nothing is lower.</summary>
    /// <param name="range">The tier's range, else that of the law.</param>
    public static bool IsLighter(Money fine, FenRange range, LighterPart part)
    {
        var (twice, ends) = ((Int128)fine.Fen * 2, (Int128)range.LowestFen + range.HighestFen);
        return twice < ends || (twice == ends && part is LighterPart.LowerHalf && range.LowestFen < range.HighestFen);
    }

    /// <summary>The fines that are really lower, inside the law; null if there are none.</summary>
    /// <param name="statutory">The range of the law.</param>
    /// <param name="range">The tier's range, else that of the law.</param>
    public static FenRange? LighterRange(FenRange statutory, FenRange range, LighterPart part)
    {
        var middle = MiddleOf(range);
        var highest = IsLighter(middle, range, part) ? middle.Fen : middle.Fen - 1;
        return highest < statutory.LowestFen ? null : new(statutory.LowestFen, Math.Min(highest, statutory.HighestFen));
    }

    /// <summary>The middle of a range, rounded down to a fen.</summary>
    public static Money MiddleOf(FenRange range) => Money.OfFen((long)(((Int128)range.LowestFen + range.HighestFen) / 2));

    /// <summary>Range of a mitigated fine: below the statutory minimum; null if the law prints none.</summary>
    public static FenRange? Mitigated(FenRange statutory) => statutory.LowestFen > 1 ? new(1, statutory.LowestFen - 1) : null;
}
