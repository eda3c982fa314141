using EnforcementCases.Domain.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Recording;

internal sealed class LogHeadConfiguration : IEntityTypeConfiguration<LogHead>
{
    public void Configure(EntityTypeBuilder<LogHead> builder)
    {
        builder.ToTable("log_heads");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Origin).IsCode(200);
        builder.Property(h => h.Holder).IsCode(120);
    }
}

internal sealed class LogLeafConfiguration : IEntityTypeConfiguration<LogLeaf>
{
    public void Configure(EntityTypeBuilder<LogLeaf> builder)
    {
        builder.ToTable("log_leaves");
        builder.HasKey(l => l.Position);
        builder.Property(l => l.Position).ValueGeneratedNever();
        builder.Property(l => l.Hash).HasMaxLength(32);
        builder.HasIndex(l => l.EntryId).IsUnique(); // no foreign key: a leaf whose entry is gone is what the verification looks for
    }
}

internal sealed class LogTileConfiguration : IEntityTypeConfiguration<LogTile>
{
    public void Configure(EntityTypeBuilder<LogTile> builder)
    {
        builder.ToTable("log_tiles");
        builder.HasKey(t => new { t.Level, t.Position });
    }
}

internal sealed class LogCheckpointConfiguration : IEntityTypeConfiguration<LogCheckpoint>
{
    public void Configure(EntityTypeBuilder<LogCheckpoint> builder)
    {
        builder.ToTable("log_checkpoints");
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
    }
}

internal sealed class LogKeyConfiguration : IEntityTypeConfiguration<LogKey>
{
    public void Configure(EntityTypeBuilder<LogKey> builder)
    {
        builder.ToTable("log_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => k.Number).IsUnique();
        builder.Property(k => k.Text).IsCode(400);
    }
}

internal sealed class RecordAuditConfiguration : IEntityTypeConfiguration<RecordAudit>
{
    public void Configure(EntityTypeBuilder<RecordAudit> builder)
    {
        builder.ToTable("record_audits");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.First).HasMaxLength(400);
        builder.Property(a => a.Findings).IsLongText();
        builder.HasIndex(a => a.Seq);
    }
}
