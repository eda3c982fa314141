using System.Globalization;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases;

public sealed partial class EnforcementCase
{
    /// <summary>There is no fine to pay.</summary>
    public static readonly DomainError NoFine = new("payment.no-fine", null, ErrorKind.WrongStage, "该案件没有罚款");

    /// <summary>The decision was revoked: nothing is to be paid.</summary>
    public static readonly DomainError OrderCancelled = new(
        "payment.order-cancelled",
        null,
        ErrorKind.Conflict,
        "处罚决定已撤销，不应缴款"
    );

    /// <summary>More than the fine.</summary>
    public static readonly DomainError OverFine = new("payment.over-fine", null, ErrorKind.Unacceptable, "缴款数额超过应缴罚款");

    /// <summary>More than was paid.</summary>
    public static readonly DomainError OverPaid = new("refund.over-paid", null, ErrorKind.Unacceptable, "退款数额超过已缴数额");

    /// <summary>No such receipt in this case.</summary>
    public static readonly DomainError ReceiptUnknown = new("remittance.receipt-unknown", null, ErrorKind.NotFound, "本案没有该票据");

    /// <summary>The case as its payments know it.</summary>
    public CaseOfMoney AsCaseOfMoney => new(Id, OrganId, OrganisationPath);

    /// <summary>No cash is waiting for this step.</summary>
    public static readonly DomainError NothingToRemit = new(
        "remittance.nothing-to-remit",
        null,
        ErrorKind.WrongStage,
        "没有待缴付的当场收缴罚款"
    );

    private readonly List<Payment> payments = [];
    private readonly List<Refund> refunds = [];

    /// <summary>What was paid.</summary>
    public IReadOnlyList<Payment> Payments => payments;

    /// <summary>What was given back.</summary>
    public IReadOnlyList<Refund> Refunds => refunds;

    /// <summary>Enters money that reached the treasury by bank or phone (缴款到账). APL-67; on the scene too it is no on-the-spot collection (APL-68-E).</summary>
    /// <exception cref="DomainException"><see cref="NoFine"/>, <see cref="OrderCancelled"/>, <see cref="BeforeDecision"/> or <see cref="OverFine"/>.</exception>
    public Payment ReceivePayment(Guid id, PaymentChannel channel, Money amount, string bankTransactionId, DateTimeOffset paidAt)
    {
        var order = EnsurePayable(amount, paidAt, CaseAct.ReceivePayment);
        var payment = Payment.ByBank(id, AsCaseOfMoney, channel, amount, bankTransactionId, paidAt);
        Enter(order, payment, "payment-received");
        CloseWhenPerformed();
        return payment;
    }

    /// <summary>Takes cash on the spot (当场收缴), only on a ground of APL-68 or APL-69 and against a treasury receipt (APL-70).</summary>
    /// <exception cref="DomainException">A rule of <see cref="OnTheSpotCollection"/>, or as <see cref="ReceivePayment"/>.</exception>
    public Payment CollectOnTheSpot(
        Guid id,
        Guid deadlineId,
        CollectionOnRecord collection,
        Money amount,
        DateTimeOffset collectedAt,
        DateTimeOffset? landedAt,
        WorkingCalendar calendar
    )
    {
        EnsureOpen(CaseAct.CollectOnTheSpot);
        OnTheSpotCollection.EnsureAllowed(Fine, Procedure == CaseProcedure.Simple, collection);
        var order = EnsurePayable(amount, collectedAt, CaseAct.CollectOnTheSpot);
        if (landedAt < collectedAt)
            throw Remittance.OutOfOrder.With("抵岸时间早于收缴时间");
        var payment = Payment.InCash(id, AsCaseOfMoney, amount, collection, collectedAt);
        deadlines.Add(
            new(
                deadlineId,
                this,
                DeadlineKind.RemitToOrgan,
                landedAt is { } landed
                    ? Deadline.From(Remittance.OfficerToOrganFromLanding, LegalDate.Of(landed), calendar)
                    : Deadline.From(Remittance.OfficerToOrgan, LegalDate.Of(collectedAt), calendar),
                collection.ReceiptNumber
            )
        );
        Enter(order, payment, "collected-on-the-spot");
        CloseWhenPerformed();
        return payment;
    }

    /// <summary>The officer hands the cash to the organ (交至行政机关), APL-71.</summary>
    /// <exception cref="DomainException"><see cref="ReceiptUnknown"/> or <see cref="Remittance.OutOfOrder"/>.</exception>
    public void RemitToOrgan(Guid deadlineId, string receiptNumber, DateTimeOffset at, WorkingCalendar calendar)
    {
        EnsureOpen(CaseAct.RemitToOrgan);
        var cash = CashOf(receiptNumber);
        if (cash.RemittedToOrganAt is not null || at < cash.PaidAt)
            throw Remittance.OutOfOrder.With($"票据 {receiptNumber}");
        var toBank = Deadline.From(Remittance.OrganToBank, LegalDate.Of(at), calendar);
        cash.RemittedToOrganAt = at;
        Meet(DeadlineKind.RemitToOrgan, at, receiptNumber);
        deadlines.Add(new(deadlineId, this, DeadlineKind.RemitToBank, toBank, receiptNumber));
        Record("remitted-to-organ", at, new RecordFields().Add("receipt", receiptNumber).Add("amountFen", cash.AmountFen));
    }

