using System.Globalization;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases;

/// <summary>Money of a case: what is paid by bank, collected on the spot, handed on and given back (缴款、当场收缴、退款).</summary>
public static class PaymentsOfCase
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

    /// <summary>No cash is waiting for this step.</summary>
    public static readonly DomainError NothingToRemit = new(
        "remittance.nothing-to-remit",
        null,
        ErrorKind.WrongStage,
        "没有待缴付的当场收缴罚款"
    );

    /// <summary>Enters money that reached the treasury by bank or phone (缴款到账). APL-67; on the scene too it is no on-the-spot collection (APL-68-E).</summary>
    /// <exception cref="DomainException"><see cref="NoFine"/>, <see cref="OrderCancelled"/>, <see cref="ActsOfCase.BeforeDecision"/> or <see cref="OverFine"/>.</exception>
    public static Payment ReceivePayment(
        this EnforcementCase @case,
        Guid id,
        PaymentChannel channel,
        Money amount,
        string bankTransactionId,
        DateTimeOffset paidAt
    )
    {
        var order = @case.EnsurePayable(amount, paidAt, CaseAct.ReceivePayment);
        var payment = Payment.ByBank(id, @case.AsCaseOfMoney, channel, amount, bankTransactionId, paidAt);
        @case.Enter(order, payment, "payment-received");
        @case.CloseWhenPerformed();
        return payment;
    }

    /// <summary>Takes cash on the spot (当场收缴), only on a ground of APL-68 or APL-69 and against a treasury receipt (APL-70).</summary>
    /// <exception cref="DomainException">A rule of <see cref="OnTheSpotCollection"/>, or as <see cref="ReceivePayment"/>.</exception>
    public static Payment CollectOnTheSpot(
        this EnforcementCase @case,
        Guid id,
        Guid deadlineId,
        CollectionOnRecord collection,
        Money amount,
        DateTimeOffset collectedAt,
        DateTimeOffset? landedAt,
        WorkingCalendar calendar
    )
    {
        @case.EnsureOpen(CaseAct.CollectOnTheSpot);
        OnTheSpotCollection.EnsureAllowed(@case.Penalty.Fine, @case.Procedure == CaseProcedure.Simple, collection);
        var order = @case.EnsurePayable(amount, collectedAt, CaseAct.CollectOnTheSpot);
        if (landedAt < collectedAt)
            throw Remittance.OutOfOrder.With("抵岸时间早于收缴时间");
        var payment = Payment.InCash(id, @case.AsCaseOfMoney, amount, collection, collectedAt);
        @case.AddDeadline(
            deadlineId,
            DeadlineKind.RemitToOrgan,
            landedAt is { } landed
                ? Deadline.ForNow(Remittance.OfficerToOrganFromLanding, LegalDate.Of(landed), calendar)
                : Deadline.ForNow(Remittance.OfficerToOrgan, LegalDate.Of(collectedAt), calendar),
            collection.ReceiptNumber
        );
        @case.Enter(order, payment, "collected-on-the-spot");
        @case.CloseWhenPerformed();
        return payment;
    }

    /// <summary>The officer hands the cash to the organ (交至行政机关), APL-71.</summary>
    /// <exception cref="DomainException"><see cref="ReceiptUnknown"/> or <see cref="Remittance.OutOfOrder"/>.</exception>
    public static void RemitToOrgan(
        this EnforcementCase @case,
        Guid deadlineId,
        string receiptNumber,
        DateTimeOffset at,
        WorkingCalendar calendar
    )
    {
        @case.EnsureOpen(CaseAct.RemitToOrgan);
        var cash = @case.CashOf(receiptNumber);
        if (cash.RemittedToOrganAt is not null || at < cash.PaidAt)
            throw Remittance.OutOfOrder.With($"票据 {receiptNumber}");
        var toBank = Deadline.ForNow(Remittance.OrganToBank, LegalDate.Of(at), calendar);
        cash.RemittedToOrganAt = at;
        @case.MeetDeadlines(DeadlineKind.RemitToOrgan, at, receiptNumber);
        @case.AddDeadline(deadlineId, DeadlineKind.RemitToBank, toBank, receiptNumber);
        @case.Record("remitted-to-organ", at, new RecordFields().Add("receipt", receiptNumber).Add("amountFen", cash.AmountFen));
    }

    /// <summary>The organ pays the cash to the bank (缴付指定的银行), APL-71.</summary>
    /// <exception cref="DomainException"><see cref="ReceiptUnknown"/> or <see cref="Remittance.OutOfOrder"/>.</exception>
    public static void RemitToBank(this EnforcementCase @case, string receiptNumber, DateTimeOffset at)
    {
        @case.EnsureOpen(CaseAct.RemitToBank);
        var cash = @case.CashOf(receiptNumber);
        if (cash.RemittedToBankAt is not null || cash.RemittedToOrganAt is not { } handedIn || at < handedIn)
            throw Remittance.OutOfOrder.With($"票据 {receiptNumber}");
        cash.RemittedToBankAt = at;
        @case.MeetDeadlines(DeadlineKind.RemitToBank, at, receiptNumber);
        @case.Record("remitted-to-bank", at, new RecordFields().Add("receipt", receiptNumber).Add("amountFen", cash.AmountFen));
    }

    /// <summary>Gives money back (退还罚款) after a decision was revoked, struck down or lowered, with the interest of a bank deposit (SCL-36).</summary>
    /// <param name="interest">Interest that was paid in addition.</param>
    /// <exception cref="DomainException"><see cref="CaseLifecycle.ActNotOpen"/>, <see cref="OverPaid"/>, <see cref="RefundInterest.InterestMissing"/>, <see cref="RefundInterest.InterestImplausible"/> or <see cref="RefundInterest.NotCountable"/>.</exception>
    public static Refund RefundPayment(
        this EnforcementCase @case,
        Guid id,
        Money amount,
        string reference,
        DateTimeOffset at,
        InterestPaid? interest
    )
    {
        @case.EnsureOpen(CaseAct.Refund);
        var order = @case.PaymentOrder!;
        if (amount == Money.Zero || amount > order.Refundable)
            throw OverPaid.With(PaidAndRefunded(order));
        if (at < @case.Effect.FellAt)
            throw ActsOfCase.BeforeDecision.With("退款早于撤销决定");
        @case.EnsureInterest(order, amount, LegalDate.Of(at), interest);
        order.RefundedFen += amount.Fen;
        var refund = new Refund(id, @case.AsCaseOfMoney, amount, interest!.Amount, reference, at);
        @case.Add(refund);
        @case.Record(
            "refunded",
            at,
            new RecordFields()
                .Add("amountFen", amount)
                .Add("interestFen", refund.InterestFen)
                .Add("rate", interest.AnnualRatePercent.ToString(CultureInfo.InvariantCulture))
                .Add("rateSource", interest.RateSource)
                .Add("reference", reference),
            events: new FineRefunded(@case, at, refund)
        );
        @case.CloseWhenPerformed();
        return refund;
    }

    /// <summary>The state of the payment order, by which a payment that the bank reports is judged.</summary>
    public static OrderInBook OrderInBook(this EnforcementCase @case)
    {
        var order = @case.PaymentOrder!;
        return new(
            order.Outstanding,
            order.State == PaymentState.Cancelled,
            @case.OwedUntil ?? order.DueOn,
            Closed: !CaseLifecycle.Allows(@case.Procedure, @case.Stage, CaseAct.ReceivePayment)
        );
    }

    /// <summary>Amount of the next open instalment; null if payment in parts was not granted.</summary>
    public static Money? PartDue(this EnforcementCase @case)
    {
        var next = @case.Deadlines.Where(d => d is { Kind: DeadlineKind.Instalment, IsOpen: true, DueFen: not null }).MinBy(d => d.LastDay);
        return next?.DueFen is { } due && due > @case.PaymentOrder!.Kept ? Money.OfFen(due - @case.PaymentOrder.Kept) : null;
    }

    /// <summary>When a payment was made of which the bank gives the day alone: on the day of the decision, not before it.</summary>
    public static DateTimeOffset PaidOnDay(this EnforcementCase @case, DateTimeOffset day) =>
        @case.DecidedAt is { } decided && decided > day && LegalDate.Of(decided) == LegalDate.Of(day) ? decided : day;

    /// <summary>Posts the surcharge that was decided (加处罚款), in place of any before.</summary>
    internal static void PostSurcharge(this EnforcementCase @case, Money surcharge) =>
        @case.PaymentOrder!.PostSurcharge(surcharge, @case.LastPaidAt());

    /// <summary>When the last payment was made; null if nothing was paid.</summary>
    internal static DateTimeOffset? LastPaidAt(this EnforcementCase @case) => @case.Payments.Max(p => (DateTimeOffset?)p.PaidAt);

    /// <summary>How much was paid and given back, in Chinese.</summary>
    internal static string PaidAndRefunded(PaymentOrder order) =>
        $"已缴 {Money.OfFen(order.PaidFen).InYuan} 元，已退 {Money.OfFen(order.RefundedFen).InYuan} 元";

    /// <summary>Checks the interest paid against what is due on each refunded payment, the earliest first.</summary>
    private static void EnsureInterest(this EnforcementCase @case, PaymentOrder order, Money amount, DateOnly on, InterestPaid? interest)
    {
        if (interest is null)
            throw RefundInterest.InterestMissing.With("没有写明利率和利息", "写明银行同期存款利率、出处和已付利息");
        var (before, left, owed) = (order.RefundedFen, amount.Fen, 0L);
        foreach (var payment in @case.Payments.OrderBy(p => p.PaidAt))
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

    private static PaymentOrder EnsurePayable(this EnforcementCase @case, Money amount, DateTimeOffset at, CaseAct act)
    {
        @case.EnsureOpen(act);
        var order = @case.PaymentOrder!;
        if (amount == Money.Zero || amount > order.Outstanding)
            throw OverFine.With($"应缴 {order.Outstanding.InYuan} 元，缴款 {amount.InYuan} 元");
        @case.EnsureAfterDecision(at);
        return order;
    }

    private static void Enter(this EnforcementCase @case, PaymentOrder order, Payment payment, string type)
    {
        @case.Add(payment);
        var lastPaidAt = @case.LastPaidAt()!.Value; // parts may arrive in another order than they were paid
        order.PaidFen += payment.AmountFen;
        order.Settle(lastPaidAt);
        if (order.FineOwed == Money.Zero)
            @case.MeetDeadlines(DeadlineKind.Payment, lastPaidAt);
        foreach (var part in @case.Deadlines.Where(d => d.Kind == DeadlineKind.Instalment && d.IsOpen && d.DueFen <= order.Kept))
            part.Meet(payment.PaidAt);
        @case.Record(
            type,
            payment.PaidAt,
            new RecordFields()
                .Add("channel", payment.Channel)
                .Add("amountFen", payment.AmountFen)
                .Add("paidFen", order.PaidFen)
                .Add("receipt", payment.ReceiptNumber)
                .Add("bankTransaction", payment.BankTransactionId)
                .Add("ground", payment.Ground),
            events: new FinePaid(@case, payment.PaidAt, payment)
        );
    }

    private static Payment CashOf(this EnforcementCase @case, string receiptNumber) =>
        @case.Payments.FirstOrDefault(p => string.Equals(p.ReceiptNumber, receiptNumber, StringComparison.Ordinal))
        ?? throw ReceiptUnknown.With($"票据 {receiptNumber}");
}
