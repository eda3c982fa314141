namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Stages of an ordinary case that many acts have in common.</summary>
internal static class CaseStages
{
    /// <summary>The stage by which the table of acts judges a case: a decision on the spot is served as it is made.</summary>
    public static CaseStage InTable(this EnforcementCase @case, CaseStage stage) =>
        @case.Procedure is CaseProcedure.Simple && stage is CaseStage.Decided ? CaseStage.Served : stage;

    /// <summary>The present stage in the same sense.</summary>
    public static CaseStage StageInTable(this EnforcementCase @case) => @case.InTable(@case.Stage);

    /// <summary>Stages at which the case is with the organ: things of the party can be dealt with and officers replaced, whatever became of the case.</summary>
    public static readonly IReadOnlyList<CaseStage> Filed =
    [
        CaseStage.Investigating,
        CaseStage.Concluded,
        CaseStage.Told,
        CaseStage.Decided,
        CaseStage.Served,
        CaseStage.Ended,
        CaseStage.Revoked,
    ];

    /// <summary>Stages at which things of the party are dealt with: from the clue on, and after the closing what the judicial organs give back.</summary>
    public static readonly IReadOnlyList<CaseStage> ThingsHeld = [CaseStage.Registered, .. Filed, CaseStage.Closed, CaseStage.Archived];

    /// <summary>Stages between the filing and the decision, so that deciding too early is refused with the article and not with the stage.</summary>
    public static readonly IReadOnlyList<CaseStage> Undecided = [CaseStage.Investigating, CaseStage.Concluded, CaseStage.Told];
}
