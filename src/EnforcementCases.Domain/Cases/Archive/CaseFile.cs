using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Archive;

/// <summary>A paper in the file of the case.</summary>
/// <param name="Part">Part of the file to which it belongs.</param>
/// <param name="Title">Title (题名).</param>
/// <param name="Number">Document number; null if it has none.</param>
/// <param name="Date">Its date.</param>
/// <param name="Pages">Number of pages.</param>
public sealed record FilePaper(FilePart Part, string Title, string? Number, DateOnly Date, int Pages);

/// <summary>A line of the contents (卷内目录).</summary>
/// <param name="Place">Position, from 1 (序号).</param>
/// <param name="Paper">The paper.</param>
/// <param name="FirstPage">First page (页号).</param>
/// <param name="LastPage">Last page.</param>
public sealed record ContentsLine(int Place, FilePaper Paper, int FirstPage, int LastPage);

/// <summary>A bound file: the main volume and the inner one (正卷、副卷), each with pages of its own.</summary>
/// <param name="Main">Contents of the main volume (正卷).</param>
/// <param name="Inner">Contents of the inner volume (副卷), which the party does not see; empty if there are none.</param>
public sealed record CaseFile(IReadOnlyList<ContentsLine> Main, IReadOnlyList<ContentsLine> Inner);

/// <summary>How case files are bound (案卷组成). Set by local archive rules, not by a law.</summary>
public static class FileBinding
{
    /// <summary>Parts that go to the inner volume where the place sets no others: legal review and collective discussion.</summary>
    public static IReadOnlyList<FilePart> DefaultInnerParts { get; } = [FilePart.LegalReview, FilePart.CollectiveDiscussion];

    /// <summary>Parts in the order in which they are bound where the place sets no other.</summary>
    public static IReadOnlyList<FilePart> DefaultOrder { get; } = Enum.GetValues<FilePart>();

    /// <summary>Binds the papers of one case: by part, within a part by date, pages numbered through; cover, contents and closing notes carry no page number.</summary>
    /// <param name="innerParts">Parts of the inner volume, parameter <c>archive.innerVolume</c>; empty puts everything into the main one.</param>
    /// <param name="order">Order of the parts; a part that is not named comes last, in the default order.</param>
    [StatutoryRule("FILE-2")]
    public static CaseFile Bind(
        IEnumerable<FilePaper> papers,
        IReadOnlyCollection<FilePart>? innerParts = null,
        IReadOnlyList<FilePart>? order = null
    )
    {
        var inner = innerParts ?? DefaultInnerParts;
        var sequence = (order ?? DefaultOrder).Concat(DefaultOrder).Distinct().ToList();
        var sorted = papers.OrderBy(p => sequence.IndexOf(p.Part)).ThenBy(p => p.Date).ToLookup(p => inner.Contains(p.Part));
        return new(Number(sorted[false]), Number(sorted[true]));
    }

    /// <summary>Reads parameter <c>archive.innerVolume</c>, names of parts with commas.</summary>
    /// <exception cref="ArgumentException">A name is not that of a part.</exception>
    public static IReadOnlyList<FilePart> PartsOf(string parameterValue) =>
        [
            .. parameterValue
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => Enum.Parse<FilePart>(name)),
        ];

    /// <summary>Binds cases of the simple procedure together, in the order given, so that no volume holds more than the place allows (FILE-1). Cases of the
    /// ordinary procedure have one file each.</summary>
    /// <param name="volumeSize">Most cases in a volume, inclusive; parameter <c>simple.volumeSize</c>, default 50.</param>
    [StatutoryRule("FILE-1")]
    public static IReadOnlyList<IReadOnlyList<T>> SimpleVolumes<T>(IReadOnlyList<T> cases, int volumeSize) => [.. cases.Chunk(volumeSize)];

    private static List<ContentsLine> Number(IEnumerable<FilePaper> papers)
    {
        var lines = new List<ContentsLine>();
        var page = 1;
        foreach (var paper in papers)
        {
            if (paper.Part is FilePart.Cover or FilePart.Contents or FilePart.ClosingNotes)
                continue;
            ArgumentOutOfRangeException.ThrowIfLessThan(paper.Pages, 1);
            lines.Add(new(lines.Count + 1, paper, page, page + paper.Pages - 1));
            page += paper.Pages;
        }
        return lines;
    }
}
