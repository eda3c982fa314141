using EnforcementCases.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Files;

/// <summary>An upload in parts. It knows nothing of what the file is for: that is in its metadata, which its owner reads.</summary>
public sealed class Upload : IOwnedByOrganisation
{
    public const int MetadataMaxLength = 4_000;

    public Guid Id { get; init; }

    /// <summary>Path of the organisation of the account.</summary>
    public string OrganisationPath { get; init; } = "";

    /// <summary>The account that began it; nobody else continues it.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Declared size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Declared SHA-256, 64 lower-case hex digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The header <c>Upload-Metadata</c> as it was sent.</summary>
    public string Metadata { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>First instant at which it can no longer be continued.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the whole file was stored; null before.</summary>
    public DateTimeOffset? StoredAt { get; private set; }

    /// <summary>What it became; null before.</summary>
    public Guid? ResultId { get; private set; }

    /// <summary>The whole file is stored.</summary>
    public void Store(Guid resultId, DateTimeOffset at) => (ResultId, StoredAt) = (resultId, at);
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Sha256).IsCode(64);
        builder.Property(u => u.Metadata).HasMaxLength(Upload.MetadataMaxLength);
        builder.HasIndex(u => u.AccountId);
        builder.HasIndex(u => u.ExpiresAt);
    }
}
