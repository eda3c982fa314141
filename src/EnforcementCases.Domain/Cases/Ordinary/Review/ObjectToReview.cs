using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The handling officers object in writing to an opinion of the legal review (对审核意见的异议); the head of the organ decides. 行政处罚法 第五十八条第一款.</summary>
public sealed record ObjectToReview : ActBody
{
    /// <summary>The opinion, by the id of its act; null: the only one on file.</summary>
    public Guid? OpinionId { get; init; }

    /// <summary>What the officers object to, and why.</summary>
    public required string Words { get; init; }

    internal override void Execute(ActExecution act) { }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this);

    internal override RecordFields RecordedFields() => new();
}
