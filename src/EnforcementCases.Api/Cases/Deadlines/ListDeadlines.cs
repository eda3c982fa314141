using System.Text.Json.Serialization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Which deadlines of the ledger are listed.</summary>
public enum DeadlineList
{
    /// <summary>Running, including overdue ones (未办结).</summary>
    Open,

    /// <summary>Running and past their last day (已逾期).</summary>
    Overdue,

    /// <summary>The duty was done (已办结).</summary>
    Met,

    /// <summary>The duty no longer exists (已终止).</summary>
    Ended,

    /// <summary>All deadlines.</summary>
    All,
}

/// <summary>Lists the deadlines of all cases within the caller's scope (期限台账), the nearest last day first.</summary>
/// <param name="DueBefore">Only deadlines whose last day is before this day (exclusive); all if omitted.</param>
/// <param name="State">Filter by state; default: <c>Open</c>.</param>
/// <param name="Kind">Only deadlines of this kind; all if omitted.</param>
/// <param name="OrganisationId">Only deadlines of this organisation and those below it; all within the caller's scope if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListDeadlinesQuery(
    DateOnly? DueBefore = null,
    DeadlineList? State = null,
    DeadlineKind? Kind = null,
    Guid? OrganisationId = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<DeadlineItem>>;

/// <summary>A deadline in the ledger.</summary>
/// <param name="Id">The deadline.</param>
/// <param name="Seq">Sequence number of the deadline; orders rows with equal last days.</param>
/// <param name="Kind">What the deadline is about.</param>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town whose case it is.</param>
/// <param name="Procedure">Procedure of the case.</param>
/// <param name="DecisionNumber">Number of its decision; null before the decision.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="PartyName">Name of the party; empty while it is not identified.</param>
/// <param name="Officers">Names of the officers who handle the case.</param>
/// <param name="Reference">The receipt number, if the deadline concerns one receipt; null if it concerns the whole case.</param>
/// <param name="LastDay">Last day that is still in time.</param>
/// <param name="LastInstant">Exact end, if the period is counted in hours; otherwise null.</param>
/// <param name="DaysLeft">Calendar days from today to the last day, negative when overdue; null if it no longer runs.</param>
/// <param name="Binds">Whom the deadline binds.</param>
/// <param name="State">Open, met or ended; a right of the party that was not used is ended after its last day.</param>
/// <param name="MetAt">When the duty was done; null if it was not.</param>
/// <param name="Warning">How near the last day is.</param>
/// <param name="Provisional">Whether the last day may still move because the calendar of a year is not loaded yet.</param>
/// <param name="Recomputed">What a later calendar changed; null if it changed nothing.</param>
/// <param name="Text">How it was computed, in a Chinese sentence.</param>
public sealed record DeadlineItem(
    Guid Id,
    [property: JsonConverter(typeof(SequenceText))] long Seq,
    DeadlineKind Kind,
    string Rule,
    Guid CaseId,
    Guid OrganId,
    CaseProcedure Procedure,
    string? DecisionNumber,
    string ViolationName,
    string PartyName,
    IReadOnlyList<string> Officers,
    string? Reference,
    DateOnly LastDay,
    DateTimeOffset? LastInstant,
    int? DaysLeft,
    DeadlineBinds Binds,
    DeadlineState State,
    DateTimeOffset? MetAt,
    DeadlineWarning Warning,
    bool Provisional,
    RecomputedDeadline? Recomputed,
    string Text
);

internal sealed class ListDeadlinesHandler(AppDbContext db, CurrentUser user, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ListDeadlinesQuery, Page<DeadlineItem>>
{
    public async Task<Page<DeadlineItem>> Handle(ListDeadlinesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var today = LegalDate.Of(clock.GetUtcNow());
        var deadlines = Filter(await OfOrganisationAsync(request.OrganisationId, cancellationToken), request, today);
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var on = cursor.AsDay();
            deadlines = deadlines.Where(d => d.LastDay > on || (d.LastDay == on && d.Seq > cursor.Seq));
        }
        var rows = await deadlines
            .OrderBy(d => d.LastDay)
            .ThenBy(d => d.Seq)
            .Take(limit + 1)
            .Join(
                db.Cases,
                d => d.CaseId,
                c => c.Id,
                (d, c) =>
                    new
                    {
                        Deadline = d,
                        c.Procedure,
                        c.DecisionNumber,
                        c.ViolationName,
                        PartyName = c.Party.Name,
                        Officers = c.Officers.OrderBy(o => o.Place).Select(o => o.Name).ToList(),
                    }
            )
            .OrderBy(r => r.Deadline.LastDay)
            .ThenBy(r => r.Deadline.Seq)
            .ToListAsync(cancellationToken);
        var items = rows.ConvertAll(r =>
        {
            var d = r.Deadline;
            var state = d.State(today);
            return new DeadlineItem(
                d.Id,
                d.Seq,
                d.Kind,
                d.Rule,
                d.CaseId,
                d.OrganId,
                r.Procedure,
                r.DecisionNumber,
                r.ViolationName,
                r.PartyName,
                r.Officers,
                d.Reference,
                d.LastDay,
                d.Explanation.LastInstant(),
                state is DeadlineState.Open ? d.LastDay.DayNumber - today.DayNumber : null,
                DeadlineNature.Of(d.Kind).Binds,
                state,
                d.MetAt,
                state is DeadlineState.Open ? DeadlineWarnings.On(d.Kind, d.LastDay, today) : DeadlineWarning.None,
                d.IsProvisional,
                RecomputedDeadline.Of(d),
                DeadlineSentence.Of(d.Explanation)
            );
        });
        if (items.Count <= limit)
            return new(items, null);
        items.RemoveAt(limit);
        return new(items, new Cursor(items[^1].LastDay.DayNumber, items[^1].Seq).ToString());
    }

    private async Task<IQueryable<CaseDeadline>> OfOrganisationAsync(Guid? organisationId, CancellationToken ct)
    {
        var deadlines = db.CaseDeadlines.AsNoTracking();
        if (user.OrganId is { } own)
            deadlines = deadlines.Where(d => d.OrganId == own); // repeated beside the scope, so that the index of the organ is used
        if (organisationId is not { } wanted)
            return deadlines;
        var organisation = await organisations.ReadAsync(wanted, ct);
        if (organisation.OrganId is { } organ)
            deadlines = deadlines.Where(d => d.OrganId == organ);
        var (from, to) = OrganisationScope.Below(organisation.Path);
        return deadlines.Where(d => string.Compare(d.OrganisationPath, from) >= 0 && string.Compare(d.OrganisationPath, to) < 0);
    }

    private static IQueryable<CaseDeadline> Filter(IQueryable<CaseDeadline> deadlines, ListDeadlinesQuery request, DateOnly today)
    {
        if (request.Kind is { } kind)
            deadlines = deadlines.Where(d => d.Kind == kind);
        if (request.DueBefore is { } before)
            deadlines = deadlines.Where(d => d.LastDay < before);
        var running = deadlines.Where(d => d.MetAt == null && d.EndedAt == null).NotLapsed(today);
        return (request.State ?? DeadlineList.Open) switch
        {
            DeadlineList.Open => running,
            DeadlineList.Overdue => running.Where(d => d.LastDay < today),
            DeadlineList.Met => deadlines.Where(d => d.MetAt != null),
            DeadlineList.Ended => deadlines.Where(d =>
                d.MetAt == null && (d.EndedAt != null || (d.LastDay < today && DeadlineNature.Lapsing.Contains(d.Kind)))
            ),
            DeadlineList.All => deadlines,
        };
    }
}
