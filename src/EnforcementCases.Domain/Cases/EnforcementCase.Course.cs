using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases;

/// <summary>The changes of a case: each sets fields that belong together. The acts of the case make them after checking what the law requires.</summary>
public sealed partial class EnforcementCase
{
    /// <summary>Sets the violation that the case is about and when and where it happened (案由、违法时间、地点).</summary>
    internal void SetMatter(ViolationVersion violation, Adoption? adoption, DateTimeOffset committedAt, OffencePlace place, string facts)
    {
        (ViolationVersionId, ViolationCode, ViolationName, AdoptionId) = (violation.Id, violation.Code, violation.Name, adoption?.Id);
        (CommittedAt, CommittedOn, Place, Facts) = (committedAt, LegalDate.Of(committedAt), place, facts);
    }

    /// <summary>Sets the party as identified.</summary>
    internal void SetParty(Guid partyId, PartySnapshot party) => (PartyId, Party) = (partyId, party);

    /// <summary>Appoints the officers of the case (承办人员), in place of any before.</summary>
    internal void Appoint(IReadOnlyList<OfficerAtScene> appointed)
    {
        officers.Clear();
        officers.AddRange(appointed.Select((o, i) => new CaseOfficer(this, i + 1, o)));
    }

    internal void File(DateOnly on) => FiledOn = on;

    internal void MoveTo(CaseStage stage) => Stage = stage;

    internal void SetOutcome(CaseOutcome outcome, DateOnly on) => (Outcome, OutcomeOn, OutcomeYear) = (outcome, on, on.Year);

    /// <summary>Pins the version of the violation that is applied: that of the offence, or the milder one now in force. 行政处罚法 第三十七条.</summary>
    internal void Apply(ViolationVersion violation) => ViolationVersionId = violation.Id;

    /// <summary>The penalty is decided; a fine takes its unique keys, so that one offence has one fine.</summary>
    /// <param name="distinctBecause">Why this is another offence than one of the same day; null if there was none.</param>
    internal void Decide(CasePenalty penalty, DateTimeOffset at, string? distinctBecause)
    {
        Penalty = penalty;
        (DecidedAt, DecidedOn, DecidedYear) = (at, LegalDate.Of(at), LegalDate.Of(at).Year);
        if (penalty.FineFen == 0)
            return;
        FinedActKey = FinedActKeyOf(PartyId!.Value, OffenceId);
        SameDayKey = distinctBecause is null ? SameDayKeyOf(PartyId.Value, ViolationCode, CommittedOn) : null;
    }

    internal void NumberDecision(string number) => DecisionNumber = number;

    /// <summary>The decision is served (送达).</summary>
    internal void ServeDecision(DateTimeOffset servedAt, PartySignature? signature = null) => (ServedAt, Signature) = (servedAt, signature);

    /// <summary>The fine is to be paid by a day (缴款通知). The order of a decision that fell is renewed.</summary>
    /// <param name="id">Identity for a new order; not used if there is one already.</param>
    internal void OrderToPay(Guid id, string paymentCode, DateOnly dueOn)
    {
        if (PaymentOrder is { } earlier)
            earlier.Renew(paymentCode, Penalty.Fine, dueOn);
        else
            PaymentOrder = new(id, Id, OrganisationPath, paymentCode, Penalty.Fine, dueOn);
    }

    internal void SetReported(DateTimeOffset at) => ReportedAt = at;

    internal void SetFine(Money fine) => Penalty = Penalty.WithFine(fine);

    internal void SetCorrection(CaseCorrection correction) => Correction = correction;

    internal void SetFacts(string facts) => Facts = facts;

    internal void SetEffect(DecisionEffect effect) => Effect = effect;

    internal void SetArchive(CaseArchive archive) => Archive = archive;

    internal void SetClosing(CaseEnd closing) => (Closing, ClosedYear) = (closing, closing.On?.Year);

    internal void Add(Payment payment) => payments.Add(payment);

    internal void Add(Refund refund) => refunds.Add(refund);

    internal void Add(CaseEvidence item) => evidence.Add(item);

    internal void Add(CaseActEntry entry) => actEntries.Add(entry);

    internal CaseDeadline AddDeadline(Guid id, DeadlineKind kind, Deadline deadline, string? reference = null)
    {
        var added = new CaseDeadline(id, this, kind, deadline, reference);
        deadlines.Add(added);
        return added;
    }

    /// <summary>The fine is in force no longer: another one may be decided for the offence.</summary>
    internal void ReleaseFine() => (FinedActKey, SameDayKey) = (null, null);

    /// <summary>A case that ended with its transfer comes back: it has neither outcome nor closing any more.</summary>
    internal void TakeBack()
    {
        (Outcome, OutcomeOn, OutcomeYear) = (null, null, null);
        SetClosing(new());
        SetArchive(new());
    }

    /// <summary>Removes the decision from the case (重新处理). It remains in acts, documents, record and figures.</summary>
    /// <param name="id">Identity of the decision that fell.</param>
    internal void ForgetDecision(Guid id, DateTimeOffset at)
    {
        if (DecidedOn is not null && Effect.FellAt is not null)
            fallen.Add(new(id, this, at));
        (Outcome, OutcomeOn, OutcomeYear) = (null, null, null);
        (Penalty, Effect) = (new(), new());
        (DecidedAt, DecidedOn, DecidedYear, DecisionNumber, ServedAt) = (null, null, null, null, null);
    }

    /// <summary>Enters something into the record of the case, and counts its version up.</summary>
    /// <param name="events">Events that other capabilities follow up.</param>
    internal void Record(
        string type,
        DateTimeOffset at,
        RecordFields clear,
        RecordFields? @sealed = null,
        params ReadOnlySpan<IHappened> events
    )
    {
        Version++;
        Record(new RecordDraft(type, at, clear, @sealed), events);
        this.EndWhatIsOver(at);
    }

    /// <summary>Raises events of an act that is in the record already.</summary>
    internal void Happen(params ReadOnlySpan<IHappened> events) => Raise(events);

    /// <summary>Enters something into the record of the case that changes nothing in it: that it was read.</summary>
    internal void Note(RecordDraft noted) => Record(noted);

    /// <summary>Enters the first act of the case into its record.</summary>
    internal void Begin(RecordDraft first, params ReadOnlySpan<IHappened> events) => Record(first, events);
}
