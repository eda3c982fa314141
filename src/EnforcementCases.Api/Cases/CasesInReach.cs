using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>The cases that a list goes through.</summary>
/// <param name="Cases">The cases; among them may be some out of scope.</param>
/// <param name="Scope">What the rows that come are asked for: the reader sees no other.</param>
internal sealed record ReachedCases(IQueryable<EnforcementCase> Cases, OrganisationScope Scope);

/// <summary>Leads lists to the cases that their reader may see: the organ for a street and its teams, the organisation above for a district, each one
/// equality from which an index goes on in the order of the list. The scope itself is asked of the rows that come. A planner that is told both would
/// take the rows for far fewer than they are and sort them all. Whoever stands higher goes by the scope alone.</summary>
internal sealed class CasesInReach(AppDbContext db, CurrentUser user, OrganDirectory organs, OrganisationReader organisations)
{
    /// <summary>Those of an organisation and all below it; all that the reader may see where none is named.</summary>
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

    /// <summary>Those that another index leads to by itself, such as the officers of cases.</summary>
    public ReachedCases ByOthers() => new(All, user.Scope);

    /// <summary>Those within the scope, told to the database: for few rows, or where the scope is passed over within the index.</summary>
    public ReachedCases ByScope() => new(db.Cases.AsNoTracking(), user.Scope);

    /// <summary>Whether the reader's own organisation is meant.</summary>
    public bool IsOwn(Guid? organisationId) => organisationId is not { } wanted || wanted == user.OrganisationId;

    private IQueryable<EnforcementCase> All => db.Cases.AsNoTracking().IgnoreQueryFilters([AppDbContext.ScopeFilter]);

    private IQueryable<EnforcementCase>? ByEquality(Guid? organ, string path) =>
        organ is { } one ? All.Where(c => c.OrganId == one)
        : StandsDirectlyAboveAll(path) ? All.Where(c => c.SupervisingPath == path)
        : null;

    /// <summary>Whether every street and town below is a child: then theirs are the cases whose organ stands right below.</summary>
    private bool StandsDirectlyAboveAll(string path)
    {
        if (path.Length == 0)
            return false; // the system itself
        var scope = OrganisationScope.Below(path);
        var below = organs.Current.Values.Where(o => scope.Contains(o.Path)).ToList();
        return below.Count > 0 && below.TrueForAll(o => string.Equals(o.ParentPath, path, StringComparison.Ordinal));
    }
}
