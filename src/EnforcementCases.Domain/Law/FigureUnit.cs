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

/// <summary>How units are written.</summary>
public static class FigureUnits
{
    /// <summary>A measure in its unit: cases and times as they are, fen as yuan.</summary>
    public static decimal ValueOf(this FigureUnit unit, long measure) =>
        unit switch
        {
            FigureUnit.Cases or FigureUnit.Times => measure,
            FigureUnit.Yuan => measure / 100m,
        };
}
