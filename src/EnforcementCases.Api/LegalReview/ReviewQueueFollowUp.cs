using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Keeps the reviewers' queue beside the acts of the cases, in their transaction: the body of an act is encrypted and cannot be listed.</summary>
internal sealed class ReviewQueueFollowUp(AppDbContext db, SequenceSource sequence, TimeProvider clock)
    : IFollowUp<OrdinaryActDone>,
        IFollowUp<DecisionFell>
{
    /// <summary>Updates the queue after an act.</summary>
    public async Task FollowUpAsync(OrdinaryActDone happened, CancellationToken ct)
    {
        var (file, done) = (happened.File, happened.Act);
        if (file.Review.Rounds == 0 && !file.All<SubmitPlannedAct>().Any())
            return;
        var tasks = await OpenAsync(file.Case, ct);
        var open = tasks.FindAll(t => t.Planned is null);
        switch (done.Body)
        {
            case SubmitPlannedAct sent:
                OfKey(sent.Key()).ForEach(t => t.End(done.DoneAt));
                db.ReviewTasks.Add(
                    new(
                        Guid.CreateVersion7(clock.GetUtcNow()),
                        sequence.Next(),
                        new(file.Case.Id, file.Case.OrganId, file.Case.OrganisationPath),
                        file.PlannedReviews.All.Single(r => r.Sent == sent).Round,
                        done.PersonId,
                        done.DoneAt,
                        DueOn(file.Case, DeadlineKind.PlannedActReview, sent.Key()),
                        sent.Planned,
                        sent.MeasureId
                    )
                );
                break;
            case TakePlannedReview taken:
                OfKey(taken.Planned.Key(taken.MeasureId)).ForEach(t => t.Take(done.PersonId, done.DoneAt));
                break;
            case GivePlannedReviewOpinion opinion:
                OfKey(opinion.Planned.Key(opinion.MeasureId)).ForEach(t => t.Finish(opinion.Outcome, done.DoneAt));
                break;
            case SubmitForReview:
                open.ForEach(t => t.End(done.DoneAt));
                db.ReviewTasks.Add(
                    new(
                        Guid.CreateVersion7(clock.GetUtcNow()),
                        sequence.Next(),
                        new(file.Case.Id, file.Case.OrganId, file.Case.OrganisationPath),
                        file.Review.Rounds,
                        done.PersonId,
                        done.DoneAt,
                        DueOn(file.Case, DeadlineKind.LegalReview)
                    )
                );
                break;
            case TakeReview:
                open.ForEach(t => t.Take(done.PersonId, done.DoneAt));
                break;
            case GiveReviewOpinion opinion:
                open.ForEach(t => t.Finish(opinion.Outcome, done.DoneAt));
                break;
            default:
                if (!OrdinaryProcedure.Of(CaseAct.GiveReviewOpinion)!.From.Contains(file.Case.Stage))
                    open.ForEach(t => t.End(done.DoneAt)); // withdrawn, transferred or decided: no opinion is needed any more
                break;
        }
        var waiting = file.PlannedReviews.All.Where(r => r.IsOpen).Select(r => r.Sent.Key()).ToHashSet(StringComparer.Ordinal);
        tasks.FindAll(t => t is { Planned: not null, DoneAt: null } && !waiting.Contains(t.Key)).ForEach(t => t.End(done.DoneAt));

        List<ReviewTask> OfKey(string key) => tasks.FindAll(t => t.Key == key);
    }

    /// <summary>Ends the reviews of planned acts that are no longer possible now that the decision was set aside.</summary>
    public async Task FollowUpAsync(DecisionFell happened, CancellationToken ct) =>
        (await OpenAsync(happened.Case, ct))
            .FindAll(t => t is { Planned: { } planned, DoneAt: null } && !planned.IsOpenAt(t.MeasureId, happened.Case.Stage))
            .ForEach(t => t.End(happened.At));

    private async Task<List<ReviewTask>> OpenAsync(EnforcementCase @case, CancellationToken ct) =>
        await db
            .ReviewTasks.Where(t => t.CaseId == @case.Id && t.DoneAt == null && t.EndedAt == null)
            .OrderByDescending(t => t.Round)
            .ToListAsync(ct);

    private static DateOnly DueOn(EnforcementCase @case, DeadlineKind kind, string? key = null) =>
        @case.Deadlines.Last(d => d.Kind == kind && d.IsOpen && (key is null || d.Reference == key)).LastDay;
}
