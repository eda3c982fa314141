using System.Collections;
using QRCoder;

namespace EnforcementCases.Pdf;

/// <summary>A QR code as rectangles, so that it prints sharp at every size. Holds any text, as UTF-8, correction level M.</summary>
public sealed class QrCode
{
    private QrCode(int modules, IReadOnlyList<(int Left, int Top, int Width, int Height)> rectangles) =>
        (Modules, Rectangles) = (modules, rectangles);

    /// <summary>Modules on each side, the four of the quiet zone on both sides included.</summary>
    public int Modules { get; }

    /// <summary>The dark area in modules, from the top left corner: neighbours are one rectangle, so that no hairline runs between them.</summary>
    internal IReadOnlyList<(int Left, int Top, int Width, int Height)> Rectangles { get; }

    /// <summary>Encodes a text.</summary>
    /// <exception cref="ArgumentException">The text is too long for a QR code (about 2,300 bytes).</exception>
    public static QrCode Of(string text)
    {
        try
        {
            using var generator = new QRCodeGenerator();
            using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
            return new(data.ModuleMatrix.Count, Merge(data.ModuleMatrix));
        }
        catch (QRCoder.Exceptions.DataTooLongException e)
        {
            throw new ArgumentException("the text is too long for a QR code", nameof(text), e);
        }
    }

    private static List<(int Left, int Top, int Width, int Height)> Merge(List<BitArray> rows)
    {
        var rectangles = new List<(int Left, int Top, int Width, int Height)>();
        var open = new Dictionary<(int Left, int Width), int>(); // runs of the row above, and where they are in the list
        for (var y = 0; y < rows.Count; y++)
        {
            var inThisRow = new Dictionary<(int Left, int Width), int>();
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x])
                    continue;
                var left = x;
                while (x + 1 < rows[y].Count && rows[y][x + 1])
                    x++;
                var run = (Left: left, Width: x - left + 1);
                if (open.TryGetValue(run, out var index))
                    rectangles[index] = rectangles[index] with { Height = rectangles[index].Height + 1 };
                else
                {
                    index = rectangles.Count;
                    rectangles.Add((run.Left, y, run.Width, 1));
                }
                inThisRow[run] = index;
            }
            open = inThisRow;
        }
        return rectangles;
    }
}
