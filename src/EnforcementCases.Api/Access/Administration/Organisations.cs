using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>An organisation (机构).</summary>
/// <param name="Id">Identity.</param>
/// <param name="ParentId">The organisation above it; null for the root.</param>
/// <param name="Kind">Kind: its level in the tree (city, district, street or town, team).</param>
/// <param name="Code">Code, unique among the organisations directly below the same parent.</param>
/// <param name="Path">Codes of all organisations from the root down to it, <c>/tj/bhxq/hg/</c>.</param>
/// <param name="Name">Full name; printed on decisions if it is an organ.</param>
/// <param name="OrganId">The street or town in whose name it acts; null for an organisation above streets and towns.</param>
/// <param name="Profile">Particulars that decisions print and document numbers use.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; increases with every change.</param>
public sealed record OrganisationDetails(
    Guid Id,
    Guid? ParentId,
    OrganisationKind Kind,
    string Code,
    string Path,
    string Name,
    Guid? OrganId,
    OrganisationProfile Profile,
    int Version
) : IVersioned;

/// <summary>What reads and changes of organisations share.</summary>
internal static class Organisations
{
    /// <summary>The organisations that a reader may see.</summary>
    public static IQueryable<Organisation> Within(this IQueryable<Organisation> organisations, OrganisationScope scope) =>
        organisations.Where(o => string.Compare(o.Path, scope.From) >= 0 && string.Compare(o.Path, scope.To) < 0);

    public static OrganisationDetails Describe(Organisation o) =>
        new(o.Id, o.ParentId, o.Kind, o.Code, o.Path, o.Name, o.OrganId, o.Profile, o.Version);
}
