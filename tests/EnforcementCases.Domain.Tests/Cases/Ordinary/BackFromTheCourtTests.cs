using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.OwnersOfThingsTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.StreetTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Things that went to the judicial organs with the case, and come back.</summary>
public sealed class BackFromTheCourtTests
{
    [Fact, Rule("APL-27"), Rule("ACL-25")]
    public void What_comes_back_is_under_its_measure_again_for_the_rest_of_its_term()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11") with { Things = ToTake(Cart, Cart with { Name = "货物" }) }, Role.Head);
        var seal = Seal("2024-07-11");
        played.Do(seal with { Objects = [.. seal.Objects, new(Cart with { Name = "货物" }, TiedToBreach: true)] });
        played.Deadline(DeadlineKind.Sealing).LastDay.ShouldBe(Date("2024-08-10"));
        Away(played);
        played.File.Measures.Open.ShouldBeEmpty();
        played.Doing(Handing("2024-07-19"), Role.Head).ShouldRefuse(CriminalTransfer.HandedOverAlready);

        played.Doing(Back() with { ThingsBack = [] }).ShouldRefuse(CriminalResult.NothingReturned, "2 项");
        played.Doing(Back([1])).ShouldRefuse(CriminalResult.NothingReturned, "1 项");
        played.Doing(Back([1, 1])).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Back([3])).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Back() with { ThingsBack = [new(Guid.NewGuid(), [1])] }).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Back() with { ThingsBack = [new(Thing, [1]), new(Thing, [2])] }).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Do(Back([1]) with { ThingsGone = "货物已由公安机关销毁" });

        var back = played.Reopened().File.Measures.Open.Single();
        back.Things.Single().Name.ShouldBe("手推车");
        played.Deadline(DeadlineKind.Sealing).LastDay.ShouldBe(Date("2024-08-22")); // twelve days away, from the 18th to the 29th
        played.Do(Lift("2024-07-31"));
        played.File.Measures.Open.ShouldBeEmpty();
    }

    [Fact, Rule("APL-27")]
    public void A_conviction_gives_nothing_back()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        Away(played);
        var convicted = Back() with { Result = CriminalResultKind.Convicted, MaterialsReturned = null, ThingsReturned = null };
        played.Doing(convicted with { ThingsBack = [new(Thing, [1])] }).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Do(convicted with { ThingsBack = [] });
        played.Reopened().File.Measures.Open.ShouldBeEmpty();
        played.File.Measures.HandedOver.ShouldBeEmpty();
    }

    [Fact, Rule("APL-56"), Rule("APL-27")]
    public void Registered_things_come_back_with_the_rest_of_their_seven_days()
    {
        var played = Filed();
        played.Do(Approved() with { DoneAt = At("2024-07-16", 9) }, Role.Head);
        played.Do(Registration() with { DoneAt = At("2024-07-16", 11), Attendance = Both("2024-07-16") });
        var due = played.Deadline(DeadlineKind.Preservation).LastDay;
        Away(played);
        played.Do(Back([1]));
        played.Deadline(DeadlineKind.Preservation).LastDay.ShouldBeGreaterThan(due);
        played.Do(Dealt("2024-07-31", new ThingDisposed(1, PreserveDisposal.CopiedAndReturned)));
    }

    [Theory, Rule("APL-27"), Rule("ACL-27-28")]
    [InlineData("2024-08-13", false)] // the thirty days alone
    [InlineData("2024-08-23", false)] // and the twelve away, from the 18th to the 29th
    [InlineData("2024-08-24", true)]
    public void Nobody_could_claim_things_here_while_they_were_away(string on, bool unclaimed)
    {
        var played = InTheStreet();
        played.Do(Detained() with { OwnerUnknown = Nobody });
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Do(Announced("2024-07-12") with { Ground = LiftingGround.NotNeeded });
        played.Deadline(DeadlineKind.Claim).LastDay.ShouldBe(Date("2024-08-12"));
        played.Do(new ReportSuspectedCrime { DoneAt = At("2024-07-17", 9), Suspicion = "涉嫌犯罪" });
        played.Do(
            new DecideCrimeTransfer
            {
                DoneAt = At("2024-07-17", 10),
                Approved = true,
                OfficerIds = [OfficerA, OfficerB],
            },
            Role.Head
        );
        played.Do(Handing("2024-07-18") with { PartyNotifiedInWriting = false }, Role.Head);

        played.Do(Back([1, 2]));

        played.Deadline(DeadlineKind.Claim).LastDay.ShouldBe(Date("2024-08-23"));
        played.Reopened();
        played
            .Doing(Unclaimed(on), Role.Head)
            .ShouldRefuse(unclaimed ? null : ThingsDisposed.StillClaimable, unclaimed ? "" : "认领至 2024-08-23");
    }

    [Fact, Rule("APL-27"), Rule("ACL-27-28")]
    public void Where_nobody_is_known_nobody_is_notified_of_the_transfer()
    {
        var played = InTheStreet();
        played.Do(Detained() with { OwnerUnknown = Nobody });
        played.Do(new ReportSuspectedCrime { DoneAt = At("2024-07-09", 13), Suspicion = "涉嫌犯罪" });
        played.Do(
            new DecideCrimeTransfer
            {
                DoneAt = At("2024-07-09", 14),
                Approved = true,
                OfficerIds = [OfficerA, OfficerB],
            },
            Role.Head
        );
        var letter = Handing("2024-07-09") with { PartyNotifiedInWriting = false };
        played.Doing(letter with { GoodsHandedOver = false }, Role.Head).ShouldRefuse(CriminalTransfer.GoodsStayBehind);
        played.Doing(letter, Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("APL-27")]
    public void A_known_party_is_notified_of_the_transfer()
    {
        var played = Identified();
        played.Do(Detained());
        CriminalTransfer
            .Missing(
                new(
                    At("2024-07-09"),
                    Head,
                    At("2024-07-09"),
                    Approved: true,
                    HandedOverAt: At("2024-07-09"),
                    SeizedGoods: true,
                    GoodsHandedOver: true
                )
            )
            .Select(o => o.Error)
            .ShouldBe([CriminalTransfer.GoodsStayBehind]);
    }

    private static void Away(PlayedCase played)
    {
        played.Do(new ReportSuspectedCrime { DoneAt = At("2024-07-17", 9), Suspicion = "涉嫌犯罪" });
        played.Do(new DecideCrimeTransfer { DoneAt = At("2024-07-17", 10), Approved = true }, Role.Head);
        played.Do(Handing("2024-07-18"), Role.Head);
    }

    private static TransferCase Handing(string date) =>
        Transfer(TransferTo.Justice) with
        {
            DoneAt = date == "2024-07-18" ? At(date, 9) : At(date, 15),
            GoodsHandedOver = true,
            PartyNotifiedInWriting = true,
        };

    private static EnterCriminalResult Back(params int[] positions) =>
        new()
        {
            DoneAt = At("2024-07-30", 15),
            Result = CriminalResultKind.NotProsecuted,
            OrganName = "某检察院",
            PaperNumber = "不诉1号",
            PaperSha256 = Hash,
            IssuedOn = Date("2024-07-29"),
            ReceivedOn = Date("2024-07-30"),
            MaterialsReturned = "案卷一册",
            ThingsReturned = "手推车",
            ThingsBack = [new(Thing, positions)],
        };
}
