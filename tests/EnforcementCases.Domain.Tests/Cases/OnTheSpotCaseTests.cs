using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.AnOnTheSpotCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>A case decided on the spot, from the decision to its closing, its revocation and what is corrected in between.</summary>
public sealed class OnTheSpotCaseTests
{
    [Fact, Rule("APL-52-2")]
    public void The_case_keeps_what_was_found_said_and_handed_over()
    {
        var @case = Decide();

        @case.ShouldHave(
            new
            {
                Seq = 7L,
                Version = 1,
                OrganId = Facts.Organ.Id,
                OrganisationId = Facts.Organ.Id,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = @case.Id,
                Procedure = CaseProcedure.Simple,
                Stage = CaseStage.Decided,
                Facts.Party,
                Facts.OffenceId,
                ViolationVersionId = Facts.Violation.Id,
                ViolationCode = "TJ-XX-01",
                ViolationName = "擅自占用道路",
                AdoptionId = (Guid?)Facts.Adoption!.Id,
                Facts.CommittedAt,
                CommittedOn = Date("2024-09-18"),
                Place = new
                {
                    Text = "新开中路 36 号门前",
                    DivisionCode = "120116015",
                    Longitude = "117.80",
                    Latitude = "39.24",
                    Datum = "WGS84",
                },
                Facts = "占道摆摊",
                Penalty = new
                {
                    Reasons = "占道面积不大",
                    HeaviestKind = (PenaltyKind?)PenaltyKind.Fine,
                    Warned = false,
                    FineFen = 50_00L,
                    Fine = Money.Yuan(50),
                },
                OpenedAt = Decided,
                DecidedAt = (DateTimeOffset?)Decided,
                DecidedOn = (DateOnly?)Date("2024-09-18"),
                DecidedYear = (int?)2024,
                Entry = new
                {
                    RecordedAt = At("2024-09-18", 11),
                    EnteredLate = true,
                    Device = "pda-7",
                },
                DecisionNumber = "津汉当罚字〔2024〕第0001号",
                ServedAt = (DateTimeOffset?)Decided,
                Signature = (PartySignature?)PartySignature.Signed,
                Correction = new { Required = "清退占道物品", CorrectedAt = (DateTimeOffset?)Decided }, // at once
                FinedActKey = $"{@case.PartyId:N}|{Facts.OffenceId:N}",
                SameDayKey = $"{@case.PartyId:N}|TJ-XX-01|20240918",
            }
        );
        @case
            .Officers.Select(o => (o.CaseId, o.Place, o.PersonId, o.PersonId, o.Name, o.CertificateNumber))
            .ShouldBe([(@case.Id, 1, OfficerA, OfficerA, "张三", "张三证"), (@case.Id, 2, OfficerB, OfficerB, "李四", "李四证")]);
        @case
            .Evidence.ShouldHaveSingleItem()
            .ShouldHave(
                new
                {
                    CaseId = @case.Id,
                    Place = 1,
                    Kind = EvidenceKind.ElectronicData,
                    TakenAt = At("2024-09-18", 8),
                    Sha256 = new string('e', 64),
                    Description = "占道照片",
                }
            );
        @case
            .PaymentOrder.ShouldNotBeNull()
            .ShouldHave(
                new
                {
                    CaseId = @case.Id,
                    OrganisationPath = "/hg/",
                    Code = "12345678901234567890",
                    AmountFen = 50_00L,
                    DueOn = Date("2024-10-08"),
                }
            );
    }

