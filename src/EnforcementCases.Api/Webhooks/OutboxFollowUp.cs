using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Requests;
using EnforcementCases.Persistence.Webhooks;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Writes the events that somebody subscribes to, in the transaction of the act: what is committed is reported, what is taken back is not.</summary>
internal sealed class OutboxFollowUp(AppDbContext db, WebhookDirectory directory, SequenceSource sequence, TimeProvider clock)
    : IFollowUp<CaseFiled>,
        IFollowUp<OrdinaryActDone>,
        IFollowUp<PenaltyDecided>,
        IFollowUp<NoPenaltyDecided>,
        IFollowUp<OrderDecided>,
        IFollowUp<DecisionServed>,
        IFollowUp<DecisionFell>,
        IFollowUp<DecisionFoundUnlawful>,
        IFollowUp<FineChanged>,
        IFollowUp<FinePaid>,
        IFollowUp<FineRefunded>,
        IFollowUp<CaseReopened>,
        IFollowUp<CaseClosed>,
        IFollowUp<CaseArchived>,
        IFollowUp<DeadlineMoved>
{
    public Task FollowUpAsync(CaseFiled happened, CancellationToken ct) => Report(ReportedEvent.CaseFiled, happened);

    public Task FollowUpAsync(OrdinaryActDone happened, CancellationToken ct) =>
        Report(ReportedEvent.ActDone, happened, happened.Act.Act.ToString());

    public Task FollowUpAsync(PenaltyDecided happened, CancellationToken ct) => Report(ReportedEvent.PenaltyDecided, happened);

    public Task FollowUpAsync(NoPenaltyDecided happened, CancellationToken ct) => Report(ReportedEvent.NoPenaltyDecided, happened);

    public Task FollowUpAsync(OrderDecided happened, CancellationToken ct) => Report(ReportedEvent.OrderDecided, happened);

    public Task FollowUpAsync(DecisionServed happened, CancellationToken ct) => Report(ReportedEvent.DecisionServed, happened);

    public Task FollowUpAsync(DecisionFell happened, CancellationToken ct) => Report(ReportedEvent.DecisionFell, happened);

    public Task FollowUpAsync(DecisionFoundUnlawful happened, CancellationToken ct) =>
        Report(ReportedEvent.DecisionFoundUnlawful, happened);

    public Task FollowUpAsync(FineChanged happened, CancellationToken ct) => Report(ReportedEvent.FineChanged, happened);

    public Task FollowUpAsync(FinePaid happened, CancellationToken ct) => Report(ReportedEvent.FinePaid, happened);

    public Task FollowUpAsync(FineRefunded happened, CancellationToken ct) => Report(ReportedEvent.FineRefunded, happened);

    public Task FollowUpAsync(CaseReopened happened, CancellationToken ct) => Report(ReportedEvent.CaseReopened, happened);

    public Task FollowUpAsync(CaseClosed happened, CancellationToken ct) => Report(ReportedEvent.CaseClosed, happened);

    public Task FollowUpAsync(CaseArchived happened, CancellationToken ct) => Report(ReportedEvent.CaseArchived, happened);

    public Task FollowUpAsync(DeadlineMoved happened, CancellationToken ct) => Report(ReportedEvent.DeadlineMoved, happened);

    private Task Report(ReportedEvent what, CaseEvent happened, string? detail = null)
    {
        var path = happened.Case.OrganisationPath;
        var receivers = directory.Current.Where(s => s.Events.Contains(what) && s.Scope.Contains(path)).ToList();
        if (receivers.Count == 0)
            return Task.CompletedTask;
        var now = clock.GetUtcNow();
        var message = new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Seq = sequence.Next(),
            Type = what.ToString(),
            Detail = detail,
            SubjectId = happened.Case.Id,
            OwnerPath = path,
            CreatedAt = now,
        };
        db.Outbox.Add(message);
        db.WebhookDeliveries.AddRange(
            receivers.Select(r => new WebhookDelivery
            {
                Id = Guid.CreateVersion7(now),
                SubscriptionId = r.Subscription.Id,
                MessageId = message.Id,
                SubjectId = message.SubjectId,
                Seq = message.Seq,
                NextAt = now,
            })
        );
        return Task.CompletedTask;
    }
}
