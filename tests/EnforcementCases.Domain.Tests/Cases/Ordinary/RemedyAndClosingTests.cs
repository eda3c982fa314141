using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PerformanceTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;
using ArchiveAct = EnforcementCases.Domain.Cases.Ordinary.Archive;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Remedies, closing and archive as acts. 行政复议法 第六十三条至第六十九条; 行政处罚法 第三十三条、第三十八条、第四十七条、第六十六条.</summary>
public sealed class RemedyAndClosingTests
{
    [Fact, Rule("ARL-63-65")]
    public void A_revoking_result_undoes_the_decision_and_what_was_paid_is_to_be_refunded()
    {
        var played = PerformedCase.Served().Pay(400, "2024-10-01").Do(Remedy("2024-10-10", "2024-10-14"));
        played.Open(DeadlineKind.CourtApplication).ShouldBeNull();
        played.Result(Result(RemedyResult.Revoked));

        played.Case.Stage.ShouldBe(CaseStage.Revoked);
        played.Case.Effect.Validity.ShouldBe(DecisionValidity.Revoked);
        played.Case.Effect.RevokedAt.ShouldBe(At("2024-12-02", 0));
        played.Case.Effect.InvalidatedAt.ShouldBeNull();
        played.Case.PaymentOrder!.State.ShouldBe(PaymentState.Cancelled);
        played.File.Duties.Open().ShouldBe(["退还已缴罚款"]);
        played.Obstacles(CaseAct.Reopen, "2024-12-05").ShouldBe([RemedyGates.RefundFirst]);
    }

    [Fact, Rule("ARL-63-65")]
    public void A_changed_fine_is_followed_by_the_order_to_pay_and_the_rest_is_refunded()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01").Do(Remedy("2024-10-10", "2024-10-14"));
        Refused(() => played.Do(Result(RemedyResult.Upheld) with { ChangedFineFen = 600_00 })).ShouldBe(RemedyPhase.ChangeDoesNotFit);
        played.Result(Result(RemedyResult.Changed) with { ChangedFineFen = 600_00 });

