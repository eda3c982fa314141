using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access;

/// <summary>Who held which office on a day (任职履历). Gates ask it with the day of the act, never with today's accounts.</summary>
internal sealed class OfficeHistory(AppDbContext db, CurrentUser user)
{
    /// <summary>Refuses an act of the present user that only holders of an office may do, if he or she did not hold it on the day of the act.</summary>
    /// <exception cref="Domain.DomainException"><see cref="OfficeHolder.NotInOffice"/>.</exception>
    public async Task EnsureHeldAsync(IReadOnlySet<Role> allowed, DateOnly on, CancellationToken ct)
    {
        if (user.Roles.Any(r => allowed.Contains(r) && !OfficeHolder.Offices.Contains(r)) || !user.Roles.Overlaps(allowed))
            return;
        OfficeHolder.EnsureHeld(allowed, user.Roles.ToHashSet(), await OwnOnAsync(on, ct), on);
    }

    /// <summary>The roles of the present user, each office only if held on a day.</summary>
    public async Task<IReadOnlySet<Role>> RolesOnAsync(DateOnly on, CancellationToken ct)
    {
        if (!user.Roles.Any(OfficeHolder.Offices.Contains))
            return user.Roles;
        var then = await OwnOnAsync(on, ct);
        return user.Roles.Where(role => !OfficeHolder.Offices.Contains(role) || then.Contains(role)).ToHashSet();
    }

    /// <summary>Persons who held offices in an organ on a day, and which.</summary>
    public async Task<IReadOnlyList<OfficeHolder>> HoldersAsync(string organPath, DateOnly on, CancellationToken ct)
    {
        var held = await OnDay(on)
            .Where(o => o.OrganisationPath.StartsWith(organPath))
            .Join(
                db.Persons.IgnoreQueryFilters(NoScope),
                o => o.PersonId,
                p => p.Id,
                (o, p) =>
                    new
                    {
                        p.Id,
                        p.Name,
                        o.OrganisationPath,
                        o.Role,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. held.GroupBy(h => (h.Id, h.Name, h.OrganisationPath))
                .Select(g => new OfficeHolder(g.Key.Id, g.Key.Name, g.Key.OrganisationPath, g.Select(h => h.Role).ToHashSet())),
        ];
    }

    /// <summary>The offices of the present user on a day.</summary>
    private async Task<HashSet<Role>> OwnOnAsync(DateOnly on, CancellationToken ct) =>
        [.. await OnDay(on).Where(o => o.PersonId == user.PersonId).Select(o => o.Role).ToListAsync(ct)];

    private static readonly string[] NoScope = [AppDbContext.ScopeFilter]; // also people who work elsewhere by now

    private IQueryable<Office> OnDay(DateOnly on) =>
        db.Offices.AsNoTracking().Where(o => (o.From <= on || o.FromAssumed) && (o.Until == null || o.Until >= on));
}
