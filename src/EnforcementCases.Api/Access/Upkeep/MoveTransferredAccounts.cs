using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Upkeep;

/// <summary>Moves the accounts of people whose transfer to another organ has begun (随人员调动转移账号).</summary>
public sealed record MoveTransferredAccountsCommand : IUnkeyedCommand<int>;

internal sealed class MoveTransferredAccountsHandler(AppDbContext db, AccountTransfer transfer, TimeProvider clock)
    : IRequestHandler<MoveTransferredAccountsCommand, int>
{
    /// <summary>How many days back transfers are applied, in case the server was down.</summary>
    private const int DaysLookedBack = 60;

    public async Task<int> Handle(MoveTransferredAccountsCommand request, CancellationToken cancellationToken)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var since = today.AddDays(-DaysLookedBack);
        var officers = await db
            .Officers.AsNoTracking()
            .Where(o => o.Postings.Any(p => p.Place > 1 && p.From > since && p.From <= today))
            .ToListAsync(cancellationToken);
        var moved = 0;
        foreach (var officer in officers)
            moved += await transfer.FollowAsync(officer, alsoNewer: false, cancellationToken);
        return moved;
    }
}
