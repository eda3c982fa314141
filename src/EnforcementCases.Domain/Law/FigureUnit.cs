namespace EnforcementCases.Domain.Law;

/// <summary>Unit of a figure (计量单位).</summary>
public enum FigureUnit
{
    /// <summary>起、件: cases.</summary>
    Cases,

    /// <summary>元; kept in fen (ST-7).</summary>
    Yuan,

    /// <summary>次: how often something was done.</summary>
    Times,
}
