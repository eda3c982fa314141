using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Enters the bank's report that a fine, or a part of it, was paid (缴款到账). 行政处罚法 第六十七条第三款. A report with the same transaction id is entered only
/// once. Money is never refused for not being owed: what is more than owed (多缴款、重复缴款、撤销后缴款) is booked as received and waits to be refunded.</summary>
/// <param name="BankTransactionId">The bank's transaction id (银行流水号), at most 64 characters.</param>
/// <param name="PaymentCode">The payment code (缴款码), twenty digits.</param>
/// <param name="AmountFen">Amount paid, in fen; a fine may be paid in parts.</param>
/// <param name="PaidAt">When it was paid; not before the decision.</param>
/// <param name="Channel"><c>Bank</c> or <c>Electronic</c>.</param>
public sealed record ReceivePaymentCommand(
    string BankTransactionId,
    string PaymentCode,
    long AmountFen,
    DateTimeOffset PaidAt,
    PaymentChannel Channel
) : IUnkeyedCommand<PaymentReceived>;

/// <summary>A payment as it was entered. A repeated report gets the same answer.</summary>
/// <param name="PaymentId">The payment; if nothing of it was owed, its entry among the payments not owed.</param>
/// <param name="BankTransactionId">The bank's transaction id.</param>
/// <param name="PaymentCode">The payment code.</param>
/// <param name="AmountFen">Amount paid, in fen.</param>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Channel">Channel of the payment.</param>
/// <param name="NotOwedFen">What of it was not owed and must be refunded, in fen; 0 if all of it was owed.</param>
/// <param name="Because">Why it must be refunded; null if all of it was owed.</param>
public sealed record PaymentReceived(
    Guid PaymentId,
    string BankTransactionId,
    string PaymentCode,
    long AmountFen,
    DateTimeOffset PaidAt,
    PaymentChannel Channel,
    long NotOwedFen,
    BankRowOutcome? Because
);

internal sealed class ReceivePaymentValidator : AbstractValidator<ReceivePaymentCommand>
{
    public ReceivePaymentValidator()
    {
        RuleFor(c => c.BankTransactionId).NotEmpty().MaximumLength(Payment.BankTransactionIdMaxLength).Matches("^[!-~]+$");
        RuleFor(c => c.PaymentCode).NotEmpty().MaximumLength(40);
        RuleFor(c => c.AmountFen).GreaterThan(0);
        RuleFor(c => c.Channel).Must(channel => !OnTheSpotCollection.IsCollection(channel)).WithMessage("现金不经银行通知入账");
    }
}

internal sealed class ReceivePaymentHandler(PaymentDesk payments, RequestContext context, TimeProvider clock)
    : IRequestHandler<ReceivePaymentCommand, PaymentReceived>
{
    /// <summary>No payment order has this code.</summary>
    public static readonly DomainError CodeUnknown = new("payment.code-unknown", null, ErrorKind.NotFound, "没有该缴款码");

    /// <summary>The bank has already used the transaction id for another payment; this must be clarified with the bank.</summary>
    public static readonly DomainError TransactionReused = new(
        "payment.transaction-reused",
        null,
        ErrorKind.Conflict,
        "同一银行流水号已用于不同的缴款"
    );

    public async Task<PaymentReceived> Handle(ReceivePaymentCommand request, CancellationToken cancellationToken)
    {
        var code = TextRules.Line(request.PaymentCode);
        if (await AnsweredBefore(request, code, cancellationToken) is { } first)
            return first;
        ClaimedTime.Ensure(request.PaidAt, clock.GetUtcNow(), "/paidAt");
        var @case = await payments.CaseOfAsync(code, cancellationToken) ?? throw CodeUnknown.With("缴款码不存在", "请与银行核对缴款码");
        if (await AnsweredBefore(request, code, cancellationToken) is { } meanwhile) // booked while this call waited for the book
            return meanwhile;
        var booked = await payments.BookAsync(
            @case,
            new(
                Line: 0,
                request.BankTransactionId,
                BankRowKind.Payment,
                code,
                Money.OfFen(request.AmountFen),
                request.PaidAt,
                request.Channel
            ),
            cancellationToken
        );
        return Answer(booked, request.Channel);
    }

    private async Task<PaymentReceived?> AnsweredBefore(ReceivePaymentCommand request, string code, CancellationToken ct)
    {
        if (await payments.FindAsync(request.BankTransactionId, ct) is not { } first)
            return null;
        if (first.Amount.Fen != request.AmountFen || !string.Equals(first.Code, code, StringComparison.Ordinal))
            throw TransactionReused.With($"流水号 {request.BankTransactionId}", "请与银行核对");
        context.Replayed = true;
        return Answer(first, request.Channel);
    }

    private static PaymentReceived Answer(BookedPayment booked, PaymentChannel channel) =>
        new(
            booked.Payment?.Id ?? booked.NotOwed!.Id,
            booked.TransactionId,
            booked.Code,
            booked.Amount.Fen,
            // in whole milliseconds as stored: the same answer the second time
            DateTimeOffset.FromUnixTimeMilliseconds((booked.Payment?.PaidAt ?? booked.NotOwed!.PaidAt).ToUnixTimeMilliseconds()),
            booked.Payment?.Channel ?? channel,
            booked.NotOwed?.AmountFen ?? 0,
            booked.NotOwed?.Because
        );
}
