using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Reads an account (账号).</summary>
public sealed record ReadAccountQuery(Guid AccountId) : IRequest<AccountDetails>;

internal sealed class ReadAccountHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ReadAccountQuery, AccountDetails>
{
    public async Task<AccountDetails> Handle(ReadAccountQuery request, CancellationToken cancellationToken)
    {
        var account =
            await db
                .Users.AsNoTracking()
                .Include(a => a.Roles)
                .Include(a => a.Offices)
                .FirstOrDefaultAsync(a => a.Id == request.AccountId, cancellationToken)
            ?? throw Accounts.NotFound.With($"账号 {request.AccountId}");
        return await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken);
    }
}
