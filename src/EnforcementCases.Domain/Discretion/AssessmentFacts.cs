using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Grounds on which a penalty must be lighter or mitigated (应当从轻或者减轻). 行政处罚法 第三十二条.</summary>
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

/// <summary>A ground of leniency with what proves it.</summary>
/// <param name="Ground">One of the five of 第三十二条.</param>
/// <param name="Evidence">What proves it, for <see cref="LeniencyGround.OtherByLaw"/> also the provision; a ground without evidence does not count.</param>
public sealed record LeniencyClaim(LeniencyGround Ground, string? Evidence);

/// <summary>Circumstances that may aggravate the penalty (从重情形), as places list them. They let the organ go up inside the range and never lower it.</summary>
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

/// <summary>The party's claim and proof about its fault.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Evidence">The party's evidence; needed for <see cref="FaultClaim.Proved"/>.</param>
/// <param name="Otherwise">A law or administrative regulation that punishes regardless of fault (另有规定的，从其规定); null if none.</param>
/// <param name="OtherwiseLevel">Its rank; only 法律 and 行政法规 count.</param>
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

    /// <summary>间歇性精神病人在精神正常时: punished like anybody.</summary>
    IntermittentlyIllSoundAtOffence,

    /// <summary>尚未完全丧失辨认或者控制能力: may be lighter or mitigated.</summary>
    PartlyIncapable,

    /// <summary>不能辨认或者不能控制自己行为: no penalty.</summary>
    Incapable,
}

/// <summary>The party's capacity with what proves it.</summary>
/// <param name="State">Capacity at the time of the offence.</param>
/// <param name="Evidence">Expert opinion or the guardian's evidence; required for every state but sound.</param>
public sealed record CapacityFacts(MentalState State = MentalState.Sound, string? Evidence = null);

/// <summary>A claim that the conditions of an entry of the exemption list are met.</summary>
/// <param name="Code">Code of the entry, <c>MF-009</c>.</param>
/// <param name="Conditions">For each condition of the entry, in its order, whether it was found to be met.</param>
public sealed record ListClaim(string Code, IReadOnlyList<bool> Conditions);

/// <summary>What a fine is counted by, where the provision does not print the amount itself.</summary>
/// <param name="Units">Units or square metres, in thousandths.</param>
/// <param name="ConstructionCostFen">建设工程造价, in fen.</param>
public sealed record MeasureFacts(long? Units = null, long? ConstructionCostFen = null)
{
    /// <summary>The same values in the form the provision uses.</summary>
    public FineMeasure ToMeasure() => new(Units, ConstructionCostFen is { } fen ? Money.OfFen(fen) : null);
}

/// <summary>A criminal judgment on the same offence (生效刑事判决). 行政处罚法 第三十五条.</summary>
/// <param name="Reference">Court and number of the judgment.</param>
/// <param name="FineFen">Criminal fine (罚金) in fen; 0 if none.</param>
/// <param name="BeforeAdministrativeFine">True if it came before any administrative fine: then no administrative fine may follow.</param>
public sealed record CriminalJudgment(string Reference, long FineFen, bool BeforeAdministrativeFine);

/// <summary>A recorded choice between the law at the offence and the law at the decision. 行政处罚法 第三十七条.</summary>
/// <param name="Version">Label of the version applied.</param>
/// <param name="Reason">Why; printed on the approval form.</param>
public sealed record ChosenLaw(string Version, string Reason);

/// <summary>An emergency in which offences against response measures are punished quickly and heavily (从快从重). 行政处罚法 第四十九条.</summary>
/// <param name="Event">The event and the response measure that was broken.</param>
public sealed record EmergencyFacts(string Event);

/// <summary>The officers' findings on whether and how much to punish (裁量事实). Anything not stated counts as not found.</summary>
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

    /// <summary>Positions of the benchmark's tiers whose circumstance was found (符合的裁量阶次); the gravest counts.</summary>
    public IReadOnlyList<int> ConfirmedTiers { get; init; } = [];

    /// <summary>Grounds of leniency.</summary>
    public IReadOnlyList<LeniencyClaim> Leniency { get; init; } = [];

    /// <summary>Circumstances that may aggravate the penalty.</summary>
    public IReadOnlyList<AggravatingFactor> Aggravating { get; init; } = [];

    /// <summary>Fault of the party.</summary>
    public FaultFacts Fault { get; init; } = new();

    /// <summary>Capacity of the party.</summary>
    public CapacityFacts Capacity { get; init; } = new();

    /// <summary>Entries of the exemption list that are claimed.</summary>
    public IReadOnlyList<ListClaim> ListClaims { get; init; } = [];

    /// <summary>Emergency whose response measures were broken; null if none.</summary>
    public EmergencyFacts? Emergency { get; init; }

    /// <summary>Criminal judgment on the same offence; null if none.</summary>
    public CriminalJudgment? Judgment { get; init; }

    /// <summary>Units, area or cost, where the fine is counted by them.</summary>
    public MeasureFacts? Measure { get; init; }

    /// <summary>Circumstance with a range of its own in the article; null leaves it to the tier.</summary>
    public string? Circumstance { get; init; }

    /// <summary>The choice between old and new law; null if none was made.</summary>
    public ChosenLaw? Chosen { get; init; }
}

/// <summary>An earlier matter of the party (既往记录), from any street: only its kind and date.</summary>
/// <param name="On">Legal date of the decision or exemption.</param>
/// <param name="Kind">Kind of the matter.</param>
/// <param name="SameViolation">The same violation (同一案由).</param>
public sealed record EarlierMatter(DateOnly On, EarlierMatterKind Kind, bool SameViolation);

/// <summary>Kind of an earlier matter.</summary>
public enum EarlierMatterKind
{
    /// <summary>A penalty in force (行政处罚决定).</summary>
    Penalty,

    /// <summary>A first-offence exemption in force (首违不罚).</summary>
    FirstOffenceExemption,
}

/// <summary>What the search for earlier matters of the party found, across all streets (既往检索).</summary>
/// <param name="Searchable">Whether the party's identity was checked; a self-declared party cannot be searched for.</param>
/// <param name="LookBackYears">How many years were looked back, a parameter of the place.</param>
/// <param name="LookBackConfirmed">Whether that figure was confirmed by a second person.</param>
/// <param name="Earlier">What was found, newest first.</param>
public sealed record PartyHistory(bool Searchable, int LookBackYears, bool LookBackConfirmed, IReadOnlyList<EarlierMatter> Earlier)
{
    /// <summary>Earlier matters of the same violation inside the look-back.</summary>
    public int EarlierOfSameViolation => Earlier.Count(e => e.SameViolation);
}
