using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>Waits for something that has to come.</summary>
internal static class Patience
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <exception cref="TimeoutException">It did not come within a minute.</exception>
    public static Task UntilAsync(Func<bool> come, [CallerArgumentExpression(nameof(come))] string what = "") =>
        UntilAsync(what, AMinute, come, CancellationToken.None);

    /// <exception cref="TimeoutException">It did not come within a minute.</exception>
    public static Task UntilAsync(Func<Task<bool>> come, [CallerArgumentExpression(nameof(come))] string what = "") =>
        UntilAsync(what, AMinute, come, CancellationToken.None);

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
