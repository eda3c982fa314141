using System.Text.Json;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Judges the rows of a catalogue change: what each does to what stands, or why it cannot.</summary>
internal sealed class CataloguePlanner(AppDbContext db, CatalogueDirectory directory, CurrentUser user)
{
    /// <summary>Judges rows and changes nothing.</summary>
    public async Task<CataloguePlan> PlanAsync(IReadOnlyList<CatalogueFileRow> rows, CancellationToken ct)
    {
        var planned = rows.Select(r => new PlannedRow(r)).ToList();
        foreach (var row in planned.Where(r => r.Source.Fault is not null))
            row.Reject(CatalogueErrors.RowRejected.With(row.Source.Fault!));
        var work = new CatalogueJudging(db, directory.Current, await StandingAsync(ct));
        foreach (var (kind, _, form) in RowForms.All)
            work.Judge(kind, form, [.. planned.Where(r => r.Source.Kind == kind && r.Errors.Count == 0)]);
        work.NoteBenchmarks();
        return new(planned, work.InOrder, work.Calendar);
    }

    /// <summary>All that is exported, in the form in which it is imported: versions that ended among it, closed ones not.</summary>
    public async Task<IReadOnlyList<CatalogueFileRow>> ExportAsync(CancellationToken ct)
    {
        var standing = await StandingAsync(ct);
        CatalogueFileRow Row(CatalogueRowKind kind, string content) => new(kind, "", content);
        var paths = standing.Organisations.Values.ToDictionary(o => o.Id, o => o.Path);
        return
        [
            .. standing.Violations.All.Select(s => Row(CatalogueRowKind.Violation, s.Content.ToJsonString(CatalogueRowJson.Form))),
            .. standing.Benchmarks.All.Select(s => Row(CatalogueRowKind.Benchmark, s.Content.ToJsonString(CatalogueRowJson.Form))),
            .. standing.Exemptions.All.Select(s => Row(CatalogueRowKind.Exemption, s.Content.ToJsonString(CatalogueRowJson.Form))),
            .. standing
                .Adoptions.OrderBy(a => a.OrganisationPath, StringComparer.Ordinal)
                .ThenBy(a => a.ViolationCode, StringComparer.Ordinal)
                .ThenBy(a => a.From)
                .Select(a => Row(CatalogueRowKind.Adoption, CatalogueJudging.Serialize(CatalogueJudging.RowOf(a)))),
            .. standing
                .Values.GroupBy(v => (v.OrganisationPath, v.Key, v.ValidFrom))
                .Select(g => g.MaxBy(v => v.EnteredAt)!)
                .OrderBy(v => v.OrganisationPath, StringComparer.Ordinal)
                .ThenBy(v => v.Key, StringComparer.Ordinal)
                .ThenBy(v => v.ValidFrom)
                .Select(v => Row(CatalogueRowKind.Parameter, CatalogueJudging.Serialize(CatalogueJudging.RowOf(v)))),
            .. standing
                .Calendar.Rows()
                .Select(y => Row(CatalogueRowKind.CalendarYear, JsonSerializer.Serialize(y, CatalogueRowJson.CalendarForm))),
        ];
    }

    private async Task<CatalogueStanding> StandingAsync(CancellationToken ct)
    {
        var sources = await db
            .CatalogueSourceRows.AsNoTracking()
            .ToDictionaryAsync(r => r.Sha256, r => r.Content, StringComparer.Ordinal, ct);
        return new(
            CatalogueVersions<ViolationVersion>.Of(
                await db.Violations.Where(v => v.ClosedAt == null).ToListAsync(ct),
                v => v.Code,
                sources
            ),
            CatalogueVersions<BenchmarkVersion>.Of(
                await db.Benchmarks.Where(v => v.ClosedAt == null).ToListAsync(ct),
                v => v.Code,
                sources
            ),
            CatalogueVersions<ExemptionEntry>.Of(
                await db.ExemptionEntries.Where(v => v.ClosedAt == null).ToListAsync(ct),
                v => v.Code,
                sources
            ),
            await db.Adoptions.ToListAsync(ct),
            await db.ParameterValues.AsNoTracking().ToListAsync(ct),
            (await db.Organisations.AsNoTracking().ToListAsync(ct))
                .Where(o => user.Scope.Contains(o.Path))
                .ToDictionary(o => o.Path, StringComparer.Ordinal),
            await CalendarRows.InForceAsync(db, ct),
            [.. sources.Keys]
        );
    }
}
