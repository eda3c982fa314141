using EnforcementCases.Persistence.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Webhooks;

/// <summary>What became of the sending of an event.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, or is being sent.</summary>
    Waiting,

    /// <summary>The receiver has confirmed it.</summary>
    Delivered,

    /// <summary>It was given up.</summary>
    Dead,
}

/// <summary>Why the last attempt to send an event failed.</summary>
public enum DeliveryFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer within the time limit.</summary>
    TimedOut,

    /// <summary>The name leads to an address that is not allowed.</summary>
    AddressRefused,

    /// <summary>The receiver redirected to another address, which is not followed.</summary>
    Redirected,

    /// <summary>The receiver answered with a status other than 2xx.</summary>
    Answered,

    /// <summary>The account of the receiver may no longer read the case.</summary>
    NotEntitled,

    /// <summary>The subscription was ended.</summary>
    Ended,
}

/// <summary>An event on its way to one receiver; written in the transaction of the act. Nothing is written for an event that nobody subscribes to.</summary>
public sealed class WebhookDelivery
{
    public Guid Id { get; init; }

    public Guid SubscriptionId { get; init; }

    /// <summary>The event.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The case: its events are sent one after the other.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Sequence of the event; orders the events of a case.</summary>
    public long Seq { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>Counted before each attempt, so that an event during which the program ends is counted too.</summary>
    public int Attempts { get; init; }

    /// <summary>Counted up by each process that takes it: a process that was paused and wakes finds another number.</summary>
    public int Token { get; init; }

    /// <summary>Not taken before; while it is being sent, the end of the lease.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>When it was delivered or given up; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Status of the last answer; null if there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the last attempt failed; null if none did.</summary>
    public DeliveryFault? LastFault { get; init; }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<WebhookSubscription>().WithMany().HasForeignKey(d => d.SubscriptionId);
        builder.HasOne<OutboxMessage>().WithMany().HasForeignKey(d => d.MessageId);
        builder.HasIndex(d => d.MessageId);
        builder.HasIndex(d => new
        {
            d.SubscriptionId,
            d.State,
            d.Seq,
        });
        builder.HasIndex(d => new
        {
            d.SubscriptionId,
            d.SubjectId,
            d.State,
            d.Seq,
        });
        builder.HasIndex(d => new { d.State, d.EndedAt });
    }
}
