using AutoMapper;
using AutoMapper.QueryableExtensions;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Documents;

/// <summary>Reads the ledger of an organ's document numbers of one word and legal year (文号台账), and whether it is complete.</summary>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
/// <param name="Word">Document word, the characters before the year in the number; default: 当罚决.</param>
/// <param name="Year">Legal year; default: the current one.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 200.</param>
public sealed record ListDocumentNumbersQuery(Guid? OrganisationId, string? Word, int? Year, string? Cursor = null, int? Limit = null)
    : IRequest<DocumentNumberLedger>;

/// <summary>The ledger of one organ, word and legal year.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Word">Document word.</param>
/// <param name="Year">Legal year.</param>
/// <param name="Last">Serial issued last.</param>
/// <param name="Complete">Whether every serial from 1 to the last has exactly one row (CN-3).</param>
/// <param name="Missing">Serials without a row, at most 200; empty if complete.</param>
/// <param name="Voided">Number of voided serials.</param>
/// <param name="Items">The rows of this page, by serial.</param>
/// <param name="Next">Cursor of the next page, also in the <c>Link</c> header; null on the last page.</param>
public sealed record DocumentNumberLedger(
    Guid OrganId,
    string Word,
    int Year,
    int Last,
    bool Complete,
    IReadOnlyList<int> Missing,
    int Voided,
    IReadOnlyList<LedgerNumber> Items,
    string? Next
) : IPage;

/// <summary>A number in the ledger.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="Serial">Serial, from 1 within the legal year.</param>
/// <param name="Text">The number as printed.</param>
/// <param name="State">State of the number.</param>
/// <param name="CaseId">The case for which it was issued; null if none.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="VoidReason">Why it was voided; null if it is not.</param>
/// <param name="VoidedBy">Person who approved the voiding; null if it is not voided.</param>
/// <param name="VoidedAt">When it was voided; null if it is not.</param>
public sealed record LedgerNumber(
    Guid Id,
    int Serial,
    string Text,
    NumberState State,
    Guid? CaseId,
    DateTimeOffset IssuedAt,
    string? VoidReason,
    Guid? VoidedBy,
    DateTimeOffset? VoidedAt
)
{
    internal static LedgerNumber Of(DocumentNumber n) =>
        new(n.Id, n.Serial, n.Text, n.State, n.CaseId, n.IssuedAt, n.VoidReason, n.VoidedBy, n.VoidedAt);
}

internal sealed class LedgerNumberProfile : Profile
{
    public LedgerNumberProfile() => CreateMap<DocumentNumber, LedgerNumber>().ForAllMembers(m => m.Ignore());
}

internal sealed class ListDocumentNumbersHandler(
    AppDbContext db,
    OrganisationReader organisations,
    TimeProvider clock,
    AutoMapper.IConfigurationProvider projections
) : IRequestHandler<ListDocumentNumbersQuery, DocumentNumberLedger>
{
    /// <summary>Most missing serials that are listed.</summary>
    private const int MostMissing = 200;

    public async Task<DocumentNumberLedger> Handle(ListDocumentNumbersQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit ?? Cursor.LargestLimit);
        var after = Cursor.Parse(request.Cursor)?.Seq ?? 0;
        var organId = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var word = request.Word ?? DocumentWord.OnTheSpotDecision;
        var year = request.Year ?? LegalDate.YearOf(clock.GetUtcNow());

        var last = await db
            .NumberCounters.Where(c => c.OrganId == organId && c.Word == word && c.Year == year)
            .Select(c => c.Last)
            .FirstOrDefaultAsync(cancellationToken);
        var ledger = db.DocumentNumbers.AsNoTracking().Where(n => n.OrganId == organId && n.Word == word && n.Year == year);
        var count = await ledger.CountAsync(cancellationToken); // serials are unique: as many rows as the last serial means none is missing
        var highest = await ledger.MaxAsync(n => (int?)n.Serial, cancellationToken) ?? 0;
        var complete = count == last && highest == last;
        var missing = complete
            ? []
            : Enumerable.Range(1, Math.Max(last, highest)).Except(await ledger.Select(n => n.Serial).ToListAsync(cancellationToken));
        var page = await ledger
            .Where(n => n.Serial > after)
            .OrderBy(n => n.Serial)
            .Take(limit + 1)
            .ProjectTo<LedgerNumber>(projections)
            .ToListAsync(cancellationToken);
        return new(
            organId,
            word,
            year,
            last,
            complete,
            [.. missing.Take(MostMissing)],
            await ledger.CountAsync(n => n.State == NumberState.Voided, cancellationToken),
            [.. page.Take(limit)],
            page.Count > limit ? new Cursor(0, page[limit - 1].Serial).ToString() : null
        );
    }
}
