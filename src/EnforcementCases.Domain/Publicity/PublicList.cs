namespace EnforcementCases.Domain.Publicity;

/// <summary>A list that the organ publishes before anything is decided (事前公示). 行政处罚法 第三十九条; 国办发〔2018〕118号.</summary>
[StatutoryRule("APL-39"), StatutoryRule("PUB-118-1")]
public enum PublicList
{
    /// <summary>权责清单.</summary>
    [Term("权责清单")]
    Powers,

    /// <summary>执法依据: the matters that an organ took over.</summary>
    [Term("执法事项和依据")]
    Bases,

    /// <summary>行政处罚裁量基准.</summary>
    [Term("行政处罚裁量基准")]
    Benchmarks,

    /// <summary>不予处罚清单.</summary>
    [Term("不予行政处罚、从轻减轻处罚清单")]
    Exemptions,

    /// <summary>重大执法决定法制审核目录.</summary>
    [Term("重大执法决定法制审核目录")]
    Reviews,

    /// <summary>执法人员.</summary>
    [Term("执法人员")]
    Officers,
}
