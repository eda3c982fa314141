using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Personnel;

/// <summary>The roster in memory, asked by every on-the-spot decision without the database.</summary>
internal sealed class OfficerDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OfficerDirectory> log)
    : SnapshotDirectory<OfficerRoster>(scopes, clock, log, SnapshotVersion.Officers, OfficerRoster.Empty)
{
    protected override async Task<OfficerRoster> ReadAsync(AppDbContext db, long number, CancellationToken ct) =>
        new(
            await db.Officers.AsNoTracking().AsSplitQuery().ToListAsync(ct),
            await db.Persons.AsNoTracking().Where(p => p.Kind == StaffKind.Auxiliary || db.Officers.Any(o => o.Id == p.Id)).ToListAsync(ct)
        );
}
