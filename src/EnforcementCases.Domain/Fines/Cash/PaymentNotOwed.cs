using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>Money that reached the treasury under a payment code without being owed (重复缴款、撤销后缴款): it must be refunded.</summary>
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

    /// <summary>The refund is dated before the payment.</summary>
    public static readonly DomainError BeforePayment = new(
        "payment-not-owed.before-payment",
        null,
        ErrorKind.Unacceptable,
        "退款时间早于缴款时间"
    );

    private PaymentNotOwed() { }

    /// <summary>Enters money that was not owed.</summary>
    /// <param name="because"><see cref="BankRowOutcome.PaidTwice"/> or <see cref="BankRowOutcome.PaidAfterRevocation"/>.</param>
    public PaymentNotOwed(Guid id, long seq, CaseOfMoney @case, BankRow row, BankRowOutcome because)
    {
        Id = id;
        Seq = seq;
        CaseId = @case.CaseId;
        OrganId = @case.OrganId;
        OrganisationPath = @case.OrganisationPath;
        BankTransactionId = row.TransactionId;
        PaymentCode = row.Code;
        AmountFen = row.Amount.Fen;
        PaidAt = row.At;
        Because = because;
        Record(
            new(
                "paid-not-owed",
                row.At,
                new RecordFields().Add("bankTransaction", row.TransactionId).Add("amountFen", row.Amount).Add("because", because)
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

    /// <summary>Amount in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset PaidAt { get; private set; }

    /// <summary>Why it was not owed.</summary>
    public BankRowOutcome Because { get; private set; }

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

    /// <summary>Refunds the whole amount (退还).</summary>
    /// <exception cref="DomainException"><see cref="AlreadyRefunded"/>, <see cref="NotTheWhole"/> or <see cref="BeforePayment"/>.</exception>
    public void Refund(Money amount, string reference, DateTimeOffset at)
    {
        if (RefundedAt is not null)
            throw AlreadyRefunded.With($"凭证 {RefundReference}");
        if (amount.Fen != AmountFen)
            throw NotTheWhole.With($"应退 {Money.OfFen(AmountFen).InYuan} 元");
        if (at < PaidAt)
            throw BeforePayment.With($"缴款于 {LegalDate.Of(PaidAt):yyyy-MM-dd}");
        (RefundReference, RefundedAt) = (reference, at);
        Version++;
        Record(new("paid-not-owed-refunded", at, new RecordFields().Add("amountFen", amount).Add("reference", reference)));
    }
}
