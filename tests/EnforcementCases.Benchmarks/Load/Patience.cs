using System.Diagnostics;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>Waits for something that has to come.</summary>
internal static class Patience
{
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static Task UntilAsync(string what, TimeSpan longest, Func<bool> come, CancellationToken ct) =>
        UntilAsync(what, longest, () => Task.FromResult(come()), ct);

    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task UntilAsync(string what, TimeSpan longest, Func<Task<bool>> come, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (!await come())
        {
            if (clock.Elapsed > longest)
                throw new TimeoutException($"{what}: not after {longest.TotalSeconds:0} s");
            await Task.Delay(20, ct);
        }
    }
}
