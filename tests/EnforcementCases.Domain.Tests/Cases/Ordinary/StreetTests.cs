using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>What is done in the street before a case is filed, and what becomes of the things taken there.</summary>
public sealed class StreetTests
{
    internal static readonly UnknownOwner Nobody = new("现场喊话、询问周边商户，无人认领");

    [Fact, Rule("ACL-19"), Rule("APL-54")]
    public void Before_the_filing_the_street_records_seals_and_asks_and_the_case_is_filed_on_it()
    {
        var played = InTheStreet();
        played.Do(Inquiry("2024-07-09") with { StatedIdentity = "自称王五", As = InquiredAs.Witness });
        played.Do(Detained() with { OwnerUnknown = Nobody });
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Do(PartyIdentified with { DoneAt = At("2024-07-10", 9) });
        played
            .Doing(FilingAsked with { DoneAt = At("2024-07-10", 10), DiscoveredOn = Date("2024-07-10") })
            .ShouldRefuse(StreetActs.BeforeDiscovery);
        played.Do(FilingAsked with { DoneAt = At("2024-07-10", 10), DiscoveredOn = Date("2024-07-09") });
        played.File.Evidence.Items.Count.ShouldBe(3); // two scenes, one inquiry
        played.File.Measures.Open.Single().Since.ShouldBe(At("2024-07-09", 12));
        played.Deadline(DeadlineKind.Sealing).LastDay.ShouldBe(Date("2024-08-08"));
    }

