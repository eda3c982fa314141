using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.LegalReview;

/// <summary>A catalogue of major decisions as an organisation adopted it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; send it as <c>If-Match</c> to confirm.</param>
/// <param name="OrganisationId">The organisation whose catalogue it is.</param>
/// <param name="OrganisationPath">Path of that organisation; organisations below it without a catalogue of their own inherit it.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="ValidFrom">First day, inclusive.</param>
/// <param name="ValidTo">Last day, inclusive; null if open-ended. A catalogue with a later first day replaces it from that day on.</param>
/// <param name="Instrument">Decision that adopts it.</param>
/// <param name="EnteredBy">Person who entered it.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="ConfirmedBy">Second person who confirmed it; null before, while it does not apply yet.</param>
/// <param name="ConfirmedAt">When it was confirmed; null before.</param>
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
