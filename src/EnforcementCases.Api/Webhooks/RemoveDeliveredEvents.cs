using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Removes a slice of the events that were delivered or given up longer ago than they are kept; returns whether there is more.</summary>
public sealed record RemoveDeliveredEventsCommand : IUnkeyedCommand<bool>;

internal sealed class RemoveDeliveredEventsHandler(AppDbContext db, WebhookSettings settings, TimeProvider clock)
    : IRequestHandler<RemoveDeliveredEventsCommand, bool>
{
    private const int Slice = 500;

    public async Task<bool> Handle(RemoveDeliveredEventsCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - settings.Kept;
        var old = await db
            .WebhookDeliveries.AsNoTracking()
            .Where(d => d.State != DeliveryState.Waiting && d.EndedAt < before)
            .OrderBy(d => d.EndedAt)
            .Select(d => d.Id)
            .Take(Slice)
            .ToListAsync(cancellationToken);
        await db.WebhookDeliveries.Where(d => old.Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
        var first = SequenceSource.FirstOf(before); // younger events are not read
        var messages = await db
            .Outbox.AsNoTracking()
            .Where(m => m.Seq < first && !db.WebhookDeliveries.Any(d => d.MessageId == m.Id))
            .OrderBy(m => m.Seq)
            .Select(m => m.Id)
            .Take(Slice)
            .ToListAsync(cancellationToken);
        await db.Outbox.Where(m => messages.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
        return old.Count == Slice || messages.Count == Slice;
    }
}
