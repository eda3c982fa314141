using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>告知、听证、审核、讨论、决定: from the report to the decision, act by act.</summary>
public sealed class DecidingTests
{
    internal static readonly Guid Host = new("00000000-0000-0000-0000-00000000004a");
    internal static readonly Guid ReviewerId = new("00000000-0000-0000-0000-00000000004b");
    internal static readonly CitedProvision Basis = new("《天津市市容和环境卫生管理条例》", "第五十条第一款");

    /// <summary>Concluded on Monday the 15th, told on Tuesday, three working days to Friday, decided on Monday the 22nd.</summary>
    [Fact, Rule("APL-44"), Rule("APL-57-1")]
    public void A_small_fine_is_told_waited_for_endorsed_decided_and_served()
    {
        var played = Told();
        played.Case.Stage.ShouldBe(CaseStage.Told);
        played.Deadline(DeadlineKind.Defence).LastDay.ShouldBe(Date("2024-07-19"));
        played.File.Notice.Served.ShouldBe(
            new(
                At("2024-07-16", 11),
                played.File.Notice.Written!.Penalties,
                "占道经营",
                "一般情节",
                "《天津市市容和环境卫生管理条例》第五十条第一款",
                true,
                false
            )
        );
        played.Case.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.HearingRequest);
        Propose(played);

        var decided = played.Do(Decision(played), Role.Head);

        decided.Papers.Select(p => p.Kind).ShouldBe([DocumentKind.DecisionApproval, DocumentKind.PenaltyDecision]);
        played.ShouldHaveRecorded(
            "decide",
            new { proposalSha256 = played.File.Approvals.ProposalOf(ApprovalPaper.Decision)!.Entry.BodySha256 }
        );
        played.Case.ShouldHave(
            new
            {
                Stage = CaseStage.Decided,
                Outcome = (CaseOutcome?)CaseOutcome.Penalty,
                OutcomeYear = (int?)2024,
                DecidedAt = (DateTimeOffset?)At("2024-07-22"),
                DecidedOn = (DateOnly?)Date("2024-07-22"),
                DecidedYear = (int?)2024,
                Penalty = new
                {
                    HeaviestKind = (PenaltyKind?)PenaltyKind.Fine,
                    Warned = false,
                    FineFen = 1_000_00L,
                    Reasons = "一般情节",
                },
                Facts = "占道经营",
                Correction = new { Required = "清退占道物品", DueOn = (DateOnly?)Date("2024-07-31") },
                FinedActKey = EnforcementCase.FinedActKeyOf(played.Case.PartyId!.Value, played.Case.OffenceId),
                SameDayKey = EnforcementCase.SameDayKeyOf(played.Case.PartyId!.Value, "TJ-XX-01", Date("2024-07-09")),
            }
        );
        played.Case.DecisionNumber.ShouldStartWith("PenaltyDecision");
        played.Deadline(DeadlineKind.Decision).MetAt.ShouldBe(At("2024-07-22"));
        played.Deadline(DeadlineKind.Service).LastDay.ShouldBe(Date("2024-07-31")); // seven working days
        played.File.Deciding.Decision.ShouldBe(played.File.Deciding.Proposal);

