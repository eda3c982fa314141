using System.Text.Json.Serialization;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Jobs;

/// <summary>Runs a recurring job now. Its steps are commands with their own idempotency keys, so completed steps are not repeated.</summary>
/// <param name="Period">The period, <c>2022</c>, or the day, <c>2022-12-31</c>; null: the one that is due, with <paramref name="Provisional"/> the next one.</param>
/// <param name="Provisional">Runs the next period before it is over, as a trial (试算): the scheduled run makes the final result all the same. Default false.</param>
public sealed record RunJobCommand(string? Period, bool Provisional = false) : IRequest<JobRunResult>
{
    /// <summary>Name of the job; from the route.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";
}

/// <summary>How a run ended.</summary>
/// <param name="Name">The job.</param>
/// <param name="Outcome">How the run ended.</param>
/// <param name="Run">The run.</param>
public sealed record JobRunResult(string Name, JobOutcome Outcome, JobRunView Run);

internal sealed class RunJobValidator : AbstractValidator<RunJobCommand>
{
    public RunJobValidator() =>
        RuleFor(c => c.Period)
            .Matches("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$")
            .WithMessage("期间应为年度或者日期")
            .When(c => c.Period is not null);
}

internal sealed class RunJobHandler(AppDbContext db, RecurringJobs recurring, JobRunner runner, CurrentUser user, TimeProvider clock)
    : IRequestHandler<RunJobCommand, JobRunResult>
{
    public async Task<JobRunResult> Handle(RunJobCommand request, CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(o => o.Id == user.OrganisationId && o.ParentId != null, cancellationToken))
            throw CurrentUser.NotAllowed.With("定时任务面向全部机构，由最上级机构的管理员执行");
        var job = recurring.Find(request.Name);
        var period = RunPeriod.ByHand(job, request.Period, request.Provisional, clock.GetUtcNow());
        var outcome = await runner.RunAsync(job, period, again: true, cancellationToken);
        var run = await db.JobRuns.AsNoTracking().FirstAsync(r => r.Name == job.Name && r.Period == period.Stored, cancellationToken);
        return new(job.Name, outcome, JobRunView.Of(run));
    }
}
