using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Submits the proposed decision to legal review (送法制审核).</summary>
public sealed record SubmitForReview : ActBody
{
    /// <summary>What the reviewer should look at; null if nothing in particular.</summary>
    public string? Note { get; init; }

    internal override void Execute(ActExecution act) =>
        act.Restart(DeadlineKind.LegalReview, ReviewerRules.Due(act.DoneOn, act.Law.Calendar, act.File.Review.Days(act.Law, DoneAt)));

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this);
}
