using System.Diagnostics;
using System.Globalization;

namespace EnforcementCases.Pdf.Tests;

/// <summary>Looks at PDF files with programs that are not ours (Debian packages poppler-utils and zbar-tools).</summary>
internal static class Poppler
{
    /// <summary>The text as a reader would copy it, without spaces and line ends.</summary>
    public static string CopiedText(byte[] pdf) =>
        new([.. WithFile(pdf, file => Run("pdftotext", "-raw", file, "-")).Where(c => !char.IsWhiteSpace(c))]);

    /// <summary>The text of one page, laid out, from 1.</summary>
    public static string PageText(byte[] pdf, int page) =>
        new([
            .. WithFile(pdf, file => Run("pdftotext", "-raw", "-f", $"{page}", "-l", $"{page}", file, "-"))
                .Where(c => !char.IsWhiteSpace(c)),
        ]);

    public static IReadOnlyDictionary<string, string> Information(byte[] pdf) =>
        WithFile(pdf, file => Run("pdfinfo", file))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => parts[1]);

    /// <summary>The texts of the QR codes on a page as printed with 200 dots an inch.</summary>
    /// <param name="page">The page, from 1.</param>
    public static IReadOnlyList<string> ScannedCodes(byte[] pdf, int page = 1) =>
        WithFile(
            pdf,
            file =>
            {
                Run("pdftoppm", "-png", "-r", "200", "-f", $"{page}", "-singlefile", file, file);
                return Run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", file + ".png")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        );

    /// <summary>The first page as red, green, blue bytes at 72 dots an inch: one pixel is one point.</summary>
    public static (int Width, int Height, byte[] Pixels) Raster(byte[] pdf) =>
        WithFile(
            pdf,
            file =>
            {
                Run("pdftoppm", "-r", "72", "-singlefile", file, file);
                var bytes = File.ReadAllBytes(file + ".ppm");
                var header = System.Text.Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, 64)).Split('\n');
                var size = header[1].Split(' ');
                var (width, height) = (int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture));
                return (width, height, bytes[^(width * height * 3)..]);
            }
        );

    /// <summary>The first page as a JPEG picture, one pixel a point.</summary>
    public static byte[] Jpeg(byte[] pdf) =>
        WithFile(
            pdf,
            file =>
            {
                Run("pdftoppm", "-jpeg", "-r", "72", "-singlefile", file, file);
                return File.ReadAllBytes(file + ".jpg");
            }
        );

    private static T WithFile<T>(byte[] pdf, Func<string, T> look)
    {
        var folder = Directory.CreateTempSubdirectory("pdf-test");
        try
        {
            var file = Path.Combine(folder.FullName, "document.pdf");
            File.WriteAllBytes(file, pdf);
            return look(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = System.Text.Encoding.UTF8,
                }
            )!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is missing: install the packages poppler-utils and zbar-tools.", e);
        }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && (program == "zbarimg" || errors.Result.Length == 0) // poppler warns of a damaged file and goes on
                ? output
                : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
        }
    }
}
