using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Asks for the removal of a lost second factor (解除动态口令绑定). Once a second administrator or the owner has confirmed it, the account's sessions have ended and the next
/// sign-in requires a new one if a role requires it.</summary>
public sealed record ResetSecondFactorCommand(Guid AccountId) : ICommand<AccountDetails>;

internal sealed class ResetSecondFactorHandler(AppDbContext db, CurrentUser user, GuardedChanges changes, TimeProvider clock)
    : IRequestHandler<ResetSecondFactorCommand, AccountDetails>
{
    public static readonly DomainError NoneSet = new("access.no-second-factor", null, ErrorKind.Conflict, "该账号没有绑定动态口令");

    public async Task<AccountDetails> Handle(ResetSecondFactorCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        user.EnsureNotOwn(account);
        if (account.SecondFactorSince is null)
            throw NoneSet.With($"账号 {request.AccountId}");
        await changes.AskAsync(account, GuardedChangeKind.SecondFactorReset, new(), cancellationToken);
        return await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken);
    }
}
