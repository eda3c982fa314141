using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Offering, asking for, calling, holding and using a hearing. 行政处罚法 第六十三条至第六十五条.</summary>
public sealed class HearingTests
{
    private static readonly Guid Host = Guid.NewGuid();

    private static readonly HearingRecord Held = new(
        At("2025-10-15"),
        Host,
        ClosedGround: null,
        IsPublic: true,
        Agents: 2,
        HearingAttendance.Attended,
        InvestigatorsSpoke: true,
        PartyArgued: true,
        RecordSigned: true
    );

    [Theory, Rule("APL-63"), Rule("TJ-HEAR")]
    [InlineData(PenaltyKind.Fine, 4_999_99, PartyKind.Citizen, null)]
    [InlineData(PenaltyKind.Fine, 5_000_00, PartyKind.Citizen, HearingGround.LargeFine)] // the amount itself counts
    [InlineData(PenaltyKind.Fine, 5_000_00, PartyKind.IndividualBusiness, HearingGround.LargeFine)]
    [InlineData(PenaltyKind.Fine, 49_999_99, PartyKind.LegalPerson, null)]
    [InlineData(PenaltyKind.Fine, 50_000_00, PartyKind.LegalPerson, HearingGround.LargeFine)]
    [InlineData(PenaltyKind.Fine, 50_000_00, PartyKind.OtherOrganisation, HearingGround.LargeFine)]
    [InlineData(PenaltyKind.ConfiscationOfGains, 4_999_99, PartyKind.Citizen, null)]
    [InlineData(PenaltyKind.ConfiscationOfGains, 5_000_00, PartyKind.Citizen, HearingGround.LargeGains)]
    [InlineData(PenaltyKind.ConfiscationOfGoods, 49_999_99, PartyKind.LegalPerson, null)]
    [InlineData(PenaltyKind.ConfiscationOfGoods, 50_000_00, PartyKind.LegalPerson, HearingGround.LargeGoods)]
    [InlineData(PenaltyKind.QualificationDowngrade, 0, PartyKind.LegalPerson, HearingGround.QualificationOrLicence)]
    [InlineData(PenaltyKind.LicenceRevocation, 0, PartyKind.Citizen, HearingGround.QualificationOrLicence)]
    [InlineData(PenaltyKind.LicenceSuspension, 0, PartyKind.Citizen, null)]
    [InlineData(PenaltyKind.SuspensionOfOperation, 0, PartyKind.Citizen, HearingGround.ClosureOrBan)]
    [InlineData(PenaltyKind.Closure, 0, PartyKind.LegalPerson, HearingGround.ClosureOrBan)]
    [InlineData(PenaltyKind.OccupationBan, 0, PartyKind.Citizen, HearingGround.ClosureOrBan)]
    [InlineData(PenaltyKind.RestrictionOfOperation, 0, PartyKind.Citizen, null)]
    [InlineData(PenaltyKind.PublicCriticism, 0, PartyKind.Citizen, null)]
    public void A_hearing_is_offered_for_what_is_proposed(PenaltyKind kind, long fen, PartyKind party, HearingGround? ground)
    {
        var grounds = HearingRight.Grounds([new(kind, fen)], party, Amounts());
        grounds.ShouldBe(ground is { } g ? [g] : []);
        new Action(() => HearingRight.EnsureNotified(Notice("2024-09-13", hearingRight: false), grounds)).ShouldRefuse(
            ground is not null,
            HearingRight.NotNotified
        );
        new Action(() => HearingRight.EnsureNotified(Notice("2024-09-13", hearingRight: true), grounds)).ShouldRefuse(null);
    }

    /// <summary>生态环境行政处罚办法 第八条: a stop that is ordered is heard like one that is imposed, unless the legal office confirms otherwise.</summary>
    [Theory, Rule("PEN-STOP"), Rule("ORDER-ALONE")]
    [InlineData(CorrectiveOrder.SuspendBusinessToRectify, HearingGround.ClosureOrBan)]
    [InlineData(CorrectiveOrder.SuspendWorkToRectify, HearingGround.ClosureOrBan)]
    [InlineData(CorrectiveOrder.SuspendConstruction, HearingGround.ClosureOrBan)]
    [InlineData(CorrectiveOrder.DemolishByDate, HearingGround.OtherHeavier)]
    [InlineData(CorrectiveOrder.CorrectByDate, null)]
    [InlineData(CorrectiveOrder.StopConstruction, null)]
    public void Some_orders_are_heard_like_a_penalty_as_the_place_sets(CorrectiveOrder order, HearingGround? ground)
    {
        var shipped = LocalParameter.Shipped.ToDictionary(p => p.Key);
        var settings = OrderSettings.From(key => new(shipped[key], shipped[key].Default, IsConfirmed: false, "", null, null, null));
        DecisionOrder[] orders = [new("停业整治", Kind: order)];

        HearingRight
            .Grounds([], PartyKind.Citizen, Amounts() with { Orders = settings }, orders: orders)
            .ShouldBe(ground is { } g ? [g] : []);
        HearingRight.Grounds([], PartyKind.Citizen, Amounts() with { Orders = OrderSettings.None }, orders: orders).ShouldBeEmpty();
    }

