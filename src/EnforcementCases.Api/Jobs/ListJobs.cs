using EnforcementCases.Domain;
using EnforcementCases.Domain.Jobs;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Jobs;

/// <summary>Lists the recurring jobs (定时任务) with their last runs.</summary>
public sealed record ListJobsQuery : IRequest<JobList>;

/// <summary>The recurring jobs.</summary>
/// <param name="Scheduler">State of the scheduler in this process.</param>
/// <param name="Jobs">The jobs.</param>
public sealed record JobList(JobsState Scheduler, IReadOnlyList<JobView> Jobs);

/// <summary>A recurring job.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Term">What it does.</param>
/// <param name="Cron">Cron expression, in Asia/Shanghai time.</param>
/// <param name="NextAt">When it runs next; null if it is not scheduled.</param>
/// <param name="Runs">Its runs, newest first; at most ten.</param>
public sealed record JobView(
    string Name,
    [property: Bilingual] string Term,
    string Cron,
    DateTimeOffset? NextAt,
    IReadOnlyList<JobRunView> Runs
);

/// <summary>A run of a job.</summary>
/// <param name="Period">The period that the run is for.</param>
/// <param name="IsProvisional">Whether it was run before the period was over, as a trial.</param>
/// <param name="Holder">The process that ran it.</param>
/// <param name="Takeovers">How often another process took the run over.</param>
/// <param name="StartedAt">When the process that did it last began.</param>
/// <param name="FinishedAt">When the run finished; null before.</param>
/// <param name="StepsDone">Number of commands sent by the process that did it last.</param>
/// <param name="StepsPlanned">Number of steps of a run that is not finished; null if it is, or if a step is repeated until nothing is left.</param>
/// <param name="Error">Why the last attempt failed; null if it did not.</param>
public sealed record JobRunView(
    string Period,
    bool IsProvisional,
    string Holder,
    int Takeovers,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int StepsDone,
    int? StepsPlanned,
    string? Error
)
{
    internal static JobRunView Of(JobRun run, int? planned = null) =>
        new(
            RunPeriod.Of(run).Name,
            RunPeriod.Of(run).IsProvisional,
            run.Holder,
            run.Token - 1,
            run.StartedAt,
            run.FinishedAt,
            run.StepsDone,
            planned,
            run.Error
        );
}

internal sealed class ListJobsHandler(AppDbContext db, RecurringJobs recurring, JobsHealth health, TimeProvider clock)
    : IRequestHandler<ListJobsQuery, JobList>
{
    private const int RunsShown = 10;

    public async Task<JobList> Handle(ListJobsQuery request, CancellationToken cancellationToken)
    {
        var jobs = new List<JobView>();
        foreach (var job in recurring.All)
        {
            var runs = await db
                .JobRuns.AsNoTracking()
                .Where(r => r.Name == job.Name)
                .OrderByDescending(r => r.StartedAt)
                .Take(RunsShown)
                .ToListAsync(cancellationToken);
            var views = new List<JobRunView>();
            foreach (var run in runs)
                views.Add(JobRunView.Of(run, run.FinishedAt is null ? await job.StepsPlannedAsync(db, run, cancellationToken) : null));
            jobs.Add(new(job.Name, job.Term, job.Cron, job.NextAfter(clock.GetUtcNow()), views));
        }
        return new(await health.ReadAsync(cancellationToken), jobs);
    }
}
