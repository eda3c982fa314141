using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Requests;

/// <summary>An event to be reported to other systems; written in the transaction of the act. Its id is the id under which receivers know it.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; }

    public long Seq { get; init; }

    /// <summary>Name of the event.</summary>
    public string Type { get; init; } = "";

    /// <summary>Which act of the ordinary procedure; null for any other event.</summary>
    public string? Detail { get; init; }

    /// <summary>The case.</summary>
    public Guid SubjectId { get; init; }

    public string OwnerPath { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Type).IsCode(60);
        builder.Property(m => m.Detail).IsCode(60);
        builder.Property(m => m.OwnerPath).IsCode(200);
        builder.HasIndex(m => m.Seq);
    }
}
