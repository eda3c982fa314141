using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Tests.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PerformanceTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.RemedyAndClosingTests;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>What happened to a case is raised as events beside the record.</summary>
public sealed class CaseEventTests
{
    /// <summary>Every road to a fallen decision, with what the decision is afterwards.</summary>
    public static TheoryData<string, DecisionValidity> Roads =>
        new()
        {
            { "revoked by the organ, decided on the spot", DecisionValidity.Revoked },
            { "revoked by the organ, ordinary procedure", DecisionValidity.Revoked },
            { "revoked by a remedy", DecisionValidity.Revoked },
            { "found invalid by a remedy", DecisionValidity.Invalid },
            { "found invalid by the organ", DecisionValidity.Invalid },
        };

    [Theory]
    [MemberData(nameof(Roads))]
    public void Every_road_to_a_fallen_decision_raises_the_same_event(string road, DecisionValidity validity)
    {
        var @case = Take(road);

        var fell = @case.Happened.OfType<DecisionFell>().ShouldHaveSingleItem();
        fell.Case.ShouldBeSameAs(@case);
        fell.Validity.ShouldBe(validity);
        fell.At.ShouldBe(@case.Effect.FellAt!.Value);
        fell.Reason.ShouldNotBeNullOrWhiteSpace();
        @case.Stage.ShouldBe(CaseStage.Revoked);
        @case.FinedActKey.ShouldBeNull();
    }

    [Theory]
    [InlineData(RemedyResult.Upheld)]
    [InlineData(RemedyResult.ClaimsDismissed)]
    [InlineData(RemedyResult.Unlawful)]
    public void A_decision_that_still_applies_does_not_fall(RemedyResult result)
    {
        var @case = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14")).Result(Result(result)).Case;

        @case.Happened.OfType<DecisionFell>().ShouldBeEmpty();
        @case.Happened.OfType<DecisionFoundUnlawful>().Count().ShouldBe(result is RemedyResult.Unlawful ? 1 : 0);
    }

    [Fact]
    public void An_act_raises_its_events_and_then_that_it_was_done()
    {
        var @case = PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14")).Case;
        @case.TakeHappened();

        var again = PerformedCase.Served().Pay(400, "2024-10-01").Case;

        @case.Happened.ShouldBeEmpty();
        again.Happened.OfType<FinePaid>().ShouldHaveSingleItem().Payment.AmountFen.ShouldBe(400_00);
        again.Happened.OfType<DecisionServed>().ShouldHaveSingleItem();
        var served = again.Happened.ToList().FindIndex(e => e is DecisionServed);
        again.Happened[served + 1].ShouldBeOfType<OrdinaryActDone>().Act.Body.ShouldBeOfType<ServeDocument>();
    }

    [Fact]
    public void A_decision_on_the_spot_is_decided_and_served_at_once()
    {
        var @case = AnOnTheSpotCase.Decide();

        @case.Happened.Select(e => e.GetType()).ShouldBe([typeof(PenaltyDecided), typeof(DecisionServed)]);
    }

    private static EnforcementCase Take(string road)
    {
        switch (road)
        {
            case "revoked by the organ, decided on the spot":
                var simple = AnOnTheSpotCase.Decide();
                simple.Revoke("事实不清", At("2024-11-01"));
                return simple;
            case "revoked by the organ, ordinary procedure":
                var ordinary = PerformedCase.Served().Case;
                ordinary.Revoke("适用依据错误", At("2024-10-18"));
                return ordinary;
            case "revoked by a remedy":
                return PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14")).Result(Result(RemedyResult.Revoked)).Case;
            case "found invalid by a remedy":
                return PerformedCase
                    .Served()
                    .Do(Remedy("2024-10-10", "2024-10-14"))
                    .Result(Result(RemedyResult.Invalid) with { Ground = InvalidityGround.NoBasis })
                    .Case;
            default:
                return PerformedCase
                    .Served()
                    .Do(
                        new Invalidate
                        {
                            DoneAt = At("2024-10-18"),
                            Ground = InvalidityGround.NoBasis,
                            Reason = "没有依据",
                        },
                        Domain.Access.Role.Head
                    )
                    .Case;
        }
    }
}
