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
        LegalDate.Of(DateTimeOffset.Parse(instant)).ShouldBe(Date(date));
        LegalDate.YearOf(DateTimeOffset.Parse(instant)).ShouldBe(Date(date).Year);
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

    private static WorkingCalendar Read(string json) => HolidayFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "test");

    private static string File2025(string off, string makeUp, int? total = null) =>
        $$$"""
            {"title":"t","timeZone":"Asia/Shanghai","rule":"r","fields":{},"crossCheck":{},
             "coverage":{"from":"2025-01-01","to":"2025-12-31"},
             "years":{"2025":{"notice":{"title":"t","number":"n"},"offDays":[{{{off}}}],"makeUpWorkdays":[{{{makeUp}}}],"statutoryHolidays":[]
             {{{(total is null ? "" : $",\"workingDaysInYear\":{total}")}}} } } }
            """;
}
