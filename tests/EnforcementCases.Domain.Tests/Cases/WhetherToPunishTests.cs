using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Tests.Discretion;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>What has to hold before any penalty, whatever the procedure.</summary>
public sealed class WhetherToPunishTests
{
    [Theory, Rule("APL-30")]
    [InlineData("2026-06-01", PenaltyGrade.Lenient, "party-age.under-fourteen")] // the birthday itself
    [InlineData("2026-06-02", PenaltyGrade.Lenient, null)]
    [InlineData("2026-06-02", PenaltyGrade.Mitigated, null)]
    [InlineData("2026-06-02", PenaltyGrade.Ordinary, "party-age.minor-without-leniency")]
    [InlineData("2030-06-01", PenaltyGrade.Ordinary, "party-age.minor-without-leniency")]
    [InlineData("2030-06-01", PenaltyGrade.Aggravated, "party-age.minor-without-leniency")]
    [InlineData("2030-06-02", PenaltyGrade.Ordinary, null)]
    public void Age_on_the_day_of_the_act_decides(string actedOn, PenaltyGrade grade, string? code)
    {
        new Action(() => PartyAge.EnsurePunishable(born: Date("2012-06-01"), Date(actedOn), grade)).ShouldRefuseWith(code);
    }

    [Theory, Rule("APL-36")]
    [InlineData("2024-03-01", "2026-03-01", false, false, false)]
    [InlineData("2024-03-01", "2026-03-02", false, false, true)]
    [InlineData("2024-02-29", "2026-02-28", false, false, false)]
    [InlineData("2024-02-29", "2026-03-01", false, false, true)]
    [InlineData("2021-10-03", "2026-10-03", true, true, false)] // ends on a rest day, and is not rolled
    [InlineData("2021-10-03", "2026-10-04", true, true, true)]
    [InlineData("2023-03-01", "2026-03-01", true, false, true)] // five years need the harm as well
    [InlineData(null, "2026-03-02", false, false, false)] // still going on
    public void An_act_discovered_too_late_is_not_punished(string? ended, string discovered, bool life, bool harm, bool refused) =>
        new Action(() =>
            Limitation.EnsureNotExpired(ended is null ? null : Date(ended), Date(discovered), life, harm, Shipped)
        ).ShouldRefuse(refused, Limitation.Expired);

