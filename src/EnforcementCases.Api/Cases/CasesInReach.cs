using EnforcementCases.Api.Access;
using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>The cases that a list goes through. The scope stands in every query; here it is said again as one equality wherever that is the same, so that an index leads to the
/// rows in the order of the list: the organ for a street and its teams, the organisation above for a district. Higher up nearly every row belongs to the reader.</summary>
internal sealed class CasesInReach(AppDbContext db, CurrentUser user, OrganDirectory organs)
{
    /// <summary>All that the reader may see.</summary>
    public IQueryable<EnforcementCase> Own() => Narrowed(db.Cases.AsNoTracking(), user.OrganId, user.OrganisationPath);

    /// <summary>Those of an organisation and all below it; all that the reader may see where none is named.</summary>
    /// <exception cref="Domain.DomainException"><see cref="Organisations.NotFound"/>.</exception>
    public async Task<IQueryable<EnforcementCase>> OfAsync(Guid? organisationId, CancellationToken ct)
    {
        if (organisationId is not { } wanted || wanted == user.OrganisationId)
            return Own();
        var organisation =
            await db.Organisations.AsNoTracking().Within(user.Scope).FirstOrDefaultAsync(o => o.Id == wanted, ct)
            ?? throw Organisations.NotFound.With($"机构 {wanted}");
        var (from, to) = OrganisationScope.Below(organisation.Path);
        var below = db
            .Cases.AsNoTracking()
            .Where(c => string.Compare(c.OrganisationPath, from) >= 0 && string.Compare(c.OrganisationPath, to) < 0);
        return Narrowed(below, organisation.OrganId, organisation.Path);
    }

    private IQueryable<EnforcementCase> Narrowed(IQueryable<EnforcementCase> cases, Guid? organ, string path) =>
        organ is { } one ? cases.Where(c => c.OrganId == one)
        : StandsDirectlyAboveAll(path) ? cases.Where(c => c.SupervisingPath == path)
        : cases;

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
