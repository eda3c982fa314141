using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>Money that reached the treasury under a payment code without being owed (多缴款、重复缴款、撤销后缴款): it must be refunded.</summary>
/// <remarks>Money leaves by two persons: a leader approves the refund, the cashier makes it and enters its voucher.</remarks>
public sealed class PaymentNotOwed : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such payment, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("payment-not-owed.not-found", null, ErrorKind.NotFound, "没有找到该待退款项");

    /// <summary>It was refunded already.</summary>
    public static readonly DomainError AlreadyRefunded = new(
        "payment-not-owed.already-refunded",
        null,
        ErrorKind.WrongStage,
        "该款项已经退还"
    );

    /// <summary>The refund is less or more than was paid.</summary>
    public static readonly DomainError NotTheWhole = new(
        "payment-not-owed.not-the-whole",
        null,
        ErrorKind.Unacceptable,
        "重复缴款应当全额退还"
    );

    /// <summary>Nobody has approved the refund.</summary>
    public static readonly DomainError NotApproved = new("payment-not-owed.not-approved", null, ErrorKind.WrongStage, "退款尚未批准");

    /// <summary>The refund is approved already.</summary>
    public static readonly DomainError AlreadyApproved = new(
        "payment-not-owed.already-approved",
        null,
        ErrorKind.WrongStage,
        "退款已经批准"
    );

    /// <summary>The person who approved the refund cannot make it.</summary>
    public static readonly DomainError SamePerson = new(
        "payment-not-owed.same-person",
        null,
        ErrorKind.Forbidden,
        "批准退款的人员不得办理该笔退款"
    );

    /// <summary>The refund is dated before the payment.</summary>
    public static readonly DomainError BeforePayment = new(
        "payment-not-owed.before-payment",
        null,
        ErrorKind.Unacceptable,
        "退款时间早于缴款时间"
    );

    private PaymentNotOwed() { }

    /// <summary>Enters money that was not owed.</summary>
    /// <param name="row">The payment as the bank reports it.</param>
    /// <param name="because">Why it must be refunded (<see cref="BankReconciliation.IsNotOwed"/>).</param>
    /// <param name="amount">What of it was not owed.</param>
    public PaymentNotOwed(Guid id, long seq, CaseOfMoney @case, BankRow row, BankRowOutcome because, Money amount)
    {
        Id = id;
        Seq = seq;
        CaseId = @case.CaseId;
        OrganId = @case.OrganId;
        OrganisationPath = @case.OrganisationPath;
        BankTransactionId = row.TransactionId;
        PaymentCode = row.Code;
        AmountFen = amount.Fen;
        PaidAt = row.At;
        Because = because;
        Record(
            new(
                "paid-not-owed",
                row.At,
                new RecordFields().Add("bankTransaction", row.TransactionId).Add("amountFen", amount).Add("because", because)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entry.</summary>
    public long Seq { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The bank's transaction id, unique.</summary>
    public string BankTransactionId { get; private set; } = "";

    /// <summary>The payment code.</summary>
    public string PaymentCode { get; private set; } = "";

    /// <summary>What of the payment was not owed, in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset PaidAt { get; private set; }

    /// <summary>Why it was not owed.</summary>
    public BankRowOutcome Because { get; private set; }

    /// <summary>Who approved the refund; null before.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>Name of the person who approved it.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who refunded it; null before.</summary>
    public Guid? RefundedBy { get; private set; }

    /// <summary>Name of the person who refunded it.</summary>
    public string? RefundedByName { get; private set; }

    /// <summary>Voucher of the refund; null if not refunded yet.</summary>
    public string? RefundReference { get; private set; }

    /// <summary>When it was refunded, as claimed.</summary>
    public DateTimeOffset? RefundedAt { get; private set; }

    /// <summary>Version, raised by each act.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => CaseId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>A leader approves the refund (批准退还).</summary>
    /// <exception cref="DomainException"><see cref="AlreadyRefunded"/>, <see cref="AlreadyApproved"/> or <see cref="BeforePayment"/>.</exception>
    public void Approve(Guid by, string byName, DateTimeOffset at)
    {
        if (RefundedAt is not null)
            throw AlreadyRefunded.With($"凭证 {RefundReference}");
        if (ApprovedAt is not null)
            throw AlreadyApproved.With($"由 {ApprovedByName} 批准");
        if (at < PaidAt)
            throw BeforePayment.With($"缴款于 {LegalDate.Of(PaidAt):yyyy-MM-dd}");
        (ApprovedBy, ApprovedByName, ApprovedAt) = (by, byName, at);
        Version++;
        Record(new("paid-not-owed-approved", at, new RecordFields().Add("amountFen", AmountFen).Add("by", by)));
    }

    /// <summary>Refunds the whole amount (退还), approved by another person.</summary>
    /// <exception cref="DomainException"><see cref="AlreadyRefunded"/>, <see cref="NotApproved"/>, <see cref="SamePerson"/>, <see cref="NotTheWhole"/> or <see cref="BeforePayment"/>.</exception>
    public void Refund(Money amount, string reference, Guid by, string byName, DateTimeOffset at)
    {
        if (RefundedAt is not null)
            throw AlreadyRefunded.With($"凭证 {RefundReference}");
        if (ApprovedAt is not { } approvedAt)
            throw NotApproved.With($"流水 {BankTransactionId}", "先由负责人批准退还，再由出纳办理");
        if (ApprovedBy == by)
            throw SamePerson.With($"由 {ApprovedByName} 批准", "由另一人办理退款");
        if (amount.Fen != AmountFen)
            throw NotTheWhole.With($"应退 {Money.OfFen(AmountFen).InYuan} 元");
        if (at < PaidAt)
            throw BeforePayment.With($"缴款于 {LegalDate.Of(PaidAt):yyyy-MM-dd}");
        if (at < approvedAt)
            throw NotApproved.With($"批准于 {LegalDate.Of(approvedAt):yyyy-MM-dd}", "退款不得早于批准");
        (RefundReference, RefundedBy, RefundedByName, RefundedAt) = (reference, by, byName, at);
        Version++;
        Record(new("paid-not-owed-refunded", at, new RecordFields().Add("amountFen", amount).Add("reference", reference).Add("by", by)));
    }
}
