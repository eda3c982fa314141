using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Reads what a legal review of a case examines (审核内容), and the hashes that the opinion and the head's signature must name.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OnDate">The day for which it is determined whether review is required; default: today. For a case entered late, the day of the
/// decision.</param>
public sealed record ReadReviewMatterQuery(Guid CaseId, DateOnly? OnDate = null) : IRequest<ReviewMatter>;

/// <summary>What a legal review examines.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Version of the case, also in the <c>ETag</c>; an act sends it as <c>If-Match</c>.</param>
/// <param name="MatterSha256">Hash of the proposed facts, basis, kinds, amounts and order; <c>give-review-opinion</c> must name it. Null while nothing is
/// proposed.</param>
/// <param name="ProposalSha256">Hash of the whole proposal; <c>decide</c> and <c>decide-no-penalty</c> must name it. Null while nothing is proposed.</param>
/// <param name="Proposal">The proposed decision; null while nothing is proposed.</param>
/// <param name="Triggers">Why the decision needs legal review; empty if it does not.</param>
/// <param name="Seen">The triggers as the officers entered them; null before.</param>
/// <param name="Points">The seven points that the opinion must answer.</param>
/// <param name="Open">Whether the case waits for an opinion.</param>
/// <param name="Round">How many times it was submitted for review.</param>
/// <param name="SubmittedAt">When it was last submitted; null before.</param>
/// <param name="Note">Note to the reviewer; null if none.</param>
/// <param name="DueOn">Last day for the opinion, inclusive; null if no time limit runs.</param>
/// <param name="ReviewerId">Person who took the review; null while nobody has.</param>
/// <param name="LatestOpinion">The latest opinion; null if none.</param>
/// <param name="Amended">Facts, basis, penalties and order as amended by that opinion: only a proposal equal to them passes. Null if it amended
/// nothing.</param>
/// <param name="OpinionHolds">Whether the latest opinion passes the decision exactly as it is proposed now.</param>
/// <param name="Planned">Planned acts other than the decision that were submitted for review, each in its latest round.</param>
/// <param name="Documents">Documents of the file.</param>
public sealed record ReviewMatter(
    Guid Id,
    int Version,
    string? MatterSha256,
    string? ProposalSha256,
    ProposeDecision? Proposal,
    IReadOnlyList<ReviewTriggerView> Triggers,
    AssessReviewTriggers? Seen,
    IReadOnlyList<ReviewPointView> Points,
    bool Open,
    int Round,
    DateTimeOffset? SubmittedAt,
    string? Note,
    DateOnly? DueOn,
    Guid? ReviewerId,
    ReviewOpinion? LatestOpinion,
    AmendedMatter? Amended,
    bool OpinionHolds,
    IReadOnlyList<PlannedReviewView> Planned,
    IReadOnlyList<ReviewDocument> Documents
) : IVersioned;

/// <summary>A planned act in review.</summary>
/// <param name="Act">The planned act.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Kind">The kind of decision as which a catalogue of major decisions lists it.</param>
/// <param name="Sent">The act as it was submitted: facts, basis, plan.</param>
/// <param name="MatterSha256">Hash of what was submitted; <c>give-planned-review-opinion</c> must name it.</param>
/// <param name="Rows">Rows of the catalogue that list it; empty if no review is required.</param>
/// <param name="Open">Whether it waits for an opinion.</param>
/// <param name="Round">How many times it was submitted.</param>
/// <param name="DueOn">Last day for the opinion, inclusive; null if no time limit runs.</param>
/// <param name="ReviewerId">Person who took the review; null while nobody has.</param>
/// <param name="Opinion">The opinion; null before.</param>
/// <param name="Amended">Facts, basis and plan as amended by that opinion; null if it amended nothing.</param>
/// <param name="UsedUp">Whether the act was done on the basis of this opinion; a further act of the kind needs a new one.</param>
public sealed record PlannedReviewView(
    PlannedAct Act,
    [property: Bilingual] string Name,
    ReviewedDecisionKind Kind,
    SubmitPlannedAct Sent,
    string MatterSha256,
    IReadOnlyList<string> Rows,
    bool Open,
    int Round,
    DateOnly? DueOn,
    Guid? ReviewerId,
    ReviewOpinion? Opinion,
    AmendedPlan? Amended,
    bool UsedUp
);

/// <summary>A reason why a decision needs legal review.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Name">As printed in 第五十八条第一款.</param>
/// <param name="Computed">True if computed by the system; false if stated by an officer.</param>
/// <param name="Because">Why it applies: who stated it, or the rows of the catalogue.</param>
public sealed record ReviewTriggerView(
    ReviewTrigger Trigger,
    [property: Bilingual] string Name,
    bool Computed,
    [property: Bilingual] IReadOnlyList<string> Because
);

