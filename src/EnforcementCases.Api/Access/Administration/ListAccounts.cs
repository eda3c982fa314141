using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the accounts of the caller's organisation and of all below it, by user name (账号列表).</summary>
/// <param name="OrganisationId">Only accounts of exactly this organisation, not of those below it; if omitted, all within the caller's scope.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListAccountsQuery(Guid? OrganisationId = null, string? Cursor = null, int? Limit = null)
    : IRequest<Page<AccountDetails>>;

internal sealed class ListAccountsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ListAccountsQuery, Page<AccountDetails>>
{
    public async Task<Page<AccountDetails>> Handle(ListAccountsQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var limit = Cursor.LimitOf(request.Limit);
        var after = TextCursor.Parse(request.Cursor) ?? "";
        var accounts = await db
            .Users.AsNoTracking()
            .Include(a => a.Roles)
            .Include(a => a.Offices)
            .AsSplitQuery()
            .Where(a => string.Compare(a.UserName, after) > 0)
            .Where(a => request.OrganisationId == null || a.OrganisationId == request.OrganisationId)
            .OrderBy(a => a.UserName)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var next = accounts.Count > limit ? TextCursor.Of(accounts[limit - 1].UserName!) : null;
        accounts = accounts[..Math.Min(limit, accounts.Count)];
        var persons = accounts.ConvertAll(a => a.PersonId);
        var names = await db
            .Persons.IgnoreQueryFilters() // the scope is the account's: its person may work elsewhere by now
            .Where(p => persons.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var open = await db.OpenChangesAsync(accounts.ConvertAll(a => a.Id), cancellationToken);
        return new(accounts.ConvertAll(a => Accounts.Describe(a, names[a.PersonId], now, open)), next);
    }
}
