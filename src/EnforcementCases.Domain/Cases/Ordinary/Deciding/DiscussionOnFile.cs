using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A discussion of the leaders as it lies in the file (集体讨论), with what lay before them.</summary>
/// <param name="Minutes">Minutes.</param>
/// <param name="Proposed">The proposal that was discussed; null if nothing was proposed then.</param>
/// <param name="Outcome">The outcome that was concluded; null in minutes of before, which did not state it by itself.</param>
/// <param name="Penalties">The kinds and amounts that were concluded; null likewise.</param>
public sealed record DiscussionOnFile(
    DiscussionMinutes Minutes,
    ReviewedMatter? Proposed,
    CaseOutcome? Outcome,
    IReadOnlyList<PenaltyItem>? Penalties
);
