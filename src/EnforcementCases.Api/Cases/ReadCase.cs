using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Recording;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Reads a case.</summary>
public sealed record ReadCaseQuery(Guid CaseId) : IRequest<CaseView>;

/// <summary>A case (案件).</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; an act sends it as <c>If-Match</c>.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="OrganId">The street or town whose case it is.</param>
/// <param name="OrganisationId">The organisation that handles it: that street or town itself, or a team below it.</param>
/// <param name="DecisionNumber">Number of the decision; null before the decision.</param>
/// <param name="Party">The party as entered; null in an ordinary case before the party is identified.</param>
/// <param name="OffenceId">Identity of the offence (违法行为).</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="ViolationVersionId">Version of the violation that applies.</param>
/// <param name="CommittedAt">When the offence happened, as claimed.</param>
/// <param name="CommittedOn">Its legal date.</param>
/// <param name="Place">Where the offence happened.</param>
/// <param name="Facts">Facts found.</param>
/// <param name="ReasonsForAmount">Reasons for the amount.</param>
/// <param name="HeaviestKind">Heaviest kind of penalty, under which the case is counted; null if no penalty is decided.</param>
/// <param name="Warned">Whether a warning is part of the penalty.</param>
/// <param name="FineFen">Fine in fen; 0 if there is none.</param>
/// <param name="OpenedAt">When the case began: the decision on the spot, or the registration of the clue.</param>
/// <param name="DecidedAt">When the penalty was decided, as stated by the caller; null before.</param>
/// <param name="DecidedOn">Legal date of the decision; null before.</param>
/// <param name="RecordedAt">When the server stored the case.</param>
/// <param name="EnteredLate">Whether the case was entered late (补录): more than three days after the decision on the spot, or after the clue was registered, as
/// stated by the caller.</param>
/// <param name="ServedAt">When the decision was handed over; null before.</param>
/// <param name="Signature">Whether the party signed for the decision; null before it was handed over.</param>
/// <param name="ReportedAt">When the decision was reported back to the organ (备案); null before, and where that is not required.</param>
/// <param name="CorrectionRequired">What has to be put right; empty if nothing.</param>
/// <param name="CorrectionDueOn">Last day to put it right, inclusive; null means at once.</param>
/// <param name="CorrectedAt">When a re-check found it put right; null before.</param>
/// <param name="RevokedAt">When the decision was revoked; null if it was not.</param>
/// <param name="RevocationReason">Why it was revoked; null if it was not.</param>
/// <param name="ClosedAt">When the case was closed; null before.</param>
/// <param name="ClosedBecause">Why it was closed; null before.</param>
/// <param name="FiledOn">Legal date of the filing (立案); null in a case decided on the spot.</param>
/// <param name="Outcome">How an ordinary case was decided or ended; null before, and in a case decided on the spot.</param>
/// <param name="Validity">Whether the decision is legally valid (效力); null before the decision.</param>
/// <param name="InvalidatedAt">When the decision was declared void from the beginning (确认无效); null otherwise.</param>
/// <param name="InvalidBecause">Why it was declared void; null otherwise.</param>
/// <param name="Archive">Where the file is kept; null before it is archived.</param>
/// <param name="Payment">The payment order; null if there is no fine.</param>
/// <param name="Officers">The officers.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="AssessmentId">The discretion assessment that the decision on the spot follows; null in an ordinary case, whose proposal names its assessment, and
/// in a case decided before assessments were stored with it.</param>
public sealed record CaseView(
    Guid Id,
    int Version,
    CaseProcedure Procedure,
    CaseStage Stage,
    Guid OrganId,
    Guid OrganisationId,
    string? DecisionNumber,
    PartyView? Party,
    Guid OffenceId,
    string ViolationCode,
    string ViolationName,
    Guid ViolationVersionId,
    DateTimeOffset CommittedAt,
    DateOnly CommittedOn,
    PlaceView Place,
    string Facts,
    string ReasonsForAmount,
    PenaltyKind? HeaviestKind,
    bool Warned,
    long FineFen,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DecidedAt,
    DateOnly? DecidedOn,
    DateTimeOffset RecordedAt,
    bool EnteredLate,
    DateTimeOffset? ServedAt,
    PartySignature? Signature,
    DateTimeOffset? ReportedAt,
    string CorrectionRequired,
    DateOnly? CorrectionDueOn,
    DateTimeOffset? CorrectedAt,
    DateTimeOffset? RevokedAt,
    string? RevocationReason,
    DateTimeOffset? ClosedAt,
    ClosingReason? ClosedBecause,
    DateOnly? FiledOn,
    CaseOutcome? Outcome,
    DecisionValidity? Validity,
    DateTimeOffset? InvalidatedAt,
    InvalidityGround? InvalidBecause,
    ArchiveView? Archive,
    PaymentView? Payment,
    IReadOnlyList<OfficerView> Officers,
    IReadOnlyList<EvidenceView> Evidence,
    Guid? AssessmentId
) : IVersioned
{
    /// <summary>Its acts, as <c>GET /cases/{id}/acts</c> lists them; null unless <c>include=acts</c> is given.</summary>
    public CaseActs? Acts { get; init; }

    /// <summary>Its deadlines, as <c>GET /cases/{id}/deadlines</c> lists them; null unless <c>include=deadlines</c> is given.</summary>
    public IReadOnlyList<CaseDeadlineView>? Deadlines { get; init; }

    /// <summary>Its documents, as <c>GET /cases/{id}/documents</c> lists them; null unless <c>include=documents</c> is given.</summary>
    public IReadOnlyList<CaseDocumentView>? Documents { get; init; }

    /// <summary>Its record, as <c>GET /cases/{id}/record</c> lists it; null unless <c>include=record</c> is given.</summary>
    public CaseRecord? Record { get; init; }
}

