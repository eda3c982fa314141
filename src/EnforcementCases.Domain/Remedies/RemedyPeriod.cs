using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>The facts that the periods for remedies run from.</summary>
public sealed record RemedyClock
{
    /// <summary>Day on which the party learned of the decision: its service.</summary>
    public required DateOnly KnownOn { get; init; }

    /// <summary>Whether the decision informed the party of the ways and time limits of remedy (已告知救济途径和期限).</summary>
    public required bool Informed { get; init; }

    /// <summary>If it did not: day on which the party learned of them; null if not known to have learned.</summary>
    public DateOnly? LearnedOn { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Whether the decision concerns real estate (因不动产): the longest period is then twenty years, not five.</summary>
    public bool RealEstate { get; init; }
}

/// <summary>Until when a party may apply for reconsideration or sue (申请期限、起诉期限). 行政复议法 第二十条、第二十一条; 行政诉讼法 第四十五条、第四十六条.</summary>
public static class RemedyPeriod
{
    /// <summary>If the party was not informed: at most one year from knowing of the decision (最长不得超过一年), for both remedies.</summary>
    public static readonly DeadlineRule ReconsiderationWithoutNotice = new(
        "ARL-20",
        "申请行政复议（未告知救济途径）",
        TimeLimit.Years(1),
        ReconsiderationLaw.At("第二十条第三款"),
        DeadlineFor.Party,
        "知道处罚决定内容"
    );

    /// <summary>Likewise for going to court.</summary>
    public static readonly DeadlineRule SuitWithoutNotice = new(
        "ALL-45-46",
        "提起行政诉讼（未告知起诉期限）",
        TimeLimit.Years(1),
        new("《最高人民法院关于适用〈行政诉讼法〉的解释》", "第六十四条第一款"),
        DeadlineFor.Party,
        "知道处罚决定内容"
    );

    /// <summary>Last day to apply for reconsideration: sixty days from knowing; if not informed, from learning, at most one year; never later than five (twenty) years.
    /// The reconsideration organ decides whether to hear a late application.</summary>
    [StatutoryRule("ARL-20")]
    public static Deadline Reconsideration(RemedyClock clock, WorkingCalendar calendar) =>
        Earliest(
            clock,
            RemedyAdvice.AskForReconsideration with
            {
                Rule = "ARL-20",
            },
            ReconsiderationWithoutNotice,
            Longest(clock, "ARL-20", "申请行政复议", ReconsiderationLaw.At("第二十一条")),
            calendar
        );

    /// <summary>Last day to sue without reconsideration: six months from knowing; if not informed, from learning, at most one year; never later than five (twenty) years.</summary>
    [StatutoryRule("ALL-45-46")]
    public static Deadline Suit(RemedyClock clock, WorkingCalendar calendar) =>
        Earliest(
            clock,
            RemedyAdvice.SueDirectly with
            {
                Rule = "ALL-45-46",
            },
            SuitWithoutNotice,
            Longest(clock, "ALL-45-46", "提起行政诉讼", LitigationLaw.At("第四十六条第二款")),
            calendar
        );

    /// <summary>Last day to sue after a reconsideration decision: fifteen days from its service.</summary>
    public static Deadline SuitAfterReconsideration(DateOnly decisionServedOn, WorkingCalendar calendar) =>
        Deadline.From(RemedyAdvice.SueAfterReconsideration with { Rule = "ALL-45-46" }, decisionServedOn, calendar);

    private static DeadlineRule Longest(RemedyClock clock, string rule, string name, LegalBasis basis) =>
        new(rule, name, TimeLimit.Years(clock.RealEstate ? 20 : 5), basis, DeadlineFor.Party, "作出处罚决定");

    private static Deadline Earliest(
        RemedyClock clock,
        DeadlineRule ordinary,
        DeadlineRule untold,
        DeadlineRule longest,
        WorkingCalendar calendar
    )
    {
        var ends = new List<Deadline> { Deadline.From(longest, clock.DecidedOn, calendar) };
        if (clock.Informed)
            ends.Add(Deadline.From(ordinary, clock.KnownOn, calendar));
        else
        {
            ends.Add(Deadline.From(untold, clock.KnownOn, calendar));
            if (clock.LearnedOn is { } learned)
                ends.Add(Deadline.From(ordinary with { StartEvent = "知道救济途径和期限" }, learned, calendar));
        }
        return ends.MinBy(d => d.LastDay)!;
    }
}