    [Fact, Rule("APL-52-4"), Rule("APL-67-2")]
    public void Its_deadlines_are_the_report_back_the_payment_and_the_correction_that_the_order_dates()
    {
        var @case = Decide(Facts with { CorrectionDueOn = Date("2024-09-21") });

        @case
            .Deadlines.Select(d => (d.Kind, d.Rule, d.LastDay))
            .ShouldBe([
                (DeadlineKind.ReportBack, "APL-52-4", Date("2024-09-20")),
                (DeadlineKind.Payment, "APL-67-2", Date("2024-10-08")),
                (DeadlineKind.Correction, "APL-28", Date("2024-09-21")), // a Saturday: the day that the order names does not roll
            ]);
        @case.Deadlines.ShouldAllBe(d => d.CaseId == @case.Id && d.OrganId == @case.OrganId && d.OrganisationPath == "/hg/" && d.IsOpen);
        @case.Deadlines.Select(d => d.Seq).ShouldBeUnique();
        @case.Deadlines[2].Explanation.Sentence.ShouldContain("责令改正");
        @case.Correction.CorrectedAt.ShouldBeNull();
        @case.Correction.DueOn.ShouldBe(Date("2024-09-21"));
    }

    [Fact, Rule("APL-29")]
    public void A_warning_is_no_fine_and_holds_no_day_and_a_told_apart_act_holds_only_itself()
    {
        var warning = Decide(Warning);
        warning.PaymentOrder.ShouldBeNull();
        (warning.FinedActKey, warning.SameDayKey, warning.Penalty.Warned).ShouldBe((null, null, true));
        warning.Deadlines.ShouldHaveSingleItem().Kind.ShouldBe(DeadlineKind.ReportBack);
        warning.KeyFineUnder(OfficerA);
        (warning.FinedActKey, warning.SameDayKey).ShouldBe((null, null));

        var apart = Decide(Facts with { DistinctBecause = "上午在另一路段" });
        apart.FinedActKey.ShouldNotBeNull();
        apart.SameDayKey.ShouldBeNull();

        var merged = Decide();
        merged.KeyFineUnder(OfficerA);
        merged.FinedActKey.ShouldBe($"{OfficerA:N}|{Facts.OffenceId:N}");
        merged.SameDayKey.ShouldBe($"{OfficerA:N}|TJ-XX-01|20240918");
        merged.MarkDistinct();
        merged.SameDayKey.ShouldBeNull();
    }

    [Fact, Rule("APL-9")]
    public void A_warning_with_a_fine_is_counted_as_a_fine_and_remembered_as_a_warning()
    {
        PenaltyKind[] both = [PenaltyKind.Fine, PenaltyKind.Warning];
        var violation = AViolation.With(kinds: both, branches: [new() { Must = both }]);

        var @case = Decide(Of(violation) with { Kinds = both });

        (@case.Penalty.HeaviestKind, @case.Penalty.Warned).ShouldBe((PenaltyKind.Fine, true));
    }

    [Fact, Rule("APL-47")]
    public void The_decision_is_recorded_figures_in_clear_and_persons_under_seal()
    {
        var facts = Facts with
        {
            CorrectionDueOn = Date("2024-09-21"),
            Signature = PartySignature.Refused,
            RefusalNote = "拒签",
            DistinctBecause = "另一处",
            ReasonsAgainstExemption = "屡劝不听",
            Notice = Facts.Notice with { Objects = true, Answer = new(true, "面积确为两平方米", "已是最低数额") },
        };

        var @case = Decide(facts);

        @case.PendingRecord.ShouldHaveSingleItem();
        @case.ShouldRecord(
            "decided-on-the-spot",
            Decided,
            new
            {
                organ = @case.OrganId,
                procedure = "Simple",
                violation = "TJ-XX-01",
                violationVersion = @case.ViolationVersionId,
                adoption = @case.AdoptionId,
                kinds = new[] { "Fine" },
                fineFen = 50_00,
                actOn = "2024-09-18",
                decidedOn = "2024-09-18",
                decidedAt = Decided.ToUnixTimeMilliseconds(),
                servedAt = Decided.ToUnixTimeMilliseconds(),
                signature = "Refused",
                number = "津汉当罚字〔2024〕第0001号",
                documentSha256 = new string('d', 64),
                partyKind = "Citizen",
                partyIdentity = "Documented",
                late = true,
                reportBackBy = "2024-09-20",
                payBy = "2024-10-08",
                correctBy = "2024-09-21",
                evidenceSha256 = new[] { new string('e', 64) },
                assessment = AssessmentId,
                assessmentSha256 = new string('f', 64),
                verdict = "Allowed",
            },
            new
            {
                party = @case.PartyId,
                partyName = "王某",
                place = "120116015 新开中路 36 号门前",
                facts = "占道摆摊",
                reasons = "占道面积不大",
                begunAt = (long?)null,
                toldAt = Decided.ToUnixTimeMilliseconds(),
                partyWords = "没有意见",
                waiverWords = "不申辩",
                objects = true,
                answerAccepted = true,
                answer = "面积确为两平方米",
                changesNothingBecause = "已是最低数额",
                reasonsAgainstExemption = "屡劝不听",
                certificates = new[] { "张三证", "李四证" },
                correction = "清退占道物品",
                refusalNote = "拒签",
                distinctBecause = "另一处",
            }
        );
    }

