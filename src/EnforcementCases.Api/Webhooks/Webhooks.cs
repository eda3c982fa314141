using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>A subscription of another system to events (事件订阅).</summary>
/// <param name="Id">Id.</param>
/// <param name="AccountId">Account of the other system; only events of cases in its scope are sent.</param>
/// <param name="Url">Address that events are sent to.</param>
/// <param name="Events">Which events.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EndedAt">When it was ended; null while events are sent.</param>
/// <param name="Waiting">Number of events that are still to be sent.</param>
/// <param name="Dead">Number of events that were given up (死信).</param>
public sealed record WebhookDetails(
    Guid Id,
    Guid AccountId,
    string Url,
    IReadOnlyList<ReportedEvent> Events,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    int Waiting,
    int Dead
);

/// <summary>A subscription with the secret of its signatures, which is shown only once.</summary>
/// <param name="Id">Id of the subscription.</param>
/// <param name="Secret">Prefix <c>whsec_</c>, then the key of the HMAC-SHA256 in base64. Signed is <c>webhook-id.webhook-timestamp.body</c>; the header <c>webhook-signature</c> holds <c>v1,</c> and the value in base64.</param>
public sealed record WebhookWithSecret(Guid Id, string Secret);

/// <summary>What subscriptions share.</summary>
internal static class Webhooks
{
    public static readonly DomainError NotFound = new("webhooks.not-found", null, ErrorKind.NotFound, "没有找到该事件订阅");

    public static readonly DomainError Ended = new("webhooks.ended", null, ErrorKind.Conflict, "该事件订阅已终止");

    private const int SecretLength = 32;

    /// <summary>Reads a subscription in the reader's scope.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>.</exception>
    public static async Task<WebhookSubscription> WebhookAsync(this AppDbContext db, Guid id, CancellationToken ct) =>
        await db.WebhookSubscriptions.FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw NotFound.With($"事件订阅 {id}");

    /// <summary>Reads a subscription to change it.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>, <see cref="Ended"/>.</exception>
    public static async Task<WebhookSubscription> WebhookToChangeAsync(this AppDbContext db, Guid id, CancellationToken ct)
    {
        var subscription = await db.WebhookAsync(id, ct);
        return subscription.EndedAt is null ? subscription : throw Ended.With("请另行设立订阅");
    }

    /// <summary>Gives a subscription another secret.</summary>
    /// <returns>The subscription with the secret as it is shown.</returns>
    public static WebhookWithSecret GiveSecret(this WebhookSubscription subscription, PersonalDataVault vault)
    {
        var key = RandomNumberGenerator.GetBytes(SecretLength);
        subscription.SecretSealed = vault.Seal(key, SealedCell.WebhookSecret(subscription.Id));
        return new(subscription.Id, $"whsec_{Convert.ToBase64String(key)}");
    }
}
