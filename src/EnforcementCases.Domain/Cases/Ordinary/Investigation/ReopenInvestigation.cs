namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Reopens the investigation (补充调查). The investigation report and a prior notice already given no longer count.</summary>
public sealed record ReopenInvestigation : ActBody
{
    /// <summary>What still has to be established.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => EndOfCase.DropDeadlines(act);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.ReopenInvestigation();
}
