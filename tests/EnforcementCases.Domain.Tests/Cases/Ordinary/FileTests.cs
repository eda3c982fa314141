using System.Security.Cryptography;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>The file of an ordinary case: what it keeps of each act, what it refuses at the door, and what becomes of the decision.</summary>
public sealed class FileTests
{
    [Fact]
    public void No_act_of_the_file_is_done_in_a_case_decided_on_the_spot()
    {
        var law = new PlayedCase().Surroundings();
        foreach (var @case in new[] { AnOnTheSpotCase.Decide(), Revoked(AnOnTheSpotCase.Decide()) })
        foreach (var row in OrdinaryProcedure.Rows.Where(row => row.Body is not null && !row.Procedures.Contains(CaseProcedure.Simple)))
        {
            var file = OrdinaryFile.Open(@case, [], []);
            file.Obstacles(row, law).Errors().ShouldBe([CaseLifecycle.OfAnotherProcedure], row.Operation);
        }

        static EnforcementCase Revoked(EnforcementCase @case)
        {
            @case.Revoke("事实不清", AnOnTheSpotCase.Decided.AddDays(1));
            return @case;
        }
    }

    [Fact, Rule("APL-54")]
    public void A_clue_is_registered_after_it_came_and_with_the_paper_it_was_transferred_by()
    {
        var clue = Clue();
        new PlayedCase().Doing(clue with { ReceivedAt = At("2024-07-09", 11) }).ShouldRefuse(OrdinaryFile.TooEarly);
        new PlayedCase().Doing(clue with { Source = ClueSource.Transfer }).ShouldRefuse(OrdinaryFile.Incomplete);
        new PlayedCase().Doing(clue with { CommittedAt = At("2003-05-21") }).ShouldRefuse(ViolationVersion.NotInForce);
        var played = new PlayedCase();
        played
            .Do(clue with { Source = ClueSource.Transfer, TransferDocument = "移送函 1 号" })
            .Papers.Single()
            .Kind.ShouldBe(DocumentKind.CaseSource);
        played.ShouldHaveRecorded("register-clue", new { source = "Transfer", receivedAt = At("2024-07-09", 9).ToUnixTimeMilliseconds() });
        played.Case.ShouldHave(
            new
            {
                Stage = CaseStage.Registered,
                ViolationCode = "TJ-XX-01",
                ViolationName = "擅自占用道路",
                CommittedAt = At("2024-07-09", 8),
                CommittedOn = Date("2024-07-09"),
                Place = new
                {
                    Text = "某路 1 号",
                    DivisionCode = "120116",
                    Longitude = "117.80",
                    Latitude = "39.24",
                    Datum = "WGS84",
                },
                Facts = "占道经营",
            }
        );
        played.Deadline(DeadlineKind.Filing).LastDay.ShouldBe(Date("2024-07-18"));
        played
            .File.Acts[0]
            .Entry.ShouldHave(
                new
                {
                    CaseId = played.Case.Id,
                    OrganisationPath = "/hg/",
                    Place = 1,
                    Act = CaseAct.RegisterClue,
                    DoneAt = At("2024-07-09"),
                    DoneOn = Date("2024-07-09"),
                    PersonId = OfficerA,
                    RecordedAt = At("2024-12-31"),
                    EnteredLate = false,
                    StageAfter = CaseStage.Registered,
                }
            );
        played.Case.ActEntries.ShouldBe(played.File.Acts.Select(a => a.Entry));
    }

    [Fact, Rule("APL-54")]
    public void A_clue_that_is_not_followed_ends_the_case_and_who_files_without_the_head_names_the_delegation()
    {
        var declined = new PlayedCase().Register();
        declined.Do(new DeclineToFile { DoneAt = At("2024-07-10"), Reason = "没有违法事实" }, Role.Head);
        (declined.Case.Stage, declined.Case.Outcome, declined.Case.OutcomeYear).ShouldBe((CaseStage.NotFiled, CaseOutcome.NotFiled, 2024));

        var filed = Filed();
        filed.Case.Officers.Select(o => (o.Place, o.PersonId)).ShouldBe([(1, OfficerA), (2, OfficerB)]);
        filed.ShouldHaveRecorded("file-case", new { delegated = false });
        filed.Case.FiledOn.ShouldBe(Date("2024-07-10"));
    }

