using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Lists the subscriptions in the caller's scope (事件订阅), newest first.</summary>
public sealed record ListWebhooksQuery : IRequest<IReadOnlyList<WebhookDetails>>;

/// <summary>Lists the events of a subscription by sequence (推送记录): with <c>state=Dead</c> those that were given up.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="State">Filter by state; all states if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListWebhookDeliveriesQuery(Guid SubscriptionId, DeliveryState? State = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<WebhookDeliveryLine>>;

/// <summary>An event on its way to a receiver.</summary>
/// <param name="EventId">Id of the event, as the receiver gets it.</param>
/// <param name="Sequence">Sequence of the event: digits.</param>
/// <param name="Event">What happened.</param>
/// <param name="State">Whether it waits, was delivered or was given up.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="NextAt">Not sent before; while it is being sent, when it would be sent again.</param>
/// <param name="EndedAt">When it was delivered or given up; null while it waits.</param>
/// <param name="LastStatus">HTTP status of the last answer; null if there was none.</param>
/// <param name="LastFault">Why the last attempt failed; null if none did.</param>
public sealed record WebhookDeliveryLine(
    Guid EventId,
    string Sequence,
    ReportedEvent Event,
    DeliveryState State,
    int Attempts,
    DateTimeOffset NextAt,
    DateTimeOffset? EndedAt,
    int? LastStatus,
    DeliveryFault? LastFault
);

internal sealed class ListWebhooksHandler(AppDbContext db)
    : IRequestHandler<ListWebhooksQuery, IReadOnlyList<WebhookDetails>>,
        IRequestHandler<ListWebhookDeliveriesQuery, Page<WebhookDeliveryLine>>
{
    public async Task<IReadOnlyList<WebhookDetails>> Handle(ListWebhooksQuery request, CancellationToken cancellationToken)
    {
        var subscriptions = await db
            .WebhookSubscriptions.AsNoTracking()
            .OrderByDescending(s => s.CreatedAt)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        var ids = subscriptions.ConvertAll(s => s.Id);
        var counts = await db
            .WebhookDeliveries.Where(d => ids.Contains(d.SubscriptionId) && d.State != DeliveryState.Delivered)
            .GroupBy(d => new { d.SubscriptionId, d.State })
            .Select(g => new
            {
                g.Key.SubscriptionId,
                g.Key.State,
                Number = g.Count(),
            })
            .ToListAsync(cancellationToken);
        int Of(Guid id, DeliveryState state) => counts.Find(c => c.SubscriptionId == id && c.State == state)?.Number ?? 0;
        return subscriptions.ConvertAll(s => new WebhookDetails(
            s.Id,
            s.AccountId,
            s.Url,
            s.Events,
            s.CreatedAt,
            s.EndedAt,
            Of(s.Id, DeliveryState.Waiting),
            Of(s.Id, DeliveryState.Dead)
        ));
    }

    public async Task<Page<WebhookDeliveryLine>> Handle(ListWebhookDeliveriesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var after = Cursor.Parse(request.Cursor)?.Seq ?? 0;
        var subscription = await db.WebhookAsync(request.SubscriptionId, cancellationToken);
        var rows = await db
            .WebhookDeliveries.AsNoTracking()
            .Where(d => d.SubscriptionId == subscription.Id && d.Seq > after)
            .Where(d => request.State == null || d.State == request.State)
            .Join(db.Outbox, d => d.MessageId, m => m.Id, (d, m) => new { Delivery = d, m.Type })
            .OrderBy(r => r.Delivery.Seq)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var next = rows.Count > limit ? new Cursor(0, rows[limit - 1].Delivery.Seq).ToString() : null;
        return new(
            [
                .. rows.Take(limit)
                    .Select(r => new WebhookDeliveryLine(
                        r.Delivery.MessageId,
                        $"{r.Delivery.Seq}",
                        Enum.Parse<ReportedEvent>(r.Type),
                        r.Delivery.State,
                        r.Delivery.Attempts,
                        r.Delivery.NextAt,
                        r.Delivery.EndedAt,
                        r.Delivery.LastStatus,
                        r.Delivery.LastFault
                    )),
            ],
            next
        );
    }
}
