using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Jobs;
using Hangfire;
using Npgsql;

namespace EnforcementCases.Benchmarks.Drills;

/// <summary>What a drill of the recurring jobs is told.</summary>
/// <param name="Api">The published program.</param>
/// <param name="Kills">How often the server is killed in the middle of the yearly job.</param>
/// <param name="Away">For how long the store is gone.</param>
/// <param name="Directory">Where data and logs go.</param>
/// <param name="Postgres">Connection to a throw-away server; null for SQLite.</param>
/// <param name="Cluster">Folder of that server, for <c>scripts/postgres</c>.</param>
/// <param name="Scripts">Where the scripts are.</param>
internal sealed record JobsPlan(
    string Api,
    DatabaseProvider Provider,
    int Kills,
    TimeSpan Away,
    string Directory,
    string? Postgres,
    string? Cluster,
    string Scripts
);

/// <summary>Kills the server in the middle of the yearly job, again and again; on PostgreSQL also runs two servers at once and takes the store away for a minute. Each time there
/// is one final snapshot of every street at the end.</summary>
/// <remarks>Time is not waited for: the installation is made old enough that the yearly job was missed, and the lease of a killed holder is let run out, both in the database.</remarks>
internal sealed class JobsDrill(JobsPlan plan)
{
    private const int Towns = 150;
    private const string Yearly = "yearly-snapshots";
    private const string Unfinished = "SELECT count(*) FROM job_runs WHERE name = '" + Yearly + "' AND finished_at IS NULL";
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly string[] Quick = ["--Jobs:PollSeconds", "1", "--Jobs:HeartbeatSeconds", "1"];

    private readonly List<string> broken = [];

