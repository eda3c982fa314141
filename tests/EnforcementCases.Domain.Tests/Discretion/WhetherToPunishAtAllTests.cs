using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Discretion.AnAssessment;

namespace EnforcementCases.Domain.Tests.Discretion;

/// <summary>行政处罚法 第三十条、第三十一条、第三十三条、第三十五条、第三十七条: whether a penalty is allowed at all.</summary>
public sealed class WhetherToPunishAtAllTests
{
    [Theory, Rule("APL-30")]
    [InlineData(13, PenaltyVerdict.Forbidden, false)]
    [InlineData(14, PenaltyVerdict.Allowed, true)]
    [InlineData(17, PenaltyVerdict.Allowed, true)]
    [InlineData(18, PenaltyVerdict.Allowed, false)]
    public void Age_at_the_act_forbids_or_demands_leniency(int age, PenaltyVerdict verdict, bool lenient)
    {
        var assessment = Of(Input(age: age));

        assessment.Verdict.ShouldBe(verdict);
        assessment.Leniency.Demanded.ShouldBe(lenient);
    }

    [Theory, Rule("APL-31")]
    [InlineData(MentalState.Incapable, "司法鉴定意见", PenaltyVerdict.Forbidden, false)]
    [InlineData(MentalState.Incapable, null, PenaltyVerdict.Allowed, false)] // without evidence it does not count
    [InlineData(MentalState.PartlyIncapable, "残疾证", PenaltyVerdict.Allowed, true)]
    [InlineData(MentalState.IntermittentlyIllSoundAtOffence, "病历", PenaltyVerdict.Allowed, false)]
    public void Incapacity_needs_evidence(MentalState state, string? evidence, PenaltyVerdict verdict, bool mayBeLenient)
    {
        var assessment = Of(Input(new() { Capacity = new(state, evidence) }));

        (assessment.Verdict, assessment.Leniency.Allowed).ShouldBe((verdict, mayBeLenient));
        assessment.Demands.Any(d => d.Kind is DemandKind.Evidence).ShouldBe(evidence is null);
    }

    [Theory, Rule("APL-33-1a")]
    [InlineData(true, true, true, PenaltyVerdict.Forbidden)]
    [InlineData(false, true, true, PenaltyVerdict.MayBeLetOff)] // no harm is slight harm: the second sentence
    [InlineData(true, false, true, PenaltyVerdict.Allowed)]
    [InlineData(true, true, false, PenaltyVerdict.Allowed)]
    public void Slight_corrected_and_harmless_is_a_duty_and_everything_less_is_not(
        bool slight,
        bool corrected,
        bool noHarm,
        PenaltyVerdict verdict
    ) =>
        Of(
            Input(
                new()
                {
                    Slight = slight,
                    CorrectedInTime = corrected,
                    NoHarm = noHarm,
                }
            )
        )
            .Verdict.ShouldBe(verdict);

    [Theory, Rule("APL-33-1b")]
    [InlineData(0, true, true, true)]
    [InlineData(1, true, true, false)]
    [InlineData(0, false, true, false)]
    [InlineData(0, true, false, false)]
    public void First_slight_and_corrected_together_may_be_let_off(int earlier, bool harmSlight, bool corrected, bool letOff)
    {
        var assessment = Of(Input(new() { HarmSlight = harmSlight, CorrectedInTime = corrected }, history: History(earlier)));

        assessment.Verdict.ShouldBe(letOff ? PenaltyVerdict.MayBeLetOff : PenaltyVerdict.Allowed);
        if (letOff)
            assessment.DecisiveRule.ShouldBe("APL-33-1b");
    }

    [Fact, Rule("APL-33-1b")]
    public void Where_the_party_cannot_be_searched_the_grounds_for_first_are_asked_for() =>
        Of(Input(new() { HarmSlight = true, CorrectedInTime = true }, history: History(searchable: false)))
            .Demands.ShouldContain(d => d.Kind == DemandKind.HistoryNotSearchable);

