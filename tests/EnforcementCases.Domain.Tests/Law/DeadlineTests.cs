using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Law;

public sealed class DeadlineTests
{
    private static readonly LegalBasis Basis = PenaltyLaw.At("第八十五条");

    /// <summary>The test vectors of the rule table, each with the law that prints the period.</summary>
    public static TheoryData<string, string, TimeLimit, DeadlineFor, string> Vectors =>
        new()
        {
            { "hearing right told", "2024-09-13", PenaltyLaw.Days(5), DeadlineFor.Party, "2024-09-23" },
            { "registered and preserved", "2025-01-24", PenaltyLaw.Days(7), DeadlineFor.AgencyPower, "2025-02-10" },
            { "decision received before National Day", "2024-09-18", PenaltyLaw.Days(15), DeadlineFor.Party, "2024-10-08" },
            { "decision received before Spring Festival", "2026-02-04", PenaltyLaw.Days(15), DeadlineFor.Party, "2026-02-24" },
            { "decision revoked, withdraw", "2025-09-30", PenaltyLaw.Days(3), DeadlineFor.Party, "2025-10-11" },
            { "decision made, publish in 7", "2026-02-12", ThreeSystemsCircular.Days(7), DeadlineFor.Party, "2026-02-28" },
            { "decision made, publish in 20", "2026-02-12", ThreeSystemsCircular.Days(20), DeadlineFor.Party, "2026-03-18" },
            { "decision, party absent", "2023-04-20", PenaltyLaw.Days(7), DeadlineFor.Party, "2023-04-28" },
            { "cash taken", "2023-06-21", PenaltyLaw.Days(2), DeadlineFor.Party, "2023-06-26" },
            { "cash handed in", "2023-06-26", PenaltyLaw.Days(2), DeadlineFor.Party, "2023-06-28" },
            { "filed, decide", "2024-07-10", PenaltyLaw.Days(90), DeadlineFor.AgencyPower, "2024-10-08" },
            { "sealed", "2025-01-15", CoercionLaw.Days(30), DeadlineFor.AgencyPower, "2025-02-14" },
            { "sealed and extended", "2025-01-15", TimeLimit.CalendarDays(60), DeadlineFor.AgencyPower, "2025-03-16" },
            { "called upon", "2025-09-22", CoercionLaw.Days(10), DeadlineFor.Party, "2025-10-11" },
            { "act known, reconsideration", "2024-08-05", ReconsiderationLaw.Days(60), DeadlineFor.Party, "2024-10-08" },
            { "act known, suit", "2024-08-31", TimeLimit.Months(6), DeadlineFor.Party, "2025-02-28" },
            { "suing period over, apply to court", "2025-02-28", TimeLimit.Months(3), DeadlineFor.AgencyPower, "2025-05-28" },
            { "reconsideration papers, ordinary", "2025-04-28", ReconsiderationLaw.Days(10), DeadlineFor.Party, "2025-05-15" },
            { "reconsideration papers, simple", "2025-04-28", ReconsiderationLaw.Days(5), DeadlineFor.Party, "2025-05-08" },
            { "complaint copy received", "2025-09-20", LitigationLaw.Days(15), DeadlineFor.Party, "2025-10-09" },
        };

    [Theory, MemberData(nameof(Vectors))]
    [Rule("TIME-START"), Rule("TIME-END"), Rule("TIME-MONTH"), Rule("TIME-CAL")]
    public void A_deadline_ends_as_in_the_rule_table(string what, string start, TimeLimit limit, DeadlineFor binds, string lastDay)
    {
        var deadline = Count(start, limit, binds);

        deadline.LastDay.ShouldBe(Date(lastDay), what);
        deadline.IsProvisional.ShouldBeFalse();
        deadline.IsMissedOn(Date(lastDay)).ShouldBeFalse();
        deadline.IsMissedOn(Date(lastDay).AddDays(1)).ShouldBeTrue();
    }

    [Theory, Rule("TIME-APL-85")]
    [InlineData(2, TimeUnit.WorkingDay)]
    [InlineData(3, TimeUnit.WorkingDay)]
    [InlineData(5, TimeUnit.WorkingDay)]
    [InlineData(7, TimeUnit.WorkingDay)]
    [InlineData(15, TimeUnit.CalendarDay)]
    [InlineData(90, TimeUnit.CalendarDay)]
    public void Penalty_law_counts_short_periods_in_working_days(int printed, TimeUnit unit) =>
        PenaltyLaw.Days(printed).ShouldBe(new(printed, unit));

    [Theory, Rule("TIME-APL-85")]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    public void A_period_that_the_penalty_law_does_not_print_is_no_period(int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PenaltyLaw.Days(days)).Message.ShouldContain("2, 3, 5, 7, 15 and 90");

