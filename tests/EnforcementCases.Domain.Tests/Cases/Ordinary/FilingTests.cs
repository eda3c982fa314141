using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Filing, its ninety days, recusal, capacity and suspected crime.</summary>
public sealed class FilingTests
{
    [Fact, Rule("APL-54")]
    public void Filing_needs_the_head_s_approval_first()
    {
        File(new(Head, At("2024-07-10", 9))).ShouldRefuse(null);
        File(new(Head, At("2024-07-10", 10))).ShouldRefuse(null);
        File(new(Head, At("2024-07-10", 11))).ShouldRefuse(Filing.NotApproved);
        File(null).ShouldRefuse(Filing.NotApproved);
        File(new(Head, At("2024-07-10", 9)), clue: "2024-07-11").ShouldRefuse(Filing.BeforeClue);

        static Action File(HeadApproval? approval, string clue = "2024-07-01") =>
            () => Filing.EnsureAllowed(new(ClueSource.Complaint, Date(clue), "占道经营", At("2024-07-10"), approval));
    }

    [Theory, Rule("APL-54")]
    [InlineData("2024-07-10", false)] // Monday 2024-07-01 and seven working days
    [InlineData("2024-07-11", true)]
    public void Late_filing_is_a_warning_and_never_a_refusal(string filedOn, bool warned)
    {
        var request = new FilingRequest(ClueSource.Inspection, Date("2024-07-01"), "占道经营", At(filedOn), new(Head, At(filedOn)));
        var due = Filing.Due(request.ClueOn, Shipped);

        Filing.WarningIfLate(request, due).ShouldBe(warned ? $"立案 {filedOn}，超过 2024-07-10，请说明原因" : null);
        new Action(() => Filing.EnsureAllowed(request)).ShouldRefuse(null);
        Filing.Due(request.ClueOn, Shipped, limitWorkingDays: 15).LastDay.ShouldBe(Date("2024-07-22"));
    }

    [Fact, Rule("APL-60")]
    public void The_decision_falls_within_ninety_days_and_the_end_never_rolls_forward()
    {
        DecisionTerm.From(Date("2024-07-10"), Shipped).LastDay.ShouldBe(Date("2024-10-08"));
        DecisionTerm.From(Date("2024-07-08"), Shipped).LastDay.ShouldBe(Date("2024-10-06"), "inside the October holidays, and stays there");
    }

    [Theory, Rule("APL-60")]
    [InlineData(InstrumentLevel.Law, true)]
    [InlineData(InstrumentLevel.DepartmentalRule, true)]
    [InlineData(InstrumentLevel.LocalGovernmentRule, true)]
    [InlineData(InstrumentLevel.NormativeDocument, false)]
    [InlineData(null, false)]
    public void Days_are_taken_out_of_the_ninety_only_on_a_recorded_basis(InstrumentLevel? level, bool allowed)
    {
        var exclusion = new TermExclusion(Date("2024-08-01"), Date("2024-08-10"), "鉴定期间", new("《某规章》", "第六十四条"), level);
        if (allowed)
            DecisionTerm.From(Date("2024-07-10"), Shipped, [exclusion]).LastDay.ShouldBe(Date("2024-10-18"));
        else
            new Action(() => DecisionTerm.From(Date("2024-07-10"), Shipped, [exclusion])).ShouldRefuse(DecisionTerm.ExclusionWithoutBasis);
        new Action(() => DecisionTerm.From(Date("2024-07-10"), Shipped, [exclusion with { Basis = null }])).ShouldRefuse(
            DecisionTerm.ExclusionWithoutBasis
        );
        new Action(() => DecisionTerm.From(Date("2024-07-10"), Shipped, [exclusion with { To = Date("2024-07-31") }])).ShouldRefuse(
            DecisionTerm.ExclusionWithoutBasis
        );
    }

    [Fact, Rule("APL-43")]
    public void An_undecided_recusal_blocks_the_decision_and_not_the_investigation()
    {
        var request = new RecusalRequest(OfficerA, RecusalAskedBy.Party, "亲属关系", At("2024-08-01"));
        Recusal.EnsureMayAct([request], [OfficerA], At("2024-08-02"));
        Decide(request).ShouldBe([Recusal.Undecided]);

        var refused = Recusal.Decide(request, new(Head, Granted: false, At("2024-08-03"), "没有利害关系"), Role.Head);
        Decide(refused).ShouldBeEmpty();

        var granted = Recusal.Decide(request, new(Head, Granted: true, At("2024-08-03"), "有利害关系"), Role.Head);
        Decide(granted).ShouldBe([Recusal.WithdrawnOfficerActing]);
        Recusal.EnsureMayAct([granted], [OfficerA], At("2024-08-03", 9));
        new Action(() => Recusal.EnsureMayAct([granted], [OfficerA], At("2024-08-03"))).ShouldRefuse(Recusal.WithdrawnOfficerActing);
        Recusal.EnsureMayAct([granted], [OfficerB], At("2024-08-04"));

        static IEnumerable<DomainError> Decide(RecusalRequest request) =>
            Recusal.ObstaclesToDecision([request], [OfficerA, OfficerB], At("2024-09-01")).Errors();
    }

