using System.Globalization;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Statistics;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Jobs;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Jobs;

/// <summary>The engine that fires the jobs (Hangfire): what it is given, that it fires, and that what it forgets is not lost. A killed server and a store that is gone for
/// a minute: <c>scripts/jobs-drill</c>.</summary>
public sealed class JobEngineTests
{
    private static readonly (string, string)[] Quick =
    [
        ("Jobs:Enabled", "true"),
        ("Jobs:PollSeconds", "1"),
        ("Jobs:HeartbeatSeconds", "1"),
    ];

    [Fact]
    public async Task It_runs_where_it_is_not_switched_off_and_every_job_knows_its_next_time()
    {
        await using var api = await ApiFixture.StartAsync(("Jobs:Enabled", "true"));

        var list = await api.SignedInAs("tj-admin").GetJson("admin/jobs");

        list["scheduler"].GetString().ShouldBe("Running");
        var yearly = list["jobs"].EnumerateArray().Single(j => j.GetProperty("name").GetString() == "yearly-snapshots");
        var next = yearly.GetProperty("nextAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8));
        (next.Month, next.Day, next.Hour, next.Minute).ShouldBe((1, 5, 2, 30)); // in Beijing, whatever the zone of the server
        await Patience.UntilAsync(() => Stored(api).Count == DeclaredBy(api).Count);
        Stored(api).ShouldBe(DeclaredBy(api)); // what the engine will do is what the list shows
    }

    [Fact]
    public async Task A_job_that_is_no_longer_declared_leaves_the_store_at_the_next_start()
    {
        await using var api = await ApiFixture.StartAsync(Quick);
        await Patience.UntilAsync(() => Stored(api).Count == DeclaredBy(api).Count);
        new RecurringJobManager(StoreOf(api)).AddOrUpdate(
            "of-an-earlier-version",
            Job.FromExpression<JobTick>(tick => tick.RunAsync("of-an-earlier-version")),
            Cron.Never()
        );

        await using var next = await api.StartReplicaAsync();

        await Patience.UntilAsync(() => Stored(api).All(job => job.Name != "of-an-earlier-version"));
        Stored(api).ShouldBe(DeclaredBy(api));
    }

    [Fact]
    public async Task Two_servers_run_what_is_due_once_and_both_are_well()
    {
        await using var api = await ApiFixture.StartAsync(Quick);
        await using var second = await api.StartReplicaAsync();
        await Patience.UntilAsync(() => StoreOf(api).GetMonitoringApi().Servers().Count == 2);
        for (var i = 0; i < 6; i++)
            new RecurringJobManager(StoreOf(i % 2 == 0 ? api : second)).TriggerJob("yearly-snapshots");

        await Patience.UntilAsync(async () => (await Runs(api, "yearly-snapshots")) is [{ FinishedAt: not null }]);
        await Patience.UntilAsync(() => StoreOf(api).GetMonitoringApi().GetStatistics() is { Enqueued: 0, Processing: 0 });

        var run = (await Runs(api, "yearly-snapshots")).ShouldHaveSingleItem();
        run.Token.ShouldBe(1); // nobody took it from another
        foreach (var street in (string[])["hg", "xc"])
            (await api.SignedInAs($"{street}-supervisor").GetJson($"statistics/{run.Period}/snapshots"))
                .Body.EnumerateArray()
                .ShouldHaveSingleItem();
        foreach (var server in (ApiFixture[])[api, second])
            (await server.Services.GetRequiredService<JobsHealth>().ReadAsync(CancellationToken.None)).ShouldBe(JobsState.Running);
    }

    [Fact]
    public async Task A_server_whose_heart_is_no_longer_heard_is_not_ready()
    {
        await using var api = await ApiFixture.StartAsync(Quick);
        await Patience.UntilAsync(() => StoreOf(api).GetMonitoringApi().Servers().Count == 1);
        var later = new TestClock();
        var settings = api.Services.GetRequiredService<JobSettings>();
        var health = new JobsHealth(api.Services, api.Services.GetRequiredService<Installation>(), settings) { Clock = later };
        (await health.ReadAsync(CancellationToken.None)).ShouldBe(JobsState.Running);

        later.Advance(settings.Heartbeat * 10);

        (await health.ReadAsync(CancellationToken.None)).ShouldBe(JobsState.Stopped);
    }

    [Fact]
    public async Task What_was_due_while_nothing_ran_is_made_up_for_once_unless_its_next_time_is_enough()
    {
        await using var api = await ApiFixture.StartAsync();
        var jobs = api.Services.GetRequiredService<RecurringJobs>();
        var runner = api.Services.GetRequiredService<JobRunner>();
        await runner.ResumeAsync(CancellationToken.None);
        foreach (var job in jobs.All)
            (await Runs(api, job.Name)).ShouldBeEmpty(); // the installation was founded after all of their times
        api.Clock.Advance(TimeSpan.FromDays(400));
        var now = api.Clock.GetUtcNow();

        await runner.ResumeAsync(CancellationToken.None);
        await runner.ResumeAsync(CancellationToken.None);

        foreach (var job in jobs.All.Where(j => j.Misfire == Misfire.RunOnce))
        {
            var run = (await Runs(api, job.Name)).ShouldHaveSingleItem(job.Name);
            (run.Period, run.FinishedAt is not null, run.Token).ShouldBe((job.DuePeriod(now), true, 1));
        }
        foreach (var job in jobs.All.Where(j => j.Misfire == Misfire.Skip))
            (await Runs(api, job.Name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("number-counters", "2026-11-30T23:59:59+08:00", "2026")]
    [InlineData("number-counters", "2026-12-01T00:59:59+08:00", "2026")]
    [InlineData("number-counters", "2026-12-01T01:00:00+08:00", "2027")]
    [InlineData("number-counters", "2027-01-02T12:00:00+08:00", "2027")] // made up for after New Year: still for the year it was due for
    [InlineData("yearly-snapshots", "2027-01-01T00:00:00+08:00", "2025")]
    [InlineData("yearly-snapshots", "2027-01-05T02:29:59+08:00", "2025")]
    [InlineData("yearly-snapshots", "2027-01-05T02:30:00+08:00", "2026")]
    [InlineData("yearly-snapshots", "2027-12-31T23:59:59+08:00", "2026")]
    [InlineData("quarterly-snapshots", "2027-01-04T02:59:59+08:00", "2026-Q3")]
    [InlineData("quarterly-snapshots", "2027-01-04T03:00:00+08:00", "2026-Q4")]
    [InlineData("quarterly-snapshots", "2027-04-04T03:00:00+08:00", "2027-Q1")]
    [InlineData("monthly-snapshots", "2027-01-03T03:29:59+08:00", "2026-11")]
    [InlineData("monthly-snapshots", "2027-01-03T03:30:00+08:00", "2026-12")]
    [InlineData("transferred-accounts", "2026-12-31T16:04:59Z", "2026-12-31")]
    [InlineData("transferred-accounts", "2026-12-31T16:05:00Z", "2027-01-01")]
    public void The_period_that_is_due_is_that_of_the_last_time(string name, string now, string period)
    {
        var job = new RecurringJobs([.. DocumentJobs.All, .. StatisticsJobs.All, .. AccessJobs.All]).Find(name);

        job.DuePeriod(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ShouldBe(period);
    }

    private static JobStorage StoreOf(ApiFixture api) => api.Services.GetRequiredService<JobStorage>();

    private static List<(string Name, string Cron, string Zone)> Stored(ApiFixture api)
    {
        using var connection = StoreOf(api).GetConnection();
        return
        [
            .. connection
                .GetRecurringJobs()
                .Select(job => (job.Id, job.Cron, job.TimeZoneId))
                .OrderBy(job => job.Id, StringComparer.Ordinal),
        ];
    }

    private static List<(string Name, string Cron, string Zone)> DeclaredBy(ApiFixture api) =>
        [
            .. api
                .Services.GetRequiredService<RecurringJobs>()
                .All.Select(job => (job.Name, job.Cron, "Asia/Shanghai"))
                .Append(("resume-runs", "0 */10 * * * ?", "Asia/Shanghai"))
                .OrderBy(job => job.Item1, StringComparer.Ordinal),
        ];

    private static async Task<List<JobRun>> Runs(ApiFixture api, string name)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return await db.JobRuns.AsNoTracking().Where(run => run.Name == name).ToListAsync();
    }
}
