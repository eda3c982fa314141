using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Personnel;

/// <summary>A person who holds offices in an organ (任职人员), as its accounts show them.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="OrganisationPath">Path of the organisation where the offices are held.</param>
/// <param name="Roles">The offices.</param>
public sealed record OfficeHolder(Guid PersonId, string Name, string OrganisationPath, IReadOnlySet<Role> Roles)
{
    /// <summary>Whether the person is a leader (负责人) of an organ itself, not of a unit inside it.</summary>
    internal bool IsLeaderOf(string organPath) =>
        string.Equals(OrganisationPath, organPath, StringComparison.Ordinal)
        && (Roles.Contains(Role.Head) || Roles.Contains(Role.DeputyHead));
}
