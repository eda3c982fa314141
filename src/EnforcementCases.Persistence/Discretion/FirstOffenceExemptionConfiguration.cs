using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Discretion;

internal sealed class FirstOffenceExemptionConfiguration : IEntityTypeConfiguration<FirstOffenceExemption>
{
    public void Configure(EntityTypeBuilder<FirstOffenceExemption> builder)
    {
        builder.ToTable("first_offence_exemptions");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Property(e => e.ViolationCode).IsCode(ViolationVersion.CodeMaxLength);
        builder.Property(e => e.ActiveKey).IsCode(80);
        builder.Property(e => e.RevocationReason).HasMaxLength(1000);
        builder.HasOne<Party>().WithMany().HasForeignKey(e => e.PartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganId);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(e => e.CaseId);
        builder.HasOne<StoredAssessment>().WithMany().HasForeignKey(e => e.AssessmentId);
        builder.HasIndex(e => e.ActiveKey).IsUnique(); // two officers at once: one is refused
        builder.HasIndex(e => new
        {
            e.PartyId,
            e.ViolationCode,
            e.GrantedOn,
        });
    }
}
