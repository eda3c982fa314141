using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Which tier of a benchmark the facts lead to (裁量阶次的适用), and what a departure from it requires. 行政处罚法 第三十四条.</summary>
public static class BenchmarkChoice
{
    /// <summary>A tier was confirmed that the benchmark does not contain.</summary>
    public static readonly DomainError NoSuchTier = new("benchmark.no-such-tier", "APL-34", ErrorKind.Unacceptable, "裁量权基准没有该阶次");

    /// <summary>Outside the benchmark, without written reasons.</summary>
    public static readonly DomainError DepartureUnreasoned = new(
        "benchmark.departure-unreasoned",
        "APL-34",
        ErrorKind.RuleBroken,
        "不按照裁量权基准处罚的，应当书面说明理由",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>Outside the benchmark, and not passed by legal review.</summary>
    public static readonly DomainError DepartureUnreviewed = new(
        "benchmark.departure-unreviewed",
        "APL-34",
        ErrorKind.RuleBroken,
        "不按照裁量权基准处罚的，应当经过法制审核",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>Outside the benchmark, and not discussed by the leaders of the organ.</summary>
    public static readonly DomainError DepartureUndiscussed = new(
        "benchmark.departure-undiscussed",
        "APL-34",
        ErrorKind.RuleBroken,
        "不按照裁量权基准处罚的，应当由机关负责人集体讨论决定",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>Names of the tier that applies by default, when no special circumstance was found.</summary>
    private static readonly string[] OrdinaryLevels = ["一般", "首次"];

    /// <summary>Why a benchmark does not bind; null if it does.</summary>
    public static string? ReasonNotBinding(BenchmarkUsed? benchmark, FineSide side, FineProvision? provision)
    {
        if (benchmark is null)
            return "该案由没有裁量权基准";
        if (!benchmark.Binding)
        {
            return benchmark.Source is BenchmarkSource.Illustrative
                ? "示意数据，不是公布的基准"
                : $"{benchmark.Issuer ?? "外地"}的基准，在本市没有约束力";
        }
        var faults = BenchmarkPublishing.FaultsOf(benchmark.Tiers, side, provision);
        return faults.Count == 0 ? null : $"基准与现适用的法定幅度不符：{faults[0].Detail}";
    }

    /// <summary>The gravest tier whose circumstance was found, by an officer or by the system; the ordinary tier if none was found.</summary>
    /// <remarks>One more circumstance, one more occurrence or a refusal can only lead to the same tier or a graver one than those found before.</remarks>
    /// <param name="within">Only tiers inside this range of the provision, for a circumstance that the officer named; null for all.</param>
    /// <exception cref="DomainException"><see cref="NoSuchTier"/>.</exception>
    [StatutoryRule("APL-34")]
    public static BenchmarkTier? TierFor(
        IReadOnlyList<BenchmarkTier> tiers,
        FineSide side,
        AssessmentFacts facts,
        PartyHistory history,
        TierFine? within = null
    )
    {
        foreach (var order in facts.ConfirmedTiers.Where(o => tiers.All(t => t.Order != o)))
            throw NoSuchTier.With($"第 {order} 档");
        var open = tiers.Where(t => within is null || IsWithin(t.FineFor(side), within)).OrderBy(t => t.Order).ToList();
        var occurrence = history.EarlierOfSameViolation + 1;
        return open.LastOrDefault(t => facts.ConfirmedTiers.Contains(t.Order) || Holds(t, facts, occurrence))
            ?? open.Find(t => OrdinaryLevels.Contains(t.Level, StringComparer.Ordinal))
            ?? open.Find(t => t.FineFor(side) is not null)
            ?? open.FirstOrDefault();
    }

    /// <summary>Name of the range of the provision that a tier lies in; null for the one printed first.</summary>
    public static string? CircumstanceOf(TierFine? fine, FineProvision provision) =>
        fine is null || IsWithin(fine, new(provision.Lowest, provision.Highest))
            ? null
            : provision.Variants?.FirstOrDefault(v => IsWithin(fine, new(v.Lowest, v.Highest)))?.Name;

    /// <summary>Whether the lower end of a tier belongs to the tier before.</summary>
    public static bool IsLowestExcluded(IReadOnlyList<BenchmarkTier> tiers, BenchmarkTier tier, FineSide side) =>
        tier.FineFor(side) is { } fine
        && fine.Highest > fine.Lowest
        && tiers.Any(t => t.Order < tier.Order && t.FineFor(side) is { } before && before.Highest == fine.Lowest);

    private static bool Holds(BenchmarkTier tier, AssessmentFacts facts, int occurrence) =>
        tier.Test switch
        {
            TierTest.Confirmed => false,
            TierTest.Occurrence => occurrence >= tier.Occurrence,
            TierTest.RefusedToCorrect => facts.RefusedToCorrect,
        };

    private static bool IsWithin(TierFine? fine, TierFine range) =>
        fine is null || (fine.Lowest >= range.Lowest && fine.Highest <= range.Highest);
}
