using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Fines;

/// <summary>Where a payment order stands.</summary>
public enum PaymentState
{
    /// <summary>Nothing paid.</summary>
    Unpaid,

    /// <summary>A part was paid.</summary>
    PartlyPaid,

    /// <summary>All was paid.</summary>
    Paid,

    /// <summary>The decision was revoked; what was paid is to be refunded.</summary>
    Cancelled,
}

/// <summary>The order to pay a fine (缴款通知), one for each decision with a fine.</summary>
public sealed class PaymentOrder : IOwnedByOrganisation
{
    private PaymentOrder() { }

    internal PaymentOrder(Guid id, Guid caseId, string organisationPath, string code, Money amount, DateOnly dueOn)
    {
        Id = id;
        CaseId = caseId;
        OrganisationPath = organisationPath;
        Code = code;
        AmountFen = amount.Fen;
        DueOn = dueOn;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Payment code (缴款码), unique.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The fine in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>Last day to pay, from service (APL-67-2).</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Paid so far, in fen; never more than the amount.</summary>
    public long PaidFen { get; internal set; }

    /// <summary>Refunded so far, in fen; never more than paid.</summary>
    public long RefundedFen { get; internal set; }

    /// <summary>Where it stands.</summary>
    public PaymentState State { get; internal set; }

    /// <summary>When the last fen was paid, as the bank or the officer claims.</summary>
    public DateTimeOffset? PaidAt { get; internal set; }

    /// <summary>What is still to pay.</summary>
    public Money Outstanding => State == PaymentState.Cancelled ? Money.Zero : Money.OfFen(AmountFen - PaidFen);
}
