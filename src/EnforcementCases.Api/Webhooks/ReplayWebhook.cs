using System.Globalization;
using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Sends the events of a stretch again (重新推送), delivered or given up, as far back as they are kept. The receiver knows those that it has by their ids.</summary>
/// <param name="FromSequence">Sequence of the first event, inclusive: digits.</param>
/// <param name="ToSequence">Sequence of the last event, inclusive: digits; default: up to the latest.</param>
/// <param name="OnlyDead">Only events that were given up; default false.</param>
public sealed record ReplayWebhookCommand(string FromSequence, string? ToSequence = null, bool OnlyDead = false)
    : ICommand<WebhookReplay>,
        IWritesMany
{
    /// <summary>The subscription, from the route.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>What is sent again.</summary>
/// <param name="Events">Number of events.</param>
public sealed record WebhookReplay(int Events);

internal sealed class ReplayWebhookValidator : AbstractValidator<ReplayWebhookCommand>
{
    public ReplayWebhookValidator()
    {
        RuleFor(c => c.FromSequence).NotEmpty().MaximumLength(SequenceOf.Longest);
        RuleFor(c => c.ToSequence).MaximumLength(SequenceOf.Longest);
    }
}

/// <summary>Reads a sequence that a client sends.</summary>
internal static class SequenceOf
{
    public const int Longest = 19;

    public static readonly DomainError Malformed = new("webhooks.sequence-malformed", null, ErrorKind.Malformed, "事件序号应为数字");

    /// <exception cref="DomainException"><see cref="Malformed"/>.</exception>
    public static long Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw Malformed.With("事件序号无效");
}

internal sealed class ReplayWebhookHandler(AppDbContext db, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<ReplayWebhookCommand, WebhookReplay>
{
    public async Task<WebhookReplay> Handle(ReplayWebhookCommand request, CancellationToken cancellationToken)
    {
        var from = SequenceOf.Read(request.FromSequence);
        var to = request.ToSequence is { } last ? SequenceOf.Read(last) : long.MaxValue;
        var subscription = await db.WebhookToChangeAsync(request.Id, cancellationToken);
        var now = clock.GetUtcNow();
        var events = await db
            .WebhookDeliveries.Where(d => d.SubscriptionId == subscription.Id && d.Seq >= from && d.Seq <= to)
            .Where(d => d.State == DeliveryState.Dead || (d.State == DeliveryState.Delivered && !request.OnlyDead))
            .ExecuteUpdateAsync(
                d =>
                    d.SetProperty(x => x.State, DeliveryState.Waiting)
                        .SetProperty(x => x.Attempts, 0)
                        .SetProperty(x => x.NextAt, now)
                        .SetProperty(x => x.EndedAt, (DateTimeOffset?)null),
                cancellationToken
            );
        journal.NoteAbout(SecurityEventKind.WebhookChanged, subscription.OrganisationPath, $"replayed {subscription.Id} {events}");
        return new(events);
    }
}
