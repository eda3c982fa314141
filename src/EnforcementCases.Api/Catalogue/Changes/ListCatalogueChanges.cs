using System.Text.Json.Serialization;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Lists the changes of the catalogue within the caller's scope, the newest first.</summary>
/// <param name="State">Filter by state; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListCatalogueChangesQuery(CatalogueChangeState? State = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<CatalogueChangeItem>>;

/// <summary>A change of the catalogue in a list.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Seq">Sequence number of the change; orders rows with equal times.</param>
/// <param name="OrganisationPath">Path of the clerk's organisation.</param>
/// <param name="State">Current state.</param>
/// <param name="Basis">Legal instrument on which the change is based.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="EnteredBy">Person who entered it.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="SettledBy">Person who confirmed, rejected or withdrew it; null while it is pending.</param>
/// <param name="SettledAt">When it was confirmed, rejected or withdrawn; null while it is pending.</param>
public sealed record CatalogueChangeItem(
    Guid Id,
    [property: JsonConverter(typeof(SequenceText))] long Seq,
    string OrganisationPath,
    CatalogueChangeState State,
    string Basis,
    int Rows,
    Guid EnteredBy,
    DateTimeOffset EnteredAt,
    Guid? SettledBy,
    DateTimeOffset? SettledAt
);

internal sealed class ListCatalogueChangesHandler(AppDbContext db) : IRequestHandler<ListCatalogueChangesQuery, Page<CatalogueChangeItem>>
{
    public async Task<Page<CatalogueChangeItem>> Handle(ListCatalogueChangesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var changes = db.CatalogueChanges.AsNoTracking().Where(c => request.State == null || c.State == request.State);
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            changes = changes.Where(c => c.EnteredAt < at || (c.EnteredAt == at && c.Seq < cursor.Seq));
        }
        var found = await changes
            .OrderByDescending(c => c.EnteredAt)
            .ThenByDescending(c => c.Seq)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var items = found.ConvertAll(c => new CatalogueChangeItem(
            c.Id,
            c.Seq,
            c.OrganisationPath,
            c.State,
            c.Basis,
            c.Rows.Count,
            c.EnteredBy,
            c.EnteredAt,
            c.SettledBy,
            c.SettledAt
        ));
        if (items.Count <= limit)
            return new(items, null);
        items.RemoveAt(limit);
        return new(items, new Cursor(items[^1].EnteredAt.ToUnixTimeMilliseconds(), items[^1].Seq).ToString());
    }
}
