using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Parties;

/// <summary>One offence has one fine under whichever entry of the party it was fined (APL-29): fines in force are held under the party that remains after merges.</summary>
internal sealed class FineKeysFollowUp(AppDbContext db, CurrentUser user, PartyRegister register)
    : IFollowUp<PenaltyDecided>,
        IFollowUp<PartyMerged>,
        IFollowUp<PartySplit>
{
    /// <summary>The party of an ordinary case may have been merged since it was identified; on the spot it is looked up with the decision.</summary>
    public async Task FollowUpAsync(PenaltyDecided happened, CancellationToken ct)
    {
        if (happened.Case is { Procedure: CaseProcedure.Ordinary, PartyId: { } party })
            happened.Case.KeyFineUnder(await register.RepresentativeOfAsync(party, ct));
    }

    /// <summary>Two entries are one party: fines in force are held under the party that remains, across all streets.
    /// Two fines for one offence are not merged away; two of one violation and day need a reason why the offences differ.</summary>
    /// <exception cref="DomainException"><see cref="OneActOneFine.AlreadyFined"/> or <see cref="OneActOneFine.NotMarkedDistinct"/>.</exception>
    public async Task FollowUpAsync(PartyMerged happened, CancellationToken ct)
    {
        var intoId = happened.Merge.IntoPartyId;
        foreach (var @case in await FinedAsync(happened.Merge.PartyId, ct))
        {
            var actKey = EnforcementCase.FinedActKeyOf(intoId, @case.OffenceId);
            var dayKey = EnforcementCase.SameDayKeyOf(intoId, @case.ViolationCode, @case.CommittedOn);
            var standing = await db
                .Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter])
                .Where(c => c.FinedActKey == actKey || c.SameDayKey == dayKey)
                .Select(c => new
                {
                    SameAct = c.FinedActKey == actKey,
                    c.DecisionNumber,
                    c.OrganisationPath,
                })
                .ToListAsync(ct);
            var numbers = string.Join(
                '、',
                standing.Where(s => user.Scope.Contains(s.OrganisationPath)).Select(s => s.DecisionNumber).Prepend(@case.DecisionNumber)
            );
            if (standing.Exists(s => s.SameAct))
                throw OneActOneFine.AlreadyFined.With($"并户后同一违法行为有两个罚款决定：{numbers}", "先依法撤销其中一个决定，再并户");
            if (standing.Count > 0 && @case.SameDayKey is not null)
            {
                if (happened.DistinctBecause is null)
                    throw OneActOneFine.NotMarkedDistinct.With($"并户后同日有同一案由的罚款决定：{numbers}", "说明为何不是同一个违法行为");
                @case.MarkDistinct();
            }
            @case.KeyFineUnder(intoId);
        }
    }

    public async Task FollowUpAsync(PartySplit happened, CancellationToken ct)
    {
        foreach (var @case in await FinedAsync(happened.Merge.PartyId, ct))
            @case.KeyFineUnder(happened.Merge.PartyId);
    }

    private Task<List<EnforcementCase>> FinedAsync(Guid partyId, CancellationToken ct) =>
        db
            .Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(c => c.PartyId == partyId && (c.FinedActKey != null || c.SameDayKey != null))
            .ToListAsync(ct);
}
