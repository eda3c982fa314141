using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.WhatStandsTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Which report, which evidence, which hearing, which opinion: what does not count any more, or not yet, carries no decision; and what is lawful goes on.</summary>
public sealed class AtTheHeadsGateTests
{
    private static readonly CapacityFinding Lost = new(CapacityAtOffence.Lost, CapacityProof.ExpertOpinion, Scene);

    [Fact, Rule("APL-40"), Rule("APL-46")]
    public void Evidence_that_is_not_on_file_is_pointed_at_and_what_is_excluded_ends_the_review()
    {
        var nowhere = Guid.NewGuid();
        Refusal(Told(), Later with { FactElements = [new("占道经营", [Scene]), new("占道经营", [nowhere])] }, EvidenceRules.NotInFile)
            .ShouldBe("/factElements/1/evidenceIds/0");
        var none = NoPenalty(CaseOutcome.NoPenaltyNotProved);
        Refusal(Told(), none with { FactElements = [new("占道经营", [nowhere])] }, EvidenceRules.NotInFile)
            .ShouldBe("/factElements/0/evidenceIds/0");
        Refusal(Told(), none with { GroundEvidenceIds = [Scene, nowhere] }, EvidenceRules.NotInFile).ShouldBe("/groundEvidenceIds/1");
        Told()
            .Doing(Later with { Capacity = new(CapacityAtOffence.PartlyLost, CapacityProof.ExpertOpinion, nowhere) })
            .ShouldRefuse(EvidenceRules.NotInFile);
        Refusal(
                Told(),
                Later with
                {
                    FactElements = [new("占道经营", [Scene]), new("占道经营", [])],
                },
                Domain.Cases.OnTheSpot.LawfulOnTheSpotDecision.EvidenceMissing
            )
            .ShouldBe("/factElements/1");

        var played = WhatStandsTests.Reviewed();
        played.Do(
            new ExcludeEvidence
            {
                DoneAt = At("2024-07-20"),
                EvidenceId = Scene,
                Reason = "非法取得",
            }
        );
        played.File.Review.Reviewed!.ChangedIn(played.File.Deciding.Matter!).ShouldBe([MatterElement.Evidence]);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(ReviewGate.MatterChanged);
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-5")]
    public void What_was_assessed_anew_since_the_proposal_is_not_decided()
    {
        var played = Told();
        Propose(played);
        played.LaterAssessment = Guid.NewGuid();
        played.Doing(Decision(played), Role.Head).ShouldRefuse(StoredAssessment.Overtaken, $"{AssessmentId}");
        played.LaterAssessment = null;
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);

        var none = Concluded(CaseOutcome.NoPenaltySlight);
        none.AssessedFacts = new()
        {
            Slight = true,
            CorrectedInTime = true,
            NoHarm = true,
        };
        Propose(none, NoPenalty(CaseOutcome.NoPenaltySlight));
        none.LaterAssessment = Guid.NewGuid();
        none.Doing(DecidingNone(none), Role.Head).ShouldRefuse(StoredAssessment.Overtaken, $"{none.LaterAssessment}");
    }

    [Fact, Rule("APL-31"), Rule("REF-STANDS")]
    public void What_the_report_found_of_the_party_is_not_lost_in_the_proposal()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Do(Conclude("2024-07-15") with { ProposedOutcome = CaseOutcome.NoPenaltyIncapacity, Penalties = [], Capacity = Lost });
        played.Doing(FirstProposal() with { DiffersFromReportBecause = "另有认识" }).ShouldRefuse(MentalCapacity.Lost);
        played
            .Doing(FirstProposal() with { Capacity = new(CapacityAtOffence.Full), DiffersFromReportBecause = "另有认识" })
            .ShouldRefuse(ProposalOnReport.OtherCapacity, "认定为“不能辨认或者不能控制自己行为”，拟处理意见认定为“具有完全辨认和控制能力”");

