using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.LegalReview;

/// <summary>A catalogue of major decisions as an organisation adopted it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version; goes into <c>If-Match</c> of the confirmation.</param>
/// <param name="OrganisationId">Whose catalogue it is.</param>
/// <param name="OrganisationPath">Its path; those below without a catalogue of their own inherit it.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null while it has none. A catalogue from a later day takes its place before.</param>
/// <param name="Instrument">Decision that adopts it.</param>
/// <param name="EnteredBy">Person who entered it.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="ConfirmedBy">Second person who confirmed it; null while nobody has: it does not count.</param>
/// <param name="ConfirmedAt">When it was confirmed.</param>
public sealed record ReviewCatalogueDetail(
    Guid Id,
    int Version,
    Guid OrganisationId,
    string OrganisationPath,
    IReadOnlyList<ReviewCatalogueRow> Rows,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Instrument,
    Guid EnteredBy,
    DateTimeOffset EnteredAt,
    Guid? ConfirmedBy,
    DateTimeOffset? ConfirmedAt
) : IVersioned
{
    internal static ReviewCatalogueDetail Of(ReviewCatalogueAdoption a) =>
        new(
            a.Id,
            a.Version,
            a.OrganisationId,
            a.OrganisationPath,
            a.Rows,
            a.ValidFrom,
            a.ValidTo,
            a.Instrument,
            a.EnteredBy,
            a.EnteredAt,
            a.ConfirmedBy,
            a.ConfirmedAt
        );
}
