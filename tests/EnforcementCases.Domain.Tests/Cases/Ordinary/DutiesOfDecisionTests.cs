using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PerformanceTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.RemedyAndClosingTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>What a decision asks for beside the fine, order by order and kind by kind; from its own service, and for no longer than it is in force.</summary>
public sealed class DutiesOfDecisionTests
{
    [Fact, Rule("APL-61-1"), Rule("ACL-53")]
    public void Only_the_decision_in_force_is_served_and_starts_its_periods()
    {
        var played = PerformedCase.Served().Do(Call("2024-10-09")).Do(Remedy("2024-10-10", "2024-10-14"));
        played.Result(Result(RemedyResult.Revoked) with { ForProcedureOnly = true });
        var (old, call) = (Paper(DocumentKind.PenaltyDecision), Paper(DocumentKind.CallToPerform));
        played.Do(
            new Domain.Cases.Ordinary.Reopen
            {
                DoneAt = At("2024-12-10"),
                Reason = "复议决定责令重作",
                SameFactsAndReasons = true,
            },
            Role.Head
        );
        played.File.Service.DecisionServedOn.ShouldBeNull();
        var decision = new ProposeDecision
        {
            DoneAt = At("2024-12-19"),
            Outcome = CaseOutcome.OrderAlone,
            Penalties = [],
            Facts = "占道经营",
            Basis = [],
            Reasons = "情节一般",
            Orders = [new("清退占道物品")],
        };
        played.Case.DecideOrdinary(decision.AsDecided, At("2024-12-20", 9));
        played.Case.NumberDecision("决字2号");
        played.Case.MoveTo(CaseStage.Decided);
        var paper = new IssuedPaper(
            Guid.NewGuid(),
            DocumentKind.OrderDecision,
            "决字2号",
            played.File.Acts.Count + 1,
            Date("2024-12-20"),
            ""
        );
        played.File.Add(paper);
        played.File.AsDecided(decision);

        played.Doing(played.ServiceOf(old, "2024-12-23")).ShouldRefuse(ServiceOnFile.Overtaken, "“决字1号”（2024-09-23）");
        played.Doing(played.ServiceOf(old, "2024-12-23")).ShouldRefuse(ServiceOnFile.Overtaken, "“决字2号”");
        played.Doing(played.ServiceOf(call, "2024-12-23")).ShouldRefuse(ServiceOnFile.Overtaken);
        played.Do(played.ServiceOf(paper, "2024-12-23"));
        played.File.Service.DecisionServedOn.ShouldBe(Date("2024-12-23")); // of the order, though a penalty was served before
        played.File.Court.Clock!.KnownOn.ShouldBe(Date("2024-12-23"));

        IssuedPaper Paper(DocumentKind kind) => played.File.Papers.Last(p => p.Kind == kind);
    }

    [Fact, Rule("APL-28")]
    public void Of_several_orders_each_is_rechecked_by_itself()
    {
        var played = PerformedCase.Served(
            orders: [new("清退占道物品", DueOn: Date("2024-10-08")), new("恢复原状", DaysAfterService: 20), new("停止经营")]
        );
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Correction)
            .Select(d => (d.Reference, d.LastDay))
            .ShouldBe([("order:1", Date("2024-10-08")), ("order:2", Date("2024-10-13")), ("order:3", Date("2024-09-23"))]);

        Rechecking(null).ShouldRefuse(ActsOfCase.WhichOrder, "order:1、order:2、order:3");
        Rechecking("order:4").ShouldRefuse(ActsOfCase.NothingToRecheck, "order:4");
        Rechecking("order:3").ShouldRefuse(null);
        Rechecking("order:3").ShouldRefuse(ActsOfCase.NothingToRecheck);
        Rechecking("order:1").ShouldRefuse(null);
        (played.Case.Correction.CorrectedAt, played.File.Duties.Open().Contains("改正违法行为并复查")).ShouldBe((null, true));
        Rechecking(null).ShouldRefuse(null); // one is left
        (played.Case.Correction.CorrectedAt, played.File.Duties.Open().Contains("改正违法行为并复查")).ShouldBe((At("2024-10-14"), false));

