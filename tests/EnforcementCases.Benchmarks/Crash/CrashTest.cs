using System.Diagnostics;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Persistence.Databases;

namespace EnforcementCases.Benchmarks.Crash;

/// <summary>What a crash test is told.</summary>
/// <param name="Api">The published program.</param>
/// <param name="Cycles">How often it is killed.</param>
/// <param name="Directory">Where data, ledger and logs go.</param>
/// <param name="Postgres">Connection to a throw-away server; null for SQLite.</param>
/// <param name="CrashDatabase">Kills the database server and starts it again; null where there is none.</param>
internal sealed record CrashPlan(
    string Api,
    DatabaseProvider Provider,
    int Cycles,
    string Directory,
    string? Postgres,
    Func<Task>? CrashDatabase
);

/// <summary>Kills the program under fifty writers, again and again, and asks afterwards whether it kept every word it gave.</summary>
/// <remarks>A killed process leaves the page cache to the kernel: this shows crash consistency, not what a power cut leaves.</remarks>
internal sealed class CrashTest(CrashPlan plan)
{
    public const int WritersAtOnce = 50;

    /// <summary>Every so many cycles the database server is killed too.</summary>
    private const int DatabaseCrashEvery = 4;

    private const int ReplaysPerCycle = 10;
    private static readonly TimeSpan LongestFirstAnswer = TimeSpan.FromMinutes(1);

    /// <returns>What is broken; empty when everything holds.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(plan.Directory);
        var database = await TestDatabase.CreateAsync(plan.Provider, plan.Directory, plan.Postgres, ct);
        using var ledger = new AcknowledgedCases(Path.Combine(plan.Directory, "acknowledged.tsv"));
        var writers = new Writers(WritersAtOnce, ledger);
        var clock = Stopwatch.StartNew();
        var retried = 0;
        for (var cycle = 1; cycle <= plan.Cycles; cycle++)
        {
            retried += writers.Unfinished;
            await using var server = await StartAsync(database, ct);
            using var handhelds = await Handhelds.SignedInAsync(server.Address, ct);
            await writers.ReplayAsync(handhelds, ReplaysPerCycle, ct);
            using var killed = new CancellationTokenSource();
            var before = ledger.Count;
            var writing = writers.RunAsync(handhelds, killed.Token);
            // the kill comes at a random moment of the work, not while the program still warms up
            await Patience.UntilAsync("the first answer", LongestFirstAnswer, () => ledger.Count > before, ct);
            await Task.Delay(Random.Shared.Next(50, 3_000), ct);
            var withDatabase = plan.CrashDatabase is not null && cycle % DatabaseCrashEvery == 0;
            if (withDatabase)
                await plan.CrashDatabase!();
            await server.KillAsync();
            await killed.CancelAsync();
            await writing;
            Console.WriteLine(
                $"  cycle {cycle}/{plan.Cycles}: {ledger.Count - before} acknowledged, {writers.Unfinished} unfinished"
                    + (withDatabase ? ", database server killed too" : "")
            );
        }
        retried += writers.Unfinished;
        await using var last = await StartAsync(database, ct);
        using var devices = await Handhelds.SignedInAsync(last.Address, ct);
        await writers.FinishAsync(devices, ct);
        await writers.ReplayAsync(devices, ReplaysPerCycle, ct);
        var promises = new Promises(database, devices, ledger.Read(), onlyThese: true);
        var broken = await promises.BrokenAsync(ct);
        await last.StopAsync();
        Console.WriteLine(
            $"  {plan.Provider}: {plan.Cycles} kills, {ledger.Count} acknowledged, {retried} retried with their key, "
                + $"{promises.ChainsVerified} chains verified, {clock.Elapsed.TotalSeconds:0} s"
        );
        return [.. writers.Surprises, .. broken];
    }

    private Task<ServerProcess> StartAsync(TestDatabase database, CancellationToken ct) =>
        DemoServer.StartAsync(plan.Api, plan.Directory, database, Path.Combine(plan.Directory, "api.log"), [], ct);
}
