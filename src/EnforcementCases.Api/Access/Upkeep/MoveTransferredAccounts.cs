using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Upkeep;

/// <summary>Lets accounts follow people whose transfer to another organ has begun since (随人员调动转移账号).</summary>
public sealed record MoveTransferredAccountsCommand : IUnkeyedCommand<int>;

internal sealed class MoveTransferredAccountsHandler(AppDbContext db, AccountTransfer transfer, TimeProvider clock)
    : IRequestHandler<MoveTransferredAccountsCommand, int>
{
    /// <summary>So long a server may have been down without a transfer being forgotten.</summary>
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
