using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The last loaded year ends: it is announced in time, and what is done on the street is still possible on its last day.</summary>
public sealed class EndOfCalendarTests
{
    /// <summary>The shipped calendar ends with this year.</summary>
    private const int LastYear = 2026;

    [Theory]
    [InlineData(10, 31, false)]
    [InlineData(11, 1, true)]
    [InlineData(12, 31, true)]
    public async Task The_end_of_the_calendar_is_announced_from_the_first_of_November_on(int month, int day, bool announced)
    {
        await using var own = await StartAt(month, day);
        var officer = own.SignedInAs("hg-officer1");

        var ready = await own.Anonymous.GetJson("/health/ready");
        ready.Status.ShouldBe(200); // requests can still be served
        ready["parts"].GetProperty("calendar").GetString().ShouldBe(announced ? "missing" : "up");

        var cases = (await officer.GetJson("cases")).ShouldBe(HttpStatusCode.OK);
        cases.Headers.TryGetValues("Calendar-Missing", out var year).ShouldBe(announced);
        if (announced)
            year.ShouldBe([$"{LastYear + 1}"]);
        (await officer.GetJson("session")).Headers.Contains("Calendar-Missing").ShouldBeFalse();

        var clerk = (await own.SignedInAs("hg-catalogue1").GetJson("work/counts"))["calendarYearToEnter"];
        clerk.ToString().ShouldBe(announced ? $"{LastYear + 1}" : "");
        (await officer.GetJson("work/counts"))["calendarYearToEnter"].ToString().ShouldBe(""); // it is not the officer's work
    }

    [Fact]
    public async Task On_the_last_day_a_decision_on_the_spot_is_made_and_its_report_is_due_provisionally()
    {
        await using var own = await StartAt(12, 31);
        var at = new DateTimeOffset(LastYear, 12, 31, 10, 0, 0, TimeSpan.FromHours(8));

        var decided = await own.SignedInAs("hg-officer1").PostJson("simple-cases", CaseSteps.ASimpleCase(decidedAt: at));

        decided.ShouldBe(HttpStatusCode.Created);
        var duty = decided["duties"].EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "ReportBack");
        duty.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        duty.GetProperty("lastDay").GetString().ShouldBe("2027-01-05");
        decided.Headers.GetValues("Calendar-Missing").ShouldBe(["2027"]);
    }

    /// <summary>At noon of a day in China, whatever day it is.</summary>
    private static async Task<ApiFixture> StartAt(int month, int day)
    {
        var own = new ApiFixture();
        own.Clock.Offset = new DateTimeOffset(LastYear, month, day, 12, 0, 0, TimeSpan.FromHours(8)) - TimeProvider.System.GetUtcNow();
        await own.InitializeAsync();
        return own;
    }
}
