using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Pdf;
using EnforcementCases.Pdf.Layout;
using static EnforcementCases.Paper.LayoutParts;
using static EnforcementCases.Paper.OnTheSpotDecisionText;
using static EnforcementCases.Pdf.Units;

namespace EnforcementCases.Paper;

/// <summary>The decision made on the spot (当场行政处罚决定书) on A4 and on a roll of 80 or 58 mm. The same content gives the same result.</summary>
internal static class OnTheSpotDecisionLayout
{
    private static readonly double A4SideMargin = Mm(23);

    /// <summary>The A4 sheet; one page in the ordinary case.</summary>
    public static RenderedDocument RenderA4(FormContent content, PrintedCopy copy)
    {
        var setup = PageSetup.A4 with { SideMargin = A4SideMargin, TopMargin = Mm(18), BottomMargin = Mm(16) };
        var body = new TextStyle(copy.Fonts.Serif, 11);
        var bold = new TextStyle(copy.Fonts.SerifBold, 11);
        var small = new TextStyle(copy.Fonts.Serif, 9);
        var blocks = new List<Block>
        {
            new Paragraph(new(copy.Fonts.SerifBold, 22), content.OrganName) { Alignment = Alignment.Center, LineHeight = 1.3 },
            new Paragraph(new(copy.Fonts.SerifBold, 20), content.Title) { Alignment = Alignment.Center, LineHeight = 1.5 },
            new Paragraph(body, content.Number!) { Alignment = Alignment.Right, SpaceAfter = 4 },
            HeadTable(content, body, bold),
            new Space(7),
        };
        foreach (var section in Sections(content))
            blocks.Add(
                new Paragraph(body, [new Span(section.Label + "：", bold), .. WithBoxes(section.Value)])
                {
                    FirstLineIndent = 2,
                    LineHeight = 1.48,
                    Alignment = Alignment.Justify,
                }
            );
        blocks.Add(new Space(7));
        blocks.Add(new KeepTogether(Signatures(content, body, bold), new Space(8), Foot(content, copy, body, small)));

        var document = Document(content);
        document.AddFlow(setup, blocks, (page, number, count) => Decorate(page, number, count, content, copy, small));
        return RenderedDocument.Of(document);
    }

    /// <summary>The slip for a thermal printer, as long as its content. The two codes do not fit side by side on a narrow roll: it prints in two parts with
    /// the same number, marked 1/2 and 2/2.</summary>
    /// <param name="millimetres">Width of the roll.</param>
    public static RenderedDocument RenderReceipt(FormContent content, PrintedCopy copy, int millimetres = WideRoll)
    {
        var body = new TextStyle(copy.Fonts.Sans, 9);
        var organ = new TextStyle(copy.Fonts.Sans, 11);
        var title = new TextStyle(copy.Fonts.Sans, 13.5);
        var small = new TextStyle(copy.Fonts.Sans, 7.5);
        Paragraph Centered(TextStyle style, string text) => new(style, text) { Alignment = Alignment.Center, LineHeight = 1.4 };
        Paragraph Line(string text) =>
            new(body, [.. WithBoxes(text)])
            {
                LineHeight = 1.4,
                LeftIndent = 1,
                FirstLineIndent = -1,
            };

        var inTwoParts = millimetres < WideRoll && content.PaymentText is not null;
        var document = Document(content);
        var blocks = new List<Block>
        {
            Centered(organ, content.OrganName),
            Centered(title, content.Title),
            Centered(body, content.Number + (inTwoParts ? "（1/2）" : "")),
            new HorizontalRule(dash: 2),
        };
        foreach (var line in Head(content).Concat(Sections(content)))
            blocks.Add(Line($"{line.Label}：{line.Value}"));
        blocks.Add(new Space(4));
        if (inTwoParts)
        {
            blocks.Add(new QrBlock(QrCode.Of(content.PaymentText!), Mm(34), PaymentCaption, small));
            document.AddFlow(Roll(millimetres), blocks);
            blocks = [Centered(organ, content.OrganName), Centered(body, content.Number + "（2/2）"), new HorizontalRule(dash: 2)];
            if (content.VerificationText is { } verification)
                blocks.Add(new QrBlock(QrCode.Of(verification), Mm(34), VerificationCaption, small));
        }
        else
            blocks.Add(Codes(content, Mm(34), small));
        blocks.Add(new HorizontalRule(dash: 2));
        foreach (var block in Signers(content))
        {
            if (block.Name is null)
            {
                blocks.Add(SignatureLine(body, $"{block.Role}："));
                continue;
            }
            blocks.Add(Line($"{block.Role}：{Signer(block)}"));
            blocks.Add(SignatureLine(body, "签名："));
        }
        blocks.Add(Line(Refusal(content)));
        blocks.Add(new Space(4));
        blocks.Add(
            OrganAndDate(content.OrganName, ChineseDate.Day(content.On), copy, body, Mm(28), copy.Seal is null ? 5 * body.Size : Mm(28))
        );
        blocks.Add(new HorizontalRule(dash: 2));
        blocks.Add(Centered(small, CopyNote(content, copy)));

        document.AddFlow(Roll(millimetres), blocks);
        return RenderedDocument.Of(document);
    }

