using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Comparison of old and new law (从旧兼从轻): the law at the offence applies, unless the new one is milder or no longer makes it an offence. 行政处罚法 第三十七条.</summary>
public static class ChoiceOfLaw
{
    /// <summary>The law that was applied is not the milder one.</summary>
    public static readonly DomainError MilderNotApplied = new(
        "choice-of-law.milder-not-applied",
        "APL-37",
        ErrorKind.RuleBroken,
        "新旧规定不同的，应当适用处罚较轻的规定",
        PenaltyLaw.At("第三十七条")
    );

    /// <summary>The new law no longer makes it an offence.</summary>
    public static readonly DomainError NoLongerABreach = new(
        "choice-of-law.no-longer-a-breach",
        "APL-37",
        ErrorKind.RuleBroken,
        "作出处罚决定时规定已经废止，不认为是违法的，不予处罚",
        PenaltyLaw.At("第三十七条")
    );

    /// <summary>The choice names a version that is neither that of the offence nor the present one.</summary>
    public static readonly DomainError ChosenVersionUnknown = new(
        "choice-of-law.version-unknown",
        "APL-37",
        ErrorKind.Unacceptable,
        "所选版本在行为时和决定时都不施行"
    );

    /// <summary>Compares the two and returns which applies.</summary>
    /// <param name="now">The law now; null if it was repealed.</param>
    /// <param name="chosen">The recorded choice; null if none was made.</param>
    /// <exception cref="DomainException"><see cref="ChosenVersionUnknown"/>.</exception>
    [StatutoryRule("APL-37")]
    public static LawFinding Find(Norm atOffence, Norm? now, ChosenLaw? chosen)
    {
        if (chosen is not null && chosen.Version != atOffence.Version && chosen.Version != now?.Version)
            throw ChosenVersionUnknown.With($"版本 {chosen.Version}");
        var changed = now?.VersionId != atOffence.VersionId;
        var milder = changed && now is not null ? Milder(atOffence, now) : null;
        var applied = chosen?.Version ?? milder?.Version ?? atOffence.Version;
        return new(SideOf(atOffence), now is null ? null : SideOf(now), changed, milder?.Version, applied, chosen);
    }

    /// <summary>The milder of two provisions: by the heaviest kind, then by the highest and the lowest fine; null if they are equally severe or measured differently.</summary>
    public static Norm? Milder(Norm one, Norm other)
    {
        if (one.Fine is { } a && other.Fine is { } b && a.Mode != b.Mode)
            return null;
        return Weight(one).CompareTo(Weight(other)) switch
        {
            < 0 => one,
            > 0 => other,
            0 => null,
        };
    }

    private static (int Heaviest, long Highest, long Lowest) Weight(Norm norm) =>
        (norm.Kinds.Count == 0 ? -1 : norm.Kinds.Max(k => k.DefaultWeight()), norm.Fine?.Highest ?? -1, norm.Fine?.Lowest ?? -1);

    private static LawSide SideOf(Norm norm) =>
        new(norm.VersionId, norm.Version, norm.Basis, norm.Kinds, norm.Fine?.Lowest, norm.Fine?.Highest);
}
