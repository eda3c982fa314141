using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>A paper in the case file (卷内文书), for the table of contents (卷内目录).</summary>
/// <param name="Number">Number; null for a paper without one.</param>
/// <param name="Title">Name of the document (题名).</param>
/// <param name="On">Date of the paper.</param>
/// <param name="Pages">Number of pages, 1 or more.</param>
public sealed record FiledPaper(string? Number, string Title, DateOnly On, int Pages)
{
    /// <summary>The rows of the table of contents: pages are numbered through the file from 1, without cover and contents.</summary>
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
