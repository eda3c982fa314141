using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>An act other than the penalty decision that a review catalogue may list (送审的拟实施行为). Exempt, so without a value: clearing at once (立即代履行), surcharge (加处罚款).</summary>
public enum PlannedAct
{
    /// <summary>责令改正.</summary>
    [Term("责令限期改正")]
    OrderToCorrect,

    /// <summary>查封、扣押.</summary>
    [Term("查封扣押")]
    Sealing,

    /// <summary>延长查封、扣押期限.</summary>
    [Term("延长查封扣押")]
    SealingExtension,

    /// <summary>代履行决定.</summary>
    [Term("决定代履行")]
    SubstitutePerformance,

    /// <summary>强制执行决定.</summary>
    [Term("决定强制执行")]
    Execution,

    /// <summary>申请人民法院强制执行.</summary>
    [Term("申请法院强制执行")]
    CourtApplication,
}

/// <summary>Properties of the planned acts, in the words of the catalogue and of the table of acts.</summary>
public static class PlannedActs
{
    /// <summary>The catalogue's kind of decision for the act.</summary>
    public static ReviewedDecisionKind Kind(this PlannedAct planned) =>
        planned switch
        {
            PlannedAct.OrderToCorrect => ReviewedDecisionKind.Order,
            PlannedAct.Sealing or PlannedAct.SealingExtension => ReviewedDecisionKind.CoerciveMeasure,
            PlannedAct.SubstitutePerformance or PlannedAct.Execution => ReviewedDecisionKind.CoerciveExecution,
            PlannedAct.CourtApplication => ReviewedDecisionKind.CourtApplication,
        };

    /// <summary>Whether it executes the decision, and lapses with it.</summary>
    public static bool ExecutesDecision(this PlannedAct planned) =>
        planned is PlannedAct.SubstitutePerformance or PlannedAct.Execution or PlannedAct.CourtApplication;

    /// <summary>Whether a review, by its key, is of an act that executes the decision.</summary>
    public static bool ExecutesDecision(string key) => Enum.GetValues<PlannedAct>().Any(p => p.ExecutesDecision() && p.Key(null) == key);

    /// <summary>Distinguishes the reviews of one case: the act, with the measure that it concerns.</summary>
    public static string Key(this PlannedAct planned, Guid? measureId) =>
        measureId is { } measure ? $"{planned}:{measure:D}" : $"{planned}";
}

/// <summary>The content of a planned act that a reviewer examined and passed (审核的内容).</summary>
/// <param name="CaseId">The case; the opinion is valid for no other one.</param>
/// <param name="Planned">The planned act.</param>
/// <param name="MeasureId">The sealing that it concerns; null if none.</param>
/// <param name="FinishedStructure">Whether it is the demolition of a finished unlawful structure.</param>
/// <param name="Facts">The facts, word by word.</param>
/// <param name="Basis">The legal basis of the act.</param>
/// <param name="Plan">The plan: what is to be done, to whom, how and when.</param>
public sealed record PlannedMatter(
    Guid CaseId,
    PlannedAct Planned,
    Guid? MeasureId,
    bool FinishedStructure,
    string Facts,
    IReadOnlyList<LegalBasis> Basis,
    string Plan
)
{
    /// <summary>SHA-256 over the canonical bytes, lower-case hex: equal matters have equal hashes, any change gives another.</summary>
    public string Sha256() =>
        ReviewedMatter.Hash(
            "enforcementcases-planned-matter-v1\n"u8,
            new RecordFields()
                .Add("case", CaseId)
                .Add("planned", Planned)
                .Add("measure", MeasureId)
                .Add("finishedStructure", FinishedStructure)
                .Add("facts", Facts)
                .Add("basis", Basis.Select(b => b.ToString()))
                .Add("plan", Plan)
        );
}
