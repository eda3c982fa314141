using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
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
public sealed record CurrentSession(
    Guid SessionId,
    SessionAccount Account,
    SessionPerson Person,
    SessionOrganisation Organisation,
    SessionOrganisation? Organ,
    IReadOnlyList<Role> Roles,
    bool MustChangePassword
);

/// <summary>The account that is signed in.</summary>
public sealed record SessionAccount(Guid Id, string UserName);

/// <summary>The person that is signed in.</summary>
public sealed record SessionPerson(Guid Id, string Name);

/// <summary>An organisation of the person that is signed in.</summary>
public sealed record SessionOrganisation(Guid Id, string Path, string Name);

internal sealed class ReadSessionHandler(AppDbContext db, CurrentUser user) : IRequestHandler<ReadSessionQuery, CurrentSession>
{
    public async Task<CurrentSession> Handle(ReadSessionQuery request, CancellationToken cancellationToken)
    {
        var name = await db.Users.Where(a => a.Id == user.AccountId).Select(a => a.UserName!).FirstAsync(cancellationToken);
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(o => o.Id == user.OrganisationId || o.Id == user.OrganId)
            .Select(o => new SessionOrganisation(o.Id, o.Path, o.Name))
            .ToListAsync(cancellationToken);
        return new(
            user.SessionId,
            new(user.AccountId, name),
            new(user.PersonId, user.PersonName),
            organisations.First(o => o.Id == user.OrganisationId),
            organisations.Find(o => o.Id == user.OrganId),
            [.. user.Roles.Order()],
            user.MustChangePassword
        );
    }
}
