using EnforcementCases.Domain.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Recording;

internal sealed class RecordEntryConfiguration : IEntityTypeConfiguration<RecordEntry>
{
    public void Configure(EntityTypeBuilder<RecordEntry> builder)
    {
        builder.ToTable("record_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Type).IsCode(60);
        builder.Property(e => e.PreviousHash).HasMaxLength(32);
        builder.Property(e => e.Hash).HasMaxLength(32);
        builder.HasIndex(e => new { e.ChainId, e.ChainSeq }).IsUnique();
        builder.HasIndex(e => e.Seq);
    }
}

internal sealed class RecordChainConfiguration : IEntityTypeConfiguration<RecordChain>
{
    public void Configure(EntityTypeBuilder<RecordChain> builder)
    {
        builder.ToTable("record_chains");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.LastSeq).IsConcurrencyToken();
        builder.Property(c => c.LastHash).HasMaxLength(32);
    }
}

internal sealed class RecordSecretConfiguration : IEntityTypeConfiguration<RecordSecret>
{
    public void Configure(EntityTypeBuilder<RecordSecret> builder)
    {
        builder.ToTable("record_secrets");
        builder.HasKey(s => s.EntryId);
        builder.Property(s => s.EntryId).ValueGeneratedNever();
        builder.HasOne<RecordEntry>().WithOne().HasForeignKey<RecordSecret>(s => s.EntryId);
    }
}
