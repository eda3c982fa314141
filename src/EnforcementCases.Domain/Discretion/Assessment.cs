using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Whether a penalty is allowed.</summary>
public enum PenaltyVerdict
{
    /// <summary>可以处罚.</summary>
    Allowed,

    /// <summary>可以不予处罚 (首违、清单): the organ may impose no penalty.</summary>
    MayBeLetOff,

    /// <summary>不予处罚: a penalty is forbidden.</summary>
    Forbidden,
}

/// <summary>What a step of the assessment leads to.</summary>
public enum StepEffect
{
    /// <summary>It was examined, and nothing follows.</summary>
    None,

    /// <summary>A penalty is forbidden.</summary>
    Forbids,

    /// <summary>The organ may impose no penalty.</summary>
    MayLetOff,

    /// <summary>The penalty must be lenient or mitigated.</summary>
    DemandsLeniency,

    /// <summary>The penalty may be lenient or mitigated.</summary>
    AllowsLeniency,

    /// <summary>The penalty may be heavier, inside the range.</summary>
    AllowsAggravation,

    /// <summary>It sets a range.</summary>
    Limits,

    /// <summary>Something must be added before a decision.</summary>
    Demands,
}

/// <summary>A step of the assessment: a rule, what was found and why; a step may depend on others.</summary>
/// <param name="Rule">Id in the rule table, <c>APL-33-1b</c>.</param>
/// <param name="Basis">Article of law, as cited.</param>
/// <param name="Effect">What the step leads to.</param>
/// <param name="Reason">What was found and why, in Chinese.</param>
/// <param name="Version">Label of the version of the provision, benchmark or entry that was used; null if the step uses none.</param>
/// <param name="Because">Earlier steps on which it depends; empty for none.</param>
public sealed record AssessmentStep(
    string Rule,
    [property: Bilingual] string Basis,
    StepEffect Effect,
    [property: Bilingual] string Reason,
    string? Version,
    IReadOnlyList<AssessmentStep> Because
);

/// <summary>A range of fines in fen.</summary>
/// <param name="LowestFen">Lowest fine, in fen; inclusive unless <c>lowestExcluded</c> is true.</param>
/// <param name="HighestFen">Highest fine, in fen, inclusive.</param>
/// <param name="LowestExcluded">True if the lowest is exclusive, because it belongs to the tier before (下一档不含下限).</param>
public sealed record FenRange(long LowestFen, long HighestFen, bool LowestExcluded = false)
{
    /// <summary>Whether the amount lies inside.</summary>
    public bool Contains(Money fine) => fine.Fen <= HighestFen && (LowestExcluded ? fine.Fen > LowestFen : fine.Fen >= LowestFen);

    /// <summary>As the range of the provision.</summary>
    public FineRange ToFineRange() => new(Money.OfFen(LowestFen), Money.OfFen(HighestFen));
}

/// <summary>One side of the comparison of old and new law (新旧规定对照).</summary>
/// <param name="VersionId">The version.</param>
/// <param name="Version">Its label.</param>
/// <param name="Basis">The provision, as cited.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="LowestFine">Lowest fine, inclusive, in the unit of the provision's mode; null if it sets no fine.</param>
/// <param name="HighestFine">Highest fine, inclusive, in the unit of the provision's mode; null if it sets no fine.</param>
public sealed record LawSide(
    Guid VersionId,
    string Version,
    [property: Bilingual] string Basis,
    IReadOnlyList<PenaltyKind> Kinds,
    long? LowestFine,
    long? HighestFine
);

/// <summary>Which law applies (从旧兼从轻). 行政处罚法 第三十七条.</summary>
/// <param name="AtOffence">The law at the time of the offence.</param>
/// <param name="Now">The law now; null if it was repealed.</param>
/// <param name="Changed">Whether the two versions differ.</param>
/// <param name="Milder">Label of the milder version; null if they are equally severe or cannot be compared.</param>
/// <param name="Applied">Label of the version that applies: the chosen one; without a choice the milder one; otherwise that of the time of the offence.</param>
/// <param name="Chosen">The recorded choice; null if none was made.</param>
public sealed record LawFinding(LawSide AtOffence, LawSide? Now, bool Changed, string? Milder, string Applied, ChosenLaw? Chosen);