    [Theory, Rule("TJ-HEAR")]
    [InlineData(PenaltyKind.ConfiscationOfGains, PartyKind.Citizen, "hearing.gains.citizen")]
    [InlineData(PenaltyKind.ConfiscationOfGains, PartyKind.LegalPerson, "hearing.gains.organisation")]
    [InlineData(PenaltyKind.ConfiscationOfGoods, PartyKind.IndividualBusiness, "hearing.goods.citizen")]
    [InlineData(PenaltyKind.ConfiscationOfGoods, PartyKind.OtherOrganisation, "hearing.goods.organisation")]
    public void What_is_confiscated_has_an_amount_of_its_own_for_each_side(PenaltyKind kind, PartyKind party, string key) =>
        Amounts().For(kind, party)!.Parameter.Key.Text.ShouldBe(key);

    [Fact, Rule("APL-64-3")]
    public void A_party_may_come_without_agents_and_the_decision_may_fall_at_the_end_of_the_hearing()
    {
        HearingConduct.Faults(Held with { Agents = 0 }, []).ShouldBeEmpty();
        HearingConduct.ObstacleUnlessOnRecord(requested: true, Held, refersToRecord: true, Held.At).ShouldBeNull();
        HearingConduct.ObstacleUnlessOnRecord(requested: true, Held, refersToRecord: true, Held.At.AddHours(-1)).ShouldNotBeNull();
    }

    [Fact, Rule("APL-63")]
    public void Officers_may_see_a_ground_that_no_figure_shows() =>
        HearingRight
            .Grounds([Fine(5_000), new(PenaltyKind.RestrictionOfOperation)], PartyKind.Citizen, Amounts(), [HearingGround.OtherHeavier])
            .ShouldBe([HearingGround.LargeFine, HearingGround.OtherHeavier]);

    [Fact, Rule("TJ-HEAR")]
    public void An_unconfirmed_amount_stops_what_hangs_on_it_and_nothing_else()
    {
        Rest(false, false, Fine(100)).ShouldRefuse(ParameterInForce.Unconfirmed);
        Rest(true, false, Fine(100)).ShouldRefuse(null);
        Rest(false, true, Fine(100)).ShouldRefuse(null); // the right is told anyway
        Rest(false, false, new PenaltyItem(PenaltyKind.Warning)).ShouldRefuse(null); // no amount
        Rest(false, false, Fine(100), new(PenaltyKind.Closure)).ShouldRefuse(null); // another ground decides

        static Action Rest(bool confirmed, bool rightNotified, params PenaltyItem[] items) =>
            () => HearingRight.EnsureAmountsConfirmed(items, PartyKind.Citizen, Amounts(confirmed), rightNotified);
    }

    [Theory, Rule("APL-64-1")]
    [InlineData("2024-09-23", null, null, false)]
    [InlineData("2024-09-24", null, null, true)]
    [InlineData("2024-09-26", "2024-09-23", null, false)] // posted in time
    [InlineData("2024-09-24", null, "当事人住院", false)] // the organ accepts it
    public void A_hearing_is_asked_for_within_five_working_days(string arrived, string? posted, string? accepted, bool refused) =>
        new Action(() =>
            HearingRequest.EnsureInTime(new(Date(arrived), posted is null ? null : Date(posted)), Date("2024-09-13"), Shipped, accepted)
        ).ShouldRefuse(refused, HearingRequest.Late);

