using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Requests;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Operations;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Sends what waits: each event at least once, those of a case to a receiver one after the other. An event is taken under a lease; if the process ends meanwhile, it is sent again once the lease is over.</summary>
internal sealed class WebhookDispatcher(
    IServiceScopeFactory scopes,
    WebhookDirectory directory,
    WebhookSender sender,
    TimeProvider clock,
    ILogger<WebhookDispatcher> log
)
{
    /// <summary>Longer than an attempt may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>A receiver that fails so often in a row is left alone until the next round.</summary>
    private const int FailuresInARow = 5;

    /// <summary>Most events to one receiver in a round.</summary>
    private const int MostInARound = 500;

    /// <summary>Sends everything that is due now; a slow receiver delays no other one.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(directory.Current.Select(s => SendToAsync(s.Subscription.Id, ct)));

    /// <summary>Sends to one receiver what is due.</summary>
    private async Task SendToAsync(Guid subscription, CancellationToken ct)
    {
        var failures = 0;
        for (var sent = 0; sent < MostInARound && failures < FailuresInARow; sent++)
        {
            if (await TakeAsync(subscription, ct) is not { } taken)
                return;
            var attempt = taken.IsEntitled ? await sender.SendAsync(taken.To, taken.Message, ct) : new(null, DeliveryFault.NotEntitled);
            failures = attempt.Fault is null ? 0 : failures + 1;
            await NoteAsync(taken, attempt);
        }
    }

    /// <summary>Takes the next event that is due and not behind another one of its case.</summary>
    private async Task<Taken?> TakeAsync(Guid subscription, CancellationToken ct)
    {
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow();
        var to = await db.WebhookSubscriptions.AsNoTracking().FirstAsync(s => s.Id == subscription, ct);
        if (to.EndedAt is not null)
            return null;
        var next = await Due(db, subscription, now).FirstOrDefaultAsync(ct);
        if (next is null)
            return null;
        var taken = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                cancel =>
                {
                    var until = now + Lease;
                    return db
                        .WebhookDeliveries.Where(d => d.Id == next.Id && d.Token == next.Token && d.State == DeliveryState.Waiting)
                        .ExecuteUpdateAsync(
                            d =>
                                d.SetProperty(x => x.Token, x => x.Token + 1)
                                    .SetProperty(x => x.Attempts, x => x.Attempts + 1)
                                    .SetProperty(x => x.NextAt, until),
                            cancel
                        );
                },
                beforeSave: null,
                ct
            );
        if (taken == 0)
            return null; // another process was faster
        var message = await db.Outbox.AsNoTracking().FirstAsync(m => m.Id == next.MessageId, ct);
        return new(next.Id, next.Token + 1, next.Attempts + 1, to, message, await IsEntitledAsync(db, to, message, ct));
    }

    private static IQueryable<WebhookDelivery> Due(AppDbContext db, Guid subscription, DateTimeOffset now) =>
        db
            .WebhookDeliveries.AsNoTracking()
            .Where(d =>
                d.SubscriptionId == subscription
                && d.State == DeliveryState.Waiting
                && d.NextAt <= now
                && !db.WebhookDeliveries.Any(earlier =>
                    earlier.SubscriptionId == subscription
                    && earlier.SubjectId == d.SubjectId
                    && earlier.State == DeliveryState.Waiting
                    && earlier.Seq < d.Seq
                )
            )
            .OrderBy(d => d.Seq);

    /// <summary>Whether the receiver's account may read the case now, whatever it could at the subscription.</summary>
    private static async Task<bool> IsEntitledAsync(AppDbContext db, WebhookSubscription to, OutboxMessage message, CancellationToken ct)
    {
        var path = await db
            .Users.AsNoTracking()
            .Where(a => a.Id == to.AccountId && !a.Disabled && a.Roles.Any(r => r.Role == Role.Integration))
            .Select(a => a.OrganisationPath)
            .FirstOrDefaultAsync(ct);
        return path is not null && OrganisationScope.Below(path).Contains(message.OwnerPath);
    }

    /// <summary>Notes how an attempt ended, unless another process has taken the event over.</summary>
    private async Task NoteAsync(Taken taken, Attempt attempt)
    {
        var now = clock.GetUtcNow();
        var wait = attempt.Fault is DeliveryFault.NotEntitled ? null : WebhookRetries.WaitAfter(taken.Attempts);
        var state =
            attempt.Fault is null ? DeliveryState.Delivered
            : wait is null ? DeliveryState.Dead
            : DeliveryState.Waiting;
        DateTimeOffset? ended = state is DeliveryState.Waiting ? null : now;
        var next = now + (wait ?? TimeSpan.Zero);
        await using var scope = scopes.SeeingAll();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .RunAsync(
                cancel =>
                    db.WebhookDeliveries.Where(d => d.Id == taken.Id && d.Token == taken.Token && d.State == DeliveryState.Waiting)
                        .ExecuteUpdateAsync(
                            d =>
                                d.SetProperty(x => x.State, state)
                                    .SetProperty(x => x.NextAt, next)
                                    .SetProperty(x => x.EndedAt, ended)
                                    .SetProperty(x => x.LastStatus, attempt.Status)
                                    .SetProperty(x => x.LastFault, attempt.Fault),
                            cancel
                        ),
                beforeSave: null,
                CancellationToken.None
            );
        if (state is DeliveryState.Dead)
            log.LogError(
                "Event {Sequence} was given up for subscription {Subscription}: {Fault} {Status}",
                taken.Message.Seq,
                taken.To.Id,
                attempt.Fault,
                attempt.Status
            );
    }

    /// <summary>An event that this process is sending.</summary>
    private sealed record Taken(Guid Id, int Token, int Attempts, WebhookSubscription To, OutboxMessage Message, bool IsEntitled);
}

/// <summary>Sends in the background.</summary>
internal sealed class WebhookLoop(WebhookDispatcher dispatcher, WebhookSettings settings, ILogger<WebhookLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled)
            return;
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await dispatcher.RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "Events could not be sent; the next try is in two seconds.");
            }
        }
    }
}
