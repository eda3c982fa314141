using EnforcementCases.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Access;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Code).IsCode(Organisation.CodeMaxLength);
        builder.Property(o => o.Path).IsCode(Organisation.PathMaxLength);
        builder.Property(o => o.Name).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Path).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId);
        builder.ComplexProperty(o => o.Profile);
    }
}
