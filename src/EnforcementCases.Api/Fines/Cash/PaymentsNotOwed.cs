using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Lists payments that were not owed (多缴款、重复缴款、撤销后缴款), those not yet refunded first.</summary>
/// <param name="Open">True: only payments not yet refunded; default false: all.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ListPaymentsNotOwedQuery(bool Open = false, Guid? OrganisationId = null) : IRequest<IReadOnlyList<PaymentNotOwedView>>;

/// <summary>Approves the refund of a payment that was not owed (批准退还); the cashier makes it afterwards.</summary>
/// <param name="DoneAt">When it was approved; not before the payment.</param>
public sealed record ApproveRefundNotOwedCommand(DateTimeOffset DoneAt) : ICommand<PaymentNotOwedView>, IChangesVersion
{
    /// <summary>The payment, from the route.</summary>
    [JsonIgnore]
    public Guid PaymentId { get; init; }
}

/// <summary>Refunds a payment that was not owed (退还重复、误缴款), in full, after another person approved it.</summary>
/// <param name="AmountFen">Amount in fen; must equal what was paid.</param>
/// <param name="Reference">Number of the refund voucher (退库凭证号), unique.</param>
/// <param name="DoneAt">When it was refunded; not before it was approved.</param>
public sealed record RefundPaymentNotOwedCommand(long AmountFen, string Reference, DateTimeOffset DoneAt)
    : ICommand<PaymentNotOwedView>,
        IChangesVersion
{
    /// <summary>The payment, from the route.</summary>
    [JsonIgnore]
    public Guid PaymentId { get; init; }
}

/// <summary>A payment that was not owed.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; send it as <c>If-Match</c> to refund the payment.</param>
/// <param name="CaseId">The case.</param>
/// <param name="BankTransactionId">The bank's transaction id.</param>
/// <param name="PaymentCode">The payment code.</param>
/// <param name="AmountFen">What of the payment was not owed, in fen.</param>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Because">Why it was not owed.</param>
/// <param name="ApprovedBy">Name of the person who approved the refund; null before.</param>
/// <param name="ApprovedAt">When it was approved; null before.</param>
/// <param name="RefundedBy">Name of the person who refunded it; null before.</param>
/// <param name="RefundReference">Number of the refund voucher; null until it is refunded.</param>
/// <param name="RefundedAt">When it was refunded; null before.</param>
public sealed record PaymentNotOwedView(
    Guid Id,
    int Version,
    Guid CaseId,
    string BankTransactionId,
    string PaymentCode,
    long AmountFen,
    DateTimeOffset PaidAt,
    BankRowOutcome Because,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? RefundedBy,
    string? RefundReference,
    DateTimeOffset? RefundedAt
) : IVersioned
{
    internal static PaymentNotOwedView Of(PaymentNotOwed p) =>
        new(
            p.Id,
            p.Version,
            p.CaseId,
            p.BankTransactionId,
            p.PaymentCode,
            p.AmountFen,
            p.PaidAt,
            p.Because,
            p.ApprovedByName,
            p.ApprovedAt,
            p.RefundedByName,
            p.RefundReference,
            p.RefundedAt
        );
}

internal sealed class RefundPaymentNotOwedValidator : AbstractValidator<RefundPaymentNotOwedCommand>
{
    public RefundPaymentNotOwedValidator()
    {
        RuleFor(c => c.AmountFen).GreaterThan(0);
        RuleFor(c => c.Reference).NotEmpty().MaximumLength(Refund.ReferenceMaxLength);
    }
}

internal sealed class ListPaymentsNotOwedHandler(AppDbContext db, OrganisationReader organisations)
    : IRequestHandler<ListPaymentsNotOwedQuery, IReadOnlyList<PaymentNotOwedView>>
{
    private const int Most = 500;

    public async Task<IReadOnlyList<PaymentNotOwedView>> Handle(ListPaymentsNotOwedQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var found = await db
            .PaymentsNotOwed.AsNoTracking()
            .Where(p => p.OrganId == organ && (!request.Open || p.RefundedAt == null))
            .OrderBy(p => p.RefundedAt != null)
            .ThenBy(p => p.Seq)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(PaymentNotOwedView.Of);
    }
}

internal sealed class ApproveRefundNotOwedHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    CaseLoader file,
    CashDesk desk,
    TimeProvider clock
) : IRequestHandler<ApproveRefundNotOwedCommand, PaymentNotOwedView>
{
    public async Task<PaymentNotOwedView> Handle(ApproveRefundNotOwedCommand request, CancellationToken cancellationToken)
    {
        await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var payment =
            await db.PaymentsNotOwed.FirstOrDefaultAsync(p => p.Id == request.PaymentId, cancellationToken)
            ?? throw PaymentNotOwed.NotFound.With($"款项 {request.PaymentId}");
        file.EnsureAllowed(request, await file.ReadAsync(payment.CaseId, cancellationToken));
        context.EnsureSeen(payment.Id, payment.Version);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        payment.Approve(user.PersonId, user.PersonName, request.DoneAt);
        return PaymentNotOwedView.Of(payment);
    }
}

internal sealed class RefundPaymentNotOwedHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    CaseLoader file,
    CashDesk desk,
    TimeProvider clock
) : IRequestHandler<RefundPaymentNotOwedCommand, PaymentNotOwedView>
{
    public async Task<PaymentNotOwedView> Handle(RefundPaymentNotOwedCommand request, CancellationToken cancellationToken)
    {
        await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var payment =
            await db.PaymentsNotOwed.FirstOrDefaultAsync(p => p.Id == request.PaymentId, cancellationToken)
            ?? throw PaymentNotOwed.NotFound.With($"款项 {request.PaymentId}");
        file.EnsureAllowed(request, await file.ReadAsync(payment.CaseId, cancellationToken));
        context.EnsureSeen(payment.Id, payment.Version);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var reference = TextRules.Line(request.Reference);
        var amount = Money.OfFen(request.AmountFen);
        payment.Refund(amount, reference, user.PersonId, user.PersonName, request.DoneAt);
        await RefundPaymentHandler.EnsureVoucherUnusedAsync(db, reference, cancellationToken);
        await desk.EnterAsync(
            payment.OrganId,
            CashEntryKind.NotOwedRefunded,
            amount,
            request.DoneAt,
            cancellationToken,
            payment.CaseId,
            reference: reference
        );
        return PaymentNotOwedView.Of(payment);
    }
}
