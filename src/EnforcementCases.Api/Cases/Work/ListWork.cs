using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>Lists the work that waits (待办), what is due first at the top; work without a deadline comes last.</summary>
/// <param name="Mine">True lists only what waits for the caller, by role and relation to the case; false lists all within the caller's scope. Default: true.</param>
/// <param name="Kind">Only work of this kind; all if omitted.</param>
/// <param name="Overdue">True lists only work past its last day; default: false.</param>
/// <param name="CaseId">Only work in this case; all cases if omitted.</param>
/// <param name="OrganisationId">Only work of this organisation and those below it; all within the caller's scope if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListWorkQuery(
    bool? Mine = null,
    WorkKind? Kind = null,
    bool? Overdue = null,
    Guid? CaseId = null,
    Guid? OrganisationId = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<WorkListItem>>;

/// <summary>Work that waits in a case.</summary>
/// <param name="Id">The row of the list.</param>
/// <param name="Kind">Kind of work.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Act">The act to do next.</param>
/// <param name="ActName">Its name, in the requested language.</param>
/// <param name="Route">Last part of its route under <c>/cases/{id}/acts/</c>; null if it has another route.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="DueOn">Last day on which it is in time; null if no deadline is set.</param>
/// <param name="DaysLeft">Calendar days from today to that day, negative when overdue; null without a deadline.</param>
/// <param name="Roles">Roles of which one does it.</param>
/// <param name="ByOfficersOfCase">Whether only the officers of the case do it.</param>
/// <param name="Procedure">Procedure of the case.</param>
/// <param name="Stage">Stage of the case.</param>
/// <param name="DecisionNumber">Number of its decision; null before the decision.</param>
/// <param name="ViolationName">Name of the violation; empty while none is entered.</param>
/// <param name="PartyName">Name of the party; empty while it is not identified.</param>
public sealed record WorkListItem(
    Guid Id,
    WorkKind Kind,
    [property: Bilingual] string Name,
    Guid CaseId,
    CaseAct Act,
    [property: Bilingual] string ActName,
    string? Route,
    DateTimeOffset Since,
    DateOnly? DueOn,
    int? DaysLeft,
    IReadOnlyList<Role> Roles,
    bool ByOfficersOfCase,
    CaseProcedure Procedure,
    CaseStage Stage,
    string? DecisionNumber,
    string ViolationName,
    string PartyName
);

internal sealed class ListWorkHandler(AppDbContext db, MyWork work, CurrentUser user, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ListWorkQuery, Page<WorkListItem>>
{
    public async Task<Page<WorkListItem>> Handle(ListWorkQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var today = LegalDate.Of(clock.GetUtcNow());
        var rows = await OfOrganisationAsync(request, today, cancellationToken);
        if (request.Kind is { } kind)
            rows = rows.Where(w => w.Kind == kind);
        if (request.CaseId is { } one)
            rows = rows.Where(w => w.CaseId == one);
        if (request.Overdue is true)
            rows = rows.Where(w => w.SortOn < today);
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var on = cursor.AsDay();
            rows = rows.Where(w => w.SortOn >= on && (w.SortOn > on || w.Seq > cursor.Seq));
        }
        var page = await rows.Join(
                db.Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter]), // the row itself is within the scope
                w => w.CaseId,
                c => c.Id,
                (w, c) =>
                    new
                    {
                        Work = w,
                        c.Procedure,
                        c.Stage,
                        c.DecisionNumber,
                        c.ViolationName,
                        PartyName = c.Party.Name,
                    }
            )
            .OrderBy(r => r.Work.SortOn)
            .ThenBy(r => r.Work.Seq)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var next = page.Count > limit ? page[limit - 1].Work : null;
        var items = page.Take(limit)
            .Select(r => new WorkListItem(
                r.Work.Id,
                r.Work.Kind,
                r.Work.Kind.Term(),
                r.Work.CaseId,
                r.Work.Act,
                r.Work.Act.Term(),
                // money that was not owed goes back by routes of its own, not by the refund of a fallen decision
                r.Work.Kind
                    is WorkKind.NotOwedApproval
                        or WorkKind.NotOwedRefund
                    ? null
                    : ActRoutes.Of(r.Work.Act).Route,
                r.Work.Since,
                r.Work.DueOn,
                r.Work.DueOn is { } due ? due.DayNumber - today.DayNumber : null,
                CaseWork.RolesOf(r.Work.Roles),
                r.Work.Relation is Domain.Cases.Ordinary.ActorRelation.Handler,
                r.Procedure,
                r.Stage,
                r.DecisionNumber,
                r.ViolationName,
                r.PartyName
            ))
            .ToList();
        return new(items, next is null ? null : new Cursor(next.SortOn.DayNumber, next.Seq).ToString());
    }

    private async Task<IQueryable<CaseWork>> OfOrganisationAsync(ListWorkQuery request, DateOnly today, CancellationToken ct)
    {
        var mine = request.Mine ?? true;
        if (request.OrganisationId is not { } wanted)
            return work.On(today, mine, user.OrganId);
        var organisation = await organisations.ReadAsync(wanted, ct);
        var (from, to) = OrganisationScope.Below(organisation.Path);
        return work.On(today, mine, organisation.OrganId ?? user.OrganId)
            .Where(w => string.Compare(w.OrganisationPath, from) >= 0 && string.Compare(w.OrganisationPath, to) < 0);
    }
}
