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

internal sealed class ExportRecordHandler(AppDbContext db, LogTiles tiles, LogSalts salts)
    : IRequestHandler<ExportRecordQuery, ExportedRecord>
{
    public async Task<ExportedRecord> Handle(ExportRecordQuery request, CancellationToken cancellationToken)
    {
        var entries = await (
            from entry in db.RecordEntries.AsNoTracking()
            where entry.ChainId == request.CaseId
            join leaf in db.LogLeaves on entry.Id equals leaf.EntryId into leaves
            from leaf in leaves.DefaultIfEmpty()
            orderby entry.ChainSeq
            select new
            {
                entry.ChainSeq,
                entry.Canonical,
                Leaf = leaf == null ? (long?)null : leaf.Position,
            }
        ).ToListAsync(cancellationToken);
        if (entries.Count == 0)
            throw RecordErrors.NotFound.With($"案件 {request.CaseId}");
        var needed = entries.Max(e => e.Leaf) + 1 ?? 0;
        var checkpoints = db.LogCheckpoints.AsNoTracking();
        var checkpoint =
            await checkpoints
                .Where(c => c.AnchoredAt != null && c.Size >= needed)
                .OrderBy(c => c.Size)
                .FirstOrDefaultAsync(cancellationToken)
            ?? await checkpoints.OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancellationToken)
            ?? throw LogErrors.NotYet.With($"案件 {request.CaseId}");
        var tree = new TreeReader(tiles, checkpoint.Size);
        var lines = new List<BundleEntry>();
        foreach (var entry in entries)
        {
            var position = entry.Leaf < checkpoint.Size ? entry.Leaf : null;
            var proof = position is { } at ? await LogErrors.SoundAsync(() => tree.InclusionAsync(at, cancellationToken)) : [];
            lines.Add(new(entry.ChainSeq, entry.Canonical, position, proof));
        }
        var bundle = new RecordBundle(
            request.CaseId,
            salts.Of(request.CaseId),
            Encoding.UTF8.GetString(checkpoint.Note),
            entries.Count,
            lines
        );
        return new($"record-{request.CaseId:D}.jsonl", Encoding.UTF8.GetBytes(bundle.Write()));
    }
}
