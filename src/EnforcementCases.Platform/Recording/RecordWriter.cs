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
    /// <summary>Runs after the follow-ups, which have looked for changes last: what has something pending is known by then.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        var acted = Acted();
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
            var recorded = (RecordedAggregate)subject.Entity;
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
        foreach (var entry in Tracked())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || RowsOfRecord.Of(entry.Entity) is not { } row)
                continue;
            if (!rows.TryGetValue(row.Chain, out var ofChain))
                rows.Add(row.Chain, ofChain = new());
            ofChain.Add(row.Key, entry.State is EntityState.Deleted ? null : row.Hash());
        }
        return rows;
    }

    private List<EntityEntry> Acted() => [.. Tracked().Where(e => e.Entity is RecordedAggregate { PendingRecord.Count: > 0 })];

    /// <summary>Everything that is tracked, without looking for changes once more.</summary>
    private List<EntityEntry> Tracked()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. db.ChangeTracker.Entries()];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static Guid ChainIdOf(EntityEntry entry) => ((RecordedAggregate)entry.Entity).RecordChainId;

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
