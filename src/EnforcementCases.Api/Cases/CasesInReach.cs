using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>The cases that a list reads.</summary>
/// <param name="Cases">The cases; some may be outside the scope.</param>
/// <param name="Scope">The scope by which the rows are filtered after they are read; the reader sees no others.</param>
internal sealed record ReachedCases(IQueryable<EnforcementCase> Cases, OrganisationScope Scope);

/// <summary>Selects the cases of a list by an index: by organ for a street and its teams, by the organisation above for a district, each one
/// equality after which the index continues in the order of the list. The scope itself is checked on the rows read: with both conditions a query planner would
/// expect far fewer rows than there are, and sort them all. Readers above districts use the scope alone.</summary>
internal sealed class CasesInReach(AppDbContext db, CurrentUser user, OrganDirectory organs, OrganisationReader organisations)
{
    /// <summary>The cases of an organisation and all below it; null: all that the reader may see.</summary>
    /// <exception cref="Domain.DomainException"><see cref="OrganisationReader.NotFound"/>.</exception>
    public async Task<ReachedCases> OfAsync(Guid? organisationId, CancellationToken ct)
    {
        if (IsOwn(organisationId))
            return ByEquality(user.OrganId, user.OrganisationPath) is { } own ? new(own, user.Scope) : ByScope();
        var organisation = await organisations.ReadAsync(organisationId, ct);
        var scope = OrganisationScope.Below(organisation.Path);
        var (from, to) = scope;
        return new(
            ByEquality(organisation.OrganId, organisation.Path)
                ?? db.Cases.AsNoTracking()
                    .Where(c => string.Compare(c.OrganisationPath, from) >= 0 && string.Compare(c.OrganisationPath, to) < 0),
            scope
        );
    }

    /// <summary>The cases that another index selects, such as the officers of cases.</summary>
    public ReachedCases ByOthers() => new(All, user.Scope);

    /// <summary>The cases within the scope, filtered by the database: for few rows, or if the index covers the scope.</summary>
    public ReachedCases ByScope() => new(db.Cases.AsNoTracking(), user.Scope);

    /// <summary>Whether the reader's own organisation is meant.</summary>
    public bool IsOwn(Guid? organisationId) => organisationId is not { } wanted || wanted == user.OrganisationId;

    private IQueryable<EnforcementCase> All => db.Cases.AsNoTracking().IgnoreQueryFilters([AppDbContext.ScopeFilter]);

    private IQueryable<EnforcementCase>? ByEquality(Guid? organ, string path) =>
        organ is { } one ? All.Where(c => c.OrganId == one)
        : StandsDirectlyAboveAll(path) ? All.Where(c => c.SupervisingPath == path)
        : null;

    /// <summary>Whether every street and town below is a direct child: their cases are then found by the parent of their organ.</summary>
    private bool StandsDirectlyAboveAll(string path)
    {
        if (path.Length == 0)
            return false; // the system itself
        var scope = OrganisationScope.Below(path);
        var below = organs.Current.Values.Where(o => scope.Contains(o.Path)).ToList();
        return below.Count > 0 && below.TrueForAll(o => string.Equals(o.ParentPath, path, StringComparison.Ordinal));
    }
}
