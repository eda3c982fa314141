using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>Length of a reconsideration (审理期限), for tracking. 行政复议法 第六十二条.</summary>
[StatutoryRule("ARL-62")]
public static class ReconsiderationLength
{
    /// <summary>Ordinary: sixty calendar days from acceptance.</summary>
    public static readonly DeadlineRule Ordinary = Of(60, "第六十二条第一款");

    /// <summary>Ordinary and extended by at most thirty days.</summary>
    public static readonly DeadlineRule Extended = Of(90, "第六十二条第一款");

    /// <summary>Simple: thirty calendar days from acceptance.</summary>
    public static readonly DeadlineRule Simple = Of(30, "第六十二条第二款");

    private static DeadlineRule Of(int days, string article) =>
        new(
            "ARL-62",
            "作出行政复议决定",
            ReconsiderationLaw.Days(days),
            ReconsiderationLaw.At(article),
            DeadlineFor.Party,
            "受理行政复议申请"
        );
}
