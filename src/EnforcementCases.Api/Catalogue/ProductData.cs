using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Persistence.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Brings the product data into the database at start-up: a file already loaded changes nothing, a changed one makes new versions and closes old ones.</summary>
internal sealed class ProductData(AppDbContext db, UnitOfWork unitOfWork, Dialect dialect, TimeProvider clock, ILogger<ProductData> log)
{
    /// <summary>Loads all files in one transaction.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be: the program does not start on half a catalogue.</exception>
    public async Task LoadAsync(IReadOnlyList<ProductFile> files, CancellationToken ct)
    {
        try
        {
            await unitOfWork.RunAsync(cancel => Load(files, cancel), null, ct);
        }
        catch (Exception error) when (error.DatabaseError() is { } raised && dialect.IsUniqueViolation(raised))
        {
            await unitOfWork.RunAsync(cancel => Load(files, cancel), null, ct); // another replica was first: now there is nothing left to do
        }
    }

    private async Task<int> Load(IReadOnlyList<ProductFile> files, CancellationToken ct)
    {
        var loaded = 0;
        foreach (var file in files)
        {
            var last = await db.CatalogueDataSets.Where(s => s.Name == file.Name).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
            if (last?.Sha256 == file.Sha256)
                continue;
            await Load(file, Guid.CreateVersion7(clock.GetUtcNow()), (last?.Number ?? 0) + 1, ct);
            loaded++;
        }
        if (loaded > 0)
            await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, ct);
        return loaded;
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
                await Replace(violations.Versions(dataSetId, number, _ => Guid.CreateVersion7(at)), at, ct);
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
            default:
                throw file.Rejected("no such product data");
        }
        db.CatalogueDataSets.Add(new(dataSetId, file.Name, file.Sha256, label, number, at));
        log.LogInformation("Product data {Name} {Label} loaded as number {Number}", file.Name, label, number);
    }

    private async Task Replace(IReadOnlyList<ViolationVersion> rows, DateTimeOffset at, CancellationToken ct)
    {
        var standing = (await db.Violations.Where(v => v.ClosedAt == null).ToListAsync(ct)).ToLookup(v => v.Code, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (CatalogueSuccession.Succeed(standing[row.Code], row, at))
                db.Violations.Add(row);
        }
        var codes = rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in standing.Where(s => !codes.Contains(s.Key)).SelectMany(s => s))
            gone.Close(at);
    }
}
