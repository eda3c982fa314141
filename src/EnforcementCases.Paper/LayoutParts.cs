using EnforcementCases.Domain.Papers;
using EnforcementCases.Pdf;
using EnforcementCases.Pdf.Layout;

namespace EnforcementCases.Paper;

/// <summary>What the layouts of documents have in common.</summary>
internal static class LayoutParts
{
    public const string VerificationCaption = "文书查验二维码";
    public const string PaymentCaption = "缴款二维码";

    /// <summary>Width of the usual roll of a thermal printer, in millimetres.</summary>
    public const int WideRoll = 80;

    /// <summary>Width of the narrow roll.</summary>
    public const int NarrowRoll = 58;

    /// <summary>The sheet of a roll, with the margin that its printers leave.</summary>
    public static PageSetup Roll(int millimetres) => PageSetup.Roll(millimetres, margin: millimetres < WideRoll ? 3 : 4);

    /// <summary>Name of the organ and the date, the seal in their middle and over the date (骑年盖月); without a seal, room to stamp it.</summary>
    public static Drawing OrganAndDate(string organName, string date, PrintedCopy copy, TextStyle body, double sealSize, double height)
    {
        var lineHeight = body.Size * 1.7;
        string[] lines = copy.Seal is null ? [organName, "（印章）", date] : [organName, date];
        return new(
            height,
            (page, left, top, width) =>
            {
                var middle = left + width / 2;
                var baseline = top + height / 2 - (lines.Length - 1) * lineHeight / 2 + body.Size * 0.38;
                foreach (var line in lines)
                {
                    // a long name is set smaller rather than cut
                    var needed = page.WidthOf(line, body);
                    page.CenteredText(middle, baseline, line, needed > width ? body with { Size = body.Size * width / needed } : body);
                    baseline += lineHeight;
                }
                if (copy.Seal is { } seal)
                {
                    var scale = sealSize / Math.Max(seal.Width, seal.Height);
                    var (sealWidth, sealHeight) = (seal.Width * scale, seal.Height * scale);
                    page.Image(seal, middle - sealWidth / 2, top + (height - sealHeight) / 2, sealWidth, sealHeight);
                }
            }
        );
    }

    public static Drawing SignatureLine(TextStyle style, string label) =>
        new(
            style.Size * 2.8,
            (page, left, top, width) =>
            {
                var baseline = top + style.Size * 2;
                page.Text(left, baseline, label, style);
                page.Line(left + page.WidthOf(label, style), baseline + 2, left + width, baseline + 2);
            }
        );

    /// <summary>A signer as expected: name and certificate.</summary>
    public static string Signer(SignatureBlock block) =>
        block.CertificateNumber is null ? block.Name ?? "" : $"{block.Name}（证号 {block.CertificateNumber}）";

    /// <summary>Text in which ☑ and ☐ represent check boxes.</summary>
    public static List<Inline> WithBoxes(string text)
    {
        var inlines = new List<Inline>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('☑' or '☐'))
                continue;
            if (i > start)
                inlines.Add(text[start..i]);
            if (i < text.Length)
                inlines.Add(new CheckBox(text[i] == '☑'));
            start = i + 1;
        }
        return inlines;
    }
}
