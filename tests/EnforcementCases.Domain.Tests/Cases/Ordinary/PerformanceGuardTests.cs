using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Enforcement;
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
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PerformanceTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.RemedyAndClosingTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;
using ArchiveAct = EnforcementCases.Domain.Cases.Ordinary.Archive;
using LawOfCalls = EnforcementCases.Domain.Cases.Enforcement.CallToPerform;
using OrdinaryCall = EnforcementCases.Domain.Cases.Ordinary.CallToPerform;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Edges of paying, calling, executing, remedies and closing: days that are just in time, amounts that just fit, orders that stop.</summary>
public sealed class PerformanceGuardTests
{
    private static readonly StayOrder Stay = new(StayOrderedBy.Court, "停字1号", Date("2024-10-12"));

    [Fact, Rule("ACL-35"), Rule("ACL-54")]
    public void Nobody_is_called_before_a_duty_is_overdue_and_a_call_that_names_no_sum_carries_no_money_to_the_court()
    {
        var call = Call("2024-10-01") with { AmountFen = null, PaymentManner = null };
        PerformedCase.Served().Doing(call).ShouldRefuse(OrdinaryCall.NotOverdue, "没有逾期");
        PerformedCase.Served(correctBy: "2024-10-01").Doing(call).ShouldRefuse(OrdinaryCall.NotOverdue);

        var played = PerformedCase.Served(correctBy: "2024-09-30").Do(call).Serve(DocumentKind.CallToPerform, "2024-10-01");
        played.Doing(ToCourt("2025-04-08"), Role.Head).ShouldRefuse(CourtApplying.CallNotRun, "没有");
        played.Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played.Doing(ToCourt("2025-04-08"), Role.Head).ShouldRefuse(null);
    }

    /// <summary>Handled again on 2024-10-21: ninety days, and the ten that are taken out.</summary>
    [Fact, Rule("APL-60")]
    public void The_ninety_days_of_a_case_that_is_handled_again_run_from_then()
    {
        var played = PerformedCase.Served();
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
        played.Open(DeadlineKind.Decision)!.LastDay.ShouldBe(Date("2025-01-19"));
        played.Do(
            new SuspendCase
            {
                DoneAt = At("2024-11-01"),
                Reason = "等待鉴定",
                TermStandsStillBy = new("《某规定》", "第九条", InstrumentLevel.DepartmentalRule),
            },
            Role.Head
        );

        played.Do(new ResumeCase { DoneAt = At("2024-11-11"), Reason = "鉴定完成" }, Role.Head);

        played.Open(DeadlineKind.Decision)!.LastDay.ShouldBe(Date("2025-01-29"));
    }

    /// <summary>Parts that were agreed take the place of the day of the order; none of them makes the fine late before that day.</summary>
    [Theory, Rule("ACL-39-42"), Rule("APL-67-2")]
    [InlineData("2024-11-20", "2024-11-20")]
    [InlineData("2024-10-01", "2024-10-08")]
    public void What_is_paid_in_parts_is_waited_for_by_the_next_one_and_never_before_the_fifteen_days_are_over(string part, string until)
    {
        var played = PerformedCase.Served();
        played.Do(
            new AgreeOnExecution
            {
                DoneAt = At("2024-09-25"),
                Agreement = new(Date("2024-09-25"), [new(Date(part), 1_000_00)], 1_000_00, 0, "已恢复原状", HarmsOthers: false),
            },
            Role.Head
        );

        played.Case.OwedUntil.ShouldBe(Date(until));
        played.Open(DeadlineKind.Payment).ShouldBeNull();
    }

