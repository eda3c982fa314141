using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PerformanceTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Acts beside the decision on the penalty that an adopted catalogue of major decisions lists: reviewed first. 国办发〔2018〕118号 四、（三）.</summary>
[Rule("REV-118-LIST")]
public sealed class PlannedReviewTests
{
    private static readonly ReviewCatalogueRow Orders = Row("FS-08", ReviewedDecisionKind.Order, 5, ReviewFeature.FinishedStructure);
    private static readonly ReviewCatalogueRow Executions = Row("FS-10", ReviewedDecisionKind.CoerciveExecution, 5);
    private static readonly ReviewCatalogueRow Measures = Row("FS-14", ReviewedDecisionKind.CoerciveMeasure, 2);
    private static readonly ReviewCatalogueRow Court = Row("FS-16", ReviewedDecisionKind.CourtApplication, 3);

    internal static ReviewCatalogueAdoption Adopted(Organisation organ, params ReviewCatalogueRow[] rows)
    {
        var adopted = new ReviewCatalogueAdoption(
            Guid.NewGuid(),
            organ,
            rows,
            Date("2024-01-01"),
            validTo: null,
            "某办发〔2023〕12号",
            OfficerA,
            At("2024-01-01")
        );
        adopted.Confirm(OfficerB, At("2024-01-02"));
        return adopted;
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("FS-16", null)] // another kind
    [InlineData("FS-10", "FS-10")]
    public void Substitute_performance_waits_for_its_review_where_the_catalogue_lists_execution(string? adopted, string? missing)
    {
        var played = Listing(Called(), adopted);

        played.Obstacles(CaseAct.DecideSubstitute, "2024-10-18").ShouldBe(missing is null ? [] : [PlannedActGate.Missing]);
        if (missing is null)
            played.Do(Substitute("2024-10-18"), Role.Head).File.Execution.Substitute.ShouldNotBeNull();
        else
        {
            Action deciding = () => played.Do(Substitute("2024-10-18"), Role.Head);
            deciding.ShouldRefuse(PlannedActGate.Missing, missing);
        }
    }

    [Fact]
    public void A_passed_review_lets_one_act_pass_and_is_used_up_by_it()
    {
        var played = Called().Adopt(Executions);
        Reviewed(played, PlannedAct.SubstitutePerformance, "2024-10-17", ReviewOutcome.Passed);
        played.Reopen().Obstacles(CaseAct.DecideSubstitute, "2024-10-18").ShouldBeEmpty();
        played.Obstacles(CaseAct.DecideExecution, "2024-10-18").ShouldBe([PlannedActGate.Missing]); // another act of the same kind

        played.Do(Substitute("2024-10-18"), Role.Head);

        played.File.PlannedReviews.All.Single().UsedUp.ShouldBeTrue();
        played.Reopen().Obstacles(CaseAct.DecideSubstitute, "2024-10-18").ShouldBe([PlannedActGate.Missing]);
        Reviewed(played, PlannedAct.SubstitutePerformance, "2024-10-19", ReviewOutcome.Passed);
        played.File.PlannedReviews.All.Single().Round.ShouldBe(2);
        played.Obstacles(CaseAct.DecideSubstitute, "2024-10-20").ShouldBeEmpty();
    }

    [Fact]
    public void A_review_that_is_later_than_the_decision_does_not_help()
    {
        var played = Called().Adopt(Executions);
        Reviewed(played, PlannedAct.SubstitutePerformance, "2024-10-19", ReviewOutcome.Passed);

        Action deciding = () => played.Do(Substitute("2024-10-18"), Role.Head);

        deciding.ShouldRefuse(PlannedActGate.Missing, "晚于决定");
    }

    [Fact]
    public void Execution_by_the_organ_itself_waits_for_its_own_review()
    {
        var played = Called().Empowered(money: ByLaw.Basis).Adopt(Executions).Do(Surcharge("2024-11-07", 900_00), Role.Head);
        Reviewed(played, PlannedAct.SubstitutePerformance, "2024-11-08", ReviewOutcome.Passed);
        Refused(() => played.Do(Execute(), Role.Head)).ShouldBe(PlannedActGate.Missing);

        Reviewed(played, PlannedAct.Execution, "2024-11-18", ReviewOutcome.Passed);

        played.Do(Execute(), Role.Head).File.Execution.Decided.ShouldNotBeNull();
        played.File.PlannedReviews.All.Select(r => r.UsedUp).ShouldBe([false, true]);
    }

