using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Supervision;

internal sealed class ReviewRoundConfiguration : IEntityTypeConfiguration<ReviewRound>
{
    public void Configure(EntityTypeBuilder<ReviewRound> builder)
    {
        builder.ToTable("file_review_rounds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(ReviewRound.NameMaxLength);
        builder.Property(r => r.Seed).IsCode(64);
        builder.Property(r => r.Standard).IsCode(20);
        builder.Property(r => r.StoredCandidates).HasColumnName("candidates").IsLongText();
        builder.Ignore(r => r.Candidates);
        builder.Ignore(r => r.Drawn);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
        builder.HasIndex(r => new { r.OrganisationId, r.DrawnAt });
    }
}

internal sealed class ReviewedFileConfiguration : IEntityTypeConfiguration<ReviewedFile>
{
    public void Configure(EntityTypeBuilder<ReviewedFile> builder)
    {
        builder.ToTable("reviewed_files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Property(f => f.ReviewerPath).IsCode(Organisation.PathMaxLength);
        builder.Property(f => f.Standard).IsCode(20);
        builder.Property(f => f.StoredJudgementText).HasColumnName("judgement").IsLongText();
        builder.Property(f => f.JudgementSha256).IsCode(64);
        builder.Property(f => f.Points).HasPrecision(5, 2);
        builder.Property(f => f.Notice).HasMaxLength(ReviewedFile.TextMaxLength);
        builder.Property(f => f.Reply).HasMaxLength(ReviewedFile.TextMaxLength);
        builder.Property(f => f.RecheckNote).HasMaxLength(ReviewedFile.TextMaxLength);
        builder.Property(f => f.NominationReason).HasMaxLength(ReviewedFile.TextMaxLength);
        builder.Ignore(f => f.Judgement);
        builder.Ignore(f => f.IsNotified);
        builder.HasOne<ReviewRound>().WithMany().HasForeignKey(f => f.RoundId);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(f => f.CaseId);
        builder.HasIndex(f => new { f.RoundId, f.Place }).IsUnique();
        builder.HasIndex(f => new { f.OrganId, f.Step });
        builder.HasIndex(f => f.CaseId);
    }
}

internal sealed class AccountabilityConfiguration : IEntityTypeConfiguration<Accountability>
{
    public void Configure(EntityTypeBuilder<Accountability> builder)
    {
        builder.ToTable("accountabilities");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Measure).HasMaxLength(Accountability.MeasureMaxLength);
        builder.Property(a => a.Reason).HasMaxLength(ReviewedFile.TextMaxLength);
        builder.HasOne<ReviewedFile>().WithMany().HasForeignKey(a => a.FileId);
        builder.HasIndex(a => new { a.EnteredAt, a.Id });
    }
}
