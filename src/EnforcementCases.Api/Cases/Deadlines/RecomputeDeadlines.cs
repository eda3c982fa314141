using EnforcementCases.Api.Cases.Work;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Recomputes a slice of the running deadlines by the calendar in force (重新计算期限). Those that move to another day, or are no longer provisional, are changed in their
/// case with a record entry; those whose act can no longer happen end; all others stay the same, so a second run changes nothing.</summary>
/// <param name="After">Where the slice before ended; null: from the beginning.</param>
public sealed record RecomputeDeadlinesCommand(DeadlineSlice? After) : IUnkeyedCommand<DeadlineSlice?>;

/// <summary>Where a slice ended; null after the last slice.</summary>
/// <param name="LastDay">Last day of its last deadline.</param>
/// <param name="Seq">Tie-breaker of its last deadline.</param>
public sealed record DeadlineSlice(DateOnly LastDay, long Seq);

internal sealed class RecomputeDeadlinesHandler(AppDbContext db, WorkDesk work, CatalogueDirectory catalogue, TimeProvider clock)
    : IRequestHandler<RecomputeDeadlinesCommand, DeadlineSlice?>
{
    /// <summary>Small enough not to delay other writers noticeably, even if all of them move.</summary>
    private const int Slice = 200;

    /// <summary>Stages at which what ran before has ended: of cases that came to them before deadlines ended by themselves.</summary>
    private static readonly CaseStage[] Over = [CaseStage.NotFiled, CaseStage.Closed, CaseStage.Archived];

    public async Task<DeadlineSlice?> Handle(RecomputeDeadlinesCommand request, CancellationToken cancellationToken)
    {
        var calendar = catalogue.Current.Calendar;
        var now = clock.GetUtcNow();
        var running = db.CaseDeadlines.AsNoTracking().Where(d => d.MetAt == null && d.EndedAt == null);
        if (request.After is { } after)
            running = running.Where(d => d.LastDay > after.LastDay || (d.LastDay == after.LastDay && d.Seq > after.Seq));
        var slice = await running.OrderBy(d => d.LastDay).ThenBy(d => d.Seq).Take(Slice).ToListAsync(cancellationToken);
        var today = LegalDate.Of(now);
        var read = slice.Select(d => d.CaseId).Distinct().ToList();
        var affected = slice
            .Where(d => d.Recounted(calendar, today) is not null || DeadlineNature.HasLapsed(d.Kind, d.LastDay, today))
            .Select(d => d.CaseId)
            .Concat(
                await db.Cases.Where(c => read.Contains(c.Id) && Over.Contains(c.Stage)).Select(c => c.Id).ToListAsync(cancellationToken)
            )
            .Distinct()
            .ToList();
        var cases = await db
            .Cases.Where(c => affected.Contains(c.Id))
            .Include(c => c.Deadlines)
            .Include(c => c.PaymentOrder)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var @case in cases)
        {
            var version = @case.Version;
            @case.RecomputeDeadlines(calendar, now);
            @case.EndWhatIsOver(now);
            if (@case.Version == version) // otherwise it is listed when it is saved
                await work.ListAsync(@case, isNew: false, cancellationToken); // nothing moved, and what waits may be over
        }
        return slice.Count == Slice ? new(slice[^1].LastDay, slice[^1].Seq) : null;
    }
}
