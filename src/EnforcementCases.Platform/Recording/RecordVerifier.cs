using System.Text;
using System.Text.Json;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Recording;

/// <summary>Recomputes chains of the record from their stored bytes.</summary>
internal sealed class RecordVerifier(AppDbContext db, PersonalDataVault vault)
{
    /// <summary>Verifies one chain; null if it does not exist or the reader may not see it.</summary>
    public async Task<RecordVerification?> VerifyAsync(Guid chain, CancellationToken ct) =>
        (await VerifyAsync([chain], ct)).TryGetValue(chain, out var found) ? found : null;

    /// <summary>Verifies some chains, read together; those that the reader does not see are left out.</summary>
    /// <remarks>An act may append to a chain between two of the reads. What looks broken is therefore looked at again as long as its head moves.</remarks>
    public async Task<IReadOnlyDictionary<Guid, RecordVerification>> VerifyAsync(IReadOnlyCollection<Guid> chains, CancellationToken ct)
    {
        var all = new Dictionary<Guid, RecordVerification>();
        var heads = new Dictionary<Guid, int>();
        for (var open = chains; open.Count > 0; )
        {
            var doubtful = new List<Guid>();
            foreach (var (head, result) in await ReadAsync(open, ct))
            {
                var moved = !heads.TryGetValue(head.Id, out var before) || before != head.LastSeq;
                heads[head.Id] = head.LastSeq;
                all[head.Id] = result;
                if (!result.Intact && moved)
                    doubtful.Add(head.Id);
            }
            open = doubtful;
        }
        return all;
    }

    private async Task<List<(RecordChain Head, RecordVerification Result)>> ReadAsync(
        IReadOnlyCollection<Guid> chains,
        CancellationToken ct
    )
    {
        var heads = await db.RecordChains.AsNoTracking().Where(c => chains.Contains(c.Id)).ToListAsync(ct);
        var entries = (await db.RecordEntries.AsNoTracking().Where(e => chains.Contains(e.ChainId)).ToListAsync(ct))
            .OrderBy(e => e.ChainSeq)
            .ToLookup(e => e.ChainId);
        var secrets = await (
            from secret in db.RecordSecrets.AsNoTracking()
            join entry in db.RecordEntries on secret.EntryId equals entry.Id
            where chains.Contains(entry.ChainId)
            select secret
        ).ToDictionaryAsync(s => s.EntryId, ct);
        return heads.ConvertAll(head => (head, Verify(head, [.. entries[head.Id]], secrets)));
    }

    private RecordVerification Verify(RecordChain chain, List<RecordEntry> entries, Dictionary<Guid, RecordSecret> secrets)
    {
        var previous = RecordChain.GenesisOf(chain.Id);
        for (var i = 0; i < entries.Count; i++)
        {
            if (FaultOf(entries[i], i + 1, previous, secrets.GetValueOrDefault(entries[i].Id)) is { } fault)
                return new(false, entries.Count, i + 1, fault);
            previous = entries[i].Hash;
        }
        return chain.LastSeq == entries.Count && chain.LastHash.AsSpan().SequenceEqual(previous)
            ? new(true, entries.Count, null, null)
            : new(false, entries.Count, entries.Count + 1, RecordFault.CutTail);
    }

    private RecordFault? FaultOf(RecordEntry entry, int place, byte[] previous, RecordSecret? secret)
    {
        if (entry.ChainSeq != place)
            return RecordFault.BrokenOrder;
        if (!entry.PreviousHash.AsSpan().SequenceEqual(previous))
            return RecordFault.BrokenLink;
        if (!entry.Hash.AsSpan().SequenceEqual(RecordEntry.HashOf(previous, entry.Canonical)))
            return RecordFault.ChangedContent;
        using var content = JsonDocument.Parse(entry.Canonical);
        var root = content.RootElement;
        if (
            root.GetProperty("chain").GetString() != entry.ChainId.ToString("D")
            || root.GetProperty("seq").GetInt32() != place
            || root.GetProperty("type").GetString() != entry.Type
            || root.GetProperty("claimedAt").GetInt64() != entry.ClaimedAt.ToUnixTimeMilliseconds()
            || root.GetProperty("recordedAt").GetInt64() != entry.RecordedAt.ToUnixTimeMilliseconds()
        )
        {
            return RecordFault.ChangedColumns;
        }
        return secret is null || SecretHolds(secret, root.GetProperty("sealed")) ? null : RecordFault.ChangedSecret;
    }

    private bool SecretHolds(RecordSecret secret, JsonElement commitments)
    {
        if (!vault.TryOpen(secret.Payload, SealedCell.RecordSecret(secret.EntryId), out var payload))
            return false;
        var opened = JsonSerializer.Deserialize<Dictionary<string, string[]>>(payload)!;
        return opened.All(value =>
            commitments.GetProperty(value.Key).GetString()
            == Commitment.Of(Convert.FromBase64String(value.Value[0]), Encoding.UTF8.GetBytes(value.Value[1]))
        );
    }
}
