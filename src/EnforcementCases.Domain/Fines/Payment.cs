namespace EnforcementCases.Domain.Fines;

/// <summary>Money that was paid on a fine (缴款).</summary>
public sealed class Payment : IOwnedByOrganisation
{
    /// <summary>Longest bank transaction id.</summary>
    public const int BankTransactionIdMaxLength = 64;

    /// <summary>Longest receipt number.</summary>
    public const int ReceiptNumberMaxLength = 60;

    private Payment() { }

    private Payment(Guid id, CaseOfMoney @case, PaymentChannel channel, Money amount, DateTimeOffset paidAt)
    {
        Id = id;
        CaseId = @case.CaseId;
        OrganisationPath = @case.OrganisationPath;
        Channel = channel;
        AmountFen = amount.Fen;
        PaidAt = paidAt;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>How it was paid.</summary>
    public PaymentChannel Channel { get; private set; }

    /// <summary>Amount in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>When it was paid, as the bank or the officer claims.</summary>
    public DateTimeOffset PaidAt { get; private set; }

    /// <summary>The bank's transaction id (银行流水号), unique; null for cash.</summary>
    public string? BankTransactionId { get; private set; }

    /// <summary>Number of the treasury receipt (财政票据号码), unique; null for bank and phone.</summary>
    public string? ReceiptNumber { get; private set; }

    /// <summary>Ground of the collection; null for bank and phone.</summary>
    public CollectionGround? Ground { get; private set; }

    /// <summary>Why later collection would be hard (APL-68-2).</summary>
    public string? GroundReason { get; private set; }

    /// <summary>When the officer handed the cash to the organ.</summary>
    public DateTimeOffset? RemittedToOrganAt { get; internal set; }

    /// <summary>When the organ paid the cash to the bank.</summary>
    public DateTimeOffset? RemittedToBankAt { get; internal set; }

    internal static Payment ByBank(
        Guid id,
        CaseOfMoney @case,
        PaymentChannel channel,
        Money amount,
        string bankTransactionId,
        DateTimeOffset paidAt
    ) => new(id, @case, channel, amount, paidAt) { BankTransactionId = bankTransactionId };

    internal static Payment InCash(Guid id, CaseOfMoney @case, Money amount, CollectionOnRecord collection, DateTimeOffset collectedAt) =>
        new(id, @case, PaymentChannel.Cash, amount, collectedAt)
        {
            ReceiptNumber = collection.ReceiptNumber,
            Ground = collection.Ground,
            GroundReason = collection.Reason,
        };
}

/// <summary>Interest paid with a refund (银行同期存款利息).</summary>
/// <param name="Amount">Interest paid.</param>
/// <param name="AnnualRatePercent">Deposit rate per year in percent, as published by the bank.</param>
/// <param name="RateSource">Source of the rate.</param>
public sealed record InterestPaid(Money Amount, decimal AnnualRatePercent, string RateSource);

/// <summary>A refund after a revocation (退款).</summary>
public sealed class Refund : IOwnedByOrganisation
{
    /// <summary>Longest voucher.</summary>
    public const int ReferenceMaxLength = 64;

    private Refund() { }

    internal Refund(Guid id, CaseOfMoney @case, Money amount, Money interest, string reference, DateTimeOffset at)
    {
        Id = id;
        CaseId = @case.CaseId;
        OrganisationPath = @case.OrganisationPath;
        AmountFen = amount.Fen;
        InterestFen = interest.Fen;
        Reference = reference;
        RefundedAt = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Amount in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>Interest paid with it, in fen.</summary>
    public long InterestFen { get; private set; }

    /// <summary>Voucher of the refund (退库凭证号), unique.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>When it was refunded, as claimed.</summary>
    public DateTimeOffset RefundedAt { get; private set; }
}
