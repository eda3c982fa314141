using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Declares that the decision was never valid (确认决定无效); this is not a revocation. 行政处罚法 第三十八条.</summary>
public sealed record Invalidate : ActBody
{
    /// <summary>One of the three grounds.</summary>
    public required InvalidityGround Ground { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => act.Case.Invalidate(Ground, Reason, DoneAt);

    internal override RecordFields RecordedFields() => new RecordFields().Add("ground", Ground);
}
