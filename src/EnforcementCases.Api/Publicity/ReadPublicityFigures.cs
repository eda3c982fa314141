using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>Reads how much of what was decided in a year was published, and how much of it in time (公示及时率).</summary>
/// <param name="Year">Year of the decisions.</param>
/// <param name="OrganisationId">The organisation with those below it; default: the caller's own.</param>
public sealed record ReadPublicityFiguresQuery(int Year, Guid? OrganisationId = null) : IRequest<PublicityFigures>;

/// <summary>Figures of publication. Decisions on minors are in them and nowhere else.</summary>
/// <param name="Year">Year of the decisions.</param>
/// <param name="Decisions">Decisions that are to be published or withheld.</param>
/// <param name="PublishedInTime">Published by their last day.</param>
/// <param name="PublishedLate">Published after it.</param>
/// <param name="WaitingInTime">Wait for the clerk or the head and are not due yet.</param>
/// <param name="WaitingLate">Wait past their last day.</param>
/// <param name="WaitingForService">Wait for the service on the party; not late.</param>
/// <param name="Withheld">Withheld on a ground other than a minor.</param>
/// <param name="Minors">Withheld because the party is a minor.</param>
/// <param name="Withdrawn">Published once and taken down; among the published too.</param>
/// <param name="WithdrawnWithoutReason">Taken down, and the reason for the public is still missing.</param>
public sealed record PublicityFigures(
    int Year,
    int Decisions,
    int PublishedInTime,
    int PublishedLate,
    int WaitingInTime,
    int WaitingLate,
    int WaitingForService,
    int Withheld,
    int Minors,
    int Withdrawn,
    int WithdrawnWithoutReason
);

internal sealed class ReadPublicityFiguresHandler(AppDbContext db, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadPublicityFiguresQuery, PublicityFigures>
{
    public async Task<PublicityFigures> Handle(ReadPublicityFiguresQuery request, CancellationToken cancellationToken)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var (from, to) = OrganisationScope.Below(await organisations.PathAsync(request.OrganisationId, cancellationToken));
        var counted = await db
            .PublicationItems.AsNoTracking()
            .Where(i => i.DecidedOn >= first && i.DecidedOn <= last)
            .Where(i => string.Compare(i.OrganisationPath, from) >= 0 && string.Compare(i.OrganisationPath, to) < 0)
            .GroupBy(i => new
            {
                i.State,
                i.WithholdingGround,
                WasPublished = i.PublishedOn != null,
                PublishedLate = i.PublishedOn > i.DueOn,
                IsDue = i.ServedOn != null && i.DueOn < today,
                HasReason = i.WithdrawalReason != null,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return new(
            request.Year,
            counted.Where(c => c.Key.State is not PublicationState.Lapsed).Sum(c => c.Count),
            counted.Where(c => c.Key is { WasPublished: true, PublishedLate: false }).Sum(c => c.Count),
            counted.Where(c => c.Key is { WasPublished: true, PublishedLate: true }).Sum(c => c.Count),
            counted.Where(c => PublicationItem.Waiting.Contains(c.Key.State) && !c.Key.IsDue).Sum(c => c.Count),
            counted.Where(c => PublicationItem.Waiting.Contains(c.Key.State) && c.Key.IsDue).Sum(c => c.Count),
            counted.Where(c => c.Key.State is PublicationState.WaitingForService).Sum(c => c.Count),
            counted
                .Where(c => c.Key is { State: PublicationState.Withheld, WithholdingGround: not WithholdingGround.Minor })
                .Sum(c => c.Count),
            counted.Where(c => c.Key is { State: PublicationState.Withheld, WithholdingGround: WithholdingGround.Minor }).Sum(c => c.Count),
            counted.Where(c => c.Key.State is PublicationState.Withdrawn).Sum(c => c.Count),
            counted.Where(c => c.Key is { State: PublicationState.Withdrawn, HasReason: false }).Sum(c => c.Count)
        );
    }
}
