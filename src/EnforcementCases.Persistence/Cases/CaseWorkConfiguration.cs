using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Cases;

internal sealed class CaseWorkConfiguration : IEntityTypeConfiguration<CaseWork>
{
    /// <summary>The list of an organ is an equality after which the index continues in the order of the list; what decides whether a row is the reader's is in the index too, so
    /// that rows of others are passed over within it.</summary>
    public void Configure(EntityTypeBuilder<CaseWork> builder)
    {
        builder.ToTable("case_work");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(w => w.CaseId);
        builder.HasIndex(w => w.CaseId);
        builder.HasIndex(
            w => new
            {
                w.OrganId,
                w.SortOn,
                w.Seq,
                w.ShowFrom,
                w.Roles,
                w.Relation,
                w.Kind,
            },
            "ix_case_work_organ"
        );
        builder.HasIndex(w => new { w.SortOn, w.Seq }, "ix_case_work_all"); // for those above streets
    }
}

internal sealed class CaseTouchConfiguration : IEntityTypeConfiguration<CaseTouch>
{
    public void Configure(EntityTypeBuilder<CaseTouch> builder)
    {
        builder.ToTable("case_touches");
        builder.HasKey(t => new { t.PersonId, t.CaseId });
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(t => t.CaseId);
        builder.HasIndex(t => t.CaseId);
        builder.HasIndex(t => new { t.PersonId, t.TouchedAt });
    }
}
