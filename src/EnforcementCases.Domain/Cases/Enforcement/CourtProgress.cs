using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>How the court has dealt with an application so far, as legal dates; null for what has not happened.</summary>
/// <param name="ReceivedOn">收到申请.</param>
/// <param name="AcceptedOn">受理.</param>
/// <param name="NotAcceptedServedOn">不予受理裁定送达.</param>
/// <param name="ApparentlyUnlawful">The court found the decision apparently unlawful (明显违法) and hears both sides.</param>
/// <param name="GrantedOn">准予执行裁定.</param>
/// <param name="NotGrantedServedOn">不予执行裁定送达.</param>
/// <param name="EndedOn">执行完毕或者终结执行.</param>
public sealed record CourtProgress(
    DateOnly ReceivedOn,
    DateOnly? AcceptedOn = null,
    DateOnly? NotAcceptedServedOn = null,
    bool ApparentlyUnlawful = false,
    DateOnly? GrantedOn = null,
    DateOnly? NotGrantedServedOn = null,
    DateOnly? EndedOn = null
);

/// <summary>When the court has to answer and until when the organ may ask the court above (法院受理、裁定期限), for tracking. 行政强制法 第五十六条至第五十八条.</summary>
[StatutoryRule("ACL-56-58")]
public static class CourtSteps
{
    /// <summary>The court accepts within five working days of receiving the application.</summary>
    public static readonly DeadlineRule Accept = Of("人民法院受理", 5, "第五十六条第一款", "收到强制执行申请");

    /// <summary>It rules within seven working days of accepting.</summary>
    public static readonly DeadlineRule RuleOnExecution = Of("人民法院作出执行裁定", 7, "第五十七条", "受理");

    /// <summary>Thirty calendar days where the decision is apparently unlawful.</summary>
    public static readonly DeadlineRule RuleWhenApparentlyUnlawful = Of("人民法院作出是否执行的裁定", 30, "第五十八条第二款", "受理");

    /// <summary>Fifteen calendar days to ask the court above after a refusal to accept.</summary>
    public static readonly DeadlineRule ReviewOfNotAccepting = Of("向上一级人民法院申请复议", 15, "第五十六条第二款", "收到不予受理裁定");

    /// <summary>Fifteen calendar days to ask the court above after a refusal to execute.</summary>
    public static readonly DeadlineRule ReviewOfNotGranting = Of("向上一级人民法院申请复议", 15, "第五十八条第三款", "收到不予执行裁定");

    /// <summary>The dates that are open now: what is waited for, or until when the organ may ask the court above.</summary>
    public static IReadOnlyList<Deadline> Open(CourtProgress progress, WorkingCalendar calendar)
    {
        if (progress.EndedOn is not null || progress.GrantedOn is not null)
            return [];
        if (progress.NotGrantedServedOn is { } notGranted)
            return [Deadline.From(ReviewOfNotGranting, notGranted, calendar)];
        if (progress.NotAcceptedServedOn is { } notAccepted)
            return [Deadline.From(ReviewOfNotAccepting, notAccepted, calendar)];
        return progress.AcceptedOn is { } accepted
            ? [Deadline.From(progress.ApparentlyUnlawful ? RuleWhenApparentlyUnlawful : RuleOnExecution, accepted, calendar)]
            : [Deadline.From(Accept, progress.ReceivedOn, calendar)];
    }

    private static DeadlineRule Of(string name, int days, string article, string start) =>
        new("ACL-56-58", name, CoercionLaw.Days(days), CoercionLaw.At(article), DeadlineFor.Party, start);
}
