using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Penalties;
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
            Input(atOffence: ANorm(fine: new(FineMode.Range, 100_00, 1_000_00)), benchmark: ABenchmark(binding: binding, source: source))
        );

        assessment.Benchmark.Binds.ShouldBeFalse();
        assessment.Benchmark.NotAppliedBecause.ShouldNotBeNullOrEmpty();
        assessment.Demands.ShouldContain(d => d.Kind == DemandKind.ReasonsForAmount);
        DiscretionGate.Judge(assessment, assessment.Proposal(900)).IsKept.ShouldBeTrue();
    }

    [Fact, Rule("APL-5")]
    public void Amount_without_reasons_is_refused()
    {
        var assessment = Of(Input());

        new Action(() => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300, reasons: " "))).ShouldRefuse(
            PenaltyBasis.ReasonsMissing
        );
    }

    [Theory, Rule("APL-32")]
    [InlineData(200, PenaltyGrade.Lenient, null)] // 从轻 stays in the range
    [InlineData(349, PenaltyGrade.Lenient, null)]
    [InlineData(350, PenaltyGrade.Lenient, "leniency.not-lighter")] // the middle of the tier of 200 to 500
    [InlineData(500, PenaltyGrade.Lenient, "leniency.not-lighter")]
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
        Of(Input(new() { Leniency = [Removed] }, atOffence: ANorm(fine: new(FineMode.Range, 0, 1_000_00))))
            .Leniency.Mitigated.ShouldBeNull();

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
    public void Harsher_law_is_refused_and_so_is_silence_and_law_that_changed_since()
    {
        var (old, @new) = (ANorm("1"), ANorm("2", new(FineMode.Range, 200_00, 500_00)));
        var harsher = Of(Input(new() { Chosen = new("1", "按旧法") }, atOffence: old, now: @new));
        var silent = Of(Input(atOffence: old, now: @new));
        var milder = Of(Input(new() { Chosen = new("2", "新法较轻") }, atOffence: old, now: @new));

        new Action(() => DiscretionGate.EnsureKept(harsher, harsher.Proposal(300))).ShouldRefuse(ChoiceOfLaw.MilderNotApplied);
        new Action(() => DiscretionGate.EnsureKept(silent, silent.Proposal(300))).ShouldRefuse(PenaltyBasis.ChoiceOfLawMissing);
        new Action(() => DiscretionGate.EnsureKept(milder, milder.Proposal(300))).ShouldRefuse(null);
        Standing(milder, old.VersionId, Guid.NewGuid()).ShouldRefuse(DiscretionGate.AnotherVersion, "行为时版本 1 和现在版本 2");
        Standing(milder, old.VersionId, null).ShouldRefuse(DiscretionGate.AnotherVersion); // repealed since
        Standing(milder, @new.VersionId, @new.VersionId).ShouldRefuse(DiscretionGate.AnotherVersion);
        Standing(milder, old.VersionId, old.VersionId).ShouldRefuse(DiscretionGate.AnotherVersion);
        var repealed = Of(Input(new() { Chosen = new("1", "仍按旧法") }, atOffence: old, repealed: true));
        Standing(repealed, old.VersionId, null).ShouldRefuse(null);
        Standing(repealed, old.VersionId, old.VersionId).ShouldRefuse(DiscretionGate.AnotherVersion, "现在版本 已废止");

        static Action Standing(Assessment assessment, Guid atOffence, Guid? now) =>
            () => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300) with { Law = new(atOffence, now) });
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
        new Action(() => DiscretionGate.EnsureKept(assessment, penalty with { ReasonsAgainstExemption = "多次劝阻无效" })).ShouldRefuse(
            null
        );
    }

    [Theory, Rule("APL-33-LIST")]
    [InlineData(true, true, 0, true)]
    [InlineData(true, true, 1, false)] // not the first time: it cannot match
    [InlineData(true, false, 0, false)] // an entry for all violations repeats an article
    [InlineData(false, true, 0, false)] // another place's
    public void A_binding_entry_for_the_violation_is_answered(bool binding, bool namesViolation, int earlier, bool asked)
    {
        var entry = AnEntry(binding: binding) with { NamesViolation = namesViolation };
        var silent = Of(Input(history: History(earlier), exemptions: [entry]));
        var answered = Of(Input(new() { ListClaims = [new("MF-1", [true, false])] }, history: History(earlier), exemptions: [entry]));

        new Action(() => DiscretionGate.EnsureKept(silent, silent.Proposal(300))).ShouldRefuse(asked, ListedExemption.Unanswered);
        new Action(() => DiscretionGate.EnsureKept(answered, answered.Proposal(300))).ShouldRefuse(null);
    }

    [Theory, Rule("APL-33-1b")]
    [InlineData(true, true, false, 0, true)]
    [InlineData(true, false, true, 0, true)]
    [InlineData(true, false, false, 0, false)] // neither slight nor no harm
    [InlineData(false, true, false, 0, false)]
    [InlineData(true, true, false, 1, false)] // not the first time
    public void A_first_offender_who_may_be_let_off_is_punished_only_with_reasons(
        bool corrected,
        bool harmSlight,
        bool noHarm,
        int earlier,
        bool asked
    )
    {
        var facts = new AssessmentFacts
        {
            CorrectedInTime = corrected,
            HarmSlight = harmSlight,
            NoHarm = noHarm,
        };
        var assessment = Of(Input(facts, history: History(earlier)));
        var penalty = assessment.Proposal(300);

        new Action(() => DiscretionGate.EnsureKept(assessment, penalty)).ShouldRefuse(asked, FirstOffence.PunishedWithoutReasons);
        new Action(() => DiscretionGate.EnsureKept(assessment, penalty with { ReasonsAgainstExemption = " " })).ShouldRefuse(
            asked,
            FirstOffence.PunishedWithoutReasons
        );
        new Action(() => DiscretionGate.EnsureKept(assessment, penalty with { ReasonsAgainstExemption = "屡劝不听" })).ShouldRefuse(null);
    }

    [Fact, Rule("APL-32"), Rule("APL-5")]
    public void Lenient_needs_its_ground_and_aggravated_its_factor()
    {
        var plain = Of(Input());
        var partly = Of(Input(new() { Capacity = new(MentalState.PartlyIncapable, "鉴定意见") }));
        var unproved = Of(Input(new() { Leniency = [Removed with { Evidence = null }] }));
        Gate(plain, PenaltyGrade.Lenient).ShouldRefuse(Leniency.LenientWithoutGround);
        Gate(unproved, PenaltyGrade.Lenient).ShouldRefuse(Leniency.LenientWithoutGround);
        Gate(partly, PenaltyGrade.Lenient).ShouldRefuse(null); // may be lenient
        Gate(partly, PenaltyGrade.Ordinary).ShouldRefuse(null);

        Gate(plain, PenaltyGrade.Aggravated).ShouldRefuse(Aggravation.WithoutGround);
        Gate(Of(Input(new() { Aggravating = [AggravatingFactor.RepeatedWithinYear] })), PenaltyGrade.Aggravated).ShouldRefuse(null);
        Gate(Of(Input(new() { Emergency = new("疫情防控措施") })), PenaltyGrade.Aggravated).ShouldRefuse(null);

        static Action Gate(Assessment assessment, PenaltyGrade grade) =>
            () => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300, grade));
    }

    [Theory, Rule("APL-30")]
    [InlineData(13, 599.99, "party-age.under-fourteen")]
    [InlineData(14, 599.99, null)]
    [InlineData(17, 599.99, null)]
    [InlineData(17, 600, "leniency.not-lighter-for-minor")] // the middle of 200 to 1,000
    [InlineData(17, 1_000, "leniency.not-lighter-for-minor")]
    [InlineData(17, 0, null)] // a warning is lighter by its kind
    [InlineData(18, 599.99, "leniency.lenient-without-ground")]
    public void A_minor_pays_really_less(int age, double yuan, string? code)
    {
        var assessment = Of(Input(age: age));
        var penalty = assessment.Proposal(0, PenaltyGrade.Lenient) with { Fine = Money.Yuan((decimal)yuan) };

        DiscretionGate.Judge(assessment, penalty).Refusals.Select(r => r.Error.Code).Take(1).ShouldBe(code is null ? [] : [code]);
        if (code is "leniency.not-lighter-for-minor")
        {
            DiscretionGate.Judge(assessment, penalty with { Lighter = LighterPart.LowerHalf }).Refusals.Count.ShouldBe(yuan == 600 ? 0 : 1);
        }
    }

    [Theory, Rule("APL-32")]
    [InlineData(0, 20_000_00, 9_999_99, true, true)]
    [InlineData(0, 20_000_00, 10_000_00, false, true)]
    [InlineData(0, 20_000_00, 10_000_01, false, false)]
    [InlineData(0, 3, 1, true, true)] // the middle lies between two fen
    [InlineData(0, 3, 2, false, false)]
    [InlineData(500_00, 500_00, 500_00, false, false)] // of a single amount there is no lower half
    [InlineData(500_00, 500_00, 499_99, true, true)] // below the tier, where the law goes lower
    public void Lower_is_below_the_middle_or_in_the_lower_half(long lowest, long highest, long fine, bool belowMiddle, bool lowerHalf)
    {
        Leniency.IsLighter(Money.OfFen(fine), new(lowest, highest), LighterPart.BelowMiddle).ShouldBe(belowMiddle);
        Leniency.IsLighter(Money.OfFen(fine), new(lowest, highest), LighterPart.LowerHalf).ShouldBe(lowerHalf);
        (Leniency.PartOf("belowMiddle"), Leniency.PartOf("lowerHalf")).ShouldBe((LighterPart.BelowMiddle, LighterPart.LowerHalf));
        Leniency.MiddleOf(new(0, 3)).ShouldBe(Money.OfFen(1));
        Leniency.LighterRange(new(100, 900), new(200, 400), LighterPart.BelowMiddle).ShouldBe(new(100, 299));
        Leniency.LighterRange(new(100, 900), new(200, 400), LighterPart.LowerHalf).ShouldBe(new(100, 300));
        Leniency.LighterRange(new(100, 900), new(200, 401), LighterPart.BelowMiddle).ShouldBe(new(100, 300)); // the middle lies between two fen
        Leniency.LighterRange(new(500, 500), new(500, 500), LighterPart.LowerHalf).ShouldBeNull();
    }

    [Fact, Rule("APL-33-1b")]
    public void No_penalty_needs_a_ground()
    {
        new Action(() => DiscretionGate.EnsureNoPenaltyAllowed(Of(Input()), CaseOutcome.NoPenaltySlight)).ShouldRefuse(
            DiscretionGate.NoGroundForNoPenalty
        );
    }

    [Theory, Rule("APL-33-1a"), Rule("APL-33-1b"), Rule("APL-33-2")]
    [InlineData(CaseOutcome.NoPenaltySlight)]
    [InlineData(CaseOutcome.NoPenaltyFirstTime)]
    [InlineData(CaseOutcome.NoPenaltyNoFault)]
    public void Shall_not_may_not_and_no_fault_are_three_outcomes_and_none_stands_for_another(CaseOutcome outcome)
    {
        var slight = Of(
            Input(
                new()
                {
                    Slight = true,
                    CorrectedInTime = true,
                    NoHarm = true,
                }
            )
        );
        var first = Of(Input(new() { CorrectedInTime = true, HarmSlight = true }));
        var faultless = Of(Input(new() { Fault = new(FaultClaim.Proved, "进货凭证") }));
        var listed = Of(Input(new() { ListClaims = [new("MF-1", [true, true])] }, exemptions: [AnEntry(ListedLeniency.Slight)]));
        var mayBe = Of(Input(new() { ListClaims = [new("MF-1", [true, true])] }, exemptions: [AnEntry()]));

        Allowing(slight).ShouldRefuse(outcome is not CaseOutcome.NoPenaltySlight, DiscretionGate.AnotherGround);
        Allowing(listed).ShouldRefuse(outcome is not CaseOutcome.NoPenaltySlight, DiscretionGate.AnotherGround);
        Allowing(first).ShouldRefuse(outcome is not CaseOutcome.NoPenaltyFirstTime, DiscretionGate.AnotherGround);
        Allowing(mayBe).ShouldRefuse(outcome is not CaseOutcome.NoPenaltyFirstTime, DiscretionGate.AnotherGround);
        Allowing(faultless).ShouldRefuse(outcome is not CaseOutcome.NoPenaltyNoFault, DiscretionGate.AnotherGround);
        Allowing(Of(Input(age: 13))).ShouldRefuse(DiscretionGate.AnotherGround, "APL-30");

        Action Allowing(Assessment assessment) => () => DiscretionGate.EnsureNoPenaltyAllowed(assessment, outcome);
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
            Of(Input(new() { RefusedToCorrect = refused }, atOffence: ANorm(fine: provision), benchmark: ABenchmark(tiers)));

        (With(false).Circumstance, With(false).Statutory!.HighestFen).ShouldBe((null, 50_000_00));
        (With(true).Circumstance, With(true).Statutory).ShouldBe((FineProvision.Escalated, new FenRange(50_000_00, 200_000_00)));
        With(true).Benchmark.Range.ShouldBe(new FenRange(50_000_00, 200_000_00, LowestExcluded: true));
    }

    [Fact, Rule("APL-34")]
    public void A_tier_is_confirmed_counted_refused_into_or_the_ordinary_one()
    {
        BenchmarkTier[] tiers =
        [
            new(1, "轻微", "经教育后改正", "不处罚", null, null),
            new(2, "一般", "一般情节", "罚款", new(200_00, 400_00), null),
            new(3, "较重", "第二次", "罚款", new(400_00, 700_00), null, TierTest.Occurrence, 2),
            new(4, "严重", "拒不改正", "罚款", new(700_00, 1_000_00), null, TierTest.RefusedToCorrect),
        ];
        Tier(new()).ShouldBe(2);
        Tier(new(), earlier: 1).ShouldBe(3); // this is the second time
        Tier(new(), earlier: 2).ShouldBe(3);
        Tier(new() { RefusedToCorrect = true }).ShouldBe(4);
        Tier(new() { ConfirmedTiers = [1] }).ShouldBe(1);
        Tier(new() { ConfirmedTiers = [1] }, earlier: 1).ShouldBe(3); // the graver of two that hold
        Tier(new(), within: new(400_00, 1_000_00)).ShouldBe(3); // no ordinary one inside: the first with a fine
        new Action(() => Tier(new() { ConfirmedTiers = [5] })).ShouldRefuse(BenchmarkChoice.NoSuchTier, "第 5 档");
        BenchmarkChoice.TierFor([], FineSide.Individual, new(), History()).ShouldBeNull();
        BenchmarkChoice
            .TierFor([tiers[0], tiers[3] with { Test = TierTest.Confirmed }], FineSide.Individual, new(), History())!
            .Order.ShouldBe(4); // none is ordinary: the first with a fine
        BenchmarkChoice.TierFor([tiers[0]], FineSide.Individual, new(), History())!.Order.ShouldBe(1);

        int? Tier(AssessmentFacts facts, int earlier = 0, TierFine? within = null) =>
            BenchmarkChoice.TierFor(tiers, FineSide.Individual, facts, History(earlier), within)?.Order;
    }

    [Fact, Rule("APL-34")]
    public void The_lower_end_belongs_to_the_tier_below_where_the_two_meet()
    {
        BenchmarkChoice.IsLowestExcluded(Tiers, Tiers[1], FineSide.Individual).ShouldBeFalse();
        BenchmarkChoice.IsLowestExcluded(Tiers, Tiers[2], FineSide.Individual).ShouldBeTrue();
        BenchmarkTier fixedAmount = new(4, "严重", "严重情节", "罚款", new(1_000_00, 1_000_00), null);
        BenchmarkChoice.IsLowestExcluded([.. Tiers, fixedAmount], fixedAmount, FineSide.Individual).ShouldBeFalse(); // nothing else would be left
        BenchmarkChoice.IsLowestExcluded(Tiers, Tiers[0], FineSide.Individual).ShouldBeFalse();
    }

    [Theory, Rule("APL-34")]
    [InlineData(PenaltyGrade.Lenient, 100, true)] // below the tier, inside the law
    [InlineData(PenaltyGrade.Lenient, 600, false)]
    [InlineData(PenaltyGrade.Ordinary, 300, true)]
    [InlineData(PenaltyGrade.Aggravated, 600, false)]
    public void Who_is_lenient_may_go_below_the_tier_and_nobody_above_it(PenaltyGrade grade, int yuan, bool kept)
    {
        var provision = new FineProvision(FineMode.Range, 100_00, 1_000_00);
        BenchmarkTier[] tiers =
        [
            new(1, "轻微", "轻微情节", "罚款", new(100_00, 200_00), null),
            new(2, "一般", "一般情节", "罚款", new(200_00, 500_00), null),
            new(3, "从重", "拒不改正", "罚款", new(500_00, 1_000_00), null, TierTest.RefusedToCorrect),
        ];
        var lenient = grade is PenaltyGrade.Lenient ? new AssessmentFacts { Leniency = [Removed] } : new();
        var assessment = Of(Input(lenient, atOffence: ANorm(fine: provision), benchmark: ABenchmark(tiers)));

        DiscretionGate.Judge(assessment, assessment.Proposal(yuan, grade)).Departs.ShouldBe(!kept);
    }

    [Fact, Rule("APL-34")]
    public void A_fine_where_the_tier_gives_none_departs_and_so_does_none_where_it_gives_one()
    {
        var none = Of(Input(new() { ConfirmedTiers = [1] }, benchmark: ABenchmark()));
        DiscretionGate.Judge(none, none.Proposal(300)).Departs.ShouldBeTrue();
        DiscretionGate.Judge(none, none.Proposal(0)).Departs.ShouldBeFalse();
        var fined = Of(Input(benchmark: ABenchmark()));
        DiscretionGate.Judge(fined, fined.Proposal(0)).Departs.ShouldBeTrue();
        var lenient = Of(Input(new() { Leniency = [Removed] }, benchmark: ABenchmark()));
        DiscretionGate.Judge(lenient, lenient.Proposal(0)).Departs.ShouldBeFalse();
    }

    [Fact, Rule("APL-34"), Rule("APL-32"), Rule("APL-35")]
    public void Each_refusal_says_how_much_or_what_is_missing()
    {
        var plain = Of(Input());
        new Action(() => DiscretionGate.EnsureKept(plain, plain.Proposal(1_001))).ShouldRefuse(
            PenaltyBasis.OutsideStatutoryRange,
            "罚款 1001.00 元，法定幅度 200.00 元以上 1000.00 元以下"
        );
        var noFine = Of(Input(atOffence: ANorm(noFine: true, kinds: [PenaltyKind.Warning])));
        new Action(() => DiscretionGate.EnsureKept(noFine, noFine.Proposal(1))).ShouldRefuse(
            PenaltyBasis.OutsideStatutoryRange,
            "没有规定罚款"
        );
        var judged = Of(Input(new() { Judgment = new("甲号", 1, BeforeAdministrativeFine: true) }));
        new Action(() => DiscretionGate.EnsureKept(judged, judged.Proposal(300))).ShouldRefuse(CriminalFine.CameFirst);
        new Action(() => DiscretionGate.EnsureKept(judged, judged.Proposal(0))).ShouldRefuse(null);
        var child = Of(Input(age: 13));
        new Action(() => DiscretionGate.EnsureKept(child, child.Proposal(300))).ShouldRefuse(PartyAge.UnderFourteen);
        var mitigated = Of(Input(new() { Leniency = [Removed] }));
        DiscretionGate
            .Judge(mitigated, mitigated.Proposal(100, PenaltyGrade.Mitigated))
            .Unmet.Errors()
            .ShouldBe([Leniency.MitigatedUnreviewed, Leniency.MitigatedUndiscussed]);
        new Action(() => DiscretionGate.EnsureKept(mitigated, mitigated.Proposal(200, PenaltyGrade.Mitigated))).ShouldRefuse(
            Leniency.NotBelowMinimum,
            "法定最低 200.00 元"
        );
    }

    [Fact, Rule("APL-32")]
    public void Lenient_reaches_from_the_lowest_of_the_law_to_the_highest_of_the_tier_and_mitigated_ends_a_fen_below()
    {
        Leniency.Lenient(new(200_00, 1_000_00), new(300_00, 500_00)).ShouldBe(new(200_00, 500_00));
        Leniency.Lenient(new(200_00, 1_000_00), null).ShouldBe(new(200_00, 1_000_00));
        Leniency.Lenient(new(200_00, 400_00), new(300_00, 500_00)).ShouldBe(new(200_00, 400_00));
        Leniency.Mitigated(new(200_00, 1_000_00)).ShouldBe(new(1, 199_99));
        Leniency.Mitigated(new(2, 1_000_00)).ShouldBe(new(1, 1));
        Leniency.Mitigated(new(1, 1_000_00)).ShouldBeNull();
    }

    [Fact, Rule("APL-29"), Rule("APL-37"), Rule("APL-35")]
    public void Norms_are_compared_only_where_they_can_be()
    {
        var applied = ANorm("1");
        SeveralNorms.HigherThan(applied, [ANorm("2"), ANorm("3", new(FineMode.PerUnit, 1, 9_000_00))]).ShouldBeNull(); // equal, and by another measure
        SeveralNorms
            .HigherThan(applied, [ANorm("2", new(FineMode.Range, 0, 2_000_00)), ANorm("3", new(FineMode.Range, 0, 3_000_00))])!
            .Version.ShouldBe("3");
        SeveralNorms.HigherThan(ANorm("1", noFine: true), [ANorm("2", new(FineMode.PerUnit, 1, 2))])!.Version.ShouldBe("2");

        ChoiceOfLaw.Milder(ANorm("1", noFine: true), ANorm("2"))!.Version.ShouldBe("1"); // no fine at all
        ChoiceOfLaw.Milder(ANorm("1", new(FineMode.Range, 0, 1_000_00)), ANorm("2"))!.Version.ShouldBe("1"); // the lower minimum
        ChoiceOfLaw.Milder(ANorm("1") with { Kinds = [] }, ANorm("2", kinds: [PenaltyKind.Warning]))!.Version.ShouldBe("1");
        ChoiceOfLaw.Milder(ANorm("1"), ANorm("2")).ShouldBeNull();
        ChoiceOfLaw.Find(ANorm("1"), ANorm("2"), null).Now!.Version.ShouldBe("2");

        CriminalFine.SetOff(Money.Yuan(100), Money.Yuan(200)).ShouldBe(Money.Yuan(100));
        CriminalFine.SetOff(Money.Yuan(200), Money.Yuan(100)).ShouldBe(Money.Yuan(100));
    }
}
