using EnforcementCases.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Discretion;

internal sealed class ExemptionEntryConfiguration : IEntityTypeConfiguration<ExemptionEntry>
{
    public void Configure(EntityTypeBuilder<ExemptionEntry> builder)
    {
        builder.ToTable("exemption_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Code).IsCode(ExemptionEntry.CodeMaxLength);
        builder.Property(e => e.Version).IsCode(60);
        builder.Property(e => e.ViolationCode).IsCode(ViolationVersion.CodeMaxLength);
        builder.Property(e => e.Title).HasMaxLength(100);
        builder.Property(e => e.Conditions).IsJson();
        builder.Property(e => e.FollowUp).IsJson();
        builder.Property(e => e.Correction).IsJson();
        builder.Property(e => e.Basis).HasMaxLength(100);
        builder.Property(e => e.RowSha256).IsCode(64);
        builder.HasOne<CatalogueDataSet>().WithMany().HasForeignKey(e => e.DataSetId);
        builder.HasIndex(e => new { e.Code, e.Version }).IsUnique();
    }
}
