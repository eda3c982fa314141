using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Personnel;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.StaffNumber).IsCode(Person.StaffNumberMaxLength);
        builder.Property(p => p.LegalQualificationNumber).IsCode(Person.QualificationNumberMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        builder.HasIndex(p => p.OrganisationPath);
        builder.Ignore(p => p.AsReviewer);
    }
}
