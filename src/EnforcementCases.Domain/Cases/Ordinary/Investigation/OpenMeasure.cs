namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What lies on things of the party.</summary>
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
/// <param name="Things">What still lies under it.</param>
public sealed record OpenMeasure(Guid Id, MeasureKind Kind, DateTimeOffset Since, IReadOnlyList<ListedThing> Things);