/// <summary>What the benchmark contributes to the result.</summary>
/// <param name="Code">Code of the benchmark; null if the violation has none.</param>
/// <param name="Version">Label of its version; null if the violation has none.</param>
/// <param name="Binds">Whether it binds this decision; one that is illustrative, from another place or faulty does not.</param>
/// <param name="NotAppliedBecause">Why it does not bind, in Chinese; null if it does.</param>
/// <param name="Tier">The tier that follows from the facts; null if no benchmark binds.</param>
/// <param name="Range">Range of fines of that tier for the party; null if the tier imposes none.</param>
public sealed record BenchmarkFinding(
    string? Code,
    string? Version,
    bool Binds,
    [property: Bilingual] string? NotAppliedBecause,
    BenchmarkTier? Tier,
    FenRange? Range
);

/// <summary>How lenient the penalty must or may be (从轻、减轻). 行政处罚法 第三十条、第三十二条.</summary>
/// <param name="Demanded">Whether the penalty must be lenient or mitigated.</param>
/// <param name="DemandedBy">Id of the rule that requires it; null if none does.</param>
/// <param name="Allowed">Whether the penalty may be lenient or mitigated.</param>
/// <param name="Lenient">Range of a lenient fine (从轻), inside the statutory range; null if the provision sets no fine or there is no ground.</param>
/// <param name="Mitigated">Range of a mitigated fine (减轻), below the statutory minimum and requiring legal review; null if there is no minimum or no
/// ground.</param>
public sealed record LeniencyFinding(bool Demanded, string? DemandedBy, bool Allowed, FenRange? Lenient, FenRange? Mitigated);

/// <summary>Something that a decision based on this assessment must contain.</summary>
/// <param name="Kind">Kind of the demand.</param>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="Text">Text of the demand, in Chinese.</param>
public sealed record AssessmentDemand(DemandKind Kind, string Rule, [property: Bilingual] string Text);

/// <summary>Kind of a demand.</summary>
public enum DemandKind
{
    /// <summary>裁量理由: written reasons for the amount.</summary>
    ReasonsForAmount,

    /// <summary>新旧规定的选择: a recorded choice.</summary>
    ChoiceOfLaw,

    /// <summary>教育记录: required whenever no penalty is given.</summary>
    Education,

    /// <summary>证据: a claim is not proved.</summary>
    Evidence,

    /// <summary>身份未核实: earlier matters could not be searched.</summary>
    HistoryNotSearchable,

    /// <summary>不适用清单的理由: an entry of the exemption list matches.</summary>
    ReasonsAgainstList,

    /// <summary>责令监护人管教或者看管治疗.</summary>
    Guardian,

    /// <summary>拟减轻的须法制审核和集体讨论.</summary>
    ReviewOfMitigation,

    /// <summary>免罚清单的答复: an entry of the exemption list for this violation is not answered.</summary>
    ListUnanswered,
}

/// <summary>The result of an assessment (裁量评估), which can be stored and replayed.</summary>
/// <param name="Engine">Version of the assessment engine; the same version gives the same result for the same input.</param>
/// <param name="Verdict">Whether a penalty is allowed.</param>
/// <param name="DecisiveRule">Id of the rule that forbids the penalty or allows no penalty; null if a penalty is allowed.</param>
/// <param name="Law">Which law applies.</param>
/// <param name="AppliedVersionId">Version of the violation that applies.</param>
/// <param name="HigherNorm">Code of another provision that punishes the same offence with a higher fine and must be applied instead (APL-29); null if
/// none.</param>
/// <param name="Statutory">Range of the fine by law; null if the provision sets no fine.</param>
/// <param name="Circumstance">Circumstance whose own range applies; null for the range that the article prints first.</param>
/// <param name="FineExcluded">True if no administrative fine may be imposed because a criminal fine was imposed before (APL-35).</param>
/// <param name="Benchmark">What the benchmark contributes to the result.</param>
/// <param name="Leniency">How lenient the penalty must or may be.</param>
/// <param name="Aggravating">Circumstances that may aggravate the penalty.</param>
/// <param name="Listed">Codes of the entries of the exemption list that match.</param>
/// <param name="Demands">What a decision must contain.</param>
/// <param name="Steps">The steps of the assessment, in their order.</param>
[UpcastRename(0, "law.atAct", "atOffence")]
[UpcastRename(0, "benchmark.whyNot", "notAppliedBecause")]
public sealed record Assessment(
    int Engine,
    PenaltyVerdict Verdict,
    string? DecisiveRule,
    LawFinding Law,
    Guid AppliedVersionId,
    string? HigherNorm,
    FenRange? Statutory,
    string? Circumstance,
    bool FineExcluded,
    BenchmarkFinding Benchmark,
    LeniencyFinding Leniency,
    IReadOnlyList<AggravatingFactor> Aggravating,
    IReadOnlyList<string> Listed,
    IReadOnlyList<AssessmentDemand> Demands,
    IReadOnlyList<AssessmentStep> Steps
);
