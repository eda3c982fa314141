using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Performance by others and execution by the organ (代履行、强制执行), as the acts left them.</summary>
public sealed class ExecutionPhase
{
    /// <summary>The decision to execute was not served.</summary>
    public static readonly DomainError ExecutionNotServed = new(
        "execution.decision-not-served",
        "ACL-35",
        ErrorKind.RuleBroken,
        "强制执行决定书应当直接送达当事人，送达后才可以实施",
        CoercionLaw.At("第三十八条")
    );

    /// <summary>A decision on performance by others that was not carried out yet, with the position of its act; null if none.</summary>
    public (DecideSubstitute Decision, int Place)? Substitute { get; private set; }

    /// <summary>Position of the act that decided to execute and was not carried out to the end; null if none.</summary>
    public int? Decided { get; private set; }

    /// <summary>The last pause of the execution, resumed or not; null if there was none.</summary>
    public ExecutionPause? Pause { get; private set; }

    /// <summary>The end of the execution; null while it goes on.</summary>
    public EndExecution? End { get; private set; }

    /// <summary>The last execution agreement (执行协议); null if none.</summary>
    public ExecutionAgreement? Agreement { get; private set; }

    internal void Apply(DecideSubstitute decided, DoneAct done) => Substitute = (decided, done.Entry.Place);

    internal void Apply(CarryOutSubstitute _) => Substitute = null;

    internal void Apply(DecideExecution _, DoneAct done) => Decided = done.Entry.Place;

    internal void Apply(CarryOutExecution carriedOut)
    {
        if (carriedOut.Completed)
            Decided = null;
    }

    internal void Apply(PauseExecution paused, DoneAct done) => Pause = paused.From(done.DoneOn);

    internal void Apply(ResumeExecution _, DoneAct done) => Pause = Pause! with { ResumedOn = done.DoneOn };

    internal void Apply(EndExecution end) => End = end;

    internal void Apply(AgreeOnExecution agreed) => Agreement = agreed.Agreement;
}
