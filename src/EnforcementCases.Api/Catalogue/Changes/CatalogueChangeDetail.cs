using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>A change of the catalogue (目录变更).</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version; send it as <c>If-Match</c> to confirm, reject or withdraw.</param>
/// <param name="OrganisationId">The clerk's organisation.</param>
/// <param name="OrganisationPath">Path of that organisation.</param>
/// <param name="State">Current state.</param>
/// <param name="Basis">Legal instrument on which the change is based.</param>
/// <param name="Rows">The rows of the change, field by field.</param>
/// <param name="EnteredBy">Person who entered it.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="SettledBy">Person who confirmed, rejected or withdrew it; null while it is pending.</param>
/// <param name="SettledAt">When it was confirmed, rejected or withdrawn; null while it is pending.</param>
/// <param name="Reason">Why it was rejected or withdrawn; null otherwise.</param>
public sealed record CatalogueChangeDetail(
    Guid Id,
    int Version,
    Guid OrganisationId,
    string OrganisationPath,
    CatalogueChangeState State,
    string Basis,
    IReadOnlyList<CatalogueRowReport> Rows,
    Guid EnteredBy,
    DateTimeOffset EnteredAt,
    Guid? SettledBy,
    DateTimeOffset? SettledAt,
    string? Reason
) : IVersioned
{
    internal static CatalogueChangeDetail Of(CatalogueChange c) =>
        new(
            c.Id,
            c.Version,
            c.OrganisationId,
            c.OrganisationPath,
            c.State,
            c.Basis,
            [.. c.Rows.Select(r => CatalogueRowReport.Of(r))],
            c.EnteredBy,
            c.EnteredAt,
            c.SettledBy,
            c.SettledAt,
            c.Reason
        );
}
