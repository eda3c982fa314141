using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>From when a remedy stops the counting (停止计算的起点); the law does not say, parameter <c>surcharge.pauseFrom</c>.</summary>
public enum SurchargePauseFrom
{
    /// <summary>受理、立案之日, the default.</summary>
    Acceptance,

    /// <summary>申请、起诉之日.</summary>
    Application,
}

/// <summary>A remedy as far as it stops the counting of a surcharge.</summary>
/// <param name="CaseNumber">Number of the remedy's case (复议、诉讼案号).</param>
/// <param name="AppliedOn">Day on which the party applied or sued.</param>
/// <param name="AcceptedOn">Day on which it was accepted (受理、立案).</param>
/// <param name="DecisionServedOn">Day on which the decision or judgment was served; null while it runs.</param>
public sealed record RemedyPause(string CaseNumber, DateOnly AppliedOn, DateOnly AcceptedOn, DateOnly? DecisionServedOn);

/// <summary>The surcharge stands still while a remedy runs (行政复议或者行政诉讼期间不予计算). 行政处罚法 第七十三条第三款.</summary>
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

    /// <summary>The days that do not count, both ends included: from the start that the place applies to the day the decision of the remedy is served,
    /// or without end while it runs.</summary>
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
