using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>The decision to execute was not served.</summary>
    public static readonly DomainError ExecutionNotServed = new(
        "execution.decision-not-served",
        "ACL-35",
        ErrorKind.RuleBroken,
        "强制执行决定书应当直接送达当事人，送达后才可以实施",
        CoercionLaw.At("第三十八条")
    );

    /// <summary>Place of the act that decided to execute and was not carried out to the end; null where there is none.</summary>
    public int? Execution { get; internal set; }

    /// <summary>The last pause of the execution, resumed or not; null where there was none.</summary>
    public ExecutionPause? Pause { get; internal set; }

    /// <summary>The end of the execution; null while it goes on.</summary>
    public EndExecution? ExecutionEnd { get; internal set; }

    /// <summary>The last execution agreement (执行协议); null where there is none.</summary>
    public ExecutionAgreement? Agreement { get; internal set; }

    /// <summary>First day that the surcharge counted; null where none was decided.</summary>
    internal DateOnly? SurchargeSince(DateOnly day, ActSurroundings law) =>
        Surcharge is { } decided && FineHistoryOn(day, law) is { } history
            ? Fines
                .LatePaymentSurcharge.Count(
                    history,
                    decided.CountedThrough,
                    Fines.LatePaymentSurcharge.BaseOf(law.Parameter("surcharge.base", day).Value)
                )
                .FirstDay
            : null;

    /// <summary>Refuses to execute while an order to stop stands.</summary>
    /// <exception cref="DomainException"><see cref="StayOfExecution.Stayed"/>.</exception>
    internal void EnsureMayExecute(DateOnly day) => StayOfExecution.EnsureNotStayed(remedies.SelectMany(r => r.Entered.Stays), day);

    /// <summary>Whether a deadline of a kind is open.</summary>
    internal bool IsOpen(DeadlineKind kind) => Case.Deadlines.Any(d => d.Kind == kind && d.IsOpen);
}