    [Theory, Rule("TIME-ACL-69")]
    [InlineData(3, TimeUnit.WorkingDay)]
    [InlineData(10, TimeUnit.WorkingDay)]
    [InlineData(11, TimeUnit.CalendarDay)]
    [InlineData(30, TimeUnit.CalendarDay)]
    public void Coercion_law_counts_up_to_ten_days_in_working_days(int printed, TimeUnit unit) =>
        CoercionLaw.Days(printed).ShouldBe(new(printed, unit));

    [Theory, Rule("TIME-ARL-88")]
    [InlineData(5, TimeUnit.WorkingDay)]
    [InlineData(10, TimeUnit.WorkingDay)]
    [InlineData(30, TimeUnit.CalendarDay)]
    [InlineData(60, TimeUnit.CalendarDay)]
    public void Reconsideration_law_counts_up_to_ten_days_in_working_days(int printed, TimeUnit unit) =>
        ReconsiderationLaw.Days(printed).ShouldBe(new(printed, unit));

    [Fact, Rule("TIME-ALL")]
    public void Litigation_days_are_calendar_days() => LitigationLaw.Days(15).Unit.ShouldBe(TimeUnit.CalendarDay);

    [Fact, Rule("TIME-SCL")]
    public void Compensation_days_are_calendar_days_however_few() => CompensationLaw.Days(5).Unit.ShouldBe(TimeUnit.CalendarDay);

    [Fact, Rule("TIME-118")]
    public void The_circular_says_working_days_itself() => ThreeSystemsCircular.Days(20).Unit.ShouldBe(TimeUnit.WorkingDay);

    [Fact, Rule("TIME-END")]
    public void A_power_of_the_organ_ends_on_the_rest_day_itself()
    {
        Count("2024-09-18", TimeLimit.CalendarDays(15), DeadlineFor.Party).LastDay.ShouldBe(Date("2024-10-08"));
        Count("2024-09-18", TimeLimit.CalendarDays(15), DeadlineFor.AgencyPower).LastDay.ShouldBe(Date("2024-10-03"));
    }

    [Fact, Rule("TIME-START")]
    public void Days_of_testing_are_not_counted()
    {
        var testing = new ExcludedSpan(Date("2025-01-20"), Date("2025-01-31"), "检测期间");

        var deadline = Count("2025-01-15", CoercionLaw.Days(30), DeadlineFor.AgencyPower, testing);

        deadline.LastDay.ShouldBe(Date("2025-02-26"));
        deadline.Explanation.ExcludedDays.Count.ShouldBe(12);
    }