    [Fact, Rule("REF-ORDER")]
    public void What_was_done_in_the_street_is_entered_with_its_hour_but_not_before_the_clue()
    {
        var played = InTheStreet();
        played.Doing(Inquiry("2024-07-08")).ShouldRefuse(OrdinaryFile.TooEarly, "线索于 2024-07-09 09:00 收到");
        played.Do(PartyIdentified);
        played.Do(FilingAsked);
        played.Do(EndorseFiling(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Do(EndorseFiling(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Do(new FileCase { DoneAt = At("2024-07-10", 9), Opinion = "同意立案" }, Role.Head);
        played.Doing(PartyIdentified).ShouldRefuse(OrdinaryFile.TooEarly); // who the party is, is not rewritten
        played.Do(Detained()); // at noon of the day before
        played.File.Measures.Open.Single().Since.ShouldBe(At("2024-07-09", 12));
    }

    [Fact, Rule("ACL-18")]
    public void An_owner_is_identified_or_unknown_and_before_anybody_is_appointed_who_was_there_enters()
    {
        var played = InTheStreet();
        played.Doing(Detained()).ShouldRefuse(OnTheScene.OwnerNotSought);
        played.Doing(Detained() with { OwnerUnknown = Nobody }, person: OfficerC).ShouldRefuse(StreetActs.NotThere);
        played.Do(PartyIdentified);
        played.Doing(Detained() with { OwnerUnknown = Nobody }).ShouldRefuse(OnTheScene.OwnerKnown);
        played.Doing(Detained() with { SceneRecordId = Guid.NewGuid() }).ShouldRefuse(EvidenceRules.NotInFile);
        played.Doing(Detained() with { SceneRecordId = null }).ShouldRefuse(CoerciveMeasure.StepMissing, "第七项");
        played.Doing(Detained() with { SceneRecordReference = "笔录" }).ShouldRefuse(OnTheScene.RecordOfAnotherScene);
        played.Doing(Detained() with { Basis = "《某条例》第四十条" }).ShouldRefuse(OnTheScene.BasisNotOfCatalogue);
        played.Do(Detained());
        played.File.Last<SealProperty>()!.Basis.ShouldBe("某决定");
    }

    [Fact, Rule("ACL-18-SPOT"), Rule("ACL-19")]
    public void What_was_not_approved_in_time_is_lifted_and_carries_nothing()
    {
        var played = Identified();
        played.Do(Detained());
        played.Doing(Agree("2024-07-11", Thing, CoerciveMeasureKind.Detain), Role.Head).ShouldRefuse(EmergencyMeasure.NotApprovedInTime);
        played.Doing(Extend("2024-07-11"), Role.Head).ShouldRefuse(EmergencyMeasure.NotApprovedInTime);
        played.Doing(Sell("2024-07-11"), Role.Head).ShouldRefuse(EmergencyMeasure.NotApprovedInTime);
        played.Do(SceneOn("2024-07-10", 13) with { EvidenceId = Second });
        played
            .Doing(
                Detained() with
                {
                    MeasureId = Guid.NewGuid(),
                    SceneRecordId = Second,
                    Attendance = Both("2024-07-10", 12),
                    DoneAt = At("2024-07-10", 13),
                    DeliveredAt = At("2024-07-10", 13),
                    ReasonsBasisAndRightsNotifiedAt = At("2024-07-10", 13),
                }
            )
            .ShouldRefuse(EmergencyMeasure.NotApprovedInTime); // the same things are not taken twice to win time
        played.Doing(Lift("2024-07-11") with { Ground = LiftingGround.DealtWith }).ShouldRefuse(EmergencyMeasure.NotApprovedInTime);
        played.Doing(Lift("2024-07-10") with { Ground = LiftingGround.NotApproved }).ShouldRefuse(EmergencyMeasure.NotUnapproved);
        played.Doing(new DeclineToFile { DoneAt = At("2024-07-11"), Reason = "轻微" }, Role.Head).ShouldRefuse(MeasuresOnFile.StillHeld);
        played.Do(Lift("2024-07-11") with { Ground = LiftingGround.NotApproved });
        played.Doing(new DeclineToFile { DoneAt = At("2024-07-11"), Reason = "轻微" }, Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-28-SELL")]
    public void What_does_not_keep_is_sold_as_approved_and_its_money_goes_back()
    {
        var played = Identified();
        played.Do(Detained());
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Doing(Sold("2024-07-10")).ShouldRefuse(ThingsDisposed.NotApproved);
        played.Doing(Sell("2024-07-10") with { Positions = [] }, Role.Head).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Sell("2024-07-10") with { Positions = [3] }, Role.Head).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Sell("2024-07-10") with { Positions = [2, 2] }, Role.Head).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Do(Sell("2024-07-10"), Role.Head);
        played.Doing(Sold("2024-07-10", 1)).ShouldRefuse(ThingsDisposed.NotApproved);
        played
            .Doing(Sold("2024-07-10") with { DoneAt = At("2024-07-10", 7), Attendance = Both("2024-07-10", 7) })
            .ShouldRefuse(ThingsDisposed.NotApproved);
        played.Do(Sold("2024-07-10"));
        played.Doing(Sell("2024-07-10"), Role.Head).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Reopened().File.Measures.Sealed.Single().Sold.Single().PriceFen.ShouldBe(50_00);

        var back = Lift("2024-07-12");
        played.Doing(back).ShouldRefuse(ThingsDisposed.ProceedsDiffer);
        played.Doing(back with { ProceedsFen = 50_00, ReceiptNumber = "退1" }).ShouldRefuse(ThingsDisposed.NotCompensated);
        played.Doing(back with { ProceedsFen = 50_00, CompensationFen = 50_00 }).ShouldRefuse(ThingsDisposed.RecordIncomplete);
        played.Do(back with { Positions = [1] });
        played.File.Measures.Open.Single().Things.Single().Name.ShouldBe("货物");
        played.Deadline(DeadlineKind.Sealing).MetAt.ShouldBeNull();
        played.Doing(back with { Positions = [1] }).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Do(back with { ProceedsFen = 50_00, CompensationFen = 50_00, ReceiptNumber = "退1" });
        played.Reopened().File.Measures.Open.ShouldBeEmpty();
        played.Deadline(DeadlineKind.Sealing).MetAt.ShouldNotBeNull();
    }

    [Fact, Rule("ACL-27-28")]
    public void What_nobody_claims_waits_for_its_notice_and_then_goes_to_the_treasury()
    {
        var played = InTheStreet();
        played.Do(Detained() with { OwnerUnknown = Nobody });
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Do(Sell("2024-07-10"), Role.Head);
        played.Do(Sold("2024-07-10"));
        played.Doing(Lift("2024-07-12")).ShouldRefuse(MeasuresOnFile.NobodyToReturnTo);
        played.Doing(Unclaimed("2024-08-09"), Role.Head).ShouldRefuse(ThingsDisposed.StillClaimable);
        played.Doing(Announced("2024-08-08") with { Ground = LiftingGround.Expired }).ShouldRefuse(CoercionLifting.TermStillRuns);
        played.Doing(Announced("2024-08-09") with { Days = 29 }).ShouldRefuse(ThingsDisposed.NoticeDays);
        played.Doing(Announced("2024-08-09") with { CalledOn = Date("2024-08-08") }).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Do(Announced("2024-08-09"));
        played.Doing(Announced("2024-08-09")).ShouldRefuse(MeasuresOnFile.AlreadyAnnounced);
        played.Deadline(DeadlineKind.Sealing).MetAt.ShouldNotBeNull();
        played.Deadline(DeadlineKind.Claim).LastDay.ShouldBe(Date("2024-09-09")); // a Sunday moves on
        played.Doing(Unclaimed("2024-09-09"), Role.Head).ShouldRefuse(ThingsDisposed.StillClaimable, "认领至 2024-09-09");
        played.Do(Unclaimed("2024-09-10"), Role.Head);
        played.Doing(ToTreasury("2024-09-10", 49_00)).ShouldRefuse(ThingsDisposed.ProceedsDiffer);
        played.Do(ToTreasury("2024-09-10", 50_00));
        played.Reopened().File.Measures.Open.ShouldBeEmpty();
        played.Deadline(DeadlineKind.Claim).MetAt.ShouldNotBeNull();
        played.Do(new DeclineToFile { DoneAt = At("2024-09-10"), Reason = "当事人不明" }, Role.Head);
    }

    [Fact, Rule("ACL-27-28")]
    public void An_owner_who_comes_while_the_notice_runs_is_identified_and_gets_the_things()
    {
        var played = InTheStreet();
        played.Do(Detained() with { OwnerUnknown = Nobody });
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Do(Announced("2024-07-12") with { Ground = LiftingGround.NotNeeded });
        played.Doing(Extend("2024-07-12"), Role.Head).ShouldRefuse(MeasuresOnFile.AlreadyAnnounced);
        played.Do(PartyIdentified with { DoneAt = At("2024-07-15") });
        played.Do(Lift("2024-07-16"));
        played.Deadline(DeadlineKind.Claim).MetAt.ShouldBe(At("2024-07-16"));
    }

    [Fact, Rule("ACL-27-28"), Rule("APL-56")]
    public void A_known_owner_is_called_first_and_preserved_things_are_never_sold()
    {
        var played = Identified();
        played.Do(
            new ApprovePreservation
            {
                DoneAt = At("2024-07-09", 11),
                Purpose = "易转移",
                Things = ToTake(Cart, Cart with { Name = "货物" }),
                Opinion = "同意",
            },
            Role.Head
        );
        played.Do(
            new PreserveEvidence
            {
                DoneAt = At("2024-07-09", 12),
                Attendance = Both("2024-07-09", 11),
                PreservationId = Thing,
                Risk = "易转移",
                Things = [Cart],
                KeptAt = "街道仓库",
                Signature = new(Signed: true),
            }
        );
        played.Doing(Sell("2024-07-10") with { Positions = [1] }, Role.Head).ShouldRefuse(ThingsDisposed.PreservedNotSold);
        var notice = Announced("2024-07-19") with { Ground = null };
        played.Doing(notice).ShouldRefuse(ThingsDisposed.OwnerNotCalled);
        played
            .Doing(notice with { CalledOn = Date("2024-07-17"), CallSha256 = [Hash], Ground = LiftingGround.NotNeeded })
            .ShouldRefuse(OrdinaryFile.Incomplete);
        played.Do(notice with { CalledOn = Date("2024-07-17"), CallSha256 = [Hash] });
        played.Deadline(DeadlineKind.Preservation).MetAt.ShouldNotBeNull();
        played.Do(Unclaimed("2024-08-20") with { Positions = [1] }, Role.Head);
        played.Do(ToTreasury("2024-08-20", 0) with { Things = [new(1, 0, 0)] });
        played.File.Measures.Open.ShouldBeEmpty();
    }

    [Fact, Rule("APL-56")]
    public void What_was_sent_for_testing_comes_back_or_is_used_up()
    {
        var played = Identified();
        played.Do(
            new ApprovePreservation
            {
                DoneAt = At("2024-07-09", 11),
                Purpose = "易转移",
                Things = ToTake(Cart, Cart with { Name = "食材" }),
                Opinion = "同意",
            },
            Role.Head
        );
        played.Do(
            new PreserveEvidence
            {
                DoneAt = At("2024-07-09", 12),
                Attendance = Both("2024-07-09", 11),
                PreservationId = Thing,
                Risk = "易转移",
                Things = [Cart, Cart with { Name = "食材" }],
                KeptAt = "街道仓库",
                Signature = new(Signed: true),
            }
        );
        played.Doing(Dealt("2024-07-10", new ThingDisposed(2, PreserveDisposal.UsedUp))).ShouldRefuse(RegisterPreserve.NotTested);
        played.Do(Dealt("2024-07-10", new(1, PreserveDisposal.Returned), new(2, PreserveDisposal.SentForTesting)));
        played.Deadline(DeadlineKind.Preservation).MetAt.ShouldBe(At("2024-07-10"));
        played.Reopened().File.Measures.Open.Single().Things.Single().Name.ShouldBe("食材");
        played.Doing(Dealt("2024-07-20", new ThingDisposed(1, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Dealt("2024-07-20", new ThingDisposed(2, PreserveDisposal.SentForTesting))).ShouldRefuse(RegisterPreserve.NotTested);
        played.Doing(Dealt("2024-08-20", new ThingDisposed(2, PreserveDisposal.Returned))).ShouldRefuse(null);
    }

    [Fact, Rule("APL-56")]
    public void What_a_test_used_up_is_dealt_with()
    {
        var played = Identified();
        played.Do(
            new ApprovePreservation
            {
                DoneAt = At("2024-07-09", 11),
                Purpose = "易转移",
                Things = ToTake(Cart, Cart with { Name = "货物" }),
                Opinion = "同意",
            },
            Role.Head
        );
        played.Do(
            new PreserveEvidence
            {
                DoneAt = At("2024-07-09", 12),
                Attendance = Both("2024-07-09", 11),
                PreservationId = Thing,
                Risk = "易转移",
                Things = [Cart],
                KeptAt = "街道仓库",
                Signature = new(Signed: true),
            }
        );
        played.Do(Dealt("2024-07-10", new ThingDisposed(1, PreserveDisposal.SentForTesting)));
        played.Do(Dealt("2024-08-20", new ThingDisposed(1, PreserveDisposal.UsedUp)));
        played.File.Measures.Open.ShouldBeEmpty();
    }

    internal static DisposePreserved Dealt(string date, params ThingDisposed[] things) =>
        new()
        {
            DoneAt = At(date),
            PreservationId = Thing,
            Things = things,
        };

    [Fact, Rule("ACL-18-SPOT"), Rule("ACL-24")]
    public void A_decision_put_up_for_an_absent_party_is_served_before_it_is_told_of_the_penalty()
    {
        var absent = Detained() with
        {
            PartyPresent = false,
            ReasonsBasisAndRightsNotifiedAt = null,
            PartyHeard = null,
            PartySigned = false,
            DeliveredAt = null,
            PostedAt = At("2024-07-09", 12),
            WitnessName = "居委会李某",
        };
        var played = Identified();
        played.Doing(absent with { DeliveredAt = At("2024-07-09", 12) }).ShouldRefuse(OnTheScene.NobodyThere);
        played.Doing(absent with { PostedAt = null }).ShouldRefuse(OnTheScene.NobodyThere);
        played.Doing(absent with { WitnessName = null }).ShouldRefuse(CoerciveMeasure.StepMissing, "第九项");
        played.Do(absent);
        InvestigationGates
            .SealingDecisionsServed.FindObstacles(played.File, null!, default)
            .Select(o => o.Error)
            .ShouldBe([InvestigationGates.SealingNotServed]);
    }

    private static readonly Guid Second = Guid.NewGuid();

    /// <summary>A clue of nine o'clock, and the record of its scene.</summary>
    internal static PlayedCase InTheStreet()
    {
        var played = new PlayedCase().Register().Set(LocalParameters.CoercionMatters, "TJ-XX-01");
        played.Do(SceneOn("2024-07-09", 11) with { Attendance = Both("2024-07-09", 10) });
        return played;
    }

    internal static PlayedCase Identified()
    {
        var played = InTheStreet();
        played.Do(PartyIdentified);
        return played;
    }

    /// <summary>Detained at noon, in an emergency: a cart and goods.</summary>
    internal static SealProperty Detained() =>
        Seal("2024-07-09") with
        {
            DoneAt = At("2024-07-09", 12),
            Emergency = true,
            Kind = CoerciveMeasureKind.Detain,
            Objects = [new(Cart, TiedToBreach: true), new(Cart with { Name = "货物" }, TiedToBreach: true)],
            DeliveredAt = At("2024-07-09", 12),
        };

    internal static ApproveDisposal Sell(string date) =>
        new()
        {
            DoneAt = At(date, 8),
            MeasureId = Thing,
            Ground = DisposalGround.Perishable,
            Positions = [2],
            Way = DisposalWay.Sale,
            Reasons = "鲜活水产，常温只能保存一日",
            Opinion = "同意",
        };

    internal static DisposeOfThings Sold(string date, int position = 2) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            MeasureId = Thing,
            Things = [new(position, 50_00, 100_00, "当日市场价目表")],
            ReceiverName = "汉沽海鲜市场",
            ReceiptNumber = "保管户001",
            MediaSha256 = [Hash],
        };

    internal static AnnounceThings Announced(string date) =>
        new()
        {
            DoneAt = At(date, 9),
            MeasureId = Thing,
            Ground = LiftingGround.Expired,
            OwnerSought = "走访周边商户、调取监控，没有找到当事人",
            PublishedIn = ["街道公告栏", "区政府网站"],
            Days = 30,
        };

    internal static ApproveDisposal Unclaimed(string date) =>
        Sell(date) with
        {
            Ground = DisposalGround.Unclaimed,
            Positions = [1, 2],
            Way = DisposalWay.Treasury,
            Reasons = "公告期满无人认领",
        };

    internal static DisposeOfThings ToTreasury(string date, long proceeds) =>
        Sold(date) with
        {
            Things = [new(1, 0, 0), new(2, proceeds, 100_00, "当日市场价目表")],
            ReceiverName = "区财政局",
            ReceiptNumber = "缴库001",
        };
}
