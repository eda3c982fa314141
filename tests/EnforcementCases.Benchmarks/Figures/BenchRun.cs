using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Benchmarks.Bare;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;

namespace EnforcementCases.Benchmarks.Figures;

/// <summary>All figures on one database: start, memory, the program against the bare limit in turns, printing.</summary>
internal sealed class BenchRun(string api, TestDatabase database, string directory, TimeSpan seconds)
{
    private const int Rounds = 2;
    private const int Restarts = 3;

    /// <summary>Requests before anything is measured, on both sides: until then the compiler works on what is used most.</summary>
    private const int WarmUp = 6_000;

    private const int WarmUpClients = 16;
    private const int PrintClients = 16;

    private readonly SimpleCases cases = new();
    private readonly ConcurrentQueue<(Guid Case, Guid Document, string Officer)> unprinted = [];

    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<int> clients, CancellationToken ct)
    {
        var lines = new List<string> { "", $"== {database.Provider}" };
        lines.AddRange(await StartUpAsync(ct));

        await using var server = await StartApiAsync(ct);
        using var handhelds = new Handhelds(server.Address);
        await handhelds.SignInAsync(ct);
        var idleMemory = server.ResidentMiB;
        foreach (var _ in SimpleCases.Officers)
            await PostAsync(handhelds, ct); // so that the counters of both streets are there

        var capture = new RowCapture(database);
        var plan = await CaptureAsync(capture, handhelds, ct);
        lines.Add($"rows of one request: {Describe(plan.Requests[0])}");
        var planFile = Path.Combine(directory, "bare.json");
        await File.WriteAllBytesAsync(planFile, JsonSerializer.SerializeToUtf8Bytes(plan), ct);
        await using var bare = await ServerProcess.StartAsync(
            typeof(BenchRun).Assembly.Location,
            ["bare", "--plan", planFile],
            "/",
            Path.Combine(directory, "bare.log"),
            ct
        );
        using var bareClients = new Handhelds(bare.Address);
        await WarmUpAsync(cancel => PostAsync(handhelds, cancel), ct);
        await WarmUpAsync(cancel => PostBareAsync(bareClients, cancel), ct);

        foreach (var count in clients)
            lines.AddRange(await CompareAsync(count, capture, handhelds, bareClients, ct));
        await bare.StopAsync();

        await handhelds.SignInAsync(ct); // access tokens last ten minutes
        var prints = await ClosedLoop.RunAsync(PrintClients, seconds, cancel => PrintAsync(handhelds, cancel), ct);
        lines.Add(
            $"prints over HTTP (render, store, record), {PrintClients} clients: {prints.PerSecond:0}/s, slowest {prints.Slowest.TotalMilliseconds:0} ms"
        );
        lines.Add($"resident memory: {idleMemory:0} MiB after the start, {server.ResidentMiB:0} MiB after the load");
        await server.StopAsync();
        return lines;
    }

    private static Task WarmUpAsync(Func<CancellationToken, Task> request, CancellationToken ct) =>
        Parallel.ForAsync(
            0,
            WarmUp,
            new ParallelOptions { MaxDegreeOfParallelism = WarmUpClients, CancellationToken = ct },
            async (_, cancel) => await request(cancel)
        );

    private async Task<IReadOnlyList<string>> StartUpAsync(CancellationToken ct)
    {
        TimeSpan first;
        await using (var server = await StartApiAsync(ct))
        {
            first = server.StartedIn;
            await server.StopAsync();
        }
        var again = new List<TimeSpan>();
        for (var i = 0; i < Restarts; i++)
        {
            await using var server = await StartApiAsync(ct);
            again.Add(server.StartedIn);
            await server.StopAsync();
        }
        again.Sort();
        return
        [
            $"start to first answer: {again[Restarts / 2].TotalSeconds:0.00} s (median of {Restarts}); on an empty database, with schema and catalogue, {first.TotalSeconds:0.00} s",
        ];
    }

    private async Task<IReadOnlyList<string>> CompareAsync(
        int clients,
        RowCapture capture,
        Handhelds real,
        Handhelds bare,
        CancellationToken ct
    )
    {
        var lines = new List<string>();
        var ratios = new List<double>();
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            await real.SignInAsync(ct);
            var before = await capture.CountAsync(ct);
            var ours = await ClosedLoop.RunAsync(clients, seconds, cancel => PostAsync(real, cancel), ct);
            var between = await capture.CountAsync(ct);
            var limit = await ClosedLoop.RunAsync(clients, seconds, cancel => PostBareAsync(bare, cancel), ct);
            var after = await capture.CountAsync(ct);
            ratios.Add(ours.PerSecond / limit.PerSecond);
            slowest = ours.Slowest > slowest ? ours.Slowest : slowest;
            lines.Add(
                $"{clients, 3} clients: program {ours.PerSecond, 6:0}/s (median {ours.Median.TotalMilliseconds:0} ms, slowest {ours.Slowest.TotalMilliseconds:0} ms; "
                    + $"{ours.Requests} requests, {Rows(before, between, ours.Requests)} rows each)"
            );
            lines.Add(
                $"             bare    {limit.PerSecond, 6:0}/s (median {limit.Median.TotalMilliseconds:0} ms, slowest {limit.Slowest.TotalMilliseconds:0} ms; "
                    + $"{limit.Requests} requests, {Rows(between, after, limit.Requests)} rows each)"
            );
        }
        lines.Add(
            $"{clients, 3} clients: ratio to the bare limit {Median(ratios):0.00} ({string.Join(", ", ratios.Select(r => $"{r:0.00}"))}); slowest request {slowest.TotalMilliseconds:0} ms"
        );
        return lines;
    }

    private async Task<BarePlan> CaptureAsync(RowCapture capture, Handhelds handhelds, CancellationToken ct)
    {
        var slots = new Slots();
        var requests = new List<RequestTemplate>();
        while (requests.Count < SimpleCases.Officers.Count)
        {
            var @case = cases.Next();
            if (requests.Exists(r => r.OfficerId == DemoIds.Person(@case.Officer)))
                continue;
            var before = await capture.ReadAsync(ct);
            using (var answer = await handhelds.PostAsync(@case, ct))
                answer.EnsureSuccessStatusCode();
            requests.Add(capture.Difference(DemoIds.Person(@case.Officer), before, await capture.ReadAsync(ct), slots));
        }
        return new(database.Provider.ToString(), database.ConnectionString, slots.Ids, slots.Texts, requests);
    }

    private static string Describe(RequestTemplate request) =>
        $"{request.Rows.Count} inserted, {request.Rows.Sum(r => r.Bytes)} bytes ("
        + string.Join(", ", request.Rows.GroupBy(r => r.Table).Select(t => t.Count() == 1 ? t.Key : $"{t.Key} ×{t.Count()}"))
        + "), 1 counter raised";

    private Task<ServerProcess> StartApiAsync(CancellationToken ct) =>
        ServerProcess.StartAsync(
            Path.Combine(api, "EnforcementCases.Api.dll"),
            ["--contentRoot", api, "--Data:Directory", directory, "--Demo", "true", "--RateLimits:Enabled", "false", .. database.Arguments],
            "/health/live",
            Path.Combine(directory, "api.log"),
            ct
        );

    private async Task PostAsync(Handhelds handhelds, CancellationToken ct)
    {
        var @case = cases.Next();
        using var answer = await handhelds.PostAsync(@case, ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        if (answer.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"{(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
        var document = new Utf8JsonReader(body);
        while (document.Read())
        {
            if (document.TokenType == JsonTokenType.PropertyName && document.ValueTextEquals("documentId") && document.Read())
            {
                unprinted.Enqueue((@case.CaseId, document.GetGuid(), @case.Officer));
                return;
            }
        }
    }

    private async Task PostBareAsync(Handhelds bare, CancellationToken ct)
    {
        using var answer = await bare.PostAsync(cases.Next(), ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        answer.EnsureSuccessStatusCode();
    }

    private async Task PrintAsync(Handhelds handhelds, CancellationToken ct)
    {
        if (!unprinted.TryDequeue(out var next))
            throw new InvalidOperationException("all decisions are printed: fewer seconds, or more cases");
        var path = $"/api/v1/cases/{next.Case}/documents/{next.Document}/prints";
        using var answer = await handhelds.SendAsync(
            HttpMethod.Post,
            path,
            next.Officer,
            $"print-{next.Document:N}",
            "{\"format\":\"A4\"}"u8.ToArray(),
            ct
        );
        await answer.Content.ReadAsByteArrayAsync(ct);
        answer.EnsureSuccessStatusCode();
    }

    private static string Rows(Dictionary<string, long> before, Dictionary<string, long> after, int requests) =>
        $"{after.Sum(t => t.Value - before[t.Key]) / (double)requests:0.00}";

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
