using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Penalties;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Notice, listening, and the time for both. 行政处罚法 第四十四条、第四十五条、第六十二条.</summary>
public sealed class DefenceTests
{
    private static readonly RightsWaiver Both = new(At("2024-09-13", 12), "我没有意见，放弃陈述申辩和听证", Statement: true, Hearing: true);

    [Fact, Rule("APL-62")]
    public void Rights_may_be_given_up_in_the_moment_they_are_told_and_that_counts_at_once()
    {
        var notice = Notice("2024-09-13");
        var waiver = Both with { At = notice.ServedAt };

        Defence.ObstacleUnlessExplicit(waiver, notice).ShouldBeNull();
        Defence.ObstaclesToDecision(notice, [], waiver, hearingDone: false, waiver.At, Shipped).ShouldBeEmpty();
    }

    [Fact, Rule("APL-44")]
    public void A_notice_that_keeps_silent_about_the_right_to_speak_is_refused_by_its_words() =>
        new Action(() => PriorNotices.EnsureComplete(Notice("2024-09-13") with { StatementRightNotified = false })).ShouldRefuse(
            PriorNotices.Incomplete,
            "陈述、申辩的权利"
        );

    [Fact, Rule("APL-44")]
    public void A_notice_tells_the_exact_penalty_facts_reasons_basis_and_rights()
    {
        var notice = Notice("2024-09-13");
        Complete(notice).ShouldRefuse(null);
        Complete(notice with { Penalties = [] }).ShouldRefuse(PriorNotices.Incomplete);
        Complete(notice with { Facts = "" }).ShouldRefuse(PriorNotices.Incomplete);
        Complete(notice with { Reasons = " " }).ShouldRefuse(PriorNotices.Incomplete);
        Complete(notice with { Basis = "" }).ShouldRefuse(PriorNotices.Incomplete);
        Complete(notice with { StatementRightNotified = false }).ShouldRefuse(PriorNotices.Incomplete);
        Complete(notice with { Penalties = [Fine(0)] }).ShouldRefuse(PenaltyItems.DoNotFit);

        static Action Complete(PriorNotice notice) => () => PriorNotices.EnsureComplete(notice);
    }

    [Fact, Rule("APL-62")]
    public void Without_notice_there_is_no_decision()
    {
        Decide(null, "2024-09-20").ShouldRefuse(PriorNotices.Missing, "没有送达事先告知书");
        Decide(Notice("2024-09-21"), "2024-09-20").ShouldRefuse(PriorNotices.Missing, "告知时间晚于决定时间");
        Decide(Notice("2024-09-13"), "2024-09-20").ShouldRefuse(null);

        static Action Decide(PriorNotice? notice, string on) => () => PriorNotices.EnsureNotifiedBefore(notice, [Fine(1_000)], At(on));
    }

