namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The party takes its request for a hearing back (撤回听证要求).</summary>
public sealed record WithdrawHearingRequest : ActBody
{
    /// <summary>The words in which it was done.</summary>
    public required string Words { get; init; }

    internal override void Execute(ActExecution act) { }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);
}
