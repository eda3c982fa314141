using EnforcementCases.Domain.Fines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Fines;

internal sealed class PaymentOrderConfiguration : IEntityTypeConfiguration<PaymentOrder>
{
    public void Configure(EntityTypeBuilder<PaymentOrder> builder)
    {
        builder.ToTable(
            "payment_orders",
            table =>
            {
                table.HasCheckConstraint("ck_payment_orders_paid", "paid_fen >= 0");
                table.HasCheckConstraint("ck_payment_orders_surcharge", "surcharge_fen >= 0 AND surcharge_fen <= amount_fen");
                table.HasCheckConstraint("ck_payment_orders_refunded", "refunded_fen >= 0 AND refunded_fen <= paid_fen");
            }
        );
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Code).IsCode(40);
        builder.Ignore(o => o.Outstanding).Ignore(o => o.FineOwed).Ignore(o => o.SurchargeOwed).Ignore(o => o.Refundable);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasIndex(o => new { o.State, o.DueOn });
    }
}

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.BankTransactionId).IsCode(Payment.BankTransactionIdMaxLength);
        builder.Property(p => p.ReceiptNumber).IsCode(Payment.ReceiptNumberMaxLength);
        builder.Property(p => p.GroundReason).HasMaxLength(500);
        builder.HasIndex(p => p.BankTransactionId).IsUnique();
        builder.HasIndex(p => p.ReceiptNumber).IsUnique();
        builder.HasIndex(p => p.CaseId, "ix_payments_unremitted").HasFilter("receipt_number IS NOT NULL AND remitted_to_bank_at IS NULL"); // cash that is under way: little
    }
}

internal sealed class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("refunds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reference).IsCode(Refund.ReferenceMaxLength);
        builder.HasIndex(r => r.Reference).IsUnique();
    }
}
