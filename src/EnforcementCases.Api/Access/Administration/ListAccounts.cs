using EnforcementCases.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the accounts of the caller's organisation and of all below it, by user name (账号列表).</summary>
/// <param name="OrganisationId">Only accounts of exactly this organisation, not of those below it; if omitted, all within the caller's scope.</param>
/// <param name="After">Continue after this user name, the last of the page before; if omitted, from the beginning.</param>
/// <param name="Limit">1 to 200; default 100.</param>
public sealed record ListAccountsQuery(Guid? OrganisationId = null, string? After = null, int Limit = 100)
    : IRequest<IReadOnlyList<AccountDetails>>;

internal sealed class ListAccountsValidator : AbstractValidator<ListAccountsQuery>
{
    public ListAccountsValidator() => RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条");
}

internal sealed class ListAccountsHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ListAccountsQuery, IReadOnlyList<AccountDetails>>
{
    public async Task<IReadOnlyList<AccountDetails>> Handle(ListAccountsQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var after = request.After ?? "";
        var accounts = await db
            .Users.AsNoTracking()
            .Include(a => a.Roles)
            .Include(a => a.Offices)
            .AsSplitQuery()
            .Where(a => string.Compare(a.UserName, after) > 0)
            .Where(a => request.OrganisationId == null || a.OrganisationId == request.OrganisationId)
            .OrderBy(a => a.UserName)
            .Take(request.Limit)
            .ToListAsync(cancellationToken);
        var persons = accounts.ConvertAll(a => a.PersonId);
        var names = await db
            .Persons.IgnoreQueryFilters() // the scope is the account's: its person may work elsewhere by now
            .Where(p => persons.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        return accounts.ConvertAll(a => Accounts.Describe(a, names[a.PersonId], now));
    }
}
