using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Disables an account permanently (停用) and ends its sessions. Records of what was done with it keep its name.</summary>
public sealed record DisableAccountCommand(Guid AccountId) : ICommand<AccountDetails>;

internal sealed class DisableAccountHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<DisableAccountCommand, AccountDetails>
{
    public async Task<AccountDetails> Handle(DisableAccountCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        user.EnsureNotOwn(account);
        var now = clock.GetUtcNow();
        account.Disable(LegalDate.Of(now));
        await db.EndSessionsAsync(account.Id, SessionEnd.AccountDisabled, now, cancellationToken);
        journal.Note(SecurityEventKind.AccountDisabled, account);
        unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        return await db.DescribeAsync(account, now, cancellationToken);
    }
}
