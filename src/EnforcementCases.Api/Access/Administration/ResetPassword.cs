using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Gives an account a new one-time password (重置口令), unlocks it and ends its sessions.</summary>
public sealed record ResetPasswordCommand(Guid AccountId) : ICommand<AccountWithPassword>;

internal sealed class ResetPasswordHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    IPasswordHasher<Account> hasher,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<ResetPasswordCommand, AccountWithPassword>
{
    public async Task<AccountWithPassword> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        user.EnsureNotOwn(account);
        var now = clock.GetUtcNow();
        var password = Passwords.OneTime();
        account.PasswordHash = hasher.HashPassword(account, password);
        account.PasswordWasSet(oneTime: true);
        account.Unlock();
        await db.EndSessionsAsync(account.Id, SessionEnd.PasswordChanged, now, cancellationToken);
        journal.Note(SecurityEventKind.PasswordReset, account);
        unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        return new(await db.DescribeAsync(account, now, cancellationToken), password);
    }
}
