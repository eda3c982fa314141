using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.StreetTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Whose the things are that were taken: after another party, after a notice, and after they were with the police.</summary>
public sealed class OwnersOfThingsTests
{
    private static readonly IdentifyParty Other = PartyIdentified with
    {
        DoneAt = At("2024-07-15", 11),
        PartyId = Guid.NewGuid(),
        Party = new()
        {
            Kind = PartyKind.LegalPerson,
            Name = "别家商店",
            Representative = "钱七",
        },
    };

    [Theory, Rule("CHANGE-PARTY"), Rule("ACL-27-28")]
    [InlineData(PartyChangeGround.WrongParty, "赵六", true)] // the former party gets its own
    [InlineData(PartyChangeGround.WrongParty, "钱七", false)]
    [InlineData(PartyChangeGround.Succeeded, "钱七", true)] // a successor takes its place
    [InlineData(PartyChangeGround.Succeeded, "赵六", false)]
    public void Things_go_back_to_the_party_from_whom_they_were_taken(PartyChangeGround ground, string receiver, bool passes)
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        ChangeTo(played, ground);
        var back = Lift("2024-07-16") with { ReceivedByName = receiver, ReceivedByTie = null };
        played.Doing(back).ShouldRefuse(passes ? null : CoercionLifting.ReturnedToAnother);
        if (!passes)
            played.Reopened().Doing(back with { ReceivedByTie = "受当事人委托" }).ShouldRefuse(null);
    }

    [Fact, Rule("CHANGE-PARTY"), Rule("APL-56")]
    public void Registered_things_go_back_to_the_former_party_and_the_return_states_it()
    {
        var played = Filed();
        Preserved(played);
        ChangeTo(played, PartyChangeGround.WrongParty);
        played.Doing(Dealt("2024-07-16", new ThingDisposed(1, PreserveDisposal.Returned))).ShouldRefuse(RegisterPreserve.ReturnedToAnother);
        played
            .Doing(Dealt("2024-07-16", new ThingDisposed(1, PreserveDisposal.Returned, "别家商店")))
            .ShouldRefuse(RegisterPreserve.ReturnedToAnother);
        played.Do(Dealt("2024-07-16", new ThingDisposed(1, PreserveDisposal.Returned, "某某商店")));
        var paper = played.File.Papers.Last(p => p.Kind is DocumentKind.PreservationHandling);
        played.File.Service.AddresseeOf([paper], Date("2024-07-16")).Name.ShouldBe("某某商店"); // it concerns the former party
        var notice = played.File.Papers.Last(p => p.Kind is DocumentKind.PreservationNotice);
        new Action(() => played.File.Service.AddresseeOf([paper, notice], Date("2024-07-16"))).ShouldRefuse(
            ServiceOnFile.SeveralAddressees
        );
    }

    [Fact, Rule("CHANGE-PARTY"), Rule("ACL-24")]
    public void What_is_still_held_is_served_on_the_party_that_took_the_place()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11")); // handed to the former party on the spot
        Unserved(played).ShouldBeEmpty();
        played.Serve(DocumentKind.SeizureDecision, "2024-07-12");
        ChangeTo(played, PartyChangeGround.WrongParty);
        Unserved(played).ShouldBe([InvestigationGates.SealingNotServed]);
        played.Serve(DocumentKind.SeizureDecision, "2024-07-16", relation: ReceiverRelation.LegalRepresentative, receiver: "钱七");
        Unserved(played.Reopened()).ShouldBeEmpty();
    }

    [Fact, Rule("CHANGE-PARTY")]
    public void What_went_back_before_the_change_needs_no_service_on_the_other_party()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        played.Do(Lift("2024-07-12"));
        ChangeTo(played, PartyChangeGround.WrongParty);
        Unserved(played).ShouldBeEmpty();
    }

    [Fact, Rule("ACL-27-28")]
    public void An_owner_found_during_the_notice_is_called_before_the_things_are_unclaimed()
    {
        var played = InTheStreet();
        played.Do(Detained() with { OwnerUnknown = Nobody });
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Do(Announced("2024-07-12") with { Ground = LiftingGround.NotNeeded });
        played.Do(PartyIdentified with { DoneAt = At("2024-07-15") });
        var unclaimed = Unclaimed("2024-08-13");
        played.Doing(unclaimed, Role.Head).ShouldRefuse(ThingsDisposed.OwnerNotCalled);
        var again = Announced("2024-07-22") with { Ground = LiftingGround.NotNeeded };
        played.Doing(again).ShouldRefuse(ThingsDisposed.OwnerNotCalled);
        played.Doing(again with { CalledOn = Date("2024-07-08") }).ShouldRefuse(ThingsDisposed.OwnerNotCalled); // before they were taken
        played.Doing(again with { CalledOn = Date("2024-07-16") }).ShouldRefuse(ThingsDisposed.OwnerNotCalled, "录音");
        played.Do(again with { CalledOn = Date("2024-07-16"), CallSha256 = [Hash] });
        played.Doing(again with { CalledOn = Date("2024-07-16"), CallSha256 = [Hash] }).ShouldRefuse(MeasuresOnFile.AlreadyAnnounced);
        played.Doing(unclaimed, Role.Head).ShouldRefuse(ThingsDisposed.StillClaimable); // thirty days from the second notice
        played.Do(Unclaimed("2024-08-22"), Role.Head);
    }

    [Fact, Rule("APL-56")]
    public void What_comes_back_from_a_test_while_the_owner_is_unknown_is_announced_with_the_rest()
    {
        var played = InTheStreet();
        played.Do(Approved(), Role.Head);
        played.Do(Registration() with { OwnerUnknown = Nobody });
        played.Do(Dealt("2024-07-10", new ThingDisposed(1, PreserveDisposal.SentForTesting)));
        played.Doing(Dealt("2024-07-20", new ThingDisposed(1, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.NobodyToReturnTo);
        played.Do(Announced("2024-07-22") with { Ground = null });
        played
            .Doing(Dealt("2024-07-23", new ThingDisposed(1, PreserveDisposal.SentForTesting)))
            .ShouldRefuse(MeasuresOnFile.AlreadyAnnounced);
        played.Reopened().Do(Unclaimed("2024-08-22") with { Positions = [1] }, Role.Head);
        played.Do(ToTreasury("2024-08-22", 0) with { Things = [new(1, 0, 0)] });
        played.File.Measures.Open.ShouldBeEmpty();
    }

    [Fact, Rule("ACL-27-28")]
    public void Nothing_is_dealt_with_while_nothing_is_decided()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        played.Doing(Lift("2024-07-12") with { Ground = LiftingGround.DealtWith }).ShouldRefuse(MeasuresOnFile.NotDealtWith);
        played.Do(new WithdrawCase { DoneAt = At("2024-07-13"), Reason = "违法事实不存在" }, Role.Head);
        played.Doing(Lift("2024-07-14") with { Ground = LiftingGround.DealtWith }).ShouldRefuse(null);
    }

    [Theory, Rule("ACL-18"), Rule("APL-56")]
    [InlineData("手推车", 1, "辆", true)]
    [InlineData("手 推车", 1, "辆", true)] // the same name
    [InlineData("手推车", 2, "辆", false)]
    [InlineData("手推车", 1, "台", false)]
    [InlineData("冰柜", 1, "辆", false)]
    public void No_more_is_taken_than_the_head_approved(string name, int quantity, string unit, bool passes)
    {
        ListedThing taken = new(name, quantity, unit, "完好");
        new Action(() => ThingToTake.EnsureApproved(ToTake(Cart), [taken], CoerciveMeasure.NotApproved, "/objects")).ShouldRefuse(
            passes ? null : CoerciveMeasure.NotApproved
        );
        new Action(() => ThingToTake.EnsureApproved([], [taken], CoerciveMeasure.NotApproved, "/objects")).ShouldRefuse(null); // of before
    }

    [Theory, Rule("ACL-18")]
    [InlineData("0.001", true)]
    [InlineData("1000000000", true)]
    [InlineData("1000000000.001", false)]
    [InlineData("79228162514264337593543950335", false)] // two of them are more than can be added up
    [InlineData("0", false)]
    [InlineData("-1", false)]
    public void A_quantity_can_be_counted(string quantity, bool passes)
    {
        var taken = Cart with { Quantity = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture) };
        new Action(() => ThingToTake.EnsureNamed(ToTake(taken))).ShouldRefuse(passes ? null : OrdinaryFile.Incomplete);
        new Action(() =>
            ThingToTake.EnsureApproved(ToTake(taken, taken), [taken, taken], CoerciveMeasure.NotApproved, "/objects")
        ).ShouldRefuse(passes ? null : OrdinaryFile.Incomplete);
    }

    [Fact, Rule("ACL-18")]
    public void A_list_in_two_lines_is_added_up_and_an_approval_names_things()
    {
        new Action(() => ThingToTake.EnsureApproved(ToTake(Cart), [Cart, Cart], CoerciveMeasure.NotApproved, "/objects")).ShouldRefuse(
            CoerciveMeasure.NotApproved
        );
        var played = WithPower();
        played.Doing(Agree("2024-07-11") with { Things = [] }, Role.Head).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Agree("2024-07-11") with { Things = [new("车", 0, "辆")] }, Role.Head).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Do(Agree("2024-07-11") with { Things = [new("冰柜", 1, "台")] }, Role.Head);
        played.Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.NotApproved);
        played.Doing(Approved() with { Things = [] }, Role.Head).ShouldRefuse(OrdinaryFile.Incomplete);
    }

    [Fact, Rule("ACL-17"), Rule("CHANGE-MATTER")]
    public void Power_is_asked_for_the_matter_as_it_is_now_and_a_refusal_needs_none()
    {
        var played = WithPower();
        played.Do(Seal("2024-07-11") with { Emergency = true });
        played.SetNothing(); // as after a change of the matter
        played.Doing(Agree("2024-07-12", Thing), Role.Head).ShouldRefuse(CoerciveMeasure.NoPower);
        played.Doing(Agree("2024-07-12") with { Agrees = false, MeasureId = Thing }, Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-17")]
    public void Without_power_nothing_is_extended()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        played.SetNothing();
        played.Doing(Extend("2024-07-12"), Role.Head).ShouldRefuse(CoerciveMeasure.NoPower);
    }

    private static IEnumerable<DomainError> Unserved(PlayedCase played) =>
        InvestigationGates.SealingDecisionsServed.FindObstacles(played.File, null!, default).Select(o => o.Error);

    internal static ApprovePreservation Approved() =>
        new()
        {
            DoneAt = At("2024-07-09", 11),
            Purpose = "易转移",
            Things = ToTake(Cart),
            Opinion = "同意",
        };

    internal static PreserveEvidence Registration() =>
        new()
        {
            DoneAt = At("2024-07-09", 12),
            Attendance = Both("2024-07-09", 11),
            PreservationId = Thing,
            Risk = "易转移",
            Things = [Cart],
            KeptAt = "街道仓库",
            Signature = new(Signed: true),
        };

    private static void Preserved(PlayedCase played)
    {
        played.Do(Approved() with { DoneAt = At("2024-07-11", 9) }, Role.Head);
        played.Do(Registration() with { DoneAt = At("2024-07-11", 11), Attendance = Both("2024-07-11") });
    }

    private static void ChangeTo(PlayedCase played, PartyChangeGround ground)
    {
        played.Do(SceneOn("2024-07-14"));
        played.Do(
            new ChangeParty
            {
                DoneAt = At("2024-07-15"),
                Ground = ground,
                OtherPartyName = Other.Party.Name,
                Reason = "查明的当事人不同",
                EvidenceIds = [Scene],
                FormerPartyInformed = "已电话告知",
            },
            Role.Head
        );
        played.Do(Other);
    }
}
