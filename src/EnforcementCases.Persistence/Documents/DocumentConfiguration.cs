using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Documents;

internal sealed class NumberCounterConfiguration : IEntityTypeConfiguration<NumberCounter>
{
    public void Configure(EntityTypeBuilder<NumberCounter> builder)
    {
        builder.ToTable("number_counters");
        builder.HasKey(c => new
        {
            c.OrganId,
            c.Word,
            c.Year,
        });
        builder.Property(c => c.Word).IsCode(20);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganId);
    }
}

internal sealed class DocumentNumberConfiguration : IEntityTypeConfiguration<DocumentNumber>
{
    public void Configure(EntityTypeBuilder<DocumentNumber> builder)
    {
        builder.ToTable("document_numbers");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Word).IsCode(20);
        builder.Property(n => n.Text).IsCode(DocumentNumber.MaxLength);
        builder
            .HasIndex(n => new
            {
                n.OrganId,
                n.Word,
                n.Year,
                n.Serial,
            })
            .IsUnique();
        builder.HasIndex(n => n.Text).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(n => n.OrganId);
    }
}

internal sealed class CaseDocumentConfiguration : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> builder)
    {
        builder.ToTable("case_documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Number).IsCode(DocumentNumber.MaxLength);
        builder.Property(d => d.VerificationCode).IsCode(24);
        builder.Property(d => d.TemplateVersion).IsCode(20);
        builder.Property(d => d.ContentHash).IsCode(64);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(d => d.CaseId);
        builder.HasIndex(d => d.VerificationCode).IsUnique();
        builder.HasIndex(d => d.CorrectsId);
    }
}

internal sealed class DocumentPrintConfiguration : IEntityTypeConfiguration<DocumentPrint>
{
    public void Configure(EntityTypeBuilder<DocumentPrint> builder)
    {
        builder.ToTable("document_prints");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.FileSha256).IsCode(64);
        builder.Property(p => p.MissingGlyphs).HasMaxLength(200);
        builder.HasOne<CaseDocument>().WithMany().HasForeignKey(p => p.DocumentId);
        builder
            .HasIndex(p => new
            {
                p.DocumentId,
                p.Format,
                p.Count,
            })
            .IsUnique();
    }
}
