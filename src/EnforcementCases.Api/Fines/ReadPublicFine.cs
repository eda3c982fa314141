using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Persistence;
using EnforcementCases.Site;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines;

/// <summary>Shows what is owed for a fine, to whom and how to pay it, by its payment code; public, and returns nothing about the party.</summary>
/// <param name="Code">Payment code (缴款码) printed on the decision, twenty digits.</param>
public sealed record ReadPublicFineQuery(string Code) : IRequest<PublicFine>;

internal sealed class ReadPublicFineHandler(AppDbContext db, BankPages bank) : IRequestHandler<ReadPublicFineQuery, PublicFine>
{
    /// <summary>No fine has this code, or none any more: a new decision has a code of its own.</summary>
    public static readonly DomainError NotFound = new("payment.code-not-found", null, ErrorKind.NotFound, "没有与该缴款码对应的罚款");

    public async Task<PublicFine> Handle(ReadPublicFineQuery request, CancellationToken cancellationToken)
    {
        var code = request.Code.Trim();
        var found = PaymentCode.IsWellFormed(code)
            ? await db
                .PaymentOrders.IgnoreQueryFilters([AppDbContext.ScopeFilter])
                .AsNoTracking()
                .Where(o => o.Code == code)
                .Join(
                    db.Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter]),
                    o => o.CaseId,
                    c => c.Id,
                    (o, c) =>
                        new
                        {
                            Order = o,
                            c.DecisionNumber,
                            c.OrganId,
                            c.OwedUntil,
                        }
                )
                .Join(
                    db.Organisations,
                    x => x.OrganId,
                    o => o.Id,
                    (x, o) =>
                        new
                        {
                            x.Order,
                            x.DecisionNumber,
                            x.OwedUntil,
                            Organ = o.Name,
                            o.Profile.PayeeText,
                        }
                )
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        if (found is null)
            throw NotFound.With("缴款码有误，或者处罚决定已重新作出");
        var (order, owed) = (found.Order, found.Order.Outstanding.Fen);
        return new(
            order.Code,
            found.DecisionNumber ?? "",
            found.Organ,
            order.State,
            order.AmountFen,
            order.SurchargeFen,
            order.PaidFen - order.RefundedFen,
            owed,
            owed > 0 ? found.OwedUntil ?? order.DueOn : null,
            found.PayeeText,
            owed > 0 ? bank.AddressOf(order.Code) : null
        );
    }
}
