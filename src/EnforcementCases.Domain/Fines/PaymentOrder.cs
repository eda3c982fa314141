namespace EnforcementCases.Domain.Fines;

/// <summary>State of a payment order.</summary>
public enum PaymentState
{
    /// <summary>未缴: nothing is paid.</summary>
    [Term("未缴")]
    Unpaid,

    /// <summary>部分缴纳: a part is paid.</summary>
    [Term("部分缴纳")]
    PartlyPaid,

    /// <summary>已缴清: everything is paid.</summary>
    [Term("已缴清")]
    Paid,

    /// <summary>已取消: the decision was revoked, and what was paid must be refunded.</summary>
    [Term("已取消")]
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
    public long AmountFen { get; internal set; }

    /// <summary>The decided surcharge, in fen (加处罚款): 0 before a decision, never more than the fine.</summary>
    public long SurchargeFen { get; internal set; }

    /// <summary>Last day to pay, from service (APL-67-2).</summary>
    public DateOnly DueOn { get; internal set; }

    /// <summary>Paid so far, in fen; an excess, after a remedy lowered the amount, is to be refunded.</summary>
    public long PaidFen { get; internal set; }

    /// <summary>Refunded so far, in fen; never more than paid.</summary>
    public long RefundedFen { get; internal set; }

    /// <summary>Its state.</summary>
    public PaymentState State { get; internal set; }

    /// <summary>When it was paid in full, as the bank or the officer claims.</summary>
    public DateTimeOffset? PaidAt { get; internal set; }

    /// <summary>Last day to pay by the order; null if nothing is owed.</summary>
    public DateOnly? OwedUntil => State is PaymentState.Unpaid or PaymentState.PartlyPaid ? DueOn : null;

    /// <summary>Amount still owed, fine and surcharge together.</summary>
    public Money Outstanding => FineOwed + SurchargeOwed;

    /// <summary>Amount still owed of the fine itself; payments count towards the fine first.</summary>
    public Money FineOwed => State == PaymentState.Cancelled ? Money.Zero : Money.OfFen(Math.Max(0, AmountFen - Kept));

    /// <summary>Amount still owed of the decided surcharge.</summary>
    public Money SurchargeOwed =>
        State == PaymentState.Cancelled ? Money.Zero : Money.OfFen(SurchargeFen - Math.Clamp(Kept - AmountFen, 0, SurchargeFen));

    /// <summary>Amount to be refunded: everything after a revocation, the excess after the amount was lowered.</summary>
    public Money Refundable => Money.OfFen(Math.Max(0, Kept - (State == PaymentState.Cancelled ? 0 : AmountFen + SurchargeFen)));

    /// <summary>Paid minus refunded, in fen.</summary>
    internal long Kept => PaidFen - RefundedFen;

    /// <summary>Updates the state of the order after a payment or a change of the amount owed.</summary>
    /// <param name="lastPaidAt">When the last payment was made; null if nothing was paid.</param>
    internal void Settle(DateTimeOffset? lastPaidAt)
    {
        if (State == PaymentState.Cancelled)
            return;
        State =
            Outstanding == Money.Zero ? PaymentState.Paid
            : Kept == 0 ? PaymentState.Unpaid
            : PaymentState.PartlyPaid;
        PaidAt = State == PaymentState.Paid ? lastPaidAt : null;
    }

    /// <summary>The fine was changed by a remedy (变更); the surcharge is never more than the fine.</summary>
    internal void Change(Money amount, DateTimeOffset? lastPaidAt)
    {
        AmountFen = amount.Fen;
        SurchargeFen = Math.Min(SurchargeFen, amount.Fen);
        Settle(lastPaidAt);
    }

    /// <summary>A surcharge was decided (加处罚款); it replaces any earlier one.</summary>
    internal void PostSurcharge(Money surcharge, DateTimeOffset? lastPaidAt)
    {
        SurchargeFen = surcharge.Fen;
        Settle(lastPaidAt);
    }

    /// <summary>The decision was revoked: nothing has to be paid any more.</summary>
    internal void Cancel() => State = PaymentState.Cancelled;

    /// <summary>Orders the fine of a new decision in a case whose earlier one was revoked and refunded; a case has one order.</summary>
    internal void Renew(string code, Money amount, DateOnly dueOn)
    {
        (Code, AmountFen, SurchargeFen, DueOn) = (code, amount.Fen, 0, dueOn);
        State = PaymentState.Unpaid;
        Settle(lastPaidAt: null);
    }
}
