using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Grounds on which a penalty must be lenient or mitigated (应当从轻或者减轻). 行政处罚法 第三十二条.</summary>
public enum LeniencyGround
{
    /// <summary>主动消除或者减轻违法行为危害后果 (第一项).</summary>
    [Term("主动消除或者减轻违法行为危害后果")]
    RemovedOrReducedHarm,

    /// <summary>受他人胁迫或者诱骗实施违法行为 (第二项).</summary>
    [Term("受他人胁迫或者诱骗实施违法行为")]
    CoercedOrTricked,

    /// <summary>主动供述行政机关尚未掌握的违法行为 (第三项).</summary>
    [Term("主动供述行政机关尚未掌握的违法行为")]
    DisclosedUnknownActs,

    /// <summary>配合行政机关查处违法行为有立功表现 (第四项).</summary>
    [Term("配合行政机关查处违法行为有立功表现")]
    MeritoriousHelp,

    /// <summary>法律、法规、规章规定其他应当从轻或者减轻 (第五项).</summary>
    [Term("法律、法规、规章规定其他应当从轻或者减轻行政处罚")]
    OtherByLaw,
}

/// <summary>A ground of leniency with its evidence.</summary>
/// <param name="Ground">One of the five grounds of 第三十二条.</param>
/// <param name="Evidence">Evidence for the ground; for <c>OtherByLaw</c> also the provision. A ground without evidence (null) does not count.</param>
public sealed record LeniencyClaim(LeniencyGround Ground, string? Evidence);

/// <summary>Circumstances that may aggravate the penalty (从重情形), as published benchmarks list them. They allow a higher amount inside the range and never a
/// lower one.</summary>
public enum AggravatingFactor
{
    /// <summary>一年内多次违反.</summary>
    RepeatedWithinYear,

    /// <summary>违法行为较重、影响较大.</summary>
    GraveOrWideImpact,

    /// <summary>同一行为违反两项以上规定.</summary>
    SeveralNorms,

    /// <summary>逃避、抗拒检查或者阻碍执法.</summary>
    EvadesOrObstructs,

    /// <summary>拒不改正.</summary>
    RefusesToCorrect,
}

/// <summary>Whether the party was at fault (主观过错). 行政处罚法 第三十三条第二款: the burden of proof is the party's.</summary>
public enum FaultClaim
{
    /// <summary>The party makes no claim.</summary>
    NotClaimed,

    /// <summary>The party claims that it was not at fault but gives no proof.</summary>
    Claimed,

    /// <summary>The party's evidence is enough to prove that it was not at fault (有证据足以证明没有主观过错).</summary>
    Proved,
}

/// <summary>The party's claim and evidence about its fault.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Evidence">The party's evidence; required for <c>Proved</c>, otherwise optional.</param>
/// <param name="Otherwise">A law or administrative regulation under which the offence is punished regardless of fault (另有规定的，从其规定); null if none.</param>
/// <param name="OtherwiseLevel">Rank of that instrument; required with it. Only 法律 and 行政法规 count.</param>
public sealed record FaultFacts(
    FaultClaim Claim = FaultClaim.NotClaimed,
    string? Evidence = null,
    LegalBasis? Otherwise = null,
    InstrumentLevel? OtherwiseLevel = null
);

/// <summary>Whether the party could understand and control its conduct (辨认、控制能力). 行政处罚法 第三十一条.</summary>
public enum MentalState
{
    /// <summary>No sign of reduced capacity.</summary>
    Sound,

    /// <summary>间歇性精神病人在精神正常时: punished like anyone else.</summary>
    IntermittentlyIllSoundAtOffence,

    /// <summary>尚未完全丧失辨认或者控制能力: the penalty may be lenient or mitigated.</summary>
    PartlyIncapable,

    /// <summary>不能辨认或者不能控制自己行为: no penalty.</summary>
    Incapable,
}