        played.Serve(DocumentKind.PenaltyDecision, "2024-07-23").Papers.Single().Kind.ShouldBe(DocumentKind.ServiceReceipt);
        (played.Case.Stage, played.Case.ServedAt).ShouldBe((CaseStage.Served, At("2024-07-23", 11)));
        played.Deadline(DeadlineKind.Service).MetAt.ShouldBe(At("2024-07-23", 11));
        played.Deadline(DeadlineKind.Payment).LastDay.ShouldBe(Date("2024-08-07"));
        played.Deadline(DeadlineKind.Correction).LastDay.ShouldBe(Date("2024-07-31"));
        played.Deadline(DeadlineKind.CourtApplication).IsOpen.ShouldBeTrue();
        played.Case.PaymentOrder!.ShouldHave(
            new
            {
                Code = "12345678901234567890",
                AmountFen = 1_000_00L,
                DueOn = Date("2024-08-07"),
            }
        );
        var reopened = played.Reopened().File;
        (reopened.Deciding.Decision!.Reasons, reopened.Service.DecisionServedOn).ShouldBe(("一般情节", Date("2024-07-23")));
    }

    [Fact, Rule("APL-44"), Rule("APL-62"), Rule("APL-57-1")]
    public void Nothing_is_decided_untold_unproposed_unendorsed_or_before_the_time_is_over()
    {
        Filed().Obstacles(CaseAct.DecideNoPenalty, Role.Head).ShouldContain(InvestigationGates.NotConcluded);
        Filed().Obstacles(CaseAct.TellPenalty).ShouldBe([InvestigationGates.NotConcluded, DecidingPhase.DecisionNotProposed]);
        var unproposed = Concluded();
        unproposed.Obstacles(CaseAct.Decide, Role.Head).ShouldBe([PriorNotices.Missing, DecidingPhase.DecisionNotProposed]);
        unproposed.Obstacles(CaseAct.TellPenalty).ShouldBe([DecidingPhase.DecisionNotProposed]);
        unproposed.Doing(Endorse(ApprovalLevel.TeamLead), Role.TeamLead).ShouldRefuse(ApprovalLine.NothingToEndorse);
        new Action(() => unproposed.File.Deciding.EnsureProposed()).ShouldRefuse(DecidingPhase.DecisionNotProposed);

        var played = Told();
        played
            .Doing(PlayedCase.EndorseFiling(ApprovalLevel.TeamLead) with { DoneAt = At("2024-07-17", 14) }, Role.TeamLead)
            .ShouldRefuse(ApprovalLine.NothingToEndorse); // the head signed it when the case was filed
        played.Do(Triggers());
        played.Do(Proposal());
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBe([ApprovalLine.NotEndorsed]);
        played.Doing(Endorse(ApprovalLevel.TeamLead)).ShouldRefuse(ApprovalLine.NotThatLevel, "中队、大队负责人");
        played.Doing(Endorse(ApprovalLevel.DeputyHead)).ShouldRefuse(ApprovalLine.NotThatLevel, "分管负责人");
        played.Doing(Endorse(ApprovalLevel.DeputyHead), Role.DeputyHead).ShouldRefuse(ApprovalLine.NotEndorsed);
        played.Do(Endorse(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(ApprovalLine.NotEndorsed, "分管负责人");
        played.Do(Endorse(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Doing(Decision(played, "2024-07-19"), Role.Head).ShouldRefuse(Defence.TimeNotOver, "2024-07-19");
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);
    }

    [Fact]
    public void The_head_signs_what_is_proposed_now_and_nothing_else()
    {
        var played = Told();
        Propose(played);
        var seen = Decision(played);
        played.Do(Proposal() with { Reasons = "情节较重" });
        Endorsed(played);

        played.Doing(seen, Role.Head).ShouldRefuse(DecidingPhase.ProposalChanged);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);
        played.File.Deciding.Decision!.Reasons.ShouldBe("情节较重");
    }

    [Fact, Rule("APL-45")]
    public void Less_than_was_told_may_be_imposed_and_more_may_not()
    {
        var less = Told();
        Propose(less, Proposal() with { Penalties = [Fine(500)] });
        less.Doing(Decision(less), Role.Head).ShouldRefuse(null);

        var more = Told();
        Propose(more, Proposal() with { Penalties = [Fine(1_001)] });
        more.Doing(Decision(more), Role.Head).ShouldRefuse(PriorNotices.HeavierThanNotified);
    }

    [Fact, Rule("APL-29")]
    public void A_second_fine_for_the_act_or_untold_apart_for_the_day_is_refused()
    {
        var fine = new StandingFine(Guid.NewGuid(), "津汉街综执罚决字〔2024〕第7号", "新村街道办事处");
        With(new(SameAct: fine, SameDay: null)).ShouldRefuse(OneActOneFine.AlreadyFined, "新村街道办事处“津汉街综执罚决字〔2024〕第7号”");
        With(new(SameAct: null, SameDay: fine))
            .ShouldRefuse(OneActOneFine.NotMarkedDistinct, "新村街道办事处“津汉街综执罚决字〔2024〕第7号”");
        With(new(SameAct: null, SameDay: fine), "另一路段").ShouldRefuse(null);
        With(StandingFines.None).ShouldRefuse(null);
        With(StandingFines.None, "另一路段").ShouldRefuse(null); // it differs from nothing, and the next fine of the day finds this one

        static Action With(StandingFines fines, string? distinct = null)
        {
            var played = Told();
            played.OtherFines = fines;
            Propose(played, Proposal() with { DistinctBecause = distinct });
            return () =>
            {
                played.Do(Decision(played), Role.Head);
                (played.Case.SameDayKey is null).ShouldBe(fines.SameDay is not null);
            };
        }
    }

    [Fact, Rule("APL-5"), Rule("APL-16"), Rule("APL-57-1")]
    public void A_proposal_fits_its_outcome_its_assessment_and_the_provision()
    {
        var played = Told();
        played.Doing(Proposal() with { AssessmentId = null }).ShouldRefuse(DecidingPhase.NoAssessment);
        played.Doing(Proposal() with { AssessmentId = Guid.NewGuid() }).ShouldRefuse(StoredAssessment.NotFound);
        played.Doing(Proposal() with { Penalties = [Fine(5_001)] }).ShouldRefuse(PenaltyBasis.OutsideStatutoryRange);
        played.Doing(Proposal() with { Reasons = " " }).ShouldRefuse(PenaltyBasis.ReasonsMissing);
        played.Doing(Proposal() with { Penalties = [] }).ShouldRefuse(CaseOutcomes.DoesNotFit, "没有处罚种类");
        played.Doing(Proposal() with { Outcome = CaseOutcome.NoPenaltySlight }).ShouldRefuse(CaseOutcomes.DoesNotFit, "列有处罚种类");
        played.Doing(Proposal() with { Penalties = [Fine(1_000), new(PenaltyKind.Warning)] }).ShouldRefuse(KindsOfProvision.NotProvided);
        played.Doing(NoPenalty(CaseOutcome.CriminalTransfer)).ShouldRefuse(InvestigationPhase.OutcomeHasItsOwnAct);
        played.Doing(NoPenalty(CaseOutcome.NoPenaltySlight)).ShouldRefuse(DiscretionGate.NoGroundForNoPenalty);
        played.Doing(NoPenalty(CaseOutcome.NoPenaltyNotProved)).ShouldRefuse(null);

        played.Do(Proposal());
        played.ShouldHaveRecorded(
            "propose-decision",
            new
            {
                outcome = "Penalty",
                penalties = new[]
                {
                    new
                    {
                        kind = "Fine",
                        amountFen = 1_000_00,
                        termDays = (int?)null,
                    },
                },
                grade = "Ordinary",
                assessment = AssessmentId.ToString(),
            }
        );
    }

    [Fact, Rule("APL-44"), Rule("APL-63"), Rule("TJ-HEAR")]
    public void A_notice_is_complete_and_tells_the_hearing_where_the_amount_gives_it()
    {
        var played = Concluded();
        played.Do(FirstProposal());
        played.Doing(Tell() with { Facts = " " }).ShouldRefuse(PriorNotices.Incomplete, "事实");
        played.Doing(Tell() with { Reasons = " " }).ShouldRefuse(PriorNotices.Incomplete, "理由");
        played.Doing(Tell() with { Basis = [] }).ShouldRefuse(PriorNotices.Incomplete, "依据");
        played.Doing(Tell() with { Penalties = [] }).ShouldRefuse(PriorNotices.Incomplete, "拟作出的处罚内容");
        var large = Concluded().Set(LocalParameters.HearingFineOrganisation, "1000");
        large.Do(FirstProposal());
        large.Doing(Tell()).ShouldRefuse(HearingRight.NotNotified, "较大数额罚款");
        played
            .Doing(Tell() with { TickedHearingGrounds = [HearingGround.OtherHeavier] })
            .ShouldRefuse(HearingRight.NotNotified, "其他较重");
        played.Do(Tell()).Papers.Select(p => p.Kind).ShouldBe([DocumentKind.PriorNotice]);
        played
            .Do(Tell() with { HearingRightNotified = true })
            .Papers.Select(p => p.Kind)
            .ShouldBe([DocumentKind.PriorNotice, DocumentKind.HearingRightNotice]);
        played.ShouldHaveRecorded(
            "tell-penalty",
            new
            {
                penalties = new[]
                {
                    new
                    {
                        kind = "Fine",
                        amountFen = 1_000_00,
                        termDays = (int?)null,
                    },
                },
                hearingRightTold = true,
            }
        );

        var real = Concluded(production: true);
        real.Do(FirstProposal());
        real.Doing(Tell()).ShouldRefuse(ParameterInForce.Unconfirmed); // nobody confirmed the amount
        real.Doing(Tell() with { HearingRightNotified = true }).ShouldRefuse(null);
    }

    [Fact, Rule("APL-44")]
    public void The_record_lists_the_kinds_in_the_order_of_the_law()
    {
        PenaltyItem[] penalties = [Fine(1_000), new(PenaltyKind.Warning)];
        var violation = AViolation.With(
            kinds: [PenaltyKind.Warning, PenaltyKind.Fine],
            branches: [new() { Must = [PenaltyKind.Warning, PenaltyKind.Fine] }]
        );
        var played = Concluded(violation: violation, penalties: penalties);
        ProposeAndTell(played, Tell() with { Penalties = penalties });

        played.ShouldHaveRecorded(
            "tell-penalty",
            new
            {
                penalties = new[]
                {
                    new
                    {
                        kind = "Warning",
                        amountFen = 0,
                        termDays = (int?)null,
                    },
                    new
                    {
                        kind = "Fine",
                        amountFen = 1_000_00,
                        termDays = (int?)null,
                    },
                },
                hearingRightTold = false,
            }
        );
    }

    [Fact, Rule("APL-45")]
    public void A_second_notice_is_heavier_only_with_new_facts_and_starts_everything_anew()
    {
        var played = Told();
        played.Do(Triggers());
        var found = FoundLater(played, "2024-07-17");
        var heavier = Tell("2024-07-18") with { Penalties = [Fine(2_000)], NewFacts = "另查明一处" };
        ProposeFor(played, heavier);
        played.Doing(heavier).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts, "增至 2000.00 元"); // words are no evidence
        played.Doing(heavier with { NewEvidenceIds = [found] }).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts, "不在第");
        ProposeFor(played, heavier, Scene, found);
        played.Doing(heavier with { NewEvidenceIds = [Scene] }).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts, "2024-07-16");
        played.Do(heavier with { NewEvidenceIds = [found] });
        played.Serve(DocumentKind.PriorNotice, "2024-07-18");

        played.File.Notice.Served!.Penalties.ShouldBe([Fine(2_000)]);
        played.File.Deciding.Proposal!.Penalties.ShouldBe([Fine(2_000)]);
        played.Deadline(DeadlineKind.Defence).LastDay.ShouldBe(Date("2024-07-23"));
        played.Case.Deadlines.Count(d => d.Kind == DeadlineKind.Defence && d.IsOpen).ShouldBe(1);
    }

    [Fact, Rule("APL-62")]
    public void A_waiver_in_words_ends_the_waiting_for_what_it_names()
    {
        Waive(words: " ").ShouldRefuse(Defence.WaiverNotExplicit, "原话");
        Waive(statement: false).ShouldRefuse(Defence.WaiverNotExplicit, "哪一项");
        var played = Told(hearing: true);
        played.Do(Waiver(statement: true, hearing: false));
        played.ShouldHaveRecorded("waive-defence", new { statement = true, hearing = false });
        played.Deadline(DeadlineKind.Defence).EndedAt.ShouldBe(At("2024-07-16", 12));
        played.Deadline(DeadlineKind.HearingRequest).IsOpen.ShouldBeTrue();
        Propose(played);
        played.Doing(Decision(played, "2024-07-17"), Role.Head).ShouldRefuse(Defence.TimeNotOver, "要求听证");

        played.Do(Waiver(statement: true, hearing: true));
        played.Deadline(DeadlineKind.HearingRequest).EndedAt.ShouldBe(At("2024-07-16", 12));
        played.File.Notice.Waiver.ShouldBe(new(At("2024-07-16", 12), "我不陈述", true, true));

        static Action Waive(string words = "我不陈述", bool statement = true) =>
            Told().Doing(Waiver(statement, hearing: false) with { Words = words });
    }

    [Fact, Rule("APL-45")]
    public void Each_point_of_the_party_is_reviewed_before_anything_is_proposed()
    {
        var played = Told();
        played.Obstacles(CaseAct.ReviewDefence).ShouldBe([NoticeGates.NoStatement]);
        played.Doing(Heard()).ShouldRefuse(Defence.NotRechecked, "没有列明");
        played.Do(Heard("货物不是我的", "只占了十分钟"));
        played.ShouldHaveRecorded("hear-defence", new { points = 2 });
        played.Deadline(DeadlineKind.Defence).MetAt.ShouldBe(At("2024-07-17"));
        played.Obstacles(CaseAct.ProposeDecision).ShouldBe([Defence.NotRechecked]);

        played.Doing(Reviewed(new PointReview(false, "照片为证"))).ShouldRefuse(Defence.NotRechecked, "2 项，复核 1 项");
        played.Do(Reviewed(new(false, "照片为证"), new(true, "时间较短属实"))).Papers.Single().Kind.ShouldBe(DocumentKind.DefenceRecord);
        played.ShouldHaveRecorded("review-defence", new { accepted = 1 });
        played.File.Notice.Statements.Single().At.ShouldBe(At("2024-07-17"));
        played
            .File.Notice.Statements.Single()
            .Points.ShouldBe([new("货物不是我的", false, "照片为证"), new("只占了十分钟", true, "时间较短属实")]);
        played.File.Notice.StatementToReview.ShouldBeNull();
        played.Obstacles(CaseAct.ProposeDecision).ShouldBeEmpty();

        static HearDefence Heard(params string[] points) =>
            new()
            {
                DoneAt = At("2024-07-17"),
                Points = points,
                Declaration = Declared("2024-07-17"),
            };
        static ReviewDefence Reviewed(params PointReview[] results) => new() { DoneAt = At("2024-07-18"), Results = results };
    }

    [Fact, Rule("APL-64-1"), Rule("APL-63")]
    public void A_hearing_is_asked_for_in_time_where_it_was_offered_and_may_be_withdrawn()
    {
        var small = Told();
        small.Obstacles(CaseAct.RequestHearing).ShouldBe([HearingGates.HearingNotOffered]);
        var played = Told(hearing: true);
        played.Deadline(DeadlineKind.HearingRequest).LastDay.ShouldBe(Date("2024-07-23"));
        played.Obstacles(CaseAct.NotifyHearing, Role.Head).ShouldBe([HearingGates.HearingNotAsked]);
        played.Obstacles(CaseAct.WithdrawHearingRequest).ShouldBe([HearingGates.HearingNotAsked]);
        played.Doing(Ask("2024-07-24")).ShouldRefuse(HearingRequest.Late);
        played.Doing(Ask("2024-07-24") with { AcceptedBecause = "住院" }).ShouldRefuse(null);
        played.ShouldHaveRecorded("request-hearing", new { madeOn = "2024-07-24", acceptedLate = true });
        played.Deadline(DeadlineKind.HearingRequest).MetAt.ShouldBe(At("2024-07-24"));
        played.Do(Notify() with { DoneAt = At("2024-07-25"), HearingAt = At("2024-08-06", 9) });

        played.Do(
            new WithdrawHearingRequest
            {
                DoneAt = At("2024-07-25"),
                Words = "不听证了",
                Declaration = Declared("2024-07-25"),
            }
        );

        (played.File.Hearing.Requested, played.File.Hearing.Called).ShouldBe((null, null));
        played.Obstacles(CaseAct.HoldHearing, Role.HearingHost).ShouldBe([HearingGates.HearingNotCalled]);
    }

    [Fact, Rule("APL-64-2"), Rule("APL-64-3"), Rule("REC-118-2")]
    public void A_hearing_is_called_seven_clear_days_ahead_and_held_by_the_host_named()
    {
        var played = Told(hearing: true);
        played.Do(Ask("2024-07-17"));
        played.Doing(Notify() with { HostPersonId = OfficerA }, Role.Head).ShouldRefuse(HearingConduct.HostInvestigated);
        played.Doing(Notify() with { HearingAt = At("2024-07-29", 9) }, Role.Head).ShouldRefuse(HearingConduct.NoticeTooShort);
        played.Obstacles(CaseAct.HoldHearing, Role.HearingHost).ShouldBe([HearingGates.HearingNotCalled]);
        played.Do(Notify(), Role.Head).Papers.Single().Kind.ShouldBe(DocumentKind.HearingNotice);
        played.ShouldHaveRecorded(
            "notify-hearing",
            new { hearingAt = At("2024-07-30", 9).ToUnixTimeMilliseconds(), closedGround = (string?)null }
        );
        played.Obstacles(CaseAct.ReportHearing, Role.HearingHost).ShouldBe([HearingGates.HearingNotHeld]);

        Holding(Held()).ShouldRefuse(HearingConduct.NoticeTooShort, "没有送达");
        played.Serve(DocumentKind.HearingNotice, "2024-07-18");
        played.Doing(Held(), Role.HearingHost, OfficerA).ShouldRefuse(HearingConduct.HostInvestigated);
        Holding(Held("2024-07-29")).ShouldRefuse(HearingConduct.NoticeTooShort, "最迟应当于 2024-07-17");
        Holding(Held() with { Agents = 3 }).ShouldRefuse(HearingConduct.TooManyAgents);
        Holding(Held() with { PartyWords = null }).ShouldRefuse(HearingConduct.NotArgued, "当事人申辩");
        Holding(Held() with { InvestigatorsWords = null }).ShouldRefuse(HearingConduct.NotArgued, "调查人员");
        Holding(Held() with { RecordSigned = false }).ShouldRefuse(HearingConduct.RecordNotSigned);
        Holding(Held() with { MediaSha256 = [] }).ShouldRefuse(RecordingMatrix.PlaceRecordedMissing);

        played.Do(Held() with { Attendance = HearingAttendance.ExcusedAbsence, MediaSha256 = [] }, Role.HearingHost, Host);
        (played.File.Hearing.IsDone, played.File.Hearing.Called, played.File.Hearing.NoticeServedOn).ShouldBe((false, null, null)); // called anew
        played.Do(Notify() with { DoneAt = At("2024-07-30"), HearingAt = At("2024-08-09", 9) }, Role.Head);
        played.Serve(DocumentKind.HearingNotice, "2024-07-30");
        played.Do(Held("2024-08-09"), Role.HearingHost, Host).Papers.Single().Kind.ShouldBe(DocumentKind.HearingRecord);
        played.ShouldHaveRecorded("hold-hearing", new { attendance = "Attended", signed = true });
        played.File.Hearing.IsDone.ShouldBeTrue();
        played.File.Hearing.Held.ShouldBe(
            new(
                At("2024-08-09", 9),
                Host,
                null,
                IsPublic: true,
                1,
                HearingAttendance.Attended,
                InvestigatorsSpoke: true,
                PartyArgued: true,
                RecordSigned: true
            )
        );

        var report = Report() with { DoneAt = At("2024-08-09") };
        played.Doing(report, Role.HearingHost, OfficerA).ShouldRefuse(HearingConduct.HostInvestigated);
        played.Doing(report with { DoneAt = At("2024-08-08") }, Role.HearingHost, Host).ShouldRefuse(OrderOfActs.BeforeItsGround);
        played.Do(report, Role.HearingHost, Host).Papers.Single().Kind.ShouldBe(DocumentKind.HearingReport);
        played.File.Hearing.Report!.Proposal.ShouldBe("减半");

        Action Holding(HoldHearing held) => played.Doing(held, Role.HearingHost, Host);
    }

    [Fact, Rule("APL-58-1"), Rule("APL-58-2"), Rule("APL-57-2"), Rule("APL-65")]
    public void After_a_hearing_the_case_is_reviewed_discussed_and_decided_on_the_record()
    {
        var played = Heard();
        played.Doing(Triggers() with { NoneBecause = " " }).ShouldRefuse(ReviewTriggers.NoneWithoutReason);
        played.Do(Triggers() with { Ticked = [ReviewTrigger.PublicInterest], Complex = true, Features = [ReviewFeature.ManyParties] });
        played.ShouldHaveRecorded(
            "assess-review-triggers",
            new
            {
                ticked = new[] { "PublicInterest" },
                complex = true,
                features = new[] { "ManyParties" },
            }
        );
        var unproposed = Concluded();
        unproposed.File.Review.Reasons(unproposed.Surroundings(), At("2024-07-31")).ShouldBeNull(); // nothing is proposed yet
        unproposed.Obstacles(CaseAct.SubmitForReview).ShouldBe([DecidingPhase.DecisionNotProposed]);
        Propose(played, Proposal("2024-07-31") with { RefersToHearingRecord = true }, "2024-07-31");
        played
            .File.Review.Reasons(played.Surroundings(), At("2024-07-31"))!
            .Triggers.ShouldBe([ReviewTrigger.PublicInterest, ReviewTrigger.MajorInterestsAfterHearing]);
        played
            .File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-31"))
            .Features.ShouldBe([
                ReviewFeature.HearingHeldOrGivenUp,
                ReviewFeature.HearingAmountReached,
                ReviewFeature.PublicInterest,
                ReviewFeature.ManyParties,
            ]);
        Deciding().ShouldRefuse(ReviewGate.Missing);

        played.Obstacles(CaseAct.TakeReview, Role.LegalReviewer).ShouldBe([ReviewPhase.ReviewNotOpen]);
        played.Do(new SubmitForReview { DoneAt = At("2024-07-31") });
        played.Deadline(DeadlineKind.LegalReview).LastDay.ShouldBe(Date("2024-08-07"));
        (played.File.Review.IsOpen, played.File.Review.Rounds).ShouldBe((true, 1));
        var take = new TakeReview { DoneAt = At("2024-08-01") };
        played.Doing(take, Role.LegalReviewer, ReviewerId).ShouldRefuse(ReviewerRules.Unqualified);
        played.Reviewer = new(OfficerA, Date("2017-01-01"));
        played.Doing(take, Role.LegalReviewer, OfficerA).ShouldRefuse(ReviewerRules.NotIndependent);
        played.Reviewer = new(ReviewerId, Date("2017-01-01"));
        played.Do(take, Role.LegalReviewer, ReviewerId);
        played.File.Review.Reviewer.ShouldBe(ReviewerId);

        Opining(Opinion(played), OfficerB).ShouldRefuse(ReviewerRules.NotIndependent);
        Opining(Opinion(played) with { MatterSha256 = Hash }).ShouldRefuse(ReviewGate.MatterChanged);
        Opining(Opinion(played) with { Amended = new("x", [], [], []) }).ShouldRefuse(OrdinaryFile.Incomplete);
        Opining(Amending([Fine(500)], Date("2024-08-09"))).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.Missing, "没有责令的内容");
        Opining(Amending([new(PenaltyKind.Fine)], null)).ShouldRefuse(PenaltyItems.DoNotFit);
        Opining(Opinion(played) with { Outcome = ReviewOutcome.PassedAsAmended }).ShouldRefuse(OrdinaryFile.Incomplete);
        Opining(Opinion(played) with { Points = [] }).ShouldRefuse(ReviewScope.PointMissing);
        played.Do(Opinion(played), Role.LegalReviewer, ReviewerId).Papers.Single().Kind.ShouldBe(DocumentKind.LegalReviewOpinion);
        played.ShouldHaveRecorded(
            "give-review-opinion",
            new
            {
                outcome = "Passed",
                matterSha256 = played.File.Deciding.Matter!.Sha256(),
                amended = false,
            }
        );
        (played.File.Review.IsOpen, played.File.Review.PassedAt).ShouldBe((false, At("2024-08-02")));
        played.Deadline(DeadlineKind.LegalReview).MetAt.ShouldBe(At("2024-08-02"));

        Deciding().ShouldRefuse(CollectiveDiscussion.Missing);
        played.Doing(Discussion("2024-08-01"), Role.Head).ShouldRefuse(CollectiveDiscussion.BeforeReview);
        played
            .Doing(Discussion() with { Views = [.. Discussion().Views.Take(2)] }, Role.Head)
            .ShouldRefuse(CollectiveDiscussion.TooFewLeaders);
        played.Do(Discussion(), Role.Head).Papers.Single().Kind.ShouldBe(DocumentKind.CollectiveDiscussion);
        played.ShouldHaveRecorded("discuss-collectively", new { views = 3 });
        Deciding().ShouldRefuse(null);

        Action Deciding() => played.Doing(Decision(played, "2024-08-06"), Role.Head);
        GiveReviewOpinion Amending(IReadOnlyList<PenaltyItem> penalties, DateOnly? correctBy) =>
            Opinion(played) with
            {
                Outcome = ReviewOutcome.PassedAsAmended,
                Amended = new("占道经营", [Basis], penalties, correctBy is null ? [] : [new("", DueOn: correctBy)]),
            };
        Action Opining(GiveReviewOpinion opinion, Guid? by = null) => played.Doing(opinion, Role.LegalReviewer, by ?? ReviewerId);
    }

    [Fact, Rule("APL-58-2")]
    public void An_opinion_that_amends_lets_only_the_amended_matter_pass_and_a_second_round_is_taken_anew()
    {
        var played = Told();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        played.Do(Proposal());
        played.Do(new SubmitForReview { DoneAt = At("2024-07-17") });
        played.Reviewer = new(ReviewerId, Date("2017-01-01"));
        played.Do(new TakeReview { DoneAt = At("2024-07-17") }, Role.LegalReviewer, ReviewerId);
        var amended = new AmendedMatter("占道经营", [Basis], [Fine(500)], [new("清退占道物品", DueOn: Date("2024-08-09"))]);
        played.Do(
            Opinion(played) with
            {
                DoneAt = At("2024-07-18"),
                Outcome = ReviewOutcome.PassedAsAmended,
                Amended = amended,
            },
            Role.LegalReviewer,
            ReviewerId
        );
        played.Doing(Discussion("2024-07-19"), Role.Head).ShouldRefuse(CollectiveDiscussion.BeforeReview); // not as amended yet
        Endorsed(played);

        played.Doing(Decision(played), Role.Head).ShouldRefuse(ReviewGate.MatterChanged);
        played.Do(Proposal() with { Penalties = [Fine(500)] });
        Endorsed(played);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(ReviewGate.MatterChanged); // without the order
        played.Do(Proposal() with { Penalties = [Fine(500)], Orders = amended.Orders });
        played.Do(Discussion("2024-07-19", Fine(500)), Role.Head);
        Endorsed(played);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBeEmpty();

        played.Do(new SubmitForReview { DoneAt = At("2024-07-19") });
        (played.File.Review.Reviewer, played.File.Review.Rounds, played.File.Review.IsOpen).ShouldBe((null, 2, true));
        played.Case.Deadlines.Count(d => d.Kind == DeadlineKind.LegalReview && d.IsOpen).ShouldBe(1);
    }

    [Theory, Rule("APL-58-1")]
    [InlineData(PenaltyGrade.Lenient, false, ReviewFeature.Lenient)]
    [InlineData(PenaltyGrade.Aggravated, false, ReviewFeature.Aggravated)]
    [InlineData(PenaltyGrade.Ordinary, true, ReviewFeature.DepartureFromBenchmark)]
    [InlineData(PenaltyGrade.Ordinary, false, null)]
    public void What_the_proposal_is_like_decides_on_the_rows_of_the_catalogue(PenaltyGrade grade, bool departs, ReviewFeature? feature)
    {
        var played = Told();
        played.AssessedFacts = grade switch
        {
            PenaltyGrade.Lenient => new() { Leniency = [new(LeniencyGround.MeritoriousHelp, "提供线索，附笔录")] },
            PenaltyGrade.Aggravated => new() { Aggravating = [AggravatingFactor.RefusesToCorrect] },
            _ => new(),
        };
        played.Do(Proposal() with { Grade = grade, DepartureReasons = departs ? "情况特殊" : null });

        var dossier = played.File.Deciding.DossierFor(played.File.Deciding.Proposal!, At("2024-07-22"));

        dossier.Features.ShouldBe(feature is { } one ? [one] : []);
        dossier.ShouldHave(
            new
            {
                Party = PartyKind.LegalPerson,
                Outcome = CaseOutcome.Penalty,
                Grade = grade,
                DepartsFromBenchmark = departs,
                Complex = false,
                HearingRequested = false,
            }
        );
        dossier.InCharge.ShouldBe([OfficerA, OfficerB]);
    }

    [Fact]
    public void Whoever_kept_a_record_of_the_investigation_is_a_recorder_and_who_only_approved_is_not()
    {
        var recorders = Concluded().File.Recorders();

        recorders.ShouldBe([OfficerA]);
        Filed().File.Recorders().ShouldNotContain(Head);
    }

    [Theory, Rule("APL-33-3"), Rule("APL-57-1")]
    [InlineData(CaseOutcome.NoPenaltyNotProved)]
    [InlineData(CaseOutcome.NoPenaltySlight)]
    public void Where_no_penalty_is_given_the_paper_says_why_and_the_party_is_educated(CaseOutcome outcome)
    {
        var played = Concluded(outcome);
        played.AssessedFacts = new()
        {
            Slight = true,
            CorrectedInTime = true,
            NoHarm = true,
        };
        played.Do(Triggers());
        played.Do(NoPenalty(outcome));
        Endorsed(played);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(PriorNotices.Missing);

        var decided = played.Do(
            new DecideNoPenalty
            {
                DoneAt = At("2024-07-22"),
                ProposalSha256 = played.File.Approvals.ProposalOf(ApprovalPaper.Decision)!.Entry.BodySha256,
                Opinion = "同意",
            },
            Role.Head
        );

        decided.Papers.Single().Kind.ShouldBe(DocumentKind.NoPenaltyDecision);
        (played.Case.Stage, played.Case.Outcome, played.Case.OutcomeYear).ShouldBe((CaseStage.Ended, outcome, 2024));
        played.Deadline(DeadlineKind.Decision).MetAt.ShouldBe(At("2024-07-22"));
        played.File.Deciding.NoPenalty!.Outcome.ShouldBe(outcome);
        played.Serve(DocumentKind.NoPenaltyDecision, "2024-07-23");
        played.Deadline(DeadlineKind.Service).MetAt.ShouldBe(At("2024-07-23", 11));

        played.Doing(Education() with { PartySigned = false }).ShouldRefuse(EducationDuty.SignatureUnexplained);
        played.Doing(Education() with { PartySigned = false, NotSignedBecause = "拒签" }).ShouldRefuse(null);
        played.Do(Education());
        played.ShouldHaveRecorded("educate", new { form = "FaceToFace", signed = true });
        played.File.Deciding.EducationDone.ShouldBeTrue();
        played
            .Do(new CommitToLaw { DoneAt = At("2024-07-24"), Promise = "不再占道" })
            .Papers.Single()
            .Kind.ShouldBe(DocumentKind.ComplianceCommitment);

        static Educate Education() =>
            new()
            {
                DoneAt = At("2024-07-24"),
                Attendance = Both("2024-07-24"),
                Form = EducationForm.FaceToFace,
                Content = "宣讲条例",
                PartySigned = true,
            };
    }

    [Fact]
    public void A_penalty_and_no_penalty_are_each_decided_by_their_own_act()
    {
        var penalty = Told();
        Propose(penalty);
        penalty
            .Doing(
                new DecideNoPenalty
                {
                    DoneAt = At("2024-07-22"),
                    ProposalSha256 = Decision(penalty).ProposalSha256,
                    Opinion = "同意",
                },
                Role.Head
            )
            .ShouldRefuse(DecidingPhase.OtherOutcome, "给予处罚");

        var none = Told();
        Propose(none, NoPenalty(CaseOutcome.NoPenaltyNotProved));
        none.Doing(Decision(none), Role.Head).ShouldRefuse(DecidingPhase.OtherOutcome, "违法事实不能成立");
    }

    internal static PlayedCase Told(bool hearing = false, ViolationVersion? violation = null, PenaltyItem? penalty = null)
    {
        IReadOnlyList<PenaltyItem> penalties = [penalty ?? Fine(1_000)];
        var played = Concluded(violation: violation, penalties: penalties);
        played.Do(FirstProposal() with { Penalties = penalties });
        played.Do(Tell() with { Penalties = penalties, HearingRightNotified = hearing });
        played.Serve(DocumentKind.PriorNotice, "2024-07-16");
        return played;
    }

    /// <summary>Heard on 2024-07-30.</summary>
    internal static PlayedCase Heard()
    {
        var played = Told(hearing: true);
        played.Do(Ask("2024-07-17"));
        played.Do(Notify(), Role.Head);
        played.Serve(DocumentKind.HearingNotice, "2024-07-18");
        played.Do(Held(), Role.HearingHost, Host);
        return played;
    }

    internal static void Propose(PlayedCase played, ProposeDecision? proposal = null, string on = "2024-07-17")
    {
        if (played.File.Review.Assessment is null)
            played.Do(Triggers());
        played.Do(proposal ?? Proposal());
        Endorsed(played, on);
    }

    /// <summary>A photograph is taken on a day after the notice, and verified.</summary>
    internal static Guid FoundLater(PlayedCase played, string on)
    {
        var photo = InvestigationTests.Photo with { Id = Guid.NewGuid(), TakenAt = At(on, 9) };
        played.Do(InvestigationTests.Collect(on, photo));
        played.Do(Verify(on, photo.Id));
        return photo.Id;
    }

    /// <summary>Proposes what a notice states, and tells the party of it.</summary>
    internal static void ProposeAndTell(PlayedCase played, TellPenalty tell, params IEnumerable<Guid> further)
    {
        ProposeFor(played, tell, further);
        played.Do(tell);
    }

    /// <summary>Proposes what a notice is to state.</summary>
    internal static void ProposeFor(PlayedCase played, TellPenalty tell, params IEnumerable<Guid> further) =>
        played.Do(
            FirstProposal() with
            {
                DoneAt = tell.DoneAt,
                Penalties = tell.Penalties,
                Facts = tell.Facts,
                Reasons = tell.Reasons,
                Basis = tell.Basis,
                FactElements = [new("占道经营", [.. further.DefaultIfEmpty(Scene)])],
            }
        );

    internal static void Endorsed(PlayedCase played, string on = "2024-07-17")
    {
        played.Do(Endorse(ApprovalLevel.TeamLead, on), Role.TeamLead);
        played.Do(Endorse(ApprovalLevel.DeputyHead, on), Role.DeputyHead);
    }

    internal static TellPenalty Tell(string date = "2024-07-16") =>
        new()
        {
            DoneAt = At(date),
            Penalties = [Fine(1_000)],
            Facts = "占道经营",
            Reasons = "一般情节",
            Basis = [Basis],
            HearingRightNotified = false,
        };

    internal static WaiveDefence Waiver(bool statement, bool hearing) =>
        new()
        {
            DoneAt = At("2024-07-16", 12),
            Words = "我不陈述",
            Statement = statement,
            Hearing = hearing,
            Declaration = Declared("2024-07-16"),
        };

    /// <summary>Signed by the legal representative before two officers.</summary>
    internal static PartyDeclaration Declared(string date) => new("赵六", DeclarantTie.LegalRepresentative, Both(date), SignedSha256: Hash);

    internal static RequestHearing Ask(string date) => new() { DoneAt = At(date), Submission = new(Date(date)) };

    /// <summary>Called on Thursday the 18th for Tuesday the 30th: seven working days lie between.</summary>
    internal static NotifyHearing Notify() =>
        new()
        {
            DoneAt = At("2024-07-18"),
            HearingAt = At("2024-07-30", 9),
            Place = "街道办事处会议室",
            HostPersonId = Host,
            HostName = "汉主持",
        };

    internal static HoldHearing Held(string date = "2024-07-30") =>
        new()
        {
            DoneAt = At(date, 9),
            Agents = 1,
            Attendance = HearingAttendance.Attended,
            InvestigatorsWords = "出示照片",
            PartyWords = "请求减轻",
            EvidenceShownIds = [Scene],
            RecordSigned = true,
            MediaSha256 = [Hash],
        };

    private static ReportHearing Report() =>
        new()
        {
            DoneAt = At("2024-07-31"),
            Issues = "占道时间",
            EvidenceFindings = "采信",
            Proposal = "减半",
        };

    internal static AssessReviewTriggers Triggers() =>
        new()
        {
            DoneAt = At("2024-07-17"),
            Ticked = [],
            NoneBecause = "数额较小",
        };

    internal static ProposeDecision Proposal(string date = "2024-07-17") =>
        new()
        {
            DoneAt = At(date),
            Outcome = CaseOutcome.Penalty,
            Penalties = [Fine(1_000)],
            Facts = "占道经营",
            FactElements = [new("占道经营", [Scene])],
            Basis = [Basis],
            AssessmentId = AssessmentId,
            Reasons = "一般情节",
            Orders = [new("清退占道物品", DueOn: Date(date).AddDays(14))],
        };

    /// <summary>What is proposed before the party is told.</summary>
    internal static ProposeDecision FirstProposal() => Proposal("2024-07-15") with { Orders = [new("清退占道物品")] };

    internal static ProposeDecision NoPenalty(CaseOutcome outcome) =>
        Proposal() with
        {
            Outcome = outcome,
            Penalties = [],
            NotProvedBecause = outcome is CaseOutcome.NoPenaltyNotProved ? "没有当事人实施该行为的证据" : null,
            DiffersFromReportBecause = "告知后查明",
        };

    internal static EndorsePaper Endorse(ApprovalLevel level, string date = "2024-07-17") =>
        new()
        {
            DoneAt = At(date, 14),
            Paper = ApprovalPaper.Decision,
            Level = level,
            Agrees = true,
            Opinion = "同意",
        };

    internal static GiveReviewOpinion Opinion(PlayedCase played) =>
        new()
        {
            DoneAt = At("2024-08-02"),
            Outcome = ReviewOutcome.Passed,
            Points = [.. Enum.GetValues<ReviewPoint>().Select(p => new ReviewPointResult(p, IsInOrder: true))],
            MatterSha256 = played.File.Deciding.Matter!.Sha256(),
            Words = "同意",
        };

    internal static DiscussCollectively Discussion(string date = "2024-08-05", params PenaltyItem[] penalties) =>
        new()
        {
            DoneAt = At(date),
            Views = [.. Leaders.Select(leader => new LeaderView(leader.PersonId, leader.Name, "副主任", true, "同意"))],
            ConcludedOutcome = CaseOutcome.Penalty,
            ConcludedPenalties = penalties.Length > 0 ? penalties : [Fine(1_000)],
            Conclusion = "同意处罚",
        };

    internal static Decide Decision(PlayedCase played, string date = "2024-07-22") =>
        new()
        {
            DoneAt = At(date),
            ProposalSha256 = played.File.Approvals.ProposalOf(ApprovalPaper.Decision)?.Entry.BodySha256 ?? "",
            Opinion = "同意",
        };
}
