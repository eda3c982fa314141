namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Kind of measure over things of the party.</summary>
public enum MeasureKind
{
    /// <summary>先行登记保存.</summary>
    Preserved,

    /// <summary>查封.</summary>
    Sealed,

    /// <summary>扣押.</summary>
    Detained,
}

/// <summary>A measure that is not dealt with yet.</summary>
/// <param name="Id">The measure.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Since">From when.</param>
/// <param name="Things">Things still under the measure.</param>
public sealed record OpenMeasure(Guid Id, MeasureKind Kind, DateTimeOffset Since, IReadOnlyList<ListedThing> Things);
