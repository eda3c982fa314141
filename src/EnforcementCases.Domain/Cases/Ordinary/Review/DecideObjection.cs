using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What the head decides on an objection to an opinion of the legal review. A third way does not exist: nobody lifts the review.</summary>
public enum ObjectionResult
{
    /// <summary>退回重新审核: the opinion counts no more, and the case is reviewed again.</summary>
    [Term("退回重新审核")]
    SentBack,

    /// <summary>按审核意见办理: the opinion stays.</summary>
    [Term("按审核意见办理")]
    OpinionFollowed,
}

/// <summary>The head decides on an objection to an opinion of the legal review (对异议的处理), after hearing the reviewer. 行政处罚法 第五十八条第一款.</summary>
public sealed record DecideObjection : ActBody
{
    /// <summary>The objection, by the id of its act; null: the only one on file.</summary>
    public Guid? ObjectionId { get; init; }

    /// <summary>Back to the review, or as the opinion states.</summary>
    public required ObjectionResult Result { get; init; }

    /// <summary>The reviewer who gave the opinion and was heard on the objection.</summary>
    public required Guid ReviewerHeardId { get; init; }

    /// <summary>What the reviewer answered to the objection.</summary>
    public required string ReviewerWords { get; init; }

    /// <summary>Reasons of the head.</summary>
    public required string Reasons { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (act.File.Review.Opinion!.ReviewerPersonId != ReviewerHeardId)
            throw ReviewGate
                .ReviewerNotHeard.With($"听取的是人员 {ReviewerHeardId}，提出审核意见的是人员 {act.File.Review.Opinion.ReviewerPersonId}")
                .At("/reviewerHeardId");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("result", Result);
}
