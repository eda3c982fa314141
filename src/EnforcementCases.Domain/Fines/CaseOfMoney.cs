namespace EnforcementCases.Domain.Fines;

/// <summary>The case that money belongs to, as needed for payments and refunds.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town that decided.</param>
/// <param name="OrganisationPath">Path of the organisation that handles the case.</param>
public sealed record CaseOfMoney(Guid CaseId, Guid OrganId, string OrganisationPath);