    [Theory, Rule("APL-33-2")]
    [InlineData(FaultClaim.Proved, "进货票据", null, PenaltyVerdict.Forbidden)]
    [InlineData(FaultClaim.Proved, null, null, PenaltyVerdict.Allowed)] // the burden is the party's
    [InlineData(FaultClaim.Claimed, "口头陈述", null, PenaltyVerdict.Allowed)]
    [InlineData(FaultClaim.Proved, "进货票据", InstrumentLevel.AdministrativeRegulation, PenaltyVerdict.Allowed)]
    [InlineData(FaultClaim.Proved, "进货票据", InstrumentLevel.Law, PenaltyVerdict.Allowed)]
    [InlineData(FaultClaim.Proved, "进货票据", InstrumentLevel.LocalRegulation, PenaltyVerdict.Forbidden)] // only law and administrative regulation say otherwise
    public void Absence_of_fault_is_for_the_party_to_prove(
        FaultClaim claim,
        string? evidence,
        InstrumentLevel? otherwise,
        PenaltyVerdict verdict
    ) =>
        Of(Input(new() { Fault = new(claim, evidence, otherwise is null ? null : new("《某法》", "第一条"), otherwise) }))
            .Verdict.ShouldBe(verdict);

    [Theory, Rule("APL-33-LIST")]
    [InlineData(true, true, true, 0, PenaltyVerdict.MayBeLetOff)]
    [InlineData(true, true, false, 0, PenaltyVerdict.Allowed)] // all conditions
    [InlineData(false, true, true, 0, PenaltyVerdict.Allowed)] // another place's list
    [InlineData(true, true, true, 1, PenaltyVerdict.Allowed)] // the ledger says it is not the first, whatever was ticked
    public void Entry_of_the_list_counts_with_all_conditions_and_only_where_it_binds(
        bool binding,
        bool one,
        bool two,
        int earlier,
        PenaltyVerdict verdict
    )
    {
        var assessment = Of(
            Input(new() { ListClaims = [new("MF-1", [one, two])] }, exemptions: [AnEntry(binding: binding)], history: History(earlier))
        );

        assessment.Verdict.ShouldBe(verdict);
        assessment.Demands.Any(d => d.Kind == DemandKind.ReasonsAgainstList).ShouldBe(verdict is PenaltyVerdict.MayBeLetOff);
    }

    [Fact, Rule("APL-33-LIST")]
    public void Entry_for_the_second_time_reaches_to_the_second_and_no_further()
    {
        AssessmentInput With(int earlier) =>
            Input(new() { ListClaims = [new("MF-1", [true, true])] }, exemptions: [AnEntry(upTo: 2)], history: History(earlier));

        Of(With(1)).Verdict.ShouldBe(PenaltyVerdict.MayBeLetOff);
        Of(With(2)).Verdict.ShouldBe(PenaltyVerdict.Allowed);
    }

    [Fact, Rule("APL-33-LIST")]
    public void Unlisted_slight_act_still_falls_under_the_law_itself() =>
        Of(
            Input(
                new()
                {
                    Slight = true,
                    CorrectedInTime = true,
                    NoHarm = true,
                },
                exemptions: []
            )
        )
            .DecisiveRule.ShouldBe("APL-33-1a");

    [Fact, Rule("APL-33-LIST")]
    public void Claim_on_an_entry_that_is_not_there_or_half_answered_is_refused()
    {
        new Action(() => Of(Input(new() { ListClaims = [new("MF-9", [true])] }))).ShouldRefuse(ListedExemption.NoSuchEntry);
        new Action(() => Of(Input(new() { ListClaims = [new("MF-1", [true])] }, exemptions: [AnEntry()]))).ShouldRefuse(
            ListedExemption.ConditionsDoNotFit
        );
    }

    [Fact, Rule("APL-33-3")]
    public void Whoever_gets_no_penalty_is_educated()
    {
        Of(Input(age: 13)).Demands.ShouldContain(d => d.Kind == DemandKind.Education);
        Of(Input()).Demands.ShouldNotContain(d => d.Kind == DemandKind.Education);
    }

    [Theory, Rule("APL-37")]
    [InlineData(1_000, 500, "2")] // the new law is milder
    [InlineData(500, 1_000, "1")] // the law at the act is
    public void Milder_of_old_and_new_law_applies_and_asks_for_a_recorded_choice(int old, int @new, string milder)
    {
        var assessment = Of(
            Input(atOffence: ANorm("1", new(FineMode.Range, 100_00, old * 100)), now: ANorm("2", new(FineMode.Range, 100_00, @new * 100)))
        );

        (assessment.Law.Changed, assessment.Law.Milder, assessment.Law.Applied).ShouldBe((true, milder, milder));
        assessment.Demands.ShouldContain(d => d.Kind == DemandKind.ChoiceOfLaw);
    }

