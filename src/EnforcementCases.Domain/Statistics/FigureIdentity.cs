using System.Globalization;

namespace EnforcementCases.Domain.Statistics;

/// <summary>A check that was made on figures before they were released (勾稽关系).</summary>
/// <param name="Name">The condition checked, in Chinese.</param>
/// <param name="Total">The total.</param>
/// <param name="SumOfParts">The sum of its parts.</param>
public sealed record FigureCheck(string Name, long Total, long SumOfParts)
{
    /// <summary>Whether the condition is met.</summary>
    public bool Holds => Total == SumOfParts;
}

/// <summary>A total and the parts that must add up to it (ST-11).</summary>
/// <param name="Name">In Chinese.</param>
/// <param name="Totals">The total; several are added up.</param>
/// <param name="Parts">The parts.</param>
public sealed record FigureIdentity(string Name, IReadOnlyList<FigureDefinition> Totals, params IReadOnlyList<FigureDefinition> Parts)
{
    /// <summary>Parts contradict their total.</summary>
    public static readonly DomainError Broken = new(
        "statistics.identity-broken",
        "ST-11",
        ErrorKind.Unacceptable,
        "统计数字与其组成部分不一致，不得发布"
    );

    /// <summary>All identities between figures.</summary>
    public static readonly IReadOnlyList<FigureIdentity> All =
    [
        new(
            "行政处罚案件 = 简易程序案件 + 普通程序案件",
            [Figures.PenaltyCasesEntered],
            Figures.SimpleProcedureCases,
            Figures.OrdinaryProcedureCases
        ),
        new("行政处罚案件 = 各处罚种类之和", [Figures.PenaltyCasesEntered], [.. Figures.ByHeaviestKind.Values]),
        new(
            "罚款决定数额 = 简易程序 + 普通程序",
            [Figures.FinesImposedYuan],
            Figures.SimpleProcedureFinesYuan,
            Figures.OrdinaryProcedureFinesYuan
        ),
        new("不予行政处罚决定 = 各情形之和", [FiguresOfOutcomes.NoPenalty], [.. FiguresOfOutcomes.NoPenaltyByGround]),
        new(
            "期初未结 + 立案 = 已立案的结案 + 期末未结",
            [FiguresOfStock.Opening, FiguresOfStock.Filed],
            FiguresOfStock.FiledAndClosed,
            FiguresOfStock.Closing
        ),
    ];

    /// <summary>Checks every identity.</summary>
    /// <param name="measures">Value of every figure: cases, or fen.</param>
    public static IReadOnlyList<FigureCheck> Check(IReadOnlyDictionary<string, long> measures) =>
        [.. All.Select(i => new FigureCheck(i.Name, i.Totals.Sum(t => measures[t.Key]), i.Parts.Sum(p => measures[p.Key])))];

    /// <summary>Refuses figures that contradict each other.</summary>
    /// <exception cref="DomainException"><see cref="Broken"/>.</exception>
    public static void EnsureHold(IEnumerable<FigureCheck> checks)
    {
        if (checks.FirstOrDefault(c => !c.Holds) is { } broken)
        {
            throw Broken.With(
                string.Create(CultureInfo.InvariantCulture, $"{broken.Name}：合计 {broken.Total}，各部分之和 {broken.SumOfParts}"),
                "数据可能正在变动，请稍后重试；仍不一致的，核查逐案清单"
            );
        }
    }
}