    [Fact, Rule("APL-72-END")]
    public void It_closes_by_itself_with_the_last_duty_and_on_its_day()
    {
        var @case = Decide(Facts with { CorrectionDueOn = Date("2024-09-20") });
        @case.OpenDuties().ShouldBe(["报所属机关备案", "缴纳罚款", "改正违法行为并复查"]);
        new Action(() => @case.Close(At("2024-09-30"))).ShouldRefuse(DutiesOfCase.NotPerformed);

        @case.ReportBack(At("2024-09-19"));
        @case.RecheckCorrection(RecheckResult.Corrected, "已清退", At("2024-09-20"));
        @case.OpenDuties().ShouldBe(["缴纳罚款"]);
        @case.Stage.ShouldBe(CaseStage.Decided);
        @case.IsPerformed.ShouldBeFalse();
        @case.Pay(50, At("2025-01-02"));

        @case.IsPerformed.ShouldBeTrue();
        @case.ShouldHave(
            new
            {
                Stage = CaseStage.Closed,
                Closing = new
                {
                    At = (DateTimeOffset?)At("2025-01-02"),
                    On = (DateOnly?)Date("2025-01-02"),
                    Because = (ClosingReason?)ClosingReason.Performed,
                },
                ClosedYear = (int?)2025,
            }
        );
        @case.ShouldRecord(
            "closed",
            At("2025-01-02"),
            new
            {
                because = "Performed",
                closedOn = "2025-01-02",
                fineFen = 50_00,
            }
        );
        @case.Version.ShouldBe(1 + 4); // reported, re-checked, paid, closed
    }

    [Fact]
    public void It_closes_on_the_day_of_the_last_duty_whichever_is_entered_last()
    {
        var @case = Decide();
        @case.Pay(50, At("2024-09-25"));
        @case.ReportBack(At("2024-09-19"));

        @case.Closing.On.ShouldBe(Date("2024-09-25"));
        new Action(() => @case.Close(At("2024-09-30"))).ShouldRefuse(CaseLifecycle.ActNotOpen);
    }

    [Theory, Rule("APL-52-4")]
    [InlineData("2024-09-20", true)]
    [InlineData("2024-09-21", false)]
    public void It_is_reported_back_once_and_the_record_says_whether_in_time(string on, bool inTime)
    {
        var @case = Decide();
        new Action(() => @case.ReportBack(Decided.AddMinutes(-1))).ShouldRefuse(ActsOfCase.BeforeDecision);

        @case.ReportBack(At(on));

        @case.ReportedAt.ShouldBe(At(on));
        @case.Deadline(DeadlineKind.ReportBack).MetAt.ShouldBe(At(on));
        @case.ShouldRecord("reported-back", At(on), new { inTime });
        new Action(() => @case.ReportBack(At(on))).ShouldRefuse(ActsOfCase.AlreadyReported);
    }

