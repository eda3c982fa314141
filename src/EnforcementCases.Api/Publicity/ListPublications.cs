using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>Lists decisions and their publication (公示事项), what is due first at the top.</summary>
/// <param name="State">Only items in this state; all if omitted.</param>
/// <param name="Late">True lists only items that wait past their last day, not those that wait for the service; default: false.</param>
/// <param name="OrganisationId">Only items of this organisation and those below it; all within the caller's scope if omitted.</param>
/// <param name="CaseId">Only items of this case; all cases if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListPublicationsQuery(
    PublicationState? State = null,
    bool? Late = null,
    Guid? OrganisationId = null,
    Guid? CaseId = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<PublicationLine>>;

/// <summary>The publication of a decision, as a line of the list.</summary>
/// <param name="Id">The item.</param>
/// <param name="Version">Its version.</param>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town that decided.</param>
/// <param name="Kind">Kind of decision.</param>
/// <param name="Number">Number of the decision.</param>
/// <param name="DecidedOn">Legal date of the decision.</param>
/// <param name="DueOn">Last day on which it is published in time.</param>
/// <param name="DaysLeft">Calendar days from today to that day, negative when over; null unless somebody has to do something.</param>
/// <param name="State">State.</param>
/// <param name="StateName">Name of the state, in the requested language; it is the reason why the item waits.</param>
/// <param name="IsLate">Whether it was published late, or waits past its last day. Waiting for the service is not late.</param>
/// <param name="ServedOn">Day of the service on the party; null if not served.</param>
/// <param name="PublishedOn">Legal date of the publication; null if not published.</param>
/// <param name="WithholdingGround">Ground on which it is withheld, or is asked to be; null otherwise.</param>
/// <param name="ReasonMissing">Whether the page was taken down and the clerk must still state the reason to the public.</param>
public sealed record PublicationLine(
    Guid Id,
    int Version,
    Guid CaseId,
    Guid OrganId,
    PublicDecisionKind Kind,
    string Number,
    DateOnly DecidedOn,
    DateOnly DueOn,
    int? DaysLeft,
    PublicationState State,
    [property: Bilingual] string StateName,
    bool IsLate,
    DateOnly? ServedOn,
    DateOnly? PublishedOn,
    WithholdingGround? WithholdingGround,
    bool ReasonMissing
)
{
    internal static PublicationLine Of(PublicationItem item, DateOnly today) =>
        new(
            item.Id,
            item.Version,
            item.CaseId,
            item.OrganId,
            item.Kind,
            item.Number,
            item.DecidedOn,
            item.DueOn,
            item.IsWaiting ? item.DueOn.DayNumber - today.DayNumber : null,
            item.State,
            item.State.Term(),
            item.IsLate(today),
            item.ServedOn,
            item.PublishedOn,
            item.WithholdingGround,
            item is { State: PublicationState.Withdrawn, WithdrawalReason: null }
        );
}

internal sealed class ListPublicationsHandler(AppDbContext db, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ListPublicationsQuery, Page<PublicationLine>>
{
    public async Task<Page<PublicationLine>> Handle(ListPublicationsQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var today = LegalDate.Of(clock.GetUtcNow());
        var items = db.PublicationItems.AsNoTracking();
        if (request.OrganisationId is { } wanted)
        {
            var (from, to) = Domain.Access.OrganisationScope.Below((await organisations.ReadAsync(wanted, cancellationToken)).Path);
            items = items.Where(i => string.Compare(i.OrganisationPath, from) >= 0 && string.Compare(i.OrganisationPath, to) < 0);
        }
        if (request.State is { } state)
            items = items.Where(i => i.State == state);
        if (request.CaseId is { } one)
            items = items.Where(i => i.CaseId == one);
        if (request.Late is true)
            items = items.Where(i => PublicationItem.Waiting.Contains(i.State) && i.ServedOn != null && i.DueOn < today);
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var on = cursor.AsDay();
            items = items.Where(i => i.DueOn >= on && (i.DueOn > on || i.Seq > cursor.Seq));
        }
        var page = await items.OrderBy(i => i.DueOn).ThenBy(i => i.Seq).Take(limit + 1).ToListAsync(cancellationToken);
        var next = page.Count > limit ? new Cursor(page[limit - 1].DueOn.DayNumber, page[limit - 1].Seq).ToString() : null;
        return new([.. page.Take(limit).Select(i => PublicationLine.Of(i, today))], next);
    }
}
