using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Supervision;

internal sealed class SupervisionLetterConfiguration : IEntityTypeConfiguration<SupervisionLetter>
{
    public void Configure(EntityTypeBuilder<SupervisionLetter> builder)
    {
        builder.ToTable("supervision_letters");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.Property(l => l.FromPath).IsCode(Organisation.PathMaxLength);
        builder.Property(l => l.Subject).HasMaxLength(SupervisionLetter.SubjectMaxLength);
        builder.Property(l => l.Text).HasMaxLength(SupervisionLetter.TextMaxLength);
        builder.Property(l => l.Rule).IsCode(60);
        builder.Property(l => l.CaseIdsText).HasColumnName("case_ids").IsLongText();
        builder.Property(l => l.Reply).HasMaxLength(SupervisionLetter.TextMaxLength);
        builder.Property(l => l.Result).HasMaxLength(SupervisionLetter.TextMaxLength);
        builder.Ignore(l => l.CaseIds);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.OrganId);
        builder.HasIndex(l => new { l.OrganId, l.State });
        builder.HasIndex(l => l.SentAt);
    }
}
