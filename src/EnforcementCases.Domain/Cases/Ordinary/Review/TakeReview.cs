namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A reviewer takes on the review of the case (受理法制审核). He or she must be qualified according to the register. 行政处罚法 第五十八条第二款.</summary>
public sealed record TakeReview : ActBody
{
    internal override void Execute(ActExecution act) => act.EnsureMayReview();

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this, done);
}
