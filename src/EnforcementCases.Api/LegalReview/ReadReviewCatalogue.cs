using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Reads the catalogue of major decisions (重大执法决定法制审核目录) in force for an organisation on a day.</summary>
/// <param name="OrganisationId">The organisation; default: the caller's own.</param>
/// <param name="OnDate">The day on which it must be in force; default: today.</param>
public sealed record ReadReviewCatalogueQuery(Guid? OrganisationId, DateOnly? OnDate) : IRequest<ReviewCatalogueInForce>;

/// <summary>The catalogue of major decisions in force.</summary>
/// <param name="AdoptionId">The adopted catalogue; null if none is adopted and the default amounts apply.</param>
/// <param name="Instrument">Decision that adopted it; null for the default.</param>
/// <param name="ValidFrom">First day, inclusive; null for the default.</param>
/// <param name="ValidTo">Last day, inclusive; null if open-ended.</param>
/// <param name="InheritedFrom">Path of the organisation above that adopted it; null if it is the organisation's own or the default.</param>
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
