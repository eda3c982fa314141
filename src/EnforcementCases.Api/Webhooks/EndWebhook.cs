using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Ends a subscription (终止事件订阅) for good; what waits is given up.</summary>
public sealed record EndWebhookCommand(Guid Id) : ICommand<Unit>, IChangesSnapshot, IWritesMany;

internal sealed class EndWebhookHandler(AppDbContext db, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<EndWebhookCommand, Unit>
{
    public async Task<Unit> Handle(EndWebhookCommand request, CancellationToken cancellationToken)
    {
        var subscription = await db.WebhookToChangeAsync(request.Id, cancellationToken);
        var now = clock.GetUtcNow();
        subscription.End(now);
        await db
            .WebhookDeliveries.Where(d => d.SubscriptionId == subscription.Id && d.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(
                d =>
                    d.SetProperty(x => x.State, DeliveryState.Dead)
                        .SetProperty(x => x.EndedAt, now)
                        .SetProperty(x => x.LastFault, DeliveryFault.Ended),
                cancellationToken
            );
        journal.NoteAbout(SecurityEventKind.WebhookChanged, subscription.OrganisationPath, $"ended {subscription.Id}");
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Webhooks, cancellationToken);
        return Unit.Value;
    }
}
