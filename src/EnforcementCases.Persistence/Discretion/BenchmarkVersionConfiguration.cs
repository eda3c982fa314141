using EnforcementCases.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Discretion;

internal sealed class BenchmarkVersionConfiguration : IEntityTypeConfiguration<BenchmarkVersion>
{
    public void Configure(EntityTypeBuilder<BenchmarkVersion> builder)
    {
        builder.ToTable("discretion_benchmarks");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Code).IsCode(BenchmarkVersion.CodeMaxLength);
        builder.Property(b => b.Version).IsCode(60);
        builder.Property(b => b.ViolationCode).IsCode(ViolationVersion.CodeMaxLength);
        builder.Property(b => b.Jurisdiction).HasMaxLength(40);
        builder.Property(b => b.Issuer).HasMaxLength(100);
        builder.Property(b => b.Tiers).IsJson();
        builder.Property(b => b.RowSha256).IsCode(64);
        builder.HasOne<CatalogueDataSet>().WithMany().HasForeignKey(b => b.DataSetId);
        builder.HasIndex(b => new { b.Code, b.Version }).IsUnique();
    }
}
