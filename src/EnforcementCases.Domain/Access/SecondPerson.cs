using System.Collections.Frozen;

namespace EnforcementCases.Domain.Access;

/// <summary>Changes of accounts and organs that one administrator alone does not make (双人确认): a second person confirms them.</summary>
/// <remarks>GB/T 22239 asks for separated administrators. An administrator who resets a password, removes a second factor or grants a role could otherwise act as the
/// person, and one who changes the payee could receive the fines.</remarks>
public static class SecondPerson
{
    /// <summary>How long a confirmed change of an account waits, unless somebody above the organisation or the person confirmed it.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromDays(1);

    /// <summary>How long a change can be confirmed.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    /// <summary>How long a one-time password is valid.</summary>
    public static readonly TimeSpan OneTimePasswordGoodFor = TimeSpan.FromDays(1);

    /// <summary>Roles that decide, approve, review, move money or change what others may do: another person confirms their grant.</summary>
    public static readonly FrozenSet<Role> GuardedRoles = new[]
    {
        Role.Officer,
        Role.TeamLead,
        Role.LegalReviewer,
        Role.HearingHost,
        Role.DeputyHead,
        Role.Head,
        Role.Cashier,
        Role.CatalogueClerk,
        Role.Administrator,
        Role.Integration,
    }.ToFrozenSet();

    /// <summary>The person who asked for the change tries to confirm it, through whatever account.</summary>
    public static readonly DomainError Needed = new(
        "access.second-person-needed",
        null,
        ErrorKind.Forbidden,
        "该变更须由申请人以外的人员确认"
    );

    /// <summary>No such change, or not one that concerns the reader.</summary>
    public static readonly DomainError NotFound = new("access.change-not-found", null, ErrorKind.NotFound, "没有找到该变更");

    /// <summary>The change was confirmed, refused or done already, or too much time has passed.</summary>
    public static readonly DomainError NotWaiting = new("access.change-not-waiting", null, ErrorKind.Conflict, "该变更已不在待确认状态");

    /// <summary>Who asked for the change or confirmed it lost the office by which that was possible, before it took effect.</summary>
    public static readonly DomainError AuthorityEnded = new(
        "access.change-authority-ended",
        null,
        ErrorKind.Conflict,
        "申请人或者确认人已不再具有办理该变更的权限"
    );

    /// <summary>Paths of an organisation and of all above it.</summary>
    public static IReadOnlyList<string> PathsAbove(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(1, parts.Length).Select(n => $"/{string.Join('/', parts[..n])}/")];
    }

    /// <summary>Whether an organisation is above another: who confirms from there confirms from outside.</summary>
    public static bool IsAbove(string path, string below) => path.Length < below.Length && below.StartsWith(path, StringComparison.Ordinal);

    /// <summary>When a confirmed change of an account takes effect.</summary>
    /// <param name="fromOutside">Confirmed by the person or from an organisation above.</param>
    /// <param name="beforeFirstDecision">A grant of roles in an organ that has decided nothing yet.</param>
    public static DateTimeOffset EffectiveAt(DateTimeOffset confirmedAt, bool fromOutside, bool beforeFirstDecision) =>
        fromOutside || beforeFirstDecision ? confirmedAt : confirmedAt + Wait;
}
