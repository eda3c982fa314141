using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Planned acts as acts of the ordinary procedure.</summary>
public static class PlannedActsOfCase
{
    /// <summary>The act of the procedure by which it is done.</summary>
    public static CaseAct DoneBy(this PlannedAct planned) =>
        planned switch
        {
            PlannedAct.OrderToCorrect => CaseAct.OrderToCorrect,
            PlannedAct.Sealing => CaseAct.SealProperty,
            PlannedAct.SealingExtension => CaseAct.ExtendSealing,
            PlannedAct.SubstitutePerformance => CaseAct.DecideSubstitute,
            PlannedAct.Execution => CaseAct.DecideExecution,
            PlannedAct.CourtApplication => CaseAct.ApplyToCourt,
        };

    /// <summary>Stages at which it can be done; the rows of these acts take them from here.</summary>
    internal static IReadOnlyList<CaseStage> Stages(this PlannedAct planned) =>
        planned switch
        {
            PlannedAct.OrderToCorrect => [CaseStage.Registered, CaseStage.Investigating, CaseStage.Concluded, CaseStage.Told],
            PlannedAct.Sealing => [CaseStage.Registered, CaseStage.Investigating],
            PlannedAct.SealingExtension => [CaseStage.Registered, .. CaseStages.Filed],
            PlannedAct.SubstitutePerformance or PlannedAct.Execution or PlannedAct.CourtApplication => [CaseStage.Served],
        };

    /// <summary>Whether it can still be done at a stage, or, after an emergency, be reviewed.</summary>
    /// <param name="measureId">The sealing that it is about; null if it is about none.</param>
    public static bool IsOpenAt(this PlannedAct planned, Guid? measureId, CaseStage stage) =>
        (planned is PlannedAct.Sealing && measureId is not null ? [CaseStage.Registered, .. CaseStages.Filed] : planned.Stages()).Contains(
            stage
        );
}
