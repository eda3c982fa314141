using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>A paper as it lies in the file (卷内文书), for the contents (卷内目录).</summary>
/// <param name="Number">Number; null for a paper without one.</param>
/// <param name="Title">Name of the document (题名).</param>
/// <param name="On">Its day.</param>
/// <param name="Pages">How many pages it has, 1 or more.</param>
public sealed record FiledPaper(string? Number, string Title, DateOnly On, int Pages)
{
    /// <summary>The rows of the contents: the pages of the file are counted through, from 1, without cover and contents.</summary>
    /// <param name="papers">In the order they are bound.</param>
    /// <returns>For <see cref="PerformanceFields.Contents"/>.</returns>
    [EnforcementCases.Domain.StatutoryRule("FILE-2")]
    public static IReadOnlyList<IReadOnlyList<string>> Rows(IEnumerable<FiledPaper> papers)
    {
        var rows = new List<IReadOnlyList<string>>();
        var next = 1;
        foreach (var paper in papers)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(paper.Pages, 1);
            var last = next + paper.Pages - 1;
            rows.Add([paper.Number ?? "", paper.Title, ChineseDate.Day(paper.On), last == next ? $"{next}" : $"{next}-{last}"]);
            next = last + 1;
        }
        return rows;
    }
}
