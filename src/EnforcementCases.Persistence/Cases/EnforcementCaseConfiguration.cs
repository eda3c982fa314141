using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Cases;

internal sealed class EnforcementCaseConfiguration : IEntityTypeConfiguration<EnforcementCase>
{
    public void Configure(EntityTypeBuilder<EnforcementCase> builder)
    {
        builder.ToTable("cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.ViolationCode).IsCode(40);
        builder.Property(c => c.Facts).HasMaxLength(4000);
        builder.Property(c => c.DecisionNumber).IsCode(DocumentNumber.MaxLength);
        builder.Property(c => c.FinedActKey).IsCode(80);
        builder.Property(c => c.SameDayKey).IsCode(90);
        MapParts(builder);
        builder.ComplexProperty(
            c => c.Party,
            party =>
            {
                party.Property(p => p.Name).IsCode(Party.NameMaxLength); // compared byte by byte, so that a prefix is a range
                party.Property(p => p.DocumentTail).HasMaxLength(4);
                party.Property(p => p.PhotoSha256).IsCode(64);
            }
        );
        builder.HasOne<Party>().WithMany().HasForeignKey(c => c.PartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        builder.HasOne(c => c.PaymentOrder).WithOne().HasForeignKey<PaymentOrder>(o => o.CaseId);
        builder.HasMany(c => c.Officers).WithOne().HasForeignKey(o => o.CaseId);
        builder.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasMany(c => c.Deadlines).WithOne().HasForeignKey(d => d.CaseId);
        builder.HasMany(c => c.Payments).WithOne().HasForeignKey(p => p.CaseId);
        builder.HasMany(c => c.ActEntries).WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany(c => c.Refunds).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.FallenDecisions).WithOne().HasForeignKey(d => d.CaseId);
        builder.HasIndex(c => c.FinedActKey).IsUnique();
        builder.HasIndex(c => c.SameDayKey).IsUnique();
        builder.HasIndex(c => new { c.WorkListedAt, c.Seq }, "ix_cases_work_unlisted").HasFilter("work_listed_at IS NULL");
        IndexLists(builder);
        builder.HasIndex(c => new { c.OrganId, c.DecidedYear });
        builder.HasIndex(c => new { c.OrganId, c.ClosedYear });
        builder.HasIndex(c => new { c.OrganId, c.FiledOn }).HasFilter("filed_on IS NOT NULL");
        builder.HasIndex(c => new { c.OrganId, c.OutcomeOn }).HasFilter("outcome_on IS NOT NULL");
        builder.HasIndex(c => new
        {
            c.PartyId,
            c.ViolationCode,
            c.CommittedOn,
        });
    }

    /// <summary>Parts of the case are columns of its table, under the names that their columns always had.</summary>
    private static void MapParts(EntityTypeBuilder<EnforcementCase> builder)
    {
        builder.ComplexProperty(
            c => c.Entry,
            entry =>
            {
                entry.Property(e => e.RecordedAt).HasColumnName("recorded_at");
                entry.Property(e => e.EnteredLate).HasColumnName("entered_late");
                entry.Property(e => e.Device).HasColumnName("device").IsCode(64);
            }
        );
        builder.ComplexProperty(
            c => c.Place,
            place =>
            {
                place.Property(p => p.DivisionCode).HasColumnName("division_code").IsCode(12);
                place.Property(p => p.Longitude).HasColumnName("longitude").HasMaxLength(20);
                place.Property(p => p.Latitude).HasColumnName("latitude").HasMaxLength(20);
                place.Property(p => p.Datum).HasColumnName("datum").HasMaxLength(20);
            }
        );
        builder.ComplexProperty(
            c => c.Penalty,
            penalty =>
            {
                penalty.Property(p => p.HeaviestKind).HasColumnName("heaviest_kind");
                penalty.Property(p => p.Warned).HasColumnName("warned");
                penalty.Property(p => p.FineFen).HasColumnName("fine_fen");
                penalty.Property(p => p.ConfiscatedFen).HasColumnName("confiscated_fen");
                penalty.Property(p => p.Reasons).HasColumnName("reasons_for_amount").HasMaxLength(4000);
                penalty.Ignore(p => p.Fine);
            }
        );
        builder.ComplexProperty(
            c => c.Correction,
            correction =>
            {
                correction.Property(p => p.Required).HasMaxLength(4000);
                correction.Property(p => p.CorrectedAt).HasColumnName("corrected_at");
                correction.Property(p => p.EarlierOrderId).HasColumnName("earlier_order_id");
            }
        );
        builder.ComplexProperty(
            c => c.Effect,
            effect =>
            {
                effect.Property(e => e.Validity).HasColumnName("validity");
                effect.Property(e => e.RevokedAt).HasColumnName("revoked_at");
                effect.Property(e => e.RevocationReason).HasColumnName("revocation_reason").HasMaxLength(4000);
                effect.Property(e => e.InvalidatedAt).HasColumnName("invalidated_at");
                effect.Property(e => e.InvalidBecause).HasColumnName("invalid_because");
            }
        );
        builder.ComplexProperty(
            c => c.Closing,
            closing =>
            {
                closing.Property(e => e.At).HasColumnName("closed_at");
                closing.Property(e => e.On).HasColumnName("closed_on");
                closing.Property(e => e.Because).HasColumnName("closed_because");
            }
        );
        builder.ComplexProperty(
            c => c.Archive,
            archive =>
            {
                archive.Property(a => a.On).HasColumnName("archived_on");
                archive.Property(a => a.Volume).IsCode(CaseArchive.VolumeMaxLength);
                archive.Property(a => a.Retention).HasColumnName("retention");
                archive.Property(a => a.KeepUntil).HasColumnName("keep_until");
            }
        );
    }

    /// <summary>Lists are ordered newest first by the start of the case, or by the decision if filtered by its date. Other filters follow in the index, so that rows which do
    /// not fit are passed over within the index. The first three serve a street, an organisation directly above streets, and one higher up.</summary>
    private static void IndexLists(EntityTypeBuilder<EnforcementCase> builder)
    {
        builder.Property(c => c.SupervisingPath).IsCode(Organisation.PathMaxLength);
        builder.HasIndex(c => new
        {
            c.OrganId,
            c.OpenedAt,
            c.Seq,
            c.Stage,
            c.Procedure,
            c.ViolationCode,
        });
        builder.HasIndex(c => new
        {
            c.SupervisingPath,
            c.OpenedAt,
            c.Seq,
            c.Stage,
            c.Procedure,
            c.ViolationCode,
        });
        builder.HasIndex(c => new
        {
            c.OpenedAt,
            c.Seq,
            c.Stage,
            c.Procedure,
            c.ViolationCode,
        });
        builder.HasIndex(c => new
        {
            c.Stage,
            c.OpenedAt,
            c.Seq,
        }); // for those above: what is rare among all cases of a city
        builder.HasIndex(c => new
        {
            c.ViolationCode,
            c.OpenedAt,
            c.Seq,
            c.Stage,
        });
        builder.HasIndex(c => new
        {
            c.SupervisingPath,
            c.Stage,
            c.OpenedAt,
            c.Seq,
        }); // and among those of a district
        builder.HasIndex(c => new
        {
            c.SupervisingPath,
            c.ViolationCode,
            c.OpenedAt,
            c.Seq,
            c.Stage,
        });
        builder.HasIndex(c => new
        {
            c.OrganId,
            c.DecidedAt,
            c.Seq,
            c.Stage,
            c.Procedure,
            c.ViolationCode,
        });
        builder.HasIndex(c => new
        {
            c.SupervisingPath,
            c.DecidedAt,
            c.Seq,
            c.Stage,
            c.Procedure,
            c.ViolationCode,
        });
        builder.HasIndex(c => new
        {
            c.DecidedAt,
            c.Seq,
            c.Stage,
            c.Procedure,
            c.ViolationCode,
        });
        IndexOpenWork(builder);
        builder.HasIndex(c => new
        {
            c.DecisionNumber,
            c.OpenedAt,
            c.Seq,
        });
        builder.Property(c => c.ListedName).IsCode(Party.NameMaxLength); // compared byte by byte, so that a prefix is a range
        builder.HasIndex(c => new
        {
            c.OrganId,
            c.ListedName,
            c.PartyId,
        });
        builder.HasIndex(c => new
        {
            c.ListedName,
            c.OrganisationPath,
            c.PartyId,
        });
    }

    /// <summary>Fines that are owed and decisions that are not reported. They are few, so their indexes hold only those rows.</summary>
    private static void IndexOpenWork(EntityTypeBuilder<EnforcementCase> builder)
    {
        const string Owed = "owed_until IS NOT NULL";
        const string Unreported = "stage = 'Decided' AND reported_at IS NULL"; // the stage is a column of it, too: SQLite prefers the index with more equalities
        builder.Property(c => c.OwedUntil).UsePropertyAccessMode(PropertyAccessMode.Property); // the value saved is derived from order and deadlines, not from the field
        builder
            .HasIndex(
                c => new
                {
                    c.OrganId,
                    c.OpenedAt,
                    c.Seq,
                    c.OwedUntil,
                },
                "ix_cases_owed_organ"
            )
            .HasFilter(Owed);
        builder
            .HasIndex(
                c => new
                {
                    c.SupervisingPath,
                    c.OpenedAt,
                    c.Seq,
                    c.OwedUntil,
                },
                "ix_cases_owed_supervising"
            )
            .HasFilter(Owed);
        builder
            .HasIndex(
                c => new
                {
                    c.OpenedAt,
                    c.Seq,
                    c.OwedUntil,
                },
                "ix_cases_owed"
            )
            .HasFilter(Owed);
        builder
            .HasIndex(
                c => new
                {
                    c.OrganId,
                    c.Stage,
                    c.OpenedAt,
                    c.Seq,
                },
                "ix_cases_unreported_organ"
            )
            .HasFilter(Unreported);
        builder
            .HasIndex(
                c => new
                {
                    c.SupervisingPath,
                    c.Stage,
                    c.OpenedAt,
                    c.Seq,
                },
                "ix_cases_unreported_supervising"
            )
            .HasFilter(Unreported);
        builder
            .HasIndex(
                c => new
                {
                    c.Stage,
                    c.OpenedAt,
                    c.Seq,
                },
                "ix_cases_unreported"
            )
            .HasFilter(Unreported);
    }
}

internal sealed class CaseOfficerConfiguration : IEntityTypeConfiguration<CaseOfficer>
{
    public void Configure(EntityTypeBuilder<CaseOfficer> builder)
    {
        builder.ToTable("case_officers");
        builder.HasKey(o => new { o.CaseId, o.Place });
        builder.Property(o => o.Name).HasMaxLength(60);
        builder.Property(o => o.CertificateNumber).IsCode(60);
        builder.HasIndex(o => new { o.PersonId, o.CaseId });
        builder.HasIndex(o => new
        {
            o.PersonId,
            o.OpenedAt,
            o.Seq,
        }); // an officer's own cases, newest first
    }
}

internal sealed class CaseActEntryConfiguration : IEntityTypeConfiguration<CaseActEntry>
{
    public void Configure(EntityTypeBuilder<CaseActEntry> builder)
    {
        builder.ToTable("case_acts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.BodySha256).IsCode(64);
        builder.HasIndex(a => new { a.CaseId, a.Place }).IsUnique();
        builder.HasIndex(a => new { a.Act, a.DoneOn }); // how often an act was done in a year
    }
}

internal sealed class CaseEvidenceConfiguration : IEntityTypeConfiguration<CaseEvidence>
{
    public void Configure(EntityTypeBuilder<CaseEvidence> builder)
    {
        builder.ToTable("case_evidence");
        builder.HasKey(e => new { e.CaseId, e.Place });
        builder.Property(e => e.Sha256).IsCode(64);
    }
}

internal sealed class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable("parties");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Party.NameMaxLength);
        builder.Property(p => p.BlindIndex).IsCode(64);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Party>().WithMany().HasForeignKey(p => p.MergedInto);
        builder.Ignore(p => p.RepresentativeId).Ignore(p => p.IsDocumented);
        builder.HasIndex(p => p.BlindIndex).IsUnique();
        builder.HasIndex(p => p.MergedInto).HasFilter("merged_into IS NOT NULL"); // with all unmerged parties in it SQLite would rather read the table
    }
}

internal sealed class PartyMergeConfiguration : IEntityTypeConfiguration<PartyMerge>
{
    public void Configure(EntityTypeBuilder<PartyMerge> builder)
    {
        builder.ToTable("party_merges");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Reason).HasMaxLength(PartyMerge.ReasonMaxLength);
        builder.Property(m => m.SplitReason).HasMaxLength(PartyMerge.ReasonMaxLength);
        builder.HasOne<Party>().WithMany().HasForeignKey(m => m.PartyId);
        builder.HasOne<Party>().WithMany().HasForeignKey(m => m.IntoPartyId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganId);
        builder.HasIndex(m => m.StandingPartyId).IsUnique(); // two heads at once: one is refused
    }
}
