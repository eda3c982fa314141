using System.Text.RegularExpressions;
using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Opens an account (开通账号) for a new person or for one who is entered already; returns a one-time password, valid for a day. Roles that decide, review, move money or change
/// the rights of others are granted once a second administrator has confirmed them.</summary>
/// <param name="UserName">3 to 64 lower-case letters, digits, dots, hyphens and underscores; unique.</param>
/// <param name="OrganisationId">The organisation that the account belongs to and in which its roles apply.</param>
/// <param name="Roles">Roles (岗位).</param>
/// <param name="PersonId">A person who is entered already; otherwise null, and <paramref name="Person"/> is required.</param>
/// <param name="Person">A new person to be entered with the account; otherwise null, and <paramref name="PersonId"/> is required.</param>
/// <param name="HeldFrom">First day on which the person holds the offices (任职之日); not in the future; default: today.</param>
public sealed record CreateAccountCommand(
    string UserName,
    Guid OrganisationId,
    IReadOnlyList<Role> Roles,
    Guid? PersonId = null,
    NewPerson? Person = null,
    DateOnly? HeldFrom = null
) : ICommand<AccountWithPassword>;

/// <summary>A person to be entered (人员).</summary>
/// <param name="Name">Name as printed on documents.</param>
/// <param name="Kind"><c>Establishment</c> (在编) or <c>Auxiliary</c> (辅助).</param>
/// <param name="StaffNumber">Number within the organisation (工号); null if none.</param>
public sealed record NewPerson(string Name, StaffKind Kind, string? StaffNumber = null);

internal sealed partial class CreateAccountValidator : AbstractValidator<CreateAccountCommand>
{
    public CreateAccountValidator()
    {
        RuleFor(c => c.UserName).Matches(UserNamePattern()).WithMessage("用户名为小写字母、数字和 . - _，3 至 64 位");
        RuleFor(c => c.Roles).NotEmpty().WithMessage("请至少选择一个岗位");
        RuleForEach(c => c.Roles).IsInEnum().WithMessage("岗位不正确");
        RuleFor(c => c.Person)
            .Must((c, person) => person is null != c.PersonId is null)
            .WithMessage("请指定已有人员或者填写新人员，二者择一");
        When(
            c => c.Person is not null,
            () =>
            {
                RuleFor(c => c.Person!.Name).NotEmpty().MaximumLength(Person.NameMaxLength).WithMessage("姓名不得为空，不超过 60 字");
                RuleFor(c => c.Person!.StaffNumber).MaximumLength(Person.StaffNumberMaxLength).WithMessage("工号不超过 40 位");
            }
        );
    }

    [GeneratedRegex("^[a-z0-9._-]{3,64}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UserNamePattern();
}

internal sealed class CreateAccountHandler(
    AppDbContext db,
    OrganisationReader organisations,
    UserManager<Account> users,
    SecurityJournal journal,
    CurrentUser user,
    GuardedChanges changes,
    AccessSettings settings,
    TimeProvider clock
) : IRequestHandler<CreateAccountCommand, AccountWithPassword>
{
    public static readonly DomainError NameTaken = new("access.user-name-taken", null, ErrorKind.Conflict, "用户名已被使用");

    public static readonly DomainError PersonNotFound = new("access.person-not-found", null, ErrorKind.NotFound, "没有找到该人员");

    public async Task<AccountWithPassword> Handle(CreateAccountCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var normalized = users.NormalizeName(request.UserName);
        if (await db.Users.IgnoreQueryFilters().AnyAsync(a => a.NormalizedUserName == normalized, cancellationToken))
            throw NameTaken.With(request.UserName);
        var person = await PersonOf(request, organisation, now, cancellationToken);
        var roles = request.Roles.ToHashSet();
        var account = new Account(Guid.CreateVersion7(now), request.UserName, person.Id, organisation, now);
        await db.EnsureCompatibleAsync(settings, account, roles, cancellationToken);
        var guarded = roles.Where(SecondPerson.GuardedRoles.Contains).ToList();
        account.ReplaceRoles(roles.Except(guarded).ToHashSet(), Accounts.DayOfChange(request.HeldFrom, now));
        account.PasswordWasGiven(user.PersonId, now);
        var password = Passwords.OneTime();
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
            throw new InvalidOperationException(string.Join("; ", created.Errors.Select(e => e.Code))); // not reached unless the validator and the checks above miss a rule
        journal.Note(SecurityEventKind.AccountCreated, account, string.Join(',', request.Roles.Distinct().Order()));
        if (guarded.Count > 0)
            await changes.AskAsync(
                account,
                GuardedChangeKind.RolesGranted,
                new() { Roles = guarded, HeldFrom = request.HeldFrom },
                cancellationToken
            );
        return new(Accounts.Describe(account, person.Name, now, await db.OpenChangesAsync([account.Id], cancellationToken)), password);
    }

    private async Task<Person> PersonOf(CreateAccountCommand request, Organisation organisation, DateTimeOffset now, CancellationToken ct)
    {
        if (request.PersonId is { } known)
            return await db.Persons.FirstOrDefaultAsync(p => p.Id == known, ct) ?? throw PersonNotFound.With($"人员 {known}");
        var entered = request.Person!;
        var person = new Person(Guid.CreateVersion7(now), entered.Name, entered.StaffNumber, entered.Kind, organisation);
        db.Persons.Add(person);
        return person;
    }
}

/// <summary>Separation of duty is by person: roles are judged over all accounts of the person.</summary>
internal static class PersonsRoles
{
    /// <exception cref="DomainException">See <see cref="RoleSet.EnsureCompatible"/>.</exception>
    public static async Task EnsureCompatibleAsync(
        this AppDbContext db,
        AccessSettings settings,
        Account account,
        IReadOnlySet<Role> roles,
        CancellationToken ct
    )
    {
        // until the commit nobody else grants this person anything: of two grants at once the second sees the first
        await db
            .Persons.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(p => p.Id == account.PersonId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Name, x => x.Name), ct);
        var elsewhere = await db
            .Users.IgnoreQueryFilters()
            .Where(a => a.PersonId == account.PersonId && a.Id != account.Id && !a.Disabled)
            .SelectMany(
                a => a.Roles,
                (a, r) =>
                    new
                    {
                        r.Role,
                        a.OrganisationId,
                        a.OrganisationPath,
                    }
            )
            .ToListAsync(ct);
        var places = elsewhere.Select(held => held.OrganisationId).Append(account.OrganisationId).Distinct().ToList();
        var organs = await db
            .Organisations.Where(o => places.Contains(o.Id) && o.OrganId != null)
            .Join(db.Organisations, o => o.OrganId, organ => organ.Id, (o, organ) => new { o.Id, organ.Path })
            .ToDictionaryAsync(o => o.Id, o => o.Path, ct);
        RoleSet.EnsureCompatible(
            [
                .. roles.Select(role => new HeldRole(role, account.OrganisationPath, organs.GetValueOrDefault(account.OrganisationId))),
                .. elsewhere.Select(held => new HeldRole(held.Role, held.OrganisationPath, organs.GetValueOrDefault(held.OrganisationId))),
            ],
            settings.MayReviewBesideOfficer
        );
    }
}
