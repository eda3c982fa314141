using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Counts the overdue deadlines by organisation (逾期统计).</summary>
public sealed record CountOverdueDeadlinesQuery : IRequest<OverdueDeadlines>;

/// <summary>Overdue deadlines by organisation.</summary>
/// <param name="Today">The legal date on which the deadlines are overdue.</param>
/// <param name="Organisations">The caller's organisation and each one below it, in the order of the tree.</param>
public sealed record OverdueDeadlines(DateOnly Today, IReadOnlyList<OverdueOrganisation> Organisations);

/// <summary>An organisation with its overdue deadlines. Each number includes the organisations below it.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Kind: its level in the tree (city, district, street or town, team).</param>
/// <param name="Open">Number of running deadlines, including overdue ones.</param>
/// <param name="Overdue">Number of running deadlines past their last day.</param>
/// <param name="Cases">Number of cases with at least one overdue deadline.</param>
/// <param name="EarliestLastDay">The earliest last day that was missed; null if nothing is overdue.</param>
public sealed record OverdueOrganisation(
    Guid OrganisationId,
    string Name,
    OrganisationKind Kind,
    int Open,
    int Overdue,
    int Cases,
    DateOnly? EarliestLastDay
);

internal sealed class CountOverdueDeadlinesHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
    : IRequestHandler<CountOverdueDeadlinesQuery, OverdueDeadlines>
{
    /// <summary>Upper limit of the list; a city has about three hundred streets.</summary>
    private const int Most = 2_000;

    public async Task<OverdueDeadlines> Handle(CountOverdueDeadlinesQuery request, CancellationToken cancellationToken)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var running = db.CaseDeadlines.AsNoTracking().Where(d => d.MetAt == null && d.EndedAt == null).NotLapsed(today);
        var open = await running
            .GroupBy(d => d.OrganisationPath)
            .Select(g => new { Path = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var overdue = await running
            .Where(d => d.LastDay < today)
            .GroupBy(d => d.OrganisationPath)
            .Select(g => new
            {
                Path = g.Key,
                Count = g.Count(),
                Cases = g.Select(d => d.CaseId).Distinct().Count(),
                Earliest = g.Min(d => d.LastDay),
            })
            .ToListAsync(cancellationToken);
        var organisations = await db
            .Organisations.AsNoTracking()
            .Within(user.Scope)
            .OrderBy(o => o.Path)
            .Take(Most)
            .Select(o => new
            {
                o.Id,
                o.Path,
                o.Name,
                o.Kind,
            })
            .ToListAsync(cancellationToken);
        return new(
            today,
            organisations.ConvertAll(o =>
            {
                var below = OrganisationScope.Below(o.Path);
                var late = overdue.Where(r => below.Contains(r.Path)).ToList();
                return new OverdueOrganisation(
                    o.Id,
                    o.Name,
                    o.Kind,
                    open.Where(r => below.Contains(r.Path)).Sum(r => r.Count),
                    late.Sum(r => r.Count),
                    late.Sum(r => r.Cases), // a case belongs to one organisation
                    late.Count == 0 ? null : late.Min(r => r.Earliest)
                );
            })
        );
    }
}
