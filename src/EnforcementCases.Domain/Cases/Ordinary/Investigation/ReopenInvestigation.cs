namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Takes the investigation up again (补充调查): the report and a notice already given no longer count.</summary>
public sealed record ReopenInvestigation : ActBody
{
    /// <summary>What still has to be cleared up.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => EndOfCase.DropDeadlines(act);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.ReopenInvestigation();
}
