using System.Diagnostics.Metrics;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Telemetry;

/// <summary>Gauges of the ledgers: the queue of jobs, deadlines that ran out. Counted once a minute; every replica reports the same values.</summary>
internal sealed partial class LedgerGauges : BackgroundService
{
    public static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly ILogger<LedgerGauges> log;
    private Counted? counted;

    public LedgerGauges(IServiceScopeFactory scopes, TimeProvider clock, IMeterFactory meters, ILogger<LedgerGauges> log)
    {
        (this.scopes, this.clock, this.log) = (scopes, clock, log);
        var meter = meters.Create(Measured.Name);
        meter.CreateObservableGauge(
            "enforcement.jobs.queue",
            () => counted is { } c ? [new(c.Running, State("running")), new Measurement<long>(c.Waiting, State("waiting"))] : None<long>(),
            "{run}",
            "Runs of recurring jobs that are not done: running, or waiting to be taken up."
        );
        meter.CreateObservableGauge(
            "enforcement.deadlines.oldest_open.age",
            () => counted is { } c ? [new Measurement<long>(c.OldestAgeDays)] : None<long>(),
            "d",
            "Calendar days since the last day of the oldest deadline that is still open; 0 where none has run out."
        );
        meter.CreateObservableGauge(
            "enforcement.deadlines.overdue",
            () =>
                counted?.Overdue.Select(o => new Measurement<long>(
                    o.Value,
                    new KeyValuePair<string, object?>("enforcement.deadline", o.Key.ToString())
                ))
                ?? [],
            "{deadline}",
            "Deadlines that ran out and are still open, by kind."
        );
    }

    /// <summary>Counts now.</summary>
    public async Task CountAsync(CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        var today = LegalDate.Of(now);
        var runs = await db.JobRuns.AsNoTracking().Where(r => r.FinishedAt == null).Select(r => r.LeaseUntil).ToListAsync(ct);
        var overdue = await db
            .CaseDeadlines.Where(d => d.MetAt == null && d.EndedAt == null && d.LastDay < today)
            .GroupBy(d => d.Kind)
            .Select(g => new
            {
                Kind = g.Key,
                Count = g.LongCount(),
                Oldest = g.Min(d => d.LastDay),
            })
            .ToListAsync(ct);
        counted = new(
            runs.LongCount(until => until > now),
            runs.LongCount(until => until <= now),
            overdue.Count == 0 ? 0 : today.DayNumber - overdue.Min(o => o.Oldest).DayNumber,
            overdue.ToDictionary(o => o.Kind, o => o.Count)
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CountEvery, clock);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogUncounted(error); // the last count is still reported
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static KeyValuePair<string, object?> State(string state) => new("enforcement.state", state);

    private static IEnumerable<Measurement<T>> None<T>()
        where T : struct => [];

    [LoggerMessage(LogLevel.Warning, "The ledgers could not be counted")]
    private partial void LogUncounted(Exception error);

    private sealed record Counted(long Running, long Waiting, long OldestAgeDays, IReadOnlyDictionary<DeadlineKind, long> Overdue);
}
