using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Platform.Recording;

/// <summary>The person whose act is recorded.</summary>
internal sealed record RecordedBy(Guid PersonId, IReadOnlySet<Role> Roles, string? Device, string? TraceId);

/// <summary>An entry as it is stored.</summary>
/// <param name="Secret">The values behind its commitments; null if none.</param>
internal sealed record WrittenEntry(RecordEntry Entry, RecordSecret? Secret);

/// <summary>Writes the bytes of an entry and appends it to its chain; it does not know where the entry is stored.</summary>
internal sealed class RecordScribe(PersonalDataVault vault)
{
    /// <param name="rows">Hashes of the rows that this entry fixes, by their key; null if none.</param>
    public WrittenEntry Write(
        RecordChain chain,
        RecordDraft draft,
        RecordedBy by,
        Guid id,
        long seq,
        DateTimeOffset now,
        RecordFields? rows = null
    )
    {
        var (commitments, secret) = draft.Sealed is null ? (null, null) : Commit(draft.Sealed, id);
        var fields = new RecordFields()
            .Add("v", 1)
            .Add("chain", chain.Id)
            .Add("seq", chain.LastSeq + 1)
            .Add("type", draft.Type)
            .Add("organisation", chain.OrganisationPath)
            .Add("claimedAt", draft.ClaimedAt)
            .Add("recordedAt", now)
            .Add("actor", by.PersonId)
            .Add("roles", by.Roles.Order().Select(r => r.ToString()))
            .Add("device", by.Device)
            .Add("request", by.TraceId)
            .Add("data", draft.Clear)
            .Add("sealed", commitments);
        if (rows is not null)
            fields.Add("rows", rows); // left out otherwise: entries of before have none
        var canonical = CanonicalJson.Write(fields);
        var entry = new RecordEntry(id, seq, chain, draft.Type, canonical, draft.ClaimedAt, now);
        return new(entry, secret);
    }

    private (RecordFields Commitments, RecordSecret Secret) Commit(RecordFields values, Guid entryId)
    {
        var commitments = new RecordFields();
        var opened = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Span<byte> salt = stackalloc byte[Commitment.SaltBytes];
        foreach (var (name, value) in values)
        {
            RandomNumberGenerator.Fill(salt);
            var canonical = CanonicalJson.Write(RecordFields.Single("v", value));
            commitments.Add(name, Commitment.Of(salt, canonical));
            opened.Add(name, [Convert.ToBase64String(salt), Encoding.UTF8.GetString(canonical)]);
        }
        return (commitments, new(entryId, vault.Seal(JsonSerializer.SerializeToUtf8Bytes(opened), SealedCell.RecordSecret(entryId))));
    }
}
