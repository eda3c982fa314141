using System.Collections.Concurrent;
using System.Diagnostics;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>What a load came to.</summary>
/// <param name="Requests">How many were answered.</param>
/// <param name="Elapsed">From the first request sent to the last answer.</param>
/// <param name="Median">Half were answered faster.</param>
/// <param name="Slowest">The slowest of all.</param>
/// <param name="P95">Nineteen of twenty were answered faster.</param>
/// <param name="P99">Ninety-nine of a hundred were.</param>
internal sealed record LoadResult(int Requests, TimeSpan Elapsed, TimeSpan Median, TimeSpan Slowest, TimeSpan P95, TimeSpan P99)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;
}

/// <summary>Clients that each send the next request when the last one is answered.</summary>
internal static class ClosedLoop
{
    public static async Task<LoadResult> RunAsync(
        int clients,
        TimeSpan duration,
        Func<CancellationToken, Task> request,
        CancellationToken ct
    )
    {
        var times = new ConcurrentBag<List<TimeSpan>>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            var own = new List<TimeSpan>();
                            while (clock.Elapsed < duration)
                            {
                                var sent = clock.Elapsed;
                                await request(ct);
                                own.Add(clock.Elapsed - sent);
                            }
                            times.Add(own);
                        },
                        ct
                    )
                )
        );
        var elapsed = clock.Elapsed;
        var sorted = times.SelectMany(t => t).Order().ToList();
        return new(
            sorted.Count,
            elapsed,
            sorted[sorted.Count / 2],
            sorted[^1],
            sorted[(int)(sorted.Count * 0.95)],
            sorted[(int)(sorted.Count * 0.99)]
        );
    }
}
