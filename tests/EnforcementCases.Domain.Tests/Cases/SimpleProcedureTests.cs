using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Tests.Discretion;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>行政处罚法 第五十一条、第五十二条.</summary>
public sealed class SimpleProcedureTests
{
    [Theory, Rule("APL-51-1"), Rule("APL-51-2"), Rule("APL-51-4"), Rule("NUM-INCL")]
    [InlineData(PartyKind.Citizen, 0.00, null)] // a warning alone
    [InlineData(PartyKind.Citizen, 200.00, null)] // 以下 includes the number itself
    [InlineData(PartyKind.Citizen, 200.01, "simple-procedure.citizen-fine-over-ceiling")]
    [InlineData(PartyKind.LegalPerson, 3000.00, null)]
    [InlineData(PartyKind.LegalPerson, 3000.01, "simple-procedure.organisation-fine-over-ceiling")]
    [InlineData(PartyKind.OtherOrganisation, 3000.00, null)]
    [InlineData(PartyKind.OtherOrganisation, 3000.01, "simple-procedure.organisation-fine-over-ceiling")]
    [InlineData(PartyKind.IndividualBusiness, 500.00, null)] // the place applies 500
    [InlineData(PartyKind.IndividualBusiness, 500.01, "simple-procedure.individual-business-fine-over-ceiling")]
    public void Fine_is_allowed_up_to_and_including_the_ceiling(PartyKind party, double yuan, string? code)
    {
        var ensure = () => SimpleProcedure.EnsureFineAllowed(party, Money.Yuan((decimal)yuan), individualBusinessCeiling: Money.Yuan(500));
        ensure.ShouldRefuseWith(code);
        if (code is not null)
            ensure.ShouldThrow<DomainException>().Error.Basis.ShouldBe(PenaltyLaw.At("第五十一条"));
    }

    [Theory, Rule("APL-51-5")]
    [InlineData(InstrumentLevel.Law, null)]
    [InlineData(InstrumentLevel.AdministrativeRegulation, "simple-procedure.ceiling-not-set-by-law")]
    [InlineData(InstrumentLevel.LocalRegulation, "simple-procedure.ceiling-not-set-by-law")]
    public void Only_a_law_may_set_another_ceiling(InstrumentLevel level, string? code)
    {
        var otherwise = new OtherwiseByLaw<Money>(Money.Yuan(500), new("《治安管理处罚法》", "第一百一十九条"), level);
        var ensure = () => SimpleProcedure.EnsureFineAllowed(PartyKind.Citizen, Money.Yuan(500), Money.Yuan(200), otherwise);
        ensure.ShouldRefuseWith(code);
    }

    [Fact, Rule("APL-51-5")]
    public void The_other_ceiling_is_a_ceiling_too() =>
        new Action(() =>
            SimpleProcedure.EnsureFineAllowed(
                PartyKind.Citizen,
                Money.Yuan(500.01m),
                Money.Yuan(200),
                new(Money.Yuan(500), new("《某法》", "第一条"), InstrumentLevel.Law)
            )
        ).ShouldRefuse(SimpleProcedure.CitizenFineOverCeiling);

    public static TheoryData<PenaltyKind> KindsForTheOrdinaryProcedure =>
        [.. Enum.GetValues<PenaltyKind>().Except([PenaltyKind.Warning, PenaltyKind.Fine, PenaltyKind.Detention])];

    [Theory, MemberData(nameof(KindsForTheOrdinaryProcedure)), Rule("APL-51-3")]
    public void Every_kind_but_warning_and_fine_needs_the_ordinary_procedure(PenaltyKind kind) =>
        new Action(() => SimpleProcedure.EnsureKindsAllowed([kind], Money.Zero)).ShouldRefuse(SimpleProcedure.KindNotAllowed);

    [Theory, Rule("APL-51-1"), Rule("APL-34")]
    [InlineData(200_00L, 200_00L, 200_00L)] // the law begins at the ceiling
    [InlineData(300_00L, 200_00L, 300_00L)]
    [InlineData(1_000_00L, 200_00L, 500_00L)] // the tier ends below the ceiling
    [InlineData(199_99L, null, null)]
    public void What_can_be_fined_on_the_spot_lies_in_the_tier_and_under_the_ceiling(long ceilingFen, long? lowest, long? highest)
    {
        var assessment = AnAssessment.Of(AnAssessment.Input(benchmark: AnAssessment.ABenchmark()));

        SimpleProcedure
            .RangeOf(assessment, Money.OfFen(ceilingFen))
            .ShouldBe(lowest is { } from ? new FenRange(from, highest!.Value) : null);
    }