    [Theory, Rule("APL-30")]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(null, true)]
    public void Only_who_is_known_to_have_been_under_fourteen_is_let_off_for_it(int? age, bool refused) =>
        new Action(() => PartyAge.EnsureUnderFourteen(age)).ShouldRefuse(refused, PartyAge.NotUnderFourteen);

    [Theory, Rule("APL-36")]
    [InlineData("2024-03-01", "2026-03-01", false, false, true)]
    [InlineData("2024-03-01", "2026-03-02", false, false, false)]
    [InlineData("2021-10-03", "2026-10-03", true, true, true)]
    [InlineData("2021-10-03", "2026-10-04", true, true, false)]
    [InlineData("2023-03-01", "2026-03-01", true, false, false)] // five years need the harm as well
    [InlineData(null, "2026-03-02", false, false, true)] // still going on
    public void Nothing_is_given_up_as_time_barred_while_the_period_runs(
        string? ended,
        string discovered,
        bool life,
        bool harm,
        bool refused
    ) =>
        new Action(() => Limitation.EnsureExpired(ended is null ? null : Date(ended), Date(discovered), life, harm, Shipped)).ShouldRefuse(
            refused,
            Limitation.NotExpired
        );

    [Fact, Rule("APL-36")]
    public void Only_a_law_sets_another_limitation()
    {
        Discover("2026-01-01", InstrumentLevel.Law).ShouldRefuse(null);
        Discover("2026-01-02", InstrumentLevel.Law).ShouldRefuse(Limitation.Expired);
        Discover("2026-01-01", InstrumentLevel.LocalRegulation).ShouldRefuse(Limitation.PeriodNotSetByLaw);

        static Action Discover(string on, InstrumentLevel level) =>
            () =>
                Limitation.EnsureNotExpired(
                    Date("2025-07-01"),
                    Date(on),
                    false,
                    false,
                    Shipped,
                    new(TimeLimit.Months(6), new("《治安管理处罚法》", "第二十五条"), level)
                );
    }

    [Theory, Rule("APL-33-1a")]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void Slight_corrected_and_harmless_together_forbid_a_penalty(bool slight, bool corrected, bool noHarm, bool refused)
    {
        var assessment = AnAssessment.Of(
            AnAssessment.Input(
                new()
                {
                    Slight = slight,
                    CorrectedInTime = corrected,
                    NoHarm = noHarm,
                }
            )
        );

        new Action(() =>
            DiscretionGate.EnsureKept(assessment, assessment.Proposal(300) with { ReasonsAgainstExemption = "屡劝不听" })
        ).ShouldRefuse(refused, NoPenalty.SlightCorrectedHarmless);
    }

    [Theory, Rule("APL-16")]
    [InlineData(InstrumentLevel.Law, false)]
    [InlineData(InstrumentLevel.AdministrativeRegulation, false)]
    [InlineData(InstrumentLevel.LocalRegulation, false)]
    [InlineData(InstrumentLevel.DepartmentalRule, false)]
    [InlineData(InstrumentLevel.LocalGovernmentRule, false)]
    [InlineData(InstrumentLevel.NormativeDocument, true)]
    [InlineData(InstrumentLevel.DiscretionBenchmark, true)]
    [InlineData(InstrumentLevel.ExemptionList, true)]
    public void Only_laws_regulations_and_rules_carry_a_penalty(InstrumentLevel level, bool refused) =>
        new Action(() => PenaltyBasis.EnsureMaySetPenalties(level)).ShouldRefuse(refused, PenaltyBasis.NotLawRegulationOrRule);

    [Theory, Rule("APL-37")]
    [InlineData("v1", null, false)]
    [InlineData("v2", null, true)]
    [InlineData("v2", "v2", false)]
    [InlineData(null, null, true)]
    public void Where_the_law_changed_the_choice_is_on_record(string? now, string? chosen, bool refused)
    {
        var old = AnAssessment.ANorm("1");
        var present = now is "v2" ? AnAssessment.ANorm("2", new(FineMode.Range, 200_00, 500_00)) : old;
        var assessment = AnAssessment.Of(
            AnAssessment.Input(
                new() { Chosen = chosen is null ? null : new("2", "新法较轻") },
                atOffence: old,
                now: present,
                repealed: now is null
            )
        );

        new Action(() => DiscretionGate.EnsureKept(assessment, assessment.Proposal(300))).ShouldRefuse(
            refused,
            now is null ? ChoiceOfLaw.NoLongerABreach : PenaltyBasis.ChoiceOfLawMissing
        );
    }

    [Theory, Rule("NUM-INCL"), Rule("APL-34")]
    [InlineData(19.99, PenaltyGrade.Ordinary, true)]
    [InlineData(19.99, PenaltyGrade.Mitigated, false)]
    [InlineData(20.00, PenaltyGrade.Ordinary, false)]
    [InlineData(200.00, PenaltyGrade.Ordinary, false)]
    [InlineData(200.01, PenaltyGrade.Ordinary, true)]
    [InlineData(200.01, PenaltyGrade.Aggravated, true)]
    public void A_fine_stays_inside_the_statutory_range_with_both_ends(double yuan, PenaltyGrade grade, bool refused)
    {
        var assessment = AnAssessment.Of(AnAssessment.Input(atOffence: AnAssessment.ANorm(fine: new(FineMode.Range, 20_00, 200_00))));

        DiscretionGate
            .Judge(assessment, assessment.Proposal(0, grade) with { Fine = Money.Yuan((decimal)yuan) })
            .Refusals.Errors()
            .Contains(PenaltyBasis.OutsideStatutoryRange)
            .ShouldBe(refused);
    }

    [Fact, Rule("APL-29")]
    public void The_same_act_is_fined_once()
    {
        Fine(Money.Yuan(50), sameAct: false, sameDay: false).ShouldRefuse(null);
        Fine(Money.Yuan(50), sameAct: true, sameDay: true, "另一处摊位").ShouldRefuse(OneActOneFine.AlreadyFined);
        Fine(Money.Zero, sameAct: true, sameDay: true).ShouldRefuse(null); // other kinds may still be added
        Fine(Money.Yuan(50), sameAct: false, sameDay: true).ShouldRefuse(OneActOneFine.NotMarkedDistinct);
        Fine(Money.Yuan(50), sameAct: false, sameDay: true, "上午已清理，下午在另一路段重新占道").ShouldRefuse(null);

        static Action Fine(Money fine, bool sameAct, bool sameDay, string? because = null) =>
            () => OneActOneFine.EnsureFirstFine(fine, new(sameAct ? Other : null, sameDay ? Other : null), because);
    }

    private static readonly StandingFine Other = new(Guid.NewGuid(), "津新街综执罚决字〔2024〕第7号", "新村街道办事处");

    [Fact, Rule("APL-29")]
    public void What_is_explained_to_differ_is_the_case_with_the_fine()
    {
        Named(Other, Other.CaseId, null).ShouldRefuse(null);
        Named(Other, null, Other.Number).ShouldRefuse(null);
        Named(Other, Guid.NewGuid(), null).ShouldRefuse(OneActOneFine.AnotherCaseNamed, "新村街道办事处“津新街综执罚决字〔2024〕第7号”");
        Named(Other, null, "津新街综执罚决字〔2024〕第8号").ShouldRefuse(OneActOneFine.AnotherCaseNamed);
        Named(null, Other.CaseId, null).ShouldRefuse(OneActOneFine.AnotherCaseNamed, "没有同一案由的罚款");

        static Action Named(StandingFine? standing, Guid? id, string? number) =>
            () => OneActOneFine.EnsureNamesTheOther(new(null, standing), id, number);
    }

    [Fact, Rule("APL-28")]
    public void A_penalty_goes_with_an_order_to_correct()
    {
        Order("清理占道物品", null).ShouldRefuse(null);
        Order("清理占道物品", "2026-05-10").ShouldRefuse(null);
        Order("清理占道物品", "2026-05-09").ShouldRefuse(OrderToCorrect.DueBeforeOrdered);
        Order(" ", null).ShouldRefuse(OrderToCorrect.Missing);

        static Action Order(string? what, string? due) =>
            () => OrderToCorrect.EnsureGiven(what, due is null ? null : Date(due), orderedOn: Date("2026-05-10"));
    }

    [Theory, Rule("APL-28")]
    [InlineData(null, null, null, true)]
    [InlineData("2026-05-10", null, null, true)]
    [InlineData("2026-05-10", "2026-05-10", RecheckResult.NotCorrected, true)] // the last day is still the party's
    [InlineData("2026-05-10", "2026-05-11", RecheckResult.NotCorrected, false)]
    [InlineData("2026-05-10", "2026-05-11", RecheckResult.PartlyCorrected, false)]
    [InlineData("2026-05-10", "2026-05-11", RecheckResult.Corrected, true)]
    public void Where_correction_comes_first_only_an_expired_unmet_order_opens_the_penalty(
        string? due,
        string? rechecked,
        RecheckResult? result,
        bool refused
    ) =>
        new Action(() =>
            OrderToCorrect.EnsureExpiredUnmet(due is null ? null : Date(due), rechecked is null ? null : Date(rechecked), result)
        ).ShouldRefuse(refused, OrderToCorrect.NotExpiredUnmet);

    [Theory, Rule("APL-17")]
    [InlineData("天津市滨海新区人民政府汉沽街道办事处", false)]
    [InlineData("辛口镇人民政府", false)]
    [InlineData("滨海新区综合行政执法局", false)]
    [InlineData("汉沽街道综合执法大队", true)]
    [InlineData("汉沽街道综合执法大队一中队", true)]
    [InlineData("", true)]
    public void A_decision_is_never_in_the_name_of_the_brigade(string name, bool refused) =>
        new Action(() => Jurisdiction.EnsureOrgan(name)).ShouldRefuse(refused, Jurisdiction.InternalBody);

    [Theory, Rule("APL-22")]
    [InlineData("120116040", "120116040", false, false)]
    [InlineData("120116040012", "120116040", false, false)]
    [InlineData("120116041", "120116040", false, true)]
    [InlineData("120116041", "120116040", true, false)]
    [InlineData("120116", "120116040", false, true)] // somewhere in the district is not inside the street
    public void The_place_of_the_act_lies_in_the_area(string place, string area, bool designated, bool refused) =>
        new Action(() => Jurisdiction.EnsureInArea(place, area, designated)).ShouldRefuse(refused, Jurisdiction.OutsideArea);

    [Theory, Rule("APL-24")]
    [InlineData("2021-07-15", null, "2021-07-14", true)]
    [InlineData("2021-07-15", null, "2021-07-15", false)]
    [InlineData("2021-07-15", "2026-06-30", "2026-06-30", false)]
    [InlineData("2021-07-15", "2026-06-30", "2026-07-01", true)]
    [InlineData(null, null, "2026-07-01", true)]
    public void The_matter_is_in_force_on_that_day(string? from, string? to, string on, bool refused) =>
        new Action(() =>
            Jurisdiction.EnsureMatterInForce(from is null ? null : Date(from), to is null ? null : Date(to), Date(on))
        ).ShouldRefuse(refused, Jurisdiction.MatterNotInForce);

    [Fact, Rule("APL-24")]
    public void The_matter_is_handed_over_for_the_place()
    {
        new Action(() => Jurisdiction.EnsureMatterCovers([], "120116040")).ShouldRefuse(null);
        new Action(() => Jurisdiction.EnsureMatterCovers(["120116040001"], "120116040001")).ShouldRefuse(null);
        new Action(() => Jurisdiction.EnsureMatterCovers(["120116040001"], "120116040002")).ShouldRefuse(Jurisdiction.MatterOutsideArea);
        new Action(() => Jurisdiction.EnsureMatterCovers(["120116040001", "120116040002"], "120116040002")).ShouldRefuse(null);
    }

    [Fact, Rule("APL-22"), Rule("APL-24")]
    public void A_refusal_of_jurisdiction_says_what_is_missing()
    {
        new Action(() => Jurisdiction.EnsureOrgan(" ")).ShouldRefuse(Jurisdiction.InternalBody, "没有机关名称");
        new Action(() => Jurisdiction.EnsureOrgan("执法大队")).ShouldRefuse(Jurisdiction.InternalBody, "“执法大队”不是");
        new Action(() => Jurisdiction.EnsureInArea("120116040", "", false)).ShouldRefuse(Jurisdiction.OutsideArea); // an organ without an area
        In(null).ShouldRefuse(Jurisdiction.MatterNotInForce, "2021-07-15 至 今");
        In("2022-07-15").ShouldRefuse(Jurisdiction.MatterNotInForce, "2021-07-15 至 2022-07-15");

        static Action In(string? to) =>
            () =>
                Jurisdiction.EnsureMatterInForce(
                    Date("2021-07-15"),
                    to is null ? null : Date(to),
                    to is null ? Date("2020-01-01") : Date("2024-01-01")
                );
    }

    [Fact, Rule("APL-36")]
    public void The_limitation_explains_itself_by_the_law_that_sets_it()
    {
        Limitation.LastDayOfDiscovery(Date("2024-01-01"), false, false, Shipped).Explanation.ShouldExplainItself();
        Limitation
            .LastDayOfDiscovery(
                Date("2024-01-01"),
                false,
                false,
                Shipped,
                new(TimeLimit.Months(6), new("《治安管理处罚法》", "第二十二条"), InstrumentLevel.Law)
            )
            .Explanation.Basis.ShouldBe(new("《治安管理处罚法》", "第二十二条"));
    }
}
