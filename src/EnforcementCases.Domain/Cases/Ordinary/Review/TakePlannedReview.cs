using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A reviewer takes on the review of a planned act (受理拟实施行为的法制审核). He or she must be qualified according to the register. 行政处罚法 第五十八条第二款.</summary>
public sealed record TakePlannedReview : ActBody
{
    /// <summary>The planned act.</summary>
    public required PlannedAct Planned { get; init; }

    /// <summary>The sealing that the planned act concerns, the same as in the submission; null if none.</summary>
    public Guid? MeasureId { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.File.PlannedReviews.OpenOf(Planned, MeasureId);
        act.EnsureMayReview();
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.PlannedReviews.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("planned", Planned).Add("measure", MeasureId);
}