    /// <summary>The organ pays the cash to the bank (缴付指定的银行), APL-71.</summary>
    /// <exception cref="DomainException"><see cref="ReceiptUnknown"/> or <see cref="Remittance.OutOfOrder"/>.</exception>
    public void RemitToBank(string receiptNumber, DateTimeOffset at)
    {
        EnsureOpen(CaseAct.RemitToBank);
        var cash = CashOf(receiptNumber);
        if (cash.RemittedToBankAt is not null || cash.RemittedToOrganAt is not { } handedIn || at < handedIn)
            throw Remittance.OutOfOrder.With($"票据 {receiptNumber}");
        cash.RemittedToBankAt = at;
        Meet(DeadlineKind.RemitToBank, at, receiptNumber);
        Record("remitted-to-bank", at, new RecordFields().Add("receipt", receiptNumber).Add("amountFen", cash.AmountFen));
    }

    /// <summary>Gives money back (退还罚款) after a decision was revoked, struck down or lowered, with the interest of a bank deposit (SCL-36).</summary>
    /// <param name="interest">What was paid on top.</param>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="OverPaid"/>, <see cref="RefundInterest.InterestMissing"/>, <see cref="RefundInterest.InterestImplausible"/> or <see cref="RefundInterest.NotCountable"/>.</exception>
    public Refund RefundPayment(Guid id, Money amount, string reference, DateTimeOffset at, InterestPaid? interest)
    {
        EnsureOpen(CaseAct.Refund);
        var order = PaymentOrder!;
        if (amount == Money.Zero || amount > order.Refundable)
            throw OverPaid.With(PaidAndRefunded(order));
        if (at < (RevokedAt ?? InvalidatedAt))
            throw BeforeDecision.With("退款早于撤销决定");
        EnsureInterest(order, amount, LegalDate.Of(at), interest);
        order.RefundedFen += amount.Fen;
        var refund = new Refund(id, AsCaseOfMoney, amount, interest!.Amount, reference, at);
        refunds.Add(refund);
        Record(
            "refunded",
            at,
            new RecordFields()
                .Add("amountFen", amount)
                .Add("interestFen", refund.InterestFen)
                .Add("rate", interest.AnnualRatePercent.ToString(CultureInfo.InvariantCulture))
                .Add("rateSource", interest.RateSource)
                .Add("reference", reference)
        );
        CloseWhenPerformed();
        return refund;
    }

    /// <summary>Interest on each payment that the money comes from, the earliest first.</summary>
    private void EnsureInterest(PaymentOrder order, Money amount, DateOnly on, InterestPaid? interest)
    {
        if (interest is null)
            throw RefundInterest.InterestMissing.With("没有写明利率和利息", "写明银行同期存款利率、出处和已付利息");
        var (before, left, owed) = (order.RefundedFen, amount.Fen, 0L);
        foreach (var payment in payments.OrderBy(p => p.PaidAt))
        {
            var gone = Math.Min(before, payment.AmountFen);
            before -= gone;
            var part = Math.Min(left, payment.AmountFen - gone);
            left -= part;
            if (part > 0)
                owed += RefundInterest
                    .Count(Money.OfFen(part), interest.AnnualRatePercent, interest.RateSource, LegalDate.Of(payment.PaidAt), on)
                    .InterestFen;
        }
        RefundInterest.EnsurePaid(amount, Money.OfFen(owed), interest.Amount);
    }

    private PaymentOrder EnsurePayable(Money amount, DateTimeOffset at, CaseAct act)
    {
        EnsureOpen(act);
        var order = PaymentOrder!;
        if (amount == Money.Zero || amount > order.Outstanding)
            throw OverFine.With($"应缴 {order.Outstanding.InYuan} 元，缴款 {amount.InYuan} 元");
        EnsureAfterDecision(at);
        return order;
    }

    private void Enter(PaymentOrder order, Payment payment, string type)
    {
        payments.Add(payment);
        order.PaidFen += payment.AmountFen;
        order.Settle(payments.Max(p => p.PaidAt)); // parts may arrive in another order than they were paid
        if (order.FineOwed == Money.Zero)
            Meet(DeadlineKind.Payment, payments.Max(p => p.PaidAt));
        foreach (var part in deadlines.Where(d => d.Kind == DeadlineKind.Instalment && d.IsOpen && d.DueFen <= order.Kept))
            part.Meet(payment.PaidAt);
        Record(
            type,
            payment.PaidAt,
            new RecordFields()
                .Add("channel", payment.Channel)
                .Add("amountFen", payment.AmountFen)
                .Add("paidFen", order.PaidFen)
                .Add("receipt", payment.ReceiptNumber)
                .Add("bankTransaction", payment.BankTransactionId)
                .Add("ground", payment.Ground)
        );
    }

    private static string PaidAndRefunded(PaymentOrder order) =>
        $"已缴 {Money.OfFen(order.PaidFen).InYuan} 元，已退 {Money.OfFen(order.RefundedFen).InYuan} 元";

    private Payment CashOf(string receiptNumber) =>
        payments.Find(p => string.Equals(p.ReceiptNumber, receiptNumber, StringComparison.Ordinal))
        ?? throw ReceiptUnknown.With($"票据 {receiptNumber}");
}
