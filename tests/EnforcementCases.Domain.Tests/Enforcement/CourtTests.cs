using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Enforcement;

/// <summary>行政强制法 第五十三条至第五十八条; 行政处罚法 第七十二条第二款.</summary>
public sealed class CourtTests
{
    private static readonly CourtWindow Window = CourtWindow.After(Clock("2024-08-31"), Shipped);

    private static readonly CourtApplication Application = new()
    {
        AppliedOn = Date("2025-03-24"),
        Court = "天津市滨海新区人民法院",
        Place = CourtPlace.OfTheOrgan,
        RealEstate = false,
        Papers = CourtApplying.Mandatory,
        SignedByHead = true,
        Sealed = true,
    };

    private static readonly CourtApplicationFacts Facts = new(Window, Date("2025-03-03"), RemedyPending: false, Performed: false);

    [Fact, Rule("ACL-53")]
    public void The_window_of_an_ordinary_decision_opens_after_both_remedies_and_closes_three_months_later()
    {
        Window.PeriodEnd!.LastDay.ShouldBe(Date("2025-02-28"));
        Window.Explanation.Rule.ShouldBe("ACL-53");
        Window.OpensOn.ShouldBe(Date("2025-03-01"));
        Window.LastDay.ShouldBe(Date("2025-05-28"));
    }

    [Theory, Rule("ACL-53")]
    [InlineData("2025-02-28", false)]
    [InlineData("2025-03-01", true)]
    [InlineData("2025-05-28", true)]
    [InlineData("2025-05-29", false)]
    public void The_window_has_sharp_edges(string day, bool open) => Window.IsOpenOn(Date(day)).ShouldBe(open);

    [Fact, Rule("ACL-53")]
    public void The_end_of_the_window_never_rolls_forward() =>
        CourtWindow.After(Clock("2024-08-01"), Shipped).LastDay.ShouldBe(Date("2025-05-05")); // a day off

    [Theory, Rule("ACL-53")]
    [InlineData("2025-03-28", null)]
    [InlineData("2025-03-29", 60)]
    [InlineData("2025-04-28", 30)]
    [InlineData("2025-05-18", 10)]
    [InlineData("2025-05-28", 10)]
    [InlineData("2025-05-29", null)]
    public void It_warns_sixty_thirty_and_ten_days_before_the_end(string day, int? daysBefore) =>
        (Window.AlertOn(Date(day))?.DaysBefore).ShouldBe(daysBefore);

    [Fact, Rule("ACL-53")]
    public void After_reconsideration_it_opens_when_the_fifteen_days_for_suing_are_over()
    {
        var window = CourtWindow.AfterReconsideration(Date("2024-09-18"), Shipped);

        window.OpensOn.ShouldBe(Date("2024-10-09"));
        window.LastDay.ShouldBe(Date("2025-01-08"));
    }

    [Fact, Rule("ACL-53-S")]
    public void An_on_the_spot_decision_shows_both_readings_and_stops_at_the_earlier_one()
    {
        var both = SimpleCourtWindows.After(Clock("2024-08-05"), SimpleCourtWindows.ReadingOf("reconsideration"), Shipped);

        (both.ByReconsideration.OpensOn, both.ByReconsideration.LastDay).ShouldBe((Date("2024-10-09"), Date("2025-01-08")));
        (both.BySuit.OpensOn, both.BySuit.LastDay).ShouldBe((Date("2025-02-06"), Date("2025-05-05")));
        both.InForce.ShouldBe(both.ByReconsideration);
        both.WarnFrom.ShouldBe(Date("2024-10-09"));
        (both with { Reading = SimpleCourtWindows.ReadingOf("suit") }).InForce.ShouldBe(both.BySuit);
    }

    [Theory, Rule("APL-72-2")]
    [InlineData("2025-06-30", "2025-07-01", "2025-09-30", true)] // longer than the remedies: runs from its end
    [InlineData("2024-12-31", "2025-03-01", "2025-05-28", false)] // shorter: changes nothing
    public void A_deferral_moves_the_window(string ends, string opens, string last, bool moved)
    {
        var window = CourtWindow.After(Clock("2024-08-31"), Shipped, new(Date("2024-09-10"), [new Instalment(Date(ends), 1_000_00)]));

        (window.OpensOn, window.LastDay).ShouldBe((Date(opens), Date(last)));
        (window.Explanation.Rule, window.PeriodEnd is null).ShouldBe((moved ? "APL-72-2" : "ACL-53", moved));
    }

    [Fact, Rule("ACL-54")]
    public void The_court_is_asked_from_the_day_after_ten_working_days()
    {
        CallToPerform.WaitBeforeCourt(Date("2025-09-22"), Shipped).LastDay.ShouldBe(Date("2025-10-11"));
        CallToPerform.EarliestApplication(Date("2025-09-22"), Shipped).ShouldBe(Date("2025-10-12"));
    }

