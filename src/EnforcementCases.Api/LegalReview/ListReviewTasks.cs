using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Lists the reviewers' queue (法制审核任务) within the caller's scope: first those waiting or in review, the longest waiting first; then all others, the
/// newest first.</summary>
/// <param name="State">Filter by state; all states if omitted.</param>
/// <param name="Overdue">True: only reviews that are or were late; false: only those in time; all if omitted.</param>
/// <param name="CaseId">Only reviews of this case; all if omitted.</param>
/// <param name="Reviewer">Only reviews taken by this person; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListReviewTasksQuery(
    ReviewTaskState? State = null,
    bool? Overdue = null,
    Guid? CaseId = null,
    Guid? Reviewer = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<ReviewTaskItem>>;

/// <summary>A review in the queue.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="PartyName">Name of the party.</param>
/// <param name="CaseStage">Current stage of the case.</param>
/// <param name="Planned">The planned act under review; null if the decision on the case is reviewed.</param>
/// <param name="PlannedName">Name of that act, in the requested language; null if the decision on the case is reviewed.</param>
/// <param name="MeasureId">The sealing that the planned act concerns; null if none.</param>
/// <param name="Round">Number of the round, from 1.</param>
/// <param name="State">State of the review.</param>
/// <param name="SubmittedAt">When it was submitted, as stated by the caller.</param>
/// <param name="DueOn">Last day for the opinion, inclusive.</param>
/// <param name="Overdue">Whether it is still open after that day, or was done after it.</param>
/// <param name="TakenBy">Person who took it; null before.</param>
/// <param name="TakenByName">Name of that person; null before.</param>
/// <param name="TakenAt">When it was taken; null before.</param>
/// <param name="DoneAt">When the opinion was given; null before.</param>
/// <param name="Outcome">Conclusion of the opinion; null before.</param>
public sealed record ReviewTaskItem(
    Guid CaseId,
    string ViolationCode,
    string ViolationName,
    string PartyName,
    CaseStage CaseStage,
    PlannedAct? Planned,
    [property: Bilingual] string? PlannedName,
    Guid? MeasureId,
    int Round,
    ReviewTaskState State,
    DateTimeOffset SubmittedAt,
    DateOnly DueOn,
    bool Overdue,
    Guid? TakenBy,
    string? TakenByName,
    DateTimeOffset? TakenAt,
    DateTimeOffset? DoneAt,
    ReviewOutcome? Outcome
);

internal sealed class ListReviewTasksHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<ListReviewTasksQuery, Page<ReviewTaskItem>>
{
    public async Task<Page<ReviewTaskItem>> Handle(ListReviewTasksQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var today = LegalDate.Of(clock.GetUtcNow());
        var tasks = Filter(db.ReviewTasks.AsNoTracking(), request, today);
        var oldestFirst = request.State is ReviewTaskState.Waiting or ReviewTaskState.Taken;
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            tasks = oldestFirst
                ? tasks.Where(t => t.SubmittedAt > at || (t.SubmittedAt == at && t.Seq > cursor.Seq))
                : tasks.Where(t => t.SubmittedAt < at || (t.SubmittedAt == at && t.Seq < cursor.Seq));
        }
        tasks = oldestFirst
            ? tasks.OrderBy(t => t.SubmittedAt).ThenBy(t => t.Seq)
            : tasks.OrderByDescending(t => t.SubmittedAt).ThenByDescending(t => t.Seq);
        var rows = await (
            from task in tasks.Take(limit + 1)
            join @case in db.Cases on task.CaseId equals @case.Id
            select new
            {
                Task = task,
                @case.ViolationCode,
                @case.ViolationName,
                PartyName = @case.Party.Name,
                @case.Stage,
                TakenByName = db.Persons.IgnoreQueryFilters().Where(p => p.Id == task.TakenBy).Select(p => p.Name).FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        var ordered = oldestFirst
            ? rows.OrderBy(r => r.Task.SubmittedAt).ThenBy(r => r.Task.Seq)
            : rows.OrderByDescending(r => r.Task.SubmittedAt).ThenByDescending(r => r.Task.Seq);
        var page = ordered.Take(limit).ToList();
        return new(
            page.ConvertAll(r => new ReviewTaskItem(
                r.Task.CaseId,
                r.ViolationCode,
                r.ViolationName,
                r.PartyName,
                r.Stage,
                r.Task.Planned,
                r.Task.Planned?.Term(),
                r.Task.MeasureId,
                r.Task.Round,
                r.Task.State,
                r.Task.SubmittedAt,
                r.Task.DueOn,
                r.Task.State != ReviewTaskState.Ended && (r.Task.DoneOn ?? today) > r.Task.DueOn,
                r.Task.TakenBy,
                r.TakenByName,
                r.Task.TakenAt,
                r.Task.DoneAt,
                r.Task.Outcome
            )),
            rows.Count <= limit ? null : new Cursor(page[^1].Task.SubmittedAt.ToUnixTimeMilliseconds(), page[^1].Task.Seq).ToString()
        );
    }

    private static IQueryable<ReviewTask> Filter(IQueryable<ReviewTask> tasks, ListReviewTasksQuery request, DateOnly today)
    {
        if (request.CaseId is { } @case)
            tasks = tasks.Where(t => t.CaseId == @case);
        if (request.Reviewer is { } reviewer)
            tasks = tasks.Where(t => t.TakenBy == reviewer);
        if (request.Overdue is { } overdue)
            tasks = tasks.Where(t => overdue == (t.EndedAt == null && (t.DoneOn == null ? today > t.DueOn : t.DoneOn > t.DueOn)));
        return request.State is not { } state
            ? tasks
            : state switch
            {
                ReviewTaskState.Waiting => tasks.Where(t => t.TakenBy == null && t.DoneAt == null && t.EndedAt == null),
                ReviewTaskState.Taken => tasks.Where(t => t.TakenBy != null && t.DoneAt == null && t.EndedAt == null),
                ReviewTaskState.Done => tasks.Where(t => t.DoneAt != null),
                ReviewTaskState.Ended => tasks.Where(t => t.EndedAt != null),
            };
    }
}