/// <summary>The party's mental capacity, with the evidence for it.</summary>
/// <param name="State">Capacity at the time of the offence.</param>
/// <param name="Evidence">Expert opinion, or the guardian's evidence; required unless the state is <c>Sound</c>.</param>
public sealed record CapacityFacts(MentalState State = MentalState.Sound, string? Evidence = null);

/// <summary>The claim that an entry of the exemption list applies, with a finding for each of its conditions.</summary>
/// <param name="Code">Code of the entry, <c>MF-009</c>.</param>
/// <param name="Conditions">For each condition of the entry, in its order, whether it was found to be met.</param>
public sealed record ListClaim(string Code, IReadOnlyList<bool> Conditions);

/// <summary>What a fine is computed from, if the provision does not print the amount itself.</summary>
/// <param name="Units">Number of units, or area in square metres, in thousandths: 3 units are 3000. Null if not needed.</param>
/// <param name="ConstructionCostFen">建设工程造价: construction cost in fen. Null if not needed.</param>
public sealed record MeasureFacts(long? Units = null, long? ConstructionCostFen = null)
{
    /// <summary>The same values in the form the provision uses.</summary>
    public FineMeasure ToMeasure() => new(Units, ConstructionCostFen is { } fen ? Money.OfFen(fen) : null);
}

/// <summary>A criminal judgment on the same offence (生效刑事判决). 行政处罚法 第三十五条.</summary>
/// <param name="Reference">Court and number of the judgment.</param>
/// <param name="FineFen">Criminal fine (罚金) in fen; 0 if none.</param>
/// <param name="BeforeAdministrativeFine">True if it was given before any administrative fine: then no administrative fine may be imposed.</param>
public sealed record CriminalJudgment(string Reference, long FineFen, bool BeforeAdministrativeFine);

/// <summary>A recorded choice between the law at the offence and the law at the decision. 行政处罚法 第三十七条.</summary>
/// <param name="Version">Label of the version applied.</param>
/// <param name="Reason">Why; printed on the approval form.</param>
public sealed record ChosenLaw(string Version, string Reason);

/// <summary>An emergency in which offences against response measures are punished quickly and heavily (从快从重). 行政处罚法 第四十九条.</summary>
/// <param name="Event">The event and the response measure that was broken.</param>
public sealed record EmergencyFacts(string Event);

/// <summary>Unlawful gains that were found (违法所得). 行政处罚法 第二十八条第二款.</summary>
/// <param name="FoundFen">Money received by the offence, in fen; more than 0.</param>
/// <param name="Evidence">What the evidence shows of the sum, in words; required if no evidence is named. Null only in assessments of before.</param>
/// <param name="ReturnedFen">What must be returned to others (依法应当退赔), in fen; it is not confiscated. Default 0.</param>
/// <param name="ReturnedTo">To whom; required if something is returned, otherwise null.</param>
/// <param name="ReturnProof">What shows that it must be returned, <c>退款凭证</c>; required with it.</param>
/// <param name="EvidenceIds">The evidence of the file that proves the sum, by its ids, each verified; required in the ordinary procedure. Null in assessments of before.</param>
public sealed record GainsFacts(
    long FoundFen,
    string? Evidence,
    long ReturnedFen = 0,
    string? ReturnedTo = null,
    string? ReturnProof = null,
    IReadOnlyList<Guid>? EvidenceIds = null
);

/// <summary>A graver circumstance that a provision requires, with its evidence.</summary>
/// <param name="Condition"><c>Serious</c> (造成严重后果) or <c>Aggravated</c> (情节严重); whether an order to correct expired unmet follows from the orders
/// themselves.</param>
/// <param name="Evidence">Evidence for it. A circumstance without evidence (null) does not count.</param>
public sealed record GraverFact(BranchCondition Condition, string? Evidence);

/// <summary>The officers' findings on whether and how much to punish (裁量事实). Every finding that is omitted counts as not made.</summary>
public sealed record AssessmentFacts
{
    /// <summary>违法行为轻微.</summary>
    public bool Slight { get; init; }

    /// <summary>及时改正.</summary>
    public bool CorrectedInTime { get; init; }