    [Fact, Rule("APL-72-END")]
    public void A_case_that_waits_for_the_correction_alone_closes_with_its_recheck_and_is_corrected_no_more()
    {
        var @case = Decide(Facts with { CorrectionDueOn = Date("2024-09-20") });
        @case.ReportBack(At("2024-09-19"));
        @case.Pay(50, At("2024-09-19"));
        @case.Stage.ShouldBe(CaseStage.Decided);

        @case.RecheckCorrection(RecheckResult.Corrected, "已清退", At("2024-09-20"));

        (@case.Stage, @case.Closing.On).ShouldBe((CaseStage.Closed, Date("2024-09-20")));
    }

    [Fact, Rule("APL-28")]
    public void A_correction_is_rechecked_until_it_is_made()
    {
        var @case = Decide(Facts with { CorrectionDueOn = Date("2024-09-21") });
        new Action(() => @case.RecheckCorrection(RecheckResult.Corrected, "", Decided.AddMinutes(-1))).ShouldRefuse(
            ActsOfCase.BeforeDecision
        );

        @case.RecheckCorrection(RecheckResult.PartlyCorrected, "尚余一处", At("2024-09-21"));
        @case.ShouldRecord(
            "correction-rechecked",
            At("2024-09-21"),
            new { result = "PartlyCorrected", inTime = true },
            new { note = "尚余一处" }
        );
        @case.Correction.CorrectedAt.ShouldBeNull();
        @case.Deadline(DeadlineKind.Correction).IsOpen.ShouldBeTrue();

        @case.RecheckCorrection(RecheckResult.Corrected, "已清退", At("2024-09-22"));
        @case.ShouldRecord("correction-rechecked", At("2024-09-22"), new { result = "Corrected", inTime = false }, new { note = "已清退" });
        (@case.Correction.CorrectedAt, @case.Deadline(DeadlineKind.Correction).MetAt).ShouldBe((At("2024-09-22"), At("2024-09-22")));
        new Action(() => @case.RecheckCorrection(RecheckResult.Corrected, "", At("2024-09-23"))).ShouldRefuse(ActsOfCase.NothingToRecheck);
    }

    [Fact, Rule("CANCEL")]
    public void A_revoked_decision_holds_nothing_and_what_was_paid_goes_back_with_interest()
    {
        var @case = Decide(Facts with { CorrectionDueOn = Date("2024-09-30") });
        @case.Pay(20, At("2024-09-20"), "T1");
        @case.Pay(30, At("2024-10-05"), "T2");
        new Action(() => @case.Revoke("事实不清", Decided.AddMinutes(-1))).ShouldRefuse(ActsOfCase.BeforeDecision);

        @case.Revoke("事实不清", At("2024-11-01"));

        @case.ShouldHave(
            new
            {
                Stage = CaseStage.Revoked,
                Effect = new { RevokedAt = (DateTimeOffset?)At("2024-11-01"), RevocationReason = "事实不清" },
                FinedActKey = (string?)null,
                SameDayKey = (string?)null,
            }
        );
        @case.ShouldRecord(
            "decision-revoked",
            At("2024-11-01"),
            new
            {
                number = "津汉当罚字〔2024〕第0001号",
                fineFen = 50_00,
                toRefundFen = 50_00,
            },
            new { reason = "事实不清" }
        );
        @case.PaymentOrder!.State.ShouldBe(PaymentState.Cancelled);
        @case
            .Deadlines.Select(d => (d.Kind, d.IsOpen, d.EndedAt))
            .ShouldBe([
                (DeadlineKind.ReportBack, false, At("2024-11-01")),
                (DeadlineKind.Payment, false, null), // was met
                (DeadlineKind.Correction, false, At("2024-11-01")),
            ]);
        @case.OpenDuties().ShouldBe(["退还已缴罚款"]);
        new Action(() => @case.Pay(1, At("2024-11-02"))).ShouldRefuse(PaymentsOfCase.OrderCancelled);
        new Action(() => @case.Revoke("再次", At("2024-11-02"))).ShouldRefuse(CaseLifecycle.ActNotOpen);
        new Action(() => @case.ReportBack(At("2024-11-02"))).ShouldRefuse(CaseLifecycle.ActNotOpen);
        new Action(() => @case.Close(At("2024-11-02"))).ShouldRefuse(DutiesOfCase.NotPerformed);
    }

