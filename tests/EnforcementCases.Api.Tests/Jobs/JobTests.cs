using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Jobs;

/// <summary>Recurring jobs: run twice, killed in the middle, taken over, run side by side, they end in the same.</summary>
public sealed class JobTests
{
    [Fact]
    public async Task Running_a_job_twice_freezes_each_street_once()
    {
        await using var api = await ApiFixture.StartAsync();

        (await Run(api, "yearly-snapshots", "2022"))["outcome"].GetString().ShouldBe("Done");
        (await Run(api, "yearly-snapshots", "2022"))["outcome"].GetString().ShouldBe("Done");

        foreach (var street in (string[])["hg", "xc"])
            (await Snapshots(api, street)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_job_that_fails_between_its_steps_goes_on_where_it_stopped()
    {
        await using var api = await ApiFixture.StartAsync();
        api.Breaking.BreakCommits(first: 3, last: 3, touching: "job_runs"); // the lease and the first street were committed

        (await Run(api, "yearly-snapshots", "2022"))["outcome"].GetString().ShouldBe("Failed");
        var before = (await Snapshots(api, "hg")).Concat(await Snapshots(api, "xc")).ToList();
        var run = await Run(api, "yearly-snapshots", "2022");

        before.ShouldHaveSingleItem();
        run["outcome"].GetString().ShouldBe("Done");
        run["run"].GetProperty("error").GetString().ShouldBeNull();
        var after = (await Snapshots(api, "hg")).Concat(await Snapshots(api, "xc")).ToList();
        after.Count.ShouldBe(2);
        after.ShouldContain(before[0]);
    }

    [Fact]
    public async Task A_job_killed_in_the_middle_is_taken_over_when_its_lease_has_run_out()
    {
        await using var api = await ApiFixture.StartAsync();
        api.Breaking.BreakCommits(first: 3, last: 4, touching: "job_runs"); // nor does it come to say that it stopped
        (await Post(api, "yearly-snapshots", "2022")).Status.ShouldBe(500);

        (await Run(api, "yearly-snapshots", "2022"))["outcome"].GetString().ShouldBe("HeldElsewhere");
        api.Clock.Advance(TimeSpan.FromMinutes(3));
        var run = await Run(api, "yearly-snapshots", "2022");

        run["outcome"].GetString().ShouldBe("Done");
        run["run"].GetProperty("takeovers").GetInt32().ShouldBe(1);
        foreach (var street in (string[])["hg", "xc"])
            (await Snapshots(api, street)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_job_that_is_running_when_the_program_stops_is_left_between_two_commands_and_goes_on_after_the_next_start()
    {
        await using var api = await ApiFixture.StartAsync();
        await using var next = await api.StartReplicaAsync();
        using var stopping = new Stopping(); // of the program; the services of the test live on
        var stopped = ActivatorUtilities.CreateInstance<JobRunner>(api.Services, stopping);
        var steps = new List<string>();
        var job = new RecurringJob(
            "two-steps",
            "试验",
            "0 0 1 1 1 ?",
            Misfire.Skip,
            _ => "2022",
            (_, _, _) => Task.FromResult<IReadOnlyList<JobStep>>([Step("first", stopping.StopApplication), Step("second", () => { })])
        );

        (await stopped.RunAsync(job, new("2022"), again: false, CancellationToken.None)).ShouldBe(JobOutcome.Stopped);
        steps.ShouldBe(["first"]);
        (await stopped.RunAsync(job, new("2022"), again: false, CancellationToken.None)).ShouldBe(JobOutcome.Stopped); // nor is anything begun
        (await next.Services.GetRequiredService<JobRunner>().RunAsync(job, new("2022"), again: false, CancellationToken.None)).ShouldBe(
            JobOutcome.Done
        ); // at once: the lease was given back

        steps.ShouldBe(["first", "first", "second"]);

        JobStep Step(string key, Action act) =>
            new(
                key,
                (_, _) =>
                {
                    steps.Add(key);
                    act();
                    return Task.FromResult(false);
                }
            );
    }

    private sealed class Stopping : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stop = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stop.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => stop.Cancel();

        public void Dispose() => stop.Dispose();
    }

    [Fact]
    public async Task Schedulers_that_fire_at_once_do_the_work_once()
    {
        await using var api = await ApiFixture.StartAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Run(api, "yearly-snapshots", "2022")));

        runs.Select(r => r["outcome"].GetString()).ShouldBeSubsetOf(["Done", "HeldElsewhere"]);
        runs.ShouldContain(r => r["outcome"].GetString() == "Done");
        foreach (var street in (string[])["hg", "xc"])
            (await Snapshots(api, street)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Expired_keys_are_removed_and_fresh_ones_kept()
    {
        await using var api = await ApiFixture.StartAsync();
        var head = api.SignedInAs("hg-head");
        await head.PostJson("statistics/2021/snapshots", new { reason = (string?)null }, key: "an-old-key-0001");
        api.Clock.Advance(TimeSpan.FromDays(36));
        await head.PostJson("statistics/2022/snapshots", new { reason = (string?)null }, key: "a-fresh-key-0001");

        (await Run(api, "expired-requests", null))["outcome"].GetString().ShouldBe("Done");

        (await head.PostJson("statistics/2022/snapshots", new { reason = (string?)null }, key: "a-fresh-key-0001")).Status.ShouldBe(201);
        (await head.PostJson("statistics/2021/snapshots", new { reason = (string?)null }, key: "an-old-key-0001")).ShouldBeProblem(
            409,
            "statistics.reason-missing"
        );
    }

    [Fact]
    public async Task A_year_that_is_not_over_is_only_tried_and_the_scheduled_run_makes_the_final_snapshot()
    {
        await using var api = await ApiFixture.StartAsync();
        var year = LegalDate.YearOf(api.Clock.GetUtcNow()) + 1;
        api.Clock.Offset = LegalDate.StartOf(new(year, 11, 30)).AddHours(12) - TimeProvider.System.GetUtcNow(); // whatever the day of the test
        var admin = api.SignedInAs("tj-admin");
        async Task<ApiAnswer> Try(bool provisional) =>
            await admin.PostJson("admin/jobs/yearly-snapshots/run", new { period = RecurringJob.Year(year), provisional });

        (await Try(provisional: false)).ShouldBeProblem(422, "jobs.period-not-over");
        for (var i = 0; i < 2; i++)
        {
            var tried = (await Try(provisional: true)).ShouldBe(HttpStatusCode.OK);
            tried["outcome"].GetString().ShouldBe("Done", tried.Body.ToString());
            (tried["run"].GetProperty("period").GetString(), tried["run"].GetProperty("isProvisional").GetBoolean()).ShouldBe(
                (RecurringJob.Year(year), true)
            );
        }
        var scheduled = api.Services.GetRequiredService<RecurringJobs>().Find("yearly-snapshots");
        var runner = api.Services.GetRequiredService<JobRunner>();
        api.Clock.Offset = LegalDate.StartOf(new(year + 1, 1, 5)).AddHours(2.5) - TimeProvider.System.GetUtcNow();
        (await runner.RunAsync(scheduled, CancellationToken.None)).ShouldBe(JobOutcome.Done);
        (await runner.RunAsync(scheduled, CancellationToken.None)).ShouldBe(JobOutcome.DoneBefore);

        (await Try(provisional: true)).ShouldBeProblem(422, "jobs.period-over");
        foreach (var street in (string[])["hg", "xc"])
        {
            var list = await api.SignedInAs($"{street}-supervisor").GetJson($"statistics/{year}/snapshots");
            list.Body.EnumerateArray()
                .Select(s => (s.GetProperty("revision").GetInt32(), s.GetProperty("isPreliminary").GetBoolean()))
                .Order()
                .ShouldBe([(1, true), (2, true), (3, false)]); // each trial counted anew, one final
        }
        (await RunsOf(api, "yearly-snapshots"))
            .Select(r => (r.GetProperty("period").GetString(), r.GetProperty("isProvisional").GetBoolean()))
            .ShouldBe([(RecurringJob.Year(year), false), (RecurringJob.Year(year), true)]);
    }

    [Fact]
    public async Task A_run_in_the_middle_shows_how_far_it_is_and_why_it_stopped()
    {
        await using var api = await ApiFixture.StartAsync();
        api.Breaking.BreakCommits(first: 3, last: 3, touching: "job_runs");
        (await Run(api, "yearly-snapshots", "2022"))["outcome"].GetString().ShouldBe("Failed");

        var stopped = (await RunsOf(api, "yearly-snapshots")).ShouldHaveSingleItem();
        (stopped.GetProperty("stepsDone").GetInt32(), stopped.GetProperty("stepsPlanned").GetInt32()).ShouldBe((1, 2));
        stopped.GetProperty("error").GetString().ShouldNotBeNull();
        stopped.GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.Null);

        await Run(api, "yearly-snapshots", "2022");
        var done = (await RunsOf(api, "yearly-snapshots")).ShouldHaveSingleItem();
        (done.GetProperty("stepsDone").GetInt32(), done.GetProperty("stepsPlanned").ValueKind).ShouldBe((2, JsonValueKind.Null));
    }

    internal static async Task<List<JsonElement>> RunsOf(ApiFixture api, string job) =>
        [
            .. (await api.SignedInAs("tj-admin").GetJson("admin/jobs"))["jobs"]
                .EnumerateArray()
                .Single(j => j.GetProperty("name").GetString() == job)
                .GetProperty("runs")
                .EnumerateArray(),
        ];

    private static Task<ApiAnswer> Post(ApiFixture api, string job, string? period) =>
        api.SignedInAs("tj-admin").PostJson($"admin/jobs/{job}/run", new { period });

    private static async Task<ApiAnswer> Run(ApiFixture api, string job, string? period)
    {
        var answer = await Post(api, job, period);
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private static async Task<List<Guid>> Snapshots(ApiFixture api, string street)
    {
        var list = await api.SignedInAs($"{street}-supervisor").GetJson("statistics/2022/snapshots");
        return [.. list.Body.EnumerateArray().Select(s => s.GetProperty("id").GetGuid())];
    }
}
