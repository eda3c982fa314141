using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Inspections;

internal static class InspectionTable
{
    /// <summary>What all tables of inspections share.</summary>
    public static void IsInspectionTable<T>(this EntityTypeBuilder<T> builder, string name)
        where T : class, IInspectionMatter
    {
        builder.ToTable(name);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganId);
        builder.HasIndex(e => new { e.OrganId, e.Seq });
        builder.HasIndex(e => new { e.OrganisationPath, e.Seq }); // for those above streets
    }
}

internal sealed class CheckObjectConfiguration : IEntityTypeConfiguration<CheckObject>
{
    public void Configure(EntityTypeBuilder<CheckObject> builder)
    {
        builder.IsInspectionTable("check_objects");
        builder.Property(o => o.Name).HasMaxLength(Domain.Parties.Party.NameMaxLength);
        builder.Property(o => o.CreditCode).IsCode(18);
        builder.Property(o => o.Address).HasMaxLength(CheckObject.AddressMaxLength);
        builder.Property(o => o.Category).IsCode(CheckObject.CategoryMaxLength);
        builder.Property(o => o.DelistedBecause).HasMaxLength(CheckObject.ReasonMaxLength);
        builder.Property(o => o.ListedKey).IsCode(CheckObject.ListedKeyLength);
        builder.HasIndex(o => o.ListedKey).IsUnique();
        builder.HasIndex(o => new { o.OrganId, o.CreditCode });
        builder.HasIndex(o => new { o.OrganId, o.Category });
    }
}

internal sealed class OfficerInterestConfiguration : IEntityTypeConfiguration<OfficerInterest>
{
    public void Configure(EntityTypeBuilder<OfficerInterest> builder)
    {
        builder.IsInspectionTable("officer_interests");
        builder.Property(i => i.PersonName).HasMaxLength(Person.NameMaxLength);
        builder.Property(i => i.Tie).HasMaxLength(OfficerInterest.TieMaxLength);
        builder.Property(i => i.From).HasColumnName("interested_from");
        builder.Property(i => i.To).HasColumnName("interested_to");
        builder.HasOne<CheckObject>().WithMany().HasForeignKey(i => i.ObjectId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
    }
}

internal sealed class CheckPlanConfiguration : IEntityTypeConfiguration<CheckPlan>
{
    public void Configure(EntityTypeBuilder<CheckPlan> builder)
    {
        builder.IsInspectionTable("check_plans");
        builder.Property(p => p.Category).IsCode(CheckObject.CategoryMaxLength);
        builder.Property(p => p.CapSource).HasMaxLength(CheckPlan.SourceMaxLength);
        builder.Property(p => p.Matters).HasMaxLength(CheckPlan.TextMaxLength);
        builder.Property(p => p.Standards).HasMaxLength(CheckPlan.TextMaxLength);
        builder.HasIndex(p => new
        {
            p.OrganId,
            p.Year,
            p.Category,
        });
    }
}

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.IsInspectionTable("campaigns");
        builder.Property(c => c.Name).HasMaxLength(Campaign.NameMaxLength);
        builder.Property(c => c.Purpose).HasMaxLength(Campaign.PurposeMaxLength);
        builder.Property(c => c.From).HasColumnName("runs_from");
        builder.Property(c => c.To).HasColumnName("runs_to");
    }
}

internal sealed class RandomDrawConfiguration : IEntityTypeConfiguration<RandomDraw>
{
    public void Configure(EntityTypeBuilder<RandomDraw> builder)
    {
        builder.IsInspectionTable("random_draws");
        builder.Property(d => d.Name).HasMaxLength(RandomDraw.NameMaxLength);
        builder.Property(d => d.Category).IsCode(CheckObject.CategoryMaxLength);
        builder.Property(d => d.Matters).HasMaxLength(CheckTask.TextMaxLength);
        builder.Property(d => d.Lists).IsJson();
        builder.Property(d => d.Drawn).IsJson();
        builder.Property(d => d.ListsSha256).IsCode(64);
        builder.Property(d => d.Commitment).IsCode(64);
        builder.Property(d => d.Secret).IsCode(64);
        builder.Property(d => d.Word).HasMaxLength(RandomDraw.WordMaxLength);
        builder.Property(d => d.CancelledBecause).HasMaxLength(RandomDraw.ReasonMaxLength);
        builder.HasIndex(d => new { d.OrganId, d.DrawnOn });
    }
}

internal sealed class CheckTaskConfiguration : IEntityTypeConfiguration<CheckTask>
{
    public void Configure(EntityTypeBuilder<CheckTask> builder)
    {
        builder.IsInspectionTable("check_tasks");
        builder.Property(c => c.ObjectName).HasMaxLength(Domain.Parties.Party.NameMaxLength);
        builder.Property(c => c.Category).IsCode(CheckObject.CategoryMaxLength);
        builder.Property(c => c.Code).IsCode(CheckTask.CodeLength);
        builder.Property(c => c.Officers).IsJson();
        builder.Property(c => c.Matters).HasMaxLength(CheckTask.TextMaxLength);
        builder.Property(c => c.Findings).HasMaxLength(CheckTask.TextMaxLength);
        builder.Property(c => c.ExemptionFacts).HasMaxLength(CheckTask.ReasonMaxLength);
        builder.Property(c => c.RefusedBecause).HasMaxLength(CheckTask.ReasonMaxLength);
        builder.Property(c => c.NotScannedBecause).HasMaxLength(CheckTask.ReasonMaxLength);
        builder.Property(c => c.UnannouncedBecause).HasMaxLength(CheckTask.ReasonMaxLength);
        builder.Property(c => c.RefusalNote).HasMaxLength(CheckTask.ReasonMaxLength);
        builder.HasOne<CheckObject>().WithMany().HasForeignKey(c => c.ObjectId);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId);
        builder.HasOne<RandomDraw>().WithMany().HasForeignKey(c => c.DrawId);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(c => c.FollowedByCaseId);
        builder.HasOne<CorrectionOrder>().WithMany().HasForeignKey(c => c.FollowedByOrderId);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new
        {
            c.ObjectId,
            c.PlannedYear,
            c.State,
        });
        builder.HasIndex(c => new
        {
            c.OrganId,
            c.State,
            c.PlannedOn,
        });
        builder.HasIndex(c => new { c.OrganId, c.CheckedOn });
    }
}

internal sealed class PatrolSheetConfiguration : IEntityTypeConfiguration<PatrolSheet>
{
    public void Configure(EntityTypeBuilder<PatrolSheet> builder)
    {
        builder.IsInspectionTable("patrol_sheets");
        builder.Property(p => p.Members).IsJson();
        builder.Property(p => p.Vehicles).IsJson();
        builder.Property(p => p.Places).IsJson();
        builder.Property(p => p.VoidedBecause).HasMaxLength(PatrolSheet.ReasonMaxLength);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(p => p.CampaignId);
        builder.HasIndex(p => new { p.OrganId, p.PatrolledOn });
    }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.IsInspectionTable("reminders");
        builder.Property(r => r.Number).IsCode(DocumentNumber.MaxLength);
        builder.Property(r => r.PartyName).HasMaxLength(Reminder.PartyNameMaxLength);
        builder.Property(r => r.Content).HasMaxLength(Reminder.ContentMaxLength);
        builder.Property(r => r.EndNote).HasMaxLength(Reminder.NoteMaxLength);
        builder.HasOne<PatrolSheet>().WithMany().HasForeignKey(r => r.PatrolId);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.OrganId, r.HandedOn });
    }
}
