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

/// <summary>Founds the root organisation and its first two administrators, once; does nothing if any account exists. They are two persons: each confirms what the other asks for.</summary>
/// <param name="Kind">Level of the root: City, unless the installation serves a smaller area.</param>
/// <param name="Code">Code of the root.</param>
/// <param name="Name">Name of the root.</param>
public sealed record FoundInstallationCommand(OrganisationKind Kind, string Code, string Name)
    : IUnkeyedCommand<IReadOnlyList<FirstAdministrator>>;

/// <summary>One of the first two administrators.</summary>
/// <param name="UserName">User name.</param>
/// <param name="OneTimePassword">Printed once; has to be changed at the first sign-in, within a day.</param>
public sealed record FirstAdministrator(string UserName, string OneTimePassword);

internal sealed class FoundInstallationHandler(AppDbContext db, UserManager<Account> users, SecurityJournal journal, TimeProvider clock)
    : IRequestHandler<FoundInstallationCommand, IReadOnlyList<FirstAdministrator>>
{
    private static readonly (string UserName, string Name)[] First = [("admin", "系统管理员甲"), ("admin2", "系统管理员乙")];

    public async Task<IReadOnlyList<FirstAdministrator>> Handle(FoundInstallationCommand request, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
            return [];
        var now = clock.GetUtcNow();
        var root = new Organisation(Guid.CreateVersion7(now), parent: null, request.Kind, request.Code, request.Name, new(), now);
        db.Organisations.Add(root);
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);
        var founded = new List<FirstAdministrator>();
        foreach (var (userName, name) in First)
            founded.Add(await OpenAsync(root, userName, name, now));
        return founded;
    }

    private async Task<FirstAdministrator> OpenAsync(Organisation root, string userName, string name, DateTimeOffset now)
    {
        var person = new Person(Guid.CreateVersion7(now), name, staffNumber: null, StaffKind.Establishment, root);
        db.Persons.Add(person);
        var account = new Account(Guid.CreateVersion7(now), userName, person.Id, root, now);
        account.ReplaceRoles(new HashSet<Role> { Role.Administrator }, LegalDate.Of(now));
        account.PasswordWasGiven(to: null, now);
        var password = Passwords.OneTime();
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
            throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Code)));
        journal.Note(SecurityEventKind.FirstAccountCreated, account);
        return new(userName, password);
    }
}
