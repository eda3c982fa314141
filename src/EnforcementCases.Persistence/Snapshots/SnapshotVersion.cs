using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Snapshots;

/// <summary>Version number of data that every replica holds in memory; increased in the transaction of each change, so that replicas see when to read anew.</summary>
public sealed class SnapshotVersion
{
    public const string Catalogue = "catalogue";

    public const string Officers = "officers";

    public const string Organs = "organs";

    public const string Webhooks = "webhooks";

    public string Name { get; init; } = "";

    public long Number { get; init; }
}

internal sealed class SnapshotVersionConfiguration : IEntityTypeConfiguration<SnapshotVersion>
{
    public void Configure(EntityTypeBuilder<SnapshotVersion> builder)
    {
        builder.ToTable("snapshot_versions");
        builder.HasKey(v => v.Name);
        builder.Property(v => v.Name).IsCode(40);
        builder.HasData(
            new SnapshotVersion { Name = SnapshotVersion.Catalogue, Number = 1 },
            new SnapshotVersion { Name = SnapshotVersion.Officers, Number = 1 },
            new SnapshotVersion { Name = SnapshotVersion.Organs, Number = 1 },
            new SnapshotVersion { Name = SnapshotVersion.Webhooks, Number = 1 }
        );
    }
}

public static class SnapshotVersions
{
    /// <summary>Increases the number; the row stays locked until the commit, so that numbers follow the order of commits.</summary>
    public static Task CountUpAsync(this DbSet<SnapshotVersion> versions, string name, CancellationToken ct) =>
        versions.Where(v => v.Name == name).ExecuteUpdateAsync(v => v.SetProperty(x => x.Number, x => x.Number + 1), ct);

    public static Task<long> ReadAsync(this DbSet<SnapshotVersion> versions, string name, CancellationToken ct) =>
        versions.Where(v => v.Name == name).Select(v => v.Number).SingleAsync(ct);
}
