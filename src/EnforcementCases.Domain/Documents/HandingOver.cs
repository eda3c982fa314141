using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Documents;

/// <summary>Announcing and handing over a decision (宣告、交付). 行政处罚法 第六十一条第一款.</summary>
[StatutoryRule("APL-61-1")]
public static class HandingOver
{
    /// <summary>Party absent: served within seven working days of the decision. A party who is present receives it at once, without any period.</summary>
    public static readonly DeadlineRule PartyAbsent = new(
        "APL-61-1",
        "送达行政处罚决定书",
        PenaltyLaw.Days(7),
        PenaltyLaw.At("第六十一条第一款"),
        DeadlineFor.Party,
        "作出处罚决定（当事人不在场）"
    );

    /// <summary>Last day for serving a decision whose party was absent when it was made.</summary>
    public static Deadline Due(DateOnly decidedOn, WorkingCalendar calendar) => Deadline.From(PartyAbsent, decidedOn, calendar);
}
