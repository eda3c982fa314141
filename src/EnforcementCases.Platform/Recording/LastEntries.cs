using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Recording;

/// <summary>Checks at the start what was written last: the chains of the last thousand entries of the record, with their heads. The program starts all the same, since the
/// brigade needs it; the findings are printed and noted in the security log.</summary>
internal sealed class LastEntries(AppDbContext db, RecordVerifier verifier, SecurityJournal journal)
{
    private const int Looked = 1000;
    private const int ChainsAtOnce = 100;

    /// <summary>Checks, prints what was found, and answers with how many chains are not as they were written.</summary>
    public async Task<int> CheckAsync(TextWriter output, CancellationToken ct)
    {
        var chains = await db
            .RecordEntries.AsNoTracking()
            .OrderByDescending(e => e.Seq)
            .Select(e => e.ChainId)
            .Take(Looked)
            .ToListAsync(ct);
        var bad = 0;
        foreach (var some in chains.Distinct().Chunk(ChainsAtOnce))
        {
            foreach (var (chain, found) in await verifier.VerifyHeadsAsync(some, ct))
            {
                bad++;
                await output.WriteLineAsync($"记录链 {chain} 第 {found.Seq} 条 | chain, entry: {found.Fault}");
                await journal.NoteAloneAsync(
                    SecurityEventKind.StoredContentDamaged,
                    await PathOfAsync(chain, ct),
                    $"record.{found.Fault}: {chain} {found.Seq}"
                );
            }
        }
        return bad;
    }

    private Task<string?> PathOfAsync(Guid chain, CancellationToken ct) =>
        db.RecordChains.Where(c => c.Id == chain).Select(c => (string?)c.OrganisationPath).FirstOrDefaultAsync(ct);
}
