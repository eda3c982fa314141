using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Ends the execution permanently (终结执行). 行政强制法 第三十九条第二款、第四十条.</summary>
public sealed record EndExecution : ActBody
{
    /// <summary>Ground of the ending.</summary>
    public required ExecutionEndGround Ground { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Reason { get; init; }

    private static readonly DeadlineKind[] Ended =
    [
        DeadlineKind.Payment,
        DeadlineKind.Instalment,
        DeadlineKind.Performance,
        DeadlineKind.Correction,
        DeadlineKind.Call,
        DeadlineKind.CourtApplication,
    ];

    internal override void Execute(ActExecution act)
    {
        PauseAndEnd.EnsureFits(Ground, act.Case.Party.Kind); // a decision that was revoked has left this stage
        PauseAndEnd.EnsureMayEnd(Ground, Reason, act.File.Execution.Pause, act.DoneOn, act.Law.Calendar);
        foreach (var kind in Ended)
            act.Drop(kind);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Execution.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("ground", Ground);
}
