using EnforcementCases.Pdf.Output;

namespace EnforcementCases.Pdf;

/// <summary>A picture, decoded once and shared by documents: JPEG as it is, PNG of 8 bits (grey, colour, palette, with or without transparency).</summary>
public sealed class PdfImage
{
    private readonly string filter;
    private readonly string colorSpace;
    private readonly byte[] data;
    private readonly byte[]? alpha;

    private PdfImage(int width, int height, string colorSpace, string filter, byte[] data, byte[]? alpha) =>
        (Width, Height, this.colorSpace, this.filter, this.data, this.alpha) = (width, height, colorSpace, filter, data, alpha);

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Reads a picture from the bytes of a file.</summary>
    /// <exception cref="ImageFormatException">It cannot be printed; the message states why.</exception>
    public static PdfImage Load(byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith(PngImage.Signature))
            {
                var png = PngImage.Decode(bytes);
                var deflatedAlpha = png.Alpha is null ? null : PdfFile.Deflate(png.Alpha);
                return new(
                    png.Width,
                    png.Height,
                    png.IsGrey ? "DeviceGray" : "DeviceRGB",
                    "FlateDecode",
                    PdfFile.Deflate(png.Pixels),
                    deflatedAlpha
                );
            }
            var (width, height, components) = JpegHeader.Read(bytes);
            return new(width, height, components == 1 ? "DeviceGray" : "DeviceRGB", "DCTDecode", bytes, null);
        }
        catch (Exception e)
            when (e is ArgumentException or IndexOutOfRangeException or OverflowException or InvalidDataException or EndOfStreamException)
        {
            throw new ImageFormatException("the picture is damaged", e);
        }
    }

    internal int Write(PdfFile file)
    {
        var size = $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8";
        var mask = alpha is null ? "" : $"/SMask {file.WriteEncoded(size + "/ColorSpace/DeviceGray/Filter/FlateDecode", alpha)} 0 R";
        return file.WriteEncoded($"{size}/ColorSpace/{colorSpace}/Filter/{filter}{mask}", data);
    }
}

/// <summary>A picture that cannot be printed; the message states why.</summary>
public sealed class ImageFormatException(string message, Exception? inner = null) : Exception(message, inner);
