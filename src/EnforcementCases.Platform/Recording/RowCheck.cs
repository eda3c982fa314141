using System.Security.Cryptography;
using System.Text.Json;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Recording;

/// <summary>Compares the rows of the cases with the record: amount, party, number, stage, acts, documents, files and payments of a case are as its last entry about them fixed them.</summary>
/// <remarks>A case that began before rows were fixed is compared as far as later acts fixed its rows.</remarks>
internal sealed class RowCheck(AppDbContext db, PersonalDataVault vault)
{
    private const int CasesAtOnce = 100;

    /// <summary>Compares all cases.</summary>
    /// <param name="faults">Takes what was found.</param>
    /// <returns>Number of rows compared.</returns>
    public async Task<long> RunAsync(List<string> faults, CancellationToken ct)
    {
        var rows = 0L;
        var chains = await db.RecordChains.AsNoTracking().Select(c => c.Id).ToListAsync(ct);
        foreach (var some in chains.Chunk(CasesAtOnce))
            rows += await CompareReadableAsync(some, faults, ct);
        return rows;
    }

    /// <summary>Compares cases. One whose rows cannot even be read is looked for case by case, so that it hides no other finding.</summary>
    private async Task<long> CompareReadableAsync(Guid[] chains, List<string> faults, CancellationToken ct)
    {
        var found = new List<string>();
        try
        {
            var compared = await CompareAsync(chains, found, ct);
            faults.AddRange(found);
            return compared;
        }
        catch (Exception damage) when (RecordVerifier.IsOfAnotherForm(damage))
        {
            if (chains.Length == 1)
            {
                faults.Add($"案件 {chains[0]} 有数据无法读取 | a row of the case cannot be read");
                return 0;
            }
            var rows = 0L;
            foreach (var chain in chains)
                rows += await CompareReadableAsync([chain], faults, ct);
            return rows;
        }
    }

    /// <remarks>An act may change a case between the reads: what differs is looked at again, until the chain has not moved in between.</remarks>
    private async Task<long> CompareAsync(IReadOnlyCollection<Guid> chains, List<string> faults, CancellationToken ct)
    {
        var compared = 0L;
        var heads = new Dictionary<Guid, int>();
        for (var open = chains; open.Count > 0; )
        {
            var again = new List<Guid>();
            var ends = await db
                .RecordChains.AsNoTracking()
                .Where(c => open.Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, c => c.LastSeq, ct);
            var fixedRows = await FixedAsync(open, ct);
            var stored = await StoredAsync(open, ct);
            foreach (var chain in open)
            {
                var found = new List<string>();
                compared += Compare(chain, fixedRows.GetValueOrDefault(chain) ?? new(), stored[chain].ToList(), found);
                if (found.Count > 0 && (!heads.TryGetValue(chain, out var before) || before != ends.GetValueOrDefault(chain)))
                    again.Add(chain);
                else
                    faults.AddRange(found);
                heads[chain] = ends.GetValueOrDefault(chain);
            }
            open = again;
        }
        return compared;
    }

    private static int Compare(Guid chain, FixedRows known, List<StoredRow> stored, List<string> faults)
    {
        foreach (var row in stored)
        {
            if (row.Fault is { } fault)
                faults.Add($"案件 {chain} 的 {row.Row.Key}：{fault}");
            if (!known.Hashes.Remove(row.Row.Key, out var entered))
            {
                if (known.FromTheFirst && !known.Received.Contains(row.Row.Key))
                    faults.Add($"案件 {chain} 的 {row.Row.Key} 没有留痕 | a row that the record does not know");
            }
            else if (entered.Hash != row.Row.Hash())
            {
                faults.Add($"案件 {chain} 的 {row.Row.Key} 与记录第 {entered.Seq} 条不一致 | a row differs from the record");
            }
        }
        faults.AddRange(
            known
                .Hashes.Where(h => h.Value.Hash is not null)
                .Select(h => $"案件 {chain} 的 {h.Key} 缺失，记录第 {h.Value.Seq} 条载有 | a row of the record is missing")
        );
        return stored.Count;
    }