/// <summary>The party as entered in the case. Document and telephone numbers are never shown in full.</summary>
/// <param name="PartyId">The party.</param>
/// <param name="Kind">Kind of party.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Identity">Documented or self-declared.</param>
/// <param name="Document">Kind of document; null if self-declared.</param>
/// <param name="DocumentTail">Last four characters of its number; null if self-declared.</param>
/// <param name="AgeAtOffence">Age in whole years on the day of the offence.</param>
/// <param name="AgeVerified">Whether the age is proved by a checked document.</param>
/// <param name="Representative">Legal representative or operator; null if none.</param>
/// <param name="Address">Address; null if unknown.</param>
public sealed record PartyView(
    Guid PartyId,
    PartyKind Kind,
    string Name,
    PartyIdentity Identity,
    IdentityDocument? Document,
    string? DocumentTail,
    int? AgeAtOffence,
    bool AgeVerified,
    string? Representative,
    string? Address
);

/// <summary>Where the offence was committed.</summary>
/// <param name="Address">As printed.</param>
/// <param name="DivisionCode">Division code.</param>
/// <param name="Longitude">Longitude in decimal degrees, as text; null if the device had no position.</param>
/// <param name="Latitude">Latitude in decimal degrees, as text; null if the device had no position.</param>
/// <param name="Datum">Datum of the coordinates, <c>WGS84</c>, <c>CGCS2000</c> or <c>GCJ-02</c>; null without coordinates.</param>
public sealed record PlaceView(string Address, string DivisionCode, string? Longitude, string? Latitude, string? Datum);

/// <summary>Where the file is kept (归档).</summary>
/// <param name="ArchivedOn">Legal date of the archiving.</param>
/// <param name="Volume">Number of the volume (卷号).</param>
/// <param name="Retention">How long it is kept (保管期限).</param>
/// <param name="KeepUntil">Last day on which it must be kept; null: permanently (永久).</param>
public sealed record ArchiveView(DateOnly ArchivedOn, string Volume, RetentionClass Retention, DateOnly? KeepUntil);

/// <summary>The payment order of a case.</summary>
/// <param name="Code">Payment code.</param>
/// <param name="AmountFen">Fine in fen.</param>
/// <param name="SurchargeFen">Late-payment surcharge (加处罚款) decided so far, in fen; 0 if none.</param>
/// <param name="PaidFen">Paid so far, in fen.</param>
/// <param name="RefundedFen">Refunded so far, in fen.</param>
/// <param name="NotOwedFen">Paid beyond what was owed and not yet refunded, in fen; not part of <paramref name="PaidFen"/>.</param>
/// <param name="State">Current state.</param>
/// <param name="PayBy">Last day to pay set by the order, inclusive; deferrals and instalments are among the deadlines of the case.</param>
/// <param name="PaidAt">When it was paid in full; null before.</param>
public sealed record PaymentView(
    string Code,
    long AmountFen,
    long SurchargeFen,
    long PaidFen,
    long RefundedFen,
    long NotOwedFen,
    PaymentState State,
    DateOnly PayBy,
    DateTimeOffset? PaidAt
);

