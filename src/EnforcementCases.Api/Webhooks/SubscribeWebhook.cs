using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Subscribes another system to events of cases (设立事件订阅). Events are sent from two seconds after the answer.</summary>
/// <param name="AccountId">Account of the other system, with the role Integration; only events of cases in its scope are sent.</param>
/// <param name="Url">Address that events are sent to: https, at most 400 characters, not in an internal network unless the operator allows it.</param>
/// <param name="Events">Which events, at least one.</param>
public sealed record SubscribeWebhookCommand(Guid AccountId, string Url, IReadOnlyList<ReportedEvent> Events)
    : ICommand<WebhookWithSecret>,
        IChangesSnapshot;

/// <summary>Replaces the secret of the signatures of a subscription (更换推送签名密钥); the former one is used no more.</summary>
public sealed record ReplaceWebhookSecretCommand(Guid Id) : ICommand<WebhookWithSecret>;

internal sealed class SubscribeWebhookValidator : AbstractValidator<SubscribeWebhookCommand>
{
    public SubscribeWebhookValidator()
    {
        RuleFor(c => c.Url).NotEmpty().MaximumLength(WebhookSubscription.UrlMaxLength);
        RuleFor(c => c.Events).NotEmpty();
    }
}

internal sealed class SubscribeWebhookHandler(
    AppDbContext db,
    ReceiverAddress receivers,
    PersonalDataVault vault,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<SubscribeWebhookCommand, WebhookWithSecret>, IRequestHandler<ReplaceWebhookSecretCommand, WebhookWithSecret>
{
    public static readonly DomainError AccountUnfit = new(
        "webhooks.account-unfit",
        null,
        ErrorKind.Unacceptable,
        "事件只推送给未停用的系统对接账号"
    );

    public async Task<WebhookWithSecret> Handle(SubscribeWebhookCommand request, CancellationToken cancellationToken)
    {
        var address = receivers.Read(request.Url);
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        if (account.Disabled || account.Roles.TrueForAll(r => r.Role is not Role.Integration))
            throw AccountUnfit.With("请选择系统对接账号");
        var now = clock.GetUtcNow();
        var subscription = new WebhookSubscription(Guid.CreateVersion7(now), account, address.AbsoluteUri, request.Events, now);
        var answer = subscription.GiveSecret(vault);
        db.WebhookSubscriptions.Add(subscription);
        journal.Note(SecurityEventKind.WebhookChanged, account, $"subscribed {subscription.Id}");
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Webhooks, cancellationToken);
        return answer;
    }

    public async Task<WebhookWithSecret> Handle(ReplaceWebhookSecretCommand request, CancellationToken cancellationToken)
    {
        var subscription = await db.WebhookToChangeAsync(request.Id, cancellationToken);
        journal.NoteAbout(SecurityEventKind.WebhookChanged, subscription.OrganisationPath, $"secret {subscription.Id}");
        return subscription.GiveSecret(vault);
    }
}
