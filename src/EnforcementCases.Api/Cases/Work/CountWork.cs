using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>Counts the work that waits, by kind (待办数量).</summary>
/// <param name="Mine">True counts only what waits for the caller; false counts all within the caller's scope. Default: true.</param>
public sealed record CountWorkQuery(bool? Mine = null) : IRequest<WorkCounts>;

/// <summary>Work that waits, by kind.</summary>
/// <param name="Today">The legal date on which it is counted.</param>
/// <param name="Total">All of it.</param>
/// <param name="Overdue">Past its last day.</param>
/// <param name="Kinds">Every kind of which something waits, in the order of the procedure.</param>
public sealed record WorkCounts(DateOnly Today, int Total, int Overdue, IReadOnlyList<WorkCount> Kinds)
{
    /// <summary>Year whose working calendar has to be entered now by a clerk of the catalogue (PUT /catalogue/calendar/{year}); null if none is missing, or for anybody
    /// else.</summary>
    public int? CalendarYearToEnter { get; init; }
}

/// <summary>Work of a kind.</summary>
/// <param name="Kind">Kind of work.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Count">How much of it waits.</param>
/// <param name="Overdue">How much of it is past its last day.</param>
/// <param name="EarliestDueOn">The last day that comes first; null if none of it has a deadline.</param>
public sealed record WorkCount(WorkKind Kind, [property: Bilingual] string Name, int Count, int Overdue, DateOnly? EarliestDueOn);

internal sealed class CountWorkHandler(MyWork work, CurrentUser user, EndOfCalendar calendar, TimeProvider clock)
    : IRequestHandler<CountWorkQuery, WorkCounts>
{
    public async Task<WorkCounts> Handle(CountWorkQuery request, CancellationToken cancellationToken)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var kinds = await work.On(today, request.Mine ?? true, user.OrganId)
            .GroupBy(w => w.Kind)
            .Select(g => new
            {
                Kind = g.Key,
                Count = g.Count(),
                Overdue = g.Sum(w => w.SortOn < today ? 1 : 0),
                Earliest = g.Min(w => w.SortOn),
            })
            .ToListAsync(cancellationToken);
        var counts = kinds
            .OrderBy(k => k.Kind)
            .Select(k => new WorkCount(k.Kind, k.Kind.Term(), k.Count, k.Overdue, k.Earliest == DateOnly.MaxValue ? null : k.Earliest))
            .ToList();
        return new(today, counts.Sum(c => c.Count), counts.Sum(c => c.Overdue), counts)
        {
            CalendarYearToEnter = user.Roles.Contains(Role.CatalogueClerk) ? calendar.MissingYear : null,
        };
    }
}
