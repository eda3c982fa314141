using System.Buffers.Text;
using System.Text;
using EnforcementCases.Pdf.Output;

namespace EnforcementCases.Pdf;

/// <summary>Metadata of the file. It contains no date: the same content gives the same bytes.</summary>
/// <param name="Title">Shown in the title bar of readers.</param>
/// <param name="Author">The organ that issues the document.</param>
/// <param name="Language">Language tag for screen readers.</param>
public sealed record PdfInformation(string Title, string Author, string Language = "zh-CN");

/// <summary>A PDF document under construction: add pages, draw, take the bytes. Not thread-safe; fonts and images are shared.</summary>
public sealed class PdfDocument(PdfInformation information)
{
    /// <summary>What the object of all pages begins with; its number of pages follows.</summary>
    private static ReadOnlySpan<byte> PageTree => "<</Type/Pages/Count "u8;

    private readonly List<Canvas> pages = [];
    private readonly Dictionary<TrueTypeFont, EmbeddedFont> fonts = [];
    private readonly List<PdfImage> images = [];
    private readonly List<Rune> missingGlyphs = [];

    /// <summary>Number of pages so far.</summary>
    public int PageCount => pages.Count;

    /// <summary>Number of pages of a file that this writer made.</summary>
    /// <exception cref="FormatException">The file is not one.</exception>
    public static int PagesIn(ReadOnlySpan<byte> file)
    {
        var at = file.LastIndexOf(PageTree);
        if (at < 0 || !Utf8Parser.TryParse(file[(at + PageTree.Length)..], out int pages, out _))
            throw new FormatException("The file was not made by this writer.");
        return pages;
    }

    /// <summary>The characters that no font has, each once, in the order of reading. They print as <c>〓[U+xxxx]</c>, to be written by hand.</summary>
    public IReadOnlyList<Rune> MissingGlyphs => missingGlyphs;

    /// <summary>Adds a page; sizes in points.</summary>
    public Canvas AddPage(double width, double height)
    {
        var page = new Canvas(this, width, height);
        pages.Add(page);
        return page;
    }

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        var file = new PdfFile();
        var (catalog, tree, info) = (file.Reserve(), file.Reserve(), file.Reserve());
        var contents = pages.ConvertAll(p => file.WriteStream("", p.ContentFromTop()));
        var fontIds = fonts.Values.Select(f => (f.ResourceName, Id: f.Write(file))).ToList();
        var imageIds = images.Select((image, i) => (Name: $"I{i + 1}", Id: image.Write(file))).ToList();
        var resources = file.Write(o =>
        {
            o.Add("<</Font<<"u8);
            foreach (var (name, id) in fontIds)
                o.Add($"/{name} {id} 0 R");
            o.Add(">>/XObject<<"u8);
            foreach (var (name, id) in imageIds)
                o.Add($"/{name} {id} 0 R");
            o.Add(">>>>"u8);
        });
        var pageIds = new List<int>();
        for (var i = 0; i < pages.Count; i++)
        {
            var (page, content) = (pages[i], contents[i]);
            pageIds.Add(
                file.Write(o =>
                    o.Add($"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 ")
                        .Number(page.Width)
                        .Number(page.Height)
                        .Add($"]/Resources {resources} 0 R/Contents {content} 0 R>>")
                )
            );
        }
        file.Write(tree, o => o.Add(PageTree).Add($"{pages.Count}/Kids[{string.Join(' ', pageIds.Select(id => $"{id} 0 R"))}]>>"));
        file.Write(
            catalog,
            o =>
                o.Add($"<</Type/Catalog/Pages {tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>/Lang")
                    .TextString(information.Language)
                    .Add(">>"u8)
        );
        file.Write(
            info,
            o => o.Add("<</Title"u8).TextString(information.Title).Add("/Author"u8).TextString(information.Author).Add(">>"u8)
        );
        return file.Finish(catalog, info);
    }

    internal IReadOnlyList<Canvas> Pages => pages;

    internal EmbeddedFont Embedded(TrueTypeFont font)
    {
        if (!fonts.TryGetValue(font, out var embedded))
            fonts.Add(font, embedded = new(font, fonts.Count + 1));
        return embedded;
    }

    /// <summary>Name of the image in the resources of the pages.</summary>
    internal string ResourceNameOf(PdfImage image)
    {
        var index = images.IndexOf(image);
        if (index < 0)
        {
            images.Add(image);
            index = images.Count - 1;
        }
        return $"I{index + 1}";
    }

    internal void Missing(Rune rune)
    {
        if (!missingGlyphs.Contains(rune))
            missingGlyphs.Add(rune);
    }
}
