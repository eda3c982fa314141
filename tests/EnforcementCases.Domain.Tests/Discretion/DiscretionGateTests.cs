using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Discretion.AnAssessment;

namespace EnforcementCases.Domain.Tests.Discretion;

/// <summary>行政处罚法 第五条、第二十九条、第三十二条、第三十四条: how much, and what a departure asks for.</summary>
public sealed class DiscretionGateTests
{
    private static readonly LeniencyClaim Removed = new(LeniencyGround.RemovedOrReducedHarm, "现场已清理，附照片");

    [Theory, Rule("APL-34")]
    [InlineData(200, false, null)]
    [InlineData(500, false, null)] // the upper end belongs to the lower tier
    [InlineData(501, false, "benchmark.departure-unreasoned")]
    [InlineData(199, false, "penalty-basis.outside-statutory-range")]
    [InlineData(1001, false, "penalty-basis.outside-statutory-range")]
    [InlineData(500, true, "benchmark.departure-unreasoned")] // 下一档不含下限
    [InlineData(501, true, null)]
    [InlineData(1000, true, null)]
    public void Amount_keeps_to_the_tier_of_a_binding_benchmark(int yuan, bool refused, string? code)
    {
        var assessment = Of(Input(new() { RefusedToCorrect = refused }, benchmark: ABenchmark()));

        var result = DiscretionGate.Judge(assessment, assessment.Proposal(yuan));

        result.Refusals.Concat(result.Unmet).Errors().Take(1).Select(e => e.Code).ShouldBe(code is null ? [] : [code]);
        (result.IsKept, result.Departs).ShouldBe((code is null, code is "benchmark.departure-unreasoned"));
    }

    [Fact, Rule("APL-34")]
    public void Departure_needs_reasons_and_review_and_discussion()
    {
        var assessment = Of(Input(benchmark: ABenchmark()));
        Action Decide(string? why, bool reviewed, bool discussed) =>
            () => DiscretionGate.EnsureKept(assessment, assessment.Proposal(800, departure: why, reviewed: reviewed, discussed: discussed));

        Decide(null, true, true).ShouldRefuse(BenchmarkChoice.DepartureUnreasoned);
        Decide("影响范围大", false, true).ShouldRefuse(BenchmarkChoice.DepartureUnreviewed);
        Decide("影响范围大", true, false).ShouldRefuse(BenchmarkChoice.DepartureUndiscussed);
        Decide("影响范围大", true, true).ShouldRefuse(null);
    }

    [Theory, Rule("APL-34")]
    [InlineData(false, BenchmarkSource.PublishedBenchmark)] // another place's
    [InlineData(true, BenchmarkSource.PublishedBenchmark)] // no longer fits the law
    [InlineData(false, BenchmarkSource.Illustrative)]
    public void Without_a_binding_benchmark_reasons_are_asked_for_and_nothing_is_a_departure(bool binding, BenchmarkSource source)
    {
        var assessment = Of(
            Input(atAct: ANorm(fine: new(FineMode.Range, 100_00, 1_000_00)), benchmark: ABenchmark(binding: binding, source: source))
        );

        assessment.Benchmark.Binds.ShouldBeFalse();
        assessment.Benchmark.WhyNot.ShouldNotBeNullOrEmpty();
        assessment.Demands.ShouldContain(d => d.Kind == DemandKind.ReasonsForAmount);
        DiscretionGate.Judge(assessment, assessment.Proposal(900)).IsKept.ShouldBeTrue();
    }

