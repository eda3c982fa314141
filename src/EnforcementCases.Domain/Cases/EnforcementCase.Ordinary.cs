using System.Text.Json;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

public sealed partial class EnforcementCase
{
    /// <summary>The party is not identified yet.</summary>
    public static readonly DomainError PartyUnknown = new("case.party-unknown", null, ErrorKind.WrongStage, "尚未核实当事人身份");

    private readonly List<CaseActEntry> actEntries = [];

    /// <summary>The acts of the ordinary procedure done so far, in their order; empty for a case decided on the spot.</summary>
    public IReadOnlyList<CaseActEntry> ActEntries => actEntries;

    /// <summary>Legal date of the filing (立案日期); null before it and for a case decided on the spot.</summary>
    public DateOnly? FiledOn { get; private set; }

    /// <summary>How an ordinary case was decided or ended (处理结果); null while it is open and for a case decided on the spot.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>Statistical year of that outcome; null where there is none.</summary>
    public int? OutcomeYear { get; private set; }

    /// <summary>Opens an ordinary case for a clue (线索); the act of registering it is done next, in the same transaction.</summary>
    public static EnforcementCase OpenOrdinary(NewOrdinaryCase @new) =>
        new()
        {
            Id = @new.CaseId,
            Seq = @new.Seq,
            Version = 1,
            OrganId = @new.Organ.Id,
            OrganisationId = @new.OrganisationId,
            OrganisationPath = @new.OrganisationPath,
            SupervisingPath = @new.Organ.ParentPath,
            Procedure = CaseProcedure.Ordinary,
            Stage = CaseStage.Open,
            ActId = @new.ActId,
            OpenedAt = @new.OpenedAt,
            RecordedAt = @new.RecordedAt,
            EnteredLate = @new.EnteredLate,
            Device = @new.Device,
        };

    /// <summary>Sets the violation that the case is about and when and where it happened (案由、违法时间、地点).</summary>
    internal void SetMatter(
        Catalogue.ViolationVersion violation,
        Catalogue.Adoption? adoption,
        DateTimeOffset actAt,
        ActPlace place,
        string facts
    )
    {
        (ViolationVersionId, ViolationCode, ViolationName, AdoptionId) = (violation.Id, violation.Code, violation.Name, adoption?.Id);
        (ActAt, ActOn) = (actAt, LegalDate.Of(actAt));
        (PlaceText, DivisionCode, Longitude, Latitude, Datum) = (
            place.Text,
            place.DivisionCode,
            place.Longitude,
            place.Latitude,
            place.Datum
        );
        Facts = facts;
    }

    /// <summary>Sets the party as identified.</summary>
    internal void SetParty(Guid partyId, PartySnapshot party) => (PartyId, Party) = (partyId, party);

    /// <summary>Appoints the officers of the case (承办人员), in place of any before.</summary>
    internal void Appoint(IReadOnlyList<OfficerAtScene> appointed)
    {
        officers.Clear();
        officers.AddRange(appointed.Select((o, i) => new CaseOfficer(this, i + 1, o)));
    }

    /// <summary>The penalty will rest on an order to correct that was given before the case; null: on none.</summary>
    internal void RelyOn(Guid? orderId) => EarlierOrderId = orderId;

    internal void File(DateOnly on) => FiledOn = on;

    internal void MoveTo(CaseStage stage) => Stage = stage;

    internal void SetOutcome(CaseOutcome outcome, DateOnly on) => (Outcome, OutcomeYear) = (outcome, on.Year);

    /// <summary>Pins the version of the violation that is applied: that of the act, or the milder one of now. 行政处罚法 第三十七条.</summary>
    internal void Apply(Catalogue.ViolationVersion violation) => ViolationVersionId = violation.Id;

