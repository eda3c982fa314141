using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Law;

[Rule("TIME-CAL")]
public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2024-10-12", true)] // a make-up Saturday
    [InlineData("2024-09-29", true)] // a make-up Sunday
    [InlineData("2024-10-07", false)] // Monday in National Day
    [InlineData("2024-10-08", true)]
    [InlineData("2024-10-19", false)] // Saturday
    [InlineData("2023-01-02", false)]
    [InlineData("2023-01-03", true)]
    public void Make_up_weekends_are_working_days_and_arranged_days_off_are_not(string date, bool working) =>
        Shipped.IsWorkingDay(Date(date)).ShouldBe(working);

    [Theory]
    [InlineData("2024-10-03", true)]
    [InlineData("2024-10-04", false)] // off, but no festival day
    [InlineData("2025-10-06", true)] // Mid-autumn
    public void Festival_days_are_told_from_days_off(string date, bool festival) =>
        Shipped.IsStatutoryHoliday(Date(date)).ShouldBe(festival);

    [Theory]
    [InlineData("2020-12-31")]
    [InlineData("2027-01-04")]
    public void A_year_that_is_not_loaded_is_never_guessed(string date)
    {
        new Action(() => Shipped.IsWorkingDay(Date(date))).ShouldRefuse(WorkingCalendar.YearNotLoaded);
        new Action(() => Shipped.IsStatutoryHoliday(Date(date))).ShouldRefuse(WorkingCalendar.YearNotLoaded);
    }

    [Theory]
    [InlineData("2024-12-31T23:30:00+08:00", "2024-12-31")]
    [InlineData("2024-12-31T15:59:59Z", "2024-12-31")]
    [InlineData("2024-12-31T16:00:00Z", "2025-01-01")]
    [InlineData("2025-01-01T01:00:00+14:00", "2024-12-31")]
    public void The_legal_date_is_the_date_in_Beijing_however_the_instant_is_written(string instant, string date)
    {
        LegalDate.Of(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).ShouldBe(Date(date));
        LegalDate.YearOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).ShouldBe(Date(date).Year);
    }

    [Theory]
    [InlineData("""{"date":"2025-01-01","name":"元旦"},{"date":"2025-01-01","name":"元旦"}""", "", "重复")]
    [InlineData("""{"date":"2024-05-01","name":"劳动节"}""", "", "不属于")]
    [InlineData("""{"date":"2026-01-01","name":"元旦"}""", "", "不属于")]
    [InlineData("", """{"date":"2025-01-27","name":"春节"}""", "不是周六、周日")]
    [InlineData("""{"date":"2025-01-26","name":"春节"}""", """{"date":"2025-01-26","name":"春节"}""", "既是放假日又是调休上班日")]
    [InlineData("""{"date":"2025-01-01","name":"元旦","note":"?"}""", "", "格式不符")]
    [InlineData("""{"date":"2025-02-30","name":"元旦"}""", "", "格式不符")]
    [InlineData("""{"date":"2025-01-01"}""", "", "格式不符")]
    public void A_file_that_contradicts_itself_is_refused_with_the_reason(string off, string makeUp, string reason) =>
        Should.Throw<DomainException>(() => Read(File2025(off, makeUp))).Detail.ShouldContain(reason);

    [Fact]
    public void A_file_whose_days_do_not_add_up_to_its_own_total_is_refused()
    {
        Read(File2025("", "", total: 261)).Years.ShouldBe([2025]);
        Should.Throw<DomainException>(() => Read(File2025("", "", total: 260))).Detail.ShouldContain("261");
    }

    [Fact, Rule("TIME-CAL-X")]
    public void A_notice_may_set_the_last_days_of_the_year_before() =>
        Read(File2025("""{"date":"2024-12-31","name":"元旦"}""", "")).Covers(Date("2024-12-31")).ShouldBeFalse("2024 itself is not loaded");

    [Theory]
    [InlineData("null", "文件为空")]
    [InlineData("[]", "格式不符")]
    [InlineData("{}", "格式不符")]
    public void What_is_no_calendar_is_refused(string json, string reason) =>
        new Action(() => Read(json)).ShouldRefuse(HolidayFile.Rejected, reason);

    [Theory]
    [InlineData("Asia/Shanghai", "UTC", "时区应为 Asia/Shanghai，实为 UTC")]
    [InlineData("2025-01-01", "2025-01-02", "coverage 与所列年度不符")]
    [InlineData("2025-12-31", "2026-12-31", "coverage 与所列年度不符")]
    [InlineData("\"2025\":", "\"2000\":", "年度 2000 不可识别")]
    [InlineData("\"2025\":", "\"2200\":", "年度 2200 不可识别")]
    [InlineData("\"2025\":", "\"今年\":", "年度 今年 不可识别")]
    [InlineData("\"title\":\"t\",\"timeZone\"", "\"title\":\"t\",\"title\":\"u\",\"timeZone\"", "格式不符")] // said twice
    [InlineData("\"offDays\":[]", "\"offDays\":null", "格式不符")]
    [InlineData("\"title\":\"t\",\"number\":\"n\"", "\"title\":\"t\"", "格式不符")]
    public void A_file_of_another_shape_place_or_time_is_refused(string part, string instead, string reason) =>
        new Action(() => Read(File2025("", "").Replace(part, instead, StringComparison.Ordinal))).ShouldRefuse(
            HolidayFile.Rejected,
            reason
        );

    [Fact]
    public void The_ends_of_the_recognised_years_are_years()
    {
        Read(File2025("", "").Replace("2025", "2001", StringComparison.Ordinal)).Years.ShouldBe([2001]);
        Read(File2025("", "").Replace("2025", "2199", StringComparison.Ordinal)).Years.ShouldBe([2199]);
    }

    [Theory]
    [InlineData("offDays", true, false, false)]
    [InlineData("makeUpWorkdays", false, true, false)]
    [InlineData("statutoryHolidays", false, false, true)]
    public void The_list_that_is_wrong_is_named(string list, bool off, bool makeUp, bool statutory)
    {
        NamedDate[] Twice(bool here) => here ? [new(Date("2025-01-04"), "元旦"), new(Date("2025-01-04"), "元旦")] : [];

        new Action(() => HolidayFile.Combine("test", [new(2025, Twice(off), Twice(makeUp), Twice(statutory))])).ShouldRefuse(
            HolidayFile.Rejected,
            $"{list}：2025-01-04 重复"
        );
    }

    [Fact]
    public void Years_follow_each_other()
    {
        Combining().ShouldRefuse(HolidayFile.Rejected, "没有任何年度");
        Combining(2025, 2024).ShouldRefuse(null); // in whichever order they come
        Combining(2024, 2026).ShouldRefuse(HolidayFile.Rejected, "2024 年之后是 2026 年");
        Combining(2024, 2024).ShouldRefuse(HolidayFile.Rejected, "2024 年之后是 2024 年");

        static Action Combining(params int[] years) =>
            () => HolidayFile.Combine("test", [.. years.Select(y => new HolidayNotice(y, [], [], []))]);
    }

    [Fact]
    public void A_day_is_not_off_and_made_up_at_once() =>
        Should
            .Throw<ArgumentException>(() =>
                new WorkingCalendar("x", [2025], [new(Date("2025-01-04"), "元旦")], [new(Date("2025-01-04"), "元旦")], [])
            )
            .Message.ShouldContain("2025-01-04");

    [Theory, Rule("TIME-CAL-X")]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-12-26", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2026-11-26", false)]
    [InlineData("2025-12-26", false)] // the notice for 2026 is loaded
    [InlineData("2027-06-01", true)]
    public void What_the_next_notice_may_still_move_is_open(string date, bool open) => Shipped.MayStillChange(Date(date)).ShouldBe(open);

    private static WorkingCalendar Read(string json) => HolidayFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "test");

    private static string File2025(string off, string makeUp, int? total = null) =>
        $$$"""
            {"title":"t","timeZone":"Asia/Shanghai","rule":"r","fields":{},"crossCheck":{},
             "coverage":{"from":"2025-01-01","to":"2025-12-31"},
             "years":{"2025":{"notice":{"title":"t","number":"n"},"offDays":[{{{off}}}],"makeUpWorkdays":[{{{makeUp}}}],"statutoryHolidays":[]
             {{{(total is null ? "" : $",\"workingDaysInYear\":{total}")}}} } } }
            """;
}
