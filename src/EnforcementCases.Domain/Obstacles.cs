namespace EnforcementCases.Domain;

/// <summary>Gates that can name everything that is missing: a screen shows the list, an act refuses with the first.</summary>
public static class Obstacles
{
    /// <summary>Refuses with the first obstacle, where there is one.</summary>
    /// <exception cref="DomainException">The first obstacle.</exception>
    public static void RefuseFirst(this IEnumerable<DomainException> obstacles)
    {
        foreach (var obstacle in obstacles)
            throw obstacle;
    }

    /// <summary>The parts that are not given, in Chinese, in the order of the law.</summary>
    internal static IReadOnlyList<string> NotGiven(params (string Name, bool Given)[] parts) =>
        [.. parts.Where(p => !p.Given).Select(p => p.Name)];

    /// <summary>Whether somebody wrote something: a blank is nothing.</summary>
    internal static bool IsGiven(this string? text) => !string.IsNullOrWhiteSpace(text);
}
