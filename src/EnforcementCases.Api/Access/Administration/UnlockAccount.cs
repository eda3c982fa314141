using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Unlocks an account that wrong passwords have locked (解锁).</summary>
public sealed record UnlockAccountCommand(Guid AccountId) : ICommand<AccountDetails>;

internal sealed class UnlockAccountHandler(AppDbContext db, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<UnlockAccountCommand, AccountDetails>
{
    public async Task<AccountDetails> Handle(UnlockAccountCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        account.Unlock();
        journal.Note(SecurityEventKind.AccountUnlocked, account);
        return await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken);
    }
}
