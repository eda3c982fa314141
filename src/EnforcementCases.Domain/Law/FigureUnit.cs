namespace EnforcementCases.Domain.Law;

/// <summary>In what a figure is told (计量单位).</summary>
public enum FigureUnit
{
    /// <summary>起、件: cases.</summary>
    Cases,

    /// <summary>元; kept in fen (ST-7).</summary>
    Yuan,
}
