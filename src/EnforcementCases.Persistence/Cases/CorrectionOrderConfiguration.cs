using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Cases;

internal sealed class CorrectionOrderConfiguration : IEntityTypeConfiguration<CorrectionOrder>
{
    public void Configure(EntityTypeBuilder<CorrectionOrder> builder)
    {
        builder.ToTable("correction_orders");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Property(o => o.Number).IsCode(DocumentNumber.MaxLength);
        builder.Property(o => o.ViolationCode).IsCode(40);
        builder.Property(o => o.DivisionCode).IsCode(12);
        builder.Property(o => o.Facts).HasMaxLength(4000);
        builder.Property(o => o.Requirement).HasMaxLength(1000);
        builder.Property(o => o.WithdrawalReason).HasMaxLength(1000);
        builder.Property(o => o.WithdrawalNumber).IsCode(DocumentNumber.MaxLength);
        builder.ComplexProperty(
            o => o.Party,
            party =>
            {
                party.Property(p => p.Name).IsCode(Party.NameMaxLength);
                party.Property(p => p.DocumentTail).HasMaxLength(4);
                party.Property(p => p.PhotoSha256).IsCode(64);
            }
        );
        builder.HasOne<Party>().WithMany().HasForeignKey(o => o.PartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganId);
        builder.HasMany(o => o.Officers).WithOne().HasForeignKey(o => o.OrderId);
        builder.HasIndex(o => o.UsedByCaseId).IsUnique();
        builder.HasIndex(o => new
        {
            o.OrganisationPath,
            o.OrderedAt,
            o.Seq,
        });
        builder.HasIndex(o => new { o.PartyId, o.ViolationCode });
    }
}

internal sealed class CorrectionOrderOfficerConfiguration : IEntityTypeConfiguration<CorrectionOrderOfficer>
{
    public void Configure(EntityTypeBuilder<CorrectionOrderOfficer> builder)
    {
        builder.ToTable("correction_order_officers");
        builder.HasKey(o => new { o.OrderId, o.Place });
        builder.Property(o => o.Name).HasMaxLength(60);
        builder.Property(o => o.CertificateNumber).IsCode(60);
    }
}