/// <summary>An officer of the case.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="CertificateNumber">Number of the certificate shown.</param>
public sealed record OfficerView(Guid OfficerId, string Name, string CertificateNumber);

/// <summary>A piece of evidence.</summary>
/// <param name="Kind">Kind of evidence.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Sha256">SHA-256 of the file.</param>
/// <param name="Description">What it shows.</param>
public sealed record EvidenceView(EvidenceKind Kind, DateTimeOffset TakenAt, string Sha256, string Description);

internal sealed class ReadCaseHandler(AppDbContext db, PersonalDataVault vault) : IRequestHandler<ReadCaseQuery, CaseView>
{
    public async Task<CaseView> Handle(ReadCaseQuery request, CancellationToken cancellationToken)
    {
        var c =
            await db
                .Cases.AsNoTracking()
                .Include(x => x.PaymentOrder)
                .Include(x => x.Officers)
                .Include(x => x.Evidence)
                .AsSplitQuery()
                .FirstOrDefaultAsync(x => x.Id == request.CaseId, cancellationToken)
            ?? throw EnforcementCase.NotFound.With($"案件 {request.CaseId}");
        return new(
            c.Id,
            c.Version,
            c.Procedure,
            c.Stage,
            c.OrganId,
            c.OrganisationId,
            c.DecisionNumber,
            c.PartyId is not { } partyId
                ? null
                : new PartyView(
                    partyId,
                    c.Party.Kind,
                    c.Party.Name,
                    c.Party.Identity,
                    c.Party.Document,
                    c.Party.DocumentTail,
                    c.Party.AgeAtOffence,
                    c.Party.AgeVerified,
                    c.Party.Representative,
                    vault.OpenText(c.Party.AddressSealed, SealedCell.OfParty.InCase(c.Id).Address)
                ),
            c.OffenceId,
            c.ViolationCode,
            c.ViolationName,
            c.ViolationVersionId,
            c.CommittedAt,
            c.CommittedOn,
            new(c.Place.Text, c.Place.DivisionCode, c.Place.Longitude, c.Place.Latitude, c.Place.Datum),
            c.Facts,
            c.Penalty.Reasons,
            c.Penalty.HeaviestKind,
            c.Penalty.Warned,
            c.Penalty.FineFen,
            c.OpenedAt,
            c.DecidedAt,
            c.DecidedOn,
            c.Entry.RecordedAt,
            c.Entry.EnteredLate,
            c.ServedAt,
            c.Signature,
            c.ReportedAt,
            c.Correction.Required,
            c.Correction.DueOn,
            c.Correction.CorrectedAt,
            c.Effect.RevokedAt,
            c.Effect.RevocationReason,
            c.Closing.At,
            c.Closing.Because,
            c.FiledOn,
            c.Outcome,
            c.DecidedAt is null ? null : c.Effect.Validity,
            c.Effect.InvalidatedAt,
            c.Effect.InvalidBecause,
            c.Archive.On is { } archived ? new(archived, c.Archive.Volume!, c.Archive.Retention!.Value, c.Archive.KeepUntil) : null,
            c.PaymentOrder is { } o
                ? new(
                    o.Code,
                    o.AmountFen,
                    o.SurchargeFen,
                    o.PaidFen,
                    o.RefundedFen,
                    await NotOwedAsync(c.Id, cancellationToken),
                    o.State,
                    o.DueOn,
                    o.PaidAt
                )
                : null,
            [.. c.Officers.OrderBy(x => x.Place).Select(x => new OfficerView(x.PersonId, x.Name, x.CertificateNumber))],
            [.. c.Evidence.OrderBy(x => x.Place).Select(x => new EvidenceView(x.Kind, x.TakenAt, x.Sha256, x.Description))],
            c.Procedure is CaseProcedure.Simple ? await AssessmentOfAsync(c.Id, cancellationToken) : null
        );
    }

    private Task<long> NotOwedAsync(Guid caseId, CancellationToken ct) =>
        db.PaymentsNotOwed.Where(p => p.CaseId == caseId && p.RefundedAt == null).SumAsync(p => p.AmountFen, ct);

    /// <summary>The first one is that of the decision; a case has few, so that no index is needed for their order.</summary>
    private async Task<Guid?> AssessmentOfAsync(Guid caseId, CancellationToken ct) =>
        (await db.Assessments.AsNoTracking().Where(a => a.CaseId == caseId).Select(a => new { a.Id, a.Seq }).ToListAsync(ct))
            .MinBy(a => a.Seq)
            ?.Id;
}
