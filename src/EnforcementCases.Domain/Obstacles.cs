namespace EnforcementCases.Domain;

/// <summary>What stands in the way of an act: listed for a screen, or thrown one by one.</summary>
internal static class Obstacles
{
    /// <summary>Refuses with the first; silent where there is none.</summary>
    /// <exception cref="DomainException">The first obstacle.</exception>
    public static void ThrowFirst(this IEnumerable<DomainException> obstacles)
    {
        foreach (var obstacle in obstacles)
            throw obstacle;
    }
}
