using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>Kind of a movement of money (日记账摘要).</summary>
public enum CashEntryKind
{
    /// <summary>Collected on the spot; now held by the officer (当场收缴).</summary>
    [Term("当场收缴")]
    Collected,

    /// <summary>From the officer to the organ (交机关).</summary>
    [Term("交机关")]
    HandedIn,

    /// <summary>From the organ to the bank (缴存银行).</summary>
    [Term("缴存银行")]
    Deposited,

    /// <summary>Paid into the treasury directly by bank or phone (银行到账).</summary>
    [Term("银行到账")]
    PaidByBank,

    /// <summary>Paid into the treasury and not owed: too much, a second time, or on a revoked decision (多缴、重复、误缴).</summary>
    [Term("多缴、重复、误缴")]
    PaidNotOwed,

    /// <summary>Refunded after a decision was revoked or the fine lowered (退还罚款).</summary>
    [Term("退还罚款")]
    Refunded,

    /// <summary>Refunded because it was not owed (退还多缴、重复、误缴款).</summary>
    [Term("退还多缴、重复、误缴款")]
    NotOwedRefunded,

    /// <summary>Interest paid with a refund (退款利息). It is not a fine and not part of the treasury's balance of fines.</summary>
    [Term("退款利息")]
    InterestPaid,
}

/// <summary>A line of the day book (日记账分录). Never changed: an error is corrected by a further line.</summary>
public sealed class CashEntry : IOwnedByOrganisation
{
    /// <summary>Longest reference: a receipt, a handover, a bank slip, a voucher.</summary>
    public const int ReferenceMaxLength = 128;

    private CashEntry() { }

    internal CashEntry(Guid id, long seq, CashBook book, CashEntryKind kind, Money amount, DateTimeOffset at, DateOnly bookedOn)
    {
        Id = id;
        Seq = seq;
        OrganId = book.OrganId;
        OrganisationPath = book.OrganisationPath;
        Kind = kind;
        AmountFen = amount.Fen;
        OccurredAt = at;
        OccurredOn = LegalDate.Of(at);
        BookedOn = bookedOn;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entry.</summary>
    public long Seq { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Kind of the movement.</summary>
    public CashEntryKind Kind { get; private set; }

    /// <summary>Amount in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>When it happened, as claimed.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>Its legal date.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The day it is booked on: its legal date, or the first day after the closed months.</summary>
    public DateOnly BookedOn { get; private set; }

    /// <summary>The case.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The receipt, for cash.</summary>
    public string? ReceiptNumber { get; init; }

    /// <summary>Number of the handover, of the bank's slip, of the bank's transaction or of the refund voucher.</summary>
    public string? Reference { get; init; }

    /// <summary>The officer who holds or held the money, for cash.</summary>
    public Guid? PersonId { get; init; }
}

/// <summary>The cash book of a street or town (收缴款账簿): which months are closed.</summary>
public sealed class CashBook : IOwnedByOrganisation
{
    private CashBook() { }

    /// <summary>Opens the book of an organ.</summary>
    public CashBook(Organisation organ)
    {
        OrganId = organ.Id;
        OrganisationPath = organ.Path;
    }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Last day of the last closed month (结账日); null before the first.</summary>
    public DateOnly? ClosedThrough { get; internal set; }

    /// <summary>The day on which an event of the given day is booked; an event of a closed month is booked in the open month.</summary>
    public DateOnly BookedOn(DateOnly occurredOn) => ClosedThrough is { } closed && occurredOn <= closed ? closed.AddDays(1) : occurredOn;

    /// <summary>The time together with the day it is booked on.</summary>
    public BookTime Book(DateTimeOffset at) => new(at, BookedOn(LegalDate.Of(at)));

    /// <summary>Makes a line.</summary>
    public CashEntry Enter(
        Guid id,
        long seq,
        CashEntryKind kind,
        Money amount,
        DateTimeOffset at,
        Guid? caseId = null,
        string? receiptNumber = null,
        string? reference = null,
        Guid? personId = null
    ) =>
        new(id, seq, this, kind, amount, at, BookedOn(LegalDate.Of(at)))
        {
            CaseId = caseId,
            ReceiptNumber = receiptNumber,
            Reference = reference,
            PersonId = personId,
        };
}

/// <summary>Money by place, summed from the lines of the day book (收缴款结存).</summary>
/// <param name="CollectedFen">Collected on the spot.</param>
/// <param name="HandedInFen">Handed to the organ.</param>
/// <param name="DepositedFen">Paid to the bank in cash.</param>
/// <param name="PaidByBankFen">Paid directly into the treasury and owed.</param>
/// <param name="PaidNotOwedFen">Paid into the treasury and not owed.</param>
/// <param name="RefundedFen">Refunded, owed or not.</param>
/// <param name="InterestFen">Interest paid with refunds.</param>
public sealed record CashBalance(
    long CollectedFen,
    long HandedInFen,
    long DepositedFen,
    long PaidByBankFen,
    long PaidNotOwedFen,
    long RefundedFen,
    long InterestFen
)
{
    /// <summary>Held by officers (执法人员手中).</summary>
    public long WithOfficersFen => CollectedFen - HandedInFen;

    /// <summary>Held by the organ, not yet at the bank (机关库存).</summary>
    public long WithOrganFen => HandedInFen - DepositedFen;

    /// <summary>Held by the treasury, refunds deducted (已入库净额).</summary>
    public long AtTreasuryFen => DepositedFen + PaidByBankFen + PaidNotOwedFen - RefundedFen;

    /// <summary>Sums lines.</summary>
    public static CashBalance Of(IEnumerable<CashEntry> entries) =>
        Of(entries.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Sum(e => e.AmountFen)));

    /// <summary>From the sum of the lines of each kind, in fen.</summary>
    public static CashBalance Of(IReadOnlyDictionary<CashEntryKind, long> sums)
    {
        long Sum(CashEntryKind kind) => sums.GetValueOrDefault(kind);
        return new(
            Sum(CashEntryKind.Collected),
            Sum(CashEntryKind.HandedIn),
            Sum(CashEntryKind.Deposited),
            Sum(CashEntryKind.PaidByBank),
            Sum(CashEntryKind.PaidNotOwed),
            Sum(CashEntryKind.Refunded) + Sum(CashEntryKind.NotOwedRefunded),
            Sum(CashEntryKind.InterestPaid)
        );
    }

    /// <summary>The sum of two.</summary>
    public static CashBalance operator +(CashBalance left, CashBalance right) =>
        new(
            left.CollectedFen + right.CollectedFen,
            left.HandedInFen + right.HandedInFen,
            left.DepositedFen + right.DepositedFen,
            left.PaidByBankFen + right.PaidByBankFen,
            left.PaidNotOwedFen + right.PaidNotOwedFen,
            left.RefundedFen + right.RefundedFen,
            left.InterestFen + right.InterestFen
        );
}
