using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>An organisation (机构).</summary>
/// <param name="Id">Identity.</param>
/// <param name="ParentId">The organisation above; null at the root.</param>
/// <param name="Kind">Where it stands in the tree.</param>
/// <param name="Code">Code among its siblings.</param>
/// <param name="Path">Codes from the root, <c>/tj/bhxq/hg/</c>.</param>
/// <param name="Name">Full name, as printed on decisions where it is an organ.</param>
/// <param name="OrganId">The street or town in whose name it acts; null above streets.</param>
/// <param name="Profile">What decisions print and numbers need.</param>
/// <param name="Version">Counted up by every change.</param>
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
