using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Catalogue;

internal sealed class CatalogueDataSetConfiguration : IEntityTypeConfiguration<CatalogueDataSet>
{
    public void Configure(EntityTypeBuilder<CatalogueDataSet> builder)
    {
        builder.ToTable("catalogue_data_sets");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).IsCode(CatalogueDataSet.NameMaxLength);
        builder.Property(s => s.Sha256).IsCode(64);
        builder.Property(s => s.Label).HasMaxLength(CatalogueDataSet.LabelMaxLength);
        builder.HasIndex(s => new { s.Name, s.Number }).IsUnique(); // two replicas that start at once: one loads
    }
}

internal sealed class ViolationVersionConfiguration : IEntityTypeConfiguration<ViolationVersion>
{
    public void Configure(EntityTypeBuilder<ViolationVersion> builder)
    {
        builder.ToTable("violations");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Code).IsCode(ViolationVersion.CodeMaxLength);
        builder.Property(v => v.Version).IsCode(60);
        builder.Property(v => v.Name).HasMaxLength(ViolationVersion.NameMaxLength);
        builder.Property(v => v.Category).HasMaxLength(40);
        builder.Property(v => v.Jurisdiction).HasMaxLength(40);
        builder.Property(v => v.Instrument).HasMaxLength(100);
        builder.Property(v => v.ViolatedArticle).HasMaxLength(100);
        builder.Property(v => v.PenaltyArticle).HasMaxLength(100);
        builder.Property(v => v.Kinds).IsEnumList(200);
        builder.Property(v => v.Orders).IsEnumList(200);
        builder.Property(v => v.Structure).IsJson();
        builder.Property(v => v.IndividualFine).IsJson();
        builder.Property(v => v.OrganisationFine).IsJson();
        builder.Property(v => v.TextVersion).HasMaxLength(100);
        builder.Property(v => v.RowSha256).IsCode(64);
        builder.Ignore(v => v.NotDecidableBecause).Ignore(v => v.Branches).Ignore(v => v.Violated).Ignore(v => v.Threatened);
        builder.HasOne<CatalogueDataSet>().WithMany().HasForeignKey(v => v.DataSetId);
        builder.HasIndex(v => new { v.Code, v.Version }).IsUnique();
    }
}

internal sealed class PowerListItemConfiguration : IEntityTypeConfiguration<PowerListItem>
{
    public void Configure(EntityTypeBuilder<PowerListItem> builder)
    {
        builder.ToTable("power_list_items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Code).IsCode(PowerListItem.CodeMaxLength);
        builder.Property(i => i.ViolationCodes).IsCodeList(400);
        builder.HasOne<CatalogueDataSet>().WithMany().HasForeignKey(i => i.DataSetId);
        builder.HasIndex(i => new { i.DataSetId, i.Code }).IsUnique();
    }
}

internal sealed class CalendarYearConfiguration : IEntityTypeConfiguration<CalendarYear>
{
    public void Configure(EntityTypeBuilder<CalendarYear> builder)
    {
        builder.ToTable("calendar_years");
        builder.HasKey(y => new { y.DataSetId, y.Year });
        builder.Property(y => y.NoticeTitle).HasMaxLength(200);
        builder.Property(y => y.NoticeNumber).HasMaxLength(60);
        builder.Property(y => y.NumberStatus).HasMaxLength(60);
        builder.Property(y => y.NoticeUrl).HasMaxLength(200);
        builder.HasOne<CatalogueDataSet>().WithMany().HasForeignKey(y => y.DataSetId);
    }
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(d => new
        {
            d.DataSetId,
            d.Kind,
            d.Date,
        });
        builder.Property(d => d.Name).HasMaxLength(40);
        builder.HasOne<CalendarYear>().WithMany().HasForeignKey(d => new { d.DataSetId, d.NoticeYear });
    }
}

internal sealed class AdoptionConfiguration : IEntityTypeConfiguration<Adoption>
{
    public void Configure(EntityTypeBuilder<Adoption> builder)
    {
        builder.ToTable("adoptions");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.ViolationCode).IsCode(ViolationVersion.CodeMaxLength);
        builder.Property(a => a.From).HasColumnName("valid_from"); // FROM and TO are words of SQL
        builder.Property(a => a.To).HasColumnName("valid_to");
        builder.Property(a => a.Instrument).HasMaxLength(Adoption.InstrumentMaxLength);
        builder.Property(a => a.AreaCodes).IsCodeList(Adoption.AreaMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganId);
        builder.HasIndex(a => new
        {
            a.OrganId,
            a.ViolationCode,
            a.From,
        });
    }
}

internal sealed class ParameterValueConfiguration : IEntityTypeConfiguration<ParameterValue>
{
    public void Configure(EntityTypeBuilder<ParameterValue> builder)
    {
        builder.ToTable("parameter_values");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Key).IsCode(ParameterValue.KeyMaxLength);
        builder.Property(v => v.Value).HasMaxLength(ParameterValue.ValueMaxLength);
        builder.Property(v => v.Source).HasMaxLength(ParameterValue.SourceMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationId);
        builder.HasIndex(v => new
        {
            v.OrganisationId,
            v.Key,
            v.ValidFrom,
        });
    }
}

internal sealed class CatalogueSourceRowConfiguration : IEntityTypeConfiguration<CatalogueSourceRow>
{
    public void Configure(EntityTypeBuilder<CatalogueSourceRow> builder)
    {
        builder.ToTable("catalogue_source_rows");
        builder.HasKey(r => r.Sha256);
        builder.Property(r => r.Sha256).IsCode(64);
        builder.Property(r => r.Content).IsLongText();
    }
}

internal sealed class CatalogueChangeConfiguration : IEntityTypeConfiguration<CatalogueChange>
{
    public void Configure(EntityTypeBuilder<CatalogueChange> builder)
    {
        builder.ToTable("catalogue_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Rows).IsJson();
        builder.Property(c => c.Basis).HasMaxLength(CatalogueChange.BasisMaxLength);
        builder.Property(c => c.Reason).HasMaxLength(CatalogueChange.ReasonMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasIndex(c => new
        {
            c.OrganisationPath,
            c.EnteredAt,
            c.Seq,
        });
    }
}
