using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Disables an account permanently (停用) and ends its sessions. Records of what was done with it keep its name. The account of another administrator is disabled once a second
/// person has confirmed it.</summary>
public sealed record DisableAccountCommand(Guid AccountId) : ICommand<AccountDetails>;

internal sealed class DisableAccountHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    GuardedChanges changes,
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
        if (!account.Disabled && account.Roles.Any(r => r.Role is Role.Administrator)) // who could confirm nothing any more would leave one administrator alone
            await changes.AskAsync(account, GuardedChangeKind.AdministratorDisabled, new(), cancellationToken);
        else
        {
            await db.DisableAsync(account, user.PersonId, journal, now, change: null, cancellationToken);
            unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        }
        return await db.DescribeAsync(account, now, cancellationToken);
    }
}

/// <summary>What disabling an account takes.</summary>
internal static class Disabling
{
    /// <summary>Ends an account with its sessions, and refuses what was asked for it.</summary>
    /// <param name="by">Who disables it; null if the program does.</param>
    /// <param name="change">The change that does it; null if it was not asked for.</param>
    public static async Task DisableAsync(
        this AppDbContext db,
        Account account,
        Guid? by,
        SecurityJournal journal,
        DateTimeOffset now,
        Guid? change,
        CancellationToken ct
    )
    {
        account.Disable(LegalDate.Of(now));
        await db.RefuseOpenChangesAsync(account.Id, except: change, by, now, ct);
        await db.EndSessionsAsync(account.Id, SessionEnd.AccountDisabled, now, ct);
        journal.Note(SecurityEventKind.AccountDisabled, account);
    }
}
