namespace EnforcementCases.Pdf.Layout;

/// <summary>A part of a page whose height depends on the given width.</summary>
public abstract class Block
{
    /// <summary>Cuts the block into slices; page breaks may only fall between slices.</summary>
    internal abstract IEnumerable<Slice> Lay(LayoutContext context, double width);
}

/// <param name="Document">The document laid out.</param>
/// <param name="PageHeight">Height between the margins of a page; no slice should be higher.</param>
internal sealed record LayoutContext(PdfDocument Document, double PageHeight);

/// <summary>A horizontal strip that no page break may cut.</summary>
internal sealed class Slice(double height, Action<Canvas, double, double>? draw = null)
{
    public double Height { get; } = height;

    /// <summary>Draws with the top left corner at the given place; draws nothing for an empty strip.</summary>
    public Action<Canvas, double, double>? Draw { get; } = draw;

    /// <summary>Whether to avoid a page break after it, if a page is high enough.</summary>
    public bool KeepWithNext { get; set; }

    /// <summary>Space between blocks: not printed at the top of a page.</summary>
    public bool IsGap { get; init; }

    /// <summary>Printed at the top of a page that begins with this slice: the head of its table.</summary>
    public IReadOnlyList<Slice> RepeatedAbove { get; init; } = [];

    public static Slice Gap(double height) => new(height) { IsGap = true };
}

/// <summary>Empty space between blocks; none at the top of a page.</summary>
public sealed class Space(double height) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width) => [Slice.Gap(height)];
}

/// <summary>A horizontal line over the whole width.</summary>
/// <param name="thickness">Thickness of the line in points.</param>
/// <param name="dash">Length of dashes and gaps; 0 for a solid line.</param>
/// <param name="space">Space above and below.</param>
public sealed class HorizontalRule(double thickness = 0.5, double dash = 0, double space = 3) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width) =>
        [
            new(
                space * 2 + thickness,
                (canvas, x, y) => canvas.Line(x, y + space + thickness / 2, x + width, y + space + thickness / 2, thickness, dash)
            ),
        ];
}

/// <summary>Blocks kept together on one page, if they fit on one.</summary>
public sealed class KeepTogether(params IEnumerable<Block> blocks) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width)
    {
        var slices = blocks.SelectMany(b => b.Lay(context, width)).ToList();
        foreach (var slice in slices.SkipLast(1))
            slice.KeepWithNext = true;
        return slices;
    }
}

/// <summary>A block whose last lines or rows are kept with the following block, so that the latter is never alone on a sheet.</summary>
/// <param name="block">The block.</param>
/// <param name="lines">Number of lines or rows to keep.</param>
public sealed class EndKeptWithNext(Block block, int lines = 2) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width)
    {
        var slices = block.Lay(context, width).ToList();
        foreach (var slice in slices.TakeLast(lines))
            slice.KeepWithNext = true;
        return slices;
    }
}

/// <summary>Free drawing: a strip of the given height; zero draws over the preceding content, such as a seal over the date.</summary>
/// <param name="height">Height of the strip.</param>
/// <param name="draw">Receives the page, the left end, the top and the width of the strip.</param>
public sealed class Drawing(double height, Action<Canvas, double, double, double> draw) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width) =>
        [new(height, (canvas, x, y) => draw(canvas, x, y, width))];
}

/// <summary>A QR code with its quiet zone, and a line of text below it.</summary>
/// <param name="code">The code.</param>
/// <param name="size">Side of the square in points, quiet zone included.</param>
/// <param name="caption">A short text below; null for none.</param>
/// <param name="captionStyle">Style of the caption.</param>
public sealed class QrBlock(QrCode code, double size, string? caption = null, TextStyle? captionStyle = null) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width)
    {
        var captionHeight = caption is null || captionStyle is null ? 0 : captionStyle.Size * 1.2;
        var side = Math.Min(size, width);
        yield return new(
            side + captionHeight,
            (canvas, x, y) =>
            {
                canvas.QrCode(code, x + (width - side) / 2, y, side);
                if (captionHeight > 0)
                    canvas.CenteredText(x + width / 2, y + side + captionStyle!.Size * 0.9, caption!, captionStyle);
            }
        );
    }
}

/// <summary>A picture in its proportions.</summary>
/// <param name="image">The picture.</param>
/// <param name="imageWidth">Its width in points; reduced if the column is narrower.</param>
public sealed class ImageBlock(PdfImage image, double imageWidth) : Block
{
    internal override IEnumerable<Slice> Lay(LayoutContext context, double width)
    {
        var printed = Math.Min(imageWidth, width);
        var height = printed * image.Height / image.Width;
        return [new(height, (canvas, x, y) => canvas.Image(image, x + (width - printed) / 2, y, printed, height))];
    }
}
