using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Submits the proposed decision to legal review (送法制审核).</summary>
[Upcast(1)]
public sealed record SubmitForReview : ActBody
{
    /// <summary>The proposal that is reviewed, by the id of its act; null: the only one on file.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>What the reviewer should look at; null if nothing in particular.</summary>
    public string? Note { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.File.Review.EnsureMaySubmit();
        act.Restart(DeadlineKind.LegalReview, ReviewerRules.Due(act.DoneOn, act.Law.Calendar, act.File.Review.Days(act.Law, DoneAt)));
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this);
}