    [Fact, Rule("APL-45")]
    public void The_decision_is_never_heavier_than_told_and_only_new_facts_let_a_later_notice_be()
    {
        new Action(() => PriorNotices.EnsureNotifiedBefore(Notice("2024-09-13"), [Fine(1_001)], At("2024-09-30"))).ShouldRefuse(
            PriorNotices.HeavierThanNotified
        );
        var before = AnOrdinaryCase.Evidence(Guid.NewGuid());
        var after = before with { TakenAt = At("2024-09-16"), Verification = before.Verification! with { At = At("2024-09-17") } };
        Follow(1_001).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts);
        Follow(1_001, before).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts, "2024-09-13");
        Follow(1_001, after with { TakenAt = At("2024-09-13") }).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts);
        Follow(1_001, after with { Verification = null }).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts);
        Follow(1_001, after).ShouldRefuse(null);
        Follow(1_000).ShouldRefuse(null);
        new Action(() =>
            PriorNotices.EnsureMayFollow(Notice("2024-09-13"), Notice("2024-09-20", false, Fine(1_001)), [], onHigherProvision: true)
        ).ShouldRefuse(null);

        static Action Follow(long yuan, params EvidenceItem[] evidence) =>
            () => PriorNotices.EnsureMayFollow(Notice("2024-09-13"), Notice("2024-09-20", false, Fine(yuan)), evidence);
    }

    [Theory, Rule("APL-45")]
    [InlineData("已及时清理", "经复核属实，予以采纳", false)]
    [InlineData("已及时清理", " ", true)]
    [InlineData("", "经复核", true)]
    public void Each_point_of_the_party_is_re_checked(string words, string recheck, bool refused)
    {
        var statement = new DefenceStatement(At("2024-09-14"), [new("第一点", true, "采纳"), new(words, false, recheck)]);
        new Action(() => Defence.EnsureRechecked(statement)).ShouldRefuse(refused, Defence.NotRechecked);
        new Action(() => Defence.EnsureRechecked(statement with { Points = [] })).ShouldRefuse(Defence.NotRechecked);
        (Defence.ObstaclesToDecision(Notice("2024-09-13"), [statement], null, false, At("2024-10-30"), Shipped).Count > 0).ShouldBe(
            refused
        );
    }

    [Theory, Rule("APL-62")]
    [InlineData("放弃陈述申辩", true, 11, false)]
    [InlineData(" ", true, 11, true)] // silence
    [InlineData("放弃", false, 11, true)] // of what?
    [InlineData("放弃陈述申辩", true, 9, true)] // before being told
    public void A_waiver_is_explicit_and_comes_after_the_notice(string words, bool statement, int hour, bool refused) =>
        new Action(() =>
            Defence.EnsureExplicit(new(At("2024-09-13", hour), words, statement, Hearing: false), Notice("2024-09-13"))
        ).ShouldRefuse(refused, Defence.WaiverNotExplicit);

    [Theory, Rule("APL-44-WAIT"), Rule("APL-64-1")]
    [InlineData("2024-09-13", false, 3, "2024-09-19")] // Sat 14 counts, 15 to 17 do not
    [InlineData("2024-09-13", true, 3, "2024-09-23")] // never before the end of the time to ask for a hearing
    [InlineData("2024-09-13", true, 5, "2024-09-23")]
    [InlineData("2024-09-13", true, 7, "2024-09-25")] // a longer local time stands
    public void The_party_has_the_longer_of_both_times(string told, bool hearingRight, int wait, string last) =>
        Defence.LastDay(Date(told), hearingRight, Shipped, wait).LastDay.ShouldBe(Date(last));

    [Fact, Rule("APL-44-WAIT")]
    public void The_decision_waits_for_each_right_until_it_is_given_up()
    {
        var notice = Notice("2024-09-13", hearingRight: true);
        Decide("2024-09-23").ShouldRefuse(Defence.TimeNotOver);
        Decide("2024-09-24").ShouldRefuse(null); // silence lets the time run out
        Decide("2024-09-13", Both).ShouldRefuse(null);
        Decide("2024-09-23", Both with { Hearing = false }).ShouldRefuse(Defence.TimeNotOver);
        Decide("2024-09-19", Both with { Statement = false }).ShouldRefuse(Defence.TimeNotOver);
        Decide("2024-09-20", Both with { Statement = false }).ShouldRefuse(null);
        Decide("2024-09-20", Both with { Words = "" }).ShouldRefuse(Defence.WaiverNotExplicit);
        Decide("2024-09-20", Both with { At = At("2024-09-21") }).ShouldRefuse(Defence.TimeNotOver); // given up only later
        Decide("2024-09-20", null, hearingDone: true).ShouldRefuse(null);

        Action Decide(string on, RightsWaiver? waiver = null, bool hearingDone = false) =>
            () => Defence.EnsureHeardBefore(notice, [], waiver, hearingDone, At(on, 20), Shipped);
    }

    [Fact, Rule("APL-44-WAIT")]
    public void The_waiting_time_never_ends_before_the_time_to_ask_for_a_hearing() =>
        Prop.ForAll(
                (
                    from day in Gen.Choose(0, 365 * 5).Select(Date("2021-01-01").AddDays)
                    from wait in Gen.Choose(1, 15)
                    select (day, wait)
                ).ToArbitrary(),
                i =>
                    Defence.LastDay(i.day, hearingRightNotified: true, Shipped, i.wait).LastDay
                        >= HearingRequest.Due(i.day, Shipped).LastDay
                    && Defence.LastDay(i.day, true, Shipped, i.wait).LastDay >= Defence.LastDay(i.day, false, Shipped, i.wait).LastDay
            )
            .QuickCheckThrowOnFailure();
}
