using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Pdf;
using EnforcementCases.Pdf.Layout;
using static EnforcementCases.Paper.LayoutParts;
using static EnforcementCases.Pdf.Units;

namespace EnforcementCases.Paper;

/// <summary>The forms that are offered on a roll of 80 or 58 mm. The same content gives the same bytes.</summary>
internal static class FormSlip
{
    /// <summary>The slip for a thermal printer, as long as its content.</summary>
    /// <param name="millimetres">Width of the roll.</param>
    public static RenderedDocument Render(FormContent content, PrintedCopy copy, int millimetres = WideRoll)
    {
        if (content.Kind == DocumentKind.OnTheSpotDecision)
            return OnTheSpotDecisionLayout.RenderReceipt(content, copy, millimetres);
        var body = new TextStyle(copy.Fonts.Sans, 9);
        var small = new TextStyle(copy.Fonts.Sans, 7.5);
        Paragraph Centered(double size, string text) =>
            new(new(copy.Fonts.Sans, size), text) { Alignment = Alignment.Center, LineHeight = 1.4 };
        Paragraph Line(string text) =>
            new(body, [.. WithBoxes(text)])
            {
                LineHeight = 1.4,
                LeftIndent = 1,
                FirstLineIndent = -1,
            };

        var blocks = new List<Block> { Centered(11, content.OrganName), Centered(13.5, content.Title) };
        if (content.Number is { } number)
            blocks.Add(Centered(9, number));
        blocks.Add(new HorizontalRule(dash: 2));
        foreach (var part in content.Parts)
        {
            if (part is not SignaturesPart signatures)
            {
                blocks.AddRange(LinesOf(part).Select(Line));
                continue;
            }
            blocks.Add(new HorizontalRule(dash: 2));
            foreach (var block in signatures.Blocks)
            {
                blocks.Add(Line($"{block.Role}：{Signer(block)}"));
                blocks.Add(SignatureLine(body, "签名："));
            }
        }
        blocks.Add(new Space(4));
        blocks.Add(
            content.Sealed
                ? OrganAndDate(
                    content.OrganName,
                    ChineseDate.Day(content.On),
                    copy,
                    body,
                    Mm(28),
                    copy.Seal is null ? 5 * body.Size : Mm(28)
                )
                : new Paragraph(body, ChineseDate.Day(content.On)) { Alignment = Alignment.Right }
        );
        if (content.PaymentText is { } payment)
            blocks.Add(new QrBlock(QrCode.Of(payment), Mm(34), PaymentCaption, small));
        if (content.VerificationText is { } text)
            blocks.Add(new QrBlock(QrCode.Of(text), Mm(34), VerificationCaption, small));
        blocks.Add(new HorizontalRule(dash: 2));
        blocks.Add(Centered(7.5, content.TemplateVersion));

        var document = new PdfDocument(new($"{content.Title} {content.Number}".TrimEnd(), content.OrganName));
        document.AddFlow(Roll(millimetres), blocks);
        return RenderedDocument.Of(document);
    }

    private static IEnumerable<string> LinesOf(FormPart part) =>
        part switch
        {
            AddresseePart addressee => [$"{addressee.Name}："],
            LinesPart lines => lines.Lines.Select(l => $"{l.Label}：{l.Value}"),
            TextPart { Heading: { } heading } text => [$"{heading}：{string.Join('\n', text.Paragraphs)}"],
            TextPart text => text.Paragraphs,
            ItemsPart items => items.Rows.Select((row, i) => $"{items.Caption} {i + 1}：{string.Join('，', row.Where(v => v.Length > 0))}"),
            DialoguePart dialogue => dialogue.Entries.SelectMany(e => new[] { $"问：{e.Question}", $"答：{e.Answer}" }),
            OptionsPart options => [$"{options.Label}：{FormLayout.Options(options)}"],
            OpinionsPart opinions => opinions.Opinions.Select(o => $"{o.Label}：{o.Opinion?.Text}"),
            _ => throw new NotSupportedException($"{part.GetType().Name} has no lines."),
        };
}
