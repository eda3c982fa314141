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
        builder.Property(o => o.Name).HasMaxLength(Person.NameMaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithOne().HasForeignKey<Officer>(o => o.Id);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId);
        builder.HasMany(o => o.Certificates).WithOne().HasForeignKey(c => c.OfficerId);
        builder.HasMany(o => o.Postings).WithOne().HasForeignKey(p => p.OfficerId);
        builder.Ignore(o => o.PendingRecord).Ignore(o => o.RecordChainId).Ignore(o => o.RecordOrganisationPath);
        builder.HasIndex(o => o.OrganisationPath);
    }
}

internal sealed class OfficerCertificateConfiguration : IEntityTypeConfiguration<OfficerCertificate>
{
    public void Configure(EntityTypeBuilder<OfficerCertificate> builder)
    {
        builder.ToTable("officer_certificates");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).IsCode(OfficerCertificate.NumberMaxLength);
        builder.Property(c => c.Suspensions).IsJson();
        builder.HasIndex(c => c.Number).IsUnique();
    }
}

internal sealed class OfficerPostingConfiguration : IEntityTypeConfiguration<OfficerPosting>
{
    public void Configure(EntityTypeBuilder<OfficerPosting> builder)
    {
        builder.ToTable("officer_postings");
        builder.HasKey(p => new { p.OfficerId, p.From });
        builder.Property(p => p.Path).IsCode(Organisation.PathMaxLength);
    }
}
