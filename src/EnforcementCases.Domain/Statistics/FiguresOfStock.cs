using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Statistics;

/// <summary>Cases carried over (ST-13): opening stock and filed cases are those closed and those still open.</summary>
[StatutoryRule("ST-13")]
public static class FiguresOfStock
{
    /// <summary>期初未结.</summary>
    public static readonly FigureDefinition Opening = Of(
        "openAtBeginning",
        "期初未结案件",
        CountingDate.Stock,
        "上年度以前立案、到本年度开始时尚未结案的案件"
    );

    /// <summary>立案.</summary>
    public static readonly FigureDefinition Filed = Of("casesFiled", "立案", CountingDate.Filing, "本年度立案的案件");

    /// <summary>已立案案件的结案.</summary>
    public static readonly FigureDefinition FiledAndClosed = Of(
        "filedCasesClosed",
        "其中：已立案的案件结案",
        CountingDate.Closing,
        "本年度结案的案件中经过立案的；简易程序案件不立案，不在其中"
    );

    /// <summary>期末未结.</summary>
    public static readonly FigureDefinition Closing = Of(
        "openAtEnd",
        "期末未结案件",
        CountingDate.Stock,
        "已经立案、到本年度结束时尚未结案的案件"
    );

    /// <summary>The figures, in the order of a report.</summary>
    public static IReadOnlyList<FigureDefinition> All { get; } = [Opening, Filed, FiledAndClosed, Closing];

    private static FigureDefinition Of(string key, string name, CountingDate by, string population) =>
        new(key, name, FigureUnit.Cases, by, population, 1, "ST-13");
}
