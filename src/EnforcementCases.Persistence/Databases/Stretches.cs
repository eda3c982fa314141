using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Asks for the rows of a long list of texts, a stretch of the list at a time.</summary>
/// <remarks>SQL Server takes 2,100 parameters. A longer list EF would send as one JSON text, whose values have the database's own collation and cannot be compared with a column.</remarks>
public static class Stretches
{
    /// <summary>Texts in one statement, which leaves room for its other parameters.</summary>
    internal const int Longest = 1_000;

    /// <summary>The rows of all stretches, in the order of the list.</summary>
    /// <param name="query">The query for a stretch.</param>
    public static async Task<List<T>> InStretchesAsync<T>(
        this IEnumerable<string> list,
        Func<string[], IQueryable<T>> query,
        CancellationToken ct
    )
    {
        var rows = new List<T>();
        foreach (var stretch in list.Distinct(StringComparer.Ordinal).Chunk(Longest))
            rows.AddRange(await query(stretch).ToListAsync(ct));
        return rows;
    }
}
