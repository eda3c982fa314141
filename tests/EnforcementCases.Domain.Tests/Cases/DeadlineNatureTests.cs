using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Tests.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>A deadline ends when what it is for can no longer happen: every kind says by what, and whom it binds.</summary>
public sealed class DeadlineNatureTests
{
    private const string Measure = "measure";

    public static TheoryData<DeadlineKind, DeadlineEnd> KindsAndEnds()
    {
        var data = new TheoryData<DeadlineKind, DeadlineEnd>();
        foreach (var kind in Enum.GetValues<DeadlineKind>())
        {
            foreach (var end in Enum.GetValues<DeadlineEnd>())
            {
                if ((kind, end) is not (DeadlineKind.Sealing, DeadlineEnd.MeasureLifted)) // that meets it
                    data.Add(kind, end);
            }
        }
        return data;
    }

    /// <summary>Whatever a kind declares ends it when it happens, and nothing else does.</summary>
    [Theory]
    [MemberData(nameof(KindsAndEnds))]
    public void A_deadline_ends_by_what_its_kind_declares_and_by_nothing_else(DeadlineKind kind, DeadlineEnd end)
    {
        var @case = Running(kind, end);
        var deadline = @case.Deadlines.Last(d => d.Kind == kind);
        @case.EndWhatIsOver(At("2024-10-08"));
        deadline.IsOpen.ShouldBeTrue("nothing happened yet");

        Happen(end, @case);

        var ends = DeadlineNature.Of(kind).Ends;
        var implied = end is DeadlineEnd.CaseArchived && ends.Contains(DeadlineEnd.CaseClosed); // what is archived was closed
        var decided = end is DeadlineEnd.CaseClosed or DeadlineEnd.CaseArchived && ends.Contains(DeadlineEnd.CaseDecided);
        var paid = end is DeadlineEnd.MoneyPaid && ends.Contains(DeadlineEnd.AllPerformed); // the fine is all that is owed here
        var performed = end is DeadlineEnd.AllPerformed && ends.Contains(DeadlineEnd.MoneyPaid);
        deadline.IsOpen.ShouldBe(!(ends.Contains(end) || implied || decided || paid || performed));
    }

    [Fact]
    public void Every_kind_binds_somebody_and_only_rights_of_the_party_lapse()
    {
        foreach (var kind in Enum.GetValues<DeadlineKind>())
            Enum.IsDefined(DeadlineNature.Of(kind).Binds).ShouldBeTrue($"{kind}");
        DeadlineNature.Lapsing.ShouldBe([DeadlineKind.Defence, DeadlineKind.HearingRequest]);
        DeadlineNature.Lapsing.ShouldAllBe(kind => DeadlineNature.Of(kind).Binds == DeadlineBinds.Party);
    }

    [Theory]
    [InlineData("2024-10-09", false)] // the last day itself is still in time
    [InlineData("2024-10-10", true)]
    public void A_right_lapses_after_its_last_day(string today, bool lapsed)
    {
        DeadlineNature.HasLapsed(DeadlineKind.Defence, Date("2024-10-09"), Date(today)).ShouldBe(lapsed);
        DeadlineNature.HasLapsed(DeadlineKind.Payment, Date("2024-10-09"), Date(today)).ShouldBeFalse();
    }

    [Fact, Rule("ACL-53")]
    public void The_time_to_ask_the_court_ends_with_the_payment_and_the_payment_itself_is_met()
    {
        var played = PerformedCase.Served();
        played.Open(DeadlineKind.CourtApplication).ShouldNotBeNull();

        played.Pay(1_000, "2024-10-08");

        played.Open(DeadlineKind.CourtApplication).ShouldBeNull();
        played.Case.Deadlines.Single(d => d.Kind == DeadlineKind.Payment).MetAt.ShouldNotBeNull();
    }

    [Fact, Rule("ACL-53")]
    public void It_runs_on_while_something_beside_the_fine_is_owed()
    {
        var played = PerformedCase.Served(correctBy: "2024-10-15");

        played.Pay(1_000, "2024-10-08");

        played.Open(DeadlineKind.CourtApplication).ShouldNotBeNull();
    }

    /// <summary>A served case with an unpaid fine, or an undecided one for the kinds that wait for the decision, with a deadline of the kind until 2024-10-09.</summary>
    private static EnforcementCase Running(DeadlineKind kind, DeadlineEnd end)
    {
        var @case = PerformedCase.Served().Case;
        foreach (var other in @case.Deadlines.Where(d => d.IsOpen))
            other.End(At("2024-09-24"));
        if (
            DeadlineNature.Of(kind).Ends.Contains(DeadlineEnd.CaseDecided)
            || end is DeadlineEnd.CaseDecided or DeadlineEnd.InvestigationReopened
        )
            @case.MoveTo(CaseStage.Told);
        if (kind is not DeadlineKind.Sealing)
            @case.AddDeadline(Guid.NewGuid(), DeadlineKind.Sealing, Until(), Measure);
        @case.AddDeadline(Guid.NewGuid(), kind, Until(), Measure);
        return @case;
    }

    private static Deadline Until() =>
        Deadline.From(
            new DeadlineRule(
                "APL-28",
                "期限",
                TimeLimit.CalendarDays(16),
                PenaltyLaw.At("第二十八条第一款"),
                DeadlineFor.AgencyPower,
                "起算"
            ),
            Date("2024-09-23"),
            Shipped
        );

    private static void Happen(DeadlineEnd end, EnforcementCase @case)
    {
        var at = end is DeadlineEnd.LastDayOver ? At("2024-10-10") : At("2024-10-08");
        switch (end)
        {
            case DeadlineEnd.LastDayOver:
                break;
            case DeadlineEnd.CaseDecided:
                @case.MoveTo(CaseStage.Decided);
                break;
            case DeadlineEnd.InvestigationReopened:
                @case.MoveTo(CaseStage.Investigating);
                break;
            case DeadlineEnd.MeasureLifted:
                @case.Deadlines.First(d => d.Kind is DeadlineKind.Sealing).Meet(at);
                break;
            case DeadlineEnd.DecisionFell:
                @case.TakeBack("事实认定有误", at);
                break;
            case DeadlineEnd.MoneyPaid or DeadlineEnd.AllPerformed:
                @case.PaymentOrder!.State = PaymentState.Paid;
                break;
            case DeadlineEnd.CaseClosed:
                @case.MoveTo(CaseStage.Closed);
                break;
            case DeadlineEnd.CaseArchived:
                @case.MoveTo(CaseStage.Archived);
                break;
        }
        @case.EndWhatIsOver(at);
    }
}
