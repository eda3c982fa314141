using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Discretion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Discretion;

internal sealed class EducationDutyConfiguration : IEntityTypeConfiguration<EducationDuty>
{
    public void Configure(EntityTypeBuilder<EducationDuty> builder)
    {
        builder.ToTable("education_duties");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.Ground).IsCode(20);
        builder.Property(d => d.Certificates).IsCodeList(400);
        builder.Property(d => d.Note).HasMaxLength(EducationDuty.NoteMaxLength);
        builder.HasOne<Party>().WithMany().HasForeignKey(d => d.PartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganId);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(d => d.CaseId);
        builder.Ignore(d => d.PendingRecord).Ignore(d => d.RecordChainId).Ignore(d => d.RecordOrganisationPath).Ignore(d => d.IsDone);
        builder.HasIndex(d => d.CaseId).IsUnique(); // one duty for a case
    }
}
