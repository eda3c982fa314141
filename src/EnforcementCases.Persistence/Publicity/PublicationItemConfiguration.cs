using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Publicity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Publicity;

internal sealed class PublicationItemConfiguration : IEntityTypeConfiguration<PublicationItem>
{
    public void Configure(EntityTypeBuilder<PublicationItem> builder)
    {
        builder.ToTable("publication_items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Property(i => i.Code).IsCode(PublicationItem.CodeMaxLength);
        builder.Property(i => i.Number).IsCode(DocumentNumber.MaxLength);
        builder.Property(i => i.Copy).IsLongText();
        builder.Property(i => i.CopySha256).IsCode(64);
        builder.Property(i => i.WithholdingReason).HasMaxLength(PublicationItem.ReasonMaxLength);
        builder.Property(i => i.WithdrawalReason).HasMaxLength(PublicationItem.ReasonMaxLength);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganId);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => i.CaseId);
        builder.HasIndex(i => new
        {
            i.OrganId,
            i.State,
            i.DueOn,
            i.Seq,
        });
        builder.HasIndex(i => new
        {
            i.State,
            i.DueOn,
            i.Seq,
        }); // for those above streets
        builder.HasIndex(i => new { i.PublishedOn, i.Seq }); // the public list
        builder.HasIndex(i => new
        {
            i.OrganId,
            i.PublishedOn,
            i.Seq,
        });
        builder.HasIndex(i => i.Number);
        builder.HasIndex(i => i.DisplayUntil);
    }
}
