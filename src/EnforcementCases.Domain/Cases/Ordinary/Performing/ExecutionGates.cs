using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts of execution (催告、代履行、强制执行、申请法院).</summary>
internal static class ExecutionGates
{
    /// <summary>Nobody called upon the party.</summary>
    public static readonly DomainError NotCalled = new("performance-call.none", null, ErrorKind.WrongStage, "尚未催告");

    /// <summary>The execution is paused.</summary>
    public static readonly DomainError ExecutionPaused = new(
        "execution.paused",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "中止执行期间不得执行，恢复执行后才能办理",
        CoercionLaw.At("第三十九条第一款")
    );

    /// <summary>The execution has ended.</summary>
    public static readonly DomainError ExecutionOver = new(
        "execution.ended",
        "ACL-39-42",
        ErrorKind.RuleBroken,
        "已经终结执行，不得再执行",
        CoercionLaw.At("第四十条")
    );

    /// <summary>Nobody decided to execute, or it was carried out.</summary>
    public static readonly DomainError ExecutionNotDecided = new(
        "execution.not-decided",
        null,
        ErrorKind.WrongStage,
        "没有待实施的强制执行决定"
    );

    /// <summary>No pause runs.</summary>
    public static readonly DomainError NoPauseRuns = new("execution.not-paused", null, ErrorKind.WrongStage, "没有中止执行");

    /// <summary>An application is pending at the court.</summary>
    public static readonly DomainError AlreadyWithCourt = new(
        "court-application.running",
        null,
        ErrorKind.WrongStage,
        "已经申请人民法院强制执行"
    );

    /// <summary>No application was made to the court.</summary>
    public static readonly DomainError NothingWithCourt = new(
        "court-step.no-application",
        null,
        ErrorKind.WrongStage,
        "没有申请人民法院强制执行"
    );

    public static readonly Gate Called = new(
        nameof(Called),
        (file, _) => file.Calls.All.Count == 0 ? NotCalled.With("没有催告书", "先办理催告") : null
    );

    public static readonly Gate ExecutionNotPaused = new(
        nameof(ExecutionNotPaused),
        (file, _) =>
            file.Execution.Pause is { ResumedOn: null } pause
                ? ExecutionPaused.With($"自 {pause.PausedOn:yyyy-MM-dd} 起中止", "先办理恢复执行")
                : null
    );

    public static readonly Gate ExecutionNotEnded = new(
        nameof(ExecutionNotEnded),
        (file, _) => file.Execution.End is { } end ? ExecutionOver.With($"{end.Ground}") : null
    );

    public static readonly Gate PauseRuns = new(
        nameof(PauseRuns),
        (file, _) => file.Execution.Pause is not { ResumedOn: null } ? NoPauseRuns.With("没有需要恢复的执行") : null
    );

    public static readonly Gate CallAnswerRechecked = new(
        nameof(CallAnswerRechecked),
        (file, _) =>
            file.Calls.Answer is { } answer && answer.Rechecks.Count < answer.Words.Count
                ? Enforcement.CallToPerform.AnswerNotRechecked.With(
                    $"陈述、申辩 {answer.Words.Count} 项，已复核 {answer.Rechecks.Count} 项"
                )
                : null
    );

    public static readonly Gate SubstituteDecided = new(
        nameof(SubstituteDecided),
        (file, _) => file.Execution.Substitute is null ? PerformanceByOthers.DecisionIncomplete.With("没有代履行决定") : null
    );

    public static readonly Gate ExecutionDecided = new(
        nameof(ExecutionDecided),
        (file, _) => file.Execution.Decided is null ? ExecutionNotDecided.With("没有强制执行决定", "先作出强制执行决定") : null
    );

    public static readonly Gate StillOwed = new(
        nameof(StillOwed),
        (file, _) => file.Duties.AreOwed ? null : CourtApplying.NotOpen.With("当事人已经履行")
    );

    public static readonly Gate NoRemedyRunning = new(
        nameof(NoRemedyRunning),
        (file, _) => file.Remedies.IsRunning ? CourtApplying.NotOpen.With("行政复议或者行政诉讼正在进行") : null
    );

    public static readonly Gate CallServed = new(
        nameof(CallServed),
        (file, _) => file.Calls.ServedOn is null ? CourtApplying.CallNotRun.With("没有送达催告书") : null
    );

    public static readonly Gate NotWithCourt = new(
        nameof(NotWithCourt),
        (file, _) => file.Court.IsRunning ? AlreadyWithCourt.With($"已于 {file.Court.AppliedOn:yyyy-MM-dd} 申请") : null
    );

    public static readonly Gate WithCourt = new(
        nameof(WithCourt),
        (file, _) => file.Court.AppliedOn is null ? NothingWithCourt.With("先办理申请法院强制执行") : null
    );
}
