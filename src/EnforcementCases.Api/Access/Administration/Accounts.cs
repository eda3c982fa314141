using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>An account (账号).</summary>
/// <param name="Id">Identity.</param>
/// <param name="UserName">User name, in lower case; unique.</param>
/// <param name="PersonId">The person who uses it.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="OrganisationId">The organisation it belongs to.</param>
/// <param name="OrganisationPath">Path of that organisation: the codes of all organisations from the root down to it, <c>/tj/bhxq/hg/</c>.</param>
/// <param name="Roles">Roles (岗位).</param>
/// <param name="Disabled">Whether it is disabled (停用).</param>
/// <param name="LockedUntil">When the lock set by wrong passwords ends; null if it is not locked.</param>
/// <param name="MustChangePassword">Whether it still has a one-time password.</param>
/// <param name="SecondFactorSince">Since when it signs in with a second factor; null while it does not.</param>
/// <param name="ExternallyLinked">Whether its owner may sign in through the external authority.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; increases with every change of its rights.</param>
public sealed record AccountDetails(
    Guid Id,
    string UserName,
    Guid PersonId,
    string PersonName,
    Guid OrganisationId,
    string OrganisationPath,
    IReadOnlyList<Role> Roles,
    bool Disabled,
    DateTimeOffset? LockedUntil,
    bool MustChangePassword,
    DateTimeOffset? SecondFactorSince,
    bool ExternallyLinked,
    int Version
) : IVersioned
{
    /// <summary>Every office that its owner held or holds through it (任职履历), in the order of appointment.</summary>
    public IReadOnlyList<OfficeDetails> Offices { get; init; } = [];
}

/// <summary>An office of a person (任职).</summary>
/// <param name="Role">The role.</param>
/// <param name="OrganisationPath">Path of the organisation in which it was held.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; null while it is held.</param>
/// <param name="FromAssumed">The first day is that on which the account was opened; the office may be older.</param>
public sealed record OfficeDetails(Role Role, string OrganisationPath, DateOnly From, DateOnly? Until, bool FromAssumed);

/// <summary>An account with its one-time password, to be handed over to its owner.</summary>
/// <param name="Account">The account.</param>
/// <param name="OneTimePassword">The one-time password. It is shown only here and must be changed at the first sign-in.</param>
public sealed record AccountWithPassword(AccountDetails Account, string OneTimePassword) : IVersioned
{
    /// <summary>Identity of the account, the same as <c>account.id</c>.</summary>
    public Guid Id => Account.Id;

    /// <summary>Version of the account, the same as <c>account.version</c>.</summary>
    public int Version => Account.Version;
}

/// <summary>What reads and changes of accounts share.</summary>
internal static class Accounts
{
    public static readonly DomainError NotFound = new("access.account-not-found", null, ErrorKind.NotFound, "没有找到该账号");

    public static readonly DomainError DayInFuture = new("access.office-in-future", null, ErrorKind.Unacceptable, "任免日期不得晚于今天");

    public static readonly DomainError Own = new("access.own-account", null, ErrorKind.Forbidden, "不得对本人账号办理该操作");

    /// <summary>Reads an account in the reader's scope to change it.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>.</exception>
    public static async Task<Account> ToChangeAsync(this AppDbContext db, Guid id, CancellationToken ct) =>
        await db.Users.Include(a => a.Roles).Include(a => a.Offices).FirstOrDefaultAsync(a => a.Id == id, ct)
        ?? throw NotFound.With($"账号 {id}");

    /// <summary>Refuses an administrative operation on the administrator's own account.</summary>
    public static void EnsureNotOwn(this CurrentUser user, Account account)
    {
        if (account.PersonId == user.PersonId)
            throw Own.With("请由另一名管理员办理");
    }

    /// <summary>Ends all sessions of an account.</summary>
    /// <param name="except">The session that is kept.</param>
    public static async Task EndSessionsAsync(
        this AppDbContext db,
        Guid account,
        SessionEnd why,
        DateTimeOffset at,
        CancellationToken ct,
        Guid? except = null
    )
    {
        foreach (var session in await db.Sessions.Where(s => s.AccountId == account && s.EndedAt == null && s.Id != except).ToListAsync(ct))
            session.End(why, at);
    }

    public static AccountDetails Describe(Account a, string personName, DateTimeOffset now) =>
        new(
            a.Id,
            a.UserName!,
            a.PersonId,
            personName,
            a.OrganisationId,
            a.OrganisationPath,
            [.. a.Roles.Select(r => r.Role).Order()],
            a.Disabled,
            a.IsLockedAt(now) ? a.LockoutEnd : null,
            a.MustChangePassword,
            a.SecondFactorSince,
            a.ExternalKey is not null,
            a.RightsVersion
        )
        {
            Offices =
            [
                .. a
                    .Offices.OrderBy(o => o.Place)
                    .Select(o => new OfficeDetails(o.Role, o.OrganisationPath, o.From, o.Until, o.FromAssumed)),
            ],
        };

    /// <summary>The day on which offices are given or taken.</summary>
    /// <param name="stated">The day as entered; null for today.</param>
    /// <exception cref="DomainException"><see cref="DayInFuture"/>.</exception>
    public static DateOnly DayOfChange(DateOnly? stated, DateTimeOffset now) =>
        stated is not { } day ? LegalDate.Of(now)
        : day <= LegalDate.Of(now) ? day
        : throw DayInFuture.With($"填写的是 {day:yyyy-MM-dd}");

    public static async Task<AccountDetails> DescribeAsync(this AppDbContext db, Account account, DateTimeOffset now, CancellationToken ct)
    {
        var name = await db.Persons.IgnoreQueryFilters().Where(p => p.Id == account.PersonId).Select(p => p.Name).FirstAsync(ct);
        return Describe(account, name, now);
    }
}