    [Fact]
    public void Nothing_is_done_before_the_stage_it_belongs_to()
    {
        var played = Concluded();
        played.Do(DecidingTests.FirstProposal());

        played
            .Doing(
                new TellPenalty
                {
                    DoneAt = At("2024-07-14"),
                    Penalties = [Fine(1_000)],
                    Facts = "占道经营",
                    Reasons = "一般情节",
                    Basis = [DecidingTests.Basis],
                    HearingRightNotified = false,
                }
            )
            .ShouldRefuse(OrdinaryFile.TooEarly, "2024-07-15 10:00 进入“调查终结”阶段");
        played.File.StageSince.ShouldBe(At("2024-07-15"));
        played.Reopened().File.StageSince.ShouldBe(At("2024-07-15"));
    }

    [Fact]
    public void An_act_is_sealed_once()
    {
        var (entry, said) = (Filed().File.Acts[0].Entry, Array.Empty<byte>());

        entry.Seal(bytes =>
        {
            said = bytes;
            return [1, 2];
        });

        entry.BodySealed.ShouldBe([1, 2]);
        Convert.ToHexStringLower(SHA256.HashData(said)).ShouldBe(entry.BodySha256); // what is hashed is what is stored
        entry.EnsureIs(said);
        new Action(() => entry.EnsureIs([.. said, 0])).ShouldRefuse(CaseActEntry.BodyAltered);
        Should.Throw<InvalidOperationException>(() => entry.Seal(_ => [3])).Message.ShouldContain("sealed once");
    }

    [Fact]
    public void What_the_row_of_an_act_does_not_say_is_a_mistake_of_the_program()
    {
        var played = Filed();
        var row = OrdinaryProcedure.Of(CaseAct.CommitToLaw)!;
        var act = new ActExecution(played.File, row, played.Surroundings(), Clue());

        Should
            .Throw<InvalidOperationException>(() => act.Start(DeadlineKind.Call, PaymentTerm.Fifteen, At("2024-07-10")))
            .Message.ShouldContain("CommitToLaw does not say that it starts Call");
        Should.Throw<InvalidOperationException>(() => act.Meet(DeadlineKind.Call, null)).Message.ShouldContain("may end Call");
        Should.Throw<InvalidOperationException>(() => act.MoveTo(CaseStage.Closed)).Message.ShouldContain("from Investigating to Closed");
        Should.Throw<InvalidOperationException>(() => act.Issue(DocumentKind.FileCover)).Message.ShouldContain("issue FileCover");
        Should
            .Throw<InvalidOperationException>(() => played.Case.Obstacles(CaseAct.RecordScene))
            .Message.ShouldContain("judged by the file");
    }

    [Fact, Rule("CPL-95")]
    public void A_paper_is_served_once_it_is_made_and_its_period_is_over()
    {
        var played = Concluded();
        played.Do(DecidingTests.FirstProposal());
        played.Do(
            new TellPenalty
            {
                DoneAt = At("2024-07-16"),
                Penalties = [Fine(1_000)],
                Facts = "占道经营",
                Reasons = "一般情节",
                Basis = [DecidingTests.Basis],
                HearingRightNotified = false,
            }
        );
        new Action(() => played.Serve(DocumentKind.PriorNotice, "2024-07-15", 12)).ShouldRefuse(
            ServiceOfDocuments.OutOfOrder,
            "2024-07-16"
        );
        played.Doing(Service()).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Service(Guid.NewGuid())).ShouldRefuse(ServiceOnFile.PaperUnknown);
        var id = played.File.Papers.Last(p => p.Kind == DocumentKind.PriorNotice).DocumentId;
        played
            .Doing(Service(id) with { DoneAt = At("2024-07-16", 23), Return = Service(id).Return with { SignedAt = At("2024-07-17", 1) } })
            .ShouldRefuse(ServeDocument.NotYetServed, "2024-07-17");

