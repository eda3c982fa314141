using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Tests.Catalogue;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Discretion.AnAssessment;

namespace EnforcementCases.Domain.Tests.Discretion;

/// <summary>行政处罚法 第三十四条: what a set must be before it may bind.</summary>
public sealed class BenchmarkPublishingTests
{
    private static readonly Arbitrary<Sample> Inputs = (
        from cuts in Gen.Choose(201, 999).NonEmptyListOf()
        from more in Gen.Choose(1, 6).ListOf()
        from confirmed in Gen.Choose(1, 6).ListOf()
        from refused in Gen.Elements(true, false)
        from earlier in Gen.Choose(0, 4)
        select new Sample(Divide(cuts), [.. confirmed], [.. more], refused, earlier)
    ).ToArbitrary();

    [Theory, Rule("APL-34")]
    [InlineData(200, 500, 500, 1000, null)]
    [InlineData(200, 500, 501, 1000, "benchmark.gap")] // 500.50 is nobody's
    [InlineData(300, 500, 500, 1000, "benchmark.gap")]
    [InlineData(200, 500, 500, 900, "benchmark.gap")]
    [InlineData(200, 600, 500, 1000, "benchmark.overlap")]
    [InlineData(100, 500, 500, 1000, "benchmark.outside-statutory-range")]
    [InlineData(200, 500, 500, 1001, "benchmark.outside-statutory-range")]
    [InlineData(500, 1000, 200, 500, "benchmark.lower-for-graver")]
    public void Tiers_cover_the_range_without_gap_or_overlap_and_never_fall(int low1, int high1, int low2, int high2, string? fault)
    {
        var faults = BenchmarkPublishing.FaultsOf(
            [ATier(1, low1, high1), ATier(2, low2, high2)],
            FineSide.Individual,
            new(FineMode.Range, 200_00, 1_000_00)
        );

        if (fault is null)
            faults.ShouldBeEmpty();
        else
            faults.Select(f => f.Error.Code).ShouldContain(fault);
    }

    [Fact, Rule("APL-34")]
    public void Set_is_refused_for_publishing_with_its_first_fault()
    {
        var violation = AViolation.With(fine: new(FineMode.Range, 500_00, 5_000_00)); // the organisation's range is the same

        new Action(() => BenchmarkPublishing.EnsurePublishable([ATier(1, 500, 5_000)], violation)).ShouldRefuse(null);
        new Action(() => BenchmarkPublishing.EnsurePublishable([ATier(1, 500, 4_000)], violation)).ShouldRefuse(BenchmarkPublishing.Gap);
    }

    [Fact, Rule("APL-34")]
    public void Tier_without_fine_after_one_with_a_fine_is_lighter_for_graver() =>
        BenchmarkPublishing
            .FaultsOf([ATier(1, 200, 1000), new(2, "免罚", "自愿参加社区服务", "不予处罚", null, null)], FineSide.Individual, Provision)
            .ShouldHaveSingleItem()
            .Error.ShouldBe(BenchmarkPublishing.LowerForGraver);

    [Fact, Rule("APL-34")]
    public void Same_range_twice_is_no_overlap_where_the_graver_tier_adds_a_measure() =>
        BenchmarkPublishing
            .FaultsOf([ATier(1, 200, 1000), ATier(2, 200, 1000) with { Action = "罚款并责令停业整治" }], FineSide.Individual, Provision)
            .ShouldBeEmpty();

    [Fact, Rule("APL-34")]
    public void Ranges_for_named_circumstances_belong_to_the_statutory_range()
    {
        var provision = new FineProvision(FineMode.Range, 100_00, 200_00, null, [new("有碍城市容貌", 2_000_00, 2_000_00)]);

        BenchmarkPublishing.FaultsOf([ATier(1, 100, 200), ATier(2, 2_000, 2_000)], FineSide.Individual, provision).ShouldBeEmpty();
        BenchmarkPublishing
            .FaultsOf([ATier(1, 100, 200)], FineSide.Individual, provision)
            .ShouldHaveSingleItem()
            .Error.ShouldBe(BenchmarkPublishing.Gap);
    }

    [Fact, Rule("APL-34")]
    public void Ranges_that_touch_are_one()
    {
        var provision = new FineProvision(
            FineMode.Range,
            200_00,
            500_00,
            null,
            [new("情节严重", 500_00, 1_000_00), new("拒不改正", 200_00, 300_00)]
        );

        BenchmarkPublishing.FaultsOf([ATier(1, 200, 400), ATier(2, 400, 1_000)], FineSide.Individual, provision).ShouldBeEmpty();
    }

    [Fact, Rule("APL-34")]
    public void The_fine_of_the_provision_itself_counts_beside_those_for_named_circumstances()
    {
        var provision = new FineProvision(FineMode.Range, 200_00, 1_000_00, null, [new("情节严重", 2_000_00, 2_000_00)]);

        BenchmarkPublishing
            .FaultsOf([ATier(1, 2_000, 2_000)], FineSide.Individual, provision)
            .ShouldHaveSingleItem()
            .Detail.ShouldBe("个人：20000 至 100000（以罚则计量单位计）");
    }

