using System.Globalization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Remedies;

/// <summary>行政复议法 第二十条、第二十四条、第六十二条至第六十九条; 行政诉讼法 第四十五条、第四十六条; 国家赔偿法 第三十六条.</summary>
public sealed class RemedyPeriodTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Advice_that_names_no_organ_is_none(string organ)
    {
        new Action(() => RemedyAdvice.ForOrdinary(organ)).ShouldRefuse(RemedyAdvice.OrganNotSet);
        new Action(() => RemedyAdvice.ForOnTheSpot(Date("2024-01-01"), organ)).ShouldRefuse(RemedyAdvice.OrganNotSet);
    }

    [Fact, Rule("REMEDY")]
    public void An_ordinary_decision_leaves_the_choice_between_reconsideration_and_court()
    {
        var advice = RemedyAdvice.ForOrdinary("天津市滨海新区人民政府");

        advice.ReconsiderationFirst.ShouldBeFalse();
        advice.Reconsideration.Limit.ShouldBe(TimeLimit.CalendarDays(60));
        advice.Suit.Limit.ShouldBe(TimeLimit.Months(6));
        (advice.Reconsideration.Rule, advice.Suit.Rule).ShouldBe(("REMEDY", "REMEDY"));
        advice.Text.ShouldBe(
            "如不服本处罚决定，可以自收到本决定书之日起六十日内向天津市滨海新区人民政府申请行政复议，"
                + "也可以自收到本决定书之日起六个月内直接向人民法院提起行政诉讼。"
        );
    }

    [Theory, Rule("ARL-20"), Rule("REMEDY")]
    [InlineData("2024-08-05", true, null, "2024-10-08")]
    [InlineData("2024-08-05", false, null, "2025-08-05")] // unnotified: one year from knowing
    [InlineData("2024-08-05", false, "2024-09-02", "2024-11-01")] // learned: sixty days from there
    [InlineData("2024-08-05", false, "2025-07-30", "2025-08-05")] // never more than the year
    public void Reconsideration_runs_sixty_days_from_knowing_or_learning(string known, bool told, string? learned, string last) =>
        RemedyPeriod.Reconsideration(Clock(known, told, learned), Shipped).LastDay.ShouldBe(Date(last));

    [Theory, Rule("ALL-45-46"), Rule("REMEDY")]
    [InlineData("2024-08-31", true, null, "2025-02-28")]
    [InlineData("2024-08-30", false, null, "2025-09-01")] // 30 August 2025 is a Saturday
    [InlineData("2024-08-30", false, "2024-09-10", "2025-03-10")]
    public void Suing_runs_six_months_from_knowing_or_learning(string known, bool told, string? learned, string last) =>
        RemedyPeriod.Suit(Clock(known, told, learned), Shipped).LastDay.ShouldBe(Date(last));

    [Theory, Rule("ARL-20"), Rule("ALL-45-46")]
    [InlineData(false, "2026-03-02")] // five years from the decision; 1 March 2026 is a Sunday
    [InlineData(true, "2026-03-27")]
    public void Five_years_end_everything_but_cases_of_real_estate(bool realEstate, string reconsiderationEnds)
    {
        var clock = Clock("2026-01-26", told: true, learned: null) with { DecidedOn = Date("2021-03-01"), RealEstate = realEstate };

        RemedyPeriod.Reconsideration(clock, Shipped).LastDay.ShouldBe(Date(reconsiderationEnds));
        RemedyPeriod.Suit(clock, Shipped).LastDay.ShouldBe(realEstate ? Date("2026-07-27") : Date("2026-03-02"));
    }

    [Fact, Rule("ALL-45-46")]
    public void Suing_after_reconsideration_runs_fifteen_days() =>
        RemedyPeriod.SuitAfterReconsideration(Date("2024-09-18"), Shipped).LastDay.ShouldBe(Date("2024-10-08"));

    [Theory, Rule("ARL-24")]
    [InlineData(OrganisationKind.Street, "天津市滨海新区人民政府", null)]
    [InlineData(OrganisationKind.Town, "天津市西青区人民政府", null)]
    [InlineData(OrganisationKind.Street, "天津市滨海新区司法局", "ARL-24")]
    [InlineData(OrganisationKind.Town, "某镇人民政府", "ARL-24")] // the organ itself
    public void Reconsideration_is_asked_of_the_government_above(OrganisationKind organ, string named, string? rule)
    {
        var ensure = () => ReconsiderationOrgan.EnsureGovernmentAbove(organ, "某镇人民政府", named);
        ensure.ShouldRefuse(rule is not null, ReconsiderationOrgan.NotTheGovernmentAbove);
    }

    [Theory, Rule("ARL-20"), Rule("ALL-45-46")]
    [InlineData(true, null, "2021-03-01", "收到处罚决定书", "收到处罚决定书")]
    [InlineData(false, null, "2024-08-05", "知道处罚决定内容", "知道处罚决定内容")]
    [InlineData(false, "2024-09-02", "2024-08-05", "知道救济途径和期限", "知道救济途径和期限")]
    [InlineData(true, null, "2019-08-06", "作出处罚决定", "作出处罚决定")]
    public void The_period_names_the_event_it_runs_from(bool told, string? learned, string decided, string reconsideration, string suit)
    {
        var clock = Clock("2024-08-05", told, learned) with { DecidedOn = Date(decided) };

        Check(RemedyPeriod.Reconsideration(clock, Shipped).Explanation, "ARL-20", reconsideration, "申请行政复议", "《行政复议法》第二");
        Check(RemedyPeriod.Suit(clock, Shipped).Explanation, "ALL-45-46", suit, "提起行政诉讼", "行政诉讼法");
        RemedyPeriod.SuitAfterReconsideration(Date("2024-08-05"), Shipped).Explanation.StartEvent.ShouldBe("收到行政复议决定书");

        static void Check(DeadlineExplanation why, string rule, string start, string name, string basis)
        {
            (why.Rule, why.StartEvent).ShouldBe((rule, start));
            why.Name.ShouldStartWith(name);
            why.Basis.ToString().ShouldContain(basis);
            why.Basis.Article.ShouldStartWith("第");
        }
    }

    [Theory, Rule("ARL-24")]
    [InlineData(OrganisationKind.Street, "第二十四条第一款第三项")]
    [InlineData(OrganisationKind.Team, "第二十四条第一款第三项")]
    [InlineData(OrganisationKind.District, "第二十四条第一款第二项")]
    [InlineData(OrganisationKind.City, "第二十四条第一款第二项")]
    [InlineData(OrganisationKind.Town, "第二十四条第一款第二项")]
    public void Streets_and_towns_stand_in_different_items(OrganisationKind organ, string article) =>
        ReconsiderationOrgan.BasisFor(organ).Article.ShouldBe(article);

    [Fact, Rule("ARL-62")]
    public void Reconsideration_takes_sixty_days_thirty_more_or_thirty()
    {
        Deadline.From(ReconsiderationLength.Ordinary, Date("2025-03-03"), Shipped).LastDay.ShouldBe(Date("2025-05-06"));
        Deadline.From(ReconsiderationLength.Extended, Date("2025-03-03"), Shipped).LastDay.ShouldBe(Date("2025-06-03"));
        Deadline.From(ReconsiderationLength.Simple, Date("2025-03-03"), Shipped).LastDay.ShouldBe(Date("2025-04-02"));
    }

    [Theory, Rule("ARL-63-65")]
    [InlineData(RemedyResult.Upheld, true, RemedyRefund.None, false, false, false)]
    [InlineData(RemedyResult.Dismissed, true, RemedyRefund.None, false, false, false)]
    [InlineData(RemedyResult.Withdrawn, true, RemedyRefund.None, false, false, false)]
    [InlineData(RemedyResult.Changed, true, RemedyRefund.Excess, true, true, false)]
    [InlineData(RemedyResult.NotAccepted, true, RemedyRefund.None, false, false, false)]
    [InlineData(RemedyResult.ApplicationDismissed, true, RemedyRefund.None, false, false, false)]
    [InlineData(RemedyResult.ClaimsDismissed, true, RemedyRefund.None, false, false, false)]
    [InlineData(RemedyResult.Mediated, true, RemedyRefund.Excess, false, false, false)]
    [InlineData(RemedyResult.PartlyRevoked, true, RemedyRefund.Excess, true, true, true)]
    [InlineData(RemedyResult.Revoked, false, RemedyRefund.All, true, true, true)]
    [InlineData(RemedyResult.Unlawful, true, RemedyRefund.None, true, true, false)]
    [InlineData(RemedyResult.Invalid, false, RemedyRefund.All, true, true, true)]
    [InlineData(RemedyResult.OrderedToAct, true, RemedyRefund.None, false, true, false)]
    public void Each_result_says_what_it_does(
        RemedyResult result,
        bool stands,
        RemedyRefund refund,
        bool withdraw,
        bool corrected,
        bool barred
    ) => RemedyResults.EffectOf(result).ShouldBe(new(stands, refund, withdraw, corrected, barred, CaseEndsAsRevoked: !stands));

    [Theory, Rule("ARL-63-65")]
    [InlineData(null, true, false, false)]
    [InlineData(RemedyResult.Upheld, true, false, false)]
    [InlineData(RemedyResult.Revoked, true, false, true)]
    [InlineData(RemedyResult.Revoked, false, false, false)]
    [InlineData(RemedyResult.Revoked, true, true, false)] // a pure fault of procedure
    [InlineData(RemedyResult.Invalid, true, false, true)]
    public void What_was_struck_down_is_not_done_again(RemedyResult? earlier, bool same, bool procedureOnly, bool refused)
    {
        var ensure = () => RemedyResults.EnsureNotSameAgain(earlier, same, procedureOnly);
        ensure.ShouldRefuse(refused, RemedyResults.SameActAgain);
    }

    [Fact, Rule("APL-73-1")]
    public void A_remedy_stops_nothing_until_somebody_orders_it()
    {
        var order = new StayOrder(StayOrderedBy.Court, "（2025）津0116行初1号", Date("2025-03-10"), LiftedOn: Date("2025-04-10"));

        On([], "2025-03-10").ShouldRefuse(null);
        On([order], "2025-03-09").ShouldRefuse(null);
        On([order], "2025-03-10").ShouldRefuse(StayOfExecution.Stayed);
        On([order], "2025-04-09").ShouldRefuse(StayOfExecution.Stayed);
        On([order], "2025-04-10").ShouldRefuse(null);
        On([order with { LiftedOn = null }], "2025-12-31").ShouldRefuse(StayOfExecution.Stayed);

        static Action On(StayOrder[] orders, string day) => () => StayOfExecution.EnsureNotStayed(orders, Date(day));
    }

    [Theory, Rule("SCL-36")]
    [InlineData(1_000_00, "1.5", "2024-03-01", "2025-03-01", 365, 15_21)] // 15.2083
    [InlineData(1_000_00, "1.5", "2025-03-01", "2025-03-01", 0, 0)]
    [InlineData(200_00, "0.35", "2025-03-01", "2025-03-31", 30, 6)] // 5.83 fen
    public void Money_given_back_carries_interest_of_the_bank(long fen, string rate, string paid, string refunded, int days, long interest)
    {
        var counted = RefundInterest.Count(
            Money.OfFen(fen),
            decimal.Parse(rate, CultureInfo.InvariantCulture),
            "一年期定期存款利率",
            Date(paid),
            Date(refunded)
        );

        counted.Days.ShouldBe(days);
        counted.InterestFen.ShouldBe(interest);
        Paying(interest).ShouldRefuse(null);
        if (interest > 0)
            Paying(interest - 1).ShouldRefuse(RefundInterest.InterestMissing);

        Paying(fen).ShouldRefuse(null);
        Paying(fen + 1).ShouldRefuse(RefundInterest.InterestImplausible);

        Action Paying(long amount) =>
            () => RefundInterest.EnsurePaid(Money.OfFen(fen), Money.OfFen(counted.InterestFen), Money.OfFen(amount));
    }

    [Fact, Rule("SCL-36")]
    public void A_rate_may_be_nothing_but_not_less()
    {
        RefundInterest.Count(Money.Yuan(1), 0m, "x", Date("2025-03-01"), Date("2025-03-02")).InterestFen.ShouldBe(0);
        new Action(() => RefundInterest.Count(Money.Yuan(1), -0.01m, "x", Date("2025-03-01"), Date("2025-03-02"))).ShouldRefuse(
            RefundInterest.NotCountable
        );
    }

    [Fact, Rule("SCL-36")]
    public void A_refund_before_the_payment_is_no_refund() =>
        new Action(() => RefundInterest.Count(Money.Yuan(1), 1m, "x", Date("2025-03-02"), Date("2025-03-01"))).ShouldRefuse(
            RefundInterest.NotCountable
        );

    private static RemedyClock Clock(string known, bool told, string? learned) =>
        new()
        {
            KnownOn = Date(known),
            Informed = told,
            LearnedOn = learned is null ? null : Date(learned),
            DecidedOn = Date(known),
        };
}
