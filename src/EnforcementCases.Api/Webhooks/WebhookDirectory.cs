using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>The subscriptions that have not ended, kept in memory: an act looks here whether anybody subscribes to its events, without the database.</summary>
internal sealed class WebhookDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WebhookDirectory> log)
    : SnapshotDirectory<IReadOnlyList<Subscriber>>(scopes, clock, log, SnapshotVersion.Webhooks, [])
{
    protected override async Task<IReadOnlyList<Subscriber>> ReadAsync(AppDbContext db, long number, CancellationToken ct) =>
        [
            .. (await db.WebhookSubscriptions.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Id).ToListAsync(ct)).Select(
                s => new Subscriber(s, OrganisationScope.Below(s.OrganisationPath), s.Events.ToHashSet())
            ),
        ];
}

/// <summary>A subscription as acts look at it.</summary>
internal sealed record Subscriber(WebhookSubscription Subscription, OrganisationScope Scope, IReadOnlySet<ReportedEvent> Events);
