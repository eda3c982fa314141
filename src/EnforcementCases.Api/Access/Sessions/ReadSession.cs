using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Says who is signed in (当前登录).</summary>
public sealed record ReadSessionQuery : IRequest<CurrentSession>;

/// <summary>Who is signed in.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Account">The account.</param>
/// <param name="Person">The person behind it.</param>
/// <param name="Organisation">Where the account belongs.</param>
/// <param name="Organ">The street or town in whose name the person acts; null above streets.</param>
/// <param name="Roles">Roles (岗位).</param>
/// <param name="MustChangePassword">The password is a one-time one: nothing but changing it is allowed.</param>
/// <param name="SecondFactor">How it stands with the second factor (动态口令).</param>
public sealed record CurrentSession(
    Guid SessionId,
    SessionAccount Account,
    SessionPerson Person,
    SessionOrganisation Organisation,
    SessionOrganisation? Organ,
    IReadOnlyList<Role> Roles,
    bool MustChangePassword,
    SessionSecondFactor SecondFactor
);

/// <summary>The second factor of the account that is signed in.</summary>
/// <param name="Since">Since when the account has one; null where it has none.</param>
/// <param name="MustSet">A role asks for one and there is none: nothing but setting one is allowed.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used.</param>
/// <param name="StepUpUntil">Until when acts that need a step-up go through, exclusive; null where they do not.</param>
public sealed record SessionSecondFactor(DateTimeOffset? Since, bool MustSet, int RecoveryCodesLeft, DateTimeOffset? StepUpUntil);

/// <summary>The account that is signed in.</summary>
public sealed record SessionAccount(Guid Id, string UserName);

/// <summary>The person that is signed in.</summary>
public sealed record SessionPerson(Guid Id, string Name);

/// <summary>An organisation of the person that is signed in.</summary>
public sealed record SessionOrganisation(Guid Id, string Path, string Name);

internal sealed class ReadSessionHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
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
            )
        );
    }
}
