using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Publicity;

/// <summary>By when a decision is published, and by when it is withdrawn (公示、撤回的期限). 国办发〔2018〕118号; 行政处罚法 第四十八条.</summary>
public static class PublicityClock
{
    /// <summary>Decisions on penalties: within seven working days of the decision (7个工作日).</summary>
    [StatutoryRule("PUB-118-3")]
    public static readonly DeadlineRule Penalty = new(
        "PUB-118-3",
        "公示行政处罚决定",
        ThreeSystemsCircular.Days(7),
        ThreeSystemsCircular.At("二、（六）"),
        DeadlineFor.Party,
        "作出处罚决定"
    );

    /// <summary>Other decisions: within twenty working days of the decision (20个工作日).</summary>
    [StatutoryRule("PUB-118-3")]
    public static readonly DeadlineRule Other = new(
        "PUB-118-3",
        "公示行政执法决定",
        ThreeSystemsCircular.Days(20),
        ThreeSystemsCircular.At("二、（六）"),
        DeadlineFor.Party,
        "作出决定"
    );

    /// <summary>A decision that was changed, revoked, found unlawful or invalid is withdrawn within three working days, with the reason (3日).</summary>
    [StatutoryRule("APL-48-2")]
    public static readonly DeadlineRule Withdrawal = new(
        "APL-48-2",
        "撤回公示并公开说明理由",
        PenaltyLaw.Days(3),
        PenaltyLaw.At("第四十八条第二款"),
        DeadlineFor.Party,
        "决定被依法变更、撤销、确认违法或者确认无效"
    );

    /// <summary>Last day for publishing a decision.</summary>
    /// <param name="isPenalty">Whether it imposes a penalty.</param>
    /// <param name="decidedOn">Legal date of the decision; not counted.</param>
    /// <param name="workingDays">The place's number of working days, if shorter; null: that of the circular.</param>
    public static DateOnly LastDayToPublish(bool isPenalty, DateOnly decidedOn, int? workingDays, WorkingCalendar calendar)
    {
        var rule = isPenalty ? Penalty : Other;
        var days = Math.Min(workingDays ?? rule.Limit.Count, rule.Limit.Count);
        return LastDay(rule with { Limit = TimeLimit.WorkingDays(days) }, decidedOn, calendar);
    }

    /// <summary>Last day for withdrawing a published decision and stating the reason.</summary>
    /// <param name="effectiveOn">The day on which the result took effect; not counted.</param>
    public static DateOnly LastDayToWithdraw(DateOnly effectiveOn, WorkingCalendar calendar) => LastDay(Withdrawal, effectiveOn, calendar);

    /// <summary>No decision is refused because a later year's calendar is not loaded yet: its publication is then due after as many days of any kind, which is never later.</summary>
    private static DateOnly LastDay(DeadlineRule rule, DateOnly start, WorkingCalendar calendar)
    {
        try
        {
            return Deadline.From(rule, start, calendar).LastDay;
        }
        catch (DomainException refusal) when (refusal.Error == WorkingCalendar.YearNotLoaded)
        {
            return start.AddDays(rule.Limit.Count);
        }
    }
}
