using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>Kind of paper by which a remedy ends (结果文书), which decides when it takes effect.</summary>
public enum RemedyPaper
{
    /// <summary>行政复议决定书、调解书、终止或者不予受理决定书: effective on service.</summary>
    [Term("行政复议文书")]
    Reconsideration,

    /// <summary>一审判决书: effective once nobody appealed within fifteen days.</summary>
    [Term("一审判决书")]
    FirstJudgment,

    /// <summary>一审裁定书 against which an appeal is possible (驳回起诉、不予立案): ten days.</summary>
    [Term("一审裁定书")]
    FirstRuling,

    /// <summary>二审判决书、裁定书, and papers of the first instance without appeal (准许撤诉裁定书、调解书): effective on service.</summary>
    [Term("终审文书")]
    Final,
}

/// <summary>Side in a suit (诉讼当事人).</summary>
public enum LitigantSide
{
    /// <summary>原告, the party of the case.</summary>
    [Term("当事人")]
    Party,

    /// <summary>第三人.</summary>
    [Term("第三人")]
    ThirdPerson,

    /// <summary>被告, the organ that decided.</summary>
    [Term("本机关")]
    Organ,
}

/// <summary>Service of a court's paper on one side; its time to appeal runs from it.</summary>
/// <param name="Side">The side.</param>
/// <param name="ServedOn">Day of service.</param>
/// <param name="Name">Name of a third person, as entered with the suit; null for the two others.</param>
public sealed record CourtService(LitigantSide Side, DateOnly ServedOn, string? Name = null);

/// <summary>When a judgment takes effect (裁判生效). 行政诉讼法 第八十五条.</summary>
[StatutoryRule("ALL-85")]
public static class JudgmentEffect
{
    /// <summary>Fifteen calendar days to appeal against a judgment.</summary>
    public static readonly DeadlineRule AppealAgainstJudgment = Of(15, "对一审判决提起上诉", "判决书送达");

    /// <summary>Ten calendar days to appeal against a ruling.</summary>
    public static readonly DeadlineRule AppealAgainstRuling = Of(10, "对一审裁定提起上诉", "裁定书送达");

    /// <summary>The paper is not effective yet.</summary>
    public static readonly DomainError NotEffective = new(
        "remedy.judgment-not-effective",
        "ALL-85",
        ErrorKind.RuleBroken,
        "一审判决、裁定在各方上诉期限届满前不发生法律效力",
        LitigationLaw.At("第八十五条")
    );

    /// <summary>Nobody knows when the time to appeal of a side ends.</summary>
    public static readonly DomainError ServiceMissing = new(
        "remedy.service-of-side-missing",
        "ALL-85",
        ErrorKind.Unacceptable,
        "没有写明裁判文书送达各方的日期",
        LitigationLaw.At("第八十五条")
    );

    /// <summary>The appeal was filed after its time.</summary>
    public static readonly DomainError AppealTooLate = new(
        "remedy.appeal-too-late",
        "ALL-85",
        ErrorKind.RuleBroken,
        "逾期不提起上诉的，一审判决或者裁定发生法律效力",
        LitigationLaw.At("第八十五条")
    );

    /// <summary>The time to appeal against a paper; null if there is no appeal.</summary>
    public static DeadlineRule? AppealAgainst(RemedyPaper paper) =>
        paper switch
        {
            RemedyPaper.FirstJudgment => AppealAgainstJudgment,
            RemedyPaper.FirstRuling => AppealAgainstRuling,
            RemedyPaper.Reconsideration or RemedyPaper.Final => null,
        };

    /// <summary>The last day on which any side may appeal; null if there is no appeal.</summary>
    public static Deadline? LastAppeal(RemedyPaper paper, IEnumerable<CourtService> services, WorkingCalendar calendar) =>
        AppealAgainst(paper) is { } rule ? services.Select(s => Deadline.From(rule, s.ServedOn, calendar)).MaxBy(d => d.LastDay) : null;

    private static DeadlineRule Of(int days, string name, string start) =>
        new("ALL-85", name, LitigationLaw.Days(days), LitigationLaw.At("第八十五条"), DeadlineFor.Party, start);
}
