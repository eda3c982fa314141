using System.Text;
using System.Text.Json;
using EnforcementCases.Api.Infrastructure.Keys;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording;

/// <summary>Verifies the process record of a case from its stored bytes.</summary>
public sealed record VerifyRecordQuery(Guid CaseId) : IRequest<RecordVerification>;

/// <summary>What the verification found.</summary>
/// <param name="Intact">Whether every entry holds and the chain is complete.</param>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="FirstBadSeq">Place of the first entry that does not hold; null when intact.</param>
/// <param name="Fault">What is wrong there; null when intact.</param>
public sealed record RecordVerification(bool Intact, int Entries, int? FirstBadSeq, RecordFault? Fault);

/// <summary>What can be wrong with a chain.</summary>
public enum RecordFault
{
    /// <summary>Places are not 1, 2, 3 …: an entry is missing, doubled or moved.</summary>
    BrokenOrder,

    /// <summary>An entry does not point to the one before it.</summary>
    BrokenLink,

    /// <summary>The bytes of an entry do not give its hash.</summary>
    ChangedContent,

    /// <summary>The columns say something else than the hashed bytes.</summary>
    ChangedColumns,

    /// <summary>A value kept beside the record is not the one committed to.</summary>
    ChangedSecret,

    /// <summary>The head of the chain does not agree with its last entry: the tail was cut.</summary>
    CutTail,
}

internal sealed class VerifyRecordHandler(AppDbContext db, PersonalDataVault vault) : IRequestHandler<VerifyRecordQuery, RecordVerification>
{
    public async Task<RecordVerification> Handle(VerifyRecordQuery request, CancellationToken cancellationToken)
    {
        var chain =
            await db.RecordChains.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken)
            ?? throw RecordErrors.NotFound.With($"案件 {request.CaseId}");
        var entries = await db
            .RecordEntries.AsNoTracking()
            .Where(e => e.ChainId == request.CaseId)
            .OrderBy(e => e.ChainSeq)
            .ToListAsync(cancellationToken);
        var ids = entries.ConvertAll(e => e.Id);
        var secrets = await db
            .RecordSecrets.AsNoTracking()
            .Where(s => ids.Contains(s.EntryId))
            .ToDictionaryAsync(s => s.EntryId, cancellationToken);

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
        try
        {
            var opened = JsonSerializer.Deserialize<Dictionary<string, string[]>>(vault.Open(secret.Payload, RecordWriter.SecretPurpose))!;
            return opened.All(value =>
                commitments.GetProperty(value.Key).GetString()
                == Commitment.Of(Convert.FromBase64String(value.Value[0]), Encoding.UTF8.GetBytes(value.Value[1]))
            );
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
