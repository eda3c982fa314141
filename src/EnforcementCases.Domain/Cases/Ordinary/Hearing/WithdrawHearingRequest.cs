namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters that the party withdraws its request for a hearing (撤回听证要求).</summary>
public sealed record WithdrawHearingRequest : ActBody
{
    /// <summary>The words in which the party withdraws it.</summary>
    public required string Words { get; init; }

    internal override void Execute(ActExecution act) { }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Hearing.Apply(this);
}
