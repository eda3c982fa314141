using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head decides on sealing or seizure (批准查封、扣押): before the measure, or within twenty-four hours after one taken in an emergency. 行政强制法
/// 第十八条、第十九条.</summary>
[Upcast(1)] // things: not named then
public sealed record ApproveSealing : ActBody
{
    /// <summary>Sealing or seizure.</summary>
    public required CoerciveMeasureKind Kind { get; init; }

    /// <summary>The emergency measure to be approved afterwards; null for a measure that has not been taken yet.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>Whether the head approves. An emergency measure that is not approved is lifted at once.</summary>
    public required bool Agrees { get; init; }

    /// <summary>The things to be sealed or detained, with the largest quantity of each; required if a measure that has not been taken yet is approved, otherwise empty: an emergency measure
    /// is approved as its list has it.</summary>
    public IReadOnlyList<ThingToTake> Things { get; init; } = [];

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Agrees)
            foreach (var obstacle in InvestigationGates.CoercionPower.FindObstacles(act.File, act.Law, DoneAt))
                throw obstacle;
        if (MeasureId is not { } id)
        {
            if (!Agrees)
                return;
            ThingToTake.EnsureNamed(Things);
            act.File.PlannedReviews.EnsureReviewed(PlannedAct.Sealing, act.Law, DoneAt);
            return;
        }
        var measure = act.File.Measures.SealedOf(id);
        if (measure is not { Emergency: true, HeadAgreed: null } || measure.Kind != Kind)
            throw MeasuresOnFile.NotToApprove.With($"措施 {id}");
        if (Agrees)
            EmergencyMeasure.EnsureApprovedInTime(measure, DoneAt, act.Law.Calendar);
        act.Meet(DeadlineKind.SealingApproval, SealProperty.Reference(id));
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Measures.Apply(this, done);
        if (MeasureId is null && Agrees)
            file.PlannedReviews.Use(PlannedAct.Sealing);
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("kind", Kind).Add("measure", MeasureId).Add("agrees", Agrees);
}
