using EnforcementCases.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Access;

internal sealed class GuardedChangeConfiguration : IEntityTypeConfiguration<GuardedChange>
{
    public void Configure(EntityTypeBuilder<GuardedChange> builder)
    {
        builder.ToTable("guarded_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Content).HasMaxLength(GuardedChange.ContentMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasIndex(c => new { c.State, c.EffectiveAt });
        builder.HasIndex(c => c.OrganisationPath);
    }
}