    [Fact, Rule("ACL-35")]
    public void A_call_for_money_says_until_when_it_was_due_and_how_much_is_owed()
    {
        var played = PerformedCase.Served();
        played.Doing(Call("2024-10-08")).ShouldRefuse(OrdinaryCall.NotOverdue, "2024-10-08");
        played.Doing(Call("2024-10-09") with { AmountFen = 900_00 }).ShouldRefuse(LawOfCalls.Incomplete, "催告 900.00 元，应缴 1000.00 元");
        played
            .Doing(Call("2024-10-09") with { PerformBy = Date("2024-10-08") })
            .ShouldRefuse(LawOfCalls.Incomplete, "催告（2024-10-09 10:00）晚于履行期限（2024-10-08）");
        played.Doing(Call("2024-10-09") with { PerformBy = Date("2024-10-09") }).ShouldRefuse(null);

        var paid = PerformedCase.Served(correctBy: "2024-10-08").Pay(1_000, "2024-10-01");
        paid.Doing(Call("2024-10-09")).ShouldRefuse(OrdinaryCall.NotOverdue, "没有应缴的款项");
        paid.Doing(Call("2024-10-09") with { AmountFen = null, PaymentManner = null }).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-35"), Rule("APL-66")]
    public void Who_may_pay_later_is_not_called_before()
    {
        var played = PerformedCase.Served().Do(Apply("2024-09-24")).Do(Approve("2024-09-25", 400, 600), Role.Head);
        played.File.Paying.DueOn.ShouldBe(Date("2024-12-31"));
        played.Doing(Call("2024-12-31")).ShouldRefuse(OrdinaryCall.NotOverdue, "2024-12-31");
        played.Doing(Call("2025-01-02")).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-50-51")]
    public void A_second_call_counts_once_served_and_a_third_does_not_undo_it()
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played
            .Do(Substitute("2024-10-18") with { PerformOn = Date("2024-10-24") }, Role.Head)
            .Serve(DocumentKind.SubstitutePerformance, "2024-10-21");
        played.Do(Call("2024-10-22"));
        played.Doing(CarryOut("2024-10-30")).ShouldRefuse(PerformanceByOthers.SecondCallTooLate);
        played.Serve(DocumentKind.CallToPerform, "2024-10-22");
        played.Do(Call("2024-10-29")).Serve(DocumentKind.CallToPerform, "2024-10-29");

        played.Doing(CarryOut("2024-10-30")).ShouldRefuse(null);
    }

    [Fact, Rule("APL-66")]
    public void The_parts_of_a_deferral_are_counted_from_the_day_before_it_begins_and_a_later_one_takes_their_place()
    {
        var played = PerformedCase.Served().Do(Apply("2024-09-24")).Do(Approve("2024-09-25", 400, 600), Role.Head);
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Instalment)
            .Select(d => (d.Reference, d.Explanation.Start))
            .ShouldBe([("第1期", Date("2024-10-08")), ("第2期", Date("2024-10-08"))]);
        played.Do(Apply("2024-10-24") with { DoneAt = At("2024-10-24") });
        played.Do(
            new DecideDeferral
            {
                DoneAt = At("2024-10-25"),
                Opinion = "同意",
                Term = new(Date("2024-10-09"), [new(Date("2025-09-30"), 100_000)]),
            },
            Role.Head
        );

        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Instalment && d.IsOpen)
            .Select(d => (d.Reference, d.LastDay))
            .ShouldBe([("第1期", Date("2025-09-30"))]);
        played.File.Paying.DueOn.ShouldBe(Date("2025-09-30"));
        played.Open(DeadlineKind.CourtApplication)!.LastDay.ShouldBe(Date("2025-12-30"), "the last deferral moves the window");
        played.File.Court.Window(Shipped)!.LastDay.ShouldBe(Date("2025-12-30"));
    }

    [Fact, Rule("APL-72-1")]
    public void Money_goes_to_the_fine_first_in_the_order_in_which_it_came()
    {
        var played = PerformedCase.Served().Do(Surcharge("2024-10-20", 360_00), Role.Head);
        played.Pay(600, "2024-10-28").Pay(300, "2024-10-25").Pay(300, "2024-10-30").Pay(100, "2024-10-31");

        played
            .History("2024-11-01")
            .Payments.Select(p => (p.PaidOn, p.AmountFen))
            .ShouldBe([(Date("2024-10-25"), 300_00), (Date("2024-10-28"), 600_00), (Date("2024-10-30"), 100_00)]);
    }

    [Theory, Rule("ACL-39-42")]
    [InlineData("2024-10-22", "2024-10-22", "2024-12-31", false)]
    [InlineData("2024-10-21", "2024-10-21", "2024-12-31", false)]
    [InlineData("2024-10-23", "2024-12-30", "2024-12-31", true)] // agreed after it is entered
    [InlineData("2024-10-22", "2024-10-21", "2024-12-31", true)] // a part before the agreement
    public void An_agreement_is_entered_once_it_is_made_and_looks_ahead(string agreedOn, string first, string second, bool refused)
    {
        var agree = Agree(1_000_00, 0);
        var agreement = agree.Agreement with { AgreedOn = Date(agreedOn), Stages = [new(Date(first), 400_00), new(Date(second), 600_00)] };

        PerformedCase.Served().Doing(agree with { Agreement = agreement }, Role.Head).ShouldRefuse(refused, OrdinaryFile.TooEarly);
    }

    [Fact, Rule("ACL-39-42")]
    public void An_agreement_without_parts_sets_no_dates_and_one_with_parts_counts_from_its_own_day()
    {
        var staged = PerformedCase.Served().Do(Agree(1_000_00, 0), Role.Head);
        staged.Open(DeadlineKind.Instalment)!.Explanation.Start.ShouldBe(Date("2024-10-21"));
        var plain = Agree(1_000_00, 0);
        staged.Do(plain with { Agreement = plain.Agreement with { Stages = [] } }, Role.Head);
        staged.Open(DeadlineKind.Instalment)!.LastDay.ShouldBe(Date("2024-12-31"), "what was agreed before stands");
    }

    [Theory, Rule("APL-73-1")]
    [InlineData(CaseAct.DecideExecution)]
    [InlineData(CaseAct.CarryOutExecution)]
    [InlineData(CaseAct.CarryOutSubstitute)]
    [InlineData(CaseAct.AnnounceRemoval)]
    [InlineData(CaseAct.ApplyToCourt)]
    public void An_order_to_stop_stops_every_way_of_executing(CaseAct act)
    {
        Doing(stayed: true).ShouldRefuse(StayOfExecution.Stayed, "停字1号");
        Doing(stayed: false).ShouldRefuse(null);

        Action Doing(bool stayed)
        {
            var decided = act is CaseAct.AnnounceRemoval ? PerformedCase.ServedToDemolish() : Empowered();
            var played = decided.Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
            if (act is CaseAct.CarryOutSubstitute)
            {
                played.Do(Substitute("2024-10-18"), Role.Head).Serve(DocumentKind.SubstitutePerformance, "2024-10-21");
                played.Do(Call("2024-10-22")).Serve(DocumentKind.CallToPerform, "2024-10-22");
            }
            if (act is CaseAct.CarryOutExecution or CaseAct.DecideExecution)
                played.Do(Surcharge("2024-11-07", 900_00), Role.Head);
            if (act is CaseAct.CarryOutExecution)
                played.Do(Execute(), Role.Head).Serve(DocumentKind.ExecutionDecision, "2024-11-21");
            if (stayed)
                played.Do(Remedy("2024-10-10", "2024-10-14", "2024-11-21") with { Stays = [Stay] });
            if (act is CaseAct.ApplyToCourt && stayed)
                played.Result(Result(RemedyResult.Upheld, "2024-11-25")); // an order stands until it is entered as lifted
            return act switch
            {
                CaseAct.DecideExecution => played.Doing(Execute(), Role.Head),
                CaseAct.CarryOutExecution => played.Doing(Carry("2024-11-22")),
                CaseAct.CarryOutSubstitute => played.Doing(CarryOut("2024-10-30") with { DoneAt = At("2024-10-30", 15) }),
                CaseAct.AnnounceRemoval => played.Doing(Announce("2025-03-26", "2024-11-21"), Role.Head),
                _ => played.Doing(ToCourt(stayed ? "2025-03-12" : "2025-04-08"), Role.Head),
            };
        }
    }

    [Theory, Rule("ACL-50-51")]
    [InlineData("2024-10-24", true)] // two days after the second call, written down when it would be lawful
    [InlineData("2024-10-30", false)]
    public void Substitute_performance_is_compared_with_the_day_of_the_work(string on, bool refused)
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played
            .Do(Substitute("2024-10-18") with { PerformOn = Date("2024-10-24") }, Role.Head)
            .Serve(DocumentKind.SubstitutePerformance, "2024-10-21");
        played.Do(Call("2024-10-22")).Serve(DocumentKind.CallToPerform, "2024-10-22");

        played.Doing(CarryOut(on) with { DoneAt = At("2024-10-31", 15) }).ShouldRefuse(refused, PerformanceByOthers.SecondCallTooLate);
    }

    [Fact, Rule("APL-73-1")]
    public void Neither_the_first_nor_the_last_day_of_an_execution_may_be_stayed()
    {
        var played = Executed();
        var overnight = Carry("2024-11-21") with
        {
            DoneAt = At("2024-11-22", 15),
            Times = new(At("2024-11-21", 9), At("2024-11-22", 11), null, false),
        };
        Stayed(Date("2024-11-21"), Date("2024-11-22")).ShouldRefuse(StayOfExecution.Stayed);
        Stayed(Date("2024-11-22"), null).ShouldRefuse(StayOfExecution.Stayed);

        Action Stayed(DateOnly from, DateOnly? until) =>
            () =>
                played
                    .Do(
                        Remedy("2024-10-10", "2024-10-14", "2024-11-22") with
                        {
                            Stays = [new(StayOrderedBy.Court, "停字2号", from, until)],
                        }
                    )
                    .Do(overnight);
    }

    [Fact, Rule("ACL-35"), Rule("APL-42")]
    public void An_execution_is_carried_out_on_the_day_its_decision_is_served_at_the_earliest_and_by_two()
    {
        var played = Executed();
        var alone = new Attendance([new(OfficerA, "A-1")], At("2024-11-21", 8));
        played.Doing(Carry("2024-11-21") with { Attendance = alone }).ShouldRefuse(OfficersPresent.TooFew);
        played.Doing(Carry("2024-11-21") with { DoneAt = At("2024-11-21", 10) }).ShouldRefuse(OrdinaryFile.AfterTheAct, "执行结束时间");
        played.Doing(Carry("2024-11-21")).ShouldRefuse(null);

        var others = PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        others.Do(Substitute("2024-10-18"), Role.Head).Serve(DocumentKind.SubstitutePerformance, "2024-10-21");
        others.Do(Call("2024-10-22")).Serve(DocumentKind.CallToPerform, "2024-10-22");
        others
            .Doing(CarryOut("2024-10-30") with { Attendance = new([new(OfficerA, "A-1")], At("2024-10-30", 8)) })
            .ShouldRefuse(OfficersPresent.TooFew);
    }

    /// <summary>2024-11-23 is a Saturday.</summary>
    [Fact, Rule("ACL-43")]
    public void A_place_that_reads_holidays_narrowly_executes_at_the_weekend()
    {
        Executed().Doing(Carry("2024-11-23")).ShouldRefuse(ExecutionTime.OnHoliday);
        Executed().Set(LocalParameters.EnforceRestDays, "statutory").Doing(Carry("2024-11-23")).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-46")]
    public void Money_that_was_paid_is_not_executed()
    {
        var played = PerformedCase
            .Served(correctBy: "2024-10-08")
            .Do(Call("2024-10-09"))
            .Serve(DocumentKind.CallToPerform, "2024-10-09")
            .Pay(1_000, "2024-10-20");

        played
            .Doing(Execute() with { Money = MoneyExecutionWay.AuctionOfSealedGoods }, Role.Head)
            .ShouldRefuse(ExecutionOfMoney.NotCalledUpon, "当事人已经履行");
    }

    /// <summary>Both remedies have run out on 2025-03-24; goods that were sealed may be auctioned from the day after.</summary>
    [Theory, Rule("ACL-46")]
    [InlineData("2025-03-24", true, false, "复议、起诉期限尚未届满")]
    [InlineData("2025-03-25", true, false, null)]
    [InlineData("2025-03-25", false, false, "没有查封、扣押的财物")]
    [InlineData("2025-03-25", true, true, "已申请行政复议")]
    public void Sealed_goods_are_auctioned_once_both_remedies_ran_out_unused(string on, bool @sealed, bool remedy, string? refusal)
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        if (@sealed)
            played.Case.AddDeadline(
                Guid.NewGuid(),
                DeadlineKind.Sealing,
                Domain.Law.Deadline.From(PaymentTerm.Fifteen, Date("2024-10-02"), Shipped),
                "查封1"
            );
        if (remedy)
            played.Do(Remedy("2024-10-10", "2024-10-14")).Result(Result(RemedyResult.Upheld));

        played
            .Doing(
                Execute() with
                {
                    DoneAt = At(on),
                    Money = MoneyExecutionWay.AuctionOfSealedGoods,
                    Times = new(At("2025-03-26"), At("2025-03-26", 12), null, false),
                },
                Role.Head
            )
            .ShouldRefuse(refusal is null ? null : ExecutionOfMoney.MayNotAuction, refusal ?? "");
    }

    [Fact, Rule("ACL-56-58")]
    public void Steps_of_the_court_may_fall_on_one_day_and_are_entered_once_they_happened()
    {
        var played = WithCourt();
        played
            .Doing(Step(CourtStep.Received, "2025-04-09") with { DoneAt = At("2025-04-08", 17) })
            .ShouldRefuse(OrdinaryFile.TooEarly, "法院环节（2025-04-09）晚于登记法院环节（2025-04-08 17:00）");
        foreach (var step in new[] { CourtStep.Received, CourtStep.Accepted, CourtStep.Granted, CourtStep.Ended })
            played.Do(Step(step, "2025-04-08"));

        played.File.Court.Progress!.ShouldHave(
            new
            {
                ReceivedOn = Date("2025-04-08"),
                AcceptedOn = (DateOnly?)Date("2025-04-08"),
                GrantedOn = (DateOnly?)Date("2025-04-08"),
                EndedOn = (DateOnly?)Date("2025-04-08"),
            }
        );
    }

    [Fact, Rule("ACL-56-58")]
    public void No_step_of_the_court_lies_before_the_one_it_follows()
    {
        var played = WithCourt().Do(Step(CourtStep.Received, "2025-04-10"));
        played
            .Doing(Step(CourtStep.Accepted, "2025-04-09") with { DoneAt = At("2025-04-16") })
            .ShouldRefuse(CourtPhase.CourtStepOutOfOrder);
        played.Do(Step(CourtStep.Accepted, "2025-04-14"));
        played.Doing(Step(CourtStep.Granted, "2025-04-13") with { DoneAt = At("2025-04-16") }).ShouldRefuse(CourtPhase.CourtStepOutOfOrder);
        played.Do(Step(CourtStep.Granted, "2025-04-18"));
        played.Doing(Step(CourtStep.Ended, "2025-04-17") with { DoneAt = At("2025-05-16") }).ShouldRefuse(CourtPhase.CourtStepOutOfOrder);
    }

    /// <summary>A judgment served on 2025-01-06 becomes final after fifteen days, on the 21st.</summary>
    [Fact, Rule("ACL-53")]
    public void After_two_remedies_the_court_is_asked_from_the_result_of_the_last()
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14")).Result(Result(RemedyResult.Upheld));
        played.Do(Remedy("2024-12-05", "2024-12-06", "2024-12-07") with { RemedyNumber = "行初1号", Kind = RemedyKind.Suit });
        played.Result(
            Result(RemedyResult.ClaimsDismissed, "2025-01-06") with
            {
                RemedyNumber = "行初1号",
                Paper = RemedyPaper.FirstJudgment,
                Services = [new(LitigantSide.Party, Date("2025-01-06")), new(LitigantSide.Organ, Date("2025-01-06"))],
                DoneAt = At("2025-01-07"),
            },
            confirmedOn: "2025-01-22"
        );

        var window = played.File.Court.Window(Shipped)!;
        window.OpensOn.ShouldBe(Date("2025-01-22"));
        played.Open(DeadlineKind.CourtApplication)!.LastDay.ShouldBe(window.LastDay);
        window.LastDay.ShouldBe(Date("2025-04-21"));
    }

    [Fact, Rule("ARL-63-65")]
    public void The_days_of_a_remedy_may_be_one_day_and_never_lie_before_the_decision()
    {
        var played = PerformedCase.Served();
        played
            .Doing(Remedy("2024-09-22", "2024-09-23") with { DoneAt = At("2024-09-23", 12) })
            .ShouldRefuse(RemedyPhase.RemedyOutOfOrder, "申请（2024-09-22）早于作出处罚决定（2024-09-23）");
        played.Do(Remedy("2024-09-23", "2024-09-23") with { DoneAt = At("2024-09-23", 12) });
        var sameDay = Result(RemedyResult.Upheld, "2024-09-23") with { DoneAt = At("2024-09-23", 13) };
        played
            .Doing(sameDay with { ResultServedOn = Date("2024-09-24") })
            .ShouldRefuse(RemedyPhase.RemedyOutOfOrder, "结果的送达（2024-09-24）晚于");
        played.Doing(sameDay).ShouldRefuse(null);
    }

    [Theory, Rule("ARL-63-65")]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_fine_is_changed_to_nothing_and_not_below(long fen, bool refused)
    {
        var played = PerformedCase.Served().Pay(100, "2024-10-01").Do(Remedy("2024-10-10", "2024-10-14"));
        played.Doing(Result(RemedyResult.Changed) with { ChangedFineFen = fen }).ShouldRefuse(refused, MoneyInBodies.OutOfRange);
        if (!refused)
            played
                .Do(new ConfirmRemedyResult { DoneAt = At("2024-12-03"), Opinion = "一致" }, Role.Head)
                .Case.PaymentOrder!.Refundable.ShouldBe(Money.Yuan(100));
    }

    [Fact, Rule("ARL-63-65")]
    public void What_undid_a_decision_is_named_and_an_unlawful_one_has_no_ground_of_invalidity()
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14"));
        played
            .Doing(Result(RemedyResult.Unlawful) with { Ground = InvalidityGround.NoBasis })
            .ShouldRefuse(DecisionValidities.GroundDoesNotFit);
        played.Result(Result(RemedyResult.Revoked));
        played.Case.Effect.RevocationReason.ShouldBe("复决1号：撤销");
    }

    [Fact, Rule("ACL-53")]
    public void Where_everything_is_paid_an_upheld_decision_opens_no_court()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01").Do(Remedy("2024-10-10", "2024-10-14"));

        played.Result(Result(RemedyResult.Upheld));

        played.Open(DeadlineKind.CourtApplication).ShouldBeNull();
    }

    [Fact, Rule("APL-73-1")]
    public void A_remedy_entered_again_takes_the_place_of_what_was_entered_before()
    {
        var played = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14")).Do(Remedy("2024-10-10", "2024-10-14", "2024-10-18"));

        played.File.Remedies.All.Count.ShouldBe(1);
        played.Result(Result(RemedyResult.Upheld)).File.Remedies.IsRunning.ShouldBeFalse();
    }

    [Fact, Rule("ARL-63-65")]
    public void A_case_that_is_handled_again_carries_nothing_of_the_performance_that_fell()
    {
        var played = PerformedCase.Served().Do(Apply("2024-09-24")).Do(Approve("2024-09-25", 400, 600), Role.Head);
        played.Do(Call("2025-01-02")).Serve(DocumentKind.CallToPerform, "2025-01-02");
        played.Do(Answer("2025-01-03", ["确有困难"], ["不成立"]));
        played.Do(Remedy("2024-10-10", "2024-10-14", "2025-01-04"));
        played.Result(Result(RemedyResult.Revoked) with { DoneAt = At("2025-01-05") });

        played.Do(
            new Reopen
            {
                DoneAt = At("2025-01-06"),
                Reason = "复议决定责令重作",
                SameFactsAndReasons = false,
                NewFactsOrReasons = "补充取证",
            },
            Role.Head
        );

        played.File.ShouldSatisfyAllConditions(
            f => f.Paying.Deferrals.ShouldBeEmpty(),
            f => f.Calls.All.ShouldBeEmpty(),
            f => f.Calls.Answer.ShouldBeNull(),
            f => f.Calls.ServedOn.ShouldBeNull(),
            f => f.Deciding.Proposal.ShouldBeNull(),
            f => f.Approvals.ProposalOf(ApprovalPaper.Decision).ShouldBeNull(),
            f => f.Deciding.EducationDone.ShouldBeFalse()
        );
    }

    [Theory, Rule("APL-72-END")]
    [InlineData(CaseOutcome.Withdrawn, ClosingReason.NoPenalty)]
    [InlineData(CaseOutcome.TransferToOrgan, ClosingReason.NoPenalty)]
    [InlineData(CaseOutcome.CriminalTransfer, ClosingReason.NoPenalty)]
    [InlineData(CaseOutcome.Withdrawn, ClosingReason.Transferred)]
    [InlineData(CaseOutcome.NoPenaltyNotProved, ClosingReason.Withdrawn)]
    [InlineData(CaseOutcome.NoPenaltyNotProved, ClosingReason.Revoked)]
    public void A_case_is_closed_for_what_it_ended_in(CaseOutcome outcome, ClosingReason reason) =>
        PerformedCase
            .Ended(outcome)
            .Doing(Closing(reason) with { TransferReceipt = "回执1号" })
            .ShouldRefuse(CaseClosing.ReasonNotBorneOut, $"处理结果为“{outcome.Term()}”");

    [Fact, Rule("APL-72-END")]
    public void A_withdrawn_case_is_closed_on_its_withdrawal_and_a_revoked_one_once_everything_is_given_back()
    {
        var withdrawn = PlayedCase.Filed();
        withdrawn.Do(new WithdrawCase { DoneAt = At("2024-07-15"), Reason = "违法事实不存在" }, Role.Head);
        withdrawn.Doing(Closing(ClosingReason.Withdrawn) with { Receipts = [] }).ShouldRefuse(null);
        PerformedCase
            .Ended(CaseOutcome.Withdrawn)
            .Doing(Closing(ClosingReason.Withdrawn))
            .ShouldRefuse(CaseClosing.ReasonNotBorneOut, "撤案");

        var unpaid = PerformedCase.Served().Do(Remedy("2024-10-01", "2024-10-02"));
        unpaid.Result(Result(RemedyResult.Revoked, "2024-10-08") with { DoneAt = At("2024-10-09") });
        unpaid.Doing(Closing(ClosingReason.Withdrawn) with { Receipts = [] }).ShouldRefuse(CaseClosing.ReasonNotBorneOut, "处理结果为");
        unpaid.Doing(Closing(ClosingReason.Revoked) with { Receipts = [] }).ShouldRefuse(null);

        var sameDay = PerformedCase.Served().Do(Invalid("2024-10-10"), Role.Head);
        sameDay.Doing(Closing(ClosingReason.Revoked) with { Receipts = [] }).ShouldRefuse(null);

        var paid = PerformedCase.Served().Pay(400, "2024-10-01").Do(Invalid("2024-10-09"), Role.Head);
        paid.Doing(Closing(ClosingReason.Revoked)).ShouldRefuse(CaseClosing.RefundOwed, "400.00");
        paid.Case.RefundPayment(Guid.NewGuid(), Money.Yuan(400), "退1", At("2024-10-10", 9), new(Money.Yuan(2), 1.5m, "一年期存款利率"));
        paid.Doing(Closing(ClosingReason.Revoked)).ShouldRefuse(null);
    }

    [Fact, Rule("APL-72-END")]
    public void Things_that_nobody_dealt_with_keep_even_a_revoked_case_open()
    {
        var played = PerformedCase.Served();
        foreach (var kind in new[] { DeadlineKind.Preservation, DeadlineKind.SealingApproval })
            played.Case.AddDeadline(
                Guid.NewGuid(),
                kind,
                Domain.Law.Deadline.From(PaymentTerm.Fifteen, Date("2024-10-02"), Shipped),
                "物1"
            );
        string[] things = ["处理先行登记保存的物品", "处理查封、扣押的财物"];
        played.File.Duties.Open().ShouldBe(["缴纳罚款", .. things]);
        played.Do(Invalid("2024-10-09"), Role.Head);

        played.File.Duties.Open().ShouldBe(things);
        played
            .Doing(Closing(ClosingReason.Revoked))
            .ShouldRefuse(DutiesOfCase.NotPerformed, "处理先行登记保存的物品、处理查封、扣押的财物");
    }

    [Fact, Rule("APL-61-1")]
    public void A_paper_that_stays_in_the_file_is_not_served()
    {
        var played = PerformedCase.Served();
        var record = new IssuedPaper(Guid.NewGuid(), DocumentKind.InquiryRecord, "", 99, Date("2024-07-05"), "");
        played.File.Add(record);

        played.Doing(played.ServiceOf(record, "2024-09-24")).ShouldRefuse(ServiceOnFile.Internal, "询问");
    }

    [Fact, Rule("FILE-2")]
    public void A_volume_number_fits_its_place_and_the_contents_are_the_papers_of_the_case()
    {
        var played = PerformedCase.Served().Pay(1_000, "2024-10-01").Do(Closing(ClosingReason.Performed));
        played.Do(RemedyAndClosingTests.Endorse(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Do(RemedyAndClosingTests.Endorse(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Do(new ApproveClosing { DoneAt = At("2024-10-12"), Opinion = "同意结案" }, Role.Head);
        played.File.Add(new IssuedPaper(Guid.NewGuid(), DocumentKind.SceneRecord, "", 1, Date("2024-07-05"), ""));
        var archive = Archived(played);
        var (first, last) = (archive.Papers[0], archive.Papers[^1]); // the last has no number
        Listing([.. archive.Papers.SkipLast(1)]).ShouldRefuse(ArchiveAct.PaperMissing, "现场检查");
        Listing([.. archive.Papers.SkipLast(1), last with { Date = Date("2024-07-06") }]).ShouldRefuse(ArchiveAct.PaperMissing);
        Listing([first with { Title = "别的文书" }, .. archive.Papers.Skip(1)]).ShouldRefuse(ArchiveAct.PaperMissing);
        Listing([.. archive.Papers, first]).ShouldRefuse(ArchiveAct.NotOfCase);
        Listing([.. archive.Papers, last with { Date = Date("2024-07-06") }]).ShouldRefuse(ArchiveAct.NotOfCase);
        Listing([.. archive.Papers, new(FilePart.Investigation, "当事人提交的照片", null, Date("2024-07-06"), 2)]).ShouldRefuse(null);

        Action Listing(IReadOnlyList<FilePaper> papers) => () => (archive with { Papers = papers }).EnsureContentsOf(played.File);

        var longest = new string('卷', CaseArchive.VolumeMaxLength);
        played.Doing(archive with { VolumeNumber = longest + "1" }).ShouldRefuse(OrdinaryFile.Incomplete, "卷号最多");
        played.Doing(archive with { VolumeNumber = longest }).ShouldRefuse(null);
    }

    /// <summary>Decided on 2024-11-20 and served on the 21st.</summary>
    private static PerformedCase Executed() =>
        Empowered()
            .Do(Call("2024-10-09"))
            .Serve(DocumentKind.CallToPerform, "2024-10-09")
            .Do(Surcharge("2024-11-07", 900_00), Role.Head)
            .Do(Execute(), Role.Head)
            .Serve(DocumentKind.ExecutionDecision, "2024-11-21");
}
