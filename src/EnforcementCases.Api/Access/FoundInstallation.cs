using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access;

/// <summary>Founds the root organisation and its first administrator, once; does nothing if any account exists.</summary>
/// <param name="Kind">Level of the root: City, unless the installation serves a smaller area.</param>
/// <param name="Code">Code of the root.</param>
/// <param name="Name">Name of the root.</param>
public sealed record FoundInstallationCommand(OrganisationKind Kind, string Code, string Name) : IUnkeyedCommand<FirstAdministrator?>;

/// <summary>The first administrator.</summary>
/// <param name="UserName">User name.</param>
/// <param name="OneTimePassword">Printed once; has to be changed at the first sign-in.</param>
public sealed record FirstAdministrator(string UserName, string OneTimePassword);

internal sealed class FoundInstallationHandler(AppDbContext db, UserManager<Account> users, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<FoundInstallationCommand, FirstAdministrator?>
{
    private const string UserName = "admin";

    public async Task<FirstAdministrator?> Handle(FoundInstallationCommand request, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
            return null;
        var now = clock.GetUtcNow();
        var root = new Organisation(Guid.CreateVersion7(now), parent: null, request.Kind, request.Code, request.Name, new(), now);
        db.Organisations.Add(root);
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);
        var person = new Person(Guid.CreateVersion7(now), "系统管理员", staffNumber: null, StaffKind.Establishment, root);
        db.Persons.Add(person);
        var account = new Account(Guid.CreateVersion7(now), UserName, person.Id, root, now);
        account.ReplaceRoles(new HashSet<Role> { Role.Administrator }, LegalDate.Of(now));
        account.PasswordWasSet(oneTime: true);
        var password = Passwords.OneTime();
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
            throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Code)));
        journal.Note(SecurityEventKind.FirstAccountCreated, account);
        return new(UserName, password);
    }
}
