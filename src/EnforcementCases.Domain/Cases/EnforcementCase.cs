using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>A case (案件) from the offence of the party to its closing. Every act is recorded; a refused act has changed nothing. Fields that belong together form a part
/// (place, penalty, correction, effect, closing, archive); the columns used by lists and indexes are here.</summary>
public sealed partial class EnforcementCase : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such case, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("case.not-found", null, ErrorKind.NotFound, "没有找到该案件");

    /// <summary>The party is not identified yet.</summary>
    public static readonly DomainError PartyUnknown = new("case.party-unknown", null, ErrorKind.WrongStage, "尚未核实当事人身份");

    private readonly List<CaseOfficer> officers = [];
    private readonly List<CaseEvidence> evidence = [];
    private readonly List<CaseDeadline> deadlines = [];
    private readonly List<CaseActEntry> actEntries = [];
    private readonly List<Payment> payments = [];
    private readonly List<Refund> refunds = [];
    private readonly List<FallenDecision> fallen = [];
    private DateOnly? owedUntil;

    private EnforcementCase() { }

    internal EnforcementCase(NewCase @new)
    {
        (Id, Seq, Version, Entry) = (@new.CaseId, @new.Seq, 1, @new.Entry);
        (OrganId, OrganisationId) = (@new.Organ.Id, @new.OrganisationId);
        (OrganisationPath, SupervisingPath) = (@new.OrganisationPath, @new.Organ.ParentPath);
        (Procedure, Stage, OffenceId, OpenedAt) = (@new.Procedure, @new.Stage, @new.OffenceId, @new.OpenedAt);
    }

    /// <summary>Identity; chosen by the client or given by the server.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>Incremented by every act.</summary>
    public int Version { get; private set; }

    /// <summary>The street or town that decides (处罚机关).</summary>
    public Guid OrganId { get; private set; }

    /// <summary>The organisation that handles it (承办机构).</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Path of the organisation above the organ (上级机关), usually the district: a supervisor's lists of all its streets filter by it.</summary>
    public string SupervisingPath { get; private set; } = "";

    /// <summary>Procedure.</summary>
    public CaseProcedure Procedure { get; private set; }

    /// <summary>Stage of the case.</summary>
    public CaseStage Stage { get; private set; }

    /// <summary>How the case came into the system.</summary>
    public CaseEntry Entry { get; private set; } = new();

    /// <summary>When the case began, as claimed: the decision on the spot, or the registering of the clue. Lists are sorted by it.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The party; null in an ordinary case before it is identified.</summary>
    public Guid? PartyId { get; private set; }

    /// <summary>The party as it was at the decision.</summary>
    public PartySnapshot Party { get; private set; } = new();

    /// <summary>Name of the party, copied into a column of its own for prefix search.</summary>
    public string ListedName
    {
        get => Party.Name;
        private set => _ = value; // read from the snapshot, never kept apart from it
    }

    /// <summary>Identity of the offence (违法行为).</summary>
    public Guid OffenceId { get; private set; }

    /// <summary>When the offence happened, as claimed.</summary>
    public DateTimeOffset CommittedAt { get; private set; }

    /// <summary>Legal date of the offence.</summary>
    public DateOnly CommittedOn { get; private set; }

    /// <summary>Where it happened.</summary>
    public OffencePlace Place { get; private set; } = new("", "");

    /// <summary>Version of the violation that was applied; in an ordinary case that of the offence, until an assessment applied the one now in force (第三十七条).</summary>
    public Guid ViolationVersionId { get; private set; }

    /// <summary>Code of the violation.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>Name of the violation (案由).</summary>
    public string ViolationName { get; private set; } = "";

    /// <summary>The adoption it rests on.</summary>
    public Guid? AdoptionId { get; private set; }

    /// <summary>Facts found.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Legal date of the filing (立案日期); null before it and for a case decided on the spot.</summary>
    public DateOnly? FiledOn { get; private set; }

    /// <summary>How an ordinary case was decided or ended (处理结果); null while it is open and for a case decided on the spot.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>Statistical year of that outcome; null if none.</summary>
    public int? OutcomeYear { get; private set; }

    /// <summary>Legal date of the outcome.</summary>
    public DateOnly? OutcomeOn { get; private set; }

    /// <summary>The penalty.</summary>
    public CasePenalty Penalty { get; private set; } = new();

    /// <summary>When the penalty was decided, as claimed; null while none is.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Legal date of the decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Statistical year of the decision.</summary>
    public int? DecidedYear { get; private set; }

    /// <summary>Number of the decision (决定书文号); null while none is made.</summary>
    public string? DecisionNumber { get; private set; }

    /// <summary>When the decision was handed over; the payment term runs from here.</summary>
    public DateTimeOffset? ServedAt { get; private set; }

    /// <summary>Whether the party signed.</summary>
    public PartySignature? Signature { get; private set; }

    /// <summary>When it was reported back to the organ (备案); null while that is open.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>What has to be put right.</summary>
    public CaseCorrection Correction { get; private set; } = new();

    /// <summary>Whether the decision holds in law.</summary>
    public DecisionEffect Effect { get; private set; } = new();

    /// <summary>The closing.</summary>
    public CaseEnd Closing { get; private set; } = new();

    /// <summary>Statistical year of the closing.</summary>
    public int? ClosedYear { get; private set; }

    /// <summary>The archiving.</summary>
    public CaseArchive Archive { get; private set; } = new();

    /// <summary>Unique key, one fine in force for each party and offence; null while no fine is in force (APL-29).</summary>
    public string? FinedActKey { get; private set; }

    /// <summary>Unique key, one fine in force for each party, violation and day unless marked as distinct; null for a warning.</summary>
    public string? SameDayKey { get; private set; }

    /// <summary>When what waits in the case was last stored for the work lists; null if it never was.</summary>
    public DateTimeOffset? WorkListedAt { get; private set; }

    /// <summary>The order to pay; null for a warning alone.</summary>
    public PaymentOrder? PaymentOrder { get; private set; }

    /// <summary>Last day of the next payment owed (待缴罚款): of the next instalment or the deferral, never before the due day of the order; that due day
    /// if no instalment is open, also once the execution has ended. Null if nothing is owed, and outside 已决定 and 已送达. Derived from payment order and deadlines; stored because
    /// the unpaid list is indexed on it.</summary>
    public DateOnly? OwedUntil
    {
        get =>
            Stage is not (CaseStage.Decided or CaseStage.Served) ? null
            : PaymentOrder is { } order
                ? order.OwedUntil is { } due ? (NextPartDueOn is { } part && part > due ? part : due)
                    : null
            : owedUntil;
        private set => owedUntil = value; // as last stored, for a reader of the case without order and deadlines
    }

    /// <summary>The officers of the case.</summary>
    public IReadOnlyList<CaseOfficer> Officers => officers;

    /// <summary>Decisions that fell before the case was handled again, in their order; empty if none.</summary>
    public IReadOnlyList<FallenDecision> FallenDecisions => fallen;

    /// <summary>Its evidence.</summary>
    public IReadOnlyList<CaseEvidence> Evidence => evidence;

    /// <summary>Its deadlines.</summary>
    public IReadOnlyList<CaseDeadline> Deadlines => deadlines;

    /// <summary>The acts of the ordinary procedure done so far, in their order; empty for a case decided on the spot.</summary>
    public IReadOnlyList<CaseActEntry> ActEntries => actEntries;

    /// <summary>What was paid.</summary>
    public IReadOnlyList<Payment> Payments => payments;

    /// <summary>What was given back.</summary>
    public IReadOnlyList<Refund> Refunds => refunds;

    /// <summary>The fields of the case that its payments need.</summary>
    public CaseOfMoney AsCaseOfMoney => new(Id, OrganId, OrganisationPath);

    /// <inheritdoc />
    public override Guid RecordChainId => Id;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    private DateOnly? NextPartDueOn =>
        deadlines.Where(d => d is { Kind: DeadlineKind.Instalment, IsOpen: true }).Min(d => (DateOnly?)d.LastDay);

    /// <summary>Key of the one fine in force for a party and an offence.</summary>
    public static string FinedActKeyOf(Guid partyId, Guid offenceId) => $"{partyId:N}|{offenceId:N}";

    /// <summary>Key of the one fine in force for a party, violation and day.</summary>
    public static string SameDayKeyOf(Guid partyId, string violationCode, DateOnly committedOn) =>
        $"{partyId:N}|{violationCode}|{committedOn:yyyyMMdd}";

    /// <summary>Moves the keys of the fine to the party into which the party of the case was merged, so that one offence has one fine whatever name was entered.</summary>
    /// <param name="partyId">The party it was merged into; its own after a split.</param>
    public void KeyFineUnder(Guid partyId)
    {
        if (FinedActKey is not null)
            FinedActKey = FinedActKeyOf(partyId, OffenceId);
        if (SameDayKey is not null)
            SameDayKey = SameDayKeyOf(partyId, ViolationCode, CommittedOn);
    }

    /// <summary>What waits in the case is stored for the work lists.</summary>
    public void WorkIsListed(DateTimeOffset at) => WorkListedAt = at;

    /// <summary>Marks the offence as distinct, for a reason on record, from another of the same party, violation and day: clears the same-day key.</summary>
    public void MarkDistinct() => SameDayKey = null;
}
