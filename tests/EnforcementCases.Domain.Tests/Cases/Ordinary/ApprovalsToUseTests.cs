using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.StreetTests;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Two approvals of the head that wait at once: each is used for what it was given for.</summary>
public sealed class ApprovalsToUseTests
{
    private static readonly ListedThing Goods = Cart with { Name = "货物" };
    private static readonly Guid Other = Guid.NewGuid();

    [Fact, Rule("ACL-28-SELL")]
    public void Two_disposals_that_were_approved_are_both_done_in_any_order()
    {
        var played = Detaining();
        played.Do(Sell("2024-07-10"), Role.Head);
        played.Do(Sell("2024-07-10") with { DoneAt = At("2024-07-10", 9), Positions = [1], Reasons = "易腐" }, Role.Head);
        played.Do(Sold("2024-07-10"));
        played.Doing(Sold("2024-07-10")).ShouldRefuse(ThingsDisposed.NotApproved, "第 1 项，实际处理第 2 项");
        played.Do(Sold("2024-07-10", 1));
        played.Reopened().File.Measures.Approvals.Disposal.ShouldBeEmpty();
        played.File.Measures.Sealed.Single().Sold.Select(s => s.Position).ShouldBe([2, 1]);
    }

    [Fact, Rule("ACL-28-SELL")]
    public void Of_two_approvals_about_one_thing_the_later_counts()
    {
        var played = Detaining();
        played.Do(Sell("2024-07-10"), Role.Head);
        played.Do(Sell("2024-07-10") with { DoneAt = At("2024-07-10", 9), Positions = [1, 2] }, Role.Head);
        played.Doing(Sold("2024-07-10")).ShouldRefuse(ThingsDisposed.NotApproved, "第 1、2 项");
        played.File.Measures.Approvals.Disposal.Single().Approved.Positions.ShouldBe([1, 2]);
    }

    [Fact, Rule("APL-56")]
    public void Two_registrations_rest_each_on_its_own_approval()
    {
        var played = Identified();
        played.Do(Registering("2024-07-09", 11, Cart), Role.Head);
        played.Do(Registering("2024-07-09", 12, Goods), Role.Head);
        played.Doing(Registered("2024-07-09", 13, Cart, Goods)).ShouldRefuse(RegisterPreserve.ThingNotApproved);
        played.Do(Registered("2024-07-09", 13, Cart));
        played.Doing(Registered("2024-07-09", 14, Cart) with { PreservationId = Other }).ShouldRefuse(RegisterPreserve.ThingNotApproved);
        played.Do(Registered("2024-07-09", 14, Goods) with { PreservationId = Other });
        played.Reopened().File.Measures.Approvals.Preservation.ShouldBeEmpty();
    }

    [Fact, Rule("ACL-18-SPOT")]
    public void Sealing_and_detaining_that_were_approved_are_both_done()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Agree("2024-07-11", kind: CoerciveMeasureKind.Detain) with { Things = ToTake(Goods) }, Role.Head);
        var detained = Seal("2024-07-11") with
        {
            MeasureId = Other,
            Kind = CoerciveMeasureKind.Detain,
            Objects = [new(Goods, TiedToBreach: true)],
        };
        played.Doing(detained with { Objects = [new(Cart, TiedToBreach: true)] }).ShouldRefuse(CoerciveMeasure.NotApproved);
        played.Do(Seal("2024-07-11"));
        played.Do(detained);
        played.Reopened().File.Measures.Approvals.Sealing.ShouldBeEmpty();
    }

    [Fact, Rule("ACL-18-SPOT")]
    public void A_refusal_takes_back_what_was_approved_of_its_kind()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Agree("2024-07-11", kind: CoerciveMeasureKind.Detain) with { Things = ToTake(Goods) }, Role.Head);
        played.Do(Agree("2024-07-11") with { DoneAt = At("2024-07-11", 9), Agrees = false, Things = [] }, Role.Head);
        played.Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.StepMissing);
        played.File.Measures.Approvals.Sealing.Single().Kind.ShouldBe(CoerciveMeasureKind.Detain);
    }

    private static PlayedCase Detaining()
    {
        var played = Identified();
        played.Do(Detained());
        played.Do(Agree("2024-07-10", Thing, CoerciveMeasureKind.Detain), Role.Head);
        return played;
    }

    private static ApprovePreservation Registering(string date, int hour, params ListedThing[] things) =>
        new()
        {
            DoneAt = At(date, hour),
            Purpose = "易转移",
            Things = ToTake(things),
            Opinion = "同意",
        };

    private static PreserveEvidence Registered(string date, int hour, params ListedThing[] things) =>
        new()
        {
            DoneAt = At(date, hour),
            Attendance = Both(date, hour),
            PreservationId = Thing,
            Risk = "易转移",
            Things = things,
            KeptAt = "街道仓库",
            Signature = new(Signed: true),
        };
}
