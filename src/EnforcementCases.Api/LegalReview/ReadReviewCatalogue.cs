using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Reads the catalogue of major decisions (重大执法决定法制审核目录) that counts for an organisation on a day.</summary>
/// <param name="OrganisationId">The organisation; the caller's own where nothing is said.</param>
/// <param name="OnDate">The day; today where nothing is said.</param>
public sealed record ReadReviewCatalogueQuery(Guid? OrganisationId, DateOnly? OnDate) : IRequest<ReviewCatalogueInForce>;

/// <summary>The catalogue of major decisions as it counts.</summary>
/// <param name="AdoptionId">The adoption that it comes from; null where nobody has adopted one and the default amounts count.</param>
/// <param name="Instrument">Decision that adopted it; null for the default.</param>
/// <param name="ValidFrom">First day; null for the default.</param>
/// <param name="ValidTo">Last day; null while it has none.</param>
/// <param name="InheritedFrom">Path of the organisation above that adopted it; null where it is the organisation's own, or the default.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ReviewCatalogueInForce(
    Guid? AdoptionId,
    string? Instrument,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? InheritedFrom,
    IReadOnlyList<ReviewCatalogueRow> Rows
);

internal sealed class ReadReviewCatalogueHandler(CatalogueDirectory directory, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadReviewCatalogueQuery, ReviewCatalogueInForce>
{
    public async Task<ReviewCatalogueInForce> Handle(ReadReviewCatalogueQuery request, CancellationToken cancellationToken)
    {
        var path = await organisations.PathAsync(request.OrganisationId, cancellationToken);
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        var catalogue = directory.Current;
        return catalogue.ReviewCatalogueOn(path, day) is { } adopted
            ? new(
                adopted.Id,
                adopted.Instrument,
                adopted.ValidFrom,
                adopted.ValidTo,
                adopted.OrganisationPath == path ? null : adopted.OrganisationPath,
                adopted.Rows
            )
            : new(null, null, null, null, null, ReviewCatalogue.Default(key => catalogue.Parameter(path, key, day)));
    }
}
