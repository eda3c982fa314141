using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Discretion;

/// <summary>Looks for earlier matters of a party, and of those merged with it, across all streets. Returns kinds and dates only, never a case of another street.</summary>
internal sealed class PartyHistories(AppDbContext db, PartyRegister register)
{
    /// <summary>Penalties and exemptions in force, from the first day of the look-back period to the day itself, newest first.</summary>
    /// <param name="exceptCase">The case that is being handled; null if there is none yet.</param>
    public async Task<IReadOnlyList<EarlierMatter>> SearchAsync(
        Guid partyId,
        string violationCode,
        DateOnly from,
        DateOnly to,
        Guid? exceptCase,
        CancellationToken ct
    )
    {
        var same = await register.SameAsync(partyId, ct);
        var penalties = await db
            .Cases.AsNoTracking()
            .IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(c => c.PartyId != null && same.Contains(c.PartyId.Value))
            .Where(c =>
                c.Effect.RevokedAt == null
                && c.Effect.InvalidatedAt == null
                && c.DecidedOn >= from
                && c.DecidedOn <= to
                && c.Id != exceptCase
                && c.Outcome != CaseOutcome.OrderAlone // an order is no earlier penalty
            )
            .Select(c => new { On = c.DecidedOn!.Value, Same = c.ViolationCode == violationCode })
            .ToListAsync(ct);
        var exemptions = await db
            .FirstOffenceExemptions.AsNoTracking()
            .IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(e => same.Contains(e.PartyId) && e.RevokedAt == null && e.GrantedOn >= from && e.GrantedOn <= to)
            .Select(e => new { On = e.GrantedOn, Same = e.ViolationCode == violationCode })
            .ToListAsync(ct);
        return
        [
            .. penalties
                .Select(p => new EarlierMatter(p.On, EarlierMatterKind.Penalty, p.Same))
                .Concat(exemptions.Select(e => new EarlierMatter(e.On, EarlierMatterKind.FirstOffenceExemption, e.Same)))
                .OrderByDescending(m => m.On)
                .ThenBy(m => m.Kind)
                .ThenBy(m => m.SameViolation),
        ];
    }
}
