using System.Security.Cryptography;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Infrastructure;
using EnforcementCases.Api.Infrastructure.Keys;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Requests;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recording;

/// <summary>Writes what aggregates have pending into the process record, in the transaction of the act.</summary>
internal sealed class RecordWriter(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    PersonalDataVault vault,
    SequenceSource sequence,
    TimeProvider clock
)
{
    public const string SecretPurpose = "record-secret";

    public async Task WriteAsync(CancellationToken ct)
    {
        var acted = db.ChangeTracker.Entries().Where(e => e.Entity is IRecorded { PendingRecord.Count: > 0 }).ToList();
        if (acted.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var chains = new Dictionary<Guid, RecordChain>();
        foreach (var subject in acted)
        {
            var recorded = (IRecorded)subject.Entity;
            var isNew =
                subject.State == EntityState.Added && subject.Property("Id").CurrentValue is Guid id && id == recorded.RecordChainId;
            if (!chains.TryGetValue(recorded.RecordChainId, out var chain))
                chains.Add(recorded.RecordChainId, chain = await ChainOf(recorded, isNew, ct));
            foreach (var draft in recorded.PendingRecord)
                Append(chain, draft, now);
            recorded.PendingRecord.Clear();
        }
    }

    private async Task<RecordChain> ChainOf(IRecorded subject, bool isNew, CancellationToken ct)
    {
        if (!isNew)
        {
            var existing = db.RecordChains.IgnoreQueryFilters().Where(c => c.Id == subject.RecordChainId);
            await existing.ExecuteUpdateAsync(c => c.SetProperty(x => x.LastSeq, x => x.LastSeq), ct); // holds the row until the commit
            if (await existing.FirstOrDefaultAsync(ct) is { } chain)
                return chain;
        }
        var begun = new RecordChain(subject.RecordChainId, subject.RecordOrganisationPath);
        db.RecordChains.Add(begun);
        return begun;
    }

    private void Append(RecordChain chain, RecordDraft draft, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var canonical = CanonicalJson.Write(
            new RecordFields()
                .Add("v", 1)
                .Add("chain", chain.Id)
                .Add("seq", chain.LastSeq + 1)
                .Add("type", draft.Type)
                .Add("organisation", chain.OrganisationPath)
                .Add("claimedAt", draft.ClaimedAt)
                .Add("recordedAt", now)
                .Add("actor", user.PersonId)
                .Add("roles", user.Roles.Order().Select(r => r.ToString()))
                .Add("device", context.Device)
                .Add("request", context.TraceId)
                .Add("data", draft.Clear)
                .Add("sealed", draft.Sealed is null ? null : Commit(draft.Sealed, id))
        );
        var entry = new RecordEntry(id, sequence.Next(), chain, draft.Type, canonical, draft.ClaimedAt, now);
        db.RecordEntries.Add(entry);
        db.Outbox.Add(
            new OutboxMessage
            {
                Id = id,
                Seq = entry.Seq,
                Type = draft.Type,
                SubjectId = chain.Id,
                OwnerPath = chain.OrganisationPath,
                CreatedAt = now,
            }
        );
    }

    private RecordFields Commit(RecordFields values, Guid entryId)
    {
        var commitments = new RecordFields();
        var opened = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Span<byte> salt = stackalloc byte[Commitment.SaltBytes];
        foreach (var (name, value) in values)
        {
            RandomNumberGenerator.Fill(salt);
            var canonical = CanonicalJson.Write(RecordFields.Single("v", value));
            commitments.Add(name, Commitment.Of(salt, canonical));
            opened.Add(name, [Convert.ToBase64String(salt), System.Text.Encoding.UTF8.GetString(canonical)]);
        }
        db.RecordSecrets.Add(new(entryId, vault.Seal(JsonSerializer.SerializeToUtf8Bytes(opened), SecretPurpose)));
        return commitments;
    }
}
