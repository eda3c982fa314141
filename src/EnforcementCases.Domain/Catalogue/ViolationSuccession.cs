namespace EnforcementCases.Domain.Catalogue;

/// <summary>How a newer row takes the place of older versions (目录更新): an amended provision begins on its day, a corrected row replaces what it corrects.</summary>
public static class ViolationSuccession
{
    /// <summary>Ends or closes the standing versions that the row replaces; tells whether the row is new at all.</summary>
    /// <param name="standing">Versions of the same code that are not closed.</param>
    /// <param name="row">The row of the newer data set.</param>
    /// <returns>False where the newest standing version says the same already.</returns>
    public static bool Succeed(IEnumerable<ViolationVersion> standing, ViolationVersion row, DateTimeOffset at)
    {
        var versions = standing.OrderByDescending(v => v.ValidFrom ?? DateOnly.MinValue).ToList();
        if (versions is [var newest, ..] && string.Equals(newest.RowSha256, row.RowSha256, StringComparison.Ordinal))
            return false;
        foreach (var version in versions)
        {
            if (version.ValidFrom is { } from && row.ValidFrom is { } begins && from < begins)
            {
                if (version.ValidTo is not { } to || to >= begins)
                    version.EndOn(begins.AddDays(-1)); // the older text goes on governing older acts
            }
            else
            {
                version.Close(at);
            }
        }
        return true;
    }
}
