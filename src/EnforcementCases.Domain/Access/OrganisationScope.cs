namespace EnforcementCases.Domain.Access;

/// <summary>What a reader may see: every organisation whose path lies in [<see cref="From"/>, <see cref="To"/>).</summary>
/// <param name="From">Path of the top organisation, ending in a slash; inclusive.</param>
/// <param name="To">First text after every path below it; exclusive.</param>
public sealed record OrganisationScope(string From, string To)
{
    /// <summary>Everything; for the system's own work.</summary>
    public static readonly OrganisationScope All = new("/", "0");

    /// <summary>Nothing; for a reader who is not signed in.</summary>
    public static readonly OrganisationScope None = new("", "");

    /// <summary>An organisation and all below it.</summary>
    /// <param name="path">The organisation's path, <c>/tj/bhxq/</c>.</param>
    public static OrganisationScope Below(string path) => new(path, path[..^1] + '0'); // '0' is the sign after '/'

    /// <summary>Whether a path lies inside.</summary>
    public bool Contains(string path) => string.CompareOrdinal(path, From) >= 0 && string.CompareOrdinal(path, To) < 0;
}