    /// <summary>1.5 % a year: the 20 yuan of 20 September count 45 days by 4 November (4 fen), the next 10 yuan 30 days (1 fen), and the last 20 yuan 30 days (3 fen).</summary>
    [Fact, Rule("SCL-36")]
    public void Money_goes_back_earliest_payment_first_each_with_its_own_interest()
    {
        var @case = Decide();
        @case.Pay(30, At("2024-10-05"), "T2");
        @case.Pay(20, At("2024-09-20"), "T1"); // told later, paid earlier
        @case.Revoke("事实不清", At("2024-11-01"));

        Refund(30, 0.04m).ShouldRefuse(RefundInterest.InterestMissing);
        Refund(30, null).ShouldRefuse(RefundInterest.InterestMissing);
        Refund(0, 0.05m).ShouldRefuse(PaymentsOfCase.OverPaid);
        Refund(50.01m, 1).ShouldRefuse(PaymentsOfCase.OverPaid);
        Refund(30, 0.05m, on: "2024-10-31").ShouldRefuse(ActsOfCase.BeforeDecision);
        Refund(30, 0.05m).ShouldRefuse(null);
        @case.ShouldRecord(
            "refunded",
            At("2024-11-04"),
            new
            {
                amountFen = 30_00,
                interestFen = 5,
                rate = "1.5",
                rateSource = "某银行活期",
                reference = "R1",
            }
        );
        @case.PaymentOrder!.RefundedFen.ShouldBe(30_00);
        @case.Stage.ShouldBe(CaseStage.Revoked);

        Refund(20, 0.02m).ShouldRefuse(RefundInterest.InterestMissing);
        Refund(20.01m, 1).ShouldRefuse(PaymentsOfCase.OverPaid);
        Refund(20, 0.03m).ShouldRefuse(null);
        @case.Refunds.Count.ShouldBe(2);
        @case
            .Refunds[1]
            .ShouldHave(
                new
                {
                    CaseId = @case.Id,
                    OrganisationPath = "/hg/",
                    AmountFen = 20_00L,
                    InterestFen = 3L,
                    Reference = "R1",
                    RefundedAt = At("2024-11-04"),
                }
            );
        (@case.Stage, @case.Closing.Because, @case.Closing.On).ShouldBe((CaseStage.Closed, ClosingReason.Revoked, Date("2024-11-04")));
        Refund(1, 1).ShouldRefuse(CaseLifecycle.ActNotOpen);

        Action Refund(decimal yuan, decimal? interest, string on = "2024-11-04") =>
            () =>
                @case.RefundPayment(
                    Guid.NewGuid(),
                    Money.Yuan(yuan),
                    "R1",
                    At(on),
                    interest is { } paid ? new(Money.Yuan(paid), 1.5m, "某银行活期") : null
                );
    }

    [Fact]
    public void A_revoked_case_with_nothing_to_refund_is_closed_and_says_so()
    {
        var (unpaid, warning) = (Decide(), Decide(Warning));
        unpaid.Revoke("事实不清", At("2024-11-01"));
        warning.Revoke("事实不清", At("2024-11-01"));

        unpaid.Obstacles(CaseAct.Refund).Errors().ShouldBe([PaymentsOfCase.OverPaid]);
        warning.Obstacles(CaseAct.Refund).Errors().ShouldBe([PaymentsOfCase.NoFine]);
        new Action(() => unpaid.Close(At("2024-10-31"))).ShouldRefuse(DutiesOfCase.ClosedBeforePerformed);
        unpaid.Close(At("2024-11-01"));
        (unpaid.Stage, unpaid.Closing.Because).ShouldBe((CaseStage.Closed, ClosingReason.Revoked));
        new Action(() => unpaid.Revoke("再次", At("2024-11-02"))).ShouldRefuse(ActsOfCase.AlreadyRevoked, "2024-11-01");
    }