    /// <summary>The penalty is decided: kinds, amounts and dates as they are counted and printed from now on.</summary>
    internal void DecideOrdinary(ProposeDecision decided, DateTimeOffset at)
    {
        (DecidedAt, DecidedOn, DecidedYear) = (at, LegalDate.Of(at), LegalDate.Of(at).Year);
        SetOutcome(CaseOutcome.Penalty, LegalDate.Of(at));
        HeaviestKind = decided.Penalties.MaxBy(p => p.Kind.DefaultWeight())!.Kind;
        Warned = decided.Penalties.Any(p => p.Kind is PenaltyKind.Warning);
        FineFen = decided.Fine.Fen;
        Facts = decided.Facts;
        ReasonsForAmount = decided.Reasons;
        CorrectionRequired = decided.CorrectionRequired ?? "";
        CorrectionDueOn = decided.CorrectionDueOn;
        if (decided.Fine > Money.Zero)
        {
            FinedActKey = FinedActKeyOf(PartyId!.Value, ActId);
            SameDayKey = decided.DistinctBecause is null ? SameDayKeyOf(PartyId.Value, ViolationCode, ActOn) : null;
        }
    }

    internal void NumberDecision(string number) => DecisionNumber = number;

    /// <summary>The decision is served: the fifteen days to pay begin, and the time to put things right.</summary>
    internal void ServeDecision(ActInHand act, DateTimeOffset servedAt)
    {
        ServedAt = servedAt;
        var servedOn = LegalDate.Of(servedAt);
        if (FineFen > 0)
        {
            var due = PaymentTerm.From(servedOn, act.Law.Calendar);
            if (PaymentOrder is { } earlier) // of a decision that fell
                earlier.Renew(act.Law.NextPaymentCode!(), Fine, due.LastDay);
            else
                PaymentOrder = new(act.Law.NewId(), Id, OrganisationPath, act.Law.NextPaymentCode!(), Fine, due.LastDay);
            act.Start(DeadlineKind.Payment, due);
        }
        if (CorrectionDueOn is { } correctBy && correctBy > DecidedOn)
            act.Start(DeadlineKind.Correction, SetByOrder(DecidedOn!.Value, correctBy, act.Law.Calendar));
    }

    internal CaseDeadline AddDeadline(Guid id, DeadlineKind kind, Deadline deadline, string? reference)
    {
        var added = new CaseDeadline(id, this, kind, deadline, reference);
        deadlines.Add(added);
        return added;
    }

    internal void MeetDeadlines(DeadlineKind kind, DateTimeOffset at, string? reference = null) => Meet(kind, at, reference);

    internal void EndDeadline(DeadlineKind kind, DateTimeOffset at, string? reference)
    {
        foreach (var deadline in deadlines.Where(d => d.Kind == kind && (reference is null || d.Reference == reference)))
            deadline.End(at);
    }

    /// <summary>Enters an act into file and record.</summary>
    internal CaseActEntry NewEntry(
        Guid id,
        int place,
        CaseAct act,
        DateTimeOffset doneAt,
        Guid personId,
        DateTimeOffset recordedAt,
        bool late,
        byte[] body,
        RecordFields clear,
        DateOnly? servedOn = null
    )
    {
        var entry = new CaseActEntry(id, this, place, act, doneAt, personId, recordedAt, late, body, servedOn);
        actEntries.Add(entry);
        Record(
            JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString()),
            doneAt,
            new RecordFields()
                .Add("organ", OrganId)
                .Add("procedure", Procedure)
                .Add("place", place)
                .Add("stage", Stage)
                .Add("violation", ViolationCode)
                .Add("late", late)
                .Add("act", servedOn is { } on ? clear.Add("servedOn", on) : clear),
            new RecordFields().Add("bodySha256", entry.BodySha256)
        );
        return entry;
    }
}

/// <summary>What the system gives an ordinary case.</summary>
public sealed record NewOrdinaryCase
{
    /// <summary>Identity of the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Tie-breaker of lists.</summary>
    public required long Seq { get; init; }

    /// <summary>The street or town.</summary>
    public required Organisation Organ { get; init; }

    /// <summary>The organisation that handles it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its path.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>Identity of the act of the party.</summary>
    public required Guid ActId { get; init; }

    /// <summary>When the clue was registered, as claimed.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Server time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Entered long after.</summary>
    public required bool EnteredLate { get; init; }

    /// <summary>Device that logged it.</summary>
    public string? Device { get; init; }
}
