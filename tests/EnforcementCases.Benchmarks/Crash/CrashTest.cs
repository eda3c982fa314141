using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
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
    public const int Writers = 50;

    /// <summary>Every so many cycles the database server is killed too.</summary>
    private const int DatabaseCrashEvery = 4;

    private const int ReplaysPerCycle = 10;
    private const int MostSurprises = 10;
    private const int LongestFirstAnswerMilliseconds = 60_000;

    private readonly SimpleCases cases = new();
    private readonly SimpleCase?[] unfinished = new SimpleCase?[Writers];
    private readonly ConcurrentDictionary<Guid, SimpleCase> sent = [];
    private readonly List<string> surprises = [];

    /// <returns>What is broken; empty when everything holds.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(plan.Directory);
        var database = await TestDatabase.CreateAsync(plan.Provider, plan.Directory, plan.Postgres, ct);
        using var ledger = new AcknowledgedCases(Path.Combine(plan.Directory, "acknowledged.tsv"));
        var clock = Stopwatch.StartNew();
        var retried = 0;
        for (var cycle = 1; cycle <= plan.Cycles; cycle++)
        {
            retried += unfinished.Count(c => c is not null);
            await using var server = await StartAsync(database, ct);
            using var handhelds = await SignedInAsync(server, ct);
            await ReplayAsync(handhelds, ledger, ct);
            using var killed = new CancellationTokenSource();
            var before = ledger.Count;
            var writing = Task.WhenAll(
                Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(w, handhelds, ledger, killed.Token), ct))
            );
            await FirstAnswerAsync(ledger, before, ct);
            await Task.Delay(Random.Shared.Next(50, 3_000), ct);
            var withDatabase = plan.CrashDatabase is not null && cycle % DatabaseCrashEvery == 0;
            if (withDatabase)
                await plan.CrashDatabase!();
            await server.KillAsync();
            await killed.CancelAsync();
            await writing;
            Console.WriteLine(
                $"  cycle {cycle}/{plan.Cycles}: {ledger.Count - before} acknowledged, {unfinished.Count(c => c is not null)} unfinished"
                    + (withDatabase ? ", database server killed too" : "")
            );
        }
        retried += unfinished.Count(c => c is not null);
        await using var last = await StartAsync(database, ct);
        using var devices = await SignedInAsync(last, ct);
        await FinishAsync(devices, ledger, ct);
        await ReplayAsync(devices, ledger, ct);
        var promises = new Promises(database, devices, ledger.Read());
        var broken = await promises.BrokenAsync(ct);
        await last.StopAsync();
        Console.WriteLine(
            $"  {plan.Provider}: {plan.Cycles} kills, {ledger.Count} acknowledged, {retried} retried with their key, "
                + $"{promises.ChainsVerified} chains verified, {clock.Elapsed.TotalSeconds:0} s"
        );
        return [.. surprises, .. broken];
    }

    private Task<ServerProcess> StartAsync(TestDatabase database, CancellationToken ct) =>
        ServerProcess.StartAsync(
            Path.Combine(plan.Api, "EnforcementCases.Api.dll"),
            [
                "--contentRoot",
                plan.Api,
                "--Data:Directory",
                plan.Directory,
                "--Demo",
                "true",
                "--RateLimits:Enabled",
                "false",
                .. database.Arguments,
            ],
            "/health/live",
            Path.Combine(plan.Directory, "api.log"),
            ct
        );

    /// <summary>The kill comes at a random moment of the work, not while the program still warms up.</summary>
    private static async Task FirstAnswerAsync(AcknowledgedCases ledger, int before, CancellationToken ct)
    {
        for (var waited = 0; ledger.Count == before && waited < LongestFirstAnswerMilliseconds; waited += 10)
            await Task.Delay(10, ct);
    }

    private static async Task<Handhelds> SignedInAsync(ServerProcess server, CancellationToken ct)
    {
        var handhelds = new Handhelds(server.Address);
        await handhelds.SignInAsync(ct);
        return handhelds;
    }

    /// <summary>One writer: finishes what it has begun, then sends the next, until the program is gone.</summary>
    private async Task WriteAsync(int writer, Handhelds handhelds, AcknowledgedCases ledger, CancellationToken killed)
    {
        while (!killed.IsCancellationRequested)
        {
            var @case = unfinished[writer] ??= cases.Next();
            try
            {
                if (await TryPostAsync(@case, handhelds, ledger, killed))
                    unfinished[writer] = null;
                else
                    await Task.Delay(20, killed);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return; // no answer: whether it was done is asked with the same key after the restart
            }
        }
    }

    /// <summary>After the last restart everything unfinished is finished, so that every case there is has been acknowledged.</summary>
    private async Task FinishAsync(Handhelds handhelds, AcknowledgedCases ledger, CancellationToken ct)
    {
        for (var writer = 0; writer < Writers; writer++)
        {
            for (var attempt = 1; unfinished[writer] is { } @case; attempt++)
            {
                if (await TryPostAsync(@case, handhelds, ledger, ct))
                    unfinished[writer] = null;
                else if (attempt == 50)
                    throw new InvalidOperationException($"case {@case.CaseId} is not taken after the restart");
                else
                    await Task.Delay(100, ct);
            }
        }
    }

    /// <returns>False where the program asked to come again.</returns>
    private async Task<bool> TryPostAsync(SimpleCase @case, Handhelds handhelds, AcknowledgedCases ledger, CancellationToken ct)
    {
        using var answer = await handhelds.PostAsync(@case, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            using var decision = JsonDocument.Parse(body);
            sent[@case.CaseId] = @case;
            ledger.Add(new(@case.CaseId, @case.Key, @case.Officer, decision.RootElement.GetProperty("number").GetString()!));
            return true;
        }
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
            return false;
        Note($"a lawful case was refused: {(int)answer.StatusCode} {body}");
        throw new HttpRequestException($"{(int)answer.StatusCode}");
    }

    /// <summary>An acknowledged case sent again with its key gets the same answer, also from a restarted program.</summary>
    private async Task ReplayAsync(Handhelds handhelds, AcknowledgedCases ledger, CancellationToken ct)
    {
        var known = ledger.Read();
        for (var i = 0; i < ReplaysPerCycle && known.Count > 0; i++)
        {
            var first = known[Random.Shared.Next(known.Count)];
            using var answer = await handhelds.PostAsync(sent[first.CaseId], ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            if (
                answer.StatusCode != HttpStatusCode.Created
                || !answer.Headers.Contains("Idempotency-Replayed")
                || !body.Contains(first.Number, StringComparison.Ordinal)
            )
            {
                Note($"replay of acknowledged case {first.CaseId} ({first.Number}): {(int)answer.StatusCode} {body}");
            }
        }
    }

    private void Note(string surprise)
    {
        lock (surprises)
        {
            if (surprises.Count < MostSurprises)
                surprises.Add(surprise);
        }
    }
}
