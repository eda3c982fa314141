namespace EnforcementCases.Domain.LegalReview;

/// <summary>The case that a review task belongs to.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town that decides it.</param>
/// <param name="OrganisationPath">Path of the organisation that handles the case.</param>
public sealed record CaseInReview(Guid CaseId, Guid OrganId, string OrganisationPath);
