using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Pauses the execution (中止执行). 行政强制法 第三十九条第一款.</summary>
public sealed record PauseExecution : ActBody
{
    /// <summary>Ground of the pause.</summary>
    public required ExecutionPauseGround Ground { get; init; }

    /// <summary>The reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>没有明显社会危害.</summary>
    public bool Harmless { get; init; }

    /// <summary>当事人确无能力履行.</summary>
    public bool Unable { get; init; }

    internal override void Execute(ActExecution act) => PauseAndEnd.EnsureMayPause(From(act.DoneOn));

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Execution.Apply(this, done);

    internal override RecordFields RecordedFields() => new RecordFields().Add("ground", Ground);

    internal ExecutionPause From(DateOnly day) => new(Ground, Reason, day, ResumedOn: null, Harmless, Unable);
}
