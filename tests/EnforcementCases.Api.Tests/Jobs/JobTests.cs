using EnforcementCases.Api.Tests.Fixture;
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

        (await stopped.RunAsync(job, "2022", again: false, CancellationToken.None)).ShouldBe(JobOutcome.Stopped);
        steps.ShouldBe(["first"]);
        (await stopped.RunAsync(job, "2022", again: false, CancellationToken.None)).ShouldBe(JobOutcome.Stopped); // nor is anything begun
        (await next.Services.GetRequiredService<JobRunner>().RunAsync(job, "2022", again: false, CancellationToken.None)).ShouldBe(
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

    [Theory]
    [InlineData("hg-admin", "yearly-snapshots", "2022", 403, "access.not-allowed")] // it works for every street
    [InlineData("tj-supervisor", "yearly-snapshots", "2022", 403, "access.not-allowed")]
    [InlineData("tj-admin", "no-such-job", null, 404, "jobs.unknown")]
    [InlineData("tj-admin", "yearly-snapshots", "2022-01-01", 400, "request.invalid")]
    public async Task A_job_is_run_by_the_administrator_of_all(string userName, string job, string? period, int status, string code)
    {
        await using var api = await ApiFixture.StartAsync();

        (await api.SignedInAs(userName).PostJson($"admin/jobs/{job}/run", new { period })).ShouldBeProblem(status, code);
    }

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
