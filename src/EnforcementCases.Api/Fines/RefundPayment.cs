using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.Identity;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines;

/// <summary>Gives money back after a revocation (退还罚款), in one piece or in parts, never more than was paid.</summary>
/// <param name="AmountFen">Amount in fen.</param>
/// <param name="Reference">Voucher of the refund (退库凭证号), unique.</param>
/// <param name="DoneAt">When; not before the revocation.</param>
public sealed record RefundPaymentCommand(long AmountFen, string Reference, DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class RefundPaymentValidator : AbstractValidator<RefundPaymentCommand>
{
    public RefundPaymentValidator()
    {
        RuleFor(c => c.AmountFen).GreaterThan(0);
        RuleFor(c => c.Reference).NotEmpty().MaximumLength(Refund.ReferenceMaxLength);
    }
}

internal sealed class RefundPaymentHandler(CaseFile file, AppDbContext db, TimeProvider clock)
    : IRequestHandler<RefundPaymentCommand, CaseAfterAct>
{
    /// <summary>The voucher stands on another refund.</summary>
    public static readonly DomainError VoucherAlreadyUsed = new(
        "refund.voucher-already-used",
        null,
        ErrorKind.Conflict,
        "该退库凭证已用于另一笔退款"
    );

    public async Task<CaseAfterAct> Handle(RefundPaymentCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        var reference = TextRules.Line(request.Reference);
        @case.RefundPayment(Guid.CreateVersion7(clock.GetUtcNow()), Money.OfFen(request.AmountFen), reference, request.DoneAt);
        if (await db.Refunds.IgnoreQueryFilters([AppDbContext.ScopeFilter]).AnyAsync(r => r.Reference == reference, cancellationToken))
            throw VoucherAlreadyUsed.With($"凭证 {reference}");
        return file.After(@case, request);
    }
}
