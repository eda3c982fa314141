namespace EnforcementCases.Pdf.Layout;

/// <summary>Size and margins of the pages of a flow, in points.</summary>
/// <param name="Width">Width of the page.</param>
/// <param name="Height">Height of the page; null for a roll, which is as long as its content.</param>
public sealed record PageSetup(double Width, double? Height)
{
    /// <summary>Left and right margin.</summary>
    public double SideMargin { get; init; } = Units.Mm(26);

    /// <summary>Top margin.</summary>
    public double TopMargin { get; init; } = Units.Mm(25);

    /// <summary>Bottom margin; the footer is drawn in it.</summary>
    public double BottomMargin { get; init; } = Units.Mm(22);

    /// <summary>A4 upright.</summary>
    public static PageSetup A4 { get; } = new(Units.Mm(210), Units.Mm(297));

    /// <summary>A paper roll of a printer: one page, cut behind its content.</summary>
    /// <param name="millimetres">Width of the paper, 80 or 58.</param>
    /// <param name="margin">Margin on all sides in millimetres.</param>
    public static PageSetup Roll(double millimetres, double margin = 4) =>
        new(Units.Mm(millimetres), null)
        {
            SideMargin = Units.Mm(margin),
            TopMargin = Units.Mm(margin),
            BottomMargin = Units.Mm(margin),
        };
}

/// <summary>Lays blocks one below the other and begins a new page where one is full.</summary>
public static class Flow
{
    /// <summary>No reader opens a higher page (14,400 units, PDF 1.7 annex C).</summary>
    private const double HighestPage = 14_400;

    /// <summary>Appends pages with the given blocks to a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="setup">Size and margins.</param>
    /// <param name="blocks">The content of the pages.</param>
    /// <param name="decorate">Draws header and footer of each page; receives its number from 1 and the number of pages of this flow.</param>
    public static void AddFlow(
        this PdfDocument document,
        PageSetup setup,
        IEnumerable<Block> blocks,
        Action<Canvas, int, int>? decorate = null
    )
    {
        var first = document.PageCount;
        var room = (setup.Height ?? HighestPage) - setup.TopMargin - setup.BottomMargin;
        var context = new LayoutContext(document, room);
        var slices = blocks.SelectMany(b => b.Lay(context, setup.Width - 2 * setup.SideMargin)).ToList();
        Canvas? page = null;
        var used = 0.0;
        for (var i = 0; i < slices.Count; )
        {
            var (end, height) = Group(slices, i, room);
            if (page is null || used + height > room + 0.01)
            {
                Close();
                page = document.AddPage(setup.Width, setup.Height ?? HighestPage);
                used = 0;
                while (i < slices.Count && slices[i].IsGap)
                    i++;
                if (i >= end)
                    continue;
                foreach (var repeated in slices[i].RepeatedAbove)
                    Print(repeated);
            }
            for (; i < end; i++)
                Print(slices[i]);
        }
        page ??= document.AddPage(setup.Width, setup.Height ?? HighestPage);
        Close();
        for (var i = first; i < document.PageCount; i++)
            decorate?.Invoke(document.Pages[i], i - first + 1, document.PageCount - first);

        void Print(Slice slice)
        {
            slice.Draw?.Invoke(page!, setup.SideMargin, setup.TopMargin + used);
            used += slice.Height;
        }

        void Close()
        {
            if (page is not null && setup.Height is null)
                page.Height = setup.TopMargin + used + setup.BottomMargin;
        }
    }

    /// <summary>The slices from <paramref name="start"/> that must be kept on one page; only one if together they are higher than a page.</summary>
    private static (int End, double Height) Group(List<Slice> slices, int start, double room)
    {
        var (end, height) = (start, 0.0);
        do height += slices[end].Height;
        while (slices[end++].KeepWithNext && end < slices.Count);
        return height <= room - slices[start].RepeatedAbove.Sum(s => s.Height) ? (end, height) : (start + 1, slices[start].Height);
    }
}
