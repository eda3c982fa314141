using EnforcementCases.Domain.Discretion;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>The stored assessment on which a decision on the spot is based.</summary>
/// <param name="Id">Identity of the assessment.</param>
/// <param name="ResultSha256">SHA-256 of its result, hex.</param>
/// <param name="Result">Its result.</param>
/// <param name="Input">Its input.</param>
public sealed record AssessedPenalty(Guid Id, string ResultSha256, Assessment Result, AssessmentInput Input)
{
    /// <summary>An assessment as stored.</summary>
    public static AssessedPenalty Of(StoredAssessment stored) =>
        new(stored.Id, stored.ResultSha256, stored.ReadResult(), stored.ReadInput());
}
