using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Requests;

/// <summary>A write that was done once under its <c>Idempotency-Key</c>, with its answer. Written in the transaction of the effect; the primary key is the lock.</summary>
public sealed class IdempotentRequest
{
    /// <summary>SHA-256 over person, operation and key, lower-case hex: a key is valid for one person and one operation only.</summary>
    public string Id { get; init; } = "";

    /// <summary>SHA-256 over the request as it was bound.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>Path of the organisation the person wrote for; a replay is refused once it is out of scope.</summary>
    public string OwnerPath { get; init; } = "";

    /// <summary>The typed result, encrypted JSON; null while the transaction runs.</summary>
    public byte[]? Result { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotentRequestConfiguration : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> builder)
    {
        builder.ToTable("idempotent_requests");
        builder.Property(r => r.Id).IsCode(64);
        builder.Property(r => r.Fingerprint).HasMaxLength(32);
        builder.Property(r => r.OwnerPath).IsCode(200);
        builder.HasIndex(r => r.CreatedAt);
    }
}
