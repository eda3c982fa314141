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

    /// <summary>Verifies heads of chains alone: the last entry is there, has the hash that the head holds, and its bytes give it. Answers with those that are not so.</summary>
    public async Task<IReadOnlyList<(Guid Chain, RecordFinding Found)>> VerifyHeadsAsync(
        IReadOnlyCollection<Guid> chains,
        CancellationToken ct
    )
    {
        var heads = await db.RecordChains.AsNoTracking().Where(c => chains.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var last = await (
            from head in db.RecordChains
            join entry in db.RecordEntries
                on new { ChainId = head.Id, ChainSeq = head.LastSeq } equals new { entry.ChainId, entry.ChainSeq }
            where chains.Contains(head.Id)
            select new
            {
                entry.ChainId,
                entry.Canonical,
                entry.PreviousHash,
                entry.Hash,
            }
        ).ToDictionaryAsync(e => e.ChainId, ct);
        var found = new List<(Guid, RecordFinding)>();
        foreach (var chain in chains)
        {
            RecordFault? fault =
                !heads.TryGetValue(chain, out var head) || !last.TryGetValue(chain, out var entry) ? RecordFault.CutTail
                : !entry.Hash.AsSpan().SequenceEqual(RecordEntry.HashOf(entry.PreviousHash, entry.Canonical)) ? RecordFault.ChangedContent
                : !entry.Hash.AsSpan().SequenceEqual(head.LastHash) ? RecordFault.CutTail
                : null;
            if (fault is { } wrong)
                found.Add((chain, new(head?.LastSeq ?? 1, wrong)));
        }
        return found;
    }

    /// <summary>Reads and verifies chains. A row that cannot even be read is looked for chain by chain, then entry by entry, so that it hides no other finding.</summary>
    private async Task<List<(RecordChain Head, RecordVerification Result)>> ReadAsync(
        IReadOnlyCollection<Guid> chains,
        CancellationToken ct
    )
    {
        var heads = await db.RecordChains.AsNoTracking().Where(c => chains.Contains(c.Id)).ToListAsync(ct);
        try
        {
            var entries = (await db.RecordEntries.AsNoTracking().Where(e => chains.Contains(e.ChainId)).ToListAsync(ct)).ToLookup(e =>
                e.ChainId
            );
            var secrets = await (
                from secret in db.RecordSecrets.AsNoTracking()
                join entry in db.RecordEntries on secret.EntryId equals entry.Id
                where chains.Contains(entry.ChainId)
                select secret
            ).ToDictionaryAsync(s => s.EntryId, ct);
            return heads.ConvertAll(head => (head, Verify(head, [.. entries[head.Id]], [], secrets)));
        }
        catch (Exception damage) when (IsOfAnotherForm(damage))
        {
            var results = new List<(RecordChain, RecordVerification)>();
            foreach (var head in heads)
                results.Add((head, await VerifyOneByOneAsync(head, ct)));
            return results;
        }
    }

    private async Task<RecordVerification> VerifyOneByOneAsync(RecordChain head, CancellationToken ct)
    {
        var places = await db
            .RecordEntries.AsNoTracking()
            .Where(e => e.ChainId == head.Id)
            .OrderBy(e => e.ChainSeq)
            .Select(e => new { e.Id, e.ChainSeq })
            .ToListAsync(ct);
        var entries = new List<RecordEntry>();
        var unreadable = new List<int>();
        var secrets = new Dictionary<Guid, RecordSecret>();
        foreach (var place in places)
        {
            try
            {
                entries.Add(await db.RecordEntries.AsNoTracking().SingleAsync(e => e.Id == place.Id, ct));
                if (await db.RecordSecrets.AsNoTracking().SingleOrDefaultAsync(s => s.EntryId == place.Id, ct) is { } secret)
                    secrets.Add(place.Id, secret);
            }
            catch (Exception damage) when (IsOfAnotherForm(damage))
            {
                unreadable.Add(place.ChainSeq);
            }
        }
        return Verify(head, entries, unreadable, secrets);
    }

    /// <summary>A stored value that the program did not write: no instant, no id, no text of this column.</summary>
    internal static bool IsOfAnotherForm(Exception error) =>
        error is ArgumentException or FormatException or InvalidCastException or OverflowException or InvalidDataException
        || (
            error is InvalidOperationException and not ObjectDisposedException
            && (error.InnerException is not { } inner || IsOfAnotherForm(inner)) // a name that is none of an enum comes without an inner one
        );

    /// <param name="unreadable">Positions of entries that could not be read.</param>
    private RecordVerification Verify(
        RecordChain chain,
        List<RecordEntry> entries,
        List<int> unreadable,
        Dictionary<Guid, RecordSecret> secrets
    )
    {
        var findings = unreadable.ConvertAll(seq => new RecordFinding(seq, RecordFault.Unreadable));
        var (place, previous) = (0, RecordChain.GenesisOf(chain.Id));
        foreach (var entry in entries.OrderBy(e => e.ChainSeq))
        {
            place++;
            while (unreadable.Contains(place))
            {
                (place, previous) = (place + 1, entry.PreviousHash); // nothing to compare it with: the one before is not readable
            }
            if (FaultOf(entry, place, previous, secrets.GetValueOrDefault(entry.Id)) is { } fault)
                findings.Add(new(place, fault));
            (place, previous) = (entry.ChainSeq, entry.Hash); // one finding, not one for every entry after it
        }
        var lastIsReadable = unreadable.Count == 0 || unreadable[^1] <= place;
        place = lastIsReadable ? place : unreadable[^1];
        if (chain.LastSeq != place || (lastIsReadable && !chain.LastHash.AsSpan().SequenceEqual(previous)))
            findings.Add(new(place + 1, RecordFault.CutTail));
        return RecordVerification.Of(entries.Count + unreadable.Count, [.. findings.OrderBy(f => f.Seq)]);
    }

    private RecordFault? FaultOf(RecordEntry entry, int place, byte[] previous, RecordSecret? secret)
    {
        if (entry.ChainSeq != place)
            return RecordFault.BrokenOrder;
        if (!entry.PreviousHash.AsSpan().SequenceEqual(previous))
            return RecordFault.BrokenLink;
        if (!entry.Hash.AsSpan().SequenceEqual(RecordEntry.HashOf(previous, entry.Canonical)))
            return RecordFault.ChangedContent;
        try
        {
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
        catch (Exception form) when (form is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return RecordFault.Unreadable;
        }
    }

    private bool SecretHolds(RecordSecret secret, JsonElement commitments)
    {
        try
        {
            if (!vault.TryOpen(secret.Payload, SealedCell.RecordSecret(secret.EntryId), out var payload))
                return false;
            var opened = JsonSerializer.Deserialize<Dictionary<string, string[]>>(payload);
            return opened is not null
                && opened.All(value =>
                    value.Value is [var salt, var clear]
                    && commitments.GetProperty(value.Key).GetString()
                        == Commitment.Of(Convert.FromBase64String(salt), Encoding.UTF8.GetBytes(clear))
                );
        }
        catch (Exception form) when (form is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}
