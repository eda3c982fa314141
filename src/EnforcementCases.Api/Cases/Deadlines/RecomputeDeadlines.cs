using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Counts a slice of the running deadlines again by the calendar in force (重新计算期限). Those that come to another day, or to the same one for good, are changed in their
/// case with a record entry; all others stay as they are, so doing it again changes nothing.</summary>
/// <param name="After">Where the slice before ended; null begins.</param>
public sealed record RecomputeDeadlinesCommand(DeadlineSlice? After) : IUnkeyedCommand<DeadlineSlice?>;

/// <summary>Where a slice ended; nothing is left after null.</summary>
/// <param name="LastDay">Last day of its last deadline.</param>
/// <param name="Seq">Tie-breaker of its last deadline.</param>
public sealed record DeadlineSlice(DateOnly LastDay, long Seq);

internal sealed class RecomputeDeadlinesHandler(AppDbContext db, CatalogueDirectory catalogue, TimeProvider clock)
    : IRequestHandler<RecomputeDeadlinesCommand, DeadlineSlice?>
{
    /// <summary>Small enough that no writer waits for it noticeably, if every one of them moved.</summary>
    private const int Slice = 200;

    public async Task<DeadlineSlice?> Handle(RecomputeDeadlinesCommand request, CancellationToken cancellationToken)
    {
        var calendar = catalogue.Current.Calendar;
        var now = clock.GetUtcNow();
        var running = db.CaseDeadlines.AsNoTracking().Where(d => d.MetAt == null && d.EndedAt == null);
        if (request.After is { } after)
            running = running.Where(d => d.LastDay > after.LastDay || (d.LastDay == after.LastDay && d.Seq > after.Seq));
        var slice = await running.OrderBy(d => d.LastDay).ThenBy(d => d.Seq).Take(Slice).ToListAsync(cancellationToken);
        var affected = slice.Where(d => d.Recounted(calendar, LegalDate.Of(now)) is not null).Select(d => d.CaseId).Distinct().ToList();
        var cases = await db
            .Cases.Where(c => affected.Contains(c.Id))
            .Include(c => c.Deadlines)
            .Include(c => c.PaymentOrder)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var @case in cases)
            @case.RecomputeDeadlines(calendar, now);
        return slice.Count == Slice ? new(slice[^1].LastDay, slice[^1].Seq) : null;
    }
}
