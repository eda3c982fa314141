using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Statistics;

/// <summary>A ratio that reports quote (比率指标): numerator, denominator, and in per cent with two decimals. A place may define its own otherwise; these formulas are design.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="Numerator">What is counted above the line, in Chinese.</param>
/// <param name="Denominator">What is counted below it, in Chinese.</param>
/// <param name="Unit">Unit of both.</param>
public sealed record RateDefinition(string Key, string Name, string Numerator, string Denominator, FigureUnit Unit = FigureUnit.Cases);

/// <summary>The ratios of a report, and the sum that makes one of two numbers.</summary>
public static class Rates
{
    /// <summary>职权履职率.</summary>
    public static readonly RateDefinition PowersExercised = new(
        "powerPerformanceRate",
        "职权履职率",
        "本年度有处罚决定或者查封、扣押的事项",
        "统计日已承接的事项，按执法机关分别计",
        FigureUnit.Times
    );

    /// <summary>人员参与办案率.</summary>
    public static readonly RateDefinition OfficersTakingPart = new(
        "officerParticipationRate",
        "执法人员参与办案率",
        "其中本年度承办案件的人员",
        "统计日在岗且执法证件有效的人员",
        FigureUnit.Times
    );

    /// <summary>执法率.</summary>
    public static readonly RateDefinition OrgansEnforcing = new(
        "enforcementRate",
        "执法率",
        "其中本年度有立案、处罚决定或者查封、扣押的执法机关",
        "统计日有承接事项的执法机关",
        FigureUnit.Times
    );

    /// <summary>结案率.</summary>
    public static readonly RateDefinition CasesClosed = new("closingRate", "结案率", "已立案案件的结案", "期初未结案件与立案之和");

    /// <summary>首违不罚率.</summary>
    public static readonly RateDefinition FirstOffencesSpared = new(
        "firstOffenceRate",
        "首违不罚率",
        "首违不罚",
        "行政处罚案件与不予行政处罚决定之和"
    );

    /// <summary>罚款收缴率.</summary>
    public static readonly RateDefinition FinesCollected = new(
        "finesCollectedRate",
        "罚款收缴率",
        "其中已经缴纳、没有退还的罚款，不超过决定数额",
        "本年度作出、仍然有效的处罚决定载明的罚款",
        FigureUnit.Yuan
    );

    /// <summary>公示及时率.</summary>
    public static readonly RateDefinition PublishedInTime = new(
        "publishedInTimeRate",
        "公示及时率",
        "其中按期公示的决定",
        "本年度作出、已经公示或者已过公示期限的决定"
    );

    /// <summary>The ratios, in the order of a report.</summary>
    public static IReadOnlyList<RateDefinition> All { get; } =
    [OrgansEnforcing, PowersExercised, OfficersTakingPart, CasesClosed, FirstOffencesSpared, FinesCollected, PublishedInTime];

    /// <summary>A ratio in per cent, two decimals; null where there is nothing below the line.</summary>
    public static decimal? Percent(long numerator, long denominator) =>
        denominator == 0 ? null : decimal.Round(100m * numerator / denominator, 2, MidpointRounding.AwayFromZero);

    /// <summary>How much a value is above that of the year before, in per cent with one decimal; null where the year before had none.</summary>
    [StatutoryRule("ST-12")]
    public static decimal? ChangePercent(decimal value, decimal before) =>
        before == 0 ? null : decimal.Round(100m * (value - before) / before, 1, MidpointRounding.AwayFromZero);
}