    /// <returns>What is broken; empty when everything holds.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        await KillAsync(ct);
        if (plan.Provider == DatabaseProvider.PostgreSql)
        {
            await TwoAtOnceAsync(ct);
            await StoreGoneAsync(ct);
        }
        return broken;
    }

    private async Task KillAsync(CancellationToken ct)
    {
        var (data, database, organs) = await GivenMissedAsync("kill", ct);
        var killedAt = new List<long>();
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
            await LetLeaseRunOutAsync(database, ct);
            await using var server = await StartAsync(data, database, "kill.log", ct);
            var target = Random.Shared.Next(1, organs - 2);
            await UntilStepAsync(database, target, ct);
            await server.KillAsync();
            if (await database.CountAsync(Unfinished, ct) == 1)
                killedAt.Add(await StepsAsync(database, ct));
        }
        await FinishAsync(data, database, ct);
        Console.WriteLine(
            $"  {plan.Provider}: killed {plan.Kills} times, {killedAt.Count} of them in the middle, after {string.Join(", ", killedAt)} of {organs} steps"
        );
        await EnsureOneEachAsync("killed", data, database, organs, killedAt.Count + 1, ct);
    }

    private async Task TwoAtOnceAsync(CancellationToken ct)
    {
        var (data, database, organs) = await GivenMissedAsync("two", ct);
        var second = Path.Combine(plan.Directory, "two-second");
        CopyKeys(data, second);
        var servers = await Task.WhenAll(
            StartAsync(data, database, "two-first.log", ct),
            StartAsync(second, database, "two-second.log", ct, "--Node", "1")
        );
        await UntilDoneAsync(database, ct);
        var heard = await database.CountAsync($"SELECT count(*) FROM {JobStore.SchemaName}.server", ct);
        if (heard != 2)
            broken.Add($"two servers: {heard} in the store");
        foreach (var server in servers)
            await server.StopAsync();
        foreach (var server in servers)
            await server.DisposeAsync();
        var twice = await database.CountAsync("SELECT count(*) FROM job_runs WHERE token > 1", ct);
        Console.WriteLine(
            $"  {plan.Provider}: two servers at once, {await database.CountAsync("SELECT count(*) FROM job_runs", ct)} runs, {twice} of them begun twice"
        );
        if (twice > 0)
            broken.Add($"two servers: {twice} runs were begun twice");
        await EnsureOneEachAsync("two servers", data, database, organs, holders: 1, ct);
    }

    private async Task StoreGoneAsync(CancellationToken ct)
    {
        var (data, database, organs) = await GivenMissedAsync("gone", ct);
        await using var server = await StartAsync(data, database, "gone.log", ct);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        await UntilStepAsync(database, organs / 3, ct);
        await ToolProcess.RunAsync(Path.Combine(plan.Scripts, "postgres"), ["halt", plan.Cluster!]);
        await Patience.UntilAsync("not ready without its store", LongestWait, async () => !await IsReadyAsync(http, ct), ct);
        await Task.Delay(plan.Away, ct);
        await ToolProcess.RunAsync(Path.Combine(plan.Scripts, "postgres"), ["start", plan.Cluster!, "--durable"]);
        NpgsqlConnection.ClearAllPools(); // of the drill itself
        var clock = Stopwatch.StartNew();
        await Patience.UntilAsync("ready again", LongestWait, () => IsReadyAsync(http, ct), ct);
        var readyIn = clock.Elapsed;
        await LetLeaseRunOutAsync(database, ct);
        var installation = new Installation(data, plan.Provider, database.ConnectionString, Node: 9, FullFont: null, Demo: false);
        var settings = new JobSettings(Enabled: true, Dashboard: false, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        new RecurringJobManager(JobStore.Open(installation, settings)).TriggerJob("resume-runs"); // instead of ten minutes at most
        clock.Restart();
        await UntilDoneAsync(database, ct);
        Console.WriteLine(
            $"  {plan.Provider}: store gone for {plan.Away.TotalSeconds:0} s in the middle of the job, the same process is ready {readyIn.TotalSeconds:0.0} s after it is back, the job is done {clock.Elapsed.TotalSeconds:0.0} s after it is resumed"
        );
        await server.StopAsync();
        await EnsureOneEachAsync("store gone", data, database, organs, holders: 2, ct);
    }

    /// <summary>An installation with many streets that has missed its yearly job.</summary>
    private async Task<(string Data, TestDatabase Database, int Organs)> GivenMissedAsync(string name, CancellationToken ct)
    {
        var data = Path.Combine(plan.Directory, name);
        Directory.CreateDirectory(data);
        var database = await TestDatabase.CreateAsync(plan.Provider, data, plan.Postgres, ct);
        await using (
            var server = await DemoServer.StartAsync(
                plan.Api,
                data,
                database,
                Path.Combine(plan.Directory, $"{name}.log"),
                ["--Jobs:Enabled", "false"],
                ct
            )
        )
        {
            using var admin = new Handhelds(server.Address);
            await admin.SignInAsync("tj-admin", ct);
            for (var town = 1; town <= Towns; town++)
            {
                var body = new
                {
                    parentId = DemoIds.Organisation(DemoOrganisations.DistrictPath),
                    kind = "Town",
                    code = $"town{town}",
                    name = $"第{town}镇",
                };
                using var answer = await admin.SendAsync(
                    HttpMethod.Post,
                    "/api/v1/admin/organisations",
                    "tj-admin",
                    $"{name}-town-{town:0000}",
                    JsonSerializer.SerializeToUtf8Bytes(body),
                    ct
                );
                answer.EnsureSuccessStatusCode();
            }
            await server.StopAsync();
        }
        await ExecuteAsync(database, "UPDATE organisations SET created_at = 0", ct);
        return (data, database, (int)await database.CountAsync("SELECT count(*) FROM organisations WHERE organ_id = id", ct));
    }

    private Task<ServerProcess> StartAsync(string data, TestDatabase database, string log, CancellationToken ct, params string[] more) =>
        DemoServer.StartAsync(plan.Api, data, database, Path.Combine(plan.Directory, log), [.. Quick, .. more], ct);

    private async Task FinishAsync(string data, TestDatabase database, CancellationToken ct)
    {
        await LetLeaseRunOutAsync(database, ct);
        await using var server = await StartAsync(data, database, "finish.log", ct);
        await UntilDoneAsync(database, ct);
        await server.StopAsync();
    }

    private static Task UntilStepAsync(TestDatabase database, int step, CancellationToken ct) =>
        Patience.UntilAsync($"step {step}", LongestWait, async () => await StepsAsync(database, ct) >= step, ct);

    private static Task UntilDoneAsync(TestDatabase database, CancellationToken ct) =>
        Patience.UntilAsync(
            "done",
            LongestWait,
            async () =>
                await database.CountAsync($"SELECT count(*) FROM job_runs WHERE name = '{Yearly}' AND finished_at IS NOT NULL", ct) == 1,
            ct
        );

    private static Task<long> StepsAsync(TestDatabase database, CancellationToken ct) =>
        database.CountAsync($"SELECT coalesce(max(steps_done), 0) FROM job_runs WHERE name = '{Yearly}' AND lease_until > started_at", ct);

    private static Task LetLeaseRunOutAsync(TestDatabase database, CancellationToken ct) =>
        ExecuteAsync(database, "UPDATE job_runs SET lease_until = started_at WHERE finished_at IS NULL", ct);

    private async Task EnsureOneEachAsync(string when, string data, TestDatabase database, int organs, int holders, CancellationToken ct)
    {
        var final = await database.CountAsync(
            "SELECT count(*) FROM (SELECT organisation_id FROM statistics_snapshots GROUP BY organisation_id, year HAVING count(*) = 1 AND max(revision) = 1) s",
            ct
        );
        var all = await database.CountAsync("SELECT count(*) FROM statistics_snapshots", ct);
        var runs = await database.QueryAsync(
            $"SELECT token, steps_done FROM job_runs WHERE name = '{Yearly}'",
            row =>
                (
                    Token: Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture),
                    Steps: Convert.ToInt32(row.GetValue(1), CultureInfo.InvariantCulture)
                ),
            ct
        );
        if (final != organs || all != organs)
            broken.Add($"{when}: {all} snapshots of {organs} streets and towns, {final} of them alone");
        if (runs is not [var run] || run != (holders, organs))
            broken.Add($"{when}: runs (holders, steps) are {string.Join(", ", runs)} and not ({holders}, {organs})");
        var (code, said) = await ToolProcess.TryAsync(
            "dotnet",
            [Path.Combine(plan.Api, DemoServer.Assembly), "verify", "--Data:Directory", data, .. database.Arguments]
        );
        if (code != 0)
            broken.Add($"{when}: {said}");
        Console.WriteLine(
            $"  {plan.Provider}, {when}: {all} snapshots of {organs} streets and towns, {runs.Count} run with {runs[0].Token} holders"
        );
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken ct)
    {
        using var answer = await http.GetAsync("/health/ready", ct);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void CopyKeys(string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, "keys"));
        foreach (var key in Directory.EnumerateFiles(Path.Combine(from, "keys")))
            File.Copy(key, Path.Combine(to, "keys", Path.GetFileName(key)));
    }
}