    [Fact]
    public void Surcharge_and_clearing_at_once_are_in_no_catalogue()
    {
        var played = Called().Adopt(Executions);

        played.Do(Surcharge("2024-11-07", 900_00), Role.Head).File.Paying.Surcharge.ShouldNotBeNull();
        played.Obstacles(CaseAct.RemoveAtOnce, "2024-10-18").ShouldBeEmpty();
    }

    [Fact]
    public void The_court_is_asked_only_after_a_second_round_passed()
    {
        var played = PerformedCase.Served().Do(Call("2025-03-20")).Serve(DocumentKind.CallToPerform, "2025-03-20").Adopt(Court);
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-08").ShouldBe([PlannedActGate.Missing]);

        played.Do(Sending(PlannedAct.CourtApplication, "2025-04-01"));
        var due = played.Open(DeadlineKind.PlannedActReview)!;
        (due.LastDay, due.Reference).ShouldBe((Date("2025-04-07"), "CourtApplication")); // three working days, over 清明
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-08").ShouldBe([PlannedActGate.Missing]); // sent is not passed
        played.Do(new TakePlannedReview { DoneAt = At("2025-04-01", 12), Planned = PlannedAct.CourtApplication }, Role.LegalReviewer);
        played.Do(Opining(played, PlannedAct.CourtApplication, "2025-04-02", ReviewOutcome.ReturnedForCompletion), Role.LegalReviewer);
        due.MetAt.ShouldBe(At("2025-04-02", 14));
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-08").ShouldBe([PlannedActGate.NotPassed]);

        Reviewed(played, PlannedAct.CourtApplication, "2025-04-03", ReviewOutcome.Passed);
        played.Do(ToCourt("2025-04-08"), Role.Head).File.Court.IsRunning.ShouldBeTrue();
    }