        Action Rechecking(string? order) => () => played.Case.RecheckCorrection(RecheckResult.Corrected, "已查看", At("2024-10-14"), order);
    }

    [Theory, Rule("APL-66")]
    [InlineData(PenaltyKind.SuspensionOfOperation, "2024-09-23")]
    [InlineData(PenaltyKind.Closure, "2024-09-23")]
    [InlineData(PenaltyKind.ConfiscationOfGains, "2024-10-08")]
    [InlineData(PenaltyKind.LicenceRevocation, null)]
    [InlineData(PenaltyKind.QualificationDowngrade, null)]
    public void What_is_not_paid_is_obeyed_from_the_service_and_what_the_decision_does_itself_is_no_duty(PenaltyKind kind, string? due) =>
        PerformedCase
            .Served(other: new(kind, PenaltyItems.HasAmount(kind) ? 300_00 : 0))
            .Open(DeadlineKind.Performance)
            ?.LastDay.ShouldBe(due is null ? default : Date(due));

    [Fact, Rule("APL-66")]
    public void A_kind_with_a_term_is_performed_when_the_term_is_over()
    {
        var played = PerformedCase.Served(other: new(PenaltyKind.SuspensionOfOperation, TermDays: 16));

        played
            .Doing(HandedOver(PenaltyKind.SuspensionOfOperation) with { PerformedAt = At("2024-10-07", 8) })
            .ShouldRefuse(PerformanceDuties.TermRuns, "期限至 2024-10-08，登记的履行时间为 2024-10-07");
        played.Doing(HandedOver(PenaltyKind.SuspensionOfOperation)).ShouldRefuse(null);
        new Action(() => PenaltyItems.EnsureFit([new(PenaltyKind.OccupationBan, TermDays: PenaltyItems.MostDays + 1)])).ShouldRefuse(
            PenaltyItems.DoNotFit
        );
    }

    [Fact, Rule("APL-28")]
    public void A_stored_order_with_an_endless_number_of_days_is_still_served() =>
        PerformanceDuties
            .DueOf(new("清退", DaysAfterService: int.MaxValue), Date("2024-09-23"), Date("2024-09-26"))
            .ShouldBe(Date("2024-09-23").AddDays(DecisionOrders.MostDays));

    [Fact, Rule("ACL-35"), Rule("ACL-54")]
    public void A_call_for_gains_names_their_sum_and_opens_the_court_for_them()
    {
        var played = PerformedCase.Served(other: new(PenaltyKind.ConfiscationOfGains, 300_00));
        played
            .Doing(Call("2024-10-09"))
            .ShouldRefuse(Domain.Cases.Enforcement.CallToPerform.Incomplete, "催告 1000.00 元，应缴 1300.00 元");
        played.Doing(Call("2024-10-09") with { AmountFen = 1_300_00 }).ShouldRefuse(null);

        var paid = PerformedCase.Served(other: new(PenaltyKind.ConfiscationOfGains, 300_00)).Pay(1_000, "2024-10-01");
        paid.Doing(Call("2024-10-09") with { AmountFen = null, PaymentManner = null })
            .ShouldRefuse(Domain.Cases.Enforcement.CallToPerform.Incomplete, "没有明确的金额");
        paid.Do(Call("2024-10-09") with { AmountFen = 300_00 });
        paid.Serve(DocumentKind.CallToPerform, "2024-10-09");
        paid.Doing(ToCourt("2025-04-08"), Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-39-42")]
    public void What_the_end_of_the_execution_leaves_undone_is_no_duty_any_more()
    {
        var played = PerformedCase.Served(other: new(PenaltyKind.ConfiscationOfGains, 300_00), correctBy: "2024-10-08");
        played.Do(
            new EndExecution
            {
                DoneAt = At("2024-10-21"),
                Ground = ExecutionEndGround.CitizenDied,
                Reason = "当事人死亡，无遗产可供执行，又无义务承受人",
            },
            Role.Head
        );

        played.Open(DeadlineKind.Performance).ShouldBeNull();
        played.Open(DeadlineKind.Correction).ShouldBeNull();
        played.File.Duties.Open().ShouldNotContain("改正违法行为并复查");
    }

    [Fact, Rule("ACL-27-28"), Rule("APL-66")]
    public void In_hand_is_the_thing_that_was_confiscated_and_it_is_not_given_back()
    {
        var measures = new MeasuresOnFile(
            @sealed: [new(Guid.NewGuid(), default, At("2024-07-11"), false, [new("推 车", 1, "辆", "八成新")], null, [], [])]
        );
        measures.Keep(new("推车", "1 辆", 5_00, "价格认定")).ShouldBeTrue();
        measures.Keep(new("烧烤炉", "1 台", 5_00, "价格认定")).ShouldBeFalse();

        var played = PerformedCase.Served();
        var decision = played.File.Deciding.Decision! with { Things = [new("推车", "1 辆", 5_00, "价格认定")] };
        played.File.AsDecided(decision);
        GivingBack("推 车").ShouldRefuse(MeasuresOnFile.Confiscated, "退还“推 车”，处罚决定没收“推车”");
        GivingBack("烧烤炉").ShouldRefuse(null);
        played.Case.Revoke("适用依据错误", At("2024-10-18"));
        GivingBack("推车").ShouldRefuse(null); // what fell confiscates nothing

        Action GivingBack(string name) => () => MeasuresOnFile.EnsureNotConfiscated(played.File, [name]);
    }

    /// <summary>城乡规划法 第六十八条; 行政强制法 第十三条、第四十四条: whichever act prepares or carries out the removal.</summary>
    [Theory, Rule("ACL-44"), Rule("ORDER-ALONE")]
    [InlineData("announce")]
    [InlineData("decide")]
    public void A_structure_falls_for_an_order_that_is_overdue_called_for_and_charged(string act)
    {
        var announced = act == "announce";
        var other = announced ? RemovalOfStructures.NotOrdered : ExecutionPower.None; // what else is executed is the court's
        Preparing(PerformedCase.Served()).ShouldRefuse(other, announced ? "责令事项：无" : "该事项没有");
        Preparing(PerformedCase.Served(correctBy: "2024-10-08")).ShouldRefuse(other, announced ? "清退占道物品" : "该事项没有");
        Preparing(PerformedCase.Served(orders: [new("拆除彩钢房", DueOn: Date("2024-12-31"), Kind: CorrectiveOrder.DemolishByDate)]))
            .ShouldRefuse(RemovalOfStructures.NotOverdue, "期限至 2024-12-31");
        var demolished = PerformedCase.ServedToDemolish();
        demolished.Case.RecheckCorrection(RecheckResult.Corrected, "已拆除", At("2024-10-09", 8));
        Preparing(demolished).ShouldRefuse(RemovalOfStructures.NotOverdue, "已经履行");
        Preparing(PerformedCase.ServedToDemolish(), called: false).ShouldRefuse(DecidingToExecute.NotCalledUpon);
        Preparing(PerformedCase.ServedToDemolish()).ShouldRefuse(null);

        var charged = AViolation.With(
            kinds: [],
            noFine: true,
            branches: [new() { Orders = [CorrectiveOrder.DemolishByDate] }],
            force: "由县级以上地方人民政府责成"
        );
        Preparing(Of(charged, charged)).ShouldRefuse(RemovalOfStructures.NotCharged);
        Preparing(Of(charged, charged), charge: "津滨政责〔2024〕1号").ShouldRefuse(null);
        var before = AViolation.With(kinds: [], noFine: true, to: Date("2024-01-01")); // a version of before states nothing of force
        Preparing(Of(before, AViolation.With(kinds: [], noFine: true, from: Date("2024-01-01"), branches: charged.Branches, force: "责成")))
            .ShouldRefuse(RemovalOfStructures.NotCharged);

        static PerformedCase Of(ViolationVersion applied, ViolationVersion now)
        {
            var played = PerformedCase.ServedToDemolish();
            played.Case.SetMatter(now, adoption: null, At("2024-07-08"), played.Case.Place, "违法建设");
            played.Case.Apply(applied);
            played.Violations.AddRange(new[] { applied, now }.Distinct());
            return played;
        }

        Action Preparing(PerformedCase played, bool called = true, string? charge = null)
        {
            if (played.Violations.Count == 0)
                played.Empowered(structure: ByLaw.Basis);
            var call = Call("2024-10-09") with { AmountFen = 1_000_00 };
            if (called)
                played.Do(call).Serve(DocumentKind.CallToPerform, "2024-10-09");
            return act == "announce"
                ? played.Doing(Announce("2025-03-26") with { ChargeInstrument = charge }, Role.Head)
                : played.Doing(Execute() with { Money = null, ChargeInstrument = charge }, Role.Head);
        }
    }

    [Fact, Rule("ACL-44")]
    public void An_execution_of_a_decision_to_demolish_is_a_removal_whatever_is_ticked()
    {
        var played = ToDemolish().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");
        played.Do(Execute() with { Money = null }, Role.Head).Serve(DocumentKind.ExecutionDecision, "2024-11-21");

        played.Doing(Carry("2024-11-22") with { RemovesStructure = false }).ShouldRefuse(RemovalOfStructures.NoticeMissing);
    }

    [Fact, Rule("APL-28")]
    public void An_order_was_disobeyed_only_if_the_party_received_it_in_time_and_any_such_order_counts()
    {
        var played = PlayedCase.Filed(CorrectionDuty.BeforePenalty);
        played.Do(InvestigationTests.Order("2024-07-11", "2024-07-13"));
        var paper = played.File.Papers.Last(p => p.Kind == DocumentKind.CorrectionOrder);
        played.Do(InvestigationTests.Recheck("2024-07-15"));
        Unmet()!.Detail.ShouldContain("没有送达记录");

        played.Serve(DocumentKind.CorrectionOrder, "2024-07-14");
        Unmet()!.Detail.ShouldContain("2024-07-14 送达，改正期限至 2024-07-13");

        var second = Guid.NewGuid();
        played.Do(InvestigationTests.Order("2024-07-15", "2024-07-16") with { OrderId = second, DoneAt = At("2024-07-15", 13) });
        played.Serve(DocumentKind.CorrectionOrder, "2024-07-15", hour: 14);
        played.Do(InvestigationTests.Recheck("2024-07-17") with { OrderId = second });
        Unmet().ShouldBeNull();

        var third = Guid.NewGuid();
        played.Do(InvestigationTests.Order("2024-07-17", "2024-07-18") with { OrderId = third, DoneAt = At("2024-07-17", 13) });
        played.Do(InvestigationTests.Recheck("2024-07-19") with { OrderId = third, Result = RecheckResult.Corrected });
        Unmet().ShouldBeNull("that another order was met does not make this one met");

        DomainException? Unmet() => played.File.Orders.ObstacleUnlessExpiredUnmet(earlier: null);
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-28-BRANCH")]
    public void Orders_alone_name_their_circumstances_and_pass_no_assessment_by()
    {
        var planning = AViolation.With(
            kinds: [],
            noFine: true,
            branches:
            [
                new() { When = "能够拆除", Orders = [CorrectiveOrder.DemolishByDate] },
                new() { When = "尚可采取改正措施", Orders = [CorrectiveOrder.StopConstruction] },
            ]
        );
        var played = PlayedCase.Concluded(CaseOutcome.OrderAlone, violation: planning);
        var proposal = DecidingTests.FirstProposal() with
        {
            Outcome = CaseOutcome.OrderAlone,
            Penalties = [],
            AssessmentId = null,
            Orders = [new("拆除彩钢房", DaysAfterService: 15, Kind: CorrectiveOrder.DemolishByDate)],
        };

        played.Doing(proposal).ShouldRefuse(KindsOfProvision.BranchNotNamed, "能够拆除；尚可采取改正措施");
        played.Doing(proposal with { Branch = "尚可采取改正措施" }).ShouldRefuse(KindsOfProvision.NotProvided);
        played.LaterAssessment = Guid.NewGuid();
        played.Doing(proposal with { Branch = "能够拆除" }).ShouldRefuse(StoredAssessment.Overtaken, $"{played.LaterAssessment}");
        played.LaterAssessment = null;
        played.Doing(proposal with { Branch = "能够拆除" }).ShouldRefuse(null);
    }
}
