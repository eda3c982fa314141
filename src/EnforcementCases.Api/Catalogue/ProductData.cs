using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Persistence.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Loads the product data into the database at start-up: a file already loaded changes nothing, a changed one makes new versions and closes old ones.</summary>
internal sealed class ProductData(AppDbContext db, UnitOfWork unitOfWork, Dialect dialect, TimeProvider clock, ILogger<ProductData> log)
{
    /// <summary>Loads all files in one transaction.</summary>
    /// <returns>Names of the files that replaced an earlier one.</returns>
    /// <exception cref="InvalidDataException">A file is malformed: the program does not start with half a catalogue.</exception>
    public async Task<IReadOnlyList<string>> LoadAsync(IReadOnlyList<ProductFile> files, CancellationToken ct)
    {
        try
        {
            return await unitOfWork.RunAsync(cancel => Load(files, cancel), null, ct);
        }
        catch (Exception error) when (error.DatabaseError() is { } raised && dialect.IsUniqueViolation(raised))
        {
            return await unitOfWork.RunAsync(cancel => Load(files, cancel), null, ct); // another replica was first: the second try finds nothing to do
        }
    }

    private async Task<IReadOnlyList<string>> Load(IReadOnlyList<ProductFile> files, CancellationToken ct)
    {
        var loaded = 0;
        var replaced = new List<string>();
        foreach (var file in files)
        {
            var last = await db.CatalogueDataSets.Where(s => s.Name == file.Name).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
            if (last?.Sha256 == file.Sha256)
                continue;
            await Load(file, Guid.CreateVersion7(clock.GetUtcNow()), (last?.Number ?? 0) + 1, ct);
            loaded++;
            if (last is not null)
                replaced.Add(file.Name);
        }
        if (loaded > 0)
            await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, ct);
        return replaced;
    }

    /// <summary>Codes of which clerks have made a version: what two persons confirmed is not overwritten by a newer program.</summary>
    private async Task<HashSet<string>> MaintainedAsync<T>(
        IReadOnlyCollection<T> standing,
        Func<T, (string Code, Guid DataSetId)> of,
        CancellationToken ct
    )
    {
        var changes = await db.CatalogueDataSets.Where(s => s.Name == CatalogueDataSet.Change).Select(s => s.Id).ToHashSetAsync(ct);
        return standing.Select(of).Where(v => changes.Contains(v.DataSetId)).Select(v => v.Code).ToHashSet(StringComparer.Ordinal);
    }

    private async Task KeepAsync(IEnumerable<(string Sha256, string Content)> rows, CancellationToken ct)
    {
        var kept = await db.CatalogueSourceRows.Select(r => r.Sha256).ToHashSetAsync(StringComparer.Ordinal, ct);
        db.CatalogueSourceRows.AddRange(
            rows.Where(r => kept.Add(r.Sha256)).Select(r => new CatalogueSourceRow { Sha256 = r.Sha256, Content = r.Content })
        );
    }

    private async Task Load(ProductFile file, Guid dataSetId, int number, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        string label;
        switch (file.Name)
        {
            case ProductFile.Violations:
                var violations = ViolationFile.Open(file);
                label = violations.Label;
                await KeepAsync(violations.Rows, ct);
                var standingViolations = await db.Violations.Where(v => v.ClosedAt == null).ToListAsync(ct);
                Replace(
                    db.Violations,
                    standingViolations,
                    await MaintainedAsync(standingViolations, v => (v.Code, v.DataSetId), ct),
                    violations.Versions(dataSetId, number, _ => Guid.CreateVersion7(at)),
                    v => v.Code,
                    at
                );
                break;
            case ProductFile.PowerList:
                var powers = PowerListFile.Open(file);
                label = powers.Label;
                db.PowerList.AddRange(powers.Items(dataSetId, () => Guid.CreateVersion7(at)));
                break;
            case ProductFile.Holidays:
                (label, var years, var days) = CalendarRows.Read(file, dataSetId);
                db.CalendarYears.AddRange(years);
                db.CalendarDays.AddRange(days);
                break;
            case ProductFile.Benchmarks:
                var benchmarks = BenchmarkFile.Open(file);
                label = benchmarks.Label;
                await KeepAsync(benchmarks.Rows, ct);
                var standingBenchmarks = await db.Benchmarks.Where(b => b.ClosedAt == null).ToListAsync(ct);
                Replace(
                    db.Benchmarks,
                    standingBenchmarks,
                    await MaintainedAsync(standingBenchmarks, b => (b.Code, b.DataSetId), ct),
                    benchmarks.Versions(dataSetId, number, () => Guid.CreateVersion7(at)),
                    b => b.Code,
                    at
                );
                break;
            case ProductFile.Exemptions:
                var exemptions = ExemptionFile.Open(file);
                label = exemptions.Label;
                await KeepAsync(exemptions.Rows, ct);
                var standingExemptionEntries = await db.ExemptionEntries.Where(e => e.ClosedAt == null).ToListAsync(ct);
                Replace(
                    db.ExemptionEntries,
                    standingExemptionEntries,
                    await MaintainedAsync(standingExemptionEntries, e => (e.Code, e.DataSetId), ct),
                    exemptions.Versions(dataSetId, number, () => Guid.CreateVersion7(at)),
                    e => e.Code,
                    at
                );
                break;
            case ProductFile.ReviewTemplates:
                var templates = ReviewTemplateFile.Open(file);
                label = templates.Label;
                Replace(
                    db.ReviewTemplates,
                    await db.ReviewTemplates.Where(t => t.ClosedAt == null).ToListAsync(ct),
                    maintained: [],
                    templates.Versions(dataSetId, number, () => Guid.CreateVersion7(at)),
                    t => t.Code,
                    at
                );
                break;
            default:
                throw file.Rejected("no such product data");
        }
        db.CatalogueDataSets.Add(new(dataSetId, file.Name, file.Sha256, label, number, at));
        log.LogInformation("Product data {Name} {Label} loaded as number {Number}", file.Name, label, number);
    }

    private static void Replace<T>(
        DbSet<T> table,
        List<T> open,
        HashSet<string> maintained,
        IReadOnlyList<T> rows,
        Func<T, string> codeOf,
        DateTimeOffset at
    )
        where T : class, ICatalogueVersion
    {
        var standing = open.Where(v => !maintained.Contains(codeOf(v))).ToLookup(codeOf, StringComparer.Ordinal);
        foreach (var code in rows.Where(r => !maintained.Contains(codeOf(r))).GroupBy(codeOf, StringComparer.Ordinal))
            table.AddRange(CatalogueSuccession.Succeed(standing[code.Key], [.. code], at));
        var codes = rows.Select(codeOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in standing.Where(s => !codes.Contains(s.Key)).SelectMany(s => s))
            gone.Close(at);
    }
}