    [Fact, Rule("APL-58-2"), Rule("APL-58-3"), Rule("APL-58-4"), Rule("REV-118-SCOPE")]
    public void Whoever_reviews_is_qualified_and_independent_and_answers_what_was_sent()
    {
        var played = WithPower().Adopt(Measures);
        played.Obstacles(CaseAct.TakePlannedReview).ShouldBe([ReviewPhase.ReviewNotOpen]);
        played.Doing(Sending(PlannedAct.Sealing, "2024-07-10") with { Basis = [] }).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Sending(PlannedAct.Sealing, "2024-07-10") with { FinishedStructure = true }).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Sending(PlannedAct.CourtApplication, "2024-07-10")).ShouldRefuse(CaseLifecycle.ActNotOpen);
        played.Doing(Sending(PlannedAct.OrderToCorrect, "2024-07-10") with { MeasureId = Thing }).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Sending(PlannedAct.SealingExtension, "2024-07-10")).ShouldRefuse(OrdinaryFile.Incomplete);
        played
            .Doing(Sending(PlannedAct.SealingExtension, "2024-07-10") with { MeasureId = Thing })
            .ShouldRefuse(MeasuresOnFile.MeasureNotOpen);
        played.Doing(Sending(PlannedAct.Sealing, "2024-07-10") with { MeasureId = Thing }).ShouldRefuse(MeasuresOnFile.MeasureNotOpen);
        played.Do(Sending(PlannedAct.Sealing, "2024-07-10"));
        played.ShouldHaveRecorded("submit-planned-act", new { planned = "Sealing", measure = (string?)null });
        played.Deadline(DeadlineKind.PlannedActReview).LastDay.ShouldBe(Date("2024-07-12")); // two working days, as the row says

        var take = new TakePlannedReview { DoneAt = At("2024-07-10", 15), Planned = PlannedAct.Sealing };
        played.Doing(take, Role.LegalReviewer, PerformedCase.Reviewer).ShouldRefuse(ReviewerRules.Unqualified);
        played.Reviewer = new(OfficerA, Date("2017-01-01"));
        played.Doing(take, Role.LegalReviewer, OfficerA).ShouldRefuse(ReviewerRules.NotIndependent);
        played.Reviewer = new(PerformedCase.Reviewer, Date("2017-01-01"));
        Reviewing(take with { Planned = PlannedAct.OrderToCorrect }).ShouldRefuse(ReviewPhase.ReviewNotOpen);
        Reviewing(take with { DoneAt = At("2024-07-10", 10) }).ShouldRefuse(OrdinaryFile.TooEarly);
        played.Do(take, Role.LegalReviewer, PerformedCase.Reviewer);

        var opinion = Opining(played.File, PlannedAct.Sealing, "2024-07-11", ReviewOutcome.Passed);
        played.Doing(opinion, Role.LegalReviewer, OfficerB).ShouldRefuse(ReviewerRules.NotIndependent);
        Reviewing(opinion with { MatterSha256 = PlayedCase.Hash }).ShouldRefuse(ReviewGate.MatterChanged);
        Reviewing(opinion with { Points = [] }).ShouldRefuse(ReviewScope.PointMissing);
        Reviewing(opinion with { Outcome = ReviewOutcome.PassedAsAmended }).ShouldRefuse(OrdinaryFile.Incomplete);
        Reviewing(opinion with { Outcome = ReviewOutcome.NotPassed }).ShouldRefuse(ReviewScope.OutcomeDoesNotFit);
        played.Do(Sending(PlannedAct.Sealing, "2024-07-11") with { Plan = "查封另一处" }); // another round, taken anew
        Reviewing(opinion).ShouldRefuse(GiveReviewOpinion.NotTheReviewer);
        played.Do(take with { DoneAt = At("2024-07-11", 12) }, Role.LegalReviewer, PerformedCase.Reviewer);
        Reviewing(opinion).ShouldRefuse(ReviewGate.MatterChanged);
        var amended = new AmendedPlan("占道经营", [new("《某条例》", "第四十条")], "查封手推车一辆");
        played
            .Do(
                Opining(played.File, PlannedAct.Sealing, "2024-07-12", ReviewOutcome.PassedAsAmended) with
                {
                    Amended = amended,
                },
                Role.LegalReviewer,
                PerformedCase.Reviewer
            )
            .Papers.Single()
            .Kind.ShouldBe(DocumentKind.LegalReviewOpinion);
        var review = played.Reopened().File.PlannedReviews.All.Single();
        (review.Round, review.Reviewer, review.IsOpen).ShouldBe((2, PerformedCase.Reviewer, false));
        review.Opinion!.MatterSha256.ShouldNotBe(review.Sent.In(played.Case.Id).Sha256());
        played.Case.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.PlannedActReview && d.IsOpen);

        Action Reviewing(ActBody body) => played.Doing(body, Role.LegalReviewer, PerformedCase.Reviewer);
    }

    [Fact]
    public void A_sealing_is_reviewed_before_the_head_approves_it_and_so_is_its_extension()
    {
        var played = WithPower().Adopt(Measures);
        played.Obstacles(CaseAct.ApproveSealing, Role.Head).ShouldBe([PlannedActGate.Missing]);
        played.Doing(Agree("2024-07-12"), Role.Head).ShouldRefuse(PlannedActGate.Missing, "FS-14");
        Reviewed(played, PlannedAct.Sealing, "2024-07-10", ReviewOutcome.NotPassed);
        played.Doing(Agree("2024-07-12"), Role.Head).ShouldRefuse(PlannedActGate.NotPassed, "不通过");
        Reviewed(played, PlannedAct.Sealing, "2024-07-11", ReviewOutcome.Passed);
        played.Do(Agree("2024-07-12"), Role.Head);
        played.Doing(Agree("2024-07-12"), Role.Head).ShouldRefuse(PlannedActGate.Missing); // used up
        played.Do(Seal("2024-07-12"));
        played.Case.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.PlannedActReview && d.IsOpen);

        var testing = new TestingPeriod(Date("2024-07-15"), Date("2024-07-19"), "检测", Date("2024-07-12"));
        played.Do(Extend("2024-07-15") with { Days = null, Testing = testing }, Role.Head); // no extension
        played.Doing(Extend("2024-08-15"), Role.Head).ShouldRefuse(PlannedActGate.Missing);
        Reviewed(played, PlannedAct.SealingExtension, "2024-08-13", ReviewOutcome.Passed, Thing);
        played.Do(Extend("2024-08-15"), Role.Head);
        played.File.PlannedReviews.All.ShouldAllBe(r => r.UsedUp);
    }

    [Fact]
    public void The_review_of_an_extension_falls_away_with_the_measure()
    {
        var played = WithPower().Adopt(Measures);
        played.Do(Seal("2024-07-11") with { Emergency = true });
        played.Do(Sending(PlannedAct.SealingExtension, "2024-07-12") with { MeasureId = Thing });

        played.Do(InvestigationTests.Lift("2024-07-13"));

        played.Reopened().File.PlannedReviews.All.ShouldBeEmpty();
        played
            .Case.Deadlines.Where(d => d is { Kind: DeadlineKind.PlannedActReview, IsOpen: true })
            .Select(d => d.Reference)
            .ShouldBe([Thing.ToString("D")]); // the emergency still waits for its own
    }

    [Fact]
    public void An_approval_can_be_taken_back_after_its_review_was_used_up()
    {
        var played = WithPower().Adopt(Measures);
        Reviewed(played, PlannedAct.Sealing, "2024-07-10", ReviewOutcome.Passed);
        played.Do(Agree("2024-07-12"), Role.Head);

        played.Do(Agree("2024-07-12") with { Agrees = false }, Role.Head);

        played.Doing(Agree("2024-07-12"), Role.Head).ShouldRefuse(PlannedActGate.Missing);
    }

    [Fact]
    public void An_emergency_is_reviewed_afterwards_and_keeps_the_case_open_until_then()
    {
        var played = WithPower().Adopt(Measures);
        played.Do(Seal("2024-07-11") with { Emergency = true });
        var due = played.Deadline(DeadlineKind.PlannedActReview);
        (due.LastDay, due.Reference).ShouldBe((Date("2024-07-15"), Thing.ToString("D")));
        played.Obstacles(CaseAct.ApproveSealing, Role.Head).ShouldBeEmpty();
        played.Doing(Agree("2024-07-12"), Role.Head).ShouldRefuse(PlannedActGate.Missing); // another one, to come
        played.Do(Agree("2024-07-12", Thing), Role.Head);
        played.Do(InvestigationTests.Lift("2024-07-13"));
        played.Do(new WithdrawCase { DoneAt = At("2024-07-14"), Reason = "违法事实不存在" }, Role.Head);
        played.File.Duties.Open().ShouldBe(["对紧急查封、扣押补办法制审核"]);

        Reviewed(played, PlannedAct.Sealing, "2024-07-15", ReviewOutcome.ReturnedForCompletion, Thing);
        due.IsOpen.ShouldBeTrue();
        Reviewed(played, PlannedAct.Sealing, "2024-07-16", ReviewOutcome.NotPassed, Thing);

        due.MetAt.ShouldBe(At("2024-07-16", 14));
        played.File.Duties.Open().ShouldBeEmpty();
    }

    [Fact]
    public void An_emergency_needs_no_review_where_no_catalogue_lists_it()
    {
        var played = WithPower().Adopt(Executions);
        played.Do(Seal("2024-07-11") with { Emergency = true });

        played.Case.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.PlannedActReview);
    }

    [Fact]
    public void An_order_is_reviewed_where_the_structure_stands_finished()
    {
        var played = PlayedCase.Filed().Adopt(Orders);
        var order = Order("2024-07-15", "2024-07-18");
        played.Do(order);
        var removal = order with { OrderId = Guid.NewGuid(), FinishedStructure = true };
        played.Doing(removal).ShouldRefuse(PlannedActGate.Missing, "FS-08");

        Reviewed(played, PlannedAct.OrderToCorrect, "2024-07-12", ReviewOutcome.Passed);
        played.Doing(removal).ShouldRefuse(PlannedActGate.Missing); // the reviewer was not told that it stands finished
        Reviewed(played, PlannedAct.OrderToCorrect, "2024-07-14", ReviewOutcome.Passed, finishedStructure: true);
        played.Do(order with { OrderId = Guid.NewGuid() }); // about something else
        played.Do(removal);
        played.Doing(removal with { OrderId = Guid.NewGuid() }).ShouldRefuse(PlannedActGate.Missing);
    }

    [Fact]
    public void An_order_is_closed_from_the_start_where_the_officers_said_so_or_every_order_is_listed()
    {
        var said = PlayedCase.Concluded().Adopt(Orders);
        said.Obstacles(CaseAct.OrderToCorrect).ShouldBeEmpty();
        said.Do(
            new AssessReviewTriggers
            {
                DoneAt = At("2024-07-16"),
                Ticked = [ReviewTrigger.Complex],
                Features = [ReviewFeature.FinishedStructure],
            }
        );
        said.Obstacles(CaseAct.OrderToCorrect).ShouldBe([PlannedActGate.Missing]);
        Reviewed(said, PlannedAct.OrderToCorrect, "2024-07-16", ReviewOutcome.Passed);
        said.Do(Order("2024-07-17", "2024-07-20"));
        said.Reopened().Obstacles(CaseAct.OrderToCorrect).ShouldBe([PlannedActGate.Missing]);

        PlayedCase
            .Filed()
            .Adopt(Row("HG-1", ReviewedDecisionKind.Order, days: null))
            .Obstacles(CaseAct.OrderToCorrect)
            .ShouldBe([PlannedActGate.Missing]);
    }

    [Fact]
    public void A_review_of_what_can_no_longer_be_done_falls_away()
    {
        var played = PlayedCase.Concluded().Adopt(Measures, Orders);
        played.Do(new ReopenInvestigation { DoneAt = At("2024-07-16"), Reason = "补充询问" }, Role.TeamLead);
        played.Do(Sending(PlannedAct.Sealing, "2024-07-16"));
        played.Do(Sending(PlannedAct.OrderToCorrect, "2024-07-16"));

        played.Do(PlayedCase.Conclude("2024-07-17"));

        played.Reopened().File.PlannedReviews.All.Single().Sent.Planned.ShouldBe(PlannedAct.OrderToCorrect);
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.PlannedActReview && d.IsOpen)
            .Select(d => d.Reference)
            .ShouldBe(["OrderToCorrect"]);
    }

    [Fact]
    public void Nothing_that_was_passed_on_executing_a_decision_outlives_it()
    {
        var played = Called().Adopt(Executions);
        Reviewed(played, PlannedAct.SubstitutePerformance, "2024-10-17", ReviewOutcome.Passed);
        played.Do(Sending(PlannedAct.Execution, "2024-10-17"));
        var running = played.Open(DeadlineKind.PlannedActReview)!;

        played.Case.Revoke("适用依据错误", At("2024-10-18"));

        running.IsOpen.ShouldBeFalse();
        played.File.PlannedReviews.All.ShouldNotContain(r => r.IsOpen);
        played.Do(
            new Domain.Cases.Ordinary.Reopen
            {
                DoneAt = At("2024-10-21"),
                Reason = "重新处理",
                SameFactsAndReasons = true,
            },
            Role.Head
        );
        played.File.PlannedReviews.All.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_passed_or_approved_and_not_used_lets_nothing_pass_in_a_case_that_is_handled_again()
    {
        var played = Called().Adopt(Executions);
        Reviewed(played, PlannedAct.Execution, "2024-10-17", ReviewOutcome.Passed);
        var passed = played.File.PlannedReviews.All.Single();
        foreach (
            var (planned, measure) in new[]
            {
                (PlannedAct.OrderToCorrect, (Guid?)null),
                (PlannedAct.Sealing, null),
                (PlannedAct.Sealing, Thing),
            }
        )
        {
            played.File.PlannedReviews.Apply(passed.Sent with { Planned = planned, MeasureId = measure });
            played.File.PlannedReviews.Apply(
                Opining(played.File, PlannedAct.Execution, "2024-10-17", ReviewOutcome.Passed) with
                {
                    Planned = planned,
                    MeasureId = measure,
                },
                played.File.Acts[^1]
            );
        }
        played.File.Measures.Apply(
            new ApproveSealing
            {
                DoneAt = At("2024-07-11"),
                Kind = CoerciveMeasureKind.Seal,
                Agrees = true,
                Opinion = "同意",
            },
            played.File.Acts[^1]
        );
        played.File.Measures.Approvals.Apply(
            new ApprovePreservation
            {
                DoneAt = At("2024-07-11"),
                Purpose = "可能灭失",
                Things = ToTake(Cart, Cart with { Name = "货物" }),
                Opinion = "同意",
            },
            played.File.Acts[^1]
        );
        played.Case.Revoke("适用依据错误", At("2024-10-18"));

        played.Do(
            new Domain.Cases.Ordinary.Reopen
            {
                DoneAt = At("2024-10-21"),
                Reason = "重新处理",
                SameFactsAndReasons = true,
            },
            Role.Head
        );

        played.File.PlannedReviews.All.Select(r => r.Sent.MeasureId).ShouldBe([Thing], "an emergency that was reviewed stays reviewed");
        var approvals = played.File.Measures.Approvals;
        (approvals.Sealing.Count, approvals.Preservation.Count).ShouldBe((0, 0));
    }

    private static ReviewCatalogueRow Row(string id, ReviewedDecisionKind kind, int? days, params ReviewFeature[] features) =>
        new(id, kind, "某项", [], null, null, features, TimeLimitWorkingDays: days);

    private static PerformedCase Listing(PerformedCase played, string? row) =>
        row is null ? played : played.Adopt(row == Court.Id ? Court : Executions);

    /// <summary>Called upon to clear the road, and the call has run out.</summary>
    private static PerformedCase Called() => PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");

    private static SubmitPlannedAct Sending(PlannedAct planned, string on) =>
        new()
        {
            DoneAt = At(on, 11),
            Planned = planned,
            Facts = "占道经营",
            Basis = [new("《某条例》", "第四十条")],
            Plan = "按决定书代拟稿实施",
        };

    private static GivePlannedReviewOpinion Opining(PerformedCase played, PlannedAct planned, string on, ReviewOutcome outcome) =>
        Opining(played.File, planned, on, outcome);

    private static GivePlannedReviewOpinion Opining(
        OrdinaryFile file,
        PlannedAct planned,
        string on,
        ReviewOutcome outcome,
        Guid? measure = null
    ) =>
        new()
        {
            DoneAt = At(on, 14),
            Planned = planned,
            MeasureId = measure,
            Outcome = outcome,
            Points =
            [
                .. Enum.GetValues<ReviewPoint>()
                    .Select(p =>
                        p is ReviewPoint.Documents && !outcome.LetsPass()
                            ? new ReviewPointResult(p, IsInOrder: false, "应当补充")
                            : new ReviewPointResult(p, IsInOrder: true)
                    ),
            ],
            MatterSha256 = file.PlannedReviews.All.Single(r => r.Sent.Key() == planned.Key(measure)).Sent.In(file.Case.Id).Sha256(),
            Words = "审核意见",
        };

    private static void Reviewed(PerformedCase played, PlannedAct planned, string on, ReviewOutcome outcome)
    {
        played.Do(Sending(planned, on));
        played.Do(new TakePlannedReview { DoneAt = At(on, 12), Planned = planned }, Role.LegalReviewer);
        played.Do(Opining(played.File, planned, on, outcome), Role.LegalReviewer);
    }

    private static void Reviewed(
        PlayedCase played,
        PlannedAct planned,
        string on,
        ReviewOutcome outcome,
        Guid? measure = null,
        bool finishedStructure = false
    )
    {
        played.Reviewer = new(PerformedCase.Reviewer, Date("2017-01-01"));
        played.Do(Sending(planned, on) with { MeasureId = measure, FinishedStructure = finishedStructure });
        played.Do(
            new TakePlannedReview
            {
                DoneAt = At(on, 12),
                Planned = planned,
                MeasureId = measure,
            },
            Role.LegalReviewer,
            PerformedCase.Reviewer
        );
        played.Do(Opining(played.File, planned, on, outcome, measure), Role.LegalReviewer, PerformedCase.Reviewer);
    }
}
