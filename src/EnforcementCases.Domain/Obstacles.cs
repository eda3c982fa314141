namespace EnforcementCases.Domain;

/// <summary>Checks that list everything that is missing: a screen shows the whole list, an act is refused with the first entry.</summary>
public static class Obstacles
{
    /// <summary>Refuses with the first obstacle, if any.</summary>
    /// <exception cref="DomainException">The first obstacle.</exception>
    public static void RefuseFirst(this IEnumerable<DomainException> obstacles)
    {
        foreach (var obstacle in obstacles)
            throw obstacle;
    }

    /// <summary>The missing parts, in Chinese, in the order of the law.</summary>
    internal static IReadOnlyList<string> NotGiven(params (string Name, bool Given)[] parts) =>
        [.. parts.Where(p => !p.Given).Select(p => p.Name)];

    /// <summary>Whether a text was entered; blank text does not count.</summary>
    internal static bool IsGiven(this string? text) => !string.IsNullOrWhiteSpace(text);
}
