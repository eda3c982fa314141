using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head approves that evidence is registered and preserved (批准先行登记保存). One approval covers one registration. 行政处罚法 第五十六条.</summary>
[Upcast(1)] // things: not named then
public sealed record ApprovePreservation : ActBody
{
    /// <summary>What is to be registered, and why it may be lost.</summary>
    public required string Purpose { get; init; }

    /// <summary>The things to be registered, with the largest quantity of each; at least one.</summary>
    public IReadOnlyList<ThingToTake> Things { get; init; } = [];

    /// <summary>The head's opinion.</summary>
    public required string Opinion { get; init; }

    internal override void Execute(ActExecution act) => ThingToTake.EnsureNamed(Things);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Measures.Approvals.Apply(this, done);
}
