namespace EnforcementCases.Domain.Personnel;

/// <summary>An officer who acted, as the case keeps it.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Acting">Person, capacity and certificate as the law asks.</param>
public sealed record OfficerAtScene(Guid OfficerId, string Name, ActingOfficer Acting);