    [Fact]
    public void A_closed_case_can_still_be_revoked_and_is_then_open_again()
    {
        var @case = Decide();
        @case.Pay(50, At("2024-09-20"));
        @case.ReportBack(At("2024-09-20"));
        @case.Stage.ShouldBe(CaseStage.Closed);

        @case.Revoke("事实不清", At("2024-11-01"));

        (@case.Stage, @case.Closing.At, @case.Closing.On, @case.ClosedYear, @case.Closing.Because).ShouldBe(
            (CaseStage.Revoked, null, null, null, null)
        );
    }

    [Fact, Rule("CN-3")]
    public void A_number_is_voided_once_and_only_after_the_decision_was_revoked()
    {
        var @case = Decide();
        var number = Number(@case.Id);
        Void(number).ShouldRefuse(DocumentNumber.StillInForce);
        @case.Revoke("事实不清", At("2024-11-01"));
        Void(Number(Guid.NewGuid())).ShouldRefuse(DocumentNumber.StillInForce);

        Void(number).ShouldRefuse(null);

        number.ShouldHave(
            new
            {
                State = NumberState.Voided,
                VoidReason = "决定已撤销",
                VoidedBy = (Guid?)Head,
                VoidedAt = (DateTimeOffset?)At("2024-11-02"),
            }
        );
        @case.ShouldRecord("number-voided", At("2024-11-02"), new { number = number.Text, approver = Head }, new { reason = "决定已撤销" });
        Void(number).ShouldRefuse(DocumentNumber.AlreadyVoided);

        Action Void(DocumentNumber of) => () => @case.VoidNumber(of, "决定已撤销", Head, At("2024-11-02"));
        static DocumentNumber Number(Guid caseId) => new(Guid.NewGuid(), Facts.Organ, "当罚", 2024, 1, caseId, Decided);
    }

    [Fact]
    public void A_paper_of_the_case_is_recorded_by_its_hash()
    {
        var @case = Decide();
        var paper = new CaseDocument(
            Guid.NewGuid(),
            @case.Id,
            "/hg/",
            DocumentKind.OnTheSpotDecision,
            "第0001号",
            "V",
            "1",
            [],
            new string('c', 64),
            Decided
        )
        {
            DatedOn = Date("2024-09-18"),
        };

        new Action(() => @case.IssuePaper(paper, Decided.AddMinutes(-1))).ShouldRefuse(ActsOfCase.BeforeDecision);
        @case.IssuePaper(paper, Decided);

        @case.ShouldRecord(
            "paper-issued",
            Decided,
            new
            {
                kind = "OnTheSpotDecision",
                number = "第0001号",
                contentSha256 = new string('c', 64),
            }
        );
        @case.Version.ShouldBe(2);
    }

    [Fact, Rule("TIME-CAL")]
    public void A_calendar_loaded_later_moves_what_was_provisional_and_the_order_to_pay_with_it()
    {
        var @case = DecidedInDecember();
        @case.Deadline(DeadlineKind.Payment).ShouldHave(new { LastDay = Date("2027-01-03"), IsProvisional = true });

        @case.RecomputeDeadlines(Shipped, At("2026-12-20")).ShouldBe(0); // the same calendar says nothing new
        @case.RecomputeDeadlines(With2027, At("2026-12-31")).ShouldBe(1);

        @case.PaymentOrder!.DueOn.ShouldBe(Date("2027-01-04"));
        @case
            .Deadline(DeadlineKind.Payment)
            .ShouldHave(
                new
                {
                    LastDay = Date("2027-01-04"),
                    IsProvisional = false,
                    CalendarVersion = "with-2027",
                    PreviousLastDay = (DateOnly?)Date("2027-01-03"),
                    PreviousCalendarVersion = "2021-2026",
                    RecomputedAt = (DateTimeOffset?)At("2026-12-31"),
                }
            );
        @case.ShouldRecord(
            "deadline-recomputed",
            At("2026-12-31"),
            new
            {
                deadline = @case.Deadline(DeadlineKind.Payment).Id,
                kind = "Payment",
                rule = "APL-67-2",
                lastDayBefore = "2027-01-03",
                lastDay = "2027-01-04",
                calendarBefore = "2021-2026",
                calendar = "with-2027",
                provisionalBefore = true,
                provisional = false,
            }
        );
        @case.RecomputeDeadlines(With2027, At("2026-12-31")).ShouldBe(0);
    }