    [Fact, Rule("APL-51-1"), Rule("APL-51-2"), Rule("APL-51-4")]
    public void Nothing_is_fined_where_tier_or_law_gives_no_fine()
    {
        var ceiling = SimpleProcedure.CeilingOf(PartyKind.Citizen, Money.Yuan(3_000));
        ceiling.ShouldBe(Money.Yuan(200));
        SimpleProcedure.CeilingOf(PartyKind.LegalPerson, Money.Yuan(200)).ShouldBe(Money.Yuan(3_000));
        SimpleProcedure.CeilingOf(PartyKind.IndividualBusiness, Money.Yuan(200)).ShouldBe(Money.Yuan(200));
        var slight = AnAssessment.Input(new() { ConfirmedTiers = [1] }, benchmark: AnAssessment.ABenchmark());
        SimpleProcedure.RangeOf(AnAssessment.Of(slight), ceiling).ShouldBeNull();
        var warned = AnAssessment.Input(atOffence: AnAssessment.ANorm(noFine: true, kinds: [PenaltyKind.Warning]));
        SimpleProcedure.RangeOf(AnAssessment.Of(warned), ceiling).ShouldBeNull();
        var judged = AnAssessment.Input(new() { Judgment = new("甲号", 1, BeforeAdministrativeFine: true) });
        SimpleProcedure.RangeOf(AnAssessment.Of(judged), ceiling).ShouldBeNull();
        SimpleProcedure.RangeOf(AnAssessment.Of(AnAssessment.Input()), ceiling).ShouldBe(new FenRange(200_00, 200_00));
    }

    [Fact, Rule("APL-18-3")]
    public void Detention_is_for_the_police_alone() =>
        new Action(() => SimpleProcedure.EnsureKindsAllowed([PenaltyKind.Fine, PenaltyKind.Detention], Money.Yuan(10))).ShouldRefuse(
            PenaltyKinds.DetentionNotOurs
        );

    [Fact, Rule("APL-51-3")]
    public void Kinds_and_amount_must_fit_each_other()
    {
        new Action(() => SimpleProcedure.EnsureKindsAllowed([PenaltyKind.Fine], Money.Yuan(1))).ShouldRefuse(null);
        new Action(() => SimpleProcedure.EnsureKindsAllowed([PenaltyKind.Warning], Money.Zero)).ShouldRefuse(null);
        new Action(() => SimpleProcedure.EnsureKindsAllowed([PenaltyKind.Warning, PenaltyKind.Fine], Money.Yuan(1))).ShouldRefuse(null);
        new Action(() => SimpleProcedure.EnsureKindsAllowed([PenaltyKind.Warning], Money.Yuan(1))).ShouldRefuse(
            SimpleProcedure.AmountDoesNotFitKind,
            "有罚款数额而种类中没有罚款"
        );
        new Action(() => SimpleProcedure.EnsureKindsAllowed([PenaltyKind.Fine], Money.Zero)).ShouldRefuse(
            SimpleProcedure.AmountDoesNotFitKind,
            "种类为罚款而数额为零"
        );
        new Action(() => SimpleProcedure.EnsureKindsAllowed([], Money.Zero)).ShouldRefuse(SimpleProcedure.AmountDoesNotFitKind);
    }

    [Fact, Rule("APL-52-4")]
    public void The_decision_is_reported_back_within_two_working_days_unless_the_place_says_otherwise()
    {
        Deadline.From(SimpleProcedure.ReportBack(), Date("2025-09-30"), Shipped).LastDay.ShouldBe(Date("2025-10-10"));
        Deadline.From(SimpleProcedure.ReportBack(), Date("2025-09-30"), Shipped).Explanation.ShouldExplainItself();
        Deadline.From(SimpleProcedure.ReportBack(5), Date("2025-09-30"), Shipped).LastDay.ShouldBe(Date("2025-10-14"));
    }

    [Fact, Rule("APL-61-1")]
    public void An_absent_party_is_served_within_seven_working_days() =>
        Deadline.From(Domain.Documents.HandingOver.PartyAbsent, Date("2023-04-20"), Shipped).LastDay.ShouldBe(Date("2023-04-28"));

    [Fact, Rule("APL-9")]
    public void The_list_of_kinds_is_closed_and_atomic()
    {
        Enum.GetValues<PenaltyKind>().Length.ShouldBe(13);
        foreach (var kind in Enum.GetValues<PenaltyKind>())
            PenaltyKinds.Parse(kind.Term()).ShouldBe(kind);
        new Action(() => PenaltyKinds.Parse("责令改正")).ShouldRefuse(PenaltyKinds.Unknown);
        new Action(() => PenaltyKinds.Parse("没收违法所得、没收非法财物")).ShouldRefuse(PenaltyKinds.Unknown);
    }

    [Fact, Rule("APL-9")]
    public void Kinds_weigh_as_in_the_form_of_2021() =>
        Enum.GetValues<PenaltyKind>()
            .OrderBy(k => k.DefaultWeight())
            .Select(k => k.Term())
            .ShouldBe([
                "警告",
                "通报批评",
                "罚款",
                "没收违法所得",
                "没收非法财物",
                "暂扣许可证件",
                "降低资质等级",
                "限制开展生产经营活动",
                "责令停产停业",
                "责令关闭",
                "限制从业",
                "吊销许可证件",
                "行政拘留",
            ]);
}
