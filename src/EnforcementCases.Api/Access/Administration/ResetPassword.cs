using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Asks for a new one-time password of an account (重置口令). Once a second administrator or the owner has confirmed it, the password shown here is valid for a day, the
/// account is unlocked and its sessions have ended.</summary>
public sealed record ResetPasswordCommand(Guid AccountId) : ICommand<AccountWithPassword>;

internal sealed class ResetPasswordHandler(
    AppDbContext db,
    CurrentUser user,
    IPasswordHasher<Account> hasher,
    GuardedChanges changes,
    TimeProvider clock
) : IRequestHandler<ResetPasswordCommand, AccountWithPassword>
{
    public async Task<AccountWithPassword> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        user.EnsureNotOwn(account);
        var password = Passwords.OneTime();
        await changes.AskAsync(
            account,
            GuardedChangeKind.PasswordReset,
            new() { PasswordHash = hasher.HashPassword(account, password) },
            cancellationToken
        );
        return new(await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken), password);
    }
}
