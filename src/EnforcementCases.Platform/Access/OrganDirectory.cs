using System.Collections.Frozen;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Access;

/// <summary>The streets and towns, kept in memory so that a decision reads them without the database; deciding does not change them.</summary>
internal sealed class OrganDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OrganDirectory> log)
    : SnapshotDirectory<FrozenDictionary<Guid, Organisation>>(
        scopes,
        clock,
        log,
        SnapshotVersion.Organs,
        FrozenDictionary<Guid, Organisation>.Empty
    )
{
    public async ValueTask<Organisation> OrganAsync(Guid organId, CancellationToken ct)
    {
        if (Current.TryGetValue(organId, out var organ))
            return organ;
        await RefreshAsync(ct); // founded a moment ago through another replica
        return Current[organId];
    }

    protected override async Task<FrozenDictionary<Guid, Organisation>> ReadAsync(AppDbContext db, long number, CancellationToken ct)
    {
        var organs = await db.Organisations.AsNoTracking().Where(o => o.OrganId == o.Id).ToListAsync(ct);
        return organs.ToFrozenDictionary(o => o.Id);
    }
}
