using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;
using CallToPerform = EnforcementCases.Domain.Cases.Ordinary.CallToPerform;
using LawOfCalls = EnforcementCases.Domain.Cases.Enforcement.CallToPerform;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Paying and executing as acts. 行政处罚法 第六十六条至第七十三条; 行政强制法 第三十四条至第五十八条.</summary>
public sealed class PerformanceTests
{
    internal static readonly string Sha = new('a', 64);

    [Fact, Rule("APL-66")]
    public void Deferral_is_applied_for_then_approved_and_each_part_has_its_deadline()
    {
        var played = PerformedCase.Served();
        played.Obstacles(CaseAct.DecideDeferral, "2024-09-25").ShouldBe([DeferralOfPayment.NotAppliedFor]);
        played.Do(Apply("2024-09-24")).Do(Approve("2024-09-25", 400, 600), Role.Head);

        played.Open(DeadlineKind.Payment).ShouldBeNull();
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Instalment)
            .Select(d => (d.LastDay, d.DueFen))
            .ShouldBe([(Date("2024-11-29"), 40_000), (Date("2024-12-31"), 100_000)]);
        played.Case.OwedUntil.ShouldBe(Date("2024-11-29")); // not late on 2024-10-08 any more

        played.Pay(400, "2024-11-20").Open(DeadlineKind.Instalment)!.LastDay.ShouldBe(Date("2024-12-31"));
        played.Case.OwedUntil.ShouldBe(Date("2024-12-31"));
        played.Pay(600, "2024-12-20").Open(DeadlineKind.Instalment).ShouldBeNull();
        played.Case.OwedUntil.ShouldBeNull();
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Instalment)
            .Select(d => d.MetAt)
            .ShouldBe([At("2024-11-20", 12), At("2024-12-20", 12)]); // each by its own payment
        played.Case.PaymentOrder!.State.ShouldBe(PaymentState.Paid);
        played.Obstacles(CaseAct.ApplyForDeferral, "2024-12-21").ShouldBe([PaymentsOfCase.OverFine]);
    }

    [Fact, Rule("APL-66")]
    public void Deferral_is_refused_without_proof_and_where_its_parts_do_not_add_up()
    {
        var played = PerformedCase.Served();
        Refused(() => played.Do(Apply("2024-09-24") with { Application = new(Date("2024-09-24"), "停业", []) }))
            .ShouldBe(OrdinaryFile.Incomplete);
        Refused(() => played.Do(Apply("2024-09-24") with { Application = new(Date("2024-09-25"), "停业", [Sha]) }))
            .ShouldBe(OrdinaryFile.TooEarly);
        played.Do(Apply("2024-09-24"));
        Refused(() => played.Do(Approve("2024-09-25", 400, 500), Role.Head)).ShouldBe(DeferralOfPayment.PlanDoesNotAddUp);
        played.Do(new DecideDeferral { DoneAt = At("2024-09-25"), Opinion = "理由不足" }, Role.Head);
        played.File.Paying.DeferralRequest.ShouldBeNull();
        played.Open(DeadlineKind.Payment).ShouldNotBeNull();
    }

    [Fact, Rule("APL-72-2")]
    public void A_deferral_longer_than_the_remedies_moves_the_window_of_the_court()
    {
        var played = PerformedCase.Served();
        played.Open(DeadlineKind.CourtApplication)!.LastDay.ShouldBe(Date("2025-06-24")); // six months end on Sunday 03-23
        played.Do(Apply("2024-09-24"));
        played.Do(
            new DecideDeferral
            {
                DoneAt = At("2024-09-25"),
                Opinion = "同意",
                Term = new(Date("2024-10-09"), [new(Date("2025-09-30"), 100_000)]),
            },
            Role.Head
        );
        played.Open(DeadlineKind.CourtApplication)!.LastDay.ShouldBe(Date("2025-12-30"));
        played.Open(DeadlineKind.CourtApplication)!.Rule.ShouldBe("APL-72-2");
    }

    [Theory, Rule("APL-72-1")]
    [InlineData("2024-10-08", 0)]
    [InlineData("2024-10-20", 360_00)]
    [InlineData("2024-11-10", 990_00)]
    [InlineData("2025-03-01", 1_000_00)]
    public void Surcharge_is_decided_as_counted_and_not_otherwise(string day, long fen)
    {
        var played = PerformedCase.Served();
        if (fen == 0)
        {
            Refused(() => played.Do(Surcharge(day, 30_00), Role.Head)).ShouldBe(LatePaymentSurcharge.NotOverdue);
            return;
        }
        Refused(() => played.Do(Surcharge(day, fen - 1), Role.Head)).ShouldBe(LatePaymentSurcharge.WrongAmount);
        Refused(() => played.Do(Surcharge(day, fen) with { StandardNotified = false }, Role.Head))
            .ShouldBe(LatePaymentSurcharge.StandardNotNotified);
        played.Do(Surcharge(day, fen), Role.Head);
        played.Case.PaymentOrder!.SurchargeOwed.Fen.ShouldBe(fen);
        played.File.Duties.Open().ShouldBe(["缴纳罚款", "缴纳加处罚款"]);
    }

    [Fact, Rule("APL-72-1")]
    public void A_fine_paid_late_can_still_be_surcharged_and_the_case_waits_for_it()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-20");
        played.File.Duties.Open().ShouldBeEmpty();
        played.Do(Surcharge("2024-10-25", 360_00), Role.Head);
        played.Case.PaymentOrder!.State.ShouldBe(PaymentState.PartlyPaid);
        played.File.Duties.Open().ShouldBe(["缴纳加处罚款"]);
        played.Pay(360, "2024-10-26").Case.PaymentOrder!.State.ShouldBe(PaymentState.Paid);
        Refused(() => played.Pay(1, "2024-10-27")).ShouldBe(PaymentsOfCase.OverFine);
    }

    [Fact, Rule("APL-73-3")]
    public void No_surcharge_counts_while_a_remedy_runs()
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14"));
        Refused(() => played.Do(Surcharge("2024-11-10", 990_00), Role.Head)).ShouldBe(LatePaymentSurcharge.WrongAmount);
        played.Reopen().Do(Surcharge("2024-11-10", 150_00), Role.Head); // 10-09 to 10-13
    }

    [Fact, Rule("ACL-35")]
    public void A_call_names_what_is_owed_and_comes_after_the_term()
    {
        var played = PerformedCase.Served();
        Refused(() => played.Do(Call("2024-10-08"))).ShouldBe(CallToPerform.NotOverdue);
        Refused(() => played.Do(Call("2024-10-09") with { AmountFen = null })).ShouldBe(LawOfCalls.Incomplete);
        Refused(() => played.Do(Call("2024-10-09") with { AmountFen = 999_00 })).ShouldBe(LawOfCalls.Incomplete);
        Refused(() => played.Do(Call("2024-10-09") with { RightsNotified = false })).ShouldBe(LawOfCalls.Incomplete);
        Refused(() => played.Do(Call("2024-10-09") with { PerformBy = Date("2024-10-08") })).ShouldBe(LawOfCalls.Incomplete);
        played.Obstacles(CaseAct.HearCallDefence, "2024-10-09").ShouldBe([ExecutionGates.NotCalled]);
        played.Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-10");
        played.Reopen().File.Calls.ServedOn.ShouldBe(Date("2024-10-10"));
        played.Open(DeadlineKind.Call)!.Rule.ShouldBe("ACL-54");
        Refused(() => played.Do(Answer("2024-10-11", [], []))).ShouldBe(OrdinaryFile.Incomplete);
    }

    [Fact, Rule("ACL-53"), Rule("ACL-54"), Rule("ACL-55")]
    public void The_court_is_asked_inside_its_window_ten_working_days_after_the_call()
    {
        var played = PerformedCase.Served();
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-01").ShouldBe([CourtApplying.CallNotRun]);
        played.Do(Call("2025-03-20")).Serve(DocumentKind.CallToPerform, "2025-03-20");
        Refused(() => played.Do(ToCourt("2025-03-24"), Role.Head)).ShouldBe(CourtApplying.TooEarly);
        Refused(() => played.Do(ToCourt("2025-04-03"), Role.Head)).ShouldBe(CourtApplying.CallNotRun);
        Refused(() => played.Do(ToCourt("2025-06-25"), Role.Head)).ShouldBe(CourtApplying.TooLate);
        Refused(() => played.Do(ToCourt("2025-04-08"))).ShouldBe(CourtApplying.PapersMissing); // nobody but the head signs
        played.Do(Answer("2025-03-25", ["确有困难"], []));
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-08").ShouldBe([LawOfCalls.AnswerNotRechecked]);
        played.Do(Answer("2025-03-25", ["确有困难"], ["不成立"]));

        played.Do(ToCourt("2025-04-08"), Role.Head);
        played.Open(DeadlineKind.CourtApplication).ShouldBeNull();
        played.Open(DeadlineKind.Call).ShouldBeNull();
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-09").ShouldBe([ExecutionGates.AlreadyWithCourt]);
    }

    [Fact, Rule("ACL-53")]
    public void Who_has_performed_is_not_taken_to_court()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01");
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-08").ShouldContain(CourtApplying.NotOpen);
    }

    [Fact, Rule("ACL-56-58")]
    public void Steps_of_the_court_follow_each_other_and_are_tracked()
    {
        var played = WithCourt();
        Refused(() => played.Do(Step(CourtStep.Accepted, "2025-04-10"))).ShouldBe(CourtPhase.CourtStepOutOfOrder);
        Refused(() => played.Do(Step(CourtStep.Received, "2025-04-07"))).ShouldBe(CourtPhase.CourtStepOutOfOrder);
        played.Do(Step(CourtStep.Received, "2025-04-09")).File.Court.OpenDates(Shipped).Single().LastDay.ShouldBe(Date("2025-04-16"));
        played.Do(Step(CourtStep.Accepted, "2025-04-16")).Do(Step(CourtStep.Granted, "2025-04-25"));
        played.File.Court.OpenDates(Shipped).ShouldBeEmpty();
        played.Reopen().Do(Step(CourtStep.Ended, "2025-05-30")).File.Court.Progress!.EndedOn.ShouldBe(Date("2025-05-30"));
        played.File.Court.IsRunning.ShouldBeFalse();
    }

    [Fact, Rule("ACL-56-58")]
    public void After_the_courts_refusal_it_may_be_asked_again()
    {
        var played = WithCourt().Do(Step(CourtStep.Received, "2025-04-09")).Do(Step(CourtStep.NotAccepted, "2025-04-15"));
        played.File.Court.OpenDates(Shipped).Single().LastDay.ShouldBe(Date("2025-04-30"));
        played.Obstacles(CaseAct.ApplyToCourt, "2025-04-16").ShouldBeEmpty();
    }

    [Fact, Rule("ACL-13"), Rule("ACL-37"), Rule("ACL-46")]
    public void The_organ_executes_only_where_a_law_says_so()
    {
        var without = PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        Refused(() => without.Do(Execute(), Role.Head)).ShouldBe(ExecutionPower.None);
        Refused(() => without.Do(Execute() with { Power = ByLaw }, Role.Head)).ShouldBe(ExecutionPower.NotOfMatter); // what is typed gives no power
        Refused(() => without.Do(Execute() with { Money = null }, Role.Head)).ShouldBe(ExecutionPower.None);

        var played = Empowered().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        Refused(() => played.Do(Execute() with { Power = new(new("《条例》", "第一条"), InstrumentLevel.Law) }, Role.Head))
            .ShouldBe(ExecutionPower.NotOfMatter);
        Refused(() => played.Do(Execute() with { Power = ByLaw with { Level = InstrumentLevel.LocalRegulation } }, Role.Head))
            .ShouldBe(ExecutionPower.NotOfMatter);
        Refused(() => played.Do(Execute() with { Money = MoneyExecutionWay.ByCourt }, Role.Head)).ShouldBe(ExecutionPower.None);
        Refused(() => played.Do(Execute() with { Money = null }, Role.Head)).ShouldBe(ExecutionPower.None); // the law speaks of money
        Refused(() => played.Do(Execute(), Role.Head)).ShouldBe(ExecutionOfMoney.SurchargeTooShort);
        Refused(() => played.Do(Execute() with { Money = MoneyExecutionWay.AuctionOfSealedGoods }, Role.Head))
            .ShouldBe(ExecutionOfMoney.MayNotAuction);
        Refused(() => played.Do(Execute() with { Times = new(At("2024-11-23"), At("2024-11-23", 12), null, false) }, Role.Head))
            .ShouldBe(ExecutionOfMoney.SurchargeTooShort);
        played.Do(Surcharge("2024-11-07", 900_00), Role.Head);
        Refused(() => played.Do(Execute() with { Times = new(At("2024-11-23"), At("2024-11-23", 12), null, false) }, Role.Head))
            .ShouldBe(ExecutionTime.OnHoliday);
        played.Do(Execute() with { Power = ByLaw }, Role.Head).File.Papers.ShouldContain(p => p.Kind == DocumentKind.ExecutionDecision);
    }

    /// <summary>城乡规划法: a town removes itself (65), a street after the county government's charge (68), and nobody without an order on a structure.</summary>
    [Theory, Rule("ACL-13"), Rule("ORDER-ALONE")]
    [InlineData(true, null, "《城乡规划法》第六十五条")]
    [InlineData(false, "责成有关部门", "《城乡规划法》第六十八条")]
    [InlineData(false, null, null)]
    public void The_power_over_structures_comes_from_the_provision(bool townOnly, string? force, string? basis)
    {
        var structure = AViolation
            .With(branches: [new() { Orders = [CorrectiveOrder.DemolishByDate] }], force: force, townOnly: townOnly)
            .Structure!;

        structure.PowerOver(ExecutedDuty.Structure)?.ToString().ShouldBe(basis);
        structure.PowerOver(ExecutedDuty.Money).ShouldBeNull();
        structure.PowerOver(ExecutedDuty.Other).ShouldBeNull();
    }

    [Fact, Rule("ACL-35"), Rule("ACL-43"), Rule("REC-118-1")]
    public void A_decision_to_execute_is_carried_out_once_served_by_day_and_on_film()
    {
        var played = Empowered().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played.Do(Surcharge("2024-11-07", 900_00), Role.Head);
        played.Obstacles(CaseAct.CarryOutExecution, "2024-11-22").ShouldBe([ExecutionGates.ExecutionNotDecided]);
        played.Do(Execute(), Role.Head);
        Refused(() => played.Do(Carry("2024-11-22"))).ShouldBe(ExecutionPhase.ExecutionNotServed);
        played.Serve(DocumentKind.ExecutionDecision, "2024-11-21");
        Refused(() => played.Do(Carry("2024-11-20"))).ShouldBe(ExecutionPhase.ExecutionNotServed);
        Refused(() => played.Do(Carry("2024-11-20") with { DoneAt = At("2024-11-22", 15) })) // written down when it was served, done before
            .ShouldBe(ExecutionPhase.ExecutionNotServed);
        Refused(() => played.Do(Carry("2024-11-22") with { MediaSha256 = [] })).ShouldBe(RecordingMatrix.AlwaysRecordedMissing);
        Refused(() => played.Do(Carry("2024-11-22") with { Signature = new(false) })).ShouldBe(InvestigationRecords.Incomplete);
        Refused(() => played.Do(Carry("2024-11-23"))).ShouldBe(ExecutionTime.OnHoliday);
        Refused(() => played.Do(Carry("2024-11-22") with { DoneAt = At("2024-11-22", 10) })).ShouldBe(OrdinaryFile.AfterTheAct);
        Refused(() => played.Do(Carry("2024-11-22") with { RemovesStructure = true })).ShouldBe(RemovalOfStructures.NotOrdered);

        played.Do(Carry("2024-11-22") with { Completed = false }).Reopen().Do(Carry("2024-11-25"));

        played.Obstacles(CaseAct.CarryOutExecution, "2024-11-26").ShouldBe([ExecutionGates.ExecutionNotDecided]);
    }

    [Fact, Rule("ACL-44")]
    public void A_structure_falls_only_after_its_notice_and_after_both_remedies_ran_out()
    {
        var played = ToDemolish().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played.Do(Announce("2025-03-26"), Role.Head);
        played.Do(Execute() with { Money = null }, Role.Head).Serve(DocumentKind.ExecutionDecision, "2024-11-21");
        Refused(() => played.Do(Carry("2025-03-24") with { RemovesStructure = true })).ShouldBe(RemovalOfStructures.RemediesOpen);
        Refused(() => played.Do(Carry("2025-03-24"))).ShouldBe(RemovalOfStructures.RemediesOpen); // what was announced is one, whatever is said

        played.Do(Carry("2025-03-26") with { RemovesStructure = true }).File.Execution.Decided.ShouldBeNull();
    }

    [Fact, Rule("CPL-95")]
    public void A_public_notice_that_is_entered_late_served_on_its_own_day()
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09"));
        Refused(() => played.Do(ByNotice("2024-11-10"))).ShouldBe(ServeDocument.NotYetServed);
        played.Do(ByNotice("2024-11-20"));

        played.File.Calls.ServedOn.ShouldBe(Date("2024-11-11")); // thirty days end on Saturday the 9th
        played.Reopen().File.Calls.ServedOn.ShouldBe(Date("2024-11-11"));

        ServeDocument ByNotice(string entered) =>
            new()
            {
                DoneAt = At(entered, 11),
                DocumentIds = [played.File.Papers.Last(p => p.Kind == DocumentKind.CallToPerform).DocumentId],
                Return = new()
                {
                    Addressee = "张三",
                    Way = ServiceWay.PublicNotice,
                    Place = "街道公告栏",
                    Servers = [],
                    NoticeIssuedOn = Date("2024-10-10"),
                    NoticeReason = "下落不明",
                    FailedBefore =
                    [
                        new(ServiceWay.Direct, Date("2024-10-09"), "住所无人"),
                        new(ServiceWay.Post, Date("2024-10-09"), "退回"),
                    ],
                },
            };
    }

    [Fact, Rule("CPL-89"), Rule("REC-118-2")]
    public void What_is_left_at_the_door_is_filmed_where_the_place_asks_for_it()
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09"));
        Refused(() => played.Do(Leave())).ShouldBe(RecordingMatrix.PlaceRecordedMissing);

        played.Do(Leave(Sha)).File.Calls.ServedOn.ShouldBe(Date("2024-10-10"));

        ServeDocument Leave(params string[] film) =>
            new()
            {
                DoneAt = At("2024-10-11", 11),
                DocumentIds = [played.File.Papers.Last(p => p.Kind == DocumentKind.CallToPerform).DocumentId],
                Return = new()
                {
                    Addressee = "张三",
                    Way = ServiceWay.Left,
                    Place = "某路 1 号",
                    Servers = [OfficerA, OfficerB],
                    ArrivedAt = At("2024-10-10", 10),
                    RefusalReason = "拒绝签收",
                    Witnesses = [new("王某", "某社区居民委员会", Signed: true)],
                    MediaSha256 = film,
                },
            };
    }

    [Fact, Rule("ACL-50-51"), Rule("ACL-43"), Rule("REC-118-1")]
    public void Performance_by_others_needs_call_decision_second_call_and_film()
    {
        var played = PerformedCase.Served();
        played.Obstacles(CaseAct.CarryOutSubstitute, "2024-10-30").ShouldBe([PerformanceByOthers.DecisionIncomplete]);
        Refused(() => played.Do(Substitute("2024-10-18"), Role.Head)).ShouldBe(PerformanceByOthers.NotCalledUpon);
        played.Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        Refused(() => played.Do(Substitute("2024-10-18") with { Harm = null }, Role.Head)).ShouldBe(PerformanceByOthers.NotOpen);
        Refused(() => played.Do(Substitute("2024-10-28"), Role.Head)).ShouldBe(PerformanceByOthers.SecondCallTooLate); // too near to call again in time
        played.Do(Substitute("2024-10-18"), Role.Head);
        Refused(() => played.Do(CarryOut("2024-10-30"))).ShouldBe(PerformanceByOthers.DecisionIncomplete);
        played.Serve(DocumentKind.SubstitutePerformance, "2024-10-21");
        Refused(() => played.Do(CarryOut("2024-10-30"))).ShouldBe(PerformanceByOthers.SecondCallTooLate);
        played.Do(Call("2024-10-22")).Serve(DocumentKind.CallToPerform, "2024-10-22");
        played.Reopen();
        played.File.Calls.ServedOn.ShouldBe(Date("2024-10-09")); // the first one counts for the term
        Refused(() => played.Do(CarryOut("2024-10-30") with { MediaSha256 = [] })).ShouldBe(RecordingMatrix.AlwaysRecordedMissing);
        Refused(() => played.Do(CarryOut("2024-10-30") with { Violent = true })).ShouldBe(PerformanceByOthers.Violence);
        Refused(() =>
                played.Do(
                    CarryOut("2024-10-30") with
                    {
                        DoneAt = At("2024-10-30", 23),
                        Attendance = PerformedCase.Both("2024-10-30") with { CertificatesShownAt = At("2024-10-30", 22) },
                        Times = new(At("2024-10-30", 23), At("2024-10-30", 23), null, false),
                    }
                )
            )
            .ShouldBe(ExecutionTime.AtNight);
        var early = CarryOut("2024-10-30") with
        {
            Attendance = PerformedCase.Both("2024-10-29"),
            Times = new(At("2024-10-29", 9), At("2024-10-29", 11), null, false),
        };
        var dear = CarryOut("2024-10-30") with { ActualCostFen = 500_01 };
        Refused(() => played.Do(dear)).ShouldBe(PerformanceByOthers.CostUnexplained);
        Refused(() => played.Do(dear with { CostBecause = "现场多出三车渣土", Violent = true })).ShouldBe(PerformanceByOthers.Violence); // the cost is not in the way
        Refused(() => played.Do(early)).ShouldBe(PerformanceByOthers.BeforeItsDay); // the day of the work counts, not that of its record
        played.Do(CarryOut("2024-10-30") with { DoneAt = At("2024-11-04", 15) }).File.Execution.Substitute.ShouldBeNull();
    }

    [Fact, Rule("ACL-52")]
    public void What_must_go_at_once_is_cleared_without_a_call_and_filmed()
    {
        var played = PerformedCase.Served();
        var clear = new RemoveAtOnce
        {
            DoneAt = At("2024-10-09"),
            Attendance = PerformedCase.Both("2024-10-09"),
            Clearing = new(ThingToClear.Spill, PlaceToClear.Road, "影响通行", true, true, At("2024-10-09", 9), null, [Sha]),
        };
        Refused(() => played.Do(clear with { Clearing = clear.Clearing with { VideoSha256 = [] } }))
            .ShouldBe(ImmediatePerformance.NotFilmed);
        Refused(() => played.Do(clear with { Clearing = clear.Clearing with { PartyPresent = false } }))
            .ShouldBe(ImmediatePerformance.PartyNotNotified);
        Refused(() => played.Do(clear with { Attendance = new([new(OfficerA, "A-1")], At("2024-10-09", 8)) }))
            .ShouldBe(EnforcementCases.Domain.Personnel.OfficersPresent.TooFew);
        played.Do(clear);
    }

    [Fact, Rule("ACL-44")]
    public void A_removal_waits_until_both_remedies_have_run_out()
    {
        var played = PerformedCase.ServedToDemolish().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        Refused(() => played.Do(Announce("2025-03-24"), Role.Head)).ShouldBe(RemovalOfStructures.RemediesOpen);
        Refused(() => played.Do(Announce("2025-03-26") with { MediaSha256 = [] }, Role.Head)).ShouldBe(OrdinaryFile.Incomplete);
        played.Do(Announce("2025-03-26"), Role.Head);
        played.Do(Remedy("2024-10-30", "2024-11-01"));
        Refused(() => played.Do(Announce("2025-03-26", "2024-11-04"), Role.Head)).ShouldBe(RemovalOfStructures.RemediesOpen);
    }

    [Fact, Rule("APL-73-1")]
    public void A_remedy_does_not_stop_execution_and_an_order_does()
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played.Do(Remedy("2024-10-10", "2024-10-14"));
        played.Do(Substitute("2024-10-18"), Role.Head);
        played.Do(
            Remedy("2024-10-10", "2024-10-14", "2024-10-18") with
            {
                Stays = [new(StayOrderedBy.Court, "停字1号", Date("2024-10-17"))],
            }
        );
        Refused(() => played.Do(Substitute("2024-10-18"), Role.Head)).ShouldBe(StayOfExecution.Stayed);
    }

    [Fact, Rule("REF-ORDER")]
    public void A_deferral_is_asked_for_and_an_agreement_made_after_the_decision_was_served()
    {
        var played = PerformedCase.Served();
        var (served, before) = (played.File.Service.DecisionServedOn!.Value, played.File.Service.DecisionServedOn!.Value.AddDays(-1));
        var (asked, agreed) = (Apply("2024-10-09"), Agree(3_000_00, 0));
        AppliedOn(before).ShouldRefuse(OrderOfActs.BeforeItsGround, $"处罚决定书的送达（{served:yyyy-MM-dd}）");
        AgreedOn(before).ShouldRefuse(OrderOfActs.BeforeItsGround, $"处罚决定书的送达（{served:yyyy-MM-dd}）");
        AppliedOn(served).ShouldRefuse(null);

        Action AppliedOn(DateOnly day) => played.Doing(asked with { Application = asked.Application with { AppliedOn = day } });
        Action AgreedOn(DateOnly day) => played.Doing(agreed with { Agreement = agreed.Agreement with { AgreedOn = day } }, Role.Head);
    }

    [Fact, Rule("ACL-39-42")]
    public void A_paused_execution_waits_and_an_ended_one_is_over()
    {
        var played = PerformedCase.Served();
        played.Obstacles(CaseAct.ResumeExecution, "2024-10-09").ShouldBe([ExecutionGates.NoPauseRuns]);
        played.Do(
            new PauseExecution
            {
                DoneAt = At("2024-10-09"),
                Ground = ExecutionPauseGround.HardshipOrNoMeans,
                Reason = "停业",
                Harmless = true,
                Unable = true,
            },
            Role.Head
        );
        played.Obstacles(CaseAct.CallToPerform, "2024-10-10").ShouldBe([ExecutionGates.ExecutionPaused]);
        var end = new EndExecution
        {
            DoneAt = At("2024-10-10"),
            Ground = ExecutionEndGround.PausedThreeYears,
            Reason = "无力履行",
        };
        Refused(() => played.Do(end, Role.Head)).ShouldBe(PauseAndEnd.NotThreeYears);
        played.Do(new ResumeExecution { DoneAt = At("2024-10-10"), Reason = "恢复营业" }, Role.Head);
        played.Obstacles(CaseAct.CallToPerform, "2024-10-10").ShouldBeEmpty();
        Refused(() => played.Do(end with { Ground = ExecutionEndGround.DecisionRevoked }, Role.Head))
            .ShouldBe(PauseAndEnd.GroundDoesNotFit);
        played.Do(end with { Ground = ExecutionEndGround.CitizenDied }, Role.Head);
        played.Obstacles(CaseAct.CallToPerform, "2024-10-11").ShouldBe([ExecutionGates.ExecutionOver]);
        played.Open(DeadlineKind.CourtApplication).ShouldBeNull();
    }

    [Fact, Rule("ACL-39-42")]
    public void An_agreement_may_cut_the_surcharge_and_never_the_fine()
    {
        var played = PerformedCase.Served().Do(Surcharge("2024-10-20", 360_00), Role.Head);
        Refused(() => played.Do(Agree(900_00, 0), Role.Head)).ShouldBe(AgreementOnPerforming.FineCut);
        Refused(() =>
                played.Do(Agree(1_000_00, 0) with { Agreement = Agree(1_000_00, 0).Agreement with { RemedialMeasures = null } }, Role.Head)
            )
            .ShouldBe(AgreementOnPerforming.NoRemedialMeasures);
        played.Do(Agree(1_000_00, 60_00), Role.Head);
        played.Case.PaymentOrder!.SurchargeOwed.ShouldBe(Money.Yuan(60));
        played.Open(DeadlineKind.Instalment)!.DueFen.ShouldBe(1_060_00);
        played.Reopen().Do(Surcharge("2024-10-25", 510_00), Role.Head);
        played.Case.PaymentOrder.SurchargeOwed.ShouldBe(Money.Yuan(210)); // what was let off stays off
    }

    internal static DomainError Refused(Action act) => new[] { act.ShouldThrow<DomainException>() }.Errors()[0];

    internal static EnterRemedy Remedy(string appliedOn, string acceptedOn, string? on = null) =>
        new()
        {
            DoneAt = At(on ?? acceptedOn),
            Kind = RemedyKind.Reconsideration,
            RemedyNumber = "复1号",
            Before = "滨海新区人民政府",
            AppliedOn = Date(appliedOn),
            AcceptedOn = Date(acceptedOn),
        };

    internal static DecideSurcharge Surcharge(string on, long fen) =>
        new()
        {
            DoneAt = At(on, 20),
            CountedThrough = Date(on),
            AmountFen = fen,
            StandardNotified = true,
            Opinion = "同意",
        };

    internal static readonly ExecutionPowerBasis ByLaw = new(new("《城乡规划法》", "第六十八条"), InstrumentLevel.Law);

    internal static ApplyForDeferral Apply(string on) => new() { DoneAt = At(on), Application = new(Date(on), "停业", [Sha]) };

    internal static DecideDeferral Approve(string on, long first, long second) =>
        new()
        {
            DoneAt = At(on),
            Opinion = "同意",
            Term = new(Date("2024-10-09"), [new(Date("2024-11-29"), first * 100), new(Date("2024-12-31"), second * 100)]),
        };

    internal static CallToPerform Call(string on) =>
        new()
        {
            DoneAt = At(on),
            PerformBy = Date(on).AddDays(7),
            Manner = "到指定银行缴纳",
            AmountFen = 1_000_00,
            PaymentManner = "银行转账",
            RightsNotified = true,
        };

    internal static HearCallDefence Answer(string on, string[] words, string[] rechecks) =>
        new() { DoneAt = At(on, 15), Answer = new(words, rechecks) };

    internal static ApplyToCourt ToCourt(string on) =>
        new()
        {
            DoneAt = At(on, 16),
            CourtName = "滨海新区人民法院",
            Place = CourtPlace.OfTheOrgan,
            RealEstate = false,
            ObjectOfExecution = "罚款 1000 元",
            Papers = CourtApplying.Mandatory,
            Sealed = true,
        };

    internal static PerformedCase WithCourt() =>
        PerformedCase.Served().Do(Call("2025-03-20")).Serve(DocumentKind.CallToPerform, "2025-03-20").Do(ToCourt("2025-04-08"), Role.Head);

    internal static EnterCourtStep Step(CourtStep step, string on) =>
        new()
        {
            DoneAt = At(on, 17),
            Step = step,
            On = Date(on),
        };

    /// <summary>A case in which a law lets the organ collect money by force.</summary>
    internal static PerformedCase Empowered() => PerformedCase.Served().Empowered(money: ByLaw.Basis);

    /// <summary>A case with an order to demolish, in which a law lets the organ remove by force.</summary>
    internal static PerformedCase ToDemolish() => PerformedCase.ServedToDemolish().Empowered(structure: ByLaw.Basis);

    internal static DecideExecution Execute() =>
        new()
        {
            DoneAt = At("2024-11-20"),
            Money = MoneyExecutionWay.ByOrgan,
            PartyAddress = "某路 1 号",
            ReasonsAndBasis = "逾期不缴",
            Manner = "划拨",
            Times = new(At("2024-11-22"), At("2024-11-22", 12), null, false),
            Remedies = "申请行政复议或者提起行政诉讼",
            Sealed = true,
        };

    internal static CarryOutExecution Carry(string on) =>
        new()
        {
            DoneAt = At(on, 15),
            Attendance = PerformedCase.Both(on),
            Times = new(At(on, 9), At(on, 11), null, false),
            RemovesStructure = false,
            Result = "划拨到账",
            Completed = true,
            Signature = new(true),
            MediaSha256 = [Sha],
        };

    internal static DecideSubstitute Substitute(string on) =>
        new()
        {
            DoneAt = At(on, 15),
            RemovalOrRestoration = true,
            Harm = HarmOfNonPerformance.Traffic,
            ReasonsAndBasis = "占道",
            ObjectAndManner = "棚亭，拆移",
            PerformOn = Date("2024-10-30"),
            CostEstimateFen = 500_00,
            Performer = "某清运公司",
            PerformerDisinterested = true,
        };

    internal static CarryOutSubstitute CarryOut(string on) =>
        new()
        {
            DoneAt = At(on, 15),
            Attendance = PerformedCase.Both(on),
            Times = new(At(on, 9), At(on, 11), null, false),
            SignedByOfficer = true,
            SignedByPerformer = true,
            SignedByPartyOrWitness = true,
            ActualCostFen = 480_00,
            Violent = false,
            MediaSha256 = [Sha],
        };

    internal static AnnounceRemoval Announce(string removeOn, string on = "2024-11-04") =>
        new()
        {
            DoneAt = At(on),
            SelfRemovalBy = Date("2024-11-29"),
            RemoveOn = Date(removeOn),
            Structure = "彩钢房",
            PostedAt = "某路 1 号",
            MediaSha256 = [Sha],
        };

    internal static AgreeOnExecution Agree(long fineFen, long surchargeFen) =>
        new()
        {
            DoneAt = At("2024-10-22"),
            Agreement = new(
                Date("2024-10-22"),
                [new(Date("2024-12-31"), fineFen + surchargeFen)],
                fineFen,
                surchargeFen,
                "已恢复原状",
                false
            ),
        };
}