    /// <summary>Neither the lower nor the upper end may fall, whatever stands between.</summary>
    [Fact, Rule("APL-34")]
    public void A_graver_tier_is_held_against_the_gravest_before_it() =>
        Said([ATier(1, 500, 900), ATier(2, 200, 400), ATier(3, 500, 800)], FineSide.Individual, BenchmarkPublishing.LowerForGraver)
            .ShouldBe(["个人“第2档”", "个人“第3档”"]);

    [Fact, Rule("APL-34")]
    public void A_fault_names_its_side_and_its_tiers()
    {
        Said([ATier(1, 200, 1_001)], FineSide.Organisation, BenchmarkPublishing.OutsideStatutoryRange).ShouldBe(["单位“第1档”"]);
        Said([ATier(1, 200, 600), ATier(2, 500, 1_000)], FineSide.Individual, BenchmarkPublishing.Overlap)
            .ShouldBe(["个人“第1档”与“第2档”"]);
        Said(
                [ATier(1, 200, 600), ATier(2, 500, 1_000) with { Action = "罚款并责令停业整治" }],
                FineSide.Individual,
                BenchmarkPublishing.Overlap
            )
            .ShouldBe(["个人“第1档”与“第2档”"], "another measure heals the same range only");
        BenchmarkPublishing
            .FaultsOf([ATier(1, 200, 1_000)], FineSide.Organisation, provision: null)
            .ShouldHaveSingleItem()
            .Detail.ShouldBe("“第1档”：罚则对单位没有规定罚款");
    }

    [Fact, Rule("APL-34")]
    public void Both_sides_are_asked_before_a_set_is_published()
    {
        var violation = AViolation.With(fine: new(FineMode.Range, 500_00, 5_000_00));
        var tier = ATier(1, 500, 5_000);

        new Action(() =>
            BenchmarkPublishing.EnsurePublishable([tier with { Organisation = new(500_00, 4_000_00) }], violation)
        ).ShouldRefuse(BenchmarkPublishing.Gap, "单位");
        new Action(() => BenchmarkPublishing.EnsurePublishable([tier with { Individual = new(500_00, 4_000_00) }], violation)).ShouldRefuse(
            BenchmarkPublishing.Gap,
            "个人"
        );
    }

    private static IEnumerable<string> Said(BenchmarkTier[] tiers, FineSide side, DomainError error) =>
        BenchmarkPublishing.FaultsOf(tiers, side, Provision).Where(f => f.Error == error).Select(f => f.Detail);

    [Fact, Rule("APL-34")]
    public void Any_division_of_the_range_may_be_published() =>
        Prop.ForAll(Inputs, i => BenchmarkPublishing.FaultsOf(i.Tiers, FineSide.Individual, Provision).Count == 0)
            .QuickCheckThrowOnFailure();

    [Fact, Rule("APL-34")]
    public void An_aggravating_factor_never_lowers_the_range() =>
        Prop.ForAll(
                Inputs,
                i =>
                {
                    var before = Range(i, i.Confirmed, false, i.Earlier);
                    return NotLower(before, Range(i, i.Confirmed, i.Refused, i.Earlier))
                        && NotLower(before, Range(i, i.Confirmed, false, i.Earlier + 1))
                        && NotLower(before, Range(i, [.. i.Confirmed, .. i.More], false, i.Earlier));
                }
            )
            .QuickCheckThrowOnFailure();

    private static FenRange Range(Sample i, int[] confirmed, bool refused, int earlier) =>
        Of(
            Input(
                new() { ConfirmedTiers = [.. confirmed.Where(o => o <= i.Tiers.Length)], RefusedToCorrect = refused },
                benchmark: ABenchmark(i.Tiers),
                history: History(earlier)
            )
        ).Benchmark.Range!;

    private static bool NotLower(FenRange before, FenRange after) =>
        after.LowestFen >= before.LowestFen && after.HighestFen >= before.HighestFen;

    private static BenchmarkTier ATier(int order, int low, int high) =>
        new(order, $"第{order}档", "", "罚款", new(low * 100L, high * 100L), new(low * 100L, high * 100L));

    /// <summary>Cuts the range of 200 to 1,000 at these amounts; the last tier but one is for a refusal, the last for the third time.</summary>
    private static BenchmarkTier[] Divide(IEnumerable<int> cuts)
    {
        int[] ends = [200, .. cuts.Distinct().Order(), 1000];
        return
        [
            .. ends.Zip(ends.Skip(1))
                .Select(
                    (e, i) =>
                        ATier(i + 1, e.First, e.Second) with
                        {
                            Test =
                                i == ends.Length - 2 ? TierTest.Occurrence
                                : i == ends.Length - 3 ? TierTest.RefusedToCorrect
                                : TierTest.Confirmed,
                            Occurrence = i == ends.Length - 2 ? 3 : 0,
                        }
                ),
        ];
    }

    private sealed record Sample(BenchmarkTier[] Tiers, int[] Confirmed, int[] More, bool Refused, int Earlier);
}
