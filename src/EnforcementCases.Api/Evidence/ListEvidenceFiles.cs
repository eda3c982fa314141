using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>Lists the files of a case and those that its acts name and that have not arrived.</summary>
public sealed record ListEvidenceFilesQuery(Guid CaseId) : IRequest<EvidenceFiles>;

/// <summary>The files of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Files">The files, in the order of their arrival.</param>
/// <param name="Missing">Files that acts name, that are required and that have not arrived.</param>
/// <param name="UploadBy">Last day to upload them, inclusive; null if no file is awaited, or the head has given the reason why it will not come.</param>
public sealed record EvidenceFiles(
    Guid CaseId,
    IReadOnlyList<EvidenceFileView> Files,
    IReadOnlyList<MissingFile> Missing,
    DateOnly? UploadBy
);

/// <summary>A file of a case.</summary>
/// <param name="Id">The file.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hex digits; acts name it by this.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="MediaType">Media type by its content.</param>
/// <param name="Kind">Kind by its content.</param>
/// <param name="Name">Name on the device.</param>
/// <param name="Device">Number of the device; null if not given.</param>
/// <param name="Width">Width in pixels; null if unknown.</param>
/// <param name="Height">Height in pixels; null if unknown.</param>
/// <param name="DurationMs">Duration by its container in milliseconds; null if unknown.</param>
/// <param name="Codec">Codec by its container; null if unknown.</param>
/// <param name="RecordedAt">When it was recorded, by its container; null if unknown.</param>
/// <param name="ReceivedAt">When it was stored.</param>
/// <param name="PersonId">Person who uploaded it.</param>
/// <param name="ParentId">The original of a copy; null for an original.</param>
/// <param name="Copy">What the copy is for; null for an original.</param>
/// <param name="Reason">What a redacted copy hides and why; null for anything else.</param>
/// <param name="NamedBy">Acts that name it, each once; empty if none.</param>
/// <param name="Contradictions">What its container contradicts; empty if nothing.</param>
public sealed record EvidenceFileView(
    Guid Id,
    string Sha256,
    long Bytes,
    string MediaType,
    FileKind Kind,
    string Name,
    string? Device,
    int? Width,
    int? Height,
    long? DurationMs,
    string? Codec,
    DateTimeOffset? RecordedAt,
    DateTimeOffset ReceivedAt,
    Guid PersonId,
    Guid? ParentId,
    CopyKind? Copy,
    string? Reason,
    IReadOnlyList<CaseAct> NamedBy,
    IReadOnlyList<FileContradiction> Contradictions
);

/// <summary>A file that has not arrived.</summary>
/// <param name="Sha256">Its SHA-256, 64 lower-case hex digits.</param>
/// <param name="Act">The act that names it.</param>
/// <param name="ActName">Name of the act, in the requested language.</param>
/// <param name="DoneOn">Legal date of the act.</param>
public sealed record MissingFile(string Sha256, CaseAct Act, [property: Bilingual] string ActName, DateOnly DoneOn);

internal sealed class ListEvidenceFilesHandler(AppDbContext db, CaseLoader cases, AwaitedFiles awaited)
    : IRequestHandler<ListEvidenceFilesQuery, EvidenceFiles>
{
    public async Task<EvidenceFiles> Handle(ListEvidenceFilesQuery request, CancellationToken cancellationToken)
    {
        var @case = await cases.ReadAsync(request.CaseId, cancellationToken);
        var opened = await awaited.OpenAsync(@case, cancellationToken);
        var files = await db
            .CaseFiles.AsNoTracking()
            .Where(f => f.CaseId == @case.Id)
            .OrderBy(f => f.ReceivedAt)
            .ThenBy(f => f.Id)
            .ToListAsync(cancellationToken);
        var missing = await awaited.MissingAsync(opened, files.Where(f => f.ParentId is null).Select(f => f.Sha256), cancellationToken);
        var taken = opened
            .Evidence.Items.Select(i => (i.Sha256, i.TakenAt))
            .Concat(@case.Evidence.Select(e => (e.Sha256, e.TakenAt)))
            .ToLookup(i => i.Sha256, i => i.TakenAt, StringComparer.Ordinal);
        var named = opened
            .Acts.SelectMany(a => FilesInBodies.Of(a.Body).Select(sha => (Sha256: sha, a.Act)))
            .Concat(@case.Evidence.Select(e => (e.Sha256, Act: CaseAct.DecideOnTheSpot)))
            .ToLookup(n => n.Sha256, n => n.Act, StringComparer.Ordinal);
        return new(
            @case.Id,
            [.. files.Select(f => Show(f, [.. named[f.Sha256].Distinct()], FileContradictions.Of(f, taken[f.Sha256])))],
            [.. missing.Select(m => new MissingFile(m.Sha256, m.Act, m.Act.Term(), m.DoneOn))],
            @case.AwaitedFiles?.LastDay
        );
    }

    private static EvidenceFileView Show(CaseFile f, IReadOnlyList<CaseAct> named, IReadOnlyList<FileContradiction> contradictions) =>
        new(
            f.Id,
            f.Sha256,
            f.Bytes,
            f.MediaType,
            f.Kind,
            f.Name,
            f.Device,
            f.Width,
            f.Height,
            f.DurationMs,
            f.Codec,
            f.RecordedAt,
            f.ReceivedAt,
            f.PersonId,
            f.ParentId,
            f.Copy,
            f.Reason,
            named,
            contradictions
        );
}
