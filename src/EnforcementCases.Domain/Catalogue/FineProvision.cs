using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>How a provision measures a fine (罚款计算方式), and in which unit its bounds are.</summary>
public enum FineMode
{
    /// <summary>区间: bounds in fen.</summary>
    Range,

    /// <summary>定额: bounds in fen, both equal.</summary>
    Fixed,

    /// <summary>每单位 (只、头): bounds in fen per unit.</summary>
    PerUnit,

    /// <summary>每平方米: bounds in fen per square metre.</summary>
    PerSquareMetre,

    /// <summary>建设工程造价百分比: bounds in ten-thousandths of the cost; 5 % is 500.</summary>
    PercentOfConstructionCost,

    /// <summary>工程造价倍数: bounds in ten-thousandths of the cost; once the cost is 10,000.</summary>
    MultipleOfConstructionCost,
}

/// <summary>Another range of the same provision, for a named circumstance or role.</summary>
/// <param name="Name">When it applies, in Chinese: 加重情形, 有碍城市容貌, 施工单位.</param>
/// <param name="Lowest">Lowest fine, inclusive, in the unit of the provision's mode.</param>
/// <param name="Highest">Highest fine, inclusive, in the unit of the provision's mode.</param>
public sealed record FineVariant(string Name, long Lowest, long Highest);

/// <summary>What a fine depends on where the provision does not print the amount itself.</summary>
/// <param name="Units">Number of units, or area in square metres, in thousandths: 3 units are 3000. Null if not needed.</param>
/// <param name="ConstructionCost">建设工程造价; null if not needed.</param>
public sealed record FineMeasure(long? Units = null, Money? ConstructionCost = null);

/// <summary>The fine that a provision sets for one side, individuals or organisations (法定罚款幅度); both bounds are inclusive.</summary>
/// <param name="Mode">How the fine is measured, which also sets the unit of both bounds.</param>
/// <param name="Lowest">Lowest fine, inclusive, in the unit of the mode; 0 if the law prints only 以下 or 可以处.</param>
/// <param name="Highest">Highest fine, inclusive, in the unit of the mode.</param>
/// <param name="Unit">What one unit is, <c>每只(头)</c>; null unless the mode is <c>PerUnit</c>.</param>
/// <param name="Variants">Ranges for named circumstances or roles; null or empty if the provision has one range.</param>
public sealed record FineProvision(
    FineMode Mode,
    long Lowest,
    long Highest,
    string? Unit = null,
    IReadOnlyList<FineVariant>? Variants = null
)
{
    /// <summary>Name of the range that the provision itself prints for graver cases (拒不改正、情节严重、再次违反).</summary>
    public const string Escalated = "法定加重情形";

    /// <summary>The amount depends on a measure that was not given.</summary>
    public static readonly DomainError MeasureMissing = new(
        "fine.measure-missing",
        "APL-34",
        ErrorKind.Unacceptable,
        "该罚款幅度按数量、面积或者造价计算，应当写明"
    );

    /// <summary>A circumstance that the provision does not name.</summary>
    public static readonly DomainError VariantUnknown = new(
        "fine.circumstance-unknown",
        "APL-34",
        ErrorKind.Unacceptable,
        "罚则没有规定该情形的罚款幅度"
    );

    private const long TenThousand = 10_000;
    private const long Thousand = 1_000;

    /// <summary>The range in money.</summary>
    /// <param name="measure">Units, area or cost; required if the mode uses it.</param>
    /// <param name="circumstance">Name of a <see cref="FineVariant"/>; null for the range printed first.</param>
    /// <exception cref="DomainException"><see cref="MeasureMissing"/> or <see cref="VariantUnknown"/>.</exception>
    public FineRange RangeFor(FineMeasure? measure = null, string? circumstance = null)
    {
        var (lowest, highest) =
            circumstance is null ? (Lowest, Highest)
            : Variants?.FirstOrDefault(v => string.Equals(v.Name, circumstance, StringComparison.Ordinal)) is { } variant
                ? (variant.Lowest, variant.Highest)
            : throw VariantUnknown.With($"“{circumstance}”");
        return Mode switch
        {
            FineMode.Range or FineMode.Fixed => new(Money.OfFen(lowest), Money.OfFen(highest)),
            FineMode.PerUnit or FineMode.PerSquareMetre => Times(lowest, highest, UnitsOf(measure), Thousand),
            FineMode.PercentOfConstructionCost or FineMode.MultipleOfConstructionCost => Times(
                lowest,
                highest,
                CostOf(measure),
                TenThousand
            ),
        };
    }

    // a fraction of a fen below the lowest or above the highest would be outside: the lowest is rounded up, the highest down
    private static FineRange Times(long lowest, long highest, long measure, long divisor) =>
        new(
            Money.OfFen((long)(((Int128)lowest * measure + divisor - 1) / divisor)),
            Money.OfFen((long)((Int128)highest * measure / divisor))
        );

    private static long UnitsOf(FineMeasure? measure) =>
        measure?.Units is { } units and > 0 ? units : throw MeasureMissing.With("没有写明数量或者面积");

    private static long CostOf(FineMeasure? measure) =>
        measure?.ConstructionCost is { } cost && cost > Money.Zero ? cost.Fen : throw MeasureMissing.With("没有写明工程造价");
}
