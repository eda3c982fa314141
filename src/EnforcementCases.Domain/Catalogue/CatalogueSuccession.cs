namespace EnforcementCases.Domain.Catalogue;

/// <summary>A row of the catalogue as it applies in one period of validity. Never edited in place: a change makes a new version.</summary>
public interface ICatalogueVersion
{
    /// <summary>First day of validity; null if it could not be established.</summary>
    DateOnly? ValidFrom { get; }

    /// <summary>Last day of validity; null if open-ended.</summary>
    DateOnly? ValidTo { get; }

    /// <summary>SHA-256 of the row in the data set, hex: unchanged rows keep their version.</summary>
    string RowSha256 { get; }

    /// <summary>Ends its validity the day before a newer version begins.</summary>
    /// <param name="lastDay">Last day of validity.</param>
    void EndOn(DateOnly lastDay);

    /// <summary>Takes it out of use for its whole period: a newer data set corrected or dropped it.</summary>
    void Close(DateTimeOffset at);
}

/// <summary>How a newer row takes the place of older versions (目录更新): an amended provision begins on its day, a corrected row replaces what it corrects.</summary>
public static class CatalogueSuccession
{
    /// <summary>Ends or closes the open versions that the rows of a code replace; returns the rows that are new.</summary>
    /// <param name="standing">Versions of the same code that are not closed.</param>
    /// <param name="rows">The rows of the newer data set, all of one code.</param>
    public static IReadOnlyList<T> Succeed<T>(IEnumerable<T> standing, IReadOnlyList<T> rows, DateTimeOffset at)
        where T : ICatalogueVersion
    {
        var versions = standing.OrderByDescending(v => v.ValidFrom ?? DateOnly.MinValue).ToList();
        var added = rows.Where(r => !versions.Exists(v => IsSame(v, r))).ToList();
        if (added.Count == 0)
            return [];
        var first = rows.Min(r => r.ValidFrom);
        foreach (var version in versions.Where(v => !rows.Any(r => IsSame(v, r))))
        {
            if (version.ValidFrom is { } from && first is { } begins && from < begins)
            {
                if (version.ValidTo is not { } to || to >= begins)
                    version.EndOn(begins.AddDays(-1)); // the older text still governs older offences
            }
            else
            {
                version.Close(at);
            }
        }
        return added;
    }

    private static bool IsSame<T>(T one, T other)
        where T : ICatalogueVersion => string.Equals(one.RowSha256, other.RowSha256, StringComparison.Ordinal);
}
