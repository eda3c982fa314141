using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Decides not to open a case on the clue (不予立案).</summary>
public sealed record DeclineToFile : ActBody
{
    /// <summary>Why no case is opened.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => act.Case.SetOutcome(CaseOutcome.NotFiled, act.DoneOn);
}
