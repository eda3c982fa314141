using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Discretion;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Parties;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Simple;

internal sealed class DecideOnTheSpotHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    CatalogueDirectory catalogue,
    OfficerDirectory officers,
    PartyDesk parties,
    FinesInForce fines,
    CorrectionOrders orders,
    PenaltyAssessments assessments,
    NumberLedger numbers,
    IPaymentCodes paymentCodes,
    ICashAtDecision cash,
    DocumentIssue documents,
    OrganDirectory organs,
    OrdinaryDesk desk,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<DecideOnTheSpotCommand, OnTheSpotAnswer>
{
    public static readonly DomainError SignerNotPresent = new(
        "officers.signer-not-present",
        null,
        ErrorKind.Forbidden,
        "登记人须为在场的执法人员之一"
    );

    public async Task<OnTheSpotAnswer> Handle(DecideOnTheSpotCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        ClaimedTime.Ensure(request.DecidedAt, now, "/decidedAt");
        ClaimedTime.Ensure(request.CommittedAt, now, "/committedAt");
        ClaimedTime.Ensure(request.Delivery.HandedOverAt, now, "/delivery/handedOverAt");
        if (request.Collection is not null)
            await cash.HoldAsync(user.OrganId!.Value, cancellationToken);
        var committedOn = LegalDate.Of(request.CommittedAt);
        var decidedOn = LegalDate.Of(request.DecidedAt);
        var law = catalogue.Current;
        var organ = await organs.OrganAsync(user.OrganId!.Value, cancellationToken);
        var caseId = request.CaseId ?? Guid.CreateVersion7(now);
        var @checked = parties.Check(request.Party, committedOn, SealedCell.OfParty.InCase(caseId));

        var party = await parties.FindOrEnterAsync(@checked, cancellationToken);
        var earlier = request.CorrectionOrderId is { } orderId
            ? await orders.FindForPenaltyAsync(orderId, party.Id, @checked.Snapshot, request.ViolationCode, cancellationToken)
            : null;
        var facts = FactsOf(request, organ, law, @checked.Snapshot, earlier, committedOn, decidedOn);
        LawfulOnTheSpotDecision.EnsureForTheSpot(facts, law.Calendar);
        var assessment = await AssessAsync(request, organ, @checked.Snapshot, party, caseId, cancellationToken);
        var decision = LawfulOnTheSpotDecision.Judge(facts, AssessedPenalty.Of(assessment), law.Calendar);
        await EnsureFirstFine(request, decision.Facts, party, cancellationToken);
        await EnsureNotTheSameAgain(decision.Facts, party, cancellationToken);

        var number = await numbers.IssueAsync(organ, DocumentWord.OnTheSpotDecision, decidedOn.Year, caseId, cancellationToken);
        var paymentCode = request.AmountFen > 0 ? paymentCodes.Next(organ, decidedOn) : null;
        var (issued, content) = documents.OnTheSpotDecision(
            decision,
            party,
            caseId,
            user.OrganisationPath,
            number.Text,
            request.Collection is null ? paymentCode : null, // what is paid needs no code
            law.Calendar,
            now
        );
        var @case = EnforcementCase.DecideOnTheSpot(
            decision,
            new()
            {
                CaseId = caseId,
                Seq = sequence.Next(),
                OrganisationId = user.OrganisationId,
                OrganisationPath = user.OrganisationPath,
                PartyId = party.Id,
                Number = number.Text,
                DocumentHash = issued.ContentHash,
                PaymentCode = paymentCode,
                RecordedAt = now,
                EnteredLate = ClaimedTime.IsLate(request.DecidedAt, now),
                Device = context.Device = request.Device?.Id,
                AwaitsFiles = law.RequiresFiles(organ.Path, decidedOn),
                Calendar = law.Calendar,
                NewId = () => Guid.CreateVersion7(now),
            }
        );
        if (decision.Facts.Collection is { } collection)
            await cash.CollectAsync(@case, collection, request.DecidedAt, request.Collection?.LandedAt, cancellationToken);
        db.Assessments.Add(assessment);
        db.Cases.Add(@case);
        db.CaseDocuments.Add(issued);
        return new(
            @case.Id,
            @case.Version,
            number.Text,
            decidedOn,
            @case.Penalty.FineFen,
            request.Collection is null ? paymentCode : null,
            @case.PaymentOrder?.OwedUntil,
            issued.VerificationCode,
            issued.Id,
            party.Id,
            [.. @case.Deadlines.Where(d => d.IsOpen).Select(d => new OpenDuty(d.Kind, d.Rule, d.LastDay, d.IsProvisional))],
            AssessmentId: assessment.Id
        )
        {
            PartyWarnings = @checked.Warnings,
            Content = content,
        };
    }

    private async Task EnsureNotTheSameAgain(OnTheSpotFacts facts, Party party, CancellationToken ct)
    {
        if (db.Entry(party).State == EntityState.Added) // entered just now: it has no earlier matters
            return;
        NotTheSameAgain.Ensure(
            new(facts.Violation.Code, [], facts.Fine, [.. facts.Evidence.Select(e => e.Sha256)]),
            await desk.StruckDownAsync(party.Id, facts.OffenceId, facts.Violation.Code, facts.CommittedOn, exceptCase: null, ct)
        );
    }

    private async Task<StoredAssessment> AssessAsync(
        DecideOnTheSpotCommand request,
        Organisation organ,
        PartySnapshot snapshot,
        Party party,
        Guid caseId,
        CancellationToken ct
    )
    {
        FirstOffence.EnsureHarmAnswered(request.Exemption.NoHarm, request.Exemption.HarmSlight);
        var isNew = db.Entry(party).State == EntityState.Added; // entered just now: it has no earlier matters
        var input = await assessments.InputAsync(
            new(
                organ,
                request.ViolationCode,
                LegalDate.Of(request.CommittedAt),
                LegalDate.Of(request.DecidedAt),
                snapshot,
                request.Findings,
                request.Discretion?.AlsoViolates ?? []
            ),
            isNew ? null : party.Id,
            exceptCase: null,
            ct
        );
        return assessments.Assess(input, id: null, organ.Id, party.Id, caseId, request.DecidedAt);
    }

    private OnTheSpotFacts FactsOf(
        DecideOnTheSpotCommand request,
        Organisation organ,
        CatalogueSnapshot law,
        PartySnapshot party,
        EarlierOrder? earlier,
        DateOnly committedOn,
        DateOnly decidedOn
    )
    {
        var atOffence =
            law.ViolationOn(request.ViolationCode, committedOn)
            ?? throw ViolationVersion.NotInForce.With($"{request.ViolationCode}，{committedOn:yyyy-MM-dd}");
        var atDecision = law.ViolationOn(request.ViolationCode, decidedOn);
        var businessCap = law.Parameter(organ.Path, LocalParameters.SimpleIndividualBusinessCap, decidedOn).Money;
        var present = request.Officers.Select(o => officers.Current.AtScene(o.OfficerId, organ.Path, decidedOn)).ToList();
        if (present.TrueForAll(o => o.Acting.Person != user.PersonId))
            throw SignerNotPresent.With("在场执法人员中没有登记人");
        return new()
        {
            Organ = organ,
            Party = party,
            Collection = request.Collection is { } cashTaken
                ? new(
                    cashTaken.Ground,
                    cashTaken.Reason is { } because ? TextRules.Paragraphs(because) : null,
                    cashTaken.PartyAsked,
                    cashTaken.RemoteArea,
                    ReceiptNumber.Normalise(cashTaken.ReceiptNumber)
                )
                : null,
            Violation = atOffence,
            ViolationAtOffence = atOffence,
            ViolationAtDecision = atDecision,
            Adoption = law.NearestAdoptionOf(organ.Id, request.ViolationCode, committedOn, request.Place.DivisionCode),
            RenewedAdoption = law.NearestAdoptionOf(organ.Id, request.ViolationCode, decidedOn, request.Place.DivisionCode),
            OffenceId = request.OffenceId ?? request.CaseId ?? Guid.CreateVersion7(clock.GetUtcNow()),
            CommittedAt = request.CommittedAt,
            BegunAt = request.BegunAt,
            Continuing = request.Continuing,
            DiscoveredOn = request.DiscoveredOn,
            Place = new(
                TextRules.Line(request.Place.Address),
                request.Place.DivisionCode,
                request.Place.Point?.Coordinates[0].ToString(System.Globalization.CultureInfo.InvariantCulture),
                request.Place.Point?.Coordinates[1].ToString(System.Globalization.CultureInfo.InvariantCulture),
                request.Place.Point?.Datum
            ),
            DesignatedOrTransferred = request.DesignatedOrTransferred,
            Facts = TextRules.Paragraphs(request.Facts),
            ReasonsForAmount = TextRules.Paragraphs(request.ReasonsForAmount),
            Notice = new(
                request.Notice.NotifiedAt,
                request.Notice.Matters.Aggregate(NotifiedMatters.None, (all, one) => all | one),
                request.Notice.PartyWords is { } words ? TextRules.Paragraphs(words) : null,
                request.Notice.WaiverWords is { } waiver ? TextRules.Paragraphs(waiver) : null,
                request.Notice.HasObjection ?? !string.IsNullOrWhiteSpace(request.Notice.PartyWords),
                request.Notice.Answer is { } answer
                    ? new(
                        answer.Accepted,
                        TextRules.Paragraphs(answer.Because),
                        answer.ChangesNothingBecause is { } why ? TextRules.Paragraphs(why) : null
                    )
                    : null
            ),
            NotifiedFine = Money.OfFen(request.Notice.NotifiedAmountFen),
            NotifiedKinds = request.Notice.NotifiedKinds,
            Officers = present,
            CertificatesShown = [.. request.Officers.Select(o => o.CertificateNumber)],
            TouchesLifeHealthOrFinance = request.TouchesLifeHealthOrFinance,
            HarmfulResult = request.HarmfulResult,
            CertificatesShownAt = request.CertificatesShownAt,
            Kinds = request.Kinds,
            Fine = Money.OfFen(request.AmountFen),
            Grade = request.Grade,
            ReasonsAgainstExemption = request.ReasonsAgainstExemption is { } reasons ? TextRules.Paragraphs(reasons) : null,
            Lighter = Leniency.PartOf(law.Parameter(organ.Path, LocalParameters.LenientPart, decidedOn).Value),
            CorrectionRequired = request.Correction is { } c ? TextRules.Paragraphs(c.Requirement) : null,
            CorrectionDueOn = request.Correction?.DueOn,
            EarlierOrder = earlier,
            DecidedAt = request.DecidedAt,
            HandedOverAt = request.Delivery.HandedOverAt,
            Receiver = request.Delivery.ReceivedBy,
            GuardianInformed = request.Delivery.GuardianInformed is { } informed ? TextRules.Paragraphs(informed) : null,
            Signature = request.Delivery.Signature,
            RefusalNote = request.Delivery.RefusalNote is { } note ? TextRules.Paragraphs(note) : null,
            Evidence = [.. request.Evidence.Select(e => new EvidenceReference(e.Kind, e.TakenAt, e.Sha256, TextRules.Line(e.Description)))],
            DistinctBecause = request.DistinctFrom is { } d ? TextRules.Paragraphs(d.Reason) : null,
            IndividualBusinessCeiling = businessCap,
            FineAfterUnmetDemolition =
                law.Parameter(organ.Path, LocalParameters.FineAfterUnmetDemolition, LegalDate.Of(request.CommittedAt)).Value is "yes",
            ReportBackWorkingDays = law.Parameter(organ.Path, LocalParameters.SimpleReportBack, decidedOn).Number,
        };
    }

    /// <summary>APL-29: the fine is the first for the offence, and what is explained to differ is the case that was fined.</summary>
    private async Task EnsureFirstFine(DecideOnTheSpotCommand request, OnTheSpotFacts facts, Party party, CancellationToken ct)
    {
        var standing =
            db.Entry(party).State == EntityState.Added
                ? StandingFines.None // entered just now: it cannot have been fined before
                : await fines.OfAsync(party.Id, facts.OffenceId, facts.Violation.Code, facts.CommittedOn, exceptCase: null, ct);
        OneActOneFine.EnsureFirstFine(facts.Fine, standing, facts.DistinctBecause);
        if (request.DistinctFrom is { } distinct)
            OneActOneFine.EnsureNamesTheOther(standing, distinct.CaseId, distinct.Number);
    }
}