    /// <summary>What the chains fix, the last entry about a row deciding.</summary>
    private async Task<Dictionary<Guid, FixedRows>> FixedAsync(IReadOnlyCollection<Guid> chains, CancellationToken ct)
    {
        var all = new Dictionary<Guid, FixedRows>();
        var entries = db
            .RecordEntries.AsNoTracking()
            .Where(e => chains.Contains(e.ChainId))
            .OrderBy(e => e.ChainId)
            .ThenBy(e => e.ChainSeq)
            .Select(e => new
            {
                e.ChainId,
                e.ChainSeq,
                e.Type,
                e.Canonical,
            });
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!all.TryGetValue(entry.ChainId, out var known))
                all.Add(entry.ChainId, known = new());
            if (entry.Type == CaseFile.Received && ReceivedIn(entry.Canonical) is { } file)
                known.Received.Add(file);
            if (RowsIn(entry.Canonical) is not { } rows)
                continue;
            known.FromTheFirst |= entry.ChainSeq == 1;
            foreach (var (key, hash) in rows)
                known.Hashes[key] = (entry.ChainSeq, hash);
        }
        return all;
    }

    /// <summary>The hashes in an entry; null if it has none, or cannot be read, which the check of the chain reports.</summary>
    private static List<(string Key, string? Hash)>? RowsIn(byte[] canonical)
    {
        try
        {
            using var content = JsonDocument.Parse(canonical);
            return content.RootElement.TryGetProperty("rows", out var rows)
                ? [.. rows.EnumerateObject().Select(r => (r.Name, r.Value.GetString()))]
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The key of the row of a file whose receipt an entry is; null if it cannot be read.</summary>
    private static string? ReceivedIn(byte[] canonical)
    {
        try
        {
            using var content = JsonDocument.Parse(canonical);
            return CaseFile.KeyOfRow(content.RootElement.GetProperty("data").GetProperty("file").GetGuid());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private async Task<ILookup<Guid, StoredRow>> StoredAsync(IReadOnlyCollection<Guid> chains, CancellationToken ct)
    {
        var rows = new List<object>();
        rows.AddRange(await db.Cases.AsNoTracking().Where(c => chains.Contains(c.Id)).ToListAsync(ct));
        rows.AddRange(await db.CaseActs.AsNoTracking().Where(a => chains.Contains(a.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.CaseDocuments.AsNoTracking().Where(d => chains.Contains(d.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.DocumentPrints.AsNoTracking().Where(p => chains.Contains(p.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.PaymentOrders.AsNoTracking().Where(o => chains.Contains(o.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.Payments.AsNoTracking().Where(p => chains.Contains(p.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.Refunds.AsNoTracking().Where(r => chains.Contains(r.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.Set<CaseEvidence>().AsNoTracking().Where(e => chains.Contains(e.CaseId)).ToListAsync(ct));
        rows.AddRange(await db.CaseFiles.AsNoTracking().Where(f => chains.Contains(f.CaseId)).ToListAsync(ct));
        return rows.Select(row => new StoredRow(RowsOfRecord.Of(row)!, FaultOf(row))).ToLookup(row => row.Row.Chain);
    }

    /// <summary>What is wrong with the sealed content of a row; null if nothing.</summary>
    private string? FaultOf(object row) =>
        row switch
        {
            CaseActEntry act => Opens(act.BodySealed, SealedCell.ActBody(act.Id), act.BodySha256),
            Domain.Documents.CaseDocument document => Opens(
                document.ContentSealed,
                SealedCell.DocumentContent(document.Id),
                document.ContentHash
            ),
            _ => null,
        };

    private string? Opens(byte[] content, SealedCell cell, string sha256) =>
        vault.TryOpen(content, cell, out var clear) && Convert.ToHexStringLower(SHA256.HashData(clear)) == sha256
            ? null
            : "内容已变 | its content was changed";

    private sealed record StoredRow(RowOfRecord Row, string? Fault);

    private sealed class FixedRows
    {
        /// <summary>The chain fixes rows from its first entry on: every row must be in it.</summary>
        public bool FromTheFirst { get; set; }

        /// <summary>Files whose receipts are in the chain: those received before rows of files were fixed have no hash in it.</summary>
        public HashSet<string> Received { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (int Seq, string? Hash)> Hashes { get; } = new(StringComparer.Ordinal);
    }
}