/// <summary>A point of the review.</summary>
/// <param name="Point">The point.</param>
/// <param name="Name">Its name, in the requested language.</param>
public sealed record ReviewPointView(ReviewPoint Point, [property: Bilingual] string Name);

/// <summary>A document of the file.</summary>
/// <param name="Id">The document; its print is read at <c>/cases/{id}/documents/{documentId}/file</c>.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Title">Title.</param>
/// <param name="Number">Number; empty for kinds without one.</param>
/// <param name="IssuedOn">Legal date of the document.</param>
/// <param name="ContentHash">SHA-256 of its content, 64 lower-case hex digits.</param>
public sealed record ReviewDocument(
    Guid Id,
    DocumentKind Kind,
    [property: Bilingual] string Title,
    string Number,
    DateOnly IssuedOn,
    string ContentHash
);

internal sealed class ReadReviewMatterHandler(CaseLoader cases, OrdinaryDesk desk, TimeProvider clock)
    : IRequestHandler<ReadReviewMatterQuery, ReviewMatter>
{
    public async Task<ReviewMatter> Handle(ReadReviewMatterQuery request, CancellationToken cancellationToken)
    {
        var @case = await cases.ReadAsync(request.CaseId, cancellationToken);
        var file = await desk.OpenAsync(@case, cancellationToken);
        var proposed = file.PlannedReviews.All.Count > 0 && file.Deciding.Proposal is null ? null : file.Deciding.EnsureProposed();
        var law = await desk.SurroundingsAsync(@case, file, body: null, cancellationToken);
        var at = At(request.OnDate);
        var reasons = file.Review.Reasons(law, at);
        var sent = file.Last(CaseAct.SubmitForReview);
        return new(
            @case.Id,
            @case.Version,
            file.Deciding.Matter?.Sha256(),
            proposed?.Entry.BodySha256,
            file.Deciding.Proposal,
            [.. reasons?.Triggers.Select(t => Describe(t, reasons, file.Review.Assessment)) ?? []],
            file.Review.Assessment,
            [.. Enum.GetValues<ReviewPoint>().Select(p => new ReviewPointView(p, p.Term()))],
            file.Review.IsOpen,
            file.Review.Rounds,
            sent?.DoneAt,
            (sent?.Body as SubmitForReview)?.Note,
            @case.Deadlines.FirstOrDefault(d => d is { Kind: DeadlineKind.LegalReview, IsOpen: true })?.LastDay,
            file.Review.Reviewer,
            file.Review.Opinion,
            file.Review.Opinion is null ? null : file.Last<GiveReviewOpinion>()?.Amended,
            file.Review.Holds,
            [.. file.PlannedReviews.All.Select(r => Describe(r, file, law, LegalDate.Of(at)))],
            [
                .. file.Papers.Select(p => new ReviewDocument(
                    p.DocumentId,
                    p.Kind,
                    DocumentForms.Of(p.Kind).Title,
                    p.Number,
                    p.IssuedOn,
                    p.ContentHash
                )),
            ]
        );
    }

    private static PlannedReviewView Describe(PlannedReview review, OrdinaryFile file, ActContext law, DateOnly day) =>
        new(
            review.Sent.Planned,
            review.Sent.Planned.Term(),
            review.Sent.Planned.Kind(),
            review.Sent,
            review.Sent.In(file.Case.Id).Sha256(),
            [
                .. file
                    .PlannedReviews.ListedRows(review.Sent.Planned, law, day, review.Sent.FinishedStructure)
                    .Select(r => $"{r.Id} {r.Item}"),
            ],
            review.IsOpen,
            review.Round,
            file.Case.Deadlines.FirstOrDefault(d =>
                d is { Kind: DeadlineKind.PlannedActReview, IsOpen: true } && d.Reference == review.Sent.Key()
            )?.LastDay,
            review.Reviewer,
            review.Opinion,
            review.IsOpen ? null : file.All<GivePlannedReviewOpinion>().Last(o => o.Planned.Key(o.MeasureId) == review.Sent.Key()).Amended,
            review.UsedUp
        );

    private DateTimeOffset At(DateOnly? day) => day is { } on ? new(on, TimeOnly.MaxValue, LegalDate.Offset) : clock.GetUtcNow();

    private static ReviewTriggerView Describe(ReviewTrigger trigger, ReviewReasons reasons, AssessReviewTriggers? seen) =>
        trigger switch
        {
            ReviewTrigger.MajorInterestsAfterHearing => new(trigger, trigger.Term(), true, ["本案举行了听证"]),
            ReviewTrigger.Catalogue => new(trigger, trigger.Term(), true, [.. reasons.Rows.Select(r => $"{r.Id} {r.Item}")]),
            ReviewTrigger.PublicInterest or ReviewTrigger.Complex or ReviewTrigger.OtherByLaw => new(
                trigger,
                trigger.Term(),
                seen?.Ticked.Contains(trigger) is not true,
                ["承办人员判断"]
            ),
        };
}
