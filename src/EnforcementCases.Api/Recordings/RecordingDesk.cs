using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Recordings;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recordings;

/// <summary>The acts of a case that the matrix knows, and their gaps.</summary>
/// <param name="Case">The case.</param>
/// <param name="Acts">Its acts, each with the matrix in force on its day; null if none was.</param>
/// <param name="Gaps">The gaps, in the order of the acts.</param>
internal sealed record RecordingsOfCase(
    EnforcementCase Case,
    IReadOnlyList<(ActToRecord Act, MatrixInForce? Matrix)> Acts,
    IReadOnlyList<RecordingGap> Gaps
);

/// <summary>Opens the file of a case and holds its recordings against the matrix.</summary>
internal sealed class RecordingDesk(
    AppDbContext db,
    CaseLoader cases,
    OrdinaryDesk desk,
    OrganDirectory organs,
    CatalogueDirectory catalogue
)
{
    /// <summary>The recordings of a case.</summary>
    /// <exception cref="Domain.DomainException"><see cref="EnforcementCase.NotFound"/>.</exception>
    public async Task<RecordingsOfCase> OfAsync(Guid caseId, CancellationToken ct)
    {
        var @case = await cases.ReadAsync(caseId, ct);
        await db.Entry(@case).Collection(c => c.Evidence).LoadAsync(ct);
        var file = await desk.OpenAsync(@case, ct);
        var originals = await db.CaseFiles.AsNoTracking().Where(f => f.CaseId == caseId && f.ParentId == null).ToListAsync(ct);
        var path = (await organs.OrganAsync(@case.OrganId, ct)).Path;
        var law = catalogue.Current;
        var acts = ActsToRecord.Of(file, originals);
        MatrixInForce? On(DateOnly day) => RecordingMatrixData.InForce(law, path, day);
        DateOnly UploadBy(DateOnly day) => FilesOfCase.Due(day, law.Calendar).LastDay;
        return new(@case, [.. acts.Select(a => (a, On(a.DoneOn)))], RecordingGaps.Of(acts, On, UploadBy));
    }
}
