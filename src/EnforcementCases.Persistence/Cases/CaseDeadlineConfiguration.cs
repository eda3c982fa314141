using System.Text.Json;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Cases;

internal sealed class CaseDeadlineConfiguration : IEntityTypeConfiguration<CaseDeadline>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Filter of the deadlines that still run, few among all; the same SQL works on all databases.</summary>
    private const string Running = "met_at IS NULL AND ended_at IS NULL";

    public void Configure(EntityTypeBuilder<CaseDeadline> builder)
    {
        builder.ToTable("case_deadlines");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Rule).IsCode(40);
        builder.Property(d => d.Reference).IsCode(60);
        builder.Property(d => d.CalendarVersion).HasMaxLength(60);
        builder.Property(d => d.PreviousCalendarVersion).HasMaxLength(60);
        builder
            .Property(d => d.Explanation)
            .HasConversion(
                explanation => JsonSerializer.Serialize(explanation, Json),
                text => JsonSerializer.Deserialize<DeadlineExplanation>(text, Json)!,
                new ValueComparer<DeadlineExplanation>((a, b) => ReferenceEquals(a, b), e => e.LastDay.GetHashCode(), e => e) // never changed in place
            )
            .IsLongText();
        builder.Ignore(d => d.IsOpen);
        builder.HasIndex(d => d.CaseId);
        builder.HasIndex(d => new
        {
            d.OrganId,
            d.LastDay,
            d.Seq,
        });
        builder.HasIndex(d => new { d.LastDay, d.Seq }).HasFilter(Running); // districts and the recount: what still runs, of all streets, in the order of the list
        builder.HasIndex(d => new { d.OrganisationPath, d.LastDay }).HasFilter(Running); // counts by organisation
    }
}
