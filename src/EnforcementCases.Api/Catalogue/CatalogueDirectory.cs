using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>The catalogue in memory: violations, adoptions, parameters, power list, calendar, benchmarks, exemption list and catalogues of major decisions of all organisations.</summary>
internal sealed class CatalogueDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CatalogueDirectory> log)
    : SnapshotDirectory<CatalogueSnapshot>(scopes, clock, log, SnapshotVersion.Catalogue, CatalogueSnapshot.Empty)
{
    protected override async Task<CatalogueSnapshot> ReadAsync(AppDbContext db, long number, CancellationToken ct)
    {
        var sets = await db.CatalogueDataSets.AsNoTracking().ToListAsync(ct);
        return new(
            number,
            await db.Violations.AsNoTracking().ToListAsync(ct),
            await db.Adoptions.AsNoTracking().ToListAsync(ct),
            await db.ParameterValues.AsNoTracking().ToListAsync(ct),
            await PowerList(db, Newest(sets, ProductFile.PowerList), ct),
            (await CalendarRows.InForceAsync(db, ct)).Calendar,
            await db.Benchmarks.AsNoTracking().ToListAsync(ct),
            await db.ExemptionEntries.AsNoTracking().ToListAsync(ct),
            await db.ReviewCatalogues.AsNoTracking().Where(c => c.ConfirmedBy != null).ToListAsync(ct)
        );
    }

    private static CatalogueDataSet? Newest(List<CatalogueDataSet> sets, string name) =>
        sets.Where(s => s.Name == name).MaxBy(s => s.Number);

    private static async Task<List<PowerListItem>> PowerList(AppDbContext db, CatalogueDataSet? set, CancellationToken ct) =>
        set is null ? [] : await db.PowerList.AsNoTracking().Where(i => i.DataSetId == set.Id).OrderBy(i => i.Code).ToListAsync(ct);
}
