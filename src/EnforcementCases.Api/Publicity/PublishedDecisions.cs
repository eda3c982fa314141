using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using EnforcementCases.Site;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>Reads published decisions for the public: only stored copies, never a case.</summary>
internal sealed class PublishedDecisions(AppDbContext db, OrganDirectory organs, TimeProvider clock)
{
    /// <summary>Decisions of a page.</summary>
    private const int PageLength = 50;

    private static readonly PublicationState[] Traces = [PublicationState.Withdrawn, PublicationState.Expired];

    private DateOnly Today => LegalDate.Of(clock.GetUtcNow());

    private IQueryable<PublicationItem> Items => db.PublicationItems.IgnoreQueryFilters([AppDbContext.ScopeFilter]).AsNoTracking();

    /// <summary>The decisions that are shown now, the newest publication first.</summary>
    /// <exception cref="Domain.DomainException"><see cref="Cursor.Malformed"/>.</exception>
    public async Task<PublishedDecisionList> ListAsync(PublicSearch search, CancellationToken ct)
    {
        var today = Today;
        var items = Items
            .Where(i => i.State == PublicationState.Published && i.PublishedOn != null)
            .Where(i => i.DisplayUntil == null || i.DisplayUntil >= today);
        if (search.OrganId is { } organ)
            items = items.Where(i => i.OrganId == organ);
        if (search.From is { } from)
            items = items.Where(i => i.DecidedOn >= from);
        if (search.To is { } to)
            items = items.Where(i => i.DecidedOn <= to);
        if (search.Kind is { } kind)
            items = items.Where(i => i.Kind == kind);
        if (search.Number is { } number)
            items = items.Where(i => i.Number == number);
        if (Cursor.Parse(search.Cursor) is { } cursor)
        {
            var on = cursor.AsDay();
            items = items.Where(i => i.PublishedOn <= on && (i.PublishedOn < on || i.Seq < cursor.Seq));
        }
        var page = await items.OrderByDescending(i => i.PublishedOn).ThenByDescending(i => i.Seq).Take(PageLength + 1).ToListAsync(ct);
        var last = page.Count > PageLength ? page[PageLength - 1] : null;
        var shown = new List<PublishedDecision>();
        foreach (var item in page.Take(PageLength))
            shown.Add(await ShownAsync(item, ct));
        return new(shown, last is null ? null : new Cursor(last.PublishedOn!.Value.DayNumber, last.Seq).ToString());
    }

    /// <summary>The decision of a page, or the trace of one that was taken down.</summary>
    /// <exception cref="Domain.DomainException"><see cref="PublicityErrors.NotPublic"/>.</exception>
    public async Task<PublishedDecision> ReadAsync(string code, CancellationToken ct)
    {
        var item = await Items.FirstOrDefaultAsync(
            i => i.Code == code && (i.State == PublicationState.Published || Traces.Contains(i.State)),
            ct
        );
        return item is null ? throw PublicityErrors.NotPublic.With("没有与该编码对应的决定") : await ShownAsync(item, ct);
    }

    private async Task<PublishedDecision> ShownAsync(PublicationItem item, CancellationToken ct)
    {
        var state = item.StateOn(Today);
        return new(
            item.Code,
            item.Number,
            (await organs.OrganAsync(item.OrganId, ct)).Name,
            item.Kind,
            state,
            state is PublicationState.Published ? PublicCopy.Read(item.Copy!) : null,
            item.DecidedOn,
            item.PublishedOn!.Value,
            item.CorrectedAt is { } corrected ? LegalDate.Of(corrected) : null,
            item.DisplayUntil,
            item.WithdrawnAt is { } withdrawn ? LegalDate.Of(withdrawn) : null,
            item.State is PublicationState.Withdrawn ? item.WithdrawalGround : null,
            item.WithdrawalReason
        );
    }
}
