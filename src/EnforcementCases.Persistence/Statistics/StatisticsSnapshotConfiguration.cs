using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Statistics;

internal sealed class StatisticsSnapshotConfiguration : IEntityTypeConfiguration<StatisticsSnapshot>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Configure(EntityTypeBuilder<StatisticsSnapshot> builder)
    {
        builder.ToTable("statistics_snapshots");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Product).IsCode(40);
        builder.Property(s => s.ReasonForChange).HasMaxLength(1000);
        builder.Property(s => s.LogHash).HasMaxLength(32);
        builder.Property(s => s.ContentHash).IsCode(64);
        builder
            .Property(s => s.Checks)
            .HasConversion(
                checks => JsonSerializer.Serialize(checks, Json),
                text => JsonSerializer.Deserialize<FigureCheck[]>(text, Json)!,
                new ValueComparer<IReadOnlyList<FigureCheck>>((a, b) => ReferenceEquals(a, b), c => c.Count, c => c) // never changed in place
            )
            .IsLongText();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId);
        builder.HasMany(s => s.Figures).WithOne().HasForeignKey(f => f.SnapshotId);
        builder
            .HasIndex(s => new
            {
                s.OrganisationId,
                s.Year,
                s.Product,
                s.Revision,
            })
            .IsUnique();
    }
}

internal sealed class SnapshotFigureConfiguration : IEntityTypeConfiguration<SnapshotFigure>
{
    public void Configure(EntityTypeBuilder<SnapshotFigure> builder)
    {
        builder.ToTable("statistics_snapshot_figures");
        builder.HasKey(f => new { f.SnapshotId, f.Key });
        builder.Property(f => f.Key).IsCode(60);
        builder.Property(f => f.Name).HasMaxLength(100);
        builder
            .Property(f => f.Cases)
            .HasConversion(
                cases =>
                    string.Join('\n', cases.Select(c => c.CaseId.ToString("D") + " " + c.Measure.ToString(CultureInfo.InvariantCulture))),
                text => ReadCases(text),
                new ValueComparer<IReadOnlyList<CountedCase>>((a, b) => ReferenceEquals(a, b), c => c.Count, c => c) // never changed in place
            )
            .IsLongText();
    }

    /// <summary>One line for each case: id and measure.</summary>
    private static CountedCase[] ReadCases(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => new CountedCase(Guid.Parse(line[..36]), long.Parse(line[37..], CultureInfo.InvariantCulture))),
        ];
}
