using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Lists the catalogues of major decisions adopted within the caller's scope, confirmed or not, the newest first.</summary>
/// <param name="Confirmed">True: only confirmed ones; false: only those that wait for a second clerk; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListReviewCataloguesQuery(bool? Confirmed, string? Cursor, int? Limit) : IRequest<Page<ReviewCatalogueDetail>>;

internal sealed class ListReviewCataloguesHandler(AppDbContext db) : IRequestHandler<ListReviewCataloguesQuery, Page<ReviewCatalogueDetail>>
{
    public async Task<Page<ReviewCatalogueDetail>> Handle(ListReviewCataloguesQuery request, CancellationToken cancellationToken)
    {
        var found = await db
            .ReviewCatalogues.AsNoTracking()
            .Where(a => request.Confirmed == null || request.Confirmed == (a.ConfirmedBy != null))
            .OrderByDescending(a => a.EnteredAt)
            .ThenBy(a => a.OrganisationPath)
            .ThenBy(a => a.Id)
            .ToPageAsync(request.Cursor, request.Limit, cancellationToken);
        return found.ConvertAll(ReviewCatalogueDetail.Of);
    }
}