    [Theory, Rule("APL-64-2")]
    [InlineData("2025-09-28", "2025-09-20", false)] // a make-up Sunday
    [InlineData("2025-09-29", "2025-09-20", true)]
    [InlineData("2025-09-20", "2025-09-29", true)] // one of several told too late
    public void Everybody_is_told_seven_whole_working_days_before(string first, string second, bool refused)
    {
        HearingConduct.LatestNotice(Date("2025-10-15"), Shipped).ShouldBe(Date("2025-09-28"));
        HearingConduct.EarliestHearing(Date("2025-09-28"), Shipped).ShouldBe(Date("2025-10-15"));
        new Action(() => HearingConduct.EnsureNotifiedInTime([Date(first), Date(second)], Date("2025-10-15"), Shipped)).ShouldRefuse(
            refused,
            HearingConduct.NoticeTooShort
        );
        new Action(() => HearingConduct.EnsureNotifiedInTime([], Date("2025-10-15"), Shipped)).ShouldRefuse(HearingConduct.NoticeTooShort);
    }

    [Fact, Rule("APL-64-3")]
    public void A_hearing_is_held_as_the_law_asks()
    {
        Hold(Held).ShouldRefuse(null);
        Hold(Held with { HostPersonId = OfficerA }).ShouldRefuse(HearingConduct.HostInvestigated);
        Hold(Held with { HostRecusalUndecided = true }).ShouldRefuse(HearingConduct.HostRecusalUndecided);
        Hold(Held with { Agents = 3 }).ShouldRefuse(HearingConduct.TooManyAgents);
        Hold(Held with { IsPublic = false }).ShouldRefuse(HearingConduct.NotPublic, "没有不公开的法定理由");
        Hold(Held with { IsPublic = false, ClosedGround = ClosedHearingGround.Privacy }).ShouldRefuse(null);
        Hold(Held with { ClosedGround = ClosedHearingGround.Privacy }).ShouldRefuse(HearingConduct.NotPublic, "列有不公开的理由");
        Hold(Held with { InvestigatorsSpoke = false }).ShouldRefuse(HearingConduct.NotArgued, "调查人员举证");
        Hold(Held with { PartyArgued = false }).ShouldRefuse(HearingConduct.NotArgued, "当事人申辩");
        Hold(Held with { RecordSigned = false }).ShouldRefuse(HearingConduct.RecordNotSigned);
        Hold(Held with { RecordSigned = false, RefusalNote = "当事人拒绝签字" }).ShouldRefuse(null);
        HearingConduct.Faults(Held with { Agents = 3, RecordSigned = false }, []).Count.ShouldBe(2, "a screen shows all of it");

        static Action Hold(HearingRecord hearing) => () => HearingConduct.EnsureLawful(hearing, [OfficerA, OfficerB]);
    }

    [Theory, Rule("APL-64-3")]
    [InlineData(HearingAttendance.Attended, HearingEnd.Held)]
    [InlineData(HearingAttendance.UnexcusedAbsence, HearingEnd.DeemedWaived)]
    [InlineData(HearingAttendance.LeftWithoutLeave, HearingEnd.DeemedWaived)]
    [InlineData(HearingAttendance.ExcusedAbsence, HearingEnd.Postponed)]
    public void Staying_away_without_excuse_gives_the_right_up(HearingAttendance attendance, HearingEnd end)
    {
        var hearing = Held with { Attendance = attendance };
        HearingConduct.EndOf(hearing).ShouldBe(end);
        if (end is not HearingEnd.Held)
            HearingConduct.Faults(hearing with { PartyArgued = false, RecordSigned = false }, []).ShouldBeEmpty();
    }

    [Fact, Rule("APL-65")]
    public void The_decision_rests_on_the_record_of_the_hearing()
    {
        Decide(false, null, false).ShouldRefuse(null);
        Decide(true, null, false).ShouldRefuse(HearingConduct.NotDecidedOnRecord);
        Decide(true, Held, true).ShouldRefuse(null);
        Decide(true, Held, false).ShouldRefuse(HearingConduct.NotDecidedOnRecord);
        Decide(true, Held with { At = At("2025-10-21") }, true).ShouldRefuse(HearingConduct.NotDecidedOnRecord);
        Decide(true, Held with { Attendance = HearingAttendance.ExcusedAbsence }, true).ShouldRefuse(HearingConduct.NotDecidedOnRecord);
        Decide(true, Held with { Attendance = HearingAttendance.UnexcusedAbsence }, false).ShouldRefuse(null);

        static Action Decide(bool requested, HearingRecord? hearing, bool refers) =>
            () => HearingConduct.EnsureDecidedOnRecord(requested, hearing, refers, At("2025-10-20"));
    }
}
