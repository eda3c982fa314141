using EnforcementCases.Api.Access;
using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>The cases that a list goes through. Where one equality says the same as the scope it stands in its stead: the organ for a street, the organisation above for a district.
/// An index leads from it to the rows in the order of the list, and a planner that was told both would take the rows for far fewer than they are and sort them all. Teams, and
/// whoever stands higher, go by the scope itself.</summary>
internal sealed class CasesInReach(AppDbContext db, CurrentUser user, OrganDirectory organs)
{
    /// <summary>All that the reader may see.</summary>
    public IQueryable<EnforcementCase> Own() => Whole(user.OrganId, user.OrganisationPath) ?? Named();

    /// <summary>The same for who looks for a name: the scope is passed over within the index of names.</summary>
    public IQueryable<EnforcementCase> Named() => InOrgan(db.Cases.AsNoTracking(), user.OrganId);

    /// <summary>Those of an organisation and all below it; all that the reader may see where none is named.</summary>
    /// <exception cref="Domain.DomainException"><see cref="Organisations.NotFound"/>.</exception>
    public async Task<IQueryable<EnforcementCase>> OfAsync(Guid? organisationId, CancellationToken ct)
    {
        if (organisationId is not { } wanted || wanted == user.OrganisationId)
            return Own();
        var organisation =
            await db.Organisations.AsNoTracking().Within(user.Scope).FirstOrDefaultAsync(o => o.Id == wanted, ct)
            ?? throw Organisations.NotFound.With($"机构 {wanted}");
        if (Whole(organisation.OrganId, organisation.Path) is { } whole)
            return whole;
        var (from, to) = OrganisationScope.Below(organisation.Path);
        var below = db
            .Cases.AsNoTracking()
            .Where(c => string.Compare(c.OrganisationPath, from) >= 0 && string.Compare(c.OrganisationPath, to) < 0);
        return InOrgan(below, organisation.OrganId);
    }

    private static IQueryable<EnforcementCase> InOrgan(IQueryable<EnforcementCase> cases, Guid? organ) =>
        organ is { } one ? cases.Where(c => c.OrganId == one) : cases;

    /// <summary>All cases of an organisation within the reader's scope, by one equality; null where there is none that says the same.</summary>
    private IQueryable<EnforcementCase>? Whole(Guid? organ, string path)
    {
        var all = db.Cases.AsNoTracking().IgnoreQueryFilters([AppDbContext.ScopeFilter]);
        return organ is { } one
            ? IsOrganItself(one, path)
                ? all.Where(c => c.OrganId == one)
                : null
            : StandsDirectlyAboveAll(path)
                ? all.Where(c => c.SupervisingPath == path)
                : null;
    }

    private bool IsOrganItself(Guid organ, string path) =>
        organs.Current.TryGetValue(organ, out var found) && string.Equals(found.Path, path, StringComparison.Ordinal);

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
