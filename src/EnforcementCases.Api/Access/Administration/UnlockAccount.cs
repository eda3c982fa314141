using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Unlocks an account that wrong passwords have locked (解锁). Nobody unlocks the own account; that of another administrator is unlocked once a second person has confirmed it.</summary>
public sealed record UnlockAccountCommand(Guid AccountId) : ICommand<AccountDetails>;

internal sealed class UnlockAccountHandler(
    AppDbContext db,
    CurrentUser user,
    GuardedChanges changes,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<UnlockAccountCommand, AccountDetails>
{
    public async Task<AccountDetails> Handle(UnlockAccountCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        user.EnsureNotOwn(account);
        if (account.Roles.Any(r => r.Role is Role.Administrator))
        {
            await changes.AskAsync(account, GuardedChangeKind.AccountUnlocked, new(), cancellationToken);
        }
        else
        {
            account.Unlock();
            journal.Note(SecurityEventKind.AccountUnlocked, account);
        }
        return await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken);
    }
}
