using EnforcementCases.Domain.Jobs;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Jobs;

/// <summary>The run that the present scope works for; empty outside a job.</summary>
internal sealed class JobLease
{
    public string? Name { get; private set; }

    public string Period { get; private set; } = "";

    public int Token { get; private set; }

    public void WorkFor(string name, string period, int token) => (Name, Period, Token) = (name, period, token);

    /// <summary>Extends the lease and counts a step, in the present transaction.</summary>
    /// <exception cref="LeaseLostException">Another process holds the run.</exception>
    public async Task KeepAsync(AppDbContext db, TimeProvider clock, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + JobRun.Lease;
        var held = await db
            .JobRuns.Where(r => r.Name == Name && r.Period == Period && r.Token == Token && r.FinishedAt == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseUntil, until).SetProperty(x => x.StepsDone, x => x.StepsDone + 1), ct);
        if (held != 1)
            throw new LeaseLostException(Name!, Period);
    }
}

/// <summary>Another process has taken over the run.</summary>
internal sealed class LeaseLostException(string name, string period) : Exception($"Run {name} {period} has another holder.");

/// <summary>Fences the commands of a job: in the transaction of each, the run must still be held by the same token. The check also extends the lease.</summary>
internal sealed class JobLeaseBehavior<TRequest, TResponse>(JobLease lease, AppDbContext db, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (lease.Name is not null)
            await lease.KeepAsync(db, clock, cancellationToken);
        return await next();
    }
}
