using EnforcementCases.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Lists the catalogues of major decisions adopted within the caller's scope, confirmed or not, the newest first.</summary>
/// <param name="Confirmed">True: only confirmed ones; false: only those that wait for a second clerk; all if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListReviewCataloguesQuery(bool? Confirmed, int? Limit) : IRequest<IReadOnlyList<ReviewCatalogueDetail>>;

internal sealed class ListReviewCataloguesValidator : AbstractValidator<ListReviewCataloguesQuery>
{
    public ListReviewCataloguesValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条");
}

internal sealed class ListReviewCataloguesHandler(AppDbContext db)
    : IRequestHandler<ListReviewCataloguesQuery, IReadOnlyList<ReviewCatalogueDetail>>
{
    public async Task<IReadOnlyList<ReviewCatalogueDetail>> Handle(ListReviewCataloguesQuery request, CancellationToken cancellationToken)
    {
        var found = await db
            .ReviewCatalogues.AsNoTracking()
            .Where(a => request.Confirmed == null || request.Confirmed == (a.ConfirmedBy != null))
            .OrderByDescending(a => a.EnteredAt)
            .ThenBy(a => a.OrganisationPath)
            .Take(request.Limit ?? 50)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(ReviewCatalogueDetail.Of);
    }
}
