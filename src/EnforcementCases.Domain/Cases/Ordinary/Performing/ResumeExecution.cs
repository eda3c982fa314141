namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Resumes a paused execution (恢复执行). 行政强制法 第三十九条第二款.</summary>
public sealed record ResumeExecution : ActBody
{
    /// <summary>Why the ground of the pause no longer exists (中止执行的情形消失).</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) { }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Execution.Apply(this, done);
}
