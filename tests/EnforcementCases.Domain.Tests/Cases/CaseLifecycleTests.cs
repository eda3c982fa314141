using System.Text.RegularExpressions;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.AnOnTheSpotCase;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>From which stage an act leads to which.</summary>
public sealed partial class CaseLifecycleTests
{
    /// <summary>The whole simple procedure: every pair that is not here is refused.</summary>
    private static readonly Dictionary<(CaseStage, CaseAct), CaseStage> Simple = new()
    {
        [(CaseStage.Open, CaseAct.DecideOnTheSpot)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.ReportBack)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.CollectOnTheSpot)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.ReceivePayment)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RemitToOrgan)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RemitToBank)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RecheckCorrection)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.CorrectError)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.Revoke)] = CaseStage.Revoked,
        [(CaseStage.Decided, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Revoked, CaseAct.RemitToOrgan)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.RemitToBank)] = CaseStage.Revoked,
        [(CaseStage.Decided, CaseAct.Refund)] = CaseStage.Decided, // a remedy lowered the fine
        [(CaseStage.Closed, CaseAct.Refund)] = CaseStage.Closed,
        [(CaseStage.Revoked, CaseAct.Refund)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToOrgan)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToBank)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.CorrectError)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.Revoke)] = CaseStage.Revoked,
    };

    [Fact]
    public void The_simple_procedure_allows_these_steps_and_refuses_every_other()
    {
        foreach (var stage in Enum.GetValues<CaseStage>())
        foreach (var act in Enum.GetValues<CaseAct>())
        {
            var open = Simple.TryGetValue((stage, act), out var next);
            CaseLifecycle.Allows(CaseProcedure.Simple, stage, act).ShouldBe(open, $"{stage} {act}");
            if (open)
                CaseLifecycle.Take(CaseProcedure.Simple, stage, act).ShouldBe(next);
            else
                new Action(() => CaseLifecycle.Take(CaseProcedure.Simple, stage, act)).ShouldRefuse(CaseLifecycle.ActNotOpen);
        }
        CaseLifecycle.ActsOnTheSpot.ShouldBe(Simple.Keys.Select(k => k.Item2).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void The_ordinary_procedure_steps_as_its_rows_say()
    {
        foreach (var row in OrdinaryProcedure.Rows)
        foreach (var stage in Enum.GetValues<CaseStage>())
        {
            OrdinaryProcedure.Allows(stage, row.Act).ShouldBe(row.From.Contains(stage), $"{stage} {row.Act}");
            if (row.From.Contains(stage))
                OrdinaryProcedure.Take(stage, row.Act).ShouldBe(row.To ?? stage);
        }
        OrdinaryProcedure.Acts.ShouldBe(OrdinaryProcedure.Rows.Select(r => r.Act));
    }

    [Fact]
    public void Each_stage_and_each_act_has_a_Chinese_name_of_its_own()
    {
        Enum.GetValues<CaseStage>().Select(v => v.Term()).ShouldBeUnique();
        Enum.GetValues<CaseStage>().ShouldAllBe(s => Chinese().IsMatch(s.Term()));
        Enum.GetValues<CaseAct>().Select(v => v.Term()).ShouldBeUnique();
        Enum.GetValues<CaseAct>().ShouldAllBe(a => Chinese().IsMatch(a.Term()));
    }

    /// <summary>What the case itself says is open, on the day it was decided and nothing else was done.</summary>
    [Fact]
    public void A_fresh_decision_lists_what_stands_in_the_way_of_each_act()
    {
        var @case = Decide();

        Why(CaseAct.ReportBack).ShouldBeEmpty();
        Why(CaseAct.ReceivePayment).ShouldBeEmpty();
        Why(CaseAct.CollectOnTheSpot).ShouldBeEmpty();
        Why(CaseAct.CorrectError).ShouldBeEmpty();
        Why(CaseAct.Revoke).ShouldBeEmpty();
        Why(CaseAct.RecheckCorrection).ShouldBe([ActsOfCase.NothingToRecheck]);
        Why(CaseAct.RemitToOrgan).ShouldBe([PaymentsOfCase.NothingToRemit]);
        Why(CaseAct.RemitToBank).ShouldBe([PaymentsOfCase.NothingToRemit]);
        Why(CaseAct.Close).ShouldBe([DutiesOfCase.NotPerformed]);
        Why(CaseAct.Refund).ShouldBe([CaseLifecycle.ActNotOpen]);
        Why(CaseAct.DecideOnTheSpot).ShouldBe([CaseLifecycle.ActNotOpen]);

        IEnumerable<DomainError> Why(CaseAct act) => @case.Obstacles(act).Errors();
    }

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}+[\p{IsCJKUnifiedIdeographs}、，]*$")]
    private static partial Regex Chinese();
}
