using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The officers state which triggers of legal review apply (判断是否属于法制审核范围). 行政处罚法 第五十八条第一款.</summary>
public sealed record AssessReviewTriggers : ActBody
{
    /// <summary>Triggers that apply in the officers' view; those that can be computed (hearing, catalogue) are added by the system.</summary>
    public required IReadOnlyList<ReviewTrigger> Ticked { get; init; }

    /// <summary>Why none applies; required if <c>ticked</c> is empty.</summary>
    public string? NoneBecause { get; init; }

    /// <summary>情节复杂或者重大违法行为: then the leaders of the organ must discuss the case.</summary>
    public bool Complex { get; init; }

    /// <summary>Features that a catalogue of major decisions may name and that cannot be computed: many parties, an earlier decision revoked, a finished
    /// structure.</summary>
    public IReadOnlyList<ReviewFeature> Features { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        ReviewTriggers.EnsureAssessed(new(Ticked, NoneBecause));
        if (
            act.File.Review.Assessment is { } before
            && (act.File.Review is { Opinion: not null } or { IsOpen: true } || act.File.Deciding.Discussed is not null)
        )
            EnsureNothingTakenBack(before);
    }

    /// <exception cref="DomainException"><see cref="ReviewTriggers.TakenBack"/>.</exception>
    private void EnsureNothingTakenBack(AssessReviewTriggers before)
    {
        if (before.Ticked.Except(Ticked).ToList() is { Count: > 0 } ticks)
            throw ReviewTriggers.TakenBack.With($"已认定的情形“{string.Join('、', ticks.Select(t => t.Term()))}”没有勾选").At("/ticked");
        if (before.Complex && !Complex)
            throw ReviewTriggers.TakenBack.With("已认定情节复杂或者重大违法行为，现未勾选").At("/complex");
        if (before.Features.Except(Features).ToList() is { Count: > 0 } features)
            throw ReviewTriggers
                .TakenBack.With($"已认定的特征“{string.Join('、', features.Select(f => f.Term()))}”没有勾选")
                .At("/features");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("ticked", Ticked.Select(t => t.ToString()))
            .Add("complex", Complex)
            .Add("features", Features.Select(f => f.ToString()));
}
