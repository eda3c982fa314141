using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>A piece of evidence by its metadata and hash (证据).</summary>
/// <param name="Kind">One of the eight kinds of 第四十六条.</param>
/// <param name="TakenAt">When it was taken, as claimed.</param>
/// <param name="Sha256">SHA-256 of the file, lower-case hex.</param>
/// <param name="Description">What it shows.</param>
public sealed record EvidenceReference(EvidenceKind Kind, DateTimeOffset TakenAt, string Sha256, string Description);

/// <summary>The earlier order to correct that a penalty is based on.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DueOn">Its last day.</param>
/// <param name="RecheckedOn">Date of the re-check; null if there was none.</param>
/// <param name="Result">Its result.</param>
/// <param name="Place">For which place it was given.</param>
public sealed record EarlierOrder(Guid OrderId, DateOnly DueOn, DateOnly? RecheckedOn, RecheckResult? Result, OffencePlace Place);

/// <summary>Everything an officer enters for an on-the-spot decision (当场处罚), with what the system knows of party, officers, violation and place.</summary>
public sealed record OnTheSpotFacts
{
    /// <summary>The street or town that decides.</summary>
    public required Organisation Organ { get; init; }

    /// <summary>The whole fine was collected in cash with the decision (当场收缴), against this receipt; null if not.</summary>
    public CollectionOnRecord? Collection { get; init; }

    /// <summary>The party as stated.</summary>
    public required PartySnapshot Party { get; init; }

    /// <summary>The version of the violation that is applied (适用的规定); until the case is assessed, that of the day of the offence.</summary>
    public required ViolationVersion Violation { get; init; }

    /// <summary>The version in force on the day of the decision; null if it was repealed.</summary>
    public required ViolationVersion? ViolationAtDecision { get; init; }

    /// <summary>The version in force on the day of the offence.</summary>
    public required ViolationVersion ViolationAtOffence { get; init; }

    /// <summary>The organ's adoption of the matter on the day of the offence, covering the place; null if none.</summary>
    public required Adoption? Adoption { get; init; }

    /// <summary>Its adoption on the day of the decision, if it was renewed in between; null: it is the same one.</summary>
    public Adoption? RenewedAdoption { get; init; }

    /// <summary>Identity of the offence: two penalties for one offence carry the same.</summary>
    public required Guid OffenceId { get; init; }

    /// <summary>When the offence happened or ended; its legal date determines the law that applies.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>When an offence that lasted began; null: it was over at once, or nobody knows.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>The offence still goes on (持续).</summary>
    public bool Continuing { get; init; }

    /// <summary>When the organ discovered the offence; null: at the decision.</summary>
    public DateOnly? DiscoveredOn { get; init; }

    /// <summary>涉及公民生命健康安全、金融安全.</summary>
    public bool TouchesLifeHealthOrFinance { get; init; }

    /// <summary>有危害后果.</summary>
    public bool HarmfulResult { get; init; }

    /// <summary>Where.</summary>
    public required OffencePlace Place { get; init; }

    /// <summary>A designation or transfer document is attached (指定管辖、移送).</summary>
    public bool DesignatedOrTransferred { get; init; }

    /// <summary>Facts found (违法事实).</summary>
    public required string Facts { get; init; }

    /// <summary>Reasons for the amount (裁量理由), APL-5.</summary>
    public required string ReasonsForAmount { get; init; }

    /// <summary>The prior notice and what the party answered.</summary>
    public required OnTheSpotNotice Notice { get; init; }

    /// <summary>The fine stated in the prior notice.</summary>
    public required Money NotifiedFine { get; init; }

    /// <summary>The kinds stated in the prior notice; null: the kinds decided.</summary>
    public IReadOnlyCollection<PenaltyKind>? NotifiedKinds { get; init; }

    /// <summary>The officers at the scene.</summary>
    public required IReadOnlyList<OfficerAtScene> Officers { get; init; }

    /// <summary>Numbers of the certificates that were shown.</summary>
    public required IReadOnlyCollection<string> CertificatesShown { get; init; }

    /// <summary>When the certificates were shown.</summary>
    public required DateTimeOffset? CertificatesShownAt { get; init; }

    /// <summary>Kinds of penalty.</summary>
    public required IReadOnlyCollection<PenaltyKind> Kinds { get; init; }

    /// <summary>The fine; zero is a warning alone.</summary>
    public required Money Fine { get; init; }

    /// <summary>Lenient, mitigated or neither.</summary>
    public required PenaltyGrade Grade { get; init; }

    /// <summary>Why the party is punished although it may be let off; null if nothing was stated.</summary>
    public string? ReasonsAgainstExemption { get; init; }

    /// <summary>How far a lenient fine must be below the ordinary one, in the place and on the day.</summary>
    public LighterPart Lighter { get; init; }

    /// <summary>What has to be put right (责令改正).</summary>
    public required string? CorrectionRequired { get; init; }

    /// <summary>Last day to put it right, after the day of the decision; null: at once.</summary>
    public DateOnly? CorrectionDueOn { get; init; }

    /// <summary>The earlier order, where the violation must be corrected first.</summary>
    public EarlierOrder? EarlierOrder { get; init; }

    /// <summary>When it was decided and handed over.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>When it was handed over.</summary>
    public required DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Who took it for the party; null: the party itself.</summary>
    public OnTheSpotReceiver? Receiver { get; init; }

    /// <summary>How the guardian of a party of fourteen to seventeen was informed; otherwise null.</summary>
    public string? GuardianInformed { get; init; }

    /// <summary>Whether the party signed.</summary>
    public required PartySignature Signature { get; init; }

    /// <summary>What was noted when the party refused to sign.</summary>
    public string? RefusalNote { get; init; }

    /// <summary>Evidence.</summary>
    public required IReadOnlyList<EvidenceReference> Evidence { get; init; }

    /// <summary>Why this is another offence than an earlier one of the same party, violation and day.</summary>
    public string? DistinctBecause { get; init; }

    /// <summary>Ceiling that the place applies to 个体工商户.</summary>
    public required Money IndividualBusinessCeiling { get; init; }

    /// <summary>Whether a fine beside an order to demolish requires that the order was not met, as the place sets (城乡规划法 第六十四条).</summary>
    public bool FineAfterUnmetDemolition { get; init; } = true;

    /// <summary>Working days to report back.</summary>
    public required int ReportBackWorkingDays { get; init; }

    /// <summary>The penalty as the gate of discretion sees it. What calls for review or discussion is not for the spot, so neither was passed.</summary>
    internal ProposedPenalty AsProposed =>
        new(
            new(ViolationAtOffence.Id, ViolationAtDecision?.Id),
            Kinds,
            Fine,
            Grade,
            ReasonsForAmount,
            ReasonsAgainstExemption: ReasonsAgainstExemption,
            Lighter: Lighter
        );

    /// <summary>Legal date of the offence (行为日).</summary>
    public DateOnly CommittedOn => LegalDate.Of(CommittedAt);

    /// <summary>Legal date of the decision (决定日).</summary>
    public DateOnly DecidedOn => LegalDate.Of(DecidedAt);
}
