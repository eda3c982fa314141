using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Conditions for publishing a benchmark set or making it binding (裁量权基准的公布审查): inside the statutory range, without gap or overlap, never lower for graver
/// circumstances. 行政处罚法 第三十四条.</summary>
public static class BenchmarkPublishing
{
    /// <summary>A tier reaches outside the statutory range.</summary>
    public static readonly DomainError OutsideStatutoryRange = new(
        "benchmark.outside-statutory-range",
        "APL-34",
        ErrorKind.RuleBroken,
        "裁量阶次超出法定罚款幅度",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>A part of the statutory range belongs to no tier.</summary>
    public static readonly DomainError Gap = new(
        "benchmark.gap",
        "APL-34",
        ErrorKind.RuleBroken,
        "裁量阶次没有覆盖全部法定罚款幅度",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>An amount belongs to two tiers.</summary>
    public static readonly DomainError Overlap = new(
        "benchmark.overlap",
        "APL-34",
        ErrorKind.RuleBroken,
        "裁量阶次的罚款幅度相互重叠",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>A graver circumstance leads to a lower fine.</summary>
    public static readonly DomainError LowerForGraver = new(
        "benchmark.lower-for-graver",
        "APL-34",
        ErrorKind.RuleBroken,
        "情节较重的阶次轻于情节较轻的阶次",
        PenaltyLaw.At("第三十四条")
    );

    /// <summary>Refuses a set that may not be published.</summary>
    /// <exception cref="DomainException">The first fault of the individual's side, then of the organisation's.</exception>
    public static void EnsurePublishable(IReadOnlyList<BenchmarkTier> tiers, ViolationVersion violation)
    {
        var faults = FaultsOf(tiers, FineSide.Individual, violation.IndividualFine)
            .Concat(FaultsOf(tiers, FineSide.Organisation, violation.OrganisationFine));
        if (faults.FirstOrDefault() is { } fault)
            throw fault;
    }

    /// <summary>All faults of a set for one side; empty if none.</summary>
    /// <param name="provision">The fine provided for that side; null if none.</param>
    public static IReadOnlyList<DomainException> FaultsOf(IReadOnlyList<BenchmarkTier> tiers, FineSide side, FineProvision? provision)
    {
        var graded = tiers.OrderBy(t => t.Order).Select(t => (Tier: t, Fine: t.FineFor(side))).ToList();
        var fined = graded.Where(t => t.Fine is not null).Select(t => (t.Tier, Fine: t.Fine!)).ToList();
        if (provision is null)
            return [.. fined.Select(t => OutsideStatutoryRange.With($"“{t.Tier.Level}”：罚则对{side.Term()}没有规定罚款"))];
        var segments = Segments(provision);
        return
        [
            .. fined
                .Where(t =>
                    t.Fine.Highest < t.Fine.Lowest || !segments.Exists(s => t.Fine.Lowest >= s.Lowest && t.Fine.Highest <= s.Highest)
                )
                .Select(t => OutsideStatutoryRange.With($"{side.Term()}“{t.Tier.Level}”")),
            .. LighterAfterGraver(graded).Select(t => LowerForGraver.With($"{side.Term()}“{t.Level}”")),
            .. fined
                .Zip(fined.Skip(1))
                .Where(p => p.Second.Fine.Lowest < p.First.Fine.Highest && !IsSameRangeWithMore(p.First, p.Second))
                .Select(p => Overlap.With($"{side.Term()}“{p.First.Tier.Level}”与“{p.Second.Tier.Level}”")),
            .. segments
                .Where(s => !IsCovered(s, fined))
                .Select(s => Gap.With($"{side.Term()}：{s.Lowest} 至 {s.Highest}（以罚则计量单位计）")),
        ];
    }

    /// <summary>The statutory ranges, adjoining ones merged: the provision's own and those for named circumstances.</summary>
    private static List<TierFine> Segments(FineProvision provision)
    {
        var merged = new List<TierFine>();
        var all = (provision.Variants ?? [])
            .Select(v => new TierFine(v.Lowest, v.Highest))
            .Append(new(provision.Lowest, provision.Highest));
        foreach (var segment in all.OrderBy(s => s.Lowest).ThenBy(s => s.Highest))
        {
            if (merged.Count > 0 && segment.Lowest <= merged[^1].Highest)
                merged[^1] = new(merged[^1].Lowest, Math.Max(merged[^1].Highest, segment.Highest));
            else
                merged.Add(segment);
        }
        return merged;
    }

    private static IEnumerable<BenchmarkTier> LighterAfterGraver(List<(BenchmarkTier Tier, TierFine? Fine)> graded)
    {
        var (lowest, highest) = (-1L, -1L); // no fine is less than any fine
        foreach (var (tier, fine) in graded)
        {
            var (low, high) = fine is null ? (-1, -1) : (fine.Lowest, fine.Highest);
            if (low < lowest || high < highest)
                yield return tier;
            (lowest, highest) = (Math.Max(lowest, low), Math.Max(highest, high));
        }
    }

    /// <summary>同幅度加处: the graver tier adds a measure and leaves the fine as it is.</summary>
    private static bool IsSameRangeWithMore((BenchmarkTier Tier, TierFine Fine) first, (BenchmarkTier Tier, TierFine Fine) second) =>
        first.Fine == second.Fine && !string.Equals(first.Tier.Action, second.Tier.Action, StringComparison.Ordinal);

    private static bool IsCovered(TierFine segment, List<(BenchmarkTier Tier, TierFine Fine)> fined)
    {
        var next = segment.Lowest;
        foreach (var fine in fined.Select(f => f.Fine).Where(f => f.Highest >= segment.Lowest).OrderBy(f => f.Lowest))
        {
            if (fine.Lowest > next)
                break;
            if (fine.Highest >= segment.Highest)
                return true;
            next = fine.Highest + 1; // whole fen: the next one begins with it, or with the upper end itself, which is excluded there
        }
        return false;
    }
}
