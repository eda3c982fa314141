using EnforcementCases.Api.Infrastructure;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Keeps the reviewers' queue beside the acts of the cases, in their transaction: what was said in an act lies under seal and cannot be listed.</summary>
internal sealed class ReviewLedger(AppDbContext db, SequenceSource sequence)
{
    /// <summary>Enters what an act means for the queue.</summary>
    public async Task KeepAsync(OrdinaryFile file, DoneAct done, Func<Guid> newId, CancellationToken ct)
    {
        if (file.ReviewRounds == 0)
            return;
        var open = await db
            .ReviewTasks.Where(t => t.CaseId == file.Case.Id && t.DoneAt == null && t.EndedAt == null)
            .OrderByDescending(t => t.Round)
            .ToListAsync(ct);
        switch (done.Body)
        {
            case SubmitForReview:
                open.ForEach(t => t.End(done.DoneAt));
                db.ReviewTasks.Add(
                    new(newId(), sequence.Next(), file.Case, file.ReviewRounds, done.PersonId, done.DoneAt, DueOn(file.Case))
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
                    open.ForEach(t => t.End(done.DoneAt)); // withdrawn, transferred, decided: nobody waits for an opinion
                break;
        }
    }

    private static DateOnly DueOn(EnforcementCase @case) =>
        @case.Deadlines.Last(d => d is { Kind: DeadlineKind.LegalReview, MetAt: null, EndedAt: null }).LastDay;
}
