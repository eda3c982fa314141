using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>A case (案件) from the act of the party to its closing. Every act is recorded; a refused act has changed nothing.</summary>
public sealed partial class EnforcementCase : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such case, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("case.not-found", null, ErrorKind.NotFound, "没有找到该案件");

    /// <summary>An act is said to lie before the decision.</summary>
    public static readonly DomainError BeforeDecision = new("case.before-decision", null, ErrorKind.Unacceptable, "办理时间早于处罚决定");

    private readonly List<CaseOfficer> officers = [];
    private readonly List<CaseEvidence> evidence = [];
    private readonly List<CaseDeadline> deadlines = [];
    private DateOnly? owedUntil;

    private EnforcementCase() { }

    /// <summary>Identity; chosen by the client or given by the server.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>Counted up by every act.</summary>
    public int Version { get; private set; }

    /// <summary>The street or town that decides (处罚机关).</summary>
    public Guid OrganId { get; private set; }

    /// <summary>The organisation that handles it (承办机构).</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Path of the organisation above the organ (上级机关), the district as a rule: lists of whoever supervises all its streets go by it.</summary>
    public string SupervisingPath { get; private set; } = "";

    /// <summary>Procedure.</summary>
    public CaseProcedure Procedure { get; private set; }

    /// <summary>Where it stands.</summary>
    public CaseStage Stage { get; private set; }

    /// <summary>The party; null in an ordinary case before it is identified.</summary>
    public Guid? PartyId { get; private set; }

    /// <summary>The party as it stood at the decision.</summary>
    public PartySnapshot Party { get; private set; } = new();

    /// <summary>Name of the party once more, in a column of its own: only such a one can be looked up by its beginning.</summary>
    public string ListedName
    {
        get => Party.Name;
        private set => _ = value; // read from the snapshot, never kept apart from it
    }

    /// <summary>Identity of the act (违法行为).</summary>
    public Guid ActId { get; private set; }

    /// <summary>Version of the violation that was applied; in an ordinary case that of the act, until an assessment applied the one of now (第三十七条).</summary>
    public Guid ViolationVersionId { get; private set; }

    /// <summary>Code of the violation.</summary>
    public string ViolationCode { get; private set; } = "";

    /// <summary>Name of the violation (案由).</summary>
    public string ViolationName { get; private set; } = "";

    /// <summary>The adoption it rests on.</summary>
    public Guid? AdoptionId { get; private set; }

    /// <summary>When the act happened, as claimed.</summary>
    public DateTimeOffset ActAt { get; private set; }

    /// <summary>Legal date of the act.</summary>
    public DateOnly ActOn { get; private set; }

    /// <summary>Where.</summary>
    public string PlaceText { get; private set; } = "";

    /// <summary>Division code of the place.</summary>
    public string DivisionCode { get; private set; } = "";

    /// <summary>Longitude as text; null without a fix.</summary>
    public string? Longitude { get; private set; }

    /// <summary>Latitude as text; null without a fix.</summary>
    public string? Latitude { get; private set; }

    /// <summary>Datum of the coordinates.</summary>
    public string? Datum { get; private set; }

    /// <summary>Facts found.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>Reasons for the amount.</summary>
    public string ReasonsForAmount { get; private set; } = "";

    /// <summary>When the case began, as claimed: the decision on the spot, or the registering of the clue. Lists go by it.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Heaviest kind of the penalty, under which it is counted (ST-2); null while no penalty is decided.</summary>
    public PenaltyKind? HeaviestKind { get; private set; }

    /// <summary>The party is warned too.</summary>
    public bool Warned { get; private set; }

    /// <summary>The fine in fen; 0 is a warning alone.</summary>
    public long FineFen { get; private set; }

    /// <summary>When the penalty was decided, as claimed; null while none is.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Legal date of the decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Statistical year of the decision.</summary>
    public int? DecidedYear { get; private set; }

    /// <summary>When the server wrote it.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Entered later than the place's limit after the decision (补录).</summary>
    public bool EnteredLate { get; private set; }

    /// <summary>Number of the decision (决定书文号); null while none is made.</summary>
    public string? DecisionNumber { get; private set; }

    /// <summary>When the decision was handed over; the payment term runs from here.</summary>
    public DateTimeOffset? ServedAt { get; private set; }

    /// <summary>Whether the party signed.</summary>
    public PartySignature? Signature { get; private set; }

    /// <summary>When it was reported back to the organ (备案); null while that is open.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>What has to be put right.</summary>
    public string CorrectionRequired { get; private set; } = "";

    /// <summary>Last day to put it right; null: at once.</summary>
    public DateOnly? CorrectionDueOn { get; private set; }

    /// <summary>When the re-check found it put right; null while that is open or none is due.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>The earlier order to correct, where there was one.</summary>
    public Guid? EarlierOrderId { get; private set; }

    /// <summary>Device that logged it.</summary>
    public string? Device { get; private set; }

    /// <summary>Why the decision was revoked.</summary>
    public string? RevocationReason { get; private set; }

    /// <summary>When the decision was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When the case was closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Legal date of the closing.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Statistical year of the closing.</summary>
    public int? ClosedYear { get; private set; }

    /// <summary>Why it was closed.</summary>
    public ClosingReason? ClosedBecause { get; private set; }

    /// <summary>One standing fine for each party and act: unique; null while no fine stands (APL-29).</summary>
    public string? FinedActKey { get; private set; }

    /// <summary>One standing fine for each party, violation and day unless told apart: unique; null for a warning.</summary>
    public string? SameDayKey { get; private set; }

    /// <summary>The order to pay; null for a warning alone.</summary>
    public PaymentOrder? PaymentOrder { get; private set; }

    /// <summary>Day until which money is waited for (待缴罚款): of the next part where payment was deferred or is made in parts, never before the day of the order; by the order
    /// where no part is open, also once the execution has ended. Null where nothing is owed, and outside 已决定 and 已送达. Told by order and deadlines, kept with the case too:
    /// lists of what is owed are entered by it.</summary>
    public DateOnly? OwedUntil
    {
        get =>
            Stage is not (CaseStage.Decided or CaseStage.Served) ? null
            : PaymentOrder is { } order
                ? order.OwedUntil is { } due ? (NextPartDueOn is { } part && part > due ? part : due)
                    : null
            : owedUntil;
        private set => owedUntil = value; // as last stored, for whoever reads the case without order and deadlines
    }

    /// <summary>The officers of the case.</summary>
    public IReadOnlyList<CaseOfficer> Officers => officers;

    /// <summary>Its evidence.</summary>
    public IReadOnlyList<CaseEvidence> Evidence => evidence;

    /// <summary>Its deadlines.</summary>
    public IReadOnlyList<CaseDeadline> Deadlines => deadlines;

    /// <inheritdoc />
    public override Guid RecordChainId => Id;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>The fine.</summary>
    public Money Fine => Money.OfFen(FineFen);

    /// <summary>Key of one standing fine for a party and an act.</summary>
    public static string FinedActKeyOf(Guid partyId, Guid actId) => $"{partyId:N}|{actId:N}";

    /// <summary>Key of one standing fine for a party, violation and day.</summary>
    public static string SameDayKeyOf(Guid partyId, string violationCode, DateOnly actOn) =>
        $"{partyId:N}|{violationCode}|{actOn:yyyyMMdd}";

    /// <summary>Holds the standing fine under the party that the party of the case was found to be, so that one act has one fine whichever name it was entered under.</summary>
    /// <param name="partyId">The party that stands for it; its own after a split.</param>
    public void KeyFineUnder(Guid partyId)
    {
        if (FinedActKey is not null)
            FinedActKey = FinedActKeyOf(partyId, ActId);
        if (SameDayKey is not null)
            SameDayKey = SameDayKeyOf(partyId, ViolationCode, ActOn);
    }

    /// <summary>It was said why the act is another than one of the same party, violation and day: no key holds the day any more.</summary>
    public void TellApart() => SameDayKey = null;

    /// <summary>Imposes a penalty on the spot (当场作出行政处罚决定).</summary>
    /// <param name="decision">Proof that every gate was passed.</param>
    /// <param name="new">What the system gives: ids, number, codes, times.</param>
    /// <exception cref="DomainException"><see cref="OnTheSpotDecision.Incomplete"/> or <see cref="OnTheSpotDecision.NumberMissing"/>.</exception>
    public static EnforcementCase DecideOnTheSpot(LawfulOnTheSpotDecision decision, NewOnTheSpotCase @new)
    {
        OnTheSpotDecision.EnsureNumbered(@new.Number);
        var facts = decision.Facts;
        var @case = new EnforcementCase
        {
            Id = @new.CaseId,
            Seq = @new.Seq,
            Version = 1,
            OrganId = facts.Organ.Id,
            OrganisationId = @new.OrganisationId,
            OrganisationPath = @new.OrganisationPath,
            SupervisingPath = facts.Organ.ParentPath,
            Procedure = CaseProcedure.Simple,
            Stage = CaseLifecycle.Take(CaseProcedure.Simple, CaseStage.Open, CaseAct.DecideOnTheSpot),
            PartyId = @new.PartyId,
            Party = facts.Party,
            ActId = facts.ActId,
            ViolationVersionId = facts.Violation.Id,
            ViolationCode = facts.Violation.Code,
            ViolationName = facts.Violation.Name,
            AdoptionId = facts.Adoption!.Id,
            ActAt = facts.ActAt,
            ActOn = facts.ActOn,
            PlaceText = facts.Place.Text,
            DivisionCode = facts.Place.DivisionCode,
            Longitude = facts.Place.Longitude,
            Latitude = facts.Place.Latitude,
            Datum = facts.Place.Datum,
            Facts = facts.Facts,
            ReasonsForAmount = facts.ReasonsForAmount,
            HeaviestKind = facts.Kinds.MaxBy(k => k.DefaultWeight()),
            Warned = facts.Kinds.Contains(PenaltyKind.Warning),
            FineFen = facts.Fine.Fen,
            OpenedAt = facts.DecidedAt,
            DecidedAt = facts.DecidedAt,
            DecidedOn = facts.DecidedOn,
            DecidedYear = facts.DecidedOn.Year,
            RecordedAt = @new.RecordedAt,
            EnteredLate = @new.EnteredLate,
            DecisionNumber = @new.Number,
            ServedAt = facts.HandedOverAt!.Value,
            Signature = facts.Signature,
            CorrectionRequired = facts.CorrectionRequired!,
            CorrectionDueOn = facts.CorrectionDueOn,
            CorrectedAt = facts.CorrectionDueOn is null ? facts.DecidedAt : null,
            EarlierOrderId = facts.EarlierOrder?.OrderId,
            Device = @new.Device,
            FinedActKey = facts.Fine > Money.Zero ? FinedActKeyOf(@new.PartyId, facts.ActId) : null,
            SameDayKey =
                facts.Fine > Money.Zero && facts.DistinctBecause is null
                    ? SameDayKeyOf(@new.PartyId, facts.Violation.Code, facts.ActOn)
                    : null,
        };
        @case.officers.AddRange(facts.Officers.Select((o, i) => new CaseOfficer(@case, i + 1, o)));
        @case.evidence.AddRange(facts.Evidence.Select((e, i) => new CaseEvidence(@case, i + 1, e)));
        @case.deadlines.Add(new(@new.NewId(), @case, DeadlineKind.ReportBack, decision.ReportBackDue));
        if (facts.Fine > Money.Zero)
        {
            var due = PaymentTerm.From(LegalDate.Of(facts.HandedOverAt!.Value), @new.Calendar);
            @case.PaymentOrder = new(@new.NewId(), @case.Id, @case.OrganisationPath, @new.PaymentCode!, facts.Fine, due.LastDay);
            @case.deadlines.Add(new(@new.NewId(), @case, DeadlineKind.Payment, due));
        }
        if (facts.CorrectionDueOn is { } correctBy)
            @case.deadlines.Add(new(@new.NewId(), @case, DeadlineKind.Correction, SetByOrder(facts.DecidedOn, correctBy, @new.Calendar)));
        @case.RecordDecision(facts, @new);
        return @case;
    }

    /// <summary>A date that the order itself names: nothing is counted, nothing rolls.</summary>
    internal static Deadline SetByOrder(DateOnly orderedOn, DateOnly dueOn, WorkingCalendar calendar) =>
        Deadline.From(
            new DeadlineRule(
                "APL-28",
                "改正违法行为",
                TimeLimit.CalendarDays(dueOn.DayNumber - orderedOn.DayNumber),
                PenaltyLaw.At("第二十八条第一款"),
                DeadlineFor.AgencyPower,
                "责令改正"
            ),
            orderedOn,
            calendar
        );

    private void RecordDecision(OnTheSpotFacts facts, NewOnTheSpotCase @new)
    {
        Record(
            new(
                "decided-on-the-spot",
                facts.DecidedAt,
                new RecordFields()
                    .Add("organ", OrganId)
                    .Add("procedure", Procedure)
                    .Add("violation", ViolationCode)
                    .Add("violationVersion", ViolationVersionId)
                    .Add("adoption", AdoptionId)
                    .Add("kinds", facts.Kinds.Order().Select(k => k.ToString()))
                    .Add("fineFen", FineFen)
                    .Add("actOn", ActOn)
                    .Add("decidedOn", DecidedOn)
                    .Add("decidedAt", DecidedAt)
                    .Add("servedAt", ServedAt)
                    .Add("signature", Signature)
                    .Add("number", DecisionNumber)
                    .Add("documentSha256", @new.DocumentHash)
                    .Add("partyKind", Party.Kind)
                    .Add("partyIdentity", Party.Identity)
                    .Add("late", EnteredLate)
                    .Add("reportBackBy", deadlines[0].LastDay)
                    .Add("payBy", PaymentOrder?.DueOn)
                    .Add("correctBy", CorrectionDueOn)
                    .Add("evidenceSha256", facts.Evidence.Select(e => e.Sha256)),
                new RecordFields()
                    .Add("party", PartyId)
                    .Add("partyName", Party.Name)
                    .Add("place", $"{DivisionCode} {PlaceText}")
                    .Add("facts", Facts)
                    .Add("reasons", ReasonsForAmount)
                    .Add("toldAt", facts.Telling.ToldAt)
                    .Add("partyWords", facts.Telling.PartyWords)
                    .Add("waiverWords", facts.Telling.WaiverWords)
                    .Add("certificates", officers.Select(o => o.CertificateNumber))
                    .Add("correction", CorrectionRequired)
                    .Add("refusalNote", facts.RefusalNote)
                    .Add("distinctBecause", facts.DistinctBecause)
            )
        );
    }
}

/// <summary>What the system gives a case decided on the spot.</summary>
public sealed record NewOnTheSpotCase
{
    /// <summary>Identity of the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Tie-breaker of lists.</summary>
    public required long Seq { get; init; }

    /// <summary>The organisation that handles it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its path.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>The party.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string Number { get; init; }

    /// <summary>SHA-256 of the decision's content, hex.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>Payment code; null for a warning alone.</summary>
    public required string? PaymentCode { get; init; }

    /// <summary>Server time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Entered later than the place's limit.</summary>
    public required bool EnteredLate { get; init; }

    /// <summary>Device that logged it.</summary>
    public string? Device { get; init; }

    /// <summary>Calendar to count deadlines by.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Gives ids to the parts of the case.</summary>
    public required Func<Guid> NewId { get; init; }
}
