using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecisionGuardTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>What the party says is answered, and answered by nothing heavier; what it is called to is what takes place.</summary>
public sealed class PartyHeardTests
{
    [Fact, Rule("APL-45")]
    public void Nothing_is_decided_nor_taken_up_again_nor_heard_over_a_statement_that_waits_for_its_answer()
    {
        var played = Told();
        Propose(played);
        played.Do(Says("2024-07-18"));

        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(Defence.NotRechecked);
        played.Doing(Says("2024-07-18")).ShouldRefuse(Defence.NotRechecked);
        played
            .Doing(new ReopenInvestigation { DoneAt = At("2024-07-18"), Reason = "补充询问" }, Role.TeamLead)
            .ShouldRefuse(Defence.NotRechecked);

        played.Do(new ReviewDefence { DoneAt = At("2024-07-18"), Results = [new(false, "照片为证")] });
        played.Obstacles(CaseAct.HearDefence).ShouldBeEmpty();
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(ApprovalLine.NotEndorsed); // endorsed before the answer
        played
            .Doing(Endorse(ApprovalLevel.TeamLead, "2024-07-17"), Role.TeamLead)
            .ShouldRefuse(OrderOfActs.BeforeItsGround, "复核陈述申辩");
        Endorsed(played, "2024-07-19");
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(null);
    }

    [Theory, Rule("APL-45")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_later_notice_is_no_heavier_also_where_the_one_before_counts_no_more(bool takenUpAgain)
    {
        var played = Told();
        if (takenUpAgain)
        {
            played.Do(new ReopenInvestigation { DoneAt = At("2024-07-17"), Reason = "补充询问" }, Role.TeamLead);
            played.Do(Conclude("2024-07-17", 12));
        }
        else
        {
            ProposeAndTell(played, Tell("2024-07-17") with { Penalties = [Fine(900)] }); // never served
        }
        var heavier = Tell("2024-07-18") with { Penalties = [Fine(1_001)], NewFacts = "另查明一处" };
        ProposeFor(played, heavier);

        played.Reopened().Doing(heavier).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts);
        ProposeAndTell(played, heavier with { Penalties = [Fine(1_000)], NewFacts = null });
    }

    [Fact, Rule("APL-62")]
    public void A_notice_counts_no_more_once_another_one_is_written()
    {
        var played = Told();

        ProposeAndTell(played, Tell("2024-07-17") with { Penalties = [Fine(900)] });

        played.File.Notice.Served.ShouldBeNull();
        played.Reopened().File.Notice.Served.ShouldBeNull();
        played.Obstacles(CaseAct.HearDefence).ShouldBe([PriorNotices.Missing]);
    }

    [Theory, Rule("APL-64-2")]
    [InlineData("2024-07-30", 8, true)] // before the hour
    [InlineData("2024-07-30", 9, false)]
    [InlineData("2024-07-30", 14, false)]
    [InlineData("2024-07-31", 9, true)] // on another day
    public void A_hearing_is_held_when_the_party_was_called_to_it(string day, int hour, bool refused)
    {
        var held = Held() with { DoneAt = At(day, hour) };
        foreach (var attendance in new[] { HearingAttendance.Attended, HearingAttendance.UnexcusedAbsence })
            Called().Doing(held with { Attendance = attendance }, Role.HearingHost, Host).ShouldRefuse(refused, HearingConduct.NotAsCalled);
    }

    [Fact, Rule("APL-64-2")]
    public void A_hearing_called_to_another_time_is_served_anew()
    {
        var played = Called();
        var first = played.File.Papers.Last(p => p.Kind is DocumentKind.HearingNotice);
        played.Do(Notify() with { HearingAt = At("2024-07-31", 9) }, Role.Head);
        var held = Held() with { DoneAt = At("2024-07-31", 9) };

        played.Doing(held, Role.HearingHost, Host).ShouldRefuse(HearingConduct.NoticeTooShort, "没有送达");
        played.Reopened().Doing(held, Role.HearingHost, Host).ShouldRefuse(HearingConduct.NoticeTooShort, "没有送达");
        played.File.Papers.Last(p => p.Kind is DocumentKind.HearingNotice).ShouldNotBe(first);
        played.Serve(DocumentKind.HearingNotice, "2024-07-18");
        played.Reopened().Doing(held, Role.HearingHost, Host).ShouldRefuse(null);
    }

    [Fact, Rule("APL-64-3")]
    public void A_hearing_waits_for_the_answer_whether_its_host_withdraws()
    {
        var played = Called();
        played.Doing(Asked(Guid.NewGuid())).ShouldRefuse(Domain.Personnel.OfficerRoster.Unknown);
        played.Do(Asked(Host));

        played.Doing(Held(), Role.HearingHost, Host).ShouldRefuse(HearingConduct.HostRecusalUndecided);
        played.Do(Answered(granted: false), Role.Head);
        played.Doing(Held(), Role.HearingHost, Host).ShouldRefuse(null);

        played.Do(Asked(Host));
        played.Do(Answered(granted: true), Role.Head);
        played.Doing(Held(), Role.HearingHost, Host).ShouldRefuse(Recusal.WithdrawnOfficerActing);

        static RequestRecusal Asked(Guid person) =>
            new()
            {
                DoneAt = At("2024-07-19"),
                OfficerId = person,
                AskedBy = RecusalAskedBy.Party,
                Reason = "与调查人员有近亲属关系",
            };
        static DecideRecusal Answered(bool granted) =>
            new()
            {
                DoneAt = At("2024-07-19"),
                OfficerId = Host,
                Granted = granted,
                Reasons = "经核查",
            };
    }

    [Fact, Rule("APL-34"), Rule("APL-58-2")]
    public void A_mitigated_penalty_passes_on_a_review_and_a_discussion_of_itself()
    {
        var played = Told();
        played.AssessedFacts = new() { Leniency = [new(LeniencyGround.MeritoriousHelp, "提供线索，附笔录")] };
        Propose(played, Mitigated(400));
        Review(played, "2024-07-18");
        played.Do(Discussion("2024-07-19", Fine(400)), Role.Head);

        Propose(played, Mitigated(300), "2024-07-19");
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(CollectiveDiscussion.Overtaken, "数额");
        Review(played, "2024-07-20");
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(CollectiveDiscussion.BeforeReview);
        played.Do(Discussion("2024-07-21", Fine(300)), Role.Head);
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(null);

        static ProposeDecision Mitigated(long yuan) => Proposal() with { Penalties = [Fine(yuan)], Grade = PenaltyGrade.Mitigated };
    }

    private static HearDefence Says(string date) =>
        new()
        {
            DoneAt = At(date),
            Points = ["货物不是我的"],
            Declaration = Declared(date),
        };

    private static PlayedCase Called()
    {
        var played = Told(hearing: true);
        played.Do(Ask("2024-07-17"));
        played.Do(Notify(), Role.Head);
        played.Serve(DocumentKind.HearingNotice, "2024-07-18");
        return played;
    }
}