        played.Case.Stage.ShouldBe(CaseStage.Served);
        played.Case.Penalty.FineFen.ShouldBe(600_00);
        played.Case.PaymentOrder!.State.ShouldBe(PaymentState.Paid);
        played.Case.PaymentOrder.Refundable.ShouldBe(Money.Yuan(400));
        played.File.Duties.Open().ShouldBe(["退还多缴的款项"]);
        played.Case.RefundPayment(Guid.NewGuid(), Money.Yuan(400), "退1", At("2024-12-06"), new(Money.Yuan(2), 1.5m, "一年期存款利率"));
        played.File.Duties.Open().ShouldBeEmpty();
        Refused(() => played.Case.RefundPayment(Guid.NewGuid(), Money.Yuan(1), "退2", At("2024-12-06"), interest: null))
            .ShouldBe(PaymentsOfCase.OverPaid);
    }

    [Theory, Rule("ARL-63-65")]
    [InlineData(RemedyResult.Upheld, DecisionValidity.InForce)]
    [InlineData(RemedyResult.ClaimsDismissed, DecisionValidity.InForce)]
    [InlineData(RemedyResult.Unlawful, DecisionValidity.Unlawful)]
    [InlineData(RemedyResult.OrderedToAct, DecisionValidity.InForce)]
    public void A_decision_that_stands_opens_the_court_anew(RemedyResult result, DecisionValidity validity)
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14"));
        played.Obstacles(CaseAct.ApplyToCourt, "2024-10-15").ShouldContain(EnforcementCases.Domain.Cases.Enforcement.CourtApplying.NotOpen);
        played.Result(Result(result));
        played.Case.Stage.ShouldBe(CaseStage.Served);
        played.Case.Effect.Validity.ShouldBe(validity);
        played.Open(DeadlineKind.CourtApplication)!.LastDay.ShouldBe(Date("2025-03-17")); // fifteen days from 12-02, then three months
        played.Reopen().File.Remedies.IsRunning.ShouldBeFalse();
    }

    [Fact, Rule("ARL-63-65")]
    public void A_new_decision_is_told_heard_reviewed_and_discussed_anew()
    {
        var played = DecidingTests.Heard();
        played.Do(DecidingTests.Triggers() with { Ticked = [ReviewTrigger.PublicInterest], DoneAt = At("2024-07-31") });
        DecidingTests.Propose(played, DecidingTests.Proposal("2024-07-31") with { RefersToHearingRecord = true }, "2024-07-31");
        played.Do(new SubmitForReview { DoneAt = At("2024-07-31", 15) });
        played.Reviewer = new(DecidingTests.ReviewerId, Date("2017-01-01"));
        played.Do(new TakeReview { DoneAt = At("2024-08-01") }, Role.LegalReviewer, DecidingTests.ReviewerId);
        played.Do(DecidingTests.Opinion(played), Role.LegalReviewer, DecidingTests.ReviewerId);
        played.Do(DecidingTests.Discussion(), Role.Head);
        played.Do(DecidingTests.Decision(played, "2024-08-06"), Role.Head);
        played.Serve(DocumentKind.PenaltyDecision, "2024-08-07");
        played.Do(Remedy("2024-10-10", "2024-10-14"));
        played.Result(Result(RemedyResult.Revoked) with { ForProcedureOnly = true });

        played.Do(
            new Reopen
            {
                DoneAt = At("2024-12-10"),
                Reason = "复议决定责令重作",
                SameFactsAndReasons = true,
            },
            Role.Head
        );

        played.File.ShouldSatisfyAllConditions(
            f => f.Investigation.Conclusion.ShouldBeNull(),
            f => f.Notice.Served.ShouldBeNull(),
            f => f.Hearing.Requested.ShouldBeNull(),
            f => f.Hearing.Called.ShouldBeNull(),
            f => f.Hearing.Held.ShouldBeNull(),
            f => f.Hearing.Report.ShouldBeNull(),
            f => f.Review.Assessment.ShouldBeNull(),
            f => f.Review.PassedAt.ShouldBeNull(),
            f => f.Deciding.Discussion.ShouldBeNull(),
            f => f.Deciding.Proposal.ShouldBeNull(),
            f => f.Deciding.Decision.ShouldBeNull(),
            f => f.Evidence.Items.Count.ShouldBe(1)
        );
    }

    [Fact]
    public void A_result_needs_its_remedy_once_and_dates_in_order()
    {
        var played = PerformedCase.Served();
        played.Obstacles(CaseAct.EnterRemedyResult, "2024-12-03").ShouldBe([RemedyGates.NoRemedyRuns]);
        Refused(() => played.Do(Remedy("2024-10-14", "2024-10-10", "2024-10-15"))).ShouldBe(RemedyPhase.RemedyOutOfOrder);
        played.Do(Remedy("2024-10-10", "2024-10-14"));
        Refused(() => played.Do(Result(RemedyResult.Upheld) with { RemedyNumber = "复2号" })).ShouldBe(RemedyPhase.RemedyUnknown);
        Refused(() => played.Do(Result(RemedyResult.Upheld, "2024-10-13"))).ShouldBe(RemedyPhase.RemedyOutOfOrder);
        played
            .Result(Result(RemedyResult.Upheld))
            .Do(Remedy("2024-12-05", "2024-12-06") with { RemedyNumber = "行初1号", Kind = RemedyKind.Suit });
        Refused(() => played.Do(Result(RemedyResult.Upheld))).ShouldBe(RemedyPhase.RemedyEnded);
        Refused(() => played.Do(Remedy("2024-10-10", "2024-10-14", "2024-12-07"))).ShouldBe(RemedyPhase.RemedyEnded);
    }

    [Fact, Rule("CANCEL")]
    public void Invalid_is_kept_apart_from_revoked()
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14"));
        Refused(() => played.Do(Result(RemedyResult.Invalid))).ShouldBe(DecisionValidities.GroundDoesNotFit);
        Refused(() => played.Do(Result(RemedyResult.Revoked) with { Ground = InvalidityGround.NoBasis }))
            .ShouldBe(DecisionValidities.GroundDoesNotFit);
        played.Do(Invalid("2024-10-20"), Role.Head);
        played.Case.Stage.ShouldBe(CaseStage.Revoked);
        played.Case.Effect.Validity.ShouldBe(DecisionValidity.Invalid);
        played.Case.Effect.InvalidBecause.ShouldBe(InvalidityGround.NoBasis);
        played.Case.Effect.RevokedAt.ShouldBeNull();
        Refused(() => played.Do(Result(RemedyResult.Revoked))).ShouldBe(DecisionValidities.AlreadyEnded);
    }

    [Fact, Rule("CANCEL")]
    public void A_decision_found_unlawful_cannot_be_made_invalid_as_well()
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14")).Result(Result(RemedyResult.Unlawful));
        played.Obstacles(CaseAct.Invalidate, "2024-12-10").ShouldBe([DecisionValidities.AlreadyEnded]);
    }

    [Theory, Rule("ARL-63-65")]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)] // pure fault of procedure
    [InlineData(false, false, false)]
    public void The_same_act_on_the_same_facts_is_barred_after_a_revocation(bool same, bool procedureOnly, bool refused)
    {
        var played = PerformedCase
            .Served()
            .Do(Remedy("2024-10-10", "2024-10-14"))
            .Result(Result(RemedyResult.Revoked) with { ForProcedureOnly = procedureOnly });
        Reopen reopen = new()
        {
            DoneAt = At("2024-12-10"),
            Reason = "复议决定责令重作",
            SameFactsAndReasons = same,
            NewFactsOrReasons = same ? null : "补充取证",
        };
        if (refused)
        {
            Refused(() => played.Do(reopen, Role.Head)).ShouldBe(RemedyResults.SameActAgain);
            return;
        }
        played.File.Execution.Apply(PerformanceTests.Execute(), played.File.Acts[^1]); // decided under the penalty that fell
        if (!same)
            Refused(() => played.Do(reopen with { NewFactsOrReasons = " " }, Role.Head)).ShouldBe(OrdinaryFile.Incomplete);
        played.Do(reopen, Role.Head);
        played.Case.Stage.ShouldBe(CaseStage.Investigating);
        played.Case.Effect.Validity.ShouldBe(DecisionValidity.InForce);
        played.Case.DecidedOn.ShouldBeNull();
        played.Case.Effect.RevokedAt.ShouldBeNull();
        played.File.Deciding.Decision.ShouldBeNull();
        played.File.Remedies.All.ShouldBeEmpty();
        played.File.Execution.Decided.ShouldBeNull();
        played.Open(DeadlineKind.Decision).ShouldNotBeNull();
    }

    [Fact, Rule("APL-72-END")]
    public void An_unpaid_fine_closes_nothing()
    {
        var played = PerformedCase.Served();
        Refused(() => played.Do(Closing(ClosingReason.Performed))).ShouldBe(DutiesOfCase.NotPerformed);
        Refused(() => played.Do(Closing(ClosingReason.ExecutedByCourt))).ShouldBe(CaseClosing.ReasonNotBorneOut);
        Refused(() => played.Do(Closing(ClosingReason.ExecutionEnded))).ShouldBe(CaseClosing.ReasonNotBorneOut);
        foreach (var other in new[] { ClosingReason.NoPenalty, ClosingReason.Withdrawn, ClosingReason.Transferred, ClosingReason.Revoked })
            Refused(() => played.Do(Closing(other))).ShouldBe(CaseClosing.ReasonNotBorneOut);
        played.Pay(1_000, "2024-10-01");
        Refused(() => played.Do(Closing(ClosingReason.Performed) with { Receipts = [] })).ShouldBe(CaseClosing.ReasonNotBorneOut);
        played.Do(Closing(ClosingReason.Performed));
    }

    [Fact, Rule("APL-72-END")]
    public void Confiscated_goods_must_have_gone_somewhere()
    {
        var played = PerformedCase.Served(1_000, other: new PenaltyItem(PenaltyKind.ConfiscationOfGoods, 5_00)).Pay(1_000, "2024-10-01");
        played.File.Duties.Open().ShouldBe(["履行没收非法财物"]); // they are not in hand: nothing was sealed or preserved
        Refused(() => played.Do(Closing(ClosingReason.Performed))).ShouldBe(DutiesOfCase.NotPerformed);
        played.Do(HandedOver(PenaltyKind.ConfiscationOfGoods));
        Refused(() => played.Do(Closing(ClosingReason.Performed))).ShouldBe(CaseClosing.ReasonNotBorneOut);
        played.Do(Closing(ClosingReason.Performed) with { GoodsHandling = "上缴国库" });
    }

    [Fact, Rule("APL-72-END"), Rule("APL-67-2")]
    public void Gains_are_a_debt_with_a_last_day_like_the_fine()
    {
        var played = PerformedCase.Served(1_000, other: new PenaltyItem(PenaltyKind.ConfiscationOfGains, 300_00)).Pay(1_000, "2024-10-01");
        var due = played.Case.Deadlines.Single(d => d.Kind == DeadlineKind.Performance);
        (due.Reference, due.LastDay).ShouldBe(("ConfiscationOfGains", Date("2024-10-08"))); // fifteen days from the service
        played.File.Duties.AreOwed.ShouldBeTrue(); // so the court can be asked
        var half = HandedOver(PenaltyKind.ConfiscationOfGains) with { AmountFen = 299_99 };
        Refused(() => played.Do(half)).ShouldBe(PerformanceDuties.NotWhole);
        Refused(() => played.Do(HandedOver(PenaltyKind.Closure))).ShouldBe(PerformanceDuties.NothingOpen);
        played.Do(half with { AmountFen = 300_00 });
        played.File.Duties.Open().ShouldBeEmpty();
        Refused(() => played.Do(half with { AmountFen = 300_00 })).ShouldBe(PerformanceDuties.NothingOpen);
    }

    /// <summary>The paper names 24 September, and was served on the 23rd: three days are left to read it and to obey.</summary>
    [Theory, Rule("APL-28")]
    [InlineData("2024-09-24", null, "2024-09-26")]
    [InlineData("2024-10-08", null, "2024-10-08")]
    [InlineData(null, 7, "2024-09-30")]
    public void An_order_runs_from_the_service_of_the_decision(string? dueOn, int? days, string due) =>
        PerformanceDuties
            .DueOf(new("清退", DueOn: dueOn is null ? null : Date(dueOn), DaysAfterService: days), Date("2024-09-23"), Date("2024-09-26"))
            .ShouldBe(Date(due));

    [Fact, Rule("APL-72-END")]
    public void What_the_decision_orders_to_put_right_is_rechecked_before_closing()
    {
        var played = PerformedCase.Served(1_000, correctBy: "2024-10-08").Pay(1_000, "2024-10-01");
        played.File.Duties.Open().ShouldBe(["改正违法行为并复查"]);
        Refused(() => played.Do(Closing(ClosingReason.Performed))).ShouldBe(DutiesOfCase.NotPerformed);
        played.Case.RecheckCorrection(RecheckResult.NotCorrected, "仍在占道", At("2024-10-08"));
        played.File.Duties.Open().ShouldNotBeEmpty();
        played.Case.RecheckCorrection(RecheckResult.Corrected, "已清退", At("2024-10-09"));
        played.File.Duties.Open().ShouldBeEmpty();
        Refused(() => PerformedCase.Served().Case.RecheckCorrection(RecheckResult.Corrected, "无", At("2024-10-09")))
            .ShouldBe(ActsOfCase.NothingToRecheck);
    }

    [Fact, Rule("APL-33-3")]
    public void A_breach_without_penalty_is_closed_only_after_the_party_was_educated()
    {
        var played = PerformedCase.Ended(CaseOutcome.NoPenaltyFirstTime);
        played.File.Duties.Open().ShouldBe(["教育当事人"]);
        Refused(() => played.Do(Closing(ClosingReason.NoPenalty))).ShouldBe(CaseClosing.NotEducated);
        PerformedCase.Ended(CaseOutcome.NoPenaltyNotProved).Do(Closing(ClosingReason.NoPenalty)); // no breach, nobody to educate
    }

    [Fact, Rule("APL-72-END")]
    public void A_transferred_case_needs_the_receipt()
    {
        var played = PerformedCase.Ended(CaseOutcome.TransferToOrgan);
        Refused(() => played.Do(Closing(ClosingReason.Transferred))).ShouldBe(CaseClosing.ReasonNotBorneOut);
        Refused(() => played.Do(Closing(ClosingReason.NoPenalty))).ShouldBe(CaseClosing.ReasonNotBorneOut);
        played.Do(Closing(ClosingReason.Transferred) with { TransferReceipt = "回执1号" });
    }

    [Fact, Rule("APL-47")]
    public void Closing_goes_up_the_line_and_needs_a_record_of_every_stage()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01");
        played.Obstacles(CaseAct.ApproveClosing, "2024-10-11").ShouldBe([ClosingGates.ClosingNotProposed]);
        played.Do(Closing(ClosingReason.Performed));
        played.Obstacles(CaseAct.ApproveClosing, "2024-10-11").ShouldContain(ApprovalLine.NotEndorsed);
        played.Obstacles(CaseAct.ApproveClosing, "2024-10-11").ShouldNotContain(ProcessStages.Missing);

        var unrecorded = PerformedCase.Served(recorded: false).Pay(1_000, "2024-10-01").Do(Closing(ClosingReason.Performed));
        unrecorded.Obstacles(CaseAct.ApproveClosing, "2024-10-11").ShouldContain(ProcessStages.Missing);
    }

    [Fact, Rule("FILE-2"), Rule("FILE-3"), Rule("FILE-4")]
    public void A_paid_case_is_closed_and_archived()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01").Do(Closing(ClosingReason.Performed));
        played.Do(Endorse(ApprovalLevel.TeamLead), Role.TeamLead).Do(Endorse(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Do(new ApproveClosing { DoneAt = At("2024-10-12"), Opinion = "同意结案" }, Role.Head);
        played.Case.Stage.ShouldBe(CaseStage.Closed);
        (played.Case.Closing.On, played.Case.ClosedYear, played.Case.Closing.Because).ShouldBe(
            (Date("2024-10-12"), 2024, ClosingReason.Performed)
        );
        played.Open(DeadlineKind.Archiving)!.Rule.ShouldBe("FILE-3");

        var archive = Archived(played);
        Refused(() => played.Do(archive with { Papers = [] })).ShouldBe(ArchiveAct.PaperMissing);
        Refused(() =>
                played.Do(archive with { Papers = [.. archive.Papers, new(FilePart.Filing, "立案审批表", null, Date("2024-07-03"), 0)] })
            )
            .ShouldBe(OrdinaryFile.Incomplete);
        played.Do(archive);
        played.Case.Stage.ShouldBe(CaseStage.Archived);
        (played.Case.Archive.Volume, played.Case.Archive.Retention, played.Case.Archive.KeepUntil).ShouldBe(
            ("2024-普-001", RetentionClass.Ordinary, Date("2054-12-31"))
        );
        played.Open(DeadlineKind.Archiving).ShouldBeNull();
    }

    internal static EnterRemedyResult Result(RemedyResult result, string servedOn = "2024-12-02") =>
        new()
        {
            DoneAt = At("2024-12-03"),
            RemedyNumber = "复1号",
            Result = result,
            ResultNumber = "复决1号",
            ResultServedOn = Date(servedOn),
            Summary = "见决定书",
            Paper = RemedyPaper.Reconsideration,
            IssuedBy = "滨海新区人民政府",
            IssuedOn = Date(servedOn),
        };

    internal static Invalidate Invalid(string on) =>
        new()
        {
            DoneAt = At(on),
            Ground = InvalidityGround.NoBasis,
            Reason = "没有依据",
        };

    internal static RecordPerformance HandedOver(PenaltyKind kind) =>
        new()
        {
            DoneAt = At("2024-10-08"),
            Attendance = PerformedCase.Both("2024-10-08"),
            Kind = kind,
            PerformedAt = At("2024-10-08", 8),
            Proof = "非税收入票据、交接清单",
        };

    internal static ProposeClosing Closing(ClosingReason reason) =>
        new()
        {
            DoneAt = At("2024-10-10"),
            Reason = reason,
            Performance = "罚款已缴清",
            Receipts = ["票1"],
        };

    internal static EndorsePaper Endorse(ApprovalLevel level) =>
        new()
        {
            DoneAt = At("2024-10-11"),
            Paper = ApprovalPaper.Closing,
            Level = level,
            Agrees = true,
            Opinion = "同意",
        };

    internal static ArchiveAct Archived(PerformedCase played) =>
        new()
        {
            DoneAt = At("2024-10-20"),
            VolumeNumber = "2024-普-001",
            Papers = [.. played.File.Papers.Select(p => new FilePaper(FilePart.Decision, p.Kind.Term(), p.Number, p.IssuedOn, 1))],
            CheckedBy = OfficerB,
        };
}
