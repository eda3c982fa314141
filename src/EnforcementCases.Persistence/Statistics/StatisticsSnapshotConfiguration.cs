using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Statistics;

internal sealed class StatisticsSnapshotConfiguration : IEntityTypeConfiguration<StatisticsSnapshot>
{
    public void Configure(EntityTypeBuilder<StatisticsSnapshot> builder)
    {
        builder.ToTable("statistics_snapshots");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Product).IsCode(40);
        builder.Property(s => s.Period).IsCode(8);
        builder.Ignore(s => s.ReleaseDueOn);
        builder.Property(s => s.FirstApprovedBy).IsConcurrencyToken(); // two at once are not both the first
        builder.Property(s => s.ReleasedBy).IsConcurrencyToken();
        builder.Property(s => s.ReasonForChange).HasMaxLength(1000);
        builder.Property(s => s.LogHash).HasMaxLength(32);
        builder.Property(s => s.ContentHash).IsCode(64);
        builder.Property(s => s.StoredChecks).HasColumnName("checks").IsLongText();
        builder.Ignore(s => s.Checks);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId);
        builder.HasMany(s => s.Figures).WithOne().HasForeignKey(f => f.SnapshotId);
        builder
            .HasIndex(s => new
            {
                s.OrganisationId,
                s.Period,
                s.Product,
                s.Revision,
            })
            .IsUnique();
    }
}

internal sealed class OwnFigureConfiguration : IEntityTypeConfiguration<OwnFigure>
{
    public void Configure(EntityTypeBuilder<OwnFigure> builder)
    {
        builder.ToTable("own_figures");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Key).IsCode(OwnFigure.KeyMaxLength);
        builder.Property(f => f.Name).HasMaxLength(OwnFigure.NameMaxLength);
        builder.Property(f => f.Unit).HasMaxLength(OwnFigure.UnitMaxLength);
        builder.Property(f => f.Value).HasPrecision(18, 4);
        builder.Property(f => f.PartKeys).IsCode(OwnFigure.MaxParts * (OwnFigure.KeyMaxLength + 1));
        builder.Property(f => f.Source).HasMaxLength(OwnFigure.SourceMaxLength);
        builder.Ignore(f => f.Parts);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId);
        builder
            .HasIndex(f => new
            {
                f.OrganisationId,
                f.Year,
                f.Key,
                f.Revision,
            })
            .IsUnique();
    }
}

internal sealed class SnapshotFigureConfiguration : IEntityTypeConfiguration<SnapshotFigure>
{
    public void Configure(EntityTypeBuilder<SnapshotFigure> builder)
    {
        builder.ToTable("statistics_snapshot_figures");
        builder.HasKey(f => new { f.SnapshotId, f.Key });
        builder.Property(f => f.Key).IsCode(60);
        builder.Property(f => f.Name).HasMaxLength(100);
        builder.Property(f => f.StoredCases).HasColumnName("cases").IsLongText();
        builder.Ignore(f => f.Cases);
        builder.Ignore(f => f.Value);
    }
}
