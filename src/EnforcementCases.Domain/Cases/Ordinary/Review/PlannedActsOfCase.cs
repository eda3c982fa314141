using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Planned acts in the table of acts of the ordinary procedure.</summary>
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

    /// <summary>Whether it can still be done at a stage, or, after an emergency, be reviewed.</summary>
    /// <param name="measureId">The sealing that it is about; null where it is about none.</param>
    public static bool IsOpenAt(this PlannedAct planned, Guid? measureId, CaseStage stage) =>
        OrdinaryProcedure
            .Of(planned is PlannedAct.Sealing && measureId is not null ? CaseAct.ApproveSealing : planned.DoneBy())!
            .From.Contains(stage);
}
