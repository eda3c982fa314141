using System.Globalization;
using Cronos;
using EnforcementCases.Domain.Jobs;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using MediatR;

namespace EnforcementCases.Platform.Jobs;

/// <summary>What to do about a time that passed while no scheduler ran.</summary>
internal enum Misfire
{
    /// <summary>Run once, as soon as possible.</summary>
    RunOnce,

    /// <summary>Wait for the next time.</summary>
    Skip,
}

/// <summary>A recurring job (定时任务), declared independently of the scheduler that starts it.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Term">What it does, in Chinese.</param>
/// <param name="Cron">When, in Asia/Shanghai: seconds, minutes, hours, day, month, weekday.</param>
/// <param name="Misfire">What to do about a missed time.</param>
/// <param name="PeriodOf">The period that a run on that legal date is for; each job is done once per period.</param>
/// <param name="Plan">The steps for a period, each one command; the same period gives the same keys.</param>
internal sealed record RecurringJob(
    string Name,
    string Term,
    string Cron,
    Misfire Misfire,
    Func<DateOnly, string> PeriodOf,
    Func<AppDbContext, string, CancellationToken, Task<IReadOnlyList<JobStep>>> Plan
)
{
    /// <summary>The zone of every cron expression.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly CronExpression schedule = CronExpression.Parse(Cron, CronFormat.IncludeSeconds);

    /// <summary>The next time after an instant.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset now) => schedule.GetNextOccurrence(now, Zone)!.Value;

    /// <summary>The last time up to an instant, inclusive.</summary>
    public DateTimeOffset LastUpTo(DateTimeOffset now) => schedule.GetPreviousOccurrence(now, Zone, inclusive: true)!.Value;

    /// <summary>The period that is due: that of the last time up to an instant.</summary>
    public string DuePeriod(DateTimeOffset now) => PeriodOf(LegalDate.Of(LastUpTo(now)));

    /// <summary>Number of steps of a run; null if one of them is repeated until nothing is left.</summary>
    public async Task<int?> StepsPlannedAsync(AppDbContext db, JobRun run, CancellationToken ct)
    {
        var steps = await Plan(db, RunPeriod.Of(run).Name, ct);
        return steps.Any(step => step.Repeats) ? null : steps.Count;
    }

    /// <summary>A period of one day.</summary>
    public static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A period of one year.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A command that a job sends; sending it twice must have the same effect as once.</summary>
/// <param name="Key">Unique within the run; the idempotency key of the command.</param>
/// <param name="Send">Sends it; returns true if it must be sent again because more is left.</param>
/// <param name="Repeats">Whether more than one command may be needed.</param>
internal sealed record JobStep(string Key, Func<IMediator, CancellationToken, Task<bool>> Send, bool Repeats = true)
{
    /// <summary>A step that is done with one command.</summary>
    public static JobStep Of<T>(string key, IRequest<T> command) =>
        new(
            key,
            async (mediator, ct) =>
            {
                await mediator.Send(command, ct);
                return false;
            },
            Repeats: false
        );

    /// <summary>A plan that is the same for every period.</summary>
    public static Task<IReadOnlyList<JobStep>> These(params IReadOnlyList<JobStep> steps) => Task.FromResult(steps);

    /// <summary>A step that is repeated until its command reports that nothing is left.</summary>
    public static JobStep Repeat(string key, IRequest<bool> command) => new(key, (mediator, ct) => mediator.Send(command, ct));
}
