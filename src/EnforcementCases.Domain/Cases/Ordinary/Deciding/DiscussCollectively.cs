using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The leaders of the organ discuss the case (集体讨论). 行政处罚法 第五十七条第二款.</summary>
[Upcast(1)]
public sealed record DiscussCollectively : ActBody
{
    /// <summary>The proposal that was discussed, by the id of its act; null: the only one on file.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>The opinion of the legal review that lay before the leaders, by the id of its act; null: the only one on file, or none if no review is
    /// due.</summary>
    public Guid? OpinionId { get; init; }

    /// <summary>The outcome that was concluded; required. It binds the decision.</summary>
    public CaseOutcome? ConcludedOutcome { get; init; }

    /// <summary>The kinds and amounts that were concluded; required, and empty if no penalty was concluded. They bind the decision.</summary>
    public IReadOnlyList<PenaltyItem>? ConcludedPenalties { get; init; }

    /// <summary>The leaders who took part, each with his or her view.</summary>
    public required IReadOnlyList<LeaderView> Views { get; init; }

    /// <summary>The conclusion.</summary>
    public required string Conclusion { get; init; }

    /// <summary>Where they met; required, because the minutes must contain it.</summary>
    public string? Place { get; init; }

    /// <summary>Name of the person who took the minutes; required, because the minutes must contain it.</summary>
    public string? RecorderName { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (ConcludedOutcome is not { } outcome)
            throw OrdinaryFile.Incomplete.With("没有写明讨论决定的处理结果").At("/concludedOutcome");
        if (ConcludedPenalties is not { } penalties)
            throw OrdinaryFile.Incomplete.With("没有写明讨论决定的处罚种类和数额").At("/concludedPenalties");
        outcome.EnsureFits(penalties);
        PenaltyItems.EnsureFit(penalties);
        CollectiveDiscussion.EnsureDiscussed([DiscussionTrigger.Complex], AsMinutes, act.File.Review.PassedAt, DoneAt);
        if (act.File.Review.Reasons(act.Law, DoneAt) is { Triggers.Count: > 0 } && !act.File.Review.Holds)
            throw CollectiveDiscussion.BeforeReview.With("现行拟处理意见尚未通过法制审核", "审核通过后再集体讨论");
        CollectiveDiscussion.EnsureLeaders(Views, act.Law.OfficeHolders, act.Law.Organ.Path, act.File.Investigators);
        Recusal.EnsureMayAct(
            act.File.Recusals.Requests,
            [.. Views.Where(view => view.IsLeaderOfOrgan).Select(view => view.PersonId)],
            DoneAt
        );
        act.Issue(DocumentKind.CollectiveDiscussion);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Deciding.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("views", (long)Views.Count);

    internal DiscussionMinutes AsMinutes => new(DoneAt, Views, Conclusion);
}
