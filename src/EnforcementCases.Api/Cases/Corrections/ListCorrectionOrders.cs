using System.Text.Json.Serialization;
using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>A working list of orders to correct (待办).</summary>
public enum CorrectionOrderList
{
    /// <summary>Not found to be put right, and no penalty is based on it (未了结).</summary>
    Open,

    /// <summary>Open, after its last day, and not re-checked since then (逾期待复查).</summary>
    ToRecheck,

    /// <summary>Found not put right by a re-check after its last day; a penalty may be based on it (逾期未改正).</summary>
    Unmet,
}

/// <summary>Lists orders to correct within the caller's scope, newest first.</summary>
/// <param name="List">A working list; all orders if omitted.</param>
/// <param name="PartyId">Only orders to this party and those merged with it; all if omitted.</param>
/// <param name="ViolationCode">Only orders for this violation; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListCorrectionOrdersQuery(CorrectionOrderList? List, Guid? PartyId, string? ViolationCode, string? Cursor, int? Limit)
    : IRequest<Page<CorrectionOrderItem>>;

/// <summary>An order to correct in a list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Seq">Sequence number of the order; orders rows with equal times.</param>
/// <param name="Number">Number of the notice.</param>
/// <param name="PartyId">The party.</param>
/// <param name="PartyName">Name of the party.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="Place">Place of the offence, as printed.</param>
/// <param name="OrderedAt">When it was ordered.</param>
/// <param name="DueOn">Last day to put it right, inclusive.</param>
/// <param name="RecheckedOn">Legal date of the last re-check; null before the first.</param>
/// <param name="Result">Result of the last re-check; null before the first.</param>
/// <param name="UsedByCaseId">The case whose penalty is based on it; null if none.</param>
public sealed record CorrectionOrderItem(
    Guid Id,
    [property: JsonConverter(typeof(SequenceText))] long Seq,
    string Number,
    Guid PartyId,
    string PartyName,
    string ViolationCode,
    string ViolationName,
    string Place,
    DateTimeOffset OrderedAt,
    DateOnly DueOn,
    DateOnly? RecheckedOn,
    RecheckResult? Result,
    Guid? UsedByCaseId
);

internal sealed class ListCorrectionOrdersHandler(AppDbContext db, PartyRegister register, TimeProvider clock)
    : IRequestHandler<ListCorrectionOrdersQuery, Page<CorrectionOrderItem>>
{
    public async Task<Page<CorrectionOrderItem>> Handle(ListCorrectionOrdersQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var orders = Filter(db.CorrectionOrders.AsNoTracking(), request);
        if (request.PartyId is { } party)
        {
            var same = await register.SameAsync(party, cancellationToken);
            orders = orders.Where(o => same.Contains(o.PartyId));
        }
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            orders = orders.Where(o => o.OrderedAt < at || (o.OrderedAt == at && o.Seq < cursor.Seq));
        }
        var rows = await orders
            .OrderByDescending(o => o.OrderedAt)
            .ThenByDescending(o => o.Seq)
            .Select(o => new CorrectionOrderItem(
                o.Id,
                o.Seq,
                o.Number,
                o.PartyId,
                o.Party.Name,
                o.ViolationCode,
                o.ViolationName,
                o.PlaceText,
                o.OrderedAt,
                o.DueOn,
                o.RecheckedOn,
                o.Result,
                o.UsedByCaseId
            ))
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        if (rows.Count <= limit)
            return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, new Cursor(rows[^1].OrderedAt.ToUnixTimeMilliseconds(), rows[^1].Seq).ToString());
    }

    private IQueryable<CorrectionOrder> Filter(IQueryable<CorrectionOrder> orders, ListCorrectionOrdersQuery request)
    {
        if (request.ViolationCode is { } violation)
            orders = orders.Where(o => o.ViolationCode == violation);
        if (request.List is not { } list)
            return orders;
        var today = LegalDate.Of(clock.GetUtcNow());
        var open = orders.Where(o =>
            o.UsedByCaseId == null && o.WithdrawnAt == null && (o.Result == null || o.Result != RecheckResult.Corrected)
        );
        return list switch
        {
            CorrectionOrderList.Open => open,
            CorrectionOrderList.ToRecheck => open.Where(o => o.DueOn < today && (o.RecheckedOn == null || o.RecheckedOn <= o.DueOn)),
            CorrectionOrderList.Unmet => open.Where(o => o.RecheckedOn > o.DueOn),
        };
    }
}
