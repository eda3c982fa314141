using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Language;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Lists the deadlines (办案期限) of a case, each with how it was computed.</summary>
public sealed record ListCaseDeadlinesQuery(Guid CaseId) : IRequest<IReadOnlyList<CaseDeadlineView>>;

/// <summary>A deadline of a case.</summary>
/// <param name="Kind">What the deadline is about.</param>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="LastDay">Last day that is still in time.</param>
/// <param name="Binds">Whom the deadline binds.</param>
/// <param name="State">Open, met or ended; a right of the party that was not used is ended after its last day.</param>
/// <param name="MetAt">When the duty was done; null if it was not.</param>
/// <param name="Late">Whether the duty was done after the last day, or is still open after it.</param>
/// <param name="Provisional">Whether the last day may still move because the calendar of a year is not loaded yet.</param>
/// <param name="Recomputed">What a later calendar changed; null if it changed nothing.</param>
/// <param name="Reference">The receipt number, if the deadline concerns one receipt; null if it concerns the whole case.</param>
/// <param name="Explanation">How it was computed: rule, start event, calendar, skipped days.</param>
/// <param name="Text">The explanation as a sentence in Chinese.</param>
public sealed record CaseDeadlineView(
    DeadlineKind Kind,
    string Rule,
    DateOnly LastDay,
    DeadlineBinds Binds,
    DeadlineState State,
    DateTimeOffset? MetAt,
    bool Late,
    bool Provisional,
    RecomputedDeadline? Recomputed,
    string? Reference,
    DeadlineExplanation Explanation,
    string Text
);

/// <summary>What a later calendar changed in a deadline.</summary>
/// <param name="PreviousLastDay">Last day before.</param>
/// <param name="PreviousCalendar">Label of the calendar used before.</param>
/// <param name="Calendar">Label of the calendar used now.</param>
/// <param name="At">When it was recomputed.</param>
public sealed record RecomputedDeadline(DateOnly PreviousLastDay, string PreviousCalendar, string Calendar, DateTimeOffset At)
{
    internal static RecomputedDeadline? Of(CaseDeadline d) =>
        d.RecomputedAt is { } at ? new(d.PreviousLastDay!.Value, d.PreviousCalendarVersion!, d.CalendarVersion, at) : null;
}

/// <summary>State of a deadline.</summary>
public enum DeadlineState
{
    /// <summary>Running or overdue.</summary>
    Open,

    /// <summary>The duty was done.</summary>
    Met,

    /// <summary>The duty no longer exists.</summary>
    Ended,
}

internal static class DeadlineStates
{
    public static DeadlineState State(this CaseDeadline deadline, DateOnly today) =>
        deadline.MetAt is not null ? DeadlineState.Met
        : deadline.EndedAt is not null || DeadlineNature.HasLapsed(deadline.Kind, deadline.LastDay, today) ? DeadlineState.Ended
        : DeadlineState.Open;
}

internal sealed class ListCaseDeadlinesHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ListCaseDeadlinesQuery, IReadOnlyList<CaseDeadlineView>>
{
    public async Task<IReadOnlyList<CaseDeadlineView>> Handle(ListCaseDeadlinesQuery request, CancellationToken cancellationToken)
    {
        var deadlines = await db
            .CaseDeadlines.AsNoTracking()
            .Where(d => d.CaseId == request.CaseId)
            .OrderBy(d => d.LastDay)
            .ThenBy(d => d.Kind)
            .ToListAsync(cancellationToken);
        if (deadlines.Count == 0 && !await db.Cases.AnyAsync(c => c.Id == request.CaseId, cancellationToken))
            throw EnforcementCase.NotFound.With($"案件 {request.CaseId}");
        var today = LegalDate.Of(clock.GetUtcNow());
        return deadlines.ConvertAll(d => new CaseDeadlineView(
            d.Kind,
            d.Rule,
            d.LastDay,
            DeadlineNature.Of(d.Kind).Binds,
            d.State(today),
            d.MetAt,
            d.MetAt is { } met ? LegalDate.Of(met) > d.LastDay : d.State(today) is DeadlineState.Open && today > d.LastDay,
            d.IsProvisional,
            RecomputedDeadline.Of(d),
            d.Reference,
            d.Explanation,
            DeadlineSentence.Of(d.Explanation)
        ));
    }
}
