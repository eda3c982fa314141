using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Jobs;

/// <summary>Runs that are refused, all on one server of their own, where nothing has run.</summary>
public sealed class JobRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("hg-admin", "yearly-snapshots", "2022", 403, "access.not-allowed")] // it works for every street
    [InlineData("tj-supervisor", "yearly-snapshots", "2022", 403, "access.not-allowed")]
    [InlineData("tj-admin", "no-such-job", null, 404, "jobs.unknown")]
    [InlineData("tj-admin", "yearly-snapshots", "2022-01-01", 400, "request.invalid")]
    public async Task A_job_is_run_by_the_administrator_of_all(string userName, string job, string? period, int status, string code)
    {
        (await api.SignedInAs(userName).PostJson($"admin/jobs/{job}/run", new { period })).ShouldBeProblem(status, code);
    }

    [Theory]
    [InlineData("yearly-snapshots", "2022-13-01", 400, "request.invalid")] // another form
    [InlineData("yearly-snapshots", "0000", 400, "request.invalid")]
    [InlineData("quarterly-snapshots", "2022-01", 400, "request.invalid")] // a month is no quarter
    [InlineData("monthly-snapshots", "2022-Q1", 400, "request.invalid")]
    [InlineData("monthly-snapshots", "2022-13", 400, "request.invalid")]
    [InlineData("expired-requests", "2022-13-01", 400, "request.invalid")] // no such day
    [InlineData("expired-requests", "2022-02-30", 400, "request.invalid")]
    [InlineData("expired-requests", "2022", 400, "request.invalid")]
    [InlineData("yearly-snapshots", "1995", 422, "jobs.period-out-of-range")] // before the law
    [InlineData("expired-requests", "1996-09-30", 422, "jobs.period-out-of-range")]
    [InlineData("yearly-snapshots", "2999", 422, "jobs.period-out-of-range")]
    [InlineData("expired-requests", "2199-12-31", 422, "jobs.period-out-of-range")]
    public async Task A_period_that_cannot_be_is_refused_and_leaves_no_run(string job, string period, int status, string code)
    {
        foreach (var provisional in (bool[])[false, true])
        {
            var refused = await api.SignedInAs("tj-admin").PostJson($"admin/jobs/{job}/run", new { period, provisional });

            refused.ShouldBeProblem(status, code);
            refused["errors"][0].GetProperty("pointer").GetString().ShouldBe("/period");
            refused.Body.TryGetProperty("rule", out var rule).ShouldBeTrue();
            rule.ValueKind.ShouldBe(JsonValueKind.Null);
        }
        (await JobTests.RunsOf(api, job)).ShouldBeEmpty();
    }
}