    [Fact, Rule("APL-5")]
    public void Amount_without_reasons_is_refused()
    {
        var assessment = Of(Input());

        new Action(() => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300, reasons: " "))).ShouldRefuse(
            LawfulOnTheSpotDecision.ReasonsMissing
        );
    }

    [Theory, Rule("APL-32")]
    [InlineData(200, PenaltyGrade.Lenient, null)] // 从轻 stays in the range
    [InlineData(500, PenaltyGrade.Lenient, null)]
    [InlineData(199, PenaltyGrade.Lenient, "penalty-basis.outside-statutory-range")]
    [InlineData(300, PenaltyGrade.Ordinary, "leniency.missing")]
    [InlineData(300, PenaltyGrade.Aggravated, "leniency.missing")]
    [InlineData(200, PenaltyGrade.Mitigated, "leniency.not-below-minimum")]
    [InlineData(199, PenaltyGrade.Mitigated, "leniency.mitigated-unreviewed")] // 减轻 goes below the minimum and is flagged
    public void Ground_of_leniency_demands_a_lenient_or_mitigated_penalty(int yuan, PenaltyGrade grade, string? code)
    {
        var assessment = Of(Input(new() { Leniency = [Removed] }, benchmark: ABenchmark()));

        var result = DiscretionGate.Judge(assessment, assessment.Proposal(yuan, grade));

        result.Refusals.Concat(result.Unmet).Errors().Take(1).Select(e => e.Code).ShouldBe(code is null ? [] : [code]);
        result.IsKept.ShouldBe(code is null);
        result.CallsForReview.ShouldBe(grade is PenaltyGrade.Mitigated);
    }

    [Fact, Rule("APL-32")]
    public void Mitigated_penalty_passes_with_review_and_discussion_and_never_without_a_ground()
    {
        var with = Of(Input(new() { Leniency = [Removed] }));
        var without = Of(Input(new() { Leniency = [Removed with { Evidence = null }] }));
        static Action Decide(Assessment a) =>
            () => DiscretionGate.EnsureKept(a, a.Proposal(100, PenaltyGrade.Mitigated, reviewed: true, discussed: true));

        Decide(with).ShouldRefuse(null);
        Decide(without).ShouldRefuse(Leniency.MitigatedWithoutGround);
        without.Demands.ShouldContain(d => d.Kind == DemandKind.Evidence && d.Rule == "APL-32");
    }

    [Fact, Rule("APL-32")]
    public void Where_the_law_prints_no_minimum_nothing_can_be_mitigated() =>
        Of(Input(new() { Leniency = [Removed] }, atAct: ANorm(fine: new(FineMode.Range, 0, 1_000_00)))).Leniency.Mitigated.ShouldBeNull();

    [Fact, Rule("APL-30")]
    public void Minor_is_punished_lighter_or_not_at_all()
    {
        var assessment = Of(Input(age: 17));

        new Action(() => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300))).ShouldRefuse(PartyAge.MinorWithoutLeniency);
        new Action(() => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300, PenaltyGrade.Lenient))).ShouldRefuse(null);
    }

    [Fact, Rule("APL-29")]
    public void Of_several_norms_the_one_with_the_higher_ceiling_applies()
    {
        var higher = ANorm("2", new(FineMode.Range, 0, 5_000_00), "TJ-XX-02");
        var assessment = Of(Input(others: [ANorm("3", new(FineMode.Range, 0, 900_00), "TJ-XX-03"), higher]));

        assessment.HigherNorm.ShouldBe("TJ-XX-02");
        new Action(() => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300))).ShouldRefuse(SeveralNorms.HigherNotApplied);
        Of(Input(others: [ANorm("3", new(FineMode.Range, 0, 900_00), "TJ-XX-03")])).HigherNorm.ShouldBeNull();
    }

    [Fact, Rule("APL-37")]
    public void Harsher_law_is_refused_and_so_is_silence_and_another_version()
    {
        var (old, @new) = (ANorm("1"), ANorm("2", new(FineMode.Range, 200_00, 500_00)));
        var harsher = Of(Input(new() { Chosen = new("1", "按旧法") }, atAct: old, now: @new));
        var silent = Of(Input(atAct: old, now: @new));
        var milder = Of(Input(new() { Chosen = new("2", "新法较轻") }, atAct: old, now: @new));

        new Action(() => DiscretionGate.EnsureKept(harsher, harsher.Proposal(300))).ShouldRefuse(ChoiceOfLaw.MilderNotApplied);
        new Action(() => DiscretionGate.EnsureKept(silent, silent.Proposal(300))).ShouldRefuse(PenaltyBasis.ChoiceOfLawMissing);
        new Action(() => DiscretionGate.EnsureKept(milder, milder.Proposal(300))).ShouldRefuse(null);
        new Action(() => DiscretionGate.EnsureKept(milder, milder.Proposal(300) with { ViolationVersionId = old.VersionId })).ShouldRefuse(
            DiscretionGate.AnotherVersion
        );
    }

    [Fact, Rule("APL-33-1a")]
    public void Forbidden_penalty_is_refused_by_the_rule_that_forbids_it()
    {
        Refusal(
                new()
                {
                    Slight = true,
                    CorrectedInTime = true,
                    NoHarm = true,
                }
            )
            .ShouldBe(NoPenalty.SlightCorrectedHarmless);
        Refusal(new() { Capacity = new(MentalState.Incapable, "鉴定意见") }).ShouldBe(MentalCapacity.Lost);
        Refusal(new() { Fault = new(FaultClaim.Proved, "票据") }).ShouldBe(WithoutFault.Proved);

        static DomainError Refusal(AssessmentFacts facts)
        {
            var assessment = Of(Input(facts));
            return DiscretionGate.Judge(assessment, assessment.Proposal(300)).Refusals[0].Error;
        }
    }

    [Fact, Rule("APL-33-LIST")]
    public void Penalty_against_the_list_needs_reasons()
    {
        var assessment = Of(Input(new() { ListClaims = [new("MF-1", [true, true])] }, exemptions: [AnEntry()]));
        var penalty = assessment.Proposal(300);

        new Action(() => DiscretionGate.EnsureKept(assessment, penalty)).ShouldRefuse(ListedExemption.NotFollowedWithoutReasons);
        new Action(() => DiscretionGate.EnsureKept(assessment, penalty with { ReasonsAgainstList = "多次劝阻无效" })).ShouldRefuse(null);
    }

    [Fact, Rule("APL-33-1b")]
    public void No_penalty_needs_a_ground()
    {
        new Action(() => DiscretionGate.EnsureNoPenaltyAllowed(Of(Input()))).ShouldRefuse(DiscretionGate.NoGroundForNoPenalty);
        new Action(() => DiscretionGate.EnsureNoPenaltyAllowed(Of(Input(age: 13)))).ShouldRefuse(null);
    }

    [Fact, Rule("APL-49")]
    public void Emergency_is_a_flag_that_opens_the_upper_side_and_draws_no_range()
    {
        var plain = Of(Input(benchmark: ABenchmark()));
        var emergency = Of(Input(new() { Emergency = new("重大传染病疫情，拒绝落实场所防控措施") }, benchmark: ABenchmark()));

        emergency.Step("APL-49").Effect.ShouldBe(StepEffect.AllowsAggravation);
        (emergency.Statutory, emergency.Benchmark.Range).ShouldBe((plain.Statutory, plain.Benchmark.Range));
    }

    [Fact, Rule("APL-34")]
    public void Range_follows_the_circumstance_that_the_tier_lies_in()
    {
        var provision = new FineProvision(FineMode.Range, 5_000_00, 50_000_00, null, [new(FineProvision.Escalated, 50_000_00, 200_000_00)]);
        BenchmarkTier[] tiers =
        [
            new(1, "一般", "责令改正后改正", "罚款", new(5_000_00, 50_000_00), null),
            new(2, "从重", "拒不改正", "罚款", new(50_000_00, 200_000_00), null, TierTest.RefusedToCorrect),
        ];
        Assessment With(bool refused) =>
            Of(Input(new() { RefusedToCorrect = refused }, atAct: ANorm(fine: provision), benchmark: ABenchmark(tiers)));

        (With(false).Circumstance, With(false).Statutory!.HighestFen).ShouldBe((null, 50_000_00));
        (With(true).Circumstance, With(true).Statutory).ShouldBe((FineProvision.Escalated, new FenRange(50_000_00, 200_000_00)));
        With(true).Benchmark.Range.ShouldBe(new FenRange(50_000_00, 200_000_00, LowestExcluded: true));
    }
}
