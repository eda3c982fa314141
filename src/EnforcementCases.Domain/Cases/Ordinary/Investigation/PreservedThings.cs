namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Things registered and kept, with what is not handled yet.</summary>
/// <param name="Id">The registration.</param>
/// <param name="Record">As it was done.</param>
/// <param name="OpenPlaces">Positions on the list, from 1, that no handling decision covers yet.</param>
public sealed record PreservedThings(Guid Id, RegisterPreserveRecord Record, IReadOnlyList<int> OpenPlaces)
{
    /// <summary>The notice to the unknown or absent owner, by which the registration ended; null if none was published.</summary>
    public ClaimNotice? Notice { get; init; }
}
