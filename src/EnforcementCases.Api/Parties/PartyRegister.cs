using EnforcementCases.Domain;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>Follows the links of merged parties: a query for one covers all entries merged with it.</summary>
internal sealed class PartyRegister(AppDbContext db)
{
    /// <summary>The party that represents this one: itself if it was not merged, or is just being entered.</summary>
    public async Task<Guid> RepresentativeOfAsync(Guid partyId, CancellationToken ct) =>
        await db.Parties.Where(p => p.Id == partyId).Select(p => p.MergedInto).FirstOrDefaultAsync(ct) ?? partyId;

    /// <summary>All entries of the same party, the representing one first.</summary>
    public async Task<IReadOnlyList<Guid>> SameAsync(Guid partyId, CancellationToken ct)
    {
        var standing = await RepresentativeOfAsync(partyId, ct);
        return [standing, .. await db.Parties.Where(p => p.MergedInto == standing).OrderBy(p => p.Seq).Select(p => p.Id).ToListAsync(ct)];
    }

    /// <summary>All entries that are the same as one of these, each with the party that represents it; includes these.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> EntriesAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken ct)
    {
        var standing = partyIds.ToDictionary(id => id);
        var merged = await db
            .Parties.Where(p => partyIds.Contains(p.Id) && p.MergedInto != null)
            .Select(p => new { p.Id, p.MergedInto })
            .ToListAsync(ct);
        foreach (var entry in merged)
            standing[entry.Id] = entry.MergedInto!.Value;
        var into = standing.Values.Distinct().ToList();
        var others = await db
            .Parties.Where(p => p.MergedInto != null && into.Contains(p.MergedInto.Value))
            .Select(p => new { p.Id, p.MergedInto })
            .ToListAsync(ct);
        foreach (var entry in others)
            standing[entry.Id] = entry.MergedInto!.Value;
        foreach (var id in into)
            standing[id] = id;
        return standing;
    }

    /// <summary>Locks the entries until the transaction ends, always in the same order, so that of two merges at once the second reads the complete result of the first.</summary>
    public async Task HoldAsync(IEnumerable<Guid> partyIds, CancellationToken ct)
    {
        foreach (var id in partyIds.Order())
            await db.Parties.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version), ct);
    }

    /// <summary>A party with at least one matter within the reader's scope, tracked. Parties outside it are reported as not found.</summary>
    /// <exception cref="DomainException"><see cref="PartyMerge.PartyNotFound"/>.</exception>
    public async Task<Party> ReadAsync(Guid partyId, CancellationToken ct)
    {
        var party = await db.Parties.FirstOrDefaultAsync(p => p.Id == partyId, ct);
        if (party is null)
            throw PartyMerge.PartyNotFound.With($"当事人 {partyId}");
        var same = await SameAsync(partyId, ct);
        return
            await db.Cases.AnyAsync(c => c.PartyId != null && same.Contains(c.PartyId.Value), ct)
            || await db.CorrectionOrders.AnyAsync(o => same.Contains(o.PartyId), ct)
            ? party
            : throw PartyMerge.PartyNotFound.With($"当事人 {partyId}");
    }
}
