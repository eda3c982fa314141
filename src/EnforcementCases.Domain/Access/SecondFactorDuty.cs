using System.Collections.Frozen;

namespace EnforcementCases.Domain.Access;

/// <summary>Who signs in with a second factor (双因素): whoever reviews, decides, supervises, or changes what others work by. GB/T 22239-2019 8.1.4.1 d).</summary>
public static class SecondFactorDuty
{
    /// <summary>The roles that owe one.</summary>
    public static readonly FrozenSet<Role> Roles = new[]
    {
        Role.LegalReviewer,
        Role.Head,
        Role.DeputyHead,
        Role.Supervisor,
        Role.CatalogueClerk,
        Role.Administrator,
    }.ToFrozenSet();

    /// <summary>Whether one of the roles owes it.</summary>
    public static bool IsOwedBy(IEnumerable<Role> roles) => Roles.Overlaps(roles);
}
