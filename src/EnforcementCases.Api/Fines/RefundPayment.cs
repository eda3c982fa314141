using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines;

/// <summary>Refunds a fine (退还罚款), in full or in parts, at most what was paid, with interest at the bank's deposit rate (国家赔偿法 第三十六条第七项).</summary>
/// <param name="AmountFen">Refunded amount in fen, without interest.</param>
/// <param name="Reference">Number of the refund voucher (退库凭证号), unique.</param>
/// <param name="DoneAt">When it was refunded; not before the revocation.</param>
/// <param name="Interest">Interest paid on the same voucher; required. At least the deposit rate for the days from payment to refund, at most the refunded
/// amount.</param>
public sealed record RefundPaymentCommand(long AmountFen, string Reference, DateTimeOffset DoneAt, RefundInterestInput? Interest = null)
    : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

/// <summary>Interest paid with a refund (银行同期存款利息).</summary>
/// <param name="AmountFen">Interest in fen.</param>
/// <param name="AnnualRatePercent">Annual deposit rate in percent, <c>1.5</c>, as published by the bank.</param>
/// <param name="RateSource">Where the rate is published.</param>
public sealed record RefundInterestInput(long AmountFen, decimal AnnualRatePercent, string RateSource);

internal sealed class RefundPaymentValidator : AbstractValidator<RefundPaymentCommand>
{
    public RefundPaymentValidator()
    {
        RuleFor(c => c.AmountFen).GreaterThan(0);
        RuleFor(c => c.Reference).NotEmpty().MaximumLength(Refund.ReferenceMaxLength);
        RuleFor(c => c.Interest!.AmountFen).GreaterThanOrEqualTo(0).When(c => c.Interest is not null);
        RuleFor(c => c.Interest!.AnnualRatePercent).GreaterThan(0).LessThanOrEqualTo(24).When(c => c.Interest is not null);
        RuleFor(c => c.Interest!.RateSource).NotEmpty().MaximumLength(200).When(c => c.Interest is not null);
    }
}

internal sealed class RefundPaymentHandler(CaseLoader file, AppDbContext db, CashDesk desk, CurrentUser user)
    : IRequestHandler<RefundPaymentCommand, CaseAfterAct>
{
    /// <summary>The voucher is used by another refund.</summary>
    public static readonly DomainError VoucherAlreadyUsed = new(
        "refund.voucher-already-used",
        null,
        ErrorKind.Conflict,
        "该退库凭证已用于另一笔退款"
    );

    public async Task<CaseAfterAct> Handle(RefundPaymentCommand request, CancellationToken cancellationToken)
    {
        await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var @case = await file.OpenAsync(request, cancellationToken);
        var reference = TextRules.Line(request.Reference);
        var amount = Money.OfFen(request.AmountFen);
        var refund = @case.RefundPayment(
            desk.NewId(),
            amount,
            reference,
            request.DoneAt,
            request.Interest is { } i ? new(Money.OfFen(i.AmountFen), i.AnnualRatePercent, TextRules.Line(i.RateSource)) : null
        );
        await EnsureVoucherUnusedAsync(db, reference, cancellationToken);
        await desk.EnterAsync(
            @case.OrganId,
            CashEntryKind.Refunded,
            amount,
            request.DoneAt,
            cancellationToken,
            @case.Id,
            reference: reference
        );
        if (refund.InterestFen > 0)
            await desk.EnterAsync(
                @case.OrganId,
                CashEntryKind.InterestPaid,
                Money.OfFen(refund.InterestFen),
                request.DoneAt,
                cancellationToken,
                @case.Id,
                reference: reference
            );
        return file.After(@case, request);
    }

    /// <summary>Refuses a voucher used by another refund in any street; unique indexes guard against two at once.</summary>
    /// <exception cref="DomainException"><see cref="VoucherAlreadyUsed"/>.</exception>
    internal static async Task EnsureVoucherUnusedAsync(AppDbContext db, string reference, CancellationToken ct)
    {
        var organs = db
            .Refunds.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(r => r.Reference == reference)
            .Join(db.Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter]), r => r.CaseId, c => c.Id, (_, c) => c.OrganId)
            .Concat(
                db.PaymentsNotOwed.IgnoreQueryFilters([AppDbContext.ScopeFilter])
                    .Where(p => p.RefundReference == reference)
                    .Select(p => p.OrganId)
            );
        var usedBy = await db
            .Organisations.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(o => organs.Contains(o.Id))
            .Select(o => o.Name)
            .FirstOrDefaultAsync(ct);
        if (usedBy is not null)
            throw VoucherAlreadyUsed.With($"凭证 {reference}，登记单位：{usedBy}", "与该单位的财务人员核对");
    }
}
