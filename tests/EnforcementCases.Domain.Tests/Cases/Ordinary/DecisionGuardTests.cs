using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>What held when the case was filed and told must still hold when the head signs; what is taken up again starts anew.</summary>
public sealed class DecisionGuardTests
{
    private static readonly AssessmentFacts Helped = new() { Leniency = [new(LeniencyGround.MeritoriousHelp, "提供线索，附笔录")] };

    [Fact, Rule("APL-17")]
    public void The_head_signs_for_the_street_and_not_for_its_brigade()
    {
        var played = Proposed();
        played.OrganName = "汉沽街道综合行政执法大队";

        played.Doing(Decision(played), Role.Head).ShouldRefuse(Jurisdiction.InternalBody);
    }

    [Theory, Rule("APL-24")]
    [InlineData("2024-07-21", true)]
    [InlineData("2024-07-22", false)]
    public void The_matter_is_still_the_streets_on_the_day_of_the_decision(string to, bool refused)
    {
        var played = Proposed();
        played.Adoptions = [played.Adopted("2021-01-01", to)];

        played.Doing(Decision(played), Role.Head).ShouldRefuse(refused, Jurisdiction.MatterNotInForce);
    }

    [Fact, Rule("APL-42")]
    public void The_officers_of_the_case_are_still_certified_on_the_day_of_the_decision()
    {
        var played = Proposed();
        played.CertifiedUntil = "2024-07-21";

        played.Doing(Decision(played), Role.Head).ShouldRefuse(CertificateOnDay.NotValid);
    }

    [Fact, Rule("APL-16")]
    public void What_the_catalogue_does_not_hold_ready_is_not_decided()
    {
        var played = Told(violation: AViolation.With(ready: false));
        Propose(played);

        played.Doing(Decision(played), Role.Head).ShouldRefuse(ViolationVersion.NotDecidable);
    }

    [Fact, Rule("APL-30")]
    public void A_minor_is_punished_leniently_and_a_child_not_at_all()
    {
        var child = OfAge(13);
        child.Doing(Conclude("2024-07-15")).ShouldRefuse(PartyAge.UnderFourteen, "13");
        var minor = OfAge(17);
        minor.Doing(Conclude("2024-07-15")).ShouldRefuse(PartyAge.MinorWithoutLeniency, "17");
        minor.Do(Conclude("2024-07-15") with { Grade = PenaltyGrade.Lenient });
        minor.Do(FirstProposal());
        minor.Doing(Tell()).ShouldRefuse(Guardianship.Unknown, "17");
        minor.Do(
            new IdentifyGuardian
            {
                DoneAt = At("2024-07-15"),
                Guardian = new("王某某", "父亲", "户口簿"),
                ProofSha256 = Hash,
            }
        );
        minor.Do(Tell());
        minor.Serve(DocumentKind.PriorNotice, "2024-07-16", relation: ReceiverRelation.Self);
        Propose(minor);

        minor.Doing(Decision(minor), Role.Head).ShouldRefuse(PartyAge.MinorWithoutLeniency, "17");
    }

    [Theory, Rule("MINOR-PRESENT")]
    [InlineData(17, false, false)] // stated to be 20, and is 17
    [InlineData(17, true, true)]
    [InlineData(18, false, true)]
    public void A_party_who_was_a_minor_alone_whatever_age_was_stated_is_questioned_anew(int age, bool adult, bool passes)
    {
        var inquiry = InvestigationTests.Inquiry("2024-07-09") with { StatedIdentity = "自称王某", StatedAge = 20 };
        var played = OfAge(age, Filed(inTheStreet: inquiry with { AdultPresent = adult ? new("王某某", "父亲") : null }));
        var conclude = Conclude("2024-07-15") with { Grade = age < 18 ? PenaltyGrade.Lenient : PenaltyGrade.Ordinary };
        if (!passes)
        {
            played.Doing(conclude).ShouldRefuse(Guardianship.NotPresent, inquiry.EvidenceId.ToString());
            played.Do(Excluded(inquiry.EvidenceId));
        }
        played.Doing(conclude).ShouldRefuse(null);

        static ExcludeEvidence Excluded(Guid id) =>
            new()
            {
                DoneAt = At("2024-07-13"),
                EvidenceId = id,
                Reason = "没有监护人到场",
            };
    }

