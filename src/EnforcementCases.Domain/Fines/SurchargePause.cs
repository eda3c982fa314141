using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>From when a remedy pauses the surcharge (停止计算的起点); the law does not settle it, parameter <c>surcharge.pauseFrom</c>.</summary>
public enum SurchargePauseFrom
{
    /// <summary>受理、立案之日, the default.</summary>
    Acceptance,

    /// <summary>申请、起诉之日.</summary>
    Application,
}

/// <summary>The facts of a remedy that pause a surcharge.</summary>
/// <param name="CaseNumber">Number of the remedy's case (复议、诉讼案号).</param>
/// <param name="AppliedOn">Day on which the party applied or sued.</param>
/// <param name="AcceptedOn">Day on which it was accepted (受理、立案).</param>
/// <param name="DecisionServedOn">Day on which the decision or judgment was served; null if still pending.</param>
public sealed record RemedyPause(string CaseNumber, DateOnly AppliedOn, DateOnly AcceptedOn, DateOnly? DecisionServedOn);

/// <summary>The surcharge is paused during a remedy (行政复议或者行政诉讼期间不予计算). 行政处罚法 第七十三条第三款.</summary>
public static class SurchargePause
{
    /// <summary>Reads parameter <c>surcharge.pauseFrom</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither <c>acceptance</c> nor <c>application</c>.</exception>
    public static SurchargePauseFrom From(string parameterValue) =>
        parameterValue switch
        {
            "acceptance" => SurchargePauseFrom.Acceptance,
            "application" => SurchargePauseFrom.Application,
            _ => throw new ArgumentOutOfRangeException(nameof(parameterValue), parameterValue, "acceptance or application"),
        };

    /// <summary>The days that do not count, both inclusive: from the start set by the place to the day the decision of the remedy is served,
    /// or without end while the remedy is pending.</summary>
    [StatutoryRule("APL-73-3")]
    public static ExcludedSpan Of(RemedyPause remedy, SurchargePauseFrom from) =>
        new(
            from switch
            {
                SurchargePauseFrom.Acceptance => remedy.AcceptedOn,
                SurchargePauseFrom.Application => remedy.AppliedOn,
            },
            remedy.DecisionServedOn ?? DateOnly.MaxValue,
            $"行政复议或者行政诉讼期间（{remedy.CaseNumber}）"
        );
}
