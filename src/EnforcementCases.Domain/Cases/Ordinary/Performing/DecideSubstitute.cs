using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides that a duty is performed by a third party at the party's cost (代履行决定, D42). 行政强制法 第五十条、第五十一条.</summary>
public sealed record DecideSubstitute : ActBody
{
    /// <summary>The duty is to remove an obstacle or to restore the original state (排除妨碍、恢复原状); it must be.</summary>
    public required bool RemovalOrRestoration { get; init; }

    /// <summary>What non-performance harms or will harm; null if nothing, and then the decision is refused.</summary>
    public HarmOfNonPerformance? Harm { get; init; }

    /// <summary>Reasons and basis (理由和依据).</summary>
    public required string ReasonsAndBasis { get; init; }

    /// <summary>Object and manner (标的、方式).</summary>
    public required string ObjectAndManner { get; init; }

    /// <summary>Planned day of the performance (代履行的时间).</summary>
    public required DateOnly PerformOn { get; init; }

    /// <summary>Estimated cost in fen (费用预算).</summary>
    public required long CostEstimateFen { get; init; }

    /// <summary>Name of the third party that performs (代履行人).</summary>
    public required string Performer { get; init; }

    /// <summary>The performer has no interest in the matter (没有利害关系); it must have none.</summary>
    public required bool PerformerDisinterested { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.File.Remedies.EnsureMayExecute(act.DoneOn);
        // served and called upon again today at the earliest: what is refused now can never become right
        PerformanceByOthers.EnsureMayStart(PlanFor(act.File, PerformOn, act.DoneOn, act.DoneOn), act.Law.Calendar);
        act.Issue(DocumentKind.SubstitutePerformance);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done)
    {
        file.Execution.Apply(this, done);
        file.PlannedReviews.Use(PlannedAct.SubstitutePerformance);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("harm", Harm).Add("performOn", PerformOn).Add("costEstimateFen", CostEstimateFen);

    /// <summary>The plan as the law asks for it; its number comes with the paper.</summary>
    internal PerformanceByOthersPlan PlanFor(OrdinaryFile file, DateOnly performOn, DateOnly? servedOn, DateOnly? calledAgainOn) =>
        new()
        {
            Number = "",
            DecisionServedOn = servedOn,
            RemovalOrRestoration = RemovalOrRestoration,
            Harm = Harm,
            ReasonsAndBasis = ReasonsAndBasis,
            ObjectAndManner = ObjectAndManner,
            PerformOn = performOn,
            CostEstimateFen = CostEstimateFen,
            Performer = Performer,
            PerformerDisinterested = PerformerDisinterested,
            CallServedOn = file.Calls.ServedOn,
            PerformBy = file.Calls.Served?.Call.PerformBy,
            CalledAgainOn = calledAgainOn,
        };
}
