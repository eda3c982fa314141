using EnforcementCases.Api.Access;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Parties;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Remedies;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Recording;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Opens the file of an ordinary case and does acts in it: bodies are stored encrypted, documents get number and content, all in the transaction of the act.</summary>
internal sealed class OrdinaryDesk(
    AppDbContext db,
    CurrentUser user,
    CatalogueDirectory catalogue,
    OfficerDirectory officers,
    OrganDirectory organs,
    NumberLedger numbers,
    DocumentIssue documents,
    CorrectionOrders orders,
    FinesInForce fines,
    PartyRegister register,
    OfficeHistory offices,
    IPaymentCodes paymentCodes,
    PersonalDataVault vault,
    Installation installation,
    TimeProvider clock
)
{
    /// <summary>Papers that the case itself issues, and that are served like those of acts.</summary>
    private static readonly DocumentKind[] IssuedByCase = [DocumentKind.RevocationDecision, DocumentKind.CorrectionDecision];

    /// <summary>The file of a case as it is stored.</summary>
    public async Task<OrdinaryFile> OpenAsync(EnforcementCase @case, CancellationToken ct)
    {
        await db.Entry(@case).Collection(c => c.ActEntries).LoadAsync(ct);
        var issued = await db
            .CaseDocuments.Where(d => d.CaseId == @case.Id && (d.ActPosition != null || IssuedByCase.Contains(d.Kind)))
            .Select(d => new
            {
                d.Id,
                d.Kind,
                d.Number,
                d.ActPosition,
                d.ContentHash,
                d.DatedOn,
            })
            .ToListAsync(ct);
        issued.AddRange(
            db.ChangeTracker.Entries<CaseDocument>()
                .Where(e => e.State is EntityState.Added)
                .Select(e => e.Entity)
                .Where(d => d.CaseId == @case.Id && (d.ActPosition != null || d.Kind == DocumentKind.RevocationDecision))
                .Select(d => new
                {
                    d.Id,
                    d.Kind,
                    d.Number,
                    d.ActPosition,
                    d.ContentHash,
                    d.DatedOn,
                })
        ); // issued in this transaction and not saved yet
        var dates = @case.ActEntries.ToDictionary(a => a.Place, a => a.DoneOn);
        return OrdinaryFile.Open(
            @case,
            @case.ActEntries.Select(e => new DoneAct(e, BodyOf(e))),
            issued
                .Where(p => p.ActPosition is not { } at || dates.ContainsKey(at)) // a reader locks nothing: an act done since the entries were read is not in this file yet
                .OrderBy(p => p.ActPosition) // the last of a kind is the one that counts
                .ThenBy(p => p.Kind)
                .Select(p => new IssuedPaper(
                    p.Id,
                    p.Kind,
                    p.Number,
                    p.ActPosition ?? 0, // the case itself issued it
                    p.ActPosition is { } at ? dates[at] : p.DatedOn,
                    p.ContentHash
                ))
        );
    }

    private ActBody BodyOf(CaseActEntry entry)
    {
        var bytes = vault.Open(entry.BodySealed, SealedCell.ActBody(entry.Id));
        entry.EnsureIs(bytes);
        return ActJson.Read(entry.Act, bytes);
    }

    /// <summary>Does an act in a case that was opened for it.</summary>
    public async Task<CaseAfterAct> PerformAsync(EnforcementCase @case, ActBody body, CancellationToken ct)
    {
        var file = await OpenAsync(@case, ct);
        var now = clock.GetUtcNow();
        var late = ClaimedTime.IsLate(body.DoneAt, now);
        var law = await SurroundingsAsync(@case, file, body, ct);
        var act = file.Perform(body, law, late);
        var entry = file.Acts[^1].Entry;
        entry.Seal(bytes => vault.Seal(bytes, SealedCell.ActBody(entry.Id)));
        db.CaseActs.Add(entry);
        if (act.Papers.Count > 0)
        {
            var party = vault.OnPaper(@case, @case.PartyId is { } partyId ? await db.Parties.FindAsync([partyId], ct) : null);
            foreach (var paper in act.Papers)
                await IssueAsync(paper, file, party, law, ct);
        }
        return new(@case.Id, @case.Version, @case.Stage, DutiesOf(file), late);
    }

    private static IReadOnlyList<string> DutiesOf(OrdinaryFile file) =>
        file.Case.Procedure is CaseProcedure.Simple ? file.Case.OpenDuties() : file.Duties.Open();

    /// <summary>The data by which an act is judged now.</summary>
    /// <param name="body">The act that is done; null if only the open acts are listed.</param>
    public async Task<ActContext> SurroundingsAsync(EnforcementCase @case, OrdinaryFile file, ActBody? body, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var organ = await organs.OrganAsync(@case.OrganId, ct);
        var names = await NamesAsync(file, body, ct);
        return new()
        {
            PersonId = user.PersonId,
            Roles = body is null ? user.Roles : await offices.RolesOnAsync(LegalDate.Of(body.DoneAt), ct),
            Organ = organ,
            Assessments = await AssessmentsAsync(file, body, ct),
            LaterAssessmentId = body switch
            {
                ProposeDecision proposal => await LaterAssessmentAsync(@case, proposal, ct),
                Decide or DecideNoPenalty => await LaterAssessmentAsync(@case, file.Deciding.Proposal, ct),
                _ => null,
            },
            EarlierOrder = await EarlierOrderAsync(@case, body, ct),
            OtherFines =
                @case.PartyId is not null && (body is Decide || OutcomeOf(body)?.BindsParty() is true)
                    ? await fines.OfAsync(@case, ct)
                    : null, // without a party the stage is what refuses it
            StruckDownElsewhere =
                body is Decide && @case.PartyId is { } partyId
                    ? await StruckDownAsync(partyId, @case.OffenceId, @case.ViolationCode, @case.CommittedOn, @case.Id, ct)
                    : [],
            Reviewer = body is TakeReview or GiveReviewOpinion or TakePlannedReview or GivePlannedReviewOpinion
                ? await ReviewerAsync(ct)
                : null,
            OfficeHolders = body is DiscussCollectively or NotifyHearing or ConfirmRemedyResult or RequestRecusal or DecideRecusal
                ? await offices.HoldersAsync(organ.Path, LegalDate.Of(body.DoneAt), ct)
                : [],
            OtherTracks = body is Decide or ProposeDecision or JoinTrack ? await TracksAsync(file, ct) : [],
            FilesOnHand = await FilesOnHandAsync(file, LegalDate.Of(body?.DoneAt ?? now), organ.Path, ct),
            NextPaymentCode = () => paymentCodes.Next(organ, @case.DecidedOn!.Value),
            Catalogue = catalogue.Current,
            Roster = officers.Current,
            Now = now,
            Production = !installation.Demo,
            NameOf = id => names.GetValueOrDefault(id, ""),
            NewId = () => Guid.CreateVersion7(now),
        };
    }

    /// <summary>The files of the case that are there; null if its place requires no file of it, so that most cases ask nothing.</summary>
    private async Task<IReadOnlySet<string>?> FilesOnHandAsync(OrdinaryFile file, DateOnly actOn, string organPath, CancellationToken ct)
    {
        var (@case, law) = (file.Case, catalogue.Current);
        if (!FilesInBodies.AreAsked(file, actOn, day => law.RequiresFiles(organPath, day)))
            return null;
        if (db.Entry(@case).State is not EntityState.Added)
            await db.Entry(@case).Collection(c => c.Evidence).LoadAsync(ct);
        return (await db.CaseFiles.Where(f => f.CaseId == @case.Id && f.ParentId == null).Select(f => f.Sha256).ToListAsync(ct)).ToHashSet(
            StringComparer.Ordinal
        );
    }

    /// <summary>What the other tracks of a joint matter proposed or decided last.</summary>
    private async Task<IReadOnlyList<TrackState>> TracksAsync(OrdinaryFile file, CancellationToken ct)
    {
        var tracks = new List<TrackState>();
        foreach (var track in file.Joint.Others)
        {
            // of another team: what binds both tracks is asked of all of them, also where the reader is not in charge
            var @case = await db.Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter]).FirstAsync(c => c.Id == track.CaseId, ct);
            tracks.Add(TrackState.Of(await OpenElsewhereAsync(@case, ct), file.Case.Id));
        }
        return tracks;
    }

    /// <summary>Decisions on the same offence of a party, in any case of any street, that a remedy struck down (ARL-64-2).</summary>
    /// <param name="exceptCase">The case that is decided; its own are in its file.</param>
    public async Task<IReadOnlyList<StruckDownDecision>> StruckDownAsync(
        Guid partyId,
        Guid offenceId,
        string violationCode,
        DateOnly committedOn,
        Guid? exceptCase,
        CancellationToken ct
    )
    {
        var entries = await register.SameAsync(partyId, ct);
        var fallen = await db
            .Cases.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Include(c => c.Evidence)
            .Include(c => c.PaymentOrder)
            .Where(c => c.Id != exceptCase && c.PartyId != null && entries.Contains(c.PartyId.Value))
            .Where(c => c.OffenceId == offenceId || (c.ViolationCode == violationCode && c.CommittedOn == committedOn))
            .Where(c => c.Effect.Validity == DecisionValidity.Revoked || c.Effect.Validity == DecisionValidity.Invalid)
            .ToListAsync(ct);
        var found = new List<StruckDownDecision>();
        foreach (var @case in fallen)
        {
            if ((await OpenElsewhereAsync(@case, ct)).StruckDownNow is { } decision)
                found.Add(decision);
        }
        return found;
    }

    /// <summary>The file of a case of another street or team, whose acts are outside the reader's scope.</summary>
    private async Task<OrdinaryFile> OpenElsewhereAsync(EnforcementCase @case, CancellationToken ct)
    {
        await db.CaseActs.IgnoreQueryFilters([AppDbContext.ScopeFilter]).Where(a => a.CaseId == @case.Id).LoadAsync(ct);
        return await OpenAsync(@case, ct);
    }

    /// <summary>The earlier order to correct that the penalty is to be based on.</summary>
    private async Task<EarlierOrder?> EarlierOrderAsync(EnforcementCase @case, ActBody? body, CancellationToken ct) =>
        (body is RelyOnOrder named ? named.CorrectionOrderId : @case.Correction.EarlierOrderId) is { } order
        && body is not null
        && (body is RelyOnOrder or Decide || OutcomeOf(body)?.BindsParty() is true)
        && OrdinaryProcedure.Of(body).From.Contains(@case.Stage) // otherwise the stage is what refuses it
        && @case.PartyId is { } party
            ? await orders.FindForPenaltyAsync(order, party, @case.Party, @case.ViolationCode, ct)
            : null;

    private static CaseOutcome? OutcomeOf(ActBody? body) =>
        (body as ProposeDecision)?.Outcome ?? (body as ConcludeInvestigation)?.ProposedOutcome;

    /// <summary>Gives a document its number and fixes its content; both in the transaction of the act.</summary>
    private async Task IssueAsync(PaperDraft paper, OrdinaryFile file, PartyOnPaper party, ActContext law, CancellationToken ct)
    {
        var done = file.Acts[^1];
        var number = DocumentWord.Of(paper.Kind) is { } word
            ? (await numbers.IssueAsync(law.Organ, word, done.DoneOn.Year, file.Case.Id, ct)).Text
            : null;
        var document = documents.Form(
            paper.Kind,
            PapersOfCase.ValuesOf(new(paper.Kind, file, done, number, law, party)),
            file.Case.Id,
            file.Case.OrganisationPath,
            done.DoneOn,
            done.Entry.Place,
            law.Now
        );
        db.CaseDocuments.Add(document);
        var issued = new IssuedPaper(document.Id, document.Kind, document.Number, done.Entry.Place, done.DoneOn, document.ContentHash);
        file.Add(issued);
        paper.WhenIssued?.Invoke(issued);
    }

    private async Task<IReadOnlyDictionary<Guid, StoredAssessment>> AssessmentsAsync(OrdinaryFile file, ActBody? body, CancellationToken ct)
    {
        var ids = new[]
        {
            (body as ProposeDecision)?.AssessmentId,
            (body as ConcludeInvestigation)?.AssessmentId,
            file.Deciding.Proposal?.AssessmentId,
        }
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, StoredAssessment>()
            : await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
    }

    /// <summary>The last assessment of the case that was stored after the one that a proposal names; for orders alone that name none, the last of all. Null if none was.</summary>
    private async Task<Guid?> LaterAssessmentAsync(EnforcementCase @case, ProposeDecision? proposal, CancellationToken ct)
    {
        var named = proposal?.AssessmentId;
        var after = proposal is { AssessmentId: null, Outcome: CaseOutcome.OrderAlone }
            ? long.MinValue
            : await db.Assessments.Where(a => a.Id == named).Select(a => (long?)a.Seq).FirstOrDefaultAsync(ct);
        return after is { } seq
            ? await db
                .Assessments.Where(a =>
                    a.CaseId == @case.Id && a.PartyId == @case.PartyId && a.ViolationCode == @case.ViolationCode && a.Seq > seq
                )
                .OrderByDescending(a => a.Seq)
                .Select(a => (Guid?)a.Id)
                .FirstOrDefaultAsync(ct)
            : null;
    }

    /// <summary>The present user as a reviewer, by the personnel register.</summary>
    private async Task<Reviewer?> ReviewerAsync(CancellationToken ct) =>
        (
            await db
                .Persons.AsNoTracking()
                .IgnoreQueryFilters([AppDbContext.ScopeFilter])
                .FirstOrDefaultAsync(p => p.Id == user.PersonId, ct)
        )?.AsReviewer;

    /// <summary>Names of everybody who acted so far, for the papers; also of people outside the reader's scope.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(OrdinaryFile file, ActBody? body, CancellationToken ct)
    {
        if (body is null || OrdinaryProcedure.Of(body).Issues.Count == 0)
            return new Dictionary<Guid, string>();
        var acted = file
            .Acts.Select(a => a.PersonId)
            .Append(user.PersonId)
            .Append((body as Archive)?.CheckedBy ?? user.PersonId)
            .Distinct()
            .ToList();
        return await db
            .Persons.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(p => acted.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }
}