    private static PlayedCase OfAge(int age, PlayedCase? begun = null)
    {
        var played = begun ?? Filed();
        played.Do(
            PartyIdentified with
            {
                PartyId = played.File.Filing.PartyId!.Value,
                DoneAt = At("2024-07-10"),
                Kind = PartyKind.Citizen,
                Party = new()
                {
                    Kind = PartyKind.Citizen,
                    Name = "王某",
                    AgeAtOffence = age,
                },
            }
        );
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        return played;
    }

    /// <summary>400 yuan is below the 500 of the provision.</summary>
    [Fact, Rule("APL-32"), Rule("APL-57-2"), Rule("APL-58-1")]
    public void A_mitigated_penalty_is_proposed_first_and_reviewed_and_discussed_before_it_is_signed()
    {
        var mitigated = Proposal() with { Penalties = [Fine(400)], Grade = PenaltyGrade.Mitigated };
        var played = Told();
        played.AssessedFacts = Helped;
        Propose(played, mitigated);
        played.File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-22")).Features.ShouldBe([ReviewFeature.Mitigated]);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(CollectiveDiscussion.Missing);
        played.Do(Discussion("2024-07-18", Fine(400)), Role.Head);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(Leniency.MitigatedUnreviewed);

        Review(played, "2024-07-18");
        played.Do(Discussion("2024-07-19", Fine(400)), Role.Head);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("APL-28")]
    public void An_order_that_still_runs_keeps_the_penalty_waiting()
    {
        var played = Filed(CorrectionDuty.BeforePenalty);
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Earlier = new(
            InvestigationTests.Thing,
            Date("2024-07-08"),
            Date("2024-07-09"),
            RecheckResult.NotCorrected,
            played.Case.Place
        );
        played.Do(new RelyOnOrder { DoneAt = At("2024-07-12", 15), CorrectionOrderId = InvestigationTests.Thing });
        played.Do(Conclude("2024-07-15"));
        played.Do(FirstProposal());
        played.Do(Tell());
        played.Serve(DocumentKind.PriorNotice, "2024-07-16");
        Propose(played);
        played.Do(InvestigationTests.Order("2024-07-17", "2024-07-31") with { OrderId = Guid.NewGuid() });

        played.Doing(Decision(played), Role.Head).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.NotExpiredUnmet);
    }

    [Theory, Rule("APL-28")]
    [InlineData("清退占道物品", "2024-07-24", true)] // decided on the 22nd: three days are left to obey
    [InlineData("清退占道物品", "2024-07-25", false)]
    [InlineData("清退占道物品", null, false)]
    public void What_a_decision_orders_to_put_right_is_not_overdue_when_it_is_made(string required, string? dueOn, bool refused)
    {
        var played = Told();
        Propose(played, Proposal() with { Orders = [new(required, DueOn: dueOn is null ? null : Date(dueOn))] });

        played.Doing(Decision(played), Role.Head).ShouldRefuse(refused, Domain.Cases.Correction.OrderToCorrect.DueBeforeOrdered);
    }

    [Fact, Rule("APL-28")]
    public void Every_order_leaves_time_to_obey_and_an_order_by_a_day_names_one()
    {
        var played = Told();
        void Refused(DomainError error, string pointer, params DecisionOrder[] orders)
        {
            var why = Record.Exception(played.Doing(Proposal() with { Orders = orders })) as DomainException;
            (why?.Error, why?.Pointer).ShouldBe((error, pointer));
        }

        Refused(
            Domain.Cases.Correction.OrderToCorrect.DueBeforeOrdered,
            "/orders/1/dueOn",
            new DecisionOrder("清退占道物品", DueOn: Date("2024-07-31")),
            new("恢复原状", DueOn: Date("2024-07-17"))
        );
        Refused(OrdinaryFile.Incomplete, "/orders/0/daysAfterService", new DecisionOrder("拆除", Kind: CorrectiveOrder.DemolishByDate));
        Refused(OrdinaryFile.Incomplete, "/orders/0/daysAfterService", new DecisionOrder("清退", DaysAfterService: 3_651));
        Refused(OrdinaryFile.Incomplete, "/orders/0/daysAfterService", new DecisionOrder("清退", DaysAfterService: int.MaxValue));
        played.Doing(Proposal() with { Orders = [new("清退", DaysAfterService: 3_650)] }).ShouldRefuse(null);
    }

    /// <summary>第二十八条第一款: where the provision orders to correct, the decision does, unless nothing is left to correct.</summary>
    [Fact, Rule("APL-28")]
    public void A_penalty_goes_with_the_order_to_correct_of_its_provision()
    {
        Told().Doing(Proposal() with { Orders = [] }).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.Missing, "没有责令改正的内容");
        Told(violation: AViolation.With(correction: CorrectionDuty.None)).Doing(Proposal() with { Orders = [] }).ShouldRefuse(null);
    }

    [Fact, Rule("APL-57-1")]
    public void No_kind_stands_twice_in_a_proposal()
    {
        Told().Doing(Proposal() with { Penalties = [Fine(500), Fine(500)] }).ShouldRefuse(PenaltyItems.DoNotFit, "出现两次");
    }

    [Fact, Rule("APL-9")]
    public void A_warning_alone_is_a_penalty_without_fine()
    {
        var played = Told(violation: AViolation.With(kinds: [PenaltyKind.Warning]), penalty: new(PenaltyKind.Warning));
        Propose(played, Proposal() with { Penalties = [new(PenaltyKind.Warning)] });
        played.Do(Decision(played), Role.Head);
        played.Serve(DocumentKind.PenaltyDecision, "2024-07-23");

        played.Case.ShouldHave(
            new
            {
                Penalty = new { FineFen = 0L, Warned = true },
                FinedActKey = (string?)null,
                SameDayKey = (string?)null,
                PaymentOrder = (Domain.Fines.PaymentOrder?)null,
            }
        );
    }

    [Fact, Rule("APL-63")]
    public void Grounds_and_triggers_that_the_officers_tick_reach_the_head_and_none_is_none()
    {
        var bare = Concluded(CaseOutcome.NoPenaltyNotProved);
        bare.Do(Triggers());
        bare.Do(NoPenalty(CaseOutcome.NoPenaltyNotProved));
        bare.File.Deciding.DossierFor(bare.File.Deciding.Proposal!, At("2024-07-22")).HearingGroundsTicked.ShouldBeEmpty();

        var played = Concluded();
        played.Do(FirstProposal());
        played.Do(Tell() with { HearingRightNotified = true, TickedHearingGrounds = [HearingGround.OtherHeavier] });
        played.Serve(DocumentKind.PriorNotice, "2024-07-16");
        played.Do(Proposal());
        var dossier = played.File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-22"));
        dossier.HearingGroundsTicked.ShouldBe([HearingGround.OtherHeavier]);
        dossier.Assessment.Ticked.ShouldBeEmpty();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        dossier = played.File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-22"));
        dossier.Assessment.Ticked.ShouldBe([ReviewTrigger.Complex]);
        dossier.Features.ShouldContain(ReviewFeature.Complex);
    }

    [Fact, Rule("APL-58-1")]
    public void A_hearing_counts_for_the_catalogue_where_it_was_held_or_given_up_and_not_while_it_is_asked_for()
    {
        var played = Told(hearing: true);
        played.Do(Proposal());
        Features().ShouldBe([ReviewFeature.HearingHeldOrGivenUp, ReviewFeature.HearingAmountReached]); // silence gives it up in the end
        played.Do(Ask("2024-07-17"));
        Features().ShouldBe([ReviewFeature.HearingAmountReached]);
        played.Do(Waiver(statement: false, hearing: true) with { DoneAt = At("2024-07-18"), Declaration = Declared("2024-07-18") });
        Features().ShouldBe([ReviewFeature.HearingHeldOrGivenUp, ReviewFeature.HearingAmountReached]);

        IReadOnlyList<ReviewFeature> Features() =>
            played.File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-22")).Features;
    }

    [Fact, Rule("APL-58-1")]
    public void The_catalogue_that_the_street_adopted_says_what_is_major_and_how_long_its_review_takes()
    {
        var played = Told();
        played.Do(Proposal());
        played.File.Review.Reasons(played.Surroundings(), At("2024-07-17"))!.Triggers.ShouldBeEmpty();
        played.Adopt(
            new("1", ReviewedDecisionKind.Penalty, "罚款", [PenaltyKind.Fine], null, null, [], TimeLimitWorkingDays: 3),
            new("2", ReviewedDecisionKind.Penalty, "全部", [], null, null, [])
        );

        played.File.Review.Reasons(played.Surroundings(), At("2024-07-17"))!.Rows.Select(r => r.Id).ShouldBe(["1", "2"]);
        played.Do(new SubmitForReview { DoneAt = At("2024-07-17") });
        played.Deadline(DeadlineKind.LegalReview).LastDay.ShouldBe(Date("2024-07-22"));
    }

    [Theory, Rule("APL-44"), Rule("APL-63")]
    [InlineData(true)]
    [InlineData(false)]
    public void What_ends_or_goes_back_before_the_decision_drops_the_time_that_ran_for_it(bool withdrawn)
    {
        var played = Told(hearing: true);
        Propose(played);
        played.Do(Ask("2024-07-17"));
        played.Do(new SubmitForReview { DoneAt = At("2024-07-17") });
        played.Deadline(DeadlineKind.Defence).IsOpen.ShouldBeTrue();

        if (withdrawn)
            played.Do(new WithdrawCase { DoneAt = At("2024-07-18"), Reason = "违法事实不存在" }, Role.Head);
        else
            played.Do(new ReopenInvestigation { DoneAt = At("2024-07-18"), Reason = "补充询问" }, Role.TeamLead);

        played
            .Case.Deadlines.Where(d => d.Kind is DeadlineKind.Defence or DeadlineKind.HearingRequest or DeadlineKind.LegalReview)
            .ShouldAllBe(d => !d.IsOpen);
    }

    [Fact, Rule("APL-57-1")]
    public void What_was_built_on_a_report_is_off_the_way_once_the_investigation_goes_on()
    {
        var played = Told(hearing: true);
        Propose(played);
        played.Do(Ask("2024-07-17"));
        played.Do(new SubmitForReview { DoneAt = At("2024-07-17") });

        played.Do(new ReopenInvestigation { DoneAt = At("2024-07-18"), Reason = "补充询问" }, Role.TeamLead);

        played.File.ShouldSatisfyAllConditions(
            f => f.Investigation.Conclusion.ShouldBeNull(),
            f => f.Notice.Served.ShouldBeNull(),
            f => f.Hearing.Requested.ShouldBeNull(),
            f => f.Deciding.Proposal.ShouldBeNull(),
            f => f.Approvals.ProposalOf(ApprovalPaper.Decision).ShouldBeNull(),
            f => f.Review.IsOpen.ShouldBeFalse()
        );
        played.Do(Conclude("2024-07-19"));
        played.Doing(Endorse(ApprovalLevel.TeamLead, "2024-07-19"), Role.TeamLead).ShouldRefuse(ApprovalLine.NothingToEndorse);
        played.Obstacles(CaseAct.TakeReview, Role.LegalReviewer).ShouldBe([ReviewPhase.ReviewNotOpen]);
    }

    /// <summary>The first notice was heard on the 30th; the second one, of the 31st, gives five working days to the 7th of August again.</summary>
    [Fact, Rule("APL-63"), Rule("APL-64-1")]
    public void A_hearing_on_an_earlier_notice_does_not_use_up_the_right_that_a_later_one_gives()
    {
        var played = Heard();
        var found = FoundLater(played, "2024-07-31");
        ProposeAndTell(
            played,
            Tell("2024-07-31") with
            {
                DoneAt = At("2024-07-31", 11),
                Penalties = [Fine(2_000)],
                NewEvidenceIds = [found],
                HearingRightNotified = true,
            },
            Scene,
            found
        );
        played.Serve(DocumentKind.PriorNotice, "2024-07-31");
        played.Deadline(DeadlineKind.HearingRequest).LastDay.ShouldBe(Date("2024-08-07"));
        played.Do(Triggers() with { DoneAt = At("2024-07-31", 12), Ticked = [ReviewTrigger.PublicInterest] });
        Propose(
            played,
            FirstProposal() with
            {
                DoneAt = At("2024-07-31", 12),
                Penalties = [Fine(2_000)],
                FactElements = [new("占道经营", [Scene, found])],
                RefersToHearingRecord = true,
            },
            "2024-07-31"
        );
        Review(played, "2024-08-01");
        played.Do(Discussion("2024-08-02", Fine(2_000)), Role.Head);

        played.Doing(Decision(played, "2024-08-07"), Role.Head).ShouldRefuse(Defence.TimeNotOver, "2024-08-07");
        played.Doing(Decision(played, "2024-08-08"), Role.Head).ShouldRefuse(null);
    }

    internal static PlayedCase Proposed()
    {
        var played = Told();
        Propose(played);
        return played;
    }

    internal static void Review(PlayedCase played, string on)
    {
        played.Do(new SubmitForReview { DoneAt = At(on, 8) });
        played.Reviewer = new(ReviewerId, Date("2017-01-01"));
        played.Do(new TakeReview { DoneAt = At(on, 8) }, Role.LegalReviewer, ReviewerId);
        played.Do(Opinion(played) with { DoneAt = At(on, 9) }, Role.LegalReviewer, ReviewerId);
    }
}
