using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Statistics;

/// <summary>The date that assigns a case to a year (统计口径日期). It is always a legal date as stated by the caller, never the date of entry.</summary>
public enum CountingDate
{
    /// <summary>作出处罚决定之日 (ST-1).</summary>
    Decision,

    /// <summary>结案之日.</summary>
    Closing,

    /// <summary>缴款之日.</summary>
    Payment,

    /// <summary>退款之日.</summary>
    Refund,

    /// <summary>立案之日.</summary>
    Filing,

    /// <summary>作出处理结果之日: of an outcome that is no penalty.</summary>
    Outcome,

    /// <summary>办理之日: of an act in the file.</summary>
    Act,

    /// <summary>期初、期末: not a date of the case, but the first or last day of the year.</summary>
    Stock,
}

/// <summary>Definition of a figure of a yearly report (统计指标定义). Value, drill-down and table cells are all counted from it.</summary>
/// <param name="Key">Stable name, <c>penaltyCasesEntered</c>; never reused for another meaning.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="CountedBy">The date that determines the year.</param>
/// <param name="Population">The cases that are counted, in Chinese.</param>
/// <param name="Version">Raised whenever the meaning changes; a snapshot stores the one it used.</param>
/// <param name="Rules">Counting rules it follows.</param>
public sealed record FigureDefinition(
    string Key,
    string Name,
    FigureUnit Unit,
    CountingDate CountedBy,
    string Population,
    int Version,
    params string[] Rules
)
{
    /// <summary>A figure in money, or of what was collected, by officers.</summary>
    public static readonly DomainError OfficerByMoney = new(
        "statistics.officer-by-money",
        "APL-74",
        ErrorKind.RuleBroken,
        "罚款、没收的数额不得作为执法人员的考核指标",
        PenaltyLaw.At("第七十四条")
    );

    /// <summary>Refuses a grouping that the law forbids: fines are no measure of an officer.</summary>
    /// <exception cref="DomainException"><see cref="OfficerByMoney"/>.</exception>
    [StatutoryRule("APL-74")]
    public void EnsureGroupedBy(FigureGrouping by)
    {
        if (by is FigureGrouping.Officer && Unit is FigureUnit.Yuan)
            throw OfficerByMoney.With($"{Name}以元计，不能按执法人员分组", "按承办单位分组，或者选择件数指标");
    }

    /// <summary>Whether the groups add up to the figure.</summary>
    public bool AddsUpBy(FigureGrouping by) =>
        by switch
        {
            FigureGrouping.Officer => false, // a case has two of them
            FigureGrouping.Month or FigureGrouping.Quarter => CountedBy is not CountingDate.Stock,
            _ => true,
        };
}
