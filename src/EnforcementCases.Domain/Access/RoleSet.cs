namespace EnforcementCases.Domain.Access;

/// <summary>Which roles one person may hold together (岗位相容).</summary>
/// <remarks>An account administrator (系统管理员) neither handles cases nor audits (三员分立): GB/T 22239 asks for separated administrators.</remarks>
public static class RoleSet
{
    /// <summary>Administrator together with any other role.</summary>
    public static readonly DomainError AdministratorNotAlone = new(
        "access.roles-conflict",
        null,
        ErrorKind.Unacceptable,
        "系统管理员不得兼任审计员或者任何办案岗位（三员分立）"
    );

    /// <summary>A machine account with a role of a person.</summary>
    public static readonly DomainError MachineNotAlone = new(
        "access.machine-role-conflict",
        null,
        ErrorKind.Unacceptable,
        "系统对接账号不得兼任其他岗位"
    );

    /// <summary>The system's own role.</summary>
    public static readonly DomainError NotGrantable = new("access.role-not-grantable", null, ErrorKind.Unacceptable, "该岗位不能授予账号");

    /// <summary>Refuses roles that one person must not hold together.</summary>
    /// <param name="roles">All roles of the person, over all accounts.</param>
    public static void EnsureCompatible(IReadOnlySet<Role> roles)
    {
        if (roles.Contains(Role.System))
            throw NotGrantable.With("系统自身的身份");
        if (roles.Contains(Role.Administrator) && roles.Count > 1)
            throw AdministratorNotAlone.With("系统管理员须为专门账号、专门人员");
        if (roles.Contains(Role.Integration) && roles.Count > 1)
            throw MachineNotAlone.With("对接账号只用于系统之间");
    }
}