    [Theory, Rule("TIME-MONTH")]
    [InlineData("2024-08-31", 6, "2025-02-28")]
    [InlineData("2023-08-31", 6, "2024-02-29")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    public void A_month_without_the_day_ends_on_its_last_day(string start, int months, string lastDay) =>
        Count(start, TimeLimit.Months(months), DeadlineFor.AgencyPower).LastDay.ShouldBe(Date(lastDay));

    [Fact, Rule("TIME-START")]
    public void Hours_run_by_the_clock_through_nights_and_holidays()
    {
        var rule = new DeadlineRule(
            "ACL-19",
            "补办批准手续",
            TimeLimit.Hours(24),
            CoercionLaw.At("第十九条"),
            DeadlineFor.AgencyPower,
            "实施强制措施"
        );

        var deadline = Deadline.From(rule, DateTimeOffset.Parse("2024-10-01T09:30:00+08:00", CultureInfo.InvariantCulture), Shipped);

        deadline.LastInstant.ShouldBe(DateTimeOffset.Parse("2024-10-02T09:30:00+08:00", CultureInfo.InvariantCulture));
        deadline.IsMissedAt(DateTimeOffset.Parse("2024-10-02T09:30:00+08:00", CultureInfo.InvariantCulture)).ShouldBeFalse();
        deadline.IsMissedAt(DateTimeOffset.Parse("2024-10-02T09:30:01+08:00", CultureInfo.InvariantCulture)).ShouldBeTrue();
    }

    [Fact, Rule("TIME-CAL")]
    public void A_working_day_deadline_past_the_loaded_years_is_refused() =>
        new Action(() => Count("2026-12-25", PenaltyLaw.Days(7), DeadlineFor.Party)).ShouldRefuse(WorkingCalendar.YearNotLoaded);

    [Fact, Rule("TIME-CAL")]
    public void A_calendar_day_deadline_past_the_loaded_years_is_provisional_and_rolled_once_the_year_is_loaded()
    {
        var provisional = Count("2026-12-19", PenaltyLaw.Days(15), DeadlineFor.Party);
        provisional.LastDay.ShouldBe(Date("2027-01-03"));
        provisional.IsProvisional.ShouldBeTrue();
        provisional.Explanation.Sentence.ShouldContain("暂定");

        var loaded = provisional.Recompute(With2027);

        loaded.LastDay.ShouldBe(Date("2027-01-04"), "3 January 2027 is a Sunday");
        loaded.IsProvisional.ShouldBeFalse();
        loaded.Explanation.CalendarVersion.ShouldBe("with-2027");
    }

    [Fact, Rule("TIME-CAL-X")]
    public void The_last_days_of_December_stay_open_until_the_next_notice()
    {
        Count("2026-12-24", PenaltyLaw.Days(2), DeadlineFor.Party).IsProvisional.ShouldBeTrue();
        Count("2025-12-24", PenaltyLaw.Days(2), DeadlineFor.Party).IsProvisional.ShouldBeFalse("the notice for 2026 is loaded");
    }

    [Fact, Rule("TIME-CAL-X")]
    public void A_day_off_set_by_the_next_year_s_notice_counts_for_its_own_date()
    {
        var calendar = new WorkingCalendar("test", [2022, 2023], [new(Date("2022-12-30"), "元旦")], [], []);

        calendar.IsWorkingDay(Date("2022-12-30")).ShouldBeFalse();
        calendar.IsWorkingDay(Date("2023-12-29")).ShouldBeTrue();
    }

    [Fact, Rule("TIME-RULE-VERSION")]
    public void A_settled_deadline_is_not_moved_by_a_later_calendar()
    {
        var settled = Count("2024-09-18", PenaltyLaw.Days(15), DeadlineFor.Party);

        settled.Recompute(With2027).ShouldBeSameAs(settled);
        settled.Explanation.CalendarVersion.ShouldBe("2021-2026");
    }

    [Fact, Rule("TIME-END")]
    public void A_deadline_explains_itself()
    {
        var deadline = Count("2024-09-18", PenaltyLaw.Days(15), DeadlineFor.Party);

        deadline.Explanation.RolledFrom.ShouldBe(Date("2024-10-03"));
        deadline.Explanation.RolledOver.Select(d => d.Date.Day).ShouldBe([3, 4, 5, 6, 7]);
        deadline.Explanation.Sentence.ShouldBe(
            "测试：自起点（2024-09-18）的次日起15日，2024-10-03届满，因2024-10-03（国庆节放假）、2024-10-04（国庆节放假）、2024-10-05（国庆节放假）、"
                + "2024-10-06（国庆节放假）、2024-10-07（国庆节放假）顺延，至2024-10-08。依据：《行政处罚法》第八十五条；工作日历：2021-2026。"
        );
    }

    [Fact, Rule("TIME-CAL")]
    public void Skipped_days_and_make_up_days_are_named()
    {
        var explanation = Count("2024-09-13", PenaltyLaw.Days(5), DeadlineFor.Party).Explanation;

        explanation.Skipped.ShouldBe([
            new(Date("2024-09-15"), "中秋节放假"),
            new(Date("2024-09-16"), "中秋节放假"),
            new(Date("2024-09-17"), "中秋节放假"),
            new(Date("2024-09-21"), "周六"),
            new(Date("2024-09-22"), "周日"),
        ]);
        explanation.MakeUpDaysCounted.ShouldBe([Date("2024-09-14")]);
    }

    [Fact, Rule("TIME-RULE-VERSION")]
    public void An_explanation_survives_being_stored()
    {
        var explanation = Count(
            "2026-12-19",
            PenaltyLaw.Days(15),
            DeadlineFor.Party,
            new ExcludedSpan(Date("2026-12-20"), Date("2026-12-20"), "测试")
        ).Explanation;

        var read = JsonSerializer.Deserialize<DeadlineExplanation>(JsonSerializer.Serialize(explanation))!;

        read.Sentence.ShouldBe(explanation.Sentence);
        new Deadline(read.LastDay, null, read).Recompute(With2027).LastDay.ShouldBe(Date("2027-01-04"));
    }

    [Fact, Rule("TIME-POST")]
    public void A_paper_posted_on_the_last_day_is_in_time_whenever_it_arrives()
    {
        var deadline = Count("2024-09-18", PenaltyLaw.Days(15), DeadlineFor.Party);

        new PartySubmission(Date("2024-10-12"), Posted: Date("2024-10-08")).IsInTimeFor(deadline).ShouldBeTrue();
        new PartySubmission(Date("2024-10-12"), Posted: Date("2024-10-09")).IsInTimeFor(deadline).ShouldBeFalse();
        new PartySubmission(Date("2024-10-12")).IsInTimeFor(deadline).ShouldBeFalse();
    }

    [Fact, Rule("TIME-START")]
    public void A_period_in_hours_has_an_instant_and_no_excluded_days_and_says_so()
    {
        var rule = new DeadlineRule(
            "ACL-19",
            "补办批准手续",
            TimeLimit.Hours(24),
            CoercionLaw.At("第十九条"),
            DeadlineFor.AgencyPower,
            "实施"
        );
        var start = DateTimeOffset.Parse("2024-10-01T01:30:00Z", CultureInfo.InvariantCulture);

        var deadline = Deadline.From(rule, start, Shipped);

        deadline.Explanation.Sentence.ShouldBe(
            "补办批准手续：自实施（2024-10-01 09:30）起24小时，至2024-10-02。依据：《行政强制法》第十九条；工作日历：2021-2026。"
        );
        deadline.Explanation.LastInstant().ShouldBe(start.AddHours(24));
        Count("2024-09-18", PenaltyLaw.Days(15), DeadlineFor.Party).Explanation.LastInstant().ShouldBeNull();
        Should.Throw<ArgumentException>(() => Deadline.From(rule, Date("2024-10-01"), Shipped)).Message.ShouldContain("instant");
        Should
            .Throw<ArgumentException>(() => Deadline.From(rule, start, Shipped, [new(Date("2024-10-01"), Date("2024-10-01"), "x")]))
            .Message.ShouldContain("excludes");
    }

    [Fact, Rule("TIME-CAL")]
    public void A_sentence_names_what_is_skipped_made_up_for_and_excluded()
    {
        Count("2024-09-13", PenaltyLaw.Days(5), DeadlineFor.Party)
            .Explanation.Sentence.ShouldBe(
                "测试：自起点（2024-09-13）的次日起5个工作日，不计2024-09-15（中秋节放假）、2024-09-16（中秋节放假）、2024-09-17（中秋节放假）、"
                    + "2024-09-21（周六）、2024-09-22（周日），调休上班日2024-09-14计入，至2024-09-23。依据：《行政处罚法》第八十五条；工作日历：2021-2026。"
            );
        Count("2025-01-15", CoercionLaw.Days(30), DeadlineFor.AgencyPower, new ExcludedSpan(Date("2025-01-20"), Date("2025-01-31"), "检测"))
            .Explanation.Sentence.ShouldContain("，扣除12日（检测），");
        Count("2026-12-19", PenaltyLaw.Days(15), DeadlineFor.Party)
            .Explanation.Sentence.ShouldContain("（暂定，待次年节假日安排公布后重新计算）");
    }

    [Fact, Rule("TIME-CAL-X")]
    public void One_open_day_on_the_way_makes_the_end_provisional()
    {
        Deadline
            .From(
                new("TIME-START", "测试", TimeLimit.CalendarDays(5), Basis, DeadlineFor.Party, "起点"),
                Date("2026-12-21"),
                new("y", [2026], [new(Date("2026-12-26"), "元旦"), new(Date("2026-12-27"), "元旦")], [], [])
            )
            .ShouldHave(new { LastDay = Date("2026-12-28"), IsProvisional = true });
    }

    [Fact]
    public void A_span_does_not_end_before_it_begins_and_no_period_is_empty()
    {
        Should
            .Throw<ArgumentException>(() => new ExcludedSpan(Date("2024-10-02"), Date("2024-10-01"), "x"))
            .Message.ShouldContain("2024-10-02 to 2024-10-01");
        new ExcludedSpan(Date("2024-10-01"), Date("2024-10-01"), "x").Covers(Date("2024-10-01")).ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => TimeLimit.CalendarDays(0));
    }

    [Theory]
    [InlineData(TimeUnit.WorkingDay, "3个工作日")]
    [InlineData(TimeUnit.CalendarDay, "3日")]
    [InlineData(TimeUnit.Month, "3个月")]
    [InlineData(TimeUnit.Year, "3年")]
    [InlineData(TimeUnit.Hour, "3小时")]
    public void A_period_is_printed_as_the_law_prints_it(TimeUnit unit, string words) => new TimeLimit(3, unit).ToString().ShouldBe(words);

    [Theory, Rule("TIME-ARL-88")]
    [InlineData(4)]
    [InlineData(9)]
    public void A_short_period_that_the_reconsideration_law_does_not_print_is_no_period(int days) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReconsiderationLaw.Days(days)).Message.ShouldContain("3, 5, 7 and 10");

    private static readonly WorkingCalendar With2027 = new("with-2027", [2026, 2027, 2028], [new(Date("2027-01-01"), "元旦")], [], []);

    private static Deadline Count(string start, TimeLimit limit, DeadlineFor binds, params ExcludedSpan[] excluded) =>
        Deadline.From(new("TIME-START", "测试", limit, Basis, binds, "起点"), Date(start), Shipped, excluded);
}
