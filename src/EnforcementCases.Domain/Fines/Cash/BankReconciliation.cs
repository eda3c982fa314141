using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>Compares the bank's file with the book (对账). The bank decides what was paid; the case decides what was owed.</summary>
public static class BankReconciliation
{
    /// <summary>Result of a payment row.</summary>
    /// <returns>The outcome, and whether the payment is to be entered now.</returns>
    public static (BankRowOutcome Outcome, bool Enter) Judge(BankRow row, PaymentInBook book)
    {
        var late = book.Order is { } o && LegalDate.Of(row.At) > o.LastDay;
        if (book.Entered is { } entered)
        {
            return (
                !string.Equals(entered.Code, row.Code, StringComparison.Ordinal) ? BankRowOutcome.CodeUnknown
                : entered.Amount != row.Amount ? BankRowOutcome.AmountDiffers
                : book.NotOwed ?? (late ? BankRowOutcome.PaidLate : BankRowOutcome.Matched),
                false
            );
        }
        if (book.Order is not { } order)
            return (BankRowOutcome.CodeUnknown, false);
        if (order.Cancelled)
            return (BankRowOutcome.PaidAfterRevocation, false);
        if (order.Outstanding == Money.Zero)
            return (BankRowOutcome.PaidTwice, false);
        if (order.Closed)
            return (BankRowOutcome.PaidAfterClosing, false);
        if (row.Amount > order.Outstanding)
            return (BankRowOutcome.Overpaid, true);
        var inFull = row.Amount == order.Outstanding || row.Amount >= book.PartDue;
        return (
            !inFull ? BankRowOutcome.Underpaid
            : late ? BankRowOutcome.PaidLate
            : BankRowOutcome.Entered,
            true
        );
    }

    /// <summary>How much of a payment is owed: the rest is booked as received and waits to be refunded, so that no money is refused.</summary>
    /// <param name="outstanding">What was owed before it.</param>
    /// <param name="outcome">Its result as judged.</param>
    public static Money Owed(Money amount, Money outstanding, BankRowOutcome outcome) =>
        IsNotOwed(outcome) ? (outcome == BankRowOutcome.Overpaid ? outstanding : Money.Zero) : amount;

    /// <summary>Whether a payment with this result has to be refunded, in whole or in part.</summary>
    public static bool IsNotOwed(BankRowOutcome outcome) =>
        outcome
            is BankRowOutcome.PaidTwice
                or BankRowOutcome.PaidAfterRevocation
                or BankRowOutcome.PaidAfterClosing
                or BankRowOutcome.Overpaid;

    /// <summary>Result of a refund or a deposit row.</summary>
    /// <param name="inBook">The amount under this voucher or slip; null if the book has none.</param>
    public static BankRowOutcome JudgeVoucher(BankRow row, Money? inBook) =>
        inBook is { } amount && amount != row.Amount ? BankRowOutcome.AmountDiffers
        : row.Kind == BankRowKind.Refund ? (inBook is null ? BankRowOutcome.RefundUnknown : BankRowOutcome.RefundMatched)
        : inBook is null ? BankRowOutcome.DepositUnknown
        : BankRowOutcome.DepositMatched;

    /// <summary>Whether the outcome is a difference between bank and book that has to be explained.</summary>
    public static bool IsDifference(BankRowOutcome outcome) => DifferenceOf(outcome) is not null;

    /// <summary>The difference in the books that an outcome leads to; null if none.</summary>
    public static CashDifferenceKind? DifferenceOf(BankRowOutcome outcome) =>
        outcome switch
        {
            BankRowOutcome.CodeUnknown => CashDifferenceKind.BankCodeUnknown,
            BankRowOutcome.AmountDiffers => CashDifferenceKind.BankAmountDiffers,
            BankRowOutcome.PaidTwice => CashDifferenceKind.BankPaidTwice,
            BankRowOutcome.PaidAfterRevocation => CashDifferenceKind.BankPaidAfterRevocation,
            BankRowOutcome.Overpaid => CashDifferenceKind.BankOverpaid,
            BankRowOutcome.Underpaid => CashDifferenceKind.BankUnderpaid,
            BankRowOutcome.PaidAfterClosing => CashDifferenceKind.BankPaidAfterClosing,
            BankRowOutcome.RefundUnknown => CashDifferenceKind.BankRefundUnknown,
            BankRowOutcome.DepositUnknown => CashDifferenceKind.BankDepositUnknown,
            BankRowOutcome.NotInBankFile => CashDifferenceKind.NotInBankFile,
            BankRowOutcome.Malformed => CashDifferenceKind.BankRowMalformed,
            BankRowOutcome.Matched
            or BankRowOutcome.Entered
            or BankRowOutcome.PaidLate
            or BankRowOutcome.RefundMatched
            or BankRowOutcome.DepositMatched
            or BankRowOutcome.Repeated
            or BankRowOutcome.AboveHeading => null,
        };
}
