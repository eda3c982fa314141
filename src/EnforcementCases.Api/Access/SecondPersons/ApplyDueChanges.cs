using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Does the earliest guarded change whose time has come (到期生效); false if there is none.</summary>
public sealed record ApplyDueChangeCommand : IUnkeyedCommand<bool>, IChangesSnapshot;

internal sealed class ApplyDueChangeHandler(AppDbContext db, GuardedEffects effects, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<ApplyDueChangeCommand, bool>
{
    public async Task<bool> Handle(ApplyDueChangeCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db
            .GuardedChanges.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(c => c.EffectiveAt <= now)
            .Where(c => c.State == GuardedChangeState.Confirmed || (c.State == GuardedChangeState.Waiting && c.AccountId != null))
            .OrderBy(c => c.EffectiveAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (due is null)
            return false;
        try
        {
            await effects.ApplyAsync(due, cancellationToken);
        }
        catch (DomainException refusal) // what made it impossible since; nothing was changed yet
        {
            due.Refuse(by: null, now);
            journal.NoteAbout(SecurityEventKind.ChangeRefused, due.OrganisationPath, $"{due.Kind} {due.Id:N} {refusal.Error.Code}");
        }
        return true;
    }
}

/// <summary>Does guarded changes when their time comes, once a minute.</summary>
internal sealed class DueChangesLoop(IServiceScopeFactory scopes, ILogger<DueChangesLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ApplyAllAsync(stoppingToken);
    }

    private async Task ApplyAllAsync(CancellationToken ct)
    {
        try
        {
            while (await ApplyOneAsync(ct)) { }
        }
        catch (Exception error) when (error is not OutOfMemoryException && !ct.IsCancellationRequested)
        {
            log.LogWarning(error, "Changes whose time has come could not be done; the next try is in a minute.");
        }
    }

    private async Task<bool> ApplyOneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ApplyDueChangeCommand(), ct);
    }
}