    [Theory, Rule("APL-43")]
    [InlineData(Role.Head, true)]
    [InlineData(Role.DeputyHead, false)]
    [InlineData(Role.TeamLead, false)]
    public void The_head_decides_on_a_recusal(Role role, bool allowed)
    {
        var request = new RecusalRequest(OfficerA, RecusalAskedBy.Party, "亲属关系", At("2024-08-01"));
        new Action(() => Recusal.Decide(request, new(Head, true, At("2024-08-02"), "同意"), role)).ShouldRefuse(
            !allowed,
            Recusal.NotDecidedByHead
        );
        new Action(() => Recusal.Decide(request, new(OfficerA, false, At("2024-08-02"), "不同意"), role)).ShouldRefuse(
            Recusal.NotDecidedByHead
        );
        new Action(() => Recusal.Decide(request, new(Head, true, At("2024-07-31"), "同意"), role)).ShouldRefuse(Recusal.NotDecidedByHead);
    }

    [Theory, Rule("APL-31")]
    [InlineData(CapacityAtOffence.Full, false, null, false)]
    [InlineData(CapacityAtOffence.IntermittentSoundAtTheTime, true, null, false)]
    [InlineData(CapacityAtOffence.IntermittentSoundAtTheTime, false, "mental-capacity.not-proved", false)]
    [InlineData(CapacityAtOffence.PartlyLost, true, null, true)]
    [InlineData(CapacityAtOffence.PartlyLost, false, "mental-capacity.not-proved", true)]
    [InlineData(CapacityAtOffence.Lost, true, "mental-capacity.lost", false)]
    [InlineData(CapacityAtOffence.Lost, false, "mental-capacity.not-proved", false)]
    public void Who_could_not_control_the_act_is_not_punished(CapacityAtOffence capacity, bool proved, string? code, bool lenient)
    {
        var finding = proved ? new CapacityFinding(capacity, CapacityProof.ExpertOpinion, Guid.NewGuid()) : new CapacityFinding(capacity);
        (MentalCapacity.ObstacleUnlessPunishable(finding)?.Error.Code).ShouldBe(code);
        new Action(() => MentalCapacity.EnsurePunishable(finding)).ShouldRefuse(MentalCapacity.ObstacleUnlessPunishable(finding)?.Error);
        (MentalCapacity.ObstacleUnlessPunishable(finding) is null).ShouldBe(code is null);
        MentalCapacity.MayBeLenient(finding).ShouldBe(lenient);
    }

    [Fact, Rule("APL-27")]
    public void The_head_decides_on_a_transfer_in_three_days_and_it_goes_within_24_hours()
    {
        CriminalTransfer.DecisionDue(At("2024-09-13"), Shipped).LastDay.ShouldBe(Date("2024-09-16"), "a holiday, and no relief");
        var due = CriminalTransfer.HandOverDue(At("2024-09-14", 15), Shipped);
        due.IsMissedAt(At("2024-09-15", 15)).ShouldBeFalse();
        due.IsMissedAt(At("2024-09-15", 15).AddSeconds(1)).ShouldBeTrue();
    }

    [Fact, Rule("APL-27")]
    public void A_suspected_crime_is_transferred_and_not_fined()
    {
        var reported = new CriminalTransferRecord(At("2024-09-13"));
        var approved = reported with { HeadPersonId = Head, DecidedAt = At("2024-09-14"), Approved = true };
        var refused = approved with { Approved = false, Reasons = "不构成犯罪" };

        Penalty(null).ShouldRefuse(null);
        Penalty(reported).ShouldRefuse(CriminalTransfer.PenaltyInstead, "负责人尚未决定是否移送");
        Penalty(approved).ShouldRefuse(CriminalTransfer.PenaltyInstead, "已批准移送");
        Penalty(refused).ShouldRefuse(null);

        Complete(reported).ShouldRefuse(CriminalTransfer.NotApproved);
        Complete(approved).ShouldRefuse(CriminalTransfer.NotApproved, "没有移送时间");
        Complete(refused).ShouldRefuse(null);
        Complete(refused with { Reasons = " " }).ShouldRefuse(CriminalTransfer.NotApproved);
        var gone = approved with { HandedOverAt = At("2024-09-15") };
        Complete(gone).ShouldRefuse(null);
        Complete(gone with { HandedOverAt = At("2024-09-13") }).ShouldRefuse(CriminalTransfer.NotApproved, "移送早于批准");
        Complete(gone with { SeizedGoods = true }).ShouldRefuse(CriminalTransfer.GoodsStayBehind, "没有一并移送");
        Complete(gone with { SeizedGoods = true, GoodsHandedOver = true })
            .ShouldRefuse(CriminalTransfer.GoodsStayBehind, "没有书面告知当事人");
        Complete(gone with { SeizedGoods = true, GoodsHandedOver = true, PartyNotifiedInWriting = true }).ShouldRefuse(null);

        static Action Penalty(CriminalTransferRecord? transfer) => () => CriminalTransfer.EnsurePenaltyPossible(transfer);
        static Action Complete(CriminalTransferRecord transfer) => () => CriminalTransfer.EnsureComplete(transfer);
    }
}
