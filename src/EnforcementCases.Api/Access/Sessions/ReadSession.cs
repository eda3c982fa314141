using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Reads who is signed in (当前登录).</summary>
public sealed record ReadSessionQuery : IRequest<CurrentSession>;

/// <summary>Who is signed in.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Account">The account.</param>
/// <param name="Person">The person who uses it.</param>
/// <param name="Organisation">The organisation that the account belongs to.</param>
/// <param name="Organ">The street or town in whose name the person acts; null for an organisation above streets and towns.</param>
/// <param name="Roles">Roles (岗位).</param>
/// <param name="MustChangePassword">Whether the password is a one-time password; then only changing it is allowed.</param>
/// <param name="SecondFactor">State of the second factor (动态口令).</param>
/// <param name="ChangesWaiting">Number of changes that concern the caller and are not done yet, at most 200: of the own accounts, of the organ that he or she heads or administers. They are
/// listed at <c>/admin/changes</c> and can be refused there.</param>
public sealed record CurrentSession(
    Guid SessionId,
    SessionAccount Account,
    SessionPerson Person,
    SessionOrganisation Organisation,
    SessionOrganisation? Organ,
    IReadOnlyList<Role> Roles,
    bool MustChangePassword,
    SessionSecondFactor SecondFactor,
    int ChangesWaiting
);

/// <summary>The second factor of the account that is signed in.</summary>
/// <param name="Since">Since when the account has one; null if none.</param>
/// <param name="MustSet">Whether a role requires a second factor and the account has none; then only setting one is allowed.</param>
/// <param name="RecoveryCodesLeft">Number of unused recovery codes.</param>
/// <param name="StepUpUntil">Until when operations that need a recent second factor are allowed, exclusive; null if they are not allowed now.</param>
public sealed record SessionSecondFactor(DateTimeOffset? Since, bool MustSet, int RecoveryCodesLeft, DateTimeOffset? StepUpUntil);

/// <summary>The account of the session.</summary>
/// <param name="Id">Identity of the account.</param>
/// <param name="UserName">User name, in lower case.</param>
public sealed record SessionAccount(Guid Id, string UserName);

/// <summary>The person who is signed in.</summary>
/// <param name="Id">Identity of the person.</param>
/// <param name="Name">Name of the person.</param>
public sealed record SessionPerson(Guid Id, string Name);

/// <summary>An organisation of the person who is signed in.</summary>
/// <param name="Id">Identity of the organisation.</param>
/// <param name="Path">Codes of all organisations from the root down to it, <c>/tj/bhxq/hg/</c>.</param>
/// <param name="Name">Full name of the organisation.</param>
public sealed record SessionOrganisation(Guid Id, string Path, string Name);

internal sealed class ReadSessionHandler(AppDbContext db, CurrentUser user, GuardedChanges changes, TimeProvider clock)
    : IRequestHandler<ReadSessionQuery, CurrentSession>
{
    public async Task<CurrentSession> Handle(ReadSessionQuery request, CancellationToken cancellationToken)
    {
        var account = await db
            .Users.Where(a => a.Id == user.AccountId)
            .Select(a => new { Name = a.UserName!, a.SecondFactorSince })
            .FirstAsync(cancellationToken);
        var codesLeft = await db
            .SecondFactors.Where(f => f.AccountId == user.AccountId)
            .SelectMany(f => f.RecoveryCodes)
            .CountAsync(c => c.UsedAt == null, cancellationToken);
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(o => o.Id == user.OrganisationId || o.Id == user.OrganId)
            .Select(o => new SessionOrganisation(o.Id, o.Path, o.Name))
            .ToListAsync(cancellationToken);
        return new(
            user.SessionId,
            new(user.AccountId, account.Name),
            new(user.PersonId, user.PersonName),
            organisations.First(o => o.Id == user.OrganisationId),
            organisations.Find(o => o.Id == user.OrganId),
            [.. user.Roles.Order()],
            user.MustChangePassword,
            new(
                account.SecondFactorSince,
                user.MustSetSecondFactor,
                codesLeft,
                user.StepUpUntil > clock.GetUtcNow() ? user.StepUpUntil : null
            ),
            (await changes.ListAsync(openOnly: true, cursor: null, Cursor.LargestLimit, cancellationToken)).Items.Count
        );
    }
}