    [Fact, Rule("ACL-54")]
    public void It_warns_where_the_window_closes_before_the_call_has_run()
    {
        var latest = CallToPerform.LatestService(Window, Shipped);

        CallToPerform.EarliestApplication(latest, Shipped).ShouldBeLessThanOrEqualTo(Window.LastDay);
        CallToPerform.EarliestApplication(latest.AddDays(1), Shipped).ShouldBeGreaterThan(Window.LastDay);
        CourtApplying.WarningOfCall(Window, latest, Shipped).ShouldBeNull();
        var warning = CourtApplying.WarningOfCall(Window, latest.AddDays(1), Shipped)!;
        warning.Error.ShouldBe(CourtApplying.CallTooLateForWindow);
        warning.Detail.ShouldBe($"期限至 2025-05-28，催告书最迟应当于 {latest:yyyy-MM-dd} 送达");
    }

    [Fact, Rule("ACL-53"), Rule("ACL-54"), Rule("ACL-55")]
    public void An_application_outside_the_law_is_refused()
    {
        Applying(Application).ShouldRefuse(null);
        Applying(Application with { AppliedOn = Date("2025-02-28") }, Facts with { CallServedOn = Date("2025-01-20") })
            .ShouldRefuse(CourtApplying.TooEarly);
        Applying(Application with { AppliedOn = Date("2025-03-01") }, Facts with { CallServedOn = Date("2025-01-20") }).ShouldRefuse(null);
        Applying(Application with { AppliedOn = Date("2025-03-17") }).ShouldRefuse(CourtApplying.CallNotRun); // the tenth working day
        Applying(Application with { AppliedOn = Date("2025-03-18") }).ShouldRefuse(null);
        Applying(Application with { AppliedOn = Date("2025-05-28") }).ShouldRefuse(null);
        Applying(Application with { AppliedOn = Date("2025-05-29") }).ShouldRefuse(CourtApplying.TooLate);
        Applying(Application, Facts with { CallServedOn = null }).ShouldRefuse(CourtApplying.CallNotRun);
        Applying(Application, Facts with { RemedyPending = true }).ShouldRefuse(CourtApplying.NotOpen, "正在进行");
        Applying(Application, Facts with { Performed = true }).ShouldRefuse(CourtApplying.NotOpen, "已经履行");
        Applying(Application with { RealEstate = true }).ShouldRefuse(CourtApplying.WrongCourt, "执行对象是不动产");
        Applying(Application with { Place = CourtPlace.OfTheRealEstate }).ShouldRefuse(CourtApplying.WrongCourt, "执行对象不是不动产");
        Applying(Application with { Court = " " }).ShouldRefuse(CourtApplying.WrongCourt);
        foreach (var paper in CourtApplying.Mandatory)
            Applying(Application with { Papers = [.. CourtApplying.Mandatory.Except([paper])] })
                .ShouldRefuse(CourtApplying.PapersMissing, paper.Term());
        Applying(Application with { SignedByHead = false }).ShouldRefuse(CourtApplying.PapersMissing, "没有负责人签名");
        Applying(Application with { Sealed = false }).ShouldRefuse(CourtApplying.PapersMissing, "没有加盖印章");
    }

    [Fact, Rule("ACL-55")]
    public void Each_paper_of_the_package_is_asked_for()
    {
        foreach (var paper in CourtApplying.Mandatory)
            CourtApplying
                .Obstacles(Application with { Papers = [.. CourtApplying.Mandatory.Where(p => p != paper)] }, Facts, Shipped)
                .ShouldHaveSingleItem()
                .Detail.ShouldContain(paper.Term());
        CourtApplying.Mandatory.ShouldNotContain(CourtPaper.Others);
        CourtPaper.Others.Term().ShouldContain("其他");
    }

    [Fact, Rule("ACL-56-58")]
    public void What_the_court_owes_is_tracked()
    {
        var received = new CourtProgress(Date("2025-03-24"));

        Open(received).ShouldBe(Date("2025-03-31")); // five working days
        Open(received with { AcceptedOn = Date("2025-03-31") }).ShouldBe(Date("2025-04-10")); // seven, 4 April is off
        Open(received with { AcceptedOn = Date("2025-03-31"), ApparentlyUnlawful = true }).ShouldBe(Date("2025-04-30"));
        Open(received with { NotAcceptedServedOn = Date("2025-03-31") }).ShouldBe(Date("2025-04-15"));
        Open(received with { AcceptedOn = Date("2025-03-31"), NotGrantedServedOn = Date("2025-04-10") }).ShouldBe(Date("2025-04-25"));
        CourtSteps.Open(received with { GrantedOn = Date("2025-04-10") }, Shipped).ShouldBeEmpty();

        static DateOnly Open(CourtProgress progress) => CourtSteps.Open(progress, Shipped).ShouldHaveSingleItem().LastDay;
    }

    private static RemedyClock Clock(string known) =>
        new()
        {
            KnownOn = Date(known),
            Informed = true,
            DecidedOn = Date(known),
        };

    private static Action Applying(CourtApplication application, CourtApplicationFacts? facts = null) =>
        () => CourtApplying.EnsureAllowed(application, facts ?? Facts, Shipped);
}
