using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Fines;

internal sealed class ReceiptBatchConfiguration : IEntityTypeConfiguration<ReceiptBatch>
{
    public void Configure(EntityTypeBuilder<ReceiptBatch> builder)
    {
        builder.ToTable("receipt_batches");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Property(b => b.Prefix).IsCode(ReceiptBatch.PrefixMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganId);
        builder.HasMany(b => b.Receipts).WithOne().HasForeignKey(r => r.BatchId);
        builder.Navigation(b => b.Receipts).HasField("receipts").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(b => new { b.OrganId, b.Seq });
        builder.Ignore(b => b.Count);
    }
}

internal sealed class TreasuryReceiptConfiguration : IEntityTypeConfiguration<TreasuryReceipt>
{
    public void Configure(EntityTypeBuilder<TreasuryReceipt> builder)
    {
        builder.ToTable("treasury_receipts");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Number).IsCode(Payment.ReceiptNumberMaxLength);
        builder.Property(r => r.Announcement).HasMaxLength(TreasuryReceipt.ReasonMaxLength);
        builder.HasMany(r => r.Changes).WithOne().HasForeignKey(c => c.ReceiptId);
        builder.Navigation(r => r.Changes).HasField("changes").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.OrganId, r.State });
    }
}

internal sealed class ReceiptChangeConfiguration : IEntityTypeConfiguration<ReceiptChange>
{
    public void Configure(EntityTypeBuilder<ReceiptChange> builder)
    {
        builder.ToTable("treasury_receipt_changes");
        builder.HasKey(c => new { c.ReceiptId, c.Place });
        builder.Property(c => c.On).HasColumnName("booked_on");
        builder.Property(c => c.Reason).HasMaxLength(TreasuryReceipt.ReasonMaxLength);
    }
}

internal sealed class CashBookConfiguration : IEntityTypeConfiguration<CashBook>
{
    public void Configure(EntityTypeBuilder<CashBook> builder)
    {
        builder.ToTable("cash_books");
        builder.HasKey(b => b.OrganId);
        builder.Property(b => b.OrganId).ValueGeneratedNever();
        builder.HasOne<Organisation>().WithOne().HasForeignKey<CashBook>(b => b.OrganId);
    }
}

internal sealed class CashEntryConfiguration : IEntityTypeConfiguration<CashEntry>
{
    public void Configure(EntityTypeBuilder<CashEntry> builder)
    {
        builder.ToTable("cash_entries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ReceiptNumber).IsCode(Payment.ReceiptNumberMaxLength);
        builder.Property(e => e.Reference).IsCode(CashEntry.ReferenceMaxLength);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(e => e.CaseId);
        builder.HasIndex(e => new { e.OrganId, e.BookedOn });
        builder.HasIndex(e => new { e.ReceiptNumber, e.Kind }).IsUnique(); // a receipt is collected, handed in and deposited once each
    }
}

internal sealed class CashHandoverConfiguration : IEntityTypeConfiguration<CashHandover>
{
    public void Configure(EntityTypeBuilder<CashHandover> builder)
    {
        builder.ToTable("cash_handovers");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.Property(h => h.Number).IsCode(DocumentNumber.MaxLength);
        builder.HasMany(h => h.Lines).WithOne().HasForeignKey(l => l.HandoverId);
        builder.Navigation(h => h.Lines).HasField("lines").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(h => new { h.OrganId, h.BookedOn });
    }
}

internal sealed class HandoverLineConfiguration : IEntityTypeConfiguration<HandoverLine>
{
    public void Configure(EntityTypeBuilder<HandoverLine> builder)
    {
        builder.ToTable("cash_handover_lines");
        builder.HasKey(l => new { l.HandoverId, l.ReceiptNumber });
        builder.Property(l => l.ReceiptNumber).IsCode(Payment.ReceiptNumberMaxLength);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(l => l.CaseId);
        builder.HasIndex(l => l.ReceiptNumber).IsUnique();
    }
}

internal sealed class BankDepositConfiguration : IEntityTypeConfiguration<BankDeposit>
{
    public void Configure(EntityTypeBuilder<BankDeposit> builder)
    {
        builder.ToTable("bank_deposits");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Slip).IsCode(BankDeposit.SlipMaxLength);
        builder.Property(d => d.On).HasColumnName("deposited_on");
        builder.HasIndex(d => d.Slip).IsUnique();
        builder.HasIndex(d => new { d.OrganId, d.BookedOn });
    }
}

internal sealed class PaymentNotOwedConfiguration : IEntityTypeConfiguration<PaymentNotOwed>
{
    public void Configure(EntityTypeBuilder<PaymentNotOwed> builder)
    {
        builder.ToTable("payments_not_owed");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.BankTransactionId).IsCode(Payment.BankTransactionIdMaxLength);
        builder.Property(p => p.PaymentCode).IsCode(40);
        builder.Property(p => p.RefundReference).IsCode(Refund.ReferenceMaxLength);
        builder.Property(p => p.ApprovedByName).HasMaxLength(Person.NameMaxLength);
        builder.Property(p => p.RefundedByName).HasMaxLength(Person.NameMaxLength);
        builder.HasOne<EnforcementCase>().WithMany().HasForeignKey(p => p.CaseId);
        builder.HasIndex(p => p.BankTransactionId).IsUnique();
        builder.HasIndex(p => p.RefundReference).IsUnique();
        builder.HasIndex(p => new { p.OrganId, p.RefundedAt });
    }
}

internal sealed class BankStatementConfiguration : IEntityTypeConfiguration<BankStatement>
{
    public void Configure(EntityTypeBuilder<BankStatement> builder)
    {
        builder.ToTable("bank_statements");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Sha256).IsCode(64);
        builder.Property(s => s.From).HasColumnName("covers_from");
        builder.Property(s => s.To).HasColumnName("covers_to");
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.StatementId);
        builder.Navigation(s => s.Lines).HasField("lines").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(s => new { s.OrganId, s.Sha256 }).IsUnique();
    }
}

internal sealed class BankStatementLineConfiguration : IEntityTypeConfiguration<BankStatementLine>
{
    public void Configure(EntityTypeBuilder<BankStatementLine> builder)
    {
        builder.ToTable("bank_statement_lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.TransactionId).IsCode(Payment.BankTransactionIdMaxLength);
        builder.Property(l => l.Code).IsCode(BankStatementLine.CodeMaxLength);
        builder.HasIndex(l => new { l.OrganId, l.BookedOn });
        builder.HasIndex(l => l.TransactionId);
    }
}

internal sealed class DifferenceNoteConfiguration : IEntityTypeConfiguration<DifferenceNote>
{
    public void Configure(EntityTypeBuilder<DifferenceNote> builder)
    {
        builder.ToTable("cash_difference_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Key).HasColumnName("difference_key").IsCode(CashDifference.KeyMaxLength);
        builder.Property(n => n.Text).HasMaxLength(DifferenceNote.TextMaxLength);
        builder.Property(n => n.By).HasColumnName("written_by");
        builder.Property(n => n.ByName).HasColumnName("written_by_name");
        builder.HasIndex(n => new { n.OrganId, n.Key });
    }
}

internal sealed class CashMonthConfiguration : IEntityTypeConfiguration<CashMonth>
{
    public void Configure(EntityTypeBuilder<CashMonth> builder)
    {
        builder.ToTable("cash_months");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.OrganId, m.Month }).IsUnique();
        builder.Ignore(m => m.LastDay);
    }
}