        var partly = new CapacityFinding(CapacityAtOffence.PartlyLost, CapacityProof.ExpertOpinion, Scene);
        var punished = Filed();
        punished.Do(SceneOn("2024-07-11"));
        punished.Do(Verify("2024-07-12", Scene));
        punished.Do(Conclude("2024-07-15") with { Capacity = partly });
        punished.Do(FirstProposal());
        punished.File.Deciding.DossierFor(punished.File.Deciding.Proposal!, At("2024-07-22")).Capacity.ShouldBe(partly);
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-57-1")]
    public void A_proposal_beyond_its_report_says_why()
    {
        var played = Told();
        var none = NoPenalty(CaseOutcome.NoPenaltyNotProved);
        var further = Later with { FactElements = [new("占道经营", [Scene]), new("占道面积", [Scene])] };
        played.Doing(none with { DiffersFromReportBecause = null }).ShouldRefuse(ProposalOnReport.NotInReport, "拟为“给予行政处罚”");
        played.Doing(further).ShouldRefuse(ProposalOnReport.NotInReport, "占道面积");
        played.Doing(none).ShouldRefuse(null);
        played.Do(further with { DiffersFromReportBecause = "补充丈量" });
        var before = played.File.Deciding.Matter!;
        played.Do(further with { DiffersFromReportBecause = "补充核对" });
        before.ChangedIn(played.File.Deciding.Matter!).ShouldBe([MatterElement.Reasons]); // the reviewer and the leaders see it
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-58-1")]
    public void A_tick_that_the_review_or_the_leaders_rely_on_is_not_taken_back()
    {
        var discussed = Told();
        discussed.Do(Triggers() with { Complex = true });
        discussed.Do(Discussion("2024-07-18"), Role.Head);
        discussed.Doing(Triggers()).ShouldRefuse(ReviewTriggers.TakenBack);

        var submitted = Told();
        submitted.Do(Triggers() with { Ticked = [ReviewTrigger.PublicInterest] });
        submitted.Do(new SubmitForReview { DoneAt = At("2024-07-18") });
        submitted.Doing(Triggers()).ShouldRefuse(ReviewTriggers.TakenBack);
        submitted.Doing(Triggers() with { Ticked = [ReviewTrigger.PublicInterest, ReviewTrigger.Complex] }).ShouldRefuse(null);
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-58-2")]
    public void What_is_under_review_waits_for_its_opinion_though_nobody_had_to_ask()
    {
        var played = Told();
        Propose(played);
        played.Do(new SubmitForReview { DoneAt = At("2024-07-18", 8) });
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBe([ReviewGate.Missing]);
        Reviews(played, "2024-07-18", ReviewOutcome.Passed);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBeEmpty();
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-58-2"), Rule("APL-27")]
    public void An_opinion_that_lets_nothing_pass_stands_until_another_passes_whatever_asked_for_it()
    {
        var played = Told();
        Propose(played);
        Submits(played, "2024-07-18");
        Reviews(played, "2024-07-18", ReviewOutcome.NotPassed, ReviewPoint.FactsAndEvidence);
        Propose(played, Later with { DoneAt = At("2024-07-18", 12), Penalties = [Fine(500)] }, "2024-07-18");
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBe([ReviewGate.NotPassed]);
        Submits(played, "2024-07-19");
        Reviews(played, "2024-07-19", ReviewOutcome.Transfer, ReviewPoint.SuspectedCrime);
        Propose(played, Later with { DoneAt = At("2024-07-19", 12), Penalties = [Fine(600)] }, "2024-07-19");
        Submits(played, "2024-07-20");
        Reviews(played, "2024-07-20", ReviewOutcome.Passed);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBe([CriminalTransfer.NotReported]);
        played.Do(new ReportSuspectedCrime { DoneAt = At("2024-07-20", 12), Suspicion = "数额较大" });
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(CriminalTransfer.NotReported); // nobody decided
        played.Do(
            new DecideCrimeTransfer
            {
                DoneAt = At("2024-07-20", 13),
                Approved = false,
                Reasons = "不构成犯罪",
            },
            Role.Head
        );
        played.Reopened().Obstacles(CaseAct.Decide, Role.Head).ShouldBeEmpty();
    }

    [Fact, Rule("APL-63"), Rule("APL-64-2")]
    public void A_hearing_called_on_one_notice_is_not_held_on_the_next()
    {
        var called = Told(hearing: true);
        called.Do(Ask("2024-07-17"));
        called.Do(Notify(), Role.Head);
        called.Serve(DocumentKind.HearingNotice, "2024-07-18");
        ProposeAndTell(called, Tell("2024-07-19") with { HearingRightNotified = true });
        called.Serve(DocumentKind.PriorNotice, "2024-07-19");
        called.Obstacles(CaseAct.HoldHearing, Role.HearingHost).ShouldBe([HearingGates.HearingNotCalled]);
        called.File.Hearing.Requested.ShouldNotBeNull();
        called.Do(Notify() with { DoneAt = At("2024-07-19", 12), HearingAt = At("2024-07-31", 9) }, Role.Head);
        called.Serve(DocumentKind.HearingNotice, "2024-07-19", 13);
        called.Doing(Held("2024-07-31"), Role.HearingHost, Host).ShouldRefuse(null);

        var heard = Heard();
        ProposeAndTell(heard, Tell("2024-07-31") with { HearingRightNotified = true });
        heard.Serve(DocumentKind.PriorNotice, "2024-07-31");
        heard.Doing(Held(), Role.HearingHost, Host).ShouldRefuse(HearingConduct.NotAsCalled, "举行的听证针对第");

        var used = Heard(); // on the first notice; the second one is served the day before and gives its own five days
        used.Do(Tell("2024-07-29") with { HearingRightNotified = true });
        used.Serve(DocumentKind.PriorNotice, "2024-07-29");
        Propose(used, Later with { DoneAt = At("2024-07-31"), RefersToHearingRecord = true }, "2024-07-31");
        used.Doing(Decision(used, "2024-08-02"), Role.Head).ShouldRefuse(Defence.TimeNotOver);
    }

    [Fact, Rule("APL-64-3"), Rule("REF-ORDER")]
    public void Nothing_was_shown_at_a_hearing_that_was_taken_after_it()
    {
        var played = Called();
        var found = FoundLater(played, "2024-07-31");
        Refusal(() => played.Do(Held() with { EvidenceShownIds = [Scene, found] }, Role.HearingHost, Host), OrderOfActs.BeforeItsGround)
            .ShouldBe("/evidenceShownIds/1");
        Refusal(
                () => played.Do(Held() with { EvidenceShownIds = [Scene, Guid.NewGuid()] }, Role.HearingHost, Host),
                EvidenceRules.NotInFile
            )
            .ShouldBe("/evidenceShownIds/1");
    }

    [Fact, Rule("APL-65")]
    public void What_was_proposed_and_endorsed_before_the_hearing_does_not_outlast_it()
    {
        var played = Called();
        Refusal(played, Later with { RefersToHearingRecord = true }, HearingConduct.NotDecidedOnRecord).ShouldBe("/refersToHearingRecord");
        Propose(played, NoPenalty(CaseOutcome.NoPenaltyNotProved));
        played.Do(Held(), Role.HearingHost, Host);
        played.File.Approvals.EndorsementOf(ApprovalPaper.Decision, ApprovalLevel.TeamLead).ShouldBeNull();
        Endorsed(played, "2024-07-31");
        Reviewed(played, "2024-08-01");
        played.Doing(DecidingNone(played, "2024-08-06"), Role.Head).ShouldRefuse(OrderOfActs.BeforeItsGround, "举行听证");
        played.Do(NoPenalty(CaseOutcome.NoPenaltyNotProved) with { DoneAt = At("2024-07-31"), Orders = [] });
        Endorsed(played, "2024-07-31");
        Reviewed(played, "2024-08-01");
        played.Doing(DecidingNone(played, "2024-08-06"), Role.Head).ShouldRefuse(null);

        static void Reviewed(PlayedCase played, string on)
        {
            Submits(played, on);
            Reviews(played, on, ReviewOutcome.Passed);
        }
    }

    [Fact, Rule("APL-65")]
    public void A_report_is_on_the_last_hearing()
    {
        var played = Heard();
        played.Do(
            new ReportHearing
            {
                DoneAt = At("2024-07-30"),
                Issues = "占道时间",
                EvidenceFindings = "采信",
                Proposal = "减半",
            },
            Role.HearingHost,
            Host
        );
        played.Do(Ask("2024-07-31") with { AcceptedBecause = "补充举证" });
        played.Do(Notify() with { DoneAt = At("2024-07-31", 11), HearingAt = At("2024-08-12", 9) }, Role.Head);
        played.Serve(DocumentKind.HearingNotice, "2024-07-31", 12);
        played.File.Hearing.Report.ShouldNotBeNull();
        played.Do(Held("2024-08-12"), Role.HearingHost, Host);
        played.File.Hearing.Report.ShouldBeNull();
    }

    /// <summary>The lighter notice was overtaken before it was served; it reached the party all the same.</summary>
    [Fact, Rule("APL-45")]
    public void A_notice_that_reached_the_party_counts_though_another_took_its_place()
    {
        var played = Concluded();
        ProposeAndTell(played, Tell());
        var lighter = played.File.Papers.Last(p => p.Kind is DocumentKind.PriorNotice).DocumentId;
        ProposeAndTell(played, Tell() with { Penalties = [Fine(2_000)] });
        Serve(played, lighter, 11);
        played.Serve(DocumentKind.PriorNotice, "2024-07-16", 12);
        Propose(played, Later with { Penalties = [Fine(2_000)] });
        played.Reopened().Doing(Decision(played), Role.Head).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts, "增至 2000.00 元");
        Propose(played, Later);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("APL-45")]
    public void What_made_a_notice_heavier_still_carries_the_decision()
    {
        var played = Told();
        var found = FoundLater(played, "2024-07-17");
        var heavier = Tell("2024-07-18") with { Penalties = [Fine(2_000)], NewFacts = "另查明一处", NewEvidenceIds = [found] };
        ProposeAndTell(played, heavier, Scene, found);
        played.Serve(DocumentKind.PriorNotice, "2024-07-18");
        var proposal = Later with { DoneAt = At("2024-07-18", 12), Penalties = [Fine(2_000)] };
        var both = proposal with { FactElements = [new("占道经营", [Scene, found])] };
        Propose(played, proposal, "2024-07-18");
        played.Doing(Decision(played, "2024-07-24"), Role.Head).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts, $"{found} 不在现行");
        Propose(played, both, "2024-07-18");
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBeEmpty();
        played.Do(
            new ExcludeEvidence
            {
                DoneAt = At("2024-07-19"),
                EvidenceId = found,
                Reason = "非法取得",
            }
        );
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(PriorNotices.HeavierWithoutNewFacts);
    }

    [Fact, Rule("APL-44"), Rule("REF-STANDS")]
    public void A_notice_states_no_new_facts_that_nobody_proposed()
    {
        var first = Concluded();
        first.Do(FirstProposal());
        first.Doing(Tell() with { NewFacts = "另查明一处" }).ShouldRefuse(PriorNotices.NotAsProposed, "没有写明证据");
        first.Doing(Tell() with { NewFacts = "另查明一处", NewEvidenceIds = [Scene] }).ShouldRefuse(PriorNotices.NotAsProposed, "首次告知");

        var second = Told();
        var found = FoundLater(second, "2024-07-17");
        var tell = Tell("2024-07-18") with { NewFacts = "另查明一处" };
        ProposeFor(second, tell, Scene, found);
        second.Doing(tell).ShouldRefuse(PriorNotices.NotAsProposed, "没有写明证据");
        second.Doing(tell with { NewEvidenceIds = [found] }).ShouldRefuse(null);
    }

    [Fact, Rule("APL-43"), Rule("APL-57-2")]
    public void A_leader_who_has_to_withdraw_is_not_counted()
    {
        var played = Told();
        played.Do(Triggers() with { Complex = true });
        var leader = Leaders[0].PersonId;
        played.File.Recusals.Apply(
            new RequestRecusal
            {
                DoneAt = At("2024-07-17"),
                OfficerId = leader,
                AskedBy = RecusalAskedBy.Party,
                Reason = "近亲属",
            }
        );
        played.Doing(Discussion("2024-07-18"), Role.Head).ShouldRefuse(null); // undecided
        played.Do(
            new DecideRecusal
            {
                DoneAt = At("2024-07-17", 11),
                OfficerId = leader,
                Granted = true,
                Reasons = "属实",
            },
            Role.Head
        );
        played.Doing(Discussion("2024-07-18"), Role.Head).ShouldRefuse(Recusal.WithdrawnOfficerActing);
    }

    [Fact, Rule("APL-58-2"), Rule("APL-36"), Rule("APL-31"), Rule("APL-30")]
    public void The_ground_of_an_outcome_without_penalty_is_part_of_what_is_reviewed()
    {
        var barred = NoPenalty(CaseOutcome.NoPenaltyTimeBarred) with
        {
            AssessmentId = null,
            GroundEvidenceIds = [Scene],
            LimitationFound = new(Date("2022-07-08"), Date("2024-07-09")),
        };
        Changed(CaseOutcome.NoPenaltyTimeBarred, barred, barred with { LimitationFound = new(Date("2022-07-07"), Date("2024-07-09")) });
        Changed(CaseOutcome.NoPenaltyTimeBarred, barred, barred with { Guardian = new("王某某", "父亲", "户口簿") });
        var lost = NoPenalty(CaseOutcome.NoPenaltyIncapacity) with
        {
            AssessmentId = null,
            Guardian = new("王某某", "父亲", "户口簿"),
            Capacity = Lost,
        };
        Changed(CaseOutcome.NoPenaltyIncapacity, lost, lost with { Guardian = new("王某某", "母亲", "户口簿") });
        Changed(CaseOutcome.NoPenaltyIncapacity, lost, lost with { Capacity = Lost with { Proof = CapacityProof.GuardianEvidence } });

        static void Changed(CaseOutcome outcome, ProposeDecision first, ProposeDecision next)
        {
            var played = Concluded(outcome);
            played.Do(first);
            var before = played.File.Deciding.Matter!;
            played.Do(next);
            var now = played.File.Deciding.Matter!;
            before.ChangedIn(now).ShouldBe([MatterElement.Findings]);
            before.Sha256().ShouldNotBe(now.Sha256());
        }
    }

    /// <summary>What lay before the reviewer of a file of before is compared element by element, though the opinion names the hash of fewer.</summary>
    [Fact, Rule("APL-58-2")]
    public void An_opinion_of_before_passes_no_element_that_changed_since()
    {
        var matter = new ReviewedMatter(Guid.NewGuid(), "占道经营", [new("《条例》", "第三十四条")], [Fine(1_000)])
        {
            Reasons = "一般情节",
        };
        var opinion = new ReviewOpinion(ReviewerId, At("2024-07-18"), ReviewOutcome.Passed, [], matter.EarlierSha256(), "同意");

        ReviewGate.ObstacleUnlessPassed(opinion, matter, null, matter).ShouldBeNull();
        ReviewGate
            .ObstacleUnlessPassed(opinion, matter with { Reasons = "情节较重" }, null, matter)!
            .Error.ShouldBe(ReviewGate.MatterChanged);
    }

    /// <summary>Minutes and proposals of before lack what is asked now: it is asked once, before the head signs.</summary>
    [Fact, Rule("APL-57-2"), Rule("APL-63")]
    public void Minutes_without_a_conclusion_and_goods_without_a_value_are_asked_for_at_the_heads_gate()
    {
        var minutes = new DiscussionOnFile(Discussion("2024-07-18").AsMinutes, null, null, null);
        var matter = new ReviewedMatter(Guid.NewGuid(), "占道经营", [], [Fine(1_000)]);
        CollectiveDiscussion.ObstaclesUnlessOf(minutes, matter).Errors().ShouldBe([CollectiveDiscussion.MinutesIncomplete]);
        CollectiveDiscussion
            .ObstaclesUnlessOf(minutes with { Outcome = CaseOutcome.Penalty, Penalties = [Fine(1_000)] }, matter)
            .ShouldBeEmpty();

        var played = Told();
        Propose(played);
        var proposal = played.File.Approvals.ProposalOf(ApprovalPaper.Decision)!;
        var goods = ((ProposeDecision)proposal.Body) with { Penalties = [Fine(1_000), new(PenaltyKind.ConfiscationOfGoods)] };
        played.File.Approvals.Propose(ApprovalPaper.Decision, proposal with { Body = goods });
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(ValueOfThings.Unknown);
    }

    [Theory, Rule("REF-OWN-GATE"), Rule("APL-62")]
    [InlineData(17, DeclarantTie.Self, true)]
    [InlineData(17, DeclarantTie.Agent, true)]
    [InlineData(17, DeclarantTie.Guardian, false)]
    [InlineData(18, DeclarantTie.Self, false)]
    public void A_minor_gives_nothing_up_alone(int age, DeclarantTie tie, bool refused)
    {
        var declared = Declared("2024-07-16") with
        {
            DeclarantName = tie is DeclarantTie.Self ? "王某" : "王某某",
            Tie = tie,
            AuthoritySha256 = Hash,
        };
        var citizen = new PartySnapshot
        {
            Kind = PartyKind.Citizen,
            Name = "王某",
            AgeAtOffence = age,
        };
        var played = Told();
        played.Case.SetParty(played.Case.PartyId!.Value, citizen);
        played.Doing(Waiver(true, false) with { Declaration = declared }).ShouldRefuse(refused, PartyDeclaration.NotOfParty);
        var heard = Called();
        heard.Case.SetParty(heard.Case.PartyId!.Value, citizen);
        heard
            .Doing(
                new WithdrawHearingRequest
                {
                    DoneAt = At("2024-07-18"),
                    Words = "不听证了",
                    Declaration = declared with { Attendance = Both("2024-07-18") },
                }
            )
            .ShouldRefuse(refused, PartyDeclaration.NotOfParty);
        var speaking = Told();
        speaking.Case.SetParty(speaking.Case.PartyId!.Value, citizen);
        speaking.Doing(Says(declared with { Attendance = Both("2024-07-17") })).ShouldRefuse(null); // it may speak for itself
    }

    [Fact, Rule("REF-OWN-GATE")]
    public void Whom_the_file_does_not_know_as_representative_shows_that_he_is()
    {
        var company = new PartySnapshot { Kind = PartyKind.LegalPerson, Name = "某某商店" };
        var declared = Declared("2024-07-16");
        Declaring(declared).ShouldRefuse(PartyDeclaration.NotOfParty, "也没有身份证明");
        Declaring(declared with { Tie = DeclarantTie.Head }).ShouldRefuse(PartyDeclaration.NotOfParty, "主要负责人");
        Declaring(declared with { AuthoritySha256 = Hash }).ShouldRefuse(null);

        Action Declaring(PartyDeclaration declaration) => () => PartyDeclaration.EnsureOfParty(declaration, company);
    }

    [Fact, Rule("APL-28")]
    public void No_order_of_several_is_due_before_the_decision()
    {
        DecisionOrder[] orders = [new("清退占道物品", DueOn: Date("2024-07-31")), new("恢复原状", DueOn: Date("2024-07-21"))];
        var played = Concluded();
        played.Do(FirstProposal() with { Orders = orders });
        played.Do(Tell());
        played.Serve(DocumentKind.PriorNotice, "2024-07-16");
        Propose(played, Later with { Orders = orders });
        Refusal(() => played.Do(Decision(played), Role.Head), OrderToCorrect.DueBeforeOrdered).ShouldBe("/orders/1/dueOn");

        var none = Concluded(CaseOutcome.NoPenaltyNotProved);
        Propose(none, NoPenalty(CaseOutcome.NoPenaltyNotProved) with { Orders = orders });
        Refusal(() => none.Do(DecidingNone(none), Role.Head), OrderToCorrect.DueBeforeOrdered).ShouldBe("/orders/1/dueOn");
    }

    [Fact, Rule("APL-65")]
    public void A_request_that_is_withdrawn_after_a_postponement_keeps_nothing_back()
    {
        var played = Called();
        played.Do(Held() with { Attendance = HearingAttendance.ExcusedAbsence }, Role.HearingHost, Host);
        Propose(played, Later with { DoneAt = At("2024-07-31") }, "2024-07-31");
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(HearingConduct.NotDecidedOnRecord);
        played.Do(
            new WithdrawHearingRequest
            {
                DoneAt = At("2024-07-31"),
                Words = "不听证了",
                Declaration = Declared("2024-07-31"),
            }
        );
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldNotContain(HearingConduct.NotDecidedOnRecord);
    }

    [Theory, Rule("APL-64-3"), Rule("APL-65")]
    [InlineData(HearingAttendance.UnexcusedAbsence)]
    [InlineData(HearingAttendance.LeftWithoutLeave)]
    public void Where_the_party_stayed_away_what_lay_in_the_file_then_carries_the_facts(HearingAttendance attendance)
    {
        var played = Called();
        played.Do(Held() with { Attendance = attendance, EvidenceShownIds = [] }, Role.HearingHost, Host);
        Propose(played, Later with { DoneAt = At("2024-07-31") }, "2024-07-31");
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldNotContain(EvidenceAtHearing.NotHeard);
        var found = FoundLater(played, "2024-07-31");
        Propose(played, Later with { DoneAt = At("2024-07-31", 12), FactElements = [new("占道经营", [found])] }, "2024-07-31");
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(EvidenceAtHearing.NotHeard);
    }

    [Fact, Rule("APL-62")]
    public void Each_waiver_counts_from_its_own_time()
    {
        var played = Told(hearing: true);
        played.Do(Waiver(statement: true, hearing: false));
        played.Do(
            Waiver(statement: false, hearing: true) with
            {
                DoneAt = At("2024-07-18"),
                Words = "我不听证",
                Declaration = Declared("2024-07-18"),
            }
        );
        Propose(played);
        played.File.Notice.WaiverAt(At("2024-07-17")).ShouldBe(new(At("2024-07-16", 12), "我不陈述", true, false));
        played.Doing(Decision(played, "2024-07-17"), Role.Head).ShouldRefuse(Defence.TimeNotOver);
        played.File.Notice.Waiver.ShouldBe(new(At("2024-07-18"), "我不陈述；我不听证", true, true));
        played.File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-18")).Waiver.ShouldBe(played.File.Notice.Waiver);
    }

    [Fact, Rule("APL-44"), Rule("APL-63"), Rule("REF-STANDS")]
    public void Another_party_is_notified_and_heard_by_itself()
    {
        var played = Heard();
        Answered(played, new(false, "照片为证"), on: "2024-07-31");
        played.Do(new ReopenInvestigation { DoneAt = At("2024-08-01"), Reason = "当事人有误" }, Role.TeamLead);
        (played.File.Notice.Reached.Count, played.File.Notice.Statements.Count).ShouldBe((1, 1));
        played.Do(PartyIdentified with { DoneAt = At("2024-08-01", 11), PartyId = played.File.Filing.PartyId!.Value });
        (played.File.Notice.Reached.Count, played.File.Hearing.Held is null).ShouldBe((1, false)); // the same party
        var other = PartyIdentified with
        {
            DoneAt = At("2024-08-01", 12),
            Party = new()
            {
                Kind = PartyKind.LegalPerson,
                Name = "某某小店",
                Representative = "钱七",
            },
        };
        played.Doing(other).ShouldRefuse(PartyChange.NotApproved, "某某小店");
        var approval = new ChangeParty
        {
            DoneAt = At("2024-08-01", 11),
            Ground = PartyChangeGround.WrongParty,
            OtherPartyName = "某某小店",
            Reason = "照片和合同表明行为人是某某小店",
            EvidenceIds = [Scene],
            FormerPartyInformed = "2024年8月1日电话告知",
        };
        played.Doing(approval with { OtherPartyName = "某某商店" }, Role.Head).ShouldRefuse(PartyChange.DoesNotFit, "仍为");
        played.Doing(approval with { EvidenceIds = [] }, Role.Head).ShouldRefuse(PartyChange.NotShown);
        played.Doing(approval with { EvidenceIds = [Guid.NewGuid()] }, Role.Head).ShouldRefuse(EvidenceRules.NotInFile);
        played.Do(approval, Role.Head);
        played.Doing(Conclude("2024-08-02")).ShouldRefuse(PartyChange.NotIdentified, "某某小店");
        played
            .Doing(
                other with
                {
                    Party = new() { Kind = PartyKind.LegalPerson, Name = "别的店" },
                }
            )
            .ShouldRefuse(PartyChange.NotApproved, "别的店");
        played.Do(other);
        (played.File.Notice.Reached.Count, played.File.Notice.Statements.Count, played.File.Hearing.Held).ShouldBe((0, 0, null));
    }

    /// <summary>The reviewer amends the facts: the party is notified of them, and the opinion passes that notice.</summary>
    [Fact, Rule("APL-58-2")]
    public void What_the_reviewer_amends_is_proposed_and_told_anew_and_decided()
    {
        var played = Told();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        Submits(played, "2024-07-17");
        var amended = new AmendedMatter("占道经营一小时", [Basis], [Fine(500)], [new("清退占道物品")], Grade: PenaltyGrade.Ordinary);
        var opinion = Opinion(played) with { DoneAt = At("2024-07-17", 9), Outcome = ReviewOutcome.PassedAsAmended, Amended = amended };
        played
            .Doing(opinion with { Amended = amended with { Outcome = CaseOutcome.NoPenaltyNotProved } }, Role.LegalReviewer, ReviewerId)
            .ShouldRefuse(CaseOutcomes.DoesNotFit);
        played
            .Doing(
                opinion with
                {
                    Amended = amended with { Things = [new("推车", "1 辆", 100_00, "价格认定")] },
                },
                Role.LegalReviewer,
                ReviewerId
            )
            .ShouldRefuse(ValueOfThings.Unknown);
        played.Do(opinion, Role.LegalReviewer, ReviewerId);
        played.Doing(new ObjectToReview { DoneAt = At("2024-07-17", 11), Words = "事实没有错误" }).ShouldRefuse(null);
        var other = played.Reopened();

        var tell = Tell("2024-07-18") with { Facts = amended.Facts, Penalties = amended.Penalties };
        other = Followed(amended, tell);
        other.File.Review.Holds.ShouldBeTrue();
        Answered(other, new(false, "照片为证"), on: "2024-07-19");
        other.File.Review.Holds.ShouldBeFalse(); // what the party said since was not reviewed

        static PlayedCase Followed(AmendedMatter amended, TellPenalty tell)
        {
            var played = Told();
            played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
            Submits(played, "2024-07-17");
            played.Do(
                Opinion(played) with
                {
                    DoneAt = At("2024-07-17", 9),
                    Outcome = ReviewOutcome.PassedAsAmended,
                    Amended = amended,
                },
                Role.LegalReviewer,
                ReviewerId
            );
            ProposeAndTell(played, tell);
            played.Serve(DocumentKind.PriorNotice, "2024-07-18");
            return played;
        }
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-45")]
    public void A_signed_statement_may_be_sent_in_and_a_waiver_may_not()
    {
        var sent = Declared("2024-07-17") with { Attendance = null };
        var statement = Says(sent) with { Submission = new(Date("2024-07-17"), Date("2024-07-16")) };
        var played = Told();
        played.Doing(Says(sent)).ShouldRefuse(PartyDeclaration.NotOfParty, "没有写明在场的执法人员");
        played
            .Doing(statement with { Declaration = sent with { SignedSha256 = null, MediaSha256 = [Hash] } })
            .ShouldRefuse(PartyDeclaration.NotOfParty, "没有写明在场的执法人员");
        played.Doing(statement with { Submission = new(Date("2024-07-18")) }).ShouldRefuse(OrdinaryFile.AfterTheAct);
        played.Doing(Waiver(true, false) with { Declaration = sent }).ShouldRefuse(PartyDeclaration.NotOfParty, "没有写明在场的执法人员");
        played.Doing(statement).ShouldRefuse(null);
    }

    [Fact, Rule("NUM-MONEY")]
    public void A_sum_that_no_case_can_have_is_pointed_at()
    {
        var things = new ThingConfiscated("推车", "1 辆", long.MaxValue, "价格认定");
        Refusal(Told(), Later with { Things = [things with { ValueFen = 1 }, things] }, MoneyInBodies.OutOfRange)
            .ShouldBe("/things/1/valueFen");
        Refusal(Told(), Later with { Penalties = [new(PenaltyKind.Fine, MoneyInBodies.MostFen + 1)] }, MoneyInBodies.OutOfRange)
            .ShouldBe("/penalties/0/amountFen");
        Refusal(Told(), Later with { Penalties = [new(PenaltyKind.Fine, -1)] }, MoneyInBodies.OutOfRange)
            .ShouldBe("/penalties/0/amountFen");
        Told()
            .Doing(Later with { Penalties = [new(PenaltyKind.Fine, MoneyInBodies.MostFen)] })
            .ShouldRefuse(PenaltyBasis.OutsideStatutoryRange);
    }

    [Fact, Rule("REF-STANDS")]
    public void What_has_to_be_done_again_is_what_the_gates_say()
    {
        var refused = Told();
        Propose(refused);
        Submits(refused, "2024-07-18");
        Reviews(refused, "2024-07-18", ReviewOutcome.NotPassed, ReviewPoint.FactsAndEvidence);
        ToRepeat(refused).ShouldBe([(CaseAct.GiveReviewOpinion, ReviewGate.NotPassed)]);
        refused.Do(new ObjectToReview { DoneAt = At("2024-07-18", 11), Words = "事实没有错误" });
        ToRepeat(refused).ShouldBe([(CaseAct.GiveReviewOpinion, ReviewGate.ObjectionUndecided)]);

        var heard = Called();
        heard.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        Propose(heard, Later with { DoneAt = At("2024-07-18") }, "2024-07-18");
        Submits(heard, "2024-07-19");
        Reviews(heard, "2024-07-19", ReviewOutcome.Passed);
        heard.Do(Held(), Role.HearingHost, Host);
        ToRepeat(heard).ShouldContain((CaseAct.GiveReviewOpinion, ReviewGate.HearingAfterReview));

        var early = Told();
        Propose(early);
        early.Do(Discussion("2024-07-18"), Role.Head);
        Submits(early, "2024-07-19");
        Reviews(early, "2024-07-19", ReviewOutcome.Passed);
        ToRepeat(early).ShouldBeEmpty(); // nobody had to ask for either
        early.Do(Triggers() with { DoneAt = At("2024-07-19"), Ticked = [ReviewTrigger.Complex] });
        ToRepeat(early).ShouldBe([(CaseAct.DiscussCollectively, CollectiveDiscussion.BeforeReview)]);

        static IEnumerable<(CaseAct, DomainError)> ToRepeat(PlayedCase played) =>
            played.File.ToRepeat(played.Surroundings()).Select(act => (act.Act, act.Why.Error));
    }

    private static PlayedCase Called()
    {
        var played = Told(hearing: true);
        played.Do(Ask("2024-07-17"));
        played.Do(Notify(), Role.Head);
        played.Serve(DocumentKind.HearingNotice, "2024-07-18");
        return played;
    }

    private static HearDefence Says(PartyDeclaration declaration) =>
        new()
        {
            DoneAt = At("2024-07-17"),
            Points = ["货物不是我的"],
            Declaration = declaration,
        };

    private static void Submits(PlayedCase played, string on)
    {
        played.Do(new SubmitForReview { DoneAt = At(on, 8) });
        Takes(played, on);
    }

    private static void Takes(PlayedCase played, string on)
    {
        played.Reviewer = new(ReviewerId, Date("2017-01-01"));
        played.Do(new TakeReview { DoneAt = At(on, 8) }, Role.LegalReviewer, ReviewerId);
    }

    /// <summary>The opinion, with one point that is not in order.</summary>
    private static void Reviews(PlayedCase played, string on, ReviewOutcome outcome, ReviewPoint? wrong = null)
    {
        if (played.File.Review.Reviewer is null)
            Takes(played, on);
        played.Do(
            Opinion(played) with
            {
                DoneAt = At(on, 10),
                Outcome = outcome,
                Points = [.. Enum.GetValues<ReviewPoint>().Select(p => new ReviewPointResult(p, p != wrong, p == wrong ? "有问题" : null))],
            },
            Role.LegalReviewer,
            ReviewerId
        );
    }

    private static void Serve(PlayedCase played, Guid document, int hour) =>
        played.Do(
            new ServeDocument
            {
                DoneAt = At("2024-07-16", hour),
                DocumentIds = [document],
                Return = new()
                {
                    Documents = [],
                    Addressee = "某某商店",
                    Way = ServiceWay.Direct,
                    Place = "新开中路 36 号",
                    Servers = [OfficerA, OfficerB],
                    SignedAt = At("2024-07-16", hour),
                    Receiver = "赵六",
                    Relation = ReceiverRelation.LegalRepresentative,
                },
            }
        );

    private static DecideNoPenalty DecidingNone(PlayedCase played, string on = "2024-07-22") =>
        new()
        {
            DoneAt = At(on),
            ProposalSha256 = played.File.Approvals.ProposalOf(ApprovalPaper.Decision)!.Entry.BodySha256,
            Opinion = "同意",
        };

    private static string? Refusal(PlayedCase played, ActBody body, DomainError error) => Refusal(() => played.Do(body), error);

    private static string? Refusal(Action doing, DomainError error)
    {
        var refused = Should.Throw<DomainException>(doing);
        refused.Error.ShouldBe(error);
        return refused.Pointer;
    }
}
