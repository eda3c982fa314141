using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Takes away a second factor that was lost (解除动态口令绑定) and ends the account's sessions; the next sign-in asks for a new one where a role owes it.</summary>
public sealed record ResetSecondFactorCommand(Guid AccountId) : ICommand<AccountDetails>;

internal sealed class ResetSecondFactorHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<ResetSecondFactorCommand, AccountDetails>
{
    public static readonly DomainError NoneSet = new("access.no-second-factor", null, ErrorKind.Conflict, "该账号没有绑定动态口令");

    public async Task<AccountDetails> Handle(ResetSecondFactorCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        user.EnsureNotOwn(account);
        var factor = await db
            .SecondFactors.Include(f => f.RecoveryCodes)
            .FirstOrDefaultAsync(f => f.AccountId == account.Id, cancellationToken);
        if (factor is null || account.SecondFactorSince is null)
            throw NoneSet.With($"账号 {request.AccountId}");
        factor.ReplaceRecoveryCodes([]);
        db.SecondFactors.Remove(factor);
        var now = clock.GetUtcNow();
        account.SecondFactorWasReset();
        await db.EndSessionsAsync(account.Id, SessionEnd.SecondFactorChanged, now, cancellationToken);
        journal.Note(SecurityEventKind.SecondFactorReset, account);
        unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        return await db.DescribeAsync(account, now, cancellationToken);
    }
}
