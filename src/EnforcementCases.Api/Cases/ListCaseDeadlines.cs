using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Lists the deadlines (办案期限) of a case, each with how it came about.</summary>
public sealed record ListCaseDeadlinesQuery(Guid CaseId) : IRequest<IReadOnlyList<CaseDeadlineView>>;

/// <summary>A deadline of a case.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="LastDay">Last day in time.</param>
/// <param name="State">Open, met or ended.</param>
/// <param name="MetAt">When the duty was done.</param>
/// <param name="Late">Done, or still open, after the last day.</param>
/// <param name="Provisional">A calendar year that is not loaded yet may still move it.</param>
/// <param name="Reference">What it hangs on beside the case: a receipt number.</param>
/// <param name="Explanation">Rule, start event, calendar, skipped days.</param>
/// <param name="Text">The same in a Chinese sentence.</param>
public sealed record CaseDeadlineView(
    DeadlineKind Kind,
    string Rule,
    DateOnly LastDay,
    DeadlineState State,
    DateTimeOffset? MetAt,
    bool Late,
    bool Provisional,
    string? Reference,
    DeadlineExplanation Explanation,
    string Text
);

/// <summary>Where a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>Running or overdue.</summary>
    Open,

    /// <summary>The duty was done.</summary>
    Met,

    /// <summary>The duty fell away.</summary>
    Ended,
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
        if (deadlines.Count == 0)
            throw EnforcementCase.NotFound.With($"案件 {request.CaseId}");
        var today = LegalDate.Of(clock.GetUtcNow());
        return deadlines.ConvertAll(d => new CaseDeadlineView(
            d.Kind,
            d.Rule,
            d.LastDay,
            d.MetAt is not null ? DeadlineState.Met
                : d.EndedAt is not null ? DeadlineState.Ended
                : DeadlineState.Open,
            d.MetAt,
            d.MetAt is { } met ? LegalDate.Of(met) > d.LastDay : d.EndedAt is null && today > d.LastDay,
            d.IsProvisional,
            d.Reference,
            d.Explanation,
            d.Explanation.Sentence
        ));
    }
}
