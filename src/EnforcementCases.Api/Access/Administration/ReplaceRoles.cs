using System.Text.Json.Serialization;
using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Replaces the roles of an account (调整岗位); removed rights end at once. New roles that decide, review, move money or change the rights of others are granted once a
/// second administrator or the owner has confirmed them. Another administrator loses that role, and gets the roles instead, once a second person has confirmed it.</summary>
/// <param name="Roles">All roles from now on; an empty list removes every role.</param>
/// <param name="On">First day of the roles that are added, and last day of those that end (任免之日); not in the future; default: today. For a role that stays and whose first
/// day is only assumed, an earlier day is entered as the real one.</param>
public sealed record ReplaceRolesCommand(IReadOnlyList<Role> Roles, DateOnly? On = null) : ICommand<AccountDetails>, IChangesVersion
{
    /// <summary>From the route.</summary>
    [JsonIgnore]
    public Guid AccountId { get; init; }
}

internal sealed class ReplaceRolesValidator : AbstractValidator<ReplaceRolesCommand>
{
    public ReplaceRolesValidator() => RuleForEach(c => c.Roles).IsInEnum().WithMessage("岗位不正确");
}

internal sealed class ReplaceRolesHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    RequestContext context,
    SessionDirectory directory,
    GuardedChanges changes,
    SecurityJournal journal,
    AccessSettings settings,
    TimeProvider clock
) : IRequestHandler<ReplaceRolesCommand, AccountDetails>
{
    public async Task<AccountDetails> Handle(ReplaceRolesCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        context.EnsureSeen(account.Id, account.RightsVersion);
        user.EnsureNotOwn(account);
        var roles = request.Roles.ToHashSet();
        await db.EnsureCompatibleAsync(settings, account, roles, cancellationToken);
        var on = Accounts.DayOfChange(request.On, clock.GetUtcNow());
        var before = account.Roles.Select(r => r.Role).ToHashSet();
        if (before.Contains(Role.Administrator) && !roles.Contains(Role.Administrator))
        {
            await changes.WithdrawAsync(account, GuardedChangeKind.RolesGranted, cancellationToken);
            await changes.AskAsync(
                account,
                GuardedChangeKind.AdministratorRemoved,
                new() { Roles = [.. roles.Order()], HeldFrom = request.On },
                cancellationToken
            );
            return await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken);
        }
        await changes.WithdrawAsync(account, GuardedChangeKind.AdministratorRemoved, cancellationToken);
        var guarded = roles.Except(before).Where(SecondPerson.GuardedRoles.Contains).ToList();
        var atOnce = roles.Except(guarded).ToHashSet();
        if (!atOnce.SetEquals(before) || request.On is not null)
        {
            account.ReplaceRoles(atOnce, on);
            journal.NoteRoles(account, before, atOnce);
            unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        }
        if (guarded.Count > 0)
            await changes.AskAsync(
                account,
                GuardedChangeKind.RolesGranted,
                new() { Roles = guarded, HeldFrom = request.On },
                cancellationToken
            );
        else
            await changes.WithdrawAsync(account, GuardedChangeKind.RolesGranted, cancellationToken);
        return await db.DescribeAsync(account, clock.GetUtcNow(), cancellationToken);
    }
}