    [Fact, Rule("APL-37")]
    public void Kinds_weigh_before_the_fine() =>
        ChoiceOfLaw
            .Milder(
                ANorm("1", new(FineMode.Range, 0, 100_00), kinds: [PenaltyKind.Fine, PenaltyKind.SuspensionOfOperation]),
                ANorm("2", new(FineMode.Range, 0, 900_00))
            )!
            .Version.ShouldBe("2");

    [Fact, Rule("APL-37")]
    public void Repealed_provision_forbids_the_penalty_unless_the_choice_is_on_record()
    {
        Of(Input(repealed: true)).DecisiveRule.ShouldBe("APL-37");
        Of(Input(new() { Chosen = new("1", "由新条例第十条承接，仍为违法") }, repealed: true)).Verdict.ShouldBe(PenaltyVerdict.Allowed);
        new Action(() => Of(Input(new() { Chosen = new("7", "") }))).ShouldRefuse(ChoiceOfLaw.ChosenVersionUnknown);
    }

    [Theory, Rule("APL-35")]
    [InlineData(5_000_00, true, true)]
    [InlineData(5_000_00, false, false)] // the administrative fine came first and is set off
    [InlineData(0, true, false)]
    public void Criminal_fine_that_came_first_excludes_another(long fen, bool before, bool excluded)
    {
        var assessment = Of(Input(new() { Judgment = new("(2026)津0116刑初1号", fen, before) }));

        assessment.FineExcluded.ShouldBe(excluded);
        DiscretionGate.Judge(assessment, assessment.Proposal(300)).Refusals.Any(r => r.Error == CriminalFine.CameFirst).ShouldBe(excluded);
        CriminalFine.SetOff(Money.Yuan(300), Money.Yuan(200)).ShouldBe(Money.Yuan(200));
    }

    [Theory, Rule("APL-33-LIST")]
    [InlineData(ListedLeniency.Slight, PenaltyVerdict.Forbidden)]
    [InlineData(ListedLeniency.FirstOffence, PenaltyVerdict.MayBeLetOff)]
    [InlineData(ListedLeniency.NoPenalty, PenaltyVerdict.MayBeLetOff)]
    [InlineData(ListedLeniency.CommunityService, PenaltyVerdict.MayBeLetOff)]
    [InlineData(ListedLeniency.LenientOrMitigated, PenaltyVerdict.Allowed)]
    [InlineData(ListedLeniency.StatutoryNoPenalty, PenaltyVerdict.Allowed)] // age, capacity and fault are found by their own articles
    [InlineData(ListedLeniency.NoFault, PenaltyVerdict.Allowed)]
    [InlineData(ListedLeniency.TimeBarred, PenaltyVerdict.Allowed)]
    public void An_entry_does_what_its_kind_may_do(ListedLeniency leniency, PenaltyVerdict verdict)
    {
        var assessment = Of(Input(new() { ListClaims = [new("MF-1", [true, true])] }, exemptions: [AnEntry(leniency)]));

        assessment.Verdict.ShouldBe(verdict);
        assessment.Listed.ShouldBe(["MF-1"]);
        assessment.Leniency.Allowed.ShouldBe(leniency is ListedLeniency.LenientOrMitigated);
    }

    [Fact, Rule("APL-34")]
    public void A_circumstance_that_the_provision_does_not_know_is_refused() =>
        new Action(() => Of(Input(new() { Circumstance = "情节恶劣" }, benchmark: ABenchmark()))).ShouldRefuse(
            FineProvision.VariantUnknown
        );

    [Fact, Rule("APL-5")]
    public void What_aggravates_is_listed_once_and_in_order() =>
        Of(
            Input(
                new()
                {
                    Aggravating =
                    [
                        AggravatingFactor.RefusesToCorrect,
                        AggravatingFactor.RepeatedWithinYear,
                        AggravatingFactor.RefusesToCorrect,
                    ],
                }
            )
        )
            .Aggravating.ShouldBe([AggravatingFactor.RepeatedWithinYear, AggravatingFactor.RefusesToCorrect]);
}
