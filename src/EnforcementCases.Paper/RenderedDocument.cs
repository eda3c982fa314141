using EnforcementCases.Pdf;

namespace EnforcementCases.Paper;

/// <summary>A printed document.</summary>
/// <param name="Pdf">The file; the same content and print give the same bytes.</param>
/// <param name="MissingGlyphs">Characters that no font has; they print as <c>〓[U+xxxx]</c> and must be written by hand.</param>
/// <param name="Pages">How many pages it has, for the contents of a file (卷内目录).</param>
internal sealed record RenderedDocument(byte[] Pdf, IReadOnlyList<string> MissingGlyphs, int Pages)
{
    public static RenderedDocument Of(PdfDocument document) =>
        new(document.ToBytes(), [.. document.MissingGlyphs.Select(r => r.ToString())], document.PageCount);
}

/// <summary>What may differ between two prints of the same document.</summary>
/// <param name="CopyLabel">Whose copy it is (当事人联, 存卷联, 备案联).</param>
/// <param name="PrintNumber">Which print it is, from 1.</param>
internal sealed record PrintedCopy(string CopyLabel, int PrintNumber)
{
    /// <summary>The fonts of this installation.</summary>
    public FontSet Fonts { get; init; } = FontSet.Shipped;

    /// <summary>The seal (印章) of the organ, printed over the date; null where it is stamped by hand.</summary>
    public PdfImage? Seal { get; init; }
}