    /// <summary>没有造成危害后果.</summary>
    public bool NoHarm { get; init; }

    /// <summary>危害后果轻微.</summary>
    public bool HarmSlight { get; init; }

    /// <summary>拒不改正.</summary>
    public bool RefusedToCorrect { get; init; }

    /// <summary>Positions (<c>order</c>) of the benchmark's tiers whose circumstance was found (符合的裁量阶次); the gravest of them applies.</summary>
    public IReadOnlyList<int> ConfirmedTiers { get; init; } = [];

    /// <summary>Grounds of leniency.</summary>
    public IReadOnlyList<LeniencyClaim> Leniency { get; init; } = [];

    /// <summary>Circumstances that may aggravate the penalty.</summary>
    public IReadOnlyList<AggravatingFactor> Aggravating { get; init; } = [];

    /// <summary>Whether the party was at fault, with its evidence.</summary>
    public FaultFacts Fault { get; init; } = new();

    /// <summary>Mental capacity of the party at the time of the offence.</summary>
    public CapacityFacts Capacity { get; init; } = new();

    /// <summary>Entries of the exemption list that are claimed; empty for none.</summary>
    public IReadOnlyList<ListClaim> ListClaims { get; init; } = [];

    /// <summary>The emergency whose response measures were violated; null if none.</summary>
    public EmergencyFacts? Emergency { get; init; }

    /// <summary>Criminal judgment on the same offence; null if none.</summary>
    public CriminalJudgment? Judgment { get; init; }

    /// <summary>Number of units, area or construction cost; required if the fine is computed from it, otherwise null.</summary>
    public MeasureFacts? Measure { get; init; }

    /// <summary>Circumstance for which the article has its own range of fines; if null, the tier decides.</summary>
    public string? Circumstance { get; init; }

    /// <summary>The recorded choice between old and new law; null if none was made.</summary>
    public ChosenLaw? Chosen { get; init; }

    /// <summary>Unlawful gains; null if none were found.</summary>
    public GainsFacts? Gains { get; init; }

    /// <summary>Graver circumstances that the provision requires for a branch; empty for none.</summary>
    public IReadOnlyList<GraverFact> Graver { get; init; } = [];

    /// <summary>The circumstances of the provision that were found, in its own words (<c>when</c> of the branch); required if the decision fits several branches,
    /// otherwise optional.</summary>
    public string? Branch { get; init; }

    /// <summary>The approval of the competent government (批准文书), by its name and number; required for kinds that need one, otherwise null.</summary>
    public string? Approval { get; init; }
}

/// <summary>An earlier matter of the party (既往记录), from any street or town. Only its kind and date are shown.</summary>
/// <param name="On">Legal date of the decision or exemption.</param>
/// <param name="Kind">Kind of the matter.</param>
/// <param name="SameViolation">Whether it concerns the same violation (同一案由).</param>
public sealed record EarlierMatter(DateOnly On, EarlierMatterKind Kind, bool SameViolation);

/// <summary>Kind of an earlier matter.</summary>
public enum EarlierMatterKind
{
    /// <summary>A penalty in force (行政处罚决定).</summary>
    Penalty,

    /// <summary>A first-offence exemption in force (首违不罚).</summary>
    FirstOffenceExemption,
}

/// <summary>The result of the search for earlier matters of the party in all streets and towns (既往检索).</summary>
/// <param name="Searchable">Whether the search was possible; a self-declared party cannot be searched for.</param>
/// <param name="LookBackYears">Number of years searched, a local parameter.</param>
/// <param name="LookBackConfirmed">Whether a second person has confirmed that parameter.</param>
/// <param name="Earlier">The earlier matters found, newest first.</param>
public sealed record PartyHistory(bool Searchable, int LookBackYears, bool LookBackConfirmed, IReadOnlyList<EarlierMatter> Earlier)
{
    /// <summary>Number of earlier matters of the same violation within those years.</summary>
    public int EarlierOfSameViolation => Earlier.Count(e => e.SameViolation);
}
