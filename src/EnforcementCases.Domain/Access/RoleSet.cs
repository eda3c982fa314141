using System.Collections.Frozen;

namespace EnforcementCases.Domain.Access;

/// <summary>A role as a person holds it.</summary>
/// <param name="Role">The role.</param>
/// <param name="OrganisationPath">Path of the organisation where it is held.</param>
/// <param name="OrganPath">Path of the street or town to which that organisation belongs; null for one above streets.</param>
public readonly record struct HeldRole(Role Role, string OrganisationPath, string? OrganPath = null);

/// <summary>A line of the table of roles that exclude each other (不相容岗位).</summary>
/// <param name="Role">The role.</param>
/// <param name="Others">Roles that the same person must not hold beside it.</param>
/// <param name="SameOrgan">Only if both organisations belong to one street or town, or one of them is the other, or lies below it.</param>
/// <param name="Why">The refusal.</param>
public sealed record RoleExclusion(Role Role, FrozenSet<Role> Others, bool SameOrgan, DomainError Why);

/// <summary>Which roles one person may hold together (岗位相容), over all accounts of the person.</summary>
/// <remarks>Accounts, cases and audit are separated (三员分立): GB/T 22239 asks for separated administrators. Fines are decided and kept by different persons (罚缴分离), and
/// who investigates does not review (行政处罚法 第五十八条).</remarks>
public static class RoleSet
{
    /// <summary>Administrator together with any other role.</summary>
    public static readonly DomainError AdministratorNotAlone = new(
        "access.roles-conflict",
        null,
        ErrorKind.Unacceptable,
        "系统管理员不得兼任审计员或者任何办案岗位（三员分立）"
    );

    /// <summary>Auditor together with a role that acts.</summary>
    public static readonly DomainError AuditorActs = new(
        "access.auditor-role-conflict",
        null,
        ErrorKind.Unacceptable,
        "审计员不得兼任任何办理业务的岗位（三员分立）"
    );

    /// <summary>A machine account with a role of a person.</summary>
    public static readonly DomainError MachineNotAlone = new(
        "access.machine-role-conflict",
        null,
        ErrorKind.Unacceptable,
        "系统对接账号不得兼任其他岗位"
    );

    /// <summary>Cashier together with a role that approves, reviews or decides.</summary>
    public static readonly DomainError CashierDecides = new(
        "access.cashier-role-conflict",
        null,
        ErrorKind.Unacceptable,
        "财务人员不得兼任审批、审核、决定岗位（罚缴分离）"
    );

    /// <summary>Legal reviewer together with officer of the same organ.</summary>
    public static readonly DomainError ReviewerInvestigates = new(
        "access.reviewer-role-conflict",
        null,
        ErrorKind.Unacceptable,
        "法制审核员不得兼任本单位执法人员"
    );

    /// <summary>The system's own role.</summary>
    public static readonly DomainError NotGrantable = new("access.role-not-grantable", null, ErrorKind.Unacceptable, "该岗位不能授予账号");

    private static readonly Role[] All = Enum.GetValues<Role>();

    /// <summary>The table: which roles exclude each other.</summary>
    public static IReadOnlyList<RoleExclusion> Exclusions { get; } =
    [
        new(Role.Administrator, AllBut(Role.Administrator), SameOrgan: false, AdministratorNotAlone),
        new(Role.Integration, AllBut(Role.Integration), SameOrgan: false, MachineNotAlone),
        new(Role.Auditor, AllBut(Role.Auditor, Role.Supervisor), SameOrgan: false, AuditorActs),
        new(
            Role.Cashier,
            new[] { Role.TeamLead, Role.LegalReviewer, Role.HearingHost, Role.DeputyHead, Role.Head }.ToFrozenSet(),
            SameOrgan: false,
            CashierDecides
        ),
        new(Role.LegalReviewer, new[] { Role.Officer }.ToFrozenSet(), SameOrgan: true, ReviewerInvestigates),
    ];

    /// <summary>Refuses roles that one person must not hold together.</summary>
    /// <param name="held">All roles of the person, over all accounts.</param>
    /// <param name="mayReviewBesideOfficer">Whether the organisation at a path is too small for a reviewer who is no officer: independence is then checked case by
    /// case alone.</param>
    /// <exception cref="DomainException">A line of <see cref="Exclusions"/>, or <see cref="NotGrantable"/>.</exception>
    public static void EnsureCompatible(IReadOnlyCollection<HeldRole> held, Func<string, bool> mayReviewBesideOfficer)
    {
        if (held.Any(h => h.Role is Role.System))
            throw NotGrantable.With("系统自身的身份");
        foreach (var line in Exclusions)
        foreach (var one in held.Where(h => h.Role == line.Role))
        foreach (var other in held.Where(h => line.Others.Contains(h.Role)))
        {
            if (line.SameOrgan && (!AreOfOneOrgan(one, other) || mayReviewBesideOfficer(other.OrganisationPath)))
                continue;
            throw line.Why.With($"{one.Role.Term()}、{other.Role.Term()}由同一人员担任", "由不同人员分别担任");
        }
    }

    private static bool AreOfOneOrgan(HeldRole one, HeldRole other) =>
        (one.OrganPath is { } organ && organ == other.OrganPath)
        || one.OrganisationPath.StartsWith(other.OrganisationPath, StringComparison.Ordinal)
        || other.OrganisationPath.StartsWith(one.OrganisationPath, StringComparison.Ordinal);

    private static FrozenSet<Role> AllBut(params Role[] except) => All.Except([.. except, Role.System]).ToFrozenSet();
}
