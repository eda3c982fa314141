namespace EnforcementCases.Domain.LegalReview;

/// <summary>State of a review (审核任务状态).</summary>
public enum ReviewTaskState
{
    /// <summary>待受理: nobody has taken it yet.</summary>
    Waiting,

    /// <summary>审核中.</summary>
    Taken,

    /// <summary>已出具意见.</summary>
    Done,

    /// <summary>已终止: submitted again, or the case went on without it.</summary>
    Ended,
}

/// <summary>A round of legal review of a case (审核任务), for the reviewers' queue. The acts of the case contain the details; both are stored in the same transaction.</summary>
public sealed class ReviewTask : IOwnedByOrganisation
{
    private ReviewTask() { }

    /// <summary>A case is sent to review.</summary>
    /// <param name="round">1 for the first review, 2 after a return.</param>
    /// <param name="dueOn">Last day for the opinion.</param>
    /// <param name="planned">The planned act that is reviewed; null for the decision on the case.</param>
    /// <param name="measureId">The sealing that the planned act concerns; null if none.</param>
    public ReviewTask(
        Guid id,
        long seq,
        CaseInReview @case,
        int round,
        Guid submittedBy,
        DateTimeOffset submittedAt,
        DateOnly dueOn,
        PlannedAct? planned = null,
        Guid? measureId = null
    )
    {
        (Id, Seq, CaseId, OrganId, OrganisationPath) = (id, seq, @case.CaseId, @case.OrganId, @case.OrganisationPath);
        (Round, SubmittedBy, SubmittedAt, DueOn) = (round, submittedBy, submittedAt, dueOn);
        (Planned, MeasureId, Key) = (planned, measureId, planned?.Key(measureId) ?? "");
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Tie-breaker of lists.</summary>
    public long Seq { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The planned act that is reviewed; null for the decision on the case.</summary>
    public PlannedAct? Planned { get; private set; }

    /// <summary>The sealing that the planned act concerns; null if none.</summary>
    public Guid? MeasureId { get; private set; }

    /// <summary>Key that distinguishes the reviews of one case (<see cref="PlannedActs.Key"/>); empty for the decision on the case.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Number of the review of the case or of the planned act, from 1 (审核轮次).</summary>
    public int Round { get; private set; }

    /// <summary>The person who sent it.</summary>
    public Guid SubmittedBy { get; private set; }

    /// <summary>When it was sent, as claimed.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Last day for the opinion.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The reviewer who took it; null if nobody has.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>When it was taken, as claimed.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When the opinion was given, as claimed; null if not yet.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Legal date of the opinion.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The conclusion; null if there is no opinion yet.</summary>
    public ReviewOutcome? Outcome { get; private set; }

    /// <summary>When it ended without an opinion; null if it did not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Its state.</summary>
    public ReviewTaskState State =>
        DoneAt is not null ? ReviewTaskState.Done
        : EndedAt is not null ? ReviewTaskState.Ended
        : TakenBy is not null ? ReviewTaskState.Taken
        : ReviewTaskState.Waiting;

    /// <summary>A reviewer takes it, or takes it over from another.</summary>
    public void Take(Guid personId, DateTimeOffset at) => (TakenBy, TakenAt) = (personId, at);

    /// <summary>The opinion was given.</summary>
    public void Finish(ReviewOutcome outcome, DateTimeOffset at) => (Outcome, DoneAt, DoneOn) = (outcome, at, Law.LegalDate.Of(at));

    /// <summary>The review ends without an opinion.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;
}
