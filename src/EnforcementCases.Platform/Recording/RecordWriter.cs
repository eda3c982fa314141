using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EnforcementCases.Platform.Recording;

/// <summary>Writes what aggregates have pending into the process record, in the transaction of the act.</summary>
internal sealed class RecordWriter(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    RecordScribe scribe,
    SequenceSource sequence,
    TimeProvider clock
)
{
    /// <summary>Runs last before the save: nothing is recorded later.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        var acted = db.Tracked<RecordedAggregate>().Where(e => e.Entity.PendingRecord.Count > 0).ToList();
        if (acted.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var begun = acted
            .Where(e => e.State == EntityState.Added && e.Property("Id").CurrentValue is Guid id && id == ChainIdOf(e))
            .Select(ChainIdOf)
            .ToHashSet(); // also for what is recorded in the chain of a case that begins with it
        var rows = FixedRows();
        var chains = new Dictionary<Guid, RecordChain>();
        foreach (var subject in acted)
        {
            var recorded = subject.Entity;
            if (!chains.TryGetValue(recorded.RecordChainId, out var chain))
                chains.Add(recorded.RecordChainId, chain = await ChainOf(recorded, begun.Contains(recorded.RecordChainId), ct));
            foreach (var draft in recorded.TakePendingRecord())
            {
                rows.Remove(chain.Id, out var @fixed); // by the first entry of this transaction
                Append(chain, draft, now, @fixed);
            }
        }
    }

    /// <summary>Hashes of the rows that this transaction makes, changes or removes, by chain.</summary>
    private Dictionary<Guid, RecordFields> FixedRows()
    {
        var rows = new Dictionary<Guid, RecordFields>();
        db.ChangeTracker.DetectChanges(); // from here on every state is up to date
        foreach (var entry in db.Tracked<object>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || RowsOfRecord.Of(entry.Entity) is not { } row)
                continue;
            if (!rows.TryGetValue(row.Chain, out var ofChain))
                rows.Add(row.Chain, ofChain = new());
            ofChain.Add(row.Key, entry.State is EntityState.Deleted ? null : row.Hash());
        }
        return rows;
    }

    private static Guid ChainIdOf(EntityEntry<RecordedAggregate> entry) => entry.Entity.RecordChainId;

    private async Task<RecordChain> ChainOf(RecordedAggregate subject, bool isNew, CancellationToken ct)
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

    private void Append(RecordChain chain, RecordDraft draft, DateTimeOffset now, RecordFields? rows)
    {
        var by = new RecordedBy(user.PersonId, user.Roles, context.Device, context.TraceId);
        var written = scribe.Write(chain, draft, by, Guid.CreateVersion7(now), sequence.Next(), now, rows);
        db.RecordEntries.Add(written.Entry);
        if (written.Secret is { } secret)
            db.RecordSecrets.Add(secret);
    }
}
