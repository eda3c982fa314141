using Microsoft.EntityFrameworkCore.Storage;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Runs a unit of work again when others were in the way or the connection was lost: at most four times, and not once ten seconds have passed.</summary>
/// <remarks>A statement that took too long is not tried again: it would take as long, and a request must end. The drivers' own strategies try it five times.</remarks>
internal sealed class Retries(ExecutionStrategyDependencies dependencies, Dialect dialect, TimeProvider clock)
    : ExecutionStrategy(dependencies, MaxRetries, LongestDelay)
{
    private const int MaxRetries = 4;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan NoneAfter = TimeSpan.FromSeconds(10);

    private long started;

    protected override void OnFirstExecution()
    {
        base.OnFirstExecution();
        started = clock.GetTimestamp();
    }

    protected override bool ShouldRetryOn(Exception exception) =>
        dialect.FaultOf(exception) is DatabaseFault.Busy or DatabaseFault.Unavailable && !dialect.IsPoolExhausted(exception);

    protected override TimeSpan? GetNextDelay(Exception lastException) =>
        clock.GetElapsedTime(started) < NoneAfter ? base.GetNextDelay(lastException) : null;
}
