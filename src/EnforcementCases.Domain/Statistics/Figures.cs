using System.Collections.Frozen;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Statistics;

/// <summary>All figures that can be counted, as data. How each is read from the database is defined in one place as well.</summary>
[StatutoryRule("ST-1"), StatutoryRule("ST-2"), StatutoryRule("ST-3"), StatutoryRule("ST-4"), StatutoryRule("ST-5")]
public static class Figures
{
    /// <summary>No such figure.</summary>
    public static readonly DomainError Unknown = new("statistics.figure-unknown", null, ErrorKind.NotFound, "没有该统计指标");

    /// <summary>行政处罚案件.</summary>
    public static readonly FigureDefinition PenaltyCasesEntered = new(
        "penaltyCasesEntered",
        "行政处罚案件",
        FigureUnit.Cases,
        CountingDate.Decision,
        "本年度作出处罚决定的案件；一个决定计一件；以后被撤销的仍计入",
        1,
        "ST-1",
        "ST-2",
        "ST-5"
    );

    /// <summary>简易程序案件.</summary>
    public static readonly FigureDefinition SimpleProcedureCases = new(
        "simpleProcedureCases",
        "简易程序案件",
        FigureUnit.Cases,
        CountingDate.Decision,
        "本年度按简易程序作出处罚决定的案件",
        1,
        "ST-1"
    );

    /// <summary>普通程序案件.</summary>
    public static readonly FigureDefinition OrdinaryProcedureCases = new(
        "ordinaryProcedureCases",
        "普通程序案件",
        FigureUnit.Cases,
        CountingDate.Decision,
        "本年度按普通程序作出处罚决定的案件",
        1,
        "ST-1"
    );

    /// <summary>罚款决定数额.</summary>
    public static readonly FigureDefinition FinesImposedYuan = new(
        "finesImposedYuan",
        "罚款决定数额",
        FigureUnit.Yuan,
        CountingDate.Decision,
        "本年度处罚决定载明的罚款，不论是否缴纳；以后被撤销的仍计入",
        1,
        "ST-1",
        "ST-4",
        "ST-5"
    );

    /// <summary>简易程序罚款决定数额.</summary>
    public static readonly FigureDefinition SimpleProcedureFinesYuan = new(
        "simpleProcedureFinesYuan",
        "简易程序罚款决定数额",
        FigureUnit.Yuan,
        CountingDate.Decision,
        "本年度简易程序处罚决定载明的罚款",
        1,
        "ST-1",
        "ST-4"
    );

    /// <summary>普通程序罚款决定数额.</summary>
    public static readonly FigureDefinition OrdinaryProcedureFinesYuan = new(
        "ordinaryProcedureFinesYuan",
        "普通程序罚款决定数额",
        FigureUnit.Yuan,
        CountingDate.Decision,
        "本年度普通程序处罚决定载明的罚款",
        1,
        "ST-1",
        "ST-4"
    );

    /// <summary>罚没金额.</summary>
    public static readonly FigureDefinition FinesAndConfiscationsYuan = new(
        "finesAndConfiscationsYuan",
        "罚没金额",
        FigureUnit.Yuan,
        CountingDate.Decision,
        "本年度处罚决定载明的罚款、没收的违法所得和没收财物的价值，不论是否缴纳；以后被撤销的仍计入",
        1,
        "ST-1",
        "ST-4",
        "ST-5"
    );

    /// <summary>被撤销的处罚决定.</summary>
    public static readonly FigureDefinition RevokedDecisions = new(
        "revokedDecisions",
        "其中：决定后被撤销",
        FigureUnit.Cases,
        CountingDate.Decision,
        "本年度作出、截至统计时已被撤销的处罚决定，案件以后重新处理的也计入；单列，不从总数中减去",
        2,
        "ST-5"
    );

    /// <summary>被确认无效的处罚决定.</summary>
    public static readonly FigureDefinition InvalidDecisions = new(
        "invalidDecisions",
        "其中：决定后被确认无效",
        FigureUnit.Cases,
        CountingDate.Decision,
        "本年度作出、截至统计时已被确认无效的处罚决定，案件以后重新处理的也计入；单列，不从总数中减去",
        1,
        "ST-5"
    );

    /// <summary>结案数.</summary>
    public static readonly FigureDefinition CasesClosed = new(
        "casesClosed",
        "结案",
        FigureUnit.Cases,
        CountingDate.Closing,
        "本年度结案的案件，包括决定被撤销而结案的",
        1,
        "ST-13"
    );

    /// <summary>结案罚款.</summary>
    public static readonly FigureDefinition FinesOfClosedCasesYuan = new(
        "finesOfClosedCasesYuan",
        "结案罚款",
        FigureUnit.Yuan,
        CountingDate.Closing,
        "本年度因履行完毕而结案的案件，其决定载明的罚款",
        1,
        "ST-4"
    );

    /// <summary>实缴罚款.</summary>
    public static readonly FigureDefinition FinesCollectedYuan = new(
        "finesCollectedYuan",
        "实缴罚款",
        FigureUnit.Yuan,
        CountingDate.Payment,
        "本年度缴纳的罚款，不论决定于何年；退款另计",
        1
    );

    /// <summary>退还罚款.</summary>
    public static readonly FigureDefinition FinesRefundedYuan = new(
        "finesRefundedYuan",
        "退还罚款",
        FigureUnit.Yuan,
        CountingDate.Refund,
        "本年度退还的罚款，不论缴纳于何年",
        1
    );

    /// <summary>Penalties counted once under their heaviest kind (ST-2), one figure for each kind of 行政处罚法 第九条.</summary>
    public static readonly FrozenDictionary<PenaltyKind, FigureDefinition> ByHeaviestKind = Enum.GetValues<PenaltyKind>()
        .ToFrozenDictionary(kind => kind, OfKind);

    private static readonly FigureDefinition[] Named =
    [
        PenaltyCasesEntered,
        SimpleProcedureCases,
        OrdinaryProcedureCases,
        FinesImposedYuan,
        SimpleProcedureFinesYuan,
        OrdinaryProcedureFinesYuan,
        FinesAndConfiscationsYuan,
        RevokedDecisions,
        InvalidDecisions,
        CasesClosed,
        FinesOfClosedCasesYuan,
        FinesCollectedYuan,
        FinesRefundedYuan,
    ];

    /// <summary>Every figure, in the order of a report.</summary>
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        .. Named,
        .. Enum.GetValues<PenaltyKind>().Select(k => ByHeaviestKind[k]),
        .. FiguresOfOutcomes.All,
        .. FiguresOfStock.All,
        .. FiguresOfActs.All.Select(f => f.Figure),
    ];

    private static readonly FrozenDictionary<string, FigureDefinition> ByKey = All.ToFrozenDictionary(f => f.Key, StringComparer.Ordinal);

    /// <summary>Whether there is a figure of that key.</summary>
    public static bool Contains(string key) => ByKey.ContainsKey(key);

    /// <summary>The figure of a key.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static FigureDefinition Find(string key) => ByKey.GetValueOrDefault(key) ?? throw Unknown.With($"指标 {key}");

    private static FigureDefinition OfKind(PenaltyKind kind)
    {
        var name = kind.ToString();
        return new(
            $"{char.ToLowerInvariant(name[0])}{name[1..]}Penalties",
            $"其中：{kind.Term()}",
            FigureUnit.Cases,
            CountingDate.Decision,
            $"本年度处罚决定中，最重的处罚种类为{kind.Term()}的；一个决定只计一次",
            1,
            "ST-1",
            "ST-2",
            "ST-3"
        );
    }
}
