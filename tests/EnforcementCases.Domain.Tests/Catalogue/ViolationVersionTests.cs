using System.Globalization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Penalties.PenaltyKind;

namespace EnforcementCases.Domain.Tests.Catalogue;

public sealed class ViolationVersionTests
{
    [Fact]
    public void Complete_row_is_decidable_and_what_threatens_no_fine_needs_no_range_of_one()
    {
        AViolation.With().NotDecidableBecause.ShouldBeEmpty();
        AViolation.With(kinds: [Warning], noFine: true).NotDecidableBecause.ShouldBeEmpty();
        AViolation
            .With(kinds: [Warning, Fine], noFine: true)
            .NotDecidableBecause.ShouldBe([UndecidableReason.NoFineRange, UndecidableReason.NoStructure]);
        AViolation.With(kinds: [Warning, Fine], branches: [new() { Must = [Warning, Fine] }]).NotDecidableBecause.ShouldBeEmpty();
        AViolation
            .With(kinds: [], noFine: true, branches: [new() { Orders = [CorrectiveOrder.DemolishByDate] }])
            .NotDecidableBecause.ShouldBeEmpty(); // an order can be the whole decision
    }

    public static TheoryData<ViolationVersion, UndecidableReason> Incomplete =>
        new()
        {
            { AViolation.With(ready: false), UndecidableReason.NotChecked },
            { AViolation.With(noStart: true), UndecidableReason.NoStartDate },
            { AViolation.With(kinds: []), UndecidableReason.NoPenaltyKind },
            { AViolation.With(noFine: true), UndecidableReason.NoFineRange },
            { AViolation.With(kinds: [Warning, Fine]), UndecidableReason.NoStructure },
            { AViolation.With(level: InstrumentLevel.NormativeDocument), UndecidableReason.BasisTooLow },
        };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Incomplete_row_is_recordable_but_not_decidable_even_if_marked_ready(ViolationVersion row, UndecidableReason reason)
    {
        row.NotDecidableBecause.ShouldBe([reason]);
        row.IsRecordable.ShouldBeTrue();
    }

    [Fact]
    public void Row_of_another_place_is_neither()
    {
        var row = AViolation.With(appliesInTianjin: false);

        new Action(row.EnsureDecidable).ShouldRefuse(ViolationVersion.NotDecidable);
        row.IsRecordable.ShouldBeFalse();
    }

    [Fact]
    public void A_range_for_one_side_is_a_range_and_what_is_missing_is_named()
    {
        new Action(() => AViolation.With(ready: false, noStart: true).EnsureDecidable()).ShouldRefuse(
            ViolationVersion.NotDecidable,
            "TJ-XX-01：条款或者金额尚待核实；施行日期不明"
        );
        new Action(() => AViolation.With(noFine: true).FineFor(PartyKind.Citizen, false)).ShouldRefuse(
            ViolationVersion.NoFineForParty,
            "TJ-XX-01 《天津市市容和环境卫生管理条例》第五十条"
        );
    }

    [Theory, Rule("APL-59")]
    [InlineData("《天津市市容和环境卫生管理条例》", "第五十条", false)]
    [InlineData("《天津市市容和环境卫生管理条例》", "第五十条第一款第（二）项", false)]
    [InlineData("《天津市市容和环境卫生管理条例》", "第五条", true)]
    [InlineData("《天津市市容和环境卫生管理条例》", "第十五条", true)] // broken, and threatens nothing
    [InlineData("《天津市行政处罚裁量权基准》", "第五十条", true)]
    public void A_penalty_rests_on_the_provision_that_threatens_it(string instrument, string article, bool refused)
    {
        var other = new EnforcementCases.Domain.LegalBasis("《行政处罚法》", "第二十八条");
        new Action(() => AViolation.With().EnsureCited([other, new(instrument, article)])).ShouldRefuse(
            refused ? ViolationVersion.NotCited : null,
            refused ? "第五十条" : ""
        );
    }

    [Fact]
    public void Party_to_whom_no_fine_is_threatened_cannot_be_fined() =>
        new Action(() => AViolation.With(noFine: true).FineFor(PartyKind.Citizen, false)).ShouldRefuse(ViolationVersion.NoFineForParty);

    [Theory]
    [InlineData(PartyKind.Citizen, false, 2_000)]
    [InlineData(PartyKind.IndividualBusiness, false, 2_000)]
    [InlineData(PartyKind.IndividualBusiness, true, 5_000)]
    [InlineData(PartyKind.LegalPerson, false, 5_000)]
    [InlineData(PartyKind.OtherOrganisation, false, 5_000)]
    [Rule("APL-51-4")]
    public void Range_follows_the_party_and_the_place(PartyKind party, bool asOrganisation, int highestYuan) =>
        AViolation.With().FineFor(party, asOrganisation).RangeFor().AtMost.ShouldBe(Money.Yuan(highestYuan));

    [Theory]
    [InlineData("2003-05-21", false)]
    [InlineData("2003-05-22", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Version_is_in_force_from_its_first_to_its_last_day(string day, bool inForce) =>
        AViolation
            .With(from: new(2003, 5, 22), to: new(2026, 12, 31))
            .IsInForceOn(DateOnly.Parse(day, CultureInfo.InvariantCulture))
            .ShouldBe(inForce);
}
