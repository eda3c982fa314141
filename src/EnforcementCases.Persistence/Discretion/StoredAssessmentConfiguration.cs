using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Discretion;

internal sealed class StoredAssessmentConfiguration : IEntityTypeConfiguration<StoredAssessment>
{
    public void Configure(EntityTypeBuilder<StoredAssessment> builder)
    {
        builder.ToTable("assessments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ViolationCode).IsCode(ViolationVersion.CodeMaxLength);
        builder.Property(a => a.Input).IsLongText();
        builder.Property(a => a.Result).IsLongText();
        builder.Property(a => a.InputSha256).IsCode(64);
        builder.Property(a => a.ResultSha256).IsCode(64);
        builder.HasOne<Party>().WithMany().HasForeignKey(a => a.PartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganId);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(a => a.CaseId);
        builder.HasOne<ViolationVersion>().WithMany().HasForeignKey(a => a.AppliedVersionId);
        builder.HasIndex(a => new
        {
            a.OrganisationPath,
            a.AssessedAt,
            a.Seq,
        });
    }
}
