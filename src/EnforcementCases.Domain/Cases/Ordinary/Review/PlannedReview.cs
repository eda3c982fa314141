using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The latest review of a planned act.</summary>
/// <param name="Sent">As it was sent.</param>
/// <param name="Round">How many times it was sent.</param>
/// <param name="Reviewer">Who took it; null before.</param>
/// <param name="Opinion">The opinion; null before.</param>
/// <param name="UsedUp">The act was done on this opinion: another of its kind needs another.</param>
public sealed record PlannedReview(
    SubmitPlannedAct Sent,
    int Round,
    Guid? Reviewer = null,
    ReviewOpinion? Opinion = null,
    bool UsedUp = false
)
{
    /// <summary>It waits for an opinion.</summary>
    public bool IsOpen => Opinion is null;
}
