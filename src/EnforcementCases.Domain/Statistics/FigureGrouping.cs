namespace EnforcementCases.Domain.Statistics;

/// <summary>What the cases behind a figure are grouped by (分组).</summary>
public enum FigureGrouping
{
    /// <summary>月份: of the counting date.</summary>
    [Term("按月")]
    Month,

    /// <summary>季度: of the counting date.</summary>
    [Term("按季")]
    Quarter,

    /// <summary>街道、乡镇: the organ in whose name the case is handled.</summary>
    [Term("按执法机关")]
    Organ,

    /// <summary>大队、中队: the unit that handles the case.</summary>
    [Term("按承办单位")]
    Unit,

    /// <summary>执法人员: a case with two officers is in the row of each, so that the rows do not add up to the figure. Never with money: fines are no measure of an
    /// officer.</summary>
    [Term("按执法人员")]
    Officer,

    /// <summary>程序.</summary>
    [Term("按程序")]
    Procedure,

    /// <summary>案由.</summary>
    [Term("按案由")]
    Violation,

    /// <summary>违法行为类别.</summary>
    [Term("按类别")]
    Category,

    /// <summary>适用的法律、法规、规章.</summary>
    [Term("按适用的法律法规规章")]
    Instrument,

    /// <summary>最重的处罚种类.</summary>
    [Term("按处罚种类")]
    HeaviestKind,
}