    private static Table HeadTable(FormContent content, TextStyle body, TextStyle bold)
    {
        const int ShortValue = 15; // characters that fit beside another pair
        var lines = new Queue<LabelledLine>(Head(content));
        var table = new Table(Column.Fixed(66), Column.Share(), Column.Fixed(66), Column.Share()) { VerticalPadding = 2 };
        Cell Label(string text) => new(new Paragraph(bold, text) { Alignment = Alignment.Center });
        Cell Value(string text, int columns = 1) => new(new Paragraph(body, text)) { Columns = columns };
        static bool IsShort(LabelledLine line) => LineBreaking.ColumnsOf(line.Value) <= 2 * ShortValue - 4;
        while (lines.TryDequeue(out var line))
        {
            if (IsShort(line) && lines.TryPeek(out var next) && IsShort(next))
            {
                lines.Dequeue();
                table.Row(Label(line.Label), Value(line.Value), Label(next.Label), Value(next.Value));
            }
            else
                table.Row(Label(line.Label), Value(line.Value, columns: 3));
        }
        return table;
    }

    private static Table Signatures(FormContent content, TextStyle body, TextStyle bold)
    {
        Cell Label(string text) => new(new Paragraph(bold, text) { Alignment = Alignment.Center });
        var table = new Table(Column.Fixed(80), Column.Share(3), Column.Share(2)) { VerticalPadding = 4 };
        foreach (var group in Signers(content).GroupBy(b => b.Role, StringComparer.Ordinal))
        {
            var label = Label(group.Key) with { Rows = group.Count() };
            foreach (var (i, block) in group.Index())
            {
                Cell[] role = i == 0 ? [label] : [];
                var signer = block.Name is null ? new Paragraph(body, [.. WithBoxes(Refusal(content))]) : new(body, Signer(block));
                table.Row([.. role, signer, new Paragraph(body, "签名：")]);
            }
        }
        return table;
    }

    private static Table Foot(FormContent content, PrintedCopy copy, TextStyle body, TextStyle small) =>
        new Table(Column.Share(11), Column.Share(10)) { Border = 0, HorizontalPadding = 0 }.Row(
            Codes(content, Mm(32), small),
            OrganAndDate(content.OrganName, ChineseDate.Day(content.On), copy, body, Mm(40), height: Mm(40))
        );

    /// <summary>The codes beside each other; an empty row where none may be printed.</summary>
    private static Table Codes(FormContent content, double size, TextStyle caption)
    {
        List<Cell> codes = [];
        if (content.PaymentText is { } payment)
            codes.Add(new Cell(new QrBlock(QrCode.Of(payment), size, PaymentCaption, caption)));
        if (content.VerificationText is { } verification)
            codes.Add(new Cell(new QrBlock(QrCode.Of(verification), size, VerificationCaption, caption)));
        if (codes.Count == 0)
            codes.Add(new Cell());
        return new Table([.. codes.Select(_ => Column.Share())]) { Border = 0, HorizontalPadding = 0 }.Row([.. codes]);
    }

    private static void Decorate(Canvas page, int number, int count, FormContent content, PrintedCopy copy, TextStyle small)
    {
        var grey = small with { Color = Color.Grey };
        var note = CopyNote(content, copy);
        page.Text(page.Width - A4SideMargin - page.WidthOf(note, grey), Mm(13), note, grey);
        page.CenteredText(page.Width / 2, page.Height - Mm(10), $"第 {number} 页 共 {count} 页", grey);
        if (number > 1)
            page.Text(A4SideMargin, Mm(13), content.Number!, grey);
    }

    private static string CopyNote(FormContent content, PrintedCopy copy) =>
        $"{copy.CopyLabel}　第{copy.PrintNumber}次打印　{content.TemplateVersion}";

    private static PdfDocument Document(FormContent content) => new(new($"{content.Title} {content.Number}", content.OrganName));
}
