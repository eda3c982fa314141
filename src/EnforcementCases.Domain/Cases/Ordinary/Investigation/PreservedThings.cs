using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Things registered and kept, with what is not handled yet.</summary>
/// <param name="Id">The registration.</param>
/// <param name="Record">As it was done.</param>
/// <param name="OpenPlaces">Positions on the list, from 1, that no handling decision covers yet.</param>
public sealed record PreservedThings(Guid Id, RegisterPreserveRecord Record, IReadOnlyList<int> OpenPlaces)
{
    /// <summary>Positions of things that were sent for testing (送检) and are neither back nor used up.</summary>
    public IReadOnlyList<int> InTesting { get; init; } = [];

    /// <summary>The things that are with the organ, or with a laboratory for it.</summary>
    internal IReadOnlyList<ListedThing> OpenThings => [.. OpenPlaces.Concat(InTesting).Order().Select(place => Record.Things[place - 1])];

    /// <summary>Whether anything of it is still to be dealt with.</summary>
    internal bool IsOpen => OpenPlaces.Count > 0 || InTesting.Count > 0;

    /// <summary>From whom the things were taken; null while the owner is unknown.</summary>
    public OwnerOfThings? Owner { get; init; }

    /// <summary>Positions of things that were handed over to the judicial organs with the case and are neither back nor kept by them for good.</summary>
    public IReadOnlyList<int> HandedOver { get; init; } = [];

    /// <summary>The notice to the unknown or absent owner, by which the registration ended; null if none was published.</summary>
    public ClaimNotice? Notice { get; init; }

    /// <summary>The same with the things that came back from the judicial organs; its terms go on without the days away.</summary>
    internal PreservedThings ComeBack(IReadOnlyList<int> positions, IReadOnlyList<ExcludedSpan> away) =>
        this with
        {
            OpenPlaces = positions,
            HandedOver = [],
            Record = Record with { Away = [.. Record.Away, .. away] },
            Notice = Notice is null ? null : Notice with { Away = [.. Notice.Away, .. away] },
        };
}
