using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Jobs;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Telemetry;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Jobs;

/// <summary>How a run ended.</summary>
public enum JobOutcome
{
    /// <summary>All steps are completed.</summary>
    Done,

    /// <summary>The period had been completed before.</summary>
    DoneBefore,

    /// <summary>Another process is doing the run.</summary>
    HeldElsewhere,

    /// <summary>A step was refused or failed; it will be retried.</summary>
    Failed,

    /// <summary>The program is stopping: the current step is completed, the others continue after the next start.</summary>
    Stopped,
}

/// <summary>Runs jobs: takes the lease of the period, sends each step's command as the system in a scope of its own, and marks the run done.</summary>
/// <remarks>Killed at any point, the run stays unfinished; when its lease has run out it is taken up again from the first step. Steps done before
/// answer from their stored result, so the end is the same.</remarks>
internal sealed class JobRunner(
    IServiceScopeFactory scopes,
    Installation installation,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    Measures measures,
    RecurringJobs jobs,
    ILogger<JobRunner> log
)
{
    private readonly string holder = $"{installation.Node}-{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Runs the job for the period that is due.</summary>
    public Task<JobOutcome> RunAsync(RecurringJob job, CancellationToken ct) =>
        RunAsync(job, new RunPeriod(job.DuePeriod(clock.GetUtcNow())), again: false, ct);

    /// <summary>Runs the job for the period that is due, even if it was done before: its data has changed since.</summary>
    public Task<JobOutcome> RunNowAsync(RecurringJob job, CancellationToken ct) =>
        RunAsync(job, new RunPeriod(job.DuePeriod(clock.GetUtcNow())), again: true, ct);

    /// <summary>Runs the job for a period.</summary>
    /// <param name="again">Also if the period was done before: an organisation may have been added since.</param>
    public async Task<JobOutcome> RunAsync(RecurringJob job, RunPeriod period, bool again, CancellationToken ct)
    {
        var outcome = await RunLeasedAsync(job, period, again, ct);
        measures.Ran(job.Name, outcome);
        return outcome;
    }

    private async Task<JobOutcome> RunLeasedAsync(RecurringJob job, RunPeriod period, bool again, CancellationToken ct)
    {
        var stored = period.Stored;
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return JobOutcome.Stopped;
        if (await TakeAsync(job.Name, stored, again, ct) is not (JobOutcome.Done, var token))
            return (await TakenStateAsync(job.Name, stored, ct))?.FinishedAt is null ? JobOutcome.HeldElsewhere : JobOutcome.DoneBefore;
        try
        {
            foreach (var step in await PlanAsync(job, period.Name, ct))
                await SendAsync(job, period, token, step, ct);
            await CloseAsync(job.Name, stored, token, done: true, error: null);
            log.LogInformation("Job {Job} {Period} done", job.Name, stored);
            return JobOutcome.Done;
        }
        catch (LeaseLostException)
        {
            log.LogWarning("Job {Job} {Period} was taken over", job.Name, stored);
            return JobOutcome.HeldElsewhere;
        }
        catch (ProgramStopsException)
        {
            log.LogInformation("Job {Job} {Period} goes on after the next start", job.Name, stored);
            await CloseAsync(job.Name, stored, token, done: false, error: null);
            return JobOutcome.Stopped;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Job {Job} {Period} stopped", job.Name, stored);
            await CloseAsync(job.Name, stored, token, done: false, (error as DomainException)?.Error.Code ?? error.GetType().Name);
            return JobOutcome.Failed;
        }
    }

    /// <summary>Takes up runs that nobody works on any more, and jobs whose time was missed: no process ran, or the database was away. This does not rest on what the
    /// engine remembers, which is lost with its store.</summary>
    public async Task ResumeAsync(CancellationToken ct)
    {
        foreach (var (job, period) in await LeftAsync(ct))
            await RunAsync(job, period, again: false, ct);
    }

    private async Task<List<(RecurringJob Job, RunPeriod Period)>> LeftAsync(CancellationToken ct)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        var left = (await db.JobRuns.AsNoTracking().Where(r => r.FinishedAt == null && r.LeaseUntil <= now).ToListAsync(ct))
            .Where(run => jobs.All.Any(job => job.Name == run.Name) && !RunPeriod.Of(run).IsProvisional) // a trial is tried again by hand
            .Select(run => (jobs.Find(run.Name), RunPeriod.Of(run)))
            .ToList();
        var founded = await db.Organisations.OrderBy(o => o.CreatedAt).Select(o => (DateTimeOffset?)o.CreatedAt).FirstOrDefaultAsync(ct);
        foreach (var job in jobs.All.Where(job => job.Misfire == Misfire.RunOnce && job.LastUpTo(now) >= founded))
        {
            var due = job.DuePeriod(now);
            if (!await db.JobRuns.AnyAsync(run => run.Name == job.Name && run.Period == due, ct))
                left.Add((job, new(due)));
        }
        return left;
    }

    private async Task<(JobOutcome, int Token)> TakeAsync(string name, string period, bool again, CancellationToken ct)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        try
        {
            return await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .RunAsync(
                    async cancel =>
                    {
                        var now = clock.GetUtcNow();
                        var run = await db.JobRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Name == name && r.Period == period, cancel);
                        if (run is null)
                        {
                            db.JobRuns.Add(new(name, period, holder, now));
                            return (JobOutcome.Done, 1);
                        }
                        if (run.FinishedAt is not null && !again)
                            return (JobOutcome.DoneBefore, 0);
                        if (run.FinishedAt is null && run.LeaseUntil > now)
                            return (JobOutcome.HeldElsewhere, 0);
                        var until = now + JobRun.Lease;
                        var taken = await db
                            .JobRuns.Where(r => r.Name == name && r.Period == period && r.Token == run.Token)
                            .ExecuteUpdateAsync(
                                r =>
                                    r.SetProperty(x => x.Token, x => x.Token + 1)
                                        .SetProperty(x => x.Holder, holder)
                                        .SetProperty(x => x.StartedAt, now)
                                        .SetProperty(x => x.LeaseUntil, until)
                                        .SetProperty(x => x.FinishedAt, (DateTimeOffset?)null)
                                        .SetProperty(x => x.StepsDone, 0)
                                        .SetProperty(x => x.Error, (string?)null),
                                cancel
                            );
                        return taken == 1 ? (JobOutcome.Done, run.Token + 1) : (JobOutcome.HeldElsewhere, 0);
                    },
                    beforeSave: null,
                    ct
                );
        }
        catch (Exception error)
            when (error.DatabaseError() is { } raised && scope.ServiceProvider.GetRequiredService<Dialect>().IsUniqueViolation(raised))
        {
            return (JobOutcome.HeldElsewhere, 0); // begun by another process in the same moment
        }
    }

    private async Task<JobRun?> TakenStateAsync(string name, string period, CancellationToken ct)
    {
        await using var scope = Scope();
        return await scope
            .ServiceProvider.GetRequiredService<AppDbContext>()
            .JobRuns.AsNoTracking()
            .FirstOrDefaultAsync(r => r.Name == name && r.Period == period, ct);
    }

    private async Task<IReadOnlyList<JobStep>> PlanAsync(RecurringJob job, string period, CancellationToken ct)
    {
        await using var scope = Scope();
        return await job.Plan(scope.ServiceProvider.GetRequiredService<AppDbContext>(), period, ct);
    }

    private async Task SendAsync(RecurringJob job, RunPeriod period, int token, JobStep step, CancellationToken ct)
    {
        for (var more = true; more; )
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                throw new ProgramStopsException();
            await using var scope = Scope();
            var context = scope.ServiceProvider.GetRequiredService<RequestContext>();
            var attempt = period.IsProvisional ? $"{period.Name}-trial-{token}" : period.Name; // a trial counts anew each time
            context.IdempotencyKey = $"{job.Name}:{attempt}:{step.Key}";
            context.Path = $"/jobs/{job.Name}/{period.Name}";
            context.TraceId = $"job-{job.Name}-{period.Name}-{token}";
            scope.ServiceProvider.GetRequiredService<JobLease>().WorkFor(job.Name, period.Stored, token);
            more = await step.Send(scope.ServiceProvider.GetRequiredService<IMediator>(), ct);
            if (context.Replayed)
                await CountAsync(job.Name, period.Stored, token, ct);
        }
    }

    /// <summary>Counts a step that an earlier holder had done, and keeps the lease: nothing was written for it in which <see cref="JobLeaseBehavior{TRequest, TResponse}"/>
    /// could have done so.</summary>
    /// <exception cref="LeaseLostException">Another process holds the run.</exception>
    private async Task CountAsync(string name, string period, int token, CancellationToken ct)
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<JobLease>().WorkFor(name, period, token);
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                async cancel =>
                {
                    await scope
                        .ServiceProvider.GetRequiredService<JobLease>()
                        .KeepAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), clock, cancel);
                    return true;
                },
                beforeSave: null,
                ct
            );
    }

    private async Task CloseAsync(string name, string period, int token, bool done, string? error)
    {
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                cancel =>
                {
                    var now = clock.GetUtcNow();
                    return db
                        .JobRuns.Where(r => r.Name == name && r.Period == period && r.Token == token)
                        .ExecuteUpdateAsync(
                            r =>
                                r.SetProperty(x => x.FinishedAt, done ? now : null)
                                    .SetProperty(x => x.LeaseUntil, now)
                                    .SetProperty(x => x.Error, error),
                            cancel
                        );
                },
                beforeSave: null,
                CancellationToken.None
            );
    }

    private AsyncServiceScope Scope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        return scope;
    }

    /// <summary>Between two commands the run can be left: its lease is given back.</summary>
    private sealed class ProgramStopsException : Exception;
}
