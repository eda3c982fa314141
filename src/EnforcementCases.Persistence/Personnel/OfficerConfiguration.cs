using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Personnel;

internal sealed class OfficerConfiguration : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.ToTable("officers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithOne().HasForeignKey<Officer>(o => o.Id);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId);
        builder.HasMany(o => o.Postings).WithOne().HasForeignKey(p => p.OfficerId);
        builder.HasMany(o => o.Certificates).WithOne().HasForeignKey(c => c.OfficerId);
        builder.Navigation(o => o.Postings).HasField("postings").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.Navigation(o => o.Certificates).HasField("certificates").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(o => o.OrganisationPath);
    }
}

internal sealed class OfficerPostingConfiguration : IEntityTypeConfiguration<OfficerPosting>
{
    public void Configure(EntityTypeBuilder<OfficerPosting> builder)
    {
        builder.ToTable("officer_postings");
        builder.HasKey(p => new { p.OfficerId, p.Place });
        builder.Property(p => p.OrganisationPath).IsCode(Organisation.PathMaxLength);
        builder.Property(p => p.From).HasColumnName("served_from");
        builder.Property(p => p.To).HasColumnName("served_to");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
    }
}

internal sealed class OfficerCertificateConfiguration : IEntityTypeConfiguration<OfficerCertificate>
{
    public void Configure(EntityTypeBuilder<OfficerCertificate> builder)
    {
        builder.ToTable("officer_certificates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).IsCode(OfficerCertificate.NumberMaxLength);
        builder.Property(c => c.CancellationNote).HasMaxLength(OfficerCertificate.ReasonMaxLength);
        builder.HasMany(c => c.Suspensions).WithOne().HasForeignKey(s => s.CertificateId);
        builder.Navigation(c => c.Suspensions).HasField("suspensions").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.Ignore(c => c.OnDay);
    }
}

internal sealed class CertificateSuspensionConfiguration : IEntityTypeConfiguration<CertificateSuspension>
{
    public void Configure(EntityTypeBuilder<CertificateSuspension> builder)
    {
        builder.ToTable("certificate_suspensions");
        builder.HasKey(s => new { s.CertificateId, s.Place });
        builder.Property(s => s.From).HasColumnName("suspended_from");
        builder.Property(s => s.To).HasColumnName("suspended_to");
        builder.Property(s => s.Reason).HasMaxLength(OfficerCertificate.ReasonMaxLength);
    }
}