        played.Do(Service(id)).Papers.Single().Kind.ShouldBe(DocumentKind.ServiceReceipt);
        played.ShouldHaveRecorded(
            "serve-document",
            new
            {
                documents = new[] { id.ToString() },
                servedOn = "2024-07-17",
                way = "Direct",
            }
        );
        played.File.Service.Served.Single().ServedOn.ShouldBe(Date("2024-07-17"));
    }

    [Fact, Rule("CANCEL")]
    public void A_decision_that_falls_takes_every_deadline_along_that_hangs_on_it_and_no_other()
    {
        DeadlineKind[] hanging =
        [
            DeadlineKind.Payment,
            DeadlineKind.Correction,
            DeadlineKind.Performance,
            DeadlineKind.ReportBack,
            DeadlineKind.Service,
            DeadlineKind.ServiceOfCorrection,
            DeadlineKind.Instalment,
            DeadlineKind.Call,
            DeadlineKind.CourtApplication,
            DeadlineKind.Archiving,
        ];
        DeadlineKind[] ofTheUndecided = // no served case has them: they end with any act
        [DeadlineKind.Filing, DeadlineKind.Decision, DeadlineKind.Defence, DeadlineKind.HearingRequest, DeadlineKind.LegalReview];
        var played = PerformedCase.Served().Pay(400, "2024-10-01");
        foreach (var kind in Enum.GetValues<DeadlineKind>())
            played.Case.AddDeadline(Guid.NewGuid(), kind, Deadline.From(PaymentTerm.Fifteen, Date("2024-10-02"), Shipped), $"{kind}");

        played.Case.Invalidate(InvalidityGround.NoBasis, "没有依据", At("2024-10-20"));

        played
            .Case.Deadlines.Where(d => d.Reference is not null && d.EndedAt is not null)
            .Select(d => d.Kind)
            .ShouldBe([.. hanging, .. ofTheUndecided], ignoreOrder: true);
        played.Case.ShouldRecord(
            "decision-invalidated",
            At("2024-10-20"),
            new
            {
                number = "决字1号",
                fineFen = 1_000_00,
                toRefundFen = 400_00,
            },
            new { reason = "没有依据" }
        );
        played.Case.ShouldHave(
            new
            {
                Effect = new
                {
                    Validity = DecisionValidity.Invalid,
                    InvalidatedAt = (DateTimeOffset?)At("2024-10-20"),
                    InvalidBecause = (InvalidityGround?)InvalidityGround.NoBasis,
                },
                FinedActKey = (string?)null,
                SameDayKey = (string?)null,
            }
        );
        played.Case.PaymentOrder!.State.ShouldBe(PaymentState.Cancelled);
    }

    [Fact, Rule("ARL-63-65")]
    public void A_case_that_is_opened_again_carries_nothing_of_the_decision_that_fell()
    {
        var played = PerformedCase.Served(1_000, new PenaltyItem(PenaltyKind.Warning));
        played.Case.Penalty.ShouldHave(new { Warned = true, HeaviestKind = (PenaltyKind?)PenaltyKind.Fine });
        played.Case.TakeBack("复议撤销", At("2024-12-02"));

        played.Case.OpenAgain(Guid.NewGuid(), At("2024-12-03"));

        played
            .Case.FallenDecisions.Single()
            .ShouldHave(
                new
                {
                    Number = "决字1号",
                    DecidedOn = Date("2024-09-23"),
                    DecidedYear = 2024,
                    HeaviestKind = (PenaltyKind?)PenaltyKind.Fine,
                    FineFen = 1_000_00L,
                    Validity = DecisionValidity.Revoked,
                    FellAt = At("2024-12-02"),
                    ReopenedAt = At("2024-12-03"),
                }
            );

        played.Case.ShouldHave(
            new
            {
                Outcome = (CaseOutcome?)null,
                OutcomeYear = (int?)null,
                Penalty = new
                {
                    HeaviestKind = (PenaltyKind?)null,
                    Warned = false,
                    FineFen = 0L,
                    Reasons = "",
                },
                DecidedAt = (DateTimeOffset?)null,
                DecidedOn = (DateOnly?)null,
                DecidedYear = (int?)null,
                DecisionNumber = (string?)null,
                ServedAt = (DateTimeOffset?)null,
                Effect = new
                {
                    Validity = DecisionValidity.InForce,
                    RevokedAt = (DateTimeOffset?)null,
                    RevocationReason = (string?)null,
                    InvalidatedAt = (DateTimeOffset?)null,
                    InvalidBecause = (InvalidityGround?)null,
                },
            }
        );
    }

    [Fact, Rule("APL-72-1")]
    public void A_changed_fine_or_surcharge_settles_the_order_by_the_last_payment_whichever_was_told_last()
    {
        var played = PerformedCase.Served().Pay(600, "2024-10-03").Pay(200, "2024-10-01");
        var order = played.Case.PaymentOrder!;
        played.Case.PostSurcharge(Money.Yuan(300));
        (order.SurchargeFen, order.State).ShouldBe((300_00, PaymentState.PartlyPaid));

        played.Case.ChangeFine(Money.Yuan(200), At("2024-12-03"));
        // the surcharge never exceeds the fine (第七十二条): 200 and 200 of the 800 that were paid
        (order.AmountFen, order.SurchargeFen, order.State, order.PaidAt).ShouldBe(
            (200_00, 200_00, PaymentState.Paid, At("2024-10-03", 12))
        );
        order.Refundable.ShouldBe(Money.Yuan(400));
        played.Case.Penalty.FineFen.ShouldBe(200_00);

        var undecided = Filed().Case;
        undecided.ChangeFine(Money.Yuan(100), At("2024-12-03"));
        (undecided.Penalty.FineFen, undecided.PaymentOrder).ShouldBe((100_00, null));
    }

    [Fact, Rule("APL-72-END")]
    public void No_case_is_closed_before_its_last_duty_was_done()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01");

        new Action(() => played.Case.CloseBecause(ClosingReason.Performed, At("2024-10-01", 11))).ShouldRefuse(
            DutiesOfCase.ClosedBeforePerformed,
            "2024-10-01 12:00"
        );
        played.Case.CloseBecause(ClosingReason.Performed, At("2024-10-01", 12));
        played.Case.ShouldRecord(
            "closed",
            At("2024-10-01", 12),
            new
            {
                because = "Performed",
                closedOn = "2024-10-01",
                fineFen = 1_000_00,
            }
        );
    }

    /// <summary>An opinion of a remedy that finds the decision void (确认无效).</summary>
    [Fact, Rule("ARL-63-65")]
    public void A_result_may_find_the_decision_void()
    {
        var played = PerformedCase.Served().Do(PerformanceTests.Remedy("2024-10-10", "2024-10-14"));

        played.Result(RemedyAndClosingTests.Result(RemedyResult.Invalid) with { Ground = InvalidityGround.NoBasis });

        (played.Case.Stage, played.Case.Effect.Validity).ShouldBe((CaseStage.Revoked, DecisionValidity.Invalid));
    }

    [Theory, Rule("APL-57-1")]
    [InlineData(CaseOutcome.Penalty, "第五十七条第一款第一项", false, false)]
    [InlineData(CaseOutcome.NoPenaltySlight, "第三十三条第一款", true, false)]
    [InlineData(CaseOutcome.NoPenaltyFirstTime, "第三十三条第一款", true, false)]
    [InlineData(CaseOutcome.NoPenaltyNoFault, "第三十三条第二款", true, false)]
    [InlineData(CaseOutcome.NoPenaltyUnderAge, "第三十条", true, true)]
    [InlineData(CaseOutcome.NoPenaltyIncapacity, "第三十一条", false, true)]
    [InlineData(CaseOutcome.NoPenaltyTimeBarred, "第三十六条", false, false)]
    [InlineData(CaseOutcome.NoPenaltyNotProved, "第五十七条第一款第三项", false, false)]
    [InlineData(CaseOutcome.CriminalTransfer, "第五十七条第一款第四项", false, false)]
    [InlineData(CaseOutcome.TransferToOrgan, "第二十五条", false, false)]
    [InlineData(CaseOutcome.Withdrawn, "第五十四条", false, false)]
    [InlineData(CaseOutcome.NotFiled, "第五十四条", false, false)]
    public void Each_outcome_rests_on_its_article_and_says_who_must_be_educated_or_watched(
        CaseOutcome outcome,
        string article,
        bool education,
        bool guardian
    )
    {
        outcome.Basis().ShouldBe(PenaltyLaw.At(article));
        (outcome.NeedsEducation(), outcome.NeedsGuardian()).ShouldBe((education, guardian));
    }

    /// <summary>What the published flow chart and list of records say of each act.</summary>
    [Fact, Rule("REC-118-1")]
    public void Each_act_says_what_is_recorded_on_what_by_whom_and_leads_somewhere()
    {
        OrdinaryProcedure.Rows.Select(r => r.Act).ShouldBeUnique();
        OrdinaryProcedure.Rows.Select(r => r.Operation).ShouldBeUnique();
        foreach (var row in OrdinaryProcedure.Rows)
        {
            row.Recording.Content.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", $"{row.Act}");
            row.Recording.Carrier.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", $"{row.Act}");
            row.By.ShouldNotBeEmpty($"{row.Act}");
            row.From.ShouldNotBeEmpty($"{row.Act}");
            row.Needs.ShouldAllBe(gate => gate.Name.Length > 0);
            row.Moves.ShouldAllBe(move => row.DoneAt.Contains(move.From) || row.OrMoves != null);
            row.DoneAt.ShouldBe(row.From.Where(stage => !row.TooEarlyAt.Contains(stage)));
            row.DoneAt.ShouldNotBeEmpty($"{row.Act}");
            row.Operation.ShouldBe(row.Body?.Name ?? $"{row.Act}");
            row.Name.ShouldBe(row.Act.Term());
        }
        OrdinaryProcedure
            .Rows.SelectMany(r => r.Starts)
            .Distinct()
            .Except(OrdinaryProcedure.Rows.SelectMany(r => r.Ends.Concat(r.MayEnd)))
            .ShouldBe(
                [DeadlineKind.Service, DeadlineKind.Payment, DeadlineKind.Instalment],
                ignoreOrder: false,
                "these end by service and payment"
            );
    }

    [Fact]
    public void A_service_moves_a_case_only_from_the_report_to_the_notice_and_from_the_decision_to_its_service() =>
        OrdinaryProcedure
            .Of(CaseAct.ServeDocument)!
            .Moves.ShouldBe([new(CaseStage.Concluded, CaseStage.Told), new(CaseStage.Decided, CaseStage.Served)]);

    [Fact]
    public void What_is_done_in_the_moment_a_stage_begins_is_none_too_early()
    {
        var played = Filed();
        played.File.StageSince.ShouldBe(At("2024-07-10", 9));

        played.Doing(Order(At("2024-07-10", 9))).ShouldRefuse(null);
        played.Doing(Order(At("2024-07-10", 8))).ShouldRefuse(OrdinaryFile.TooEarly);

        static GiveOrderToCorrect Order(DateTimeOffset at) =>
            new()
            {
                DoneAt = at,
                OrderId = Guid.NewGuid(),
                Breach = "占道经营",
                Requirement = "清除占道物品",
            };
    }

    [Fact, Rule("APL-44")]
    public void A_notice_that_another_took_the_place_of_sets_nothing_off_when_it_is_served()
    {
        var played = Concluded();
        DecidingTests.ProposeAndTell(played, DecidingTests.Tell());
        var first = played.File.Papers.Last(p => p.Kind == DocumentKind.PriorNotice).DocumentId;
        DecidingTests.ProposeAndTell(played, DecidingTests.Tell() with { Penalties = [Fine(900)] });

        played.Do(Service(first));

        (played.Case.Stage, played.File.Notice.Served).ShouldBe((CaseStage.Concluded, null));
        played.Case.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.Defence);
    }

    [Fact, Rule("APL-42")]
    public void Who_hands_a_paper_over_is_certified_on_that_day()
    {
        var played = Concluded();
        DecidingTests.ProposeAndTell(played, DecidingTests.Tell());
        played.CertifiedUntil = "2024-07-16";

        played.Doing(Service(played.File.Papers[^1].DocumentId)).ShouldRefuse(CertificateOnDay.NotValid);
    }

    [Fact, Rule("APL-61-1")]
    public void A_paper_without_a_number_is_served_by_its_name()
    {
        var played = Concluded();
        played.File.Add(new IssuedPaper(Guid.NewGuid(), DocumentKind.CorrectionOrder, "", 1, Date("2024-07-16"), ""));

        played.Doing(Service(played.File.Papers[^1].DocumentId)).ShouldRefuse(null);
    }

    /// <summary>The instant counts where the return gives one; a public notice counts from the day: thirty days end on Sunday, the 25th of August.</summary>
    [Theory, Rule("APL-61-1"), Rule("CPL-95")]
    [InlineData(ServiceWay.Post, 15)]
    [InlineData(ServiceWay.PublicNotice, 0)]
    public void A_decision_is_served_when_it_arrives_or_its_notice_has_run(ServiceWay way, int hour)
    {
        var played = DecidingTests.Told();
        DecidingTests.Propose(played);
        played.Do(DecidingTests.Decision(played), Role.Head);
        var decision = played.File.Papers.Last(p => p.Kind == DocumentKind.PenaltyDecision).DocumentId;

        played.Do(
            new ServeDocument
            {
                DoneAt = At("2024-09-02", 18),
                DocumentIds = [decision],
                Return = way is ServiceWay.Post ? ByPost() : ByNotice(),
            }
        );

        played.Case.ServedAt.ShouldBe(At(way is ServiceWay.Post ? "2024-07-25" : "2024-08-26", hour));

        static ServiceReturn ByPost() =>
            new()
            {
                Addressee = "某某商店",
                Way = ServiceWay.Post,
                Place = "新开中路 36 号",
                Servers = [],
                PostalReceipt = "XA123456789CN",
                Receiver = "赵六",
                Relation = ReceiverRelation.LegalRepresentative,
                SentAt = At("2024-07-23"),
                ArrivedAt = At("2024-07-25", 15),
            };
        static ServiceReturn ByNotice() =>
            new()
            {
                Addressee = "某某商店",
                Way = ServiceWay.PublicNotice,
                Place = "街道公告栏",
                Servers = [],
                NoticeIssuedOn = Date("2024-07-26"),
                NoticeReason = "下落不明",
                FailedBefore = [new(ServiceWay.Direct, Date("2024-07-23"), "无人"), new(ServiceWay.Post, Date("2024-07-24"), "退回")],
            };
    }

    internal static RegisterClue Clue() =>
        new()
        {
            DoneAt = At("2024-07-09"),
            Source = ClueSource.Inspection,
            ReceivedAt = At("2024-07-09", 9),
            Content = "占道经营",
            ViolationCode = "TJ-XX-01",
            CommittedAt = At("2024-07-09", 8),
            Place = new("某路 1 号", "120116", "117.80", "39.24", "WGS84"),
        };

    private static ServeDocument Service(params Guid[] ids) =>
        new()
        {
            DoneAt = At("2024-07-17", 11),
            DocumentIds = ids,
            Return = new()
            {
                Documents = [],
                Addressee = "某某商店",
                Way = ServiceWay.Direct,
                Place = "新开中路 36 号",
                Servers = [OfficerA, OfficerB],
                SignedAt = At("2024-07-17", 11),
                Receiver = "赵六",
                Relation = ReceiverRelation.LegalRepresentative,
            },
        };
}
