using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>The files that acts of a case name and that have not arrived.</summary>
internal sealed class AwaitedFiles(
    AppDbContext db,
    OrdinaryDesk desk,
    CatalogueDirectory catalogue,
    OrganDirectory organs,
    TimeProvider clock
)
{
    /// <summary>The file of the case, with the evidence of a decision on the spot.</summary>
    public async Task<OrdinaryFile> OpenAsync(EnforcementCase @case, CancellationToken ct)
    {
        await db.Entry(@case).Collection(c => c.Evidence).LoadAsync(ct);
        return await desk.OpenAsync(@case, ct);
    }

    /// <summary>The files that are missing, also those that the head gave up.</summary>
    /// <param name="onHand">SHA-256 of the originals that are there.</param>
    public async Task<IReadOnlyList<NamedFile>> MissingAsync(OrdinaryFile file, IEnumerable<string> onHand, CancellationToken ct)
    {
        var there = onHand.ToHashSet(StringComparer.Ordinal);
        return [.. FilesInBodies.Required(file, await RequiredOnAsync(file, ct)).Where(named => !there.Contains(named.Sha256))];
    }

    /// <summary>The files that are still awaited (<see cref="FilesInBodies.Awaited"/>).</summary>
    /// <param name="onHand">SHA-256 of the originals that are there.</param>
    public async Task<IReadOnlyList<NamedFile>> AwaitedAsync(OrdinaryFile file, IEnumerable<string> onHand, CancellationToken ct) =>
        FilesInBodies.Awaited(file, await RequiredOnAsync(file, ct), onHand.ToHashSet(StringComparer.Ordinal));

    /// <summary>Ends the duty to upload with the last file that was missing.</summary>
    /// <param name="arrived">The file that arrives with this transaction.</param>
    public async Task SettleAsync(EnforcementCase @case, CaseFile arrived, CancellationToken ct)
    {
        if (!@case.AwaitsFiles || arrived.ParentId is not null)
            return;
        var onHand = await db.CaseFiles.Where(f => f.CaseId == @case.Id && f.ParentId == null).Select(f => f.Sha256).ToListAsync(ct);
        if ((await AwaitedAsync(await OpenAsync(@case, ct), [.. onHand, arrived.Sha256], ct)).Count == 0)
            @case.FilesArrived(clock.GetUtcNow());
    }

    private async Task<Func<DateOnly, bool>> RequiredOnAsync(OrdinaryFile file, CancellationToken ct)
    {
        var organ = await organs.OrganAsync(file.Case.OrganId, ct);
        return day => catalogue.Current.RequiresFiles(organ.Path, day);
    }
}
