using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.LegalReview;

internal sealed class ReviewTemplateConfiguration : IEntityTypeConfiguration<ReviewTemplate>
{
    public void Configure(EntityTypeBuilder<ReviewTemplate> builder)
    {
        builder.ToTable("review_templates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Code).IsCode(ReviewTemplate.CodeMaxLength);
        builder.Property(t => t.Version).IsCode(60);
        builder.Property(t => t.Item).HasMaxLength(ReviewTemplate.ItemMaxLength);
        builder.Property(t => t.Kinds).IsEnumList(400);
        builder.Property(t => t.Features).IsEnumList(400);
        builder.Property(t => t.Citizen).IsJson();
        builder.Property(t => t.Organisation).IsJson();
        builder.Property(t => t.Materials).IsJson();
        builder.Property(t => t.Points).IsJson();
        builder.Property(t => t.RowSha256).IsCode(64);
        builder.HasOne<CatalogueDataSet>().WithMany().HasForeignKey(t => t.DataSetId);
        builder.HasIndex(t => new { t.Code, t.Version }).IsUnique();
    }
}

internal sealed class ReviewCatalogueAdoptionConfiguration : IEntityTypeConfiguration<ReviewCatalogueAdoption>
{
    public void Configure(EntityTypeBuilder<ReviewCatalogueAdoption> builder)
    {
        builder.ToTable("review_catalogues");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Rows).IsJson();
        builder.Property(a => a.Instrument).HasMaxLength(ReviewCatalogueAdoption.InstrumentMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId);
        builder.HasIndex(a => new { a.OrganisationPath, a.ValidFrom });
    }
}

internal sealed class ReviewTaskConfiguration : IEntityTypeConfiguration<ReviewTask>
{
    public void Configure(EntityTypeBuilder<ReviewTask> builder)
    {
        builder.ToTable("review_tasks");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.State);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(t => t.CaseId);
        builder.Property(t => t.Key).IsCode(60);
        builder
            .HasIndex(t => new
            {
                t.CaseId,
                t.Key,
                t.Round,
            })
            .IsUnique();
        builder.HasIndex(t => new
        {
            t.OrganisationPath,
            t.SubmittedAt,
            t.Seq,
        });
        builder.HasIndex(t => new { t.TakenBy, t.DoneAt });
    }
}
