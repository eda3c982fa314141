using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>When a fine is due (缴款期限). 行政处罚法 第六十七条第三款.</summary>
public static class PaymentTerm
{
    /// <summary>Fifteen calendar days from receiving the decision (收到行政处罚决定书之日起十五日内): counted from service, not from the decision.</summary>
    [StatutoryRule("APL-67-2")]
    public static readonly DeadlineRule Fifteen = new(
        "APL-67-2",
        "缴纳罚款",
        PenaltyLaw.Days(15),
        PenaltyLaw.At("第六十七条第三款"),
        DeadlineFor.Party,
        "收到处罚决定书"
    );

    /// <summary>Due date from the date of service (送达).</summary>
    public static Deadline From(DateOnly servedOn, WorkingCalendar calendar) => Deadline.From(Fifteen, servedOn, calendar);
}