    [Fact, Rule("TIME-RULE-VERSION")]
    public void A_deadline_that_is_over_or_met_stays_where_it_was()
    {
        var dayOff = new WorkingCalendar("day-off", [2026], [new(Date("2026-12-21"), "调休")], [], []);

        var running = DecidedInDecember();
        running.RecomputeDeadlines(dayOff, At("2026-12-22")).ShouldBe(1); // its last day is not over
        running.Deadline(DeadlineKind.ReportBack).LastDay.ShouldBe(Date("2026-12-23"));
        running.PaymentOrder!.DueOn.ShouldBe(Date("2027-01-03"));

        var over = DecidedInDecember();
        over.RecomputeDeadlines(dayOff, At("2026-12-23")).ShouldBe(0);
        over.Deadline(DeadlineKind.ReportBack).LastDay.ShouldBe(Date("2026-12-22"));

        var met = DecidedInDecember();
        met.ReportBack(At("2026-12-20"));
        met.RecomputeDeadlines(dayOff, At("2026-12-20")).ShouldBe(0);
    }

    [Fact]
    public void A_deadline_is_met_or_ended_once_and_sorts_by_a_number_that_is_never_negative()
    {
        var id = new Guid("00000000-0000-0000-ffff-fffffffffffe");
        var due = Deadline.From(PaymentTerm.Fifteen, Date("2024-09-18"), Shipped);
        var (met, ended) = (Decide().AddDeadline(id, DeadlineKind.Call, due, "A1"), Decide().AddDeadline(id, DeadlineKind.Call, due, null));

        met.Meet(At("2024-09-20"));
        met.Meet(At("2024-09-21"));
        met.End(At("2024-09-22"));
        ended.End(At("2024-09-20"));
        ended.End(At("2024-09-21"));
        ended.Meet(At("2024-09-22"));

        (met.MetAt, met.EndedAt, met.IsOpen).ShouldBe((At("2024-09-20"), null, false));
        (ended.MetAt, ended.EndedAt, ended.IsOpen).ShouldBe((null, At("2024-09-20"), false));
        met.Seq.ShouldBe(0x7fff_ffff_ffff_fffe);
        met.ShouldHave(
            new
            {
                Id = id,
                Kind = DeadlineKind.Call,
                Rule = "APL-67-2",
                LastDay = Date("2024-10-08"),
                IsProvisional = false,
                CalendarVersion = "2021-2026",
                Reference = "A1",
            }
        );
    }

    private static readonly WorkingCalendar With2027 = new("with-2027", [2026, 2027, 2028], [new(Date("2027-01-01"), "元旦")], [], []);

    /// <summary>On Saturday 2026-12-19: to be reported back by Tuesday, to be paid by 3 January 2027, of which no calendar is loaded.</summary>
    private static EnforcementCase DecidedInDecember()
    {
        var at = At("2026-12-19", 9);
        return Decide(
            Facts with
            {
                CommittedAt = at.AddHours(-1),
                CertificatesShownAt = at.AddHours(-1),
                Evidence = [Facts.Evidence[0] with { TakenAt = at.AddHours(-1) }],
                DecidedAt = at,
                HandedOverAt = at,
                Notice = Facts.Notice with { NotifiedAt = at },
            }
        );
    }
}
