using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Fines of a party in force, across all streets: the party is the same everywhere, so the look-up ignores the reader's scope; the answer shows only number and organ.</summary>
internal sealed class FinesInForce(AppDbContext db, PartyRegister register, OrganDirectory organs)
{
    /// <summary>Those beside a case.</summary>
    public Task<StandingFines> OfAsync(EnforcementCase @case, CancellationToken ct) =>
        OfAsync(@case.PartyId!.Value, @case.OffenceId, @case.ViolationCode, @case.CommittedOn, @case.Id, ct);

    /// <summary>Those for an offence, and for the violation on its day, under every entry of the party.</summary>
    /// <param name="exceptCase">A case that is left out.</param>
    public async Task<StandingFines> OfAsync(
        Guid partyId,
        Guid offenceId,
        string violationCode,
        DateOnly committedOn,
        Guid? exceptCase,
        CancellationToken ct
    )
    {
        var same = await register.SameAsync(partyId, ct);
        var acts = same.Select(id => EnforcementCase.FinedActKeyOf(id, offenceId)).ToList();
        var days = same.Select(id => EnforcementCase.SameDayKeyOf(id, violationCode, committedOn)).ToList();
        var standing = await db
            .Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(c =>
                c.Id != exceptCase
                && (
                    (c.FinedActKey != null && acts.Contains(c.FinedActKey))
                    || (c.SameDayKey != null && days.Contains(c.SameDayKey))
                    || (c.FinedActKey != null && c.ViolationCode == violationCode && c.PartyId != null && same.Contains(c.PartyId.Value))
                )
            )
            .Select(c => new
            {
                c.Id,
                c.DecisionNumber,
                c.OrganId,
                c.FinedActKey,
                c.SameDayKey,
                c.ViolationCode,
            })
            .ToListAsync(ct);
        var (act, day) = (standing.Find(s => acts.Contains(s.FinedActKey!)), standing.Find(s => days.Contains(s.SameDayKey!)));
        var matter = standing.Find(s => s.FinedActKey is not null && s.ViolationCode == violationCode);
        return new(
            act is null ? null : await Named(act.Id, act.DecisionNumber, act.OrganId),
            day is null ? null : await Named(day.Id, day.DecisionNumber, day.OrganId),
            matter is null ? null : await Named(matter.Id, matter.DecisionNumber, matter.OrganId)
        );

        async ValueTask<StandingFine> Named(Guid id, string? number, Guid organ) =>
            new(id, number ?? "", (await organs.OrganAsync(organ, ct)).Name);
    }
}
