using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Tests.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>What waits in a case, for whom, since when and until when (待办).</summary>
public sealed class WorkOfCaseTests
{
    private static readonly DateTimeOffset Now = At("2024-10-20");

    [Fact, Rule("APL-52-4")]
    public void After_a_decision_on_the_spot_the_report_waits_and_after_the_last_day_to_pay_the_call()
    {
        var @case = AnOnTheSpotCase.Decide();

        var work = Of(@case);

        work.Select(w => w.Kind).ShouldBe([WorkKind.PaymentChase, WorkKind.ReportBack], ignoreOrder: true);
        var report = work.Single(w => w.Kind is WorkKind.ReportBack);
        report.DueOn.ShouldBe(@case.Deadline(DeadlineKind.ReportBack).LastDay);
        report.WhoIn(@case).ShouldBe(([Role.Officer], ActorRelation.Handler), new SameWho());
        var chase = work.Single(w => w.Kind is WorkKind.PaymentChase);
        chase.Act.ShouldBe(CaseAct.CallToPerform);
        chase.From.ShouldBe(@case.Deadline(DeadlineKind.Payment).LastDay.AddDays(1));

        @case.ReportBack(At("2024-09-19"));
        @case.Pay(50, At("2024-09-25"));
        Of(@case).ShouldBeEmpty();
    }

    [Fact, Rule("CANCEL")]
    public void What_was_paid_on_a_decision_that_fell_waits_to_be_given_back()
    {
        var @case = AnOnTheSpotCase.Decide();
        @case.Pay(50, At("2024-09-19"));
        @case.Revoke("事实认定有误", At("2024-09-20"));

        var refund = Of(@case).ShouldHaveSingleItem();

        refund.ShouldBe(new WorkItem(WorkKind.Refund, CaseAct.Refund, At("2024-09-20")));
        refund.WhoIn(@case).ShouldBe(([Role.Cashier], ActorRelation.Outsider), new SameWho());
    }

    [Fact, Rule("ACL-54")]
    public void After_the_call_and_its_time_the_court_is_the_next_step()
    {
        var played = PerformedCase.Served();
        Next(played, WorkKind.PaymentChase).From.ShouldBe(Date("2024-10-09"));

        played.Pay(1_000, "2024-10-08");

        Of(played.Case, played.File).ShouldNotContain(w => w.Kind == WorkKind.PaymentChase || w.Kind == WorkKind.CourtApplication);
        Next(played, WorkKind.Closing).Act.ShouldBe(CaseAct.ProposeClosing);
    }

    [Fact, Rule("ACL-27-28")]
    public void Things_that_nobody_claims_wait_from_the_day_after_the_notice()
    {
        var played = StreetTests.InTheStreet();
        played.Do(StreetTests.Detained() with { OwnerUnknown = StreetTests.Nobody });
        played.Do(InvestigationTests.Agree("2024-07-10", InvestigationTests.Thing, CoerciveMeasureKind.Detain), Role.Head);
        played.Do(StreetTests.Announced("2024-07-12") with { Ground = LiftingGround.NotNeeded });

        var things = Of(played.Case, played.File).Single(w => w.Kind is WorkKind.ThingsTaken);

        things.ShouldBe(
            new WorkItem(WorkKind.ThingsTaken, CaseAct.ApproveDisposal, LegalDate.StartOf(Date("2024-08-13"))) { From = Date("2024-08-13") }
        );
        played.Do(StreetTests.Unclaimed("2024-08-13"), Role.Head);
        Of(played.Case, played.File).Single(w => w.Kind is WorkKind.ThingsTaken).Act.ShouldBe(CaseAct.DisposeOfThings);
    }

    [Fact, Rule("ACL-54")]
    public void After_a_decision_on_the_spot_the_court_waits_though_no_deadline_of_its_own_runs_yet()
    {
        var played = PerformedCase.OnTheSpot();
        Next(played, WorkKind.PaymentChase).Act.ShouldBe(CaseAct.CallToPerform);

        played.Do(PerformanceTests.Call("2024-10-09") with { AmountFen = 50_00 }).Serve(DocumentKind.CallToPerform, "2024-10-09");

        var court = Next(played, WorkKind.CourtApplication);
        court.Act.ShouldBe(CaseAct.ApplyToCourt);
        court.DueOn.ShouldBeNull();
        court.From.ShouldBe(played.Case.Deadlines.Last(d => d.Kind == DeadlineKind.Call).LastDay.AddDays(1));
    }

    [Fact]
    public void Roles_are_kept_as_bits_and_read_back()
    {
        foreach (var role in Enum.GetValues<Role>())
            CaseWork.RolesOf(CaseWork.MaskOf([role])).ShouldBe([role]);
        CaseWork.RolesOf(CaseWork.MaskOf([Role.Head, Role.DeputyHead])).ShouldBe([Role.DeputyHead, Role.Head]);
    }

    private static WorkItem Next(PerformedCase played, WorkKind kind) => Of(played.Case, played.File).Single(w => w.Kind == kind);

    private static IReadOnlyList<WorkItem> Of(EnforcementCase @case, OrdinaryFile? file = null) =>
        WorkOfCase.Of(@case, file, law: null, Now);

    private sealed class SameWho : IEqualityComparer<(IReadOnlyList<Role> By, ActorRelation Relation)>
    {
        public bool Equals((IReadOnlyList<Role> By, ActorRelation Relation) x, (IReadOnlyList<Role> By, ActorRelation Relation) y) =>
            x.Relation == y.Relation && x.By.SequenceEqual(y.By);

        public int GetHashCode((IReadOnlyList<Role> By, ActorRelation Relation) who) => (int)who.Relation;
    }
}
