using System.Collections.Frozen;

namespace EnforcementCases.Domain.Access;

/// <summary>Which roles sign in with a second factor (双因素): those that review, decide, supervise, or change the settings of others. GB/T 22239-2019 8.1.4.1 d).</summary>
public static class SecondFactorDuty
{
    /// <summary>The roles that need a second factor.</summary>
    public static readonly FrozenSet<Role> Roles = new[]
    {
        Role.LegalReviewer,
        Role.Head,
        Role.DeputyHead,
        Role.Supervisor,
        Role.CatalogueClerk,
        Role.Administrator,
    }.ToFrozenSet();

    /// <summary>Whether one of the roles needs a second factor.</summary>
    public static bool IsOwedBy(IEnumerable<Role> roles) => Roles.Overlaps(roles);
}
