using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The leaders of the organ discuss the case (集体讨论). 行政处罚法 第五十七条第二款.</summary>
public sealed record DiscussCollectively : ActBody
{
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
        CollectiveDiscussion.EnsureDiscussed([DiscussionTrigger.Complex], AsMinutes, act.File.Review.PassedAt, DoneAt);
        act.Issue(DocumentKind.CollectiveDiscussion);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Deciding.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("views", (long)Views.Count);

    internal DiscussionMinutes AsMinutes => new(DoneAt, Views, Conclusion);
}
