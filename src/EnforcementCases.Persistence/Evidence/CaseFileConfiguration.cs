using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Evidence;

internal sealed class CaseFileConfiguration : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.ToTable("case_files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Sha256).IsCode(64);
        builder.Property(f => f.MediaType).IsCode(100);
        builder.Property(f => f.Name).HasMaxLength(CaseFile.NameMaxLength);
        builder.Property(f => f.Device).IsCode(64);
        builder.Property(f => f.Codec).IsCode(16);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(f => f.CaseId);
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(f => f.ParentId);
        builder.HasIndex(f => new { f.CaseId, f.Sha256 }).IsUnique();
        builder.HasIndex(f => f.Sha256);
    }
}

internal sealed class CaseFileViewConfiguration : IEntityTypeConfiguration<CaseFileView>
{
    public void Configure(EntityTypeBuilder<CaseFileView> builder)
    {
        builder.ToTable("case_file_views");
        builder.HasKey(v => new { v.FileId, v.PersonId });
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(v => v.FileId);
    }
}
