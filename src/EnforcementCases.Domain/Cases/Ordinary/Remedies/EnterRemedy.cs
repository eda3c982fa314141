using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Kind of remedy against the decision (救济方式).</summary>
public enum RemedyKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>行政诉讼.</summary>
    Suit,
}

/// <summary>Enters a reconsideration or a suit against the decision (登记复议、诉讼), or enters it again with changes, such as a stay of execution. No surcharge
/// accrues while it runs (APL-73-3). 行政处罚法 第七十三条.</summary>
public sealed record EnterRemedy : ActBody
{
    /// <summary>Reconsideration or suit.</summary>
    public required RemedyKind Kind { get; init; }

    /// <summary>Number of the reconsideration or court case (复议、诉讼案号). An entry with the same number replaces the earlier one.</summary>
    public required string RemedyNumber { get; init; }

    /// <summary>Name of the reconsideration organ or the court.</summary>
    public required string Before { get; init; }

    /// <summary>Day on which the party applied or sued.</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>Day on which it was accepted (受理、立案).</summary>
    public required DateOnly AcceptedOn { get; init; }

    /// <summary>All orders to stay the execution, including those that have ended.</summary>
    public IReadOnlyList<StayOrder> Stays { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (act.File.Remedies.Of(RemedyNumber)?.Result is not null)
            throw RemedyPhase.RemedyEnded.With(RemedyNumber);
        act.Drop(DeadlineKind.CourtApplication);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Remedies.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("kind", Kind).Add("appliedOn", AppliedOn).Add("acceptedOn", AcceptedOn).Add("stays", (long)Stays.Count);
}
