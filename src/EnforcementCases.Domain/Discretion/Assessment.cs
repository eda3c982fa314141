using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Whether a penalty is allowed at all.</summary>
public enum PenaltyVerdict
{
    /// <summary>可以处罚.</summary>
    Allowed,

    /// <summary>可以不予处罚 (首违、清单): the organ may let the party off.</summary>
    MayBeLetOff,

    /// <summary>不予处罚: a penalty is forbidden.</summary>
    Forbidden,
}

/// <summary>What a step of the assessment leads to.</summary>
public enum StepEffect
{
    /// <summary>Looked at, and nothing follows.</summary>
    None,

    /// <summary>A penalty is forbidden.</summary>
    Forbids,

    /// <summary>The party may be let off.</summary>
    MayLetOff,

    /// <summary>The penalty shall be lighter or mitigated.</summary>
    DemandsLeniency,

    /// <summary>The penalty may be lighter or mitigated.</summary>
    AllowsLeniency,

    /// <summary>The penalty may be heavier, inside the range.</summary>
    AllowsAggravation,

    /// <summary>Sets a range.</summary>
    Limits,

    /// <summary>Something has to be added before a decision.</summary>
    Demands,
}

/// <summary>A step of the assessment: a rule, what was found and why; a step may depend on others.</summary>
/// <param name="Rule">Id in the rule table, <c>APL-33-1b</c>.</param>
/// <param name="Basis">Article, as cited.</param>
/// <param name="Effect">What it leads to.</param>
/// <param name="Reason">What was found and why, in Chinese.</param>
/// <param name="Version">Version of the provision, benchmark or entry that was used; null if the step needs none.</param>
/// <param name="Because">Earlier steps that it depends on.</param>
public sealed record AssessmentStep(
    string Rule,
    [property: Bilingual] string Basis,
    StepEffect Effect,
    [property: Bilingual] string Reason,
    string? Version,
    IReadOnlyList<AssessmentStep> Because
);

/// <summary>A range of fines in fen.</summary>
/// <param name="LowestFen">Lowest.</param>
/// <param name="HighestFen">Highest, inclusive.</param>
/// <param name="LowestExcluded">True: the lowest is exclusive, because it belongs to the tier before (下一档不含下限).</param>
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
/// <param name="Basis">Provision, as cited.</param>
/// <param name="Kinds">Kinds of penalty.</param>
/// <param name="LowestFine">Lowest fine, in the provision's measure; null if it threatens none.</param>
/// <param name="HighestFine">Highest fine, in the same measure.</param>
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
/// <param name="Changed">The two differ.</param>
/// <param name="Milder">Label of the milder version; null if they are equally severe or cannot be compared.</param>
/// <param name="Applied">Label of the version this assessment applies: the chosen one, else the milder, else that of the offence.</param>
/// <param name="Chosen">The recorded choice; null if none was made.</param>
public sealed record LawFinding(LawSide AtOffence, LawSide? Now, bool Changed, string? Milder, string Applied, ChosenLaw? Chosen);

/// <summary>The benchmark's part of the result.</summary>
/// <param name="Code">Code of the benchmark; null if the violation has none.</param>
/// <param name="Version">Its version.</param>
/// <param name="Binds">Whether it binds this decision; an illustrative, non-local or faulty set does not.</param>
/// <param name="FindObstacles">Why it does not bind, in Chinese; null if it does.</param>
/// <param name="Tier">The tier that the facts lead to; null if none binds.</param>
/// <param name="Range">Its range of fines for the party; null if the tier imposes none.</param>
public sealed record BenchmarkFinding(
    string? Code,
    string? Version,
    bool Binds,
    [property: Bilingual] string? FindObstacles,
    BenchmarkTier? Tier,
    FenRange? Range
);

/// <summary>How far leniency goes (从轻、减轻). 行政处罚法 第三十条、第三十二条.</summary>
/// <param name="Demanded">The penalty must be lighter or mitigated.</param>
/// <param name="DemandedBy">Rule that requires it; null if none does.</param>
/// <param name="Allowed">The penalty may be lighter or mitigated.</param>
/// <param name="Lenient">Range of a lenient fine (从轻): stays in the statutory range; null if no fine is threatened or no ground exists.</param>
/// <param name="Mitigated">Range of a mitigated fine (减轻): below the statutory minimum, flagged for review; null if there is no minimum or no ground.</param>
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
}

/// <summary>The result of an assessment (裁量评估): a tree that can be stored and replayed.</summary>
/// <param name="Engine">Version of the engine; the same engine gives the same result for the same input.</param>
/// <param name="Verdict">Whether a penalty is allowed at all.</param>
/// <param name="DecisiveRule">Rule that forbids the penalty or lets the party off; null if it is allowed.</param>
/// <param name="Law">Which law applies.</param>
/// <param name="AppliedVersionId">Version of the violation that is applied.</param>
/// <param name="HigherNorm">Code of another provision that punishes the same offence with a higher fine and has to be applied instead (APL-29); null if none.</param>
/// <param name="Statutory">Statutory range of the fine; null if none is threatened.</param>
/// <param name="Circumstance">Circumstance whose own range counts; null for the range printed first.</param>
/// <param name="FineExcluded">No administrative fine may follow a criminal one (APL-35).</param>
/// <param name="Benchmark">The benchmark's part of the result.</param>
/// <param name="Leniency">How far leniency goes.</param>
/// <param name="Aggravating">Circumstances that may aggravate the penalty.</param>
/// <param name="Listed">Codes of the entries of the exemption list that match.</param>
/// <param name="Demands">What a decision must contain.</param>
/// <param name="Steps">The steps that led to the result.</param>
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
