using System.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Transparency;
using EnforcementCases.Transparency;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording.Log;

/// <summary>Exports the record of a case with its proofs: a file that can be verified without this system.</summary>
public sealed record ExportRecordQuery(Guid CaseId) : IRequest<ExportedRecord>;

/// <summary>A file of JSON lines: a head, then a line for each entry.</summary>
/// <param name="Name">Name of the file.</param>
public sealed record ExportedRecord(string Name, byte[] Content);

internal sealed class ExportRecordHandler(RecordBundles bundles) : IRequestHandler<ExportRecordQuery, ExportedRecord>
{
    public async Task<ExportedRecord> Handle(ExportRecordQuery request, CancellationToken cancellationToken)
    {
        var bundle = await bundles.OfAsync(request.CaseId, cancellationToken);
        return new($"record-{request.CaseId:D}.jsonl", Encoding.UTF8.GetBytes(bundle.Write()));
    }
}

/// <summary>Puts the record of a case together with its proofs.</summary>
internal sealed class RecordBundles(AppDbContext db, LogTiles tiles, LogSalts salts)
{
    /// <summary>The record of a case within the reader's scope.</summary>
    /// <exception cref="Domain.DomainException"><see cref="RecordErrors.NotFound"/> or <see cref="LogErrors.NotYet"/>.</exception>
    public async Task<RecordBundle> OfAsync(Guid caseId, CancellationToken ct)
    {
        var entries = await (
            from entry in db.RecordEntries.AsNoTracking()
            where entry.ChainId == caseId
            join leaf in db.LogLeaves on entry.Id equals leaf.EntryId into leaves
            from leaf in leaves.DefaultIfEmpty()
            orderby entry.ChainSeq
            select new
            {
                entry.ChainSeq,
                entry.Canonical,
                Leaf = leaf == null ? (long?)null : leaf.Position,
            }
        ).ToListAsync(ct);
        if (entries.Count == 0)
            throw RecordErrors.NotFound.With($"案件 {caseId}");
        var needed = entries.Max(e => e.Leaf) + 1 ?? 0;
        var checkpoints = db.LogCheckpoints.AsNoTracking();
        var checkpoint =
            await checkpoints.Where(c => c.AnchoredAt != null && c.Size >= needed).OrderBy(c => c.Size).FirstOrDefaultAsync(ct)
            ?? await checkpoints.OrderByDescending(c => c.Size).FirstOrDefaultAsync(ct)
            ?? throw LogErrors.NotYet.With($"案件 {caseId}");
        var tree = new TreeReader(tiles, checkpoint.Size);
        var lines = new List<BundleEntry>();
        foreach (var entry in entries)
        {
            var position = entry.Leaf < checkpoint.Size ? entry.Leaf : null;
            var proof = position is { } at ? await LogErrors.SoundAsync(() => tree.InclusionAsync(at, ct)) : [];
            lines.Add(new(entry.ChainSeq, entry.Canonical, position, proof));
        }
        return new(caseId, salts.Of(caseId), Encoding.UTF8.GetString(checkpoint.Note), entries.Count, lines);
    }
}
