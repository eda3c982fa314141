using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Pdf;
using EnforcementCases.Pdf.Layout;
using static EnforcementCases.Paper.LayoutParts;
using static EnforcementCases.Pdf.Units;

namespace EnforcementCases.Paper;

/// <summary>Every form of the catalogue on A4. The same content gives the same bytes. The slip of a roll: <see cref="FormSlip"/>.</summary>
internal static class FormLayout
{
    private const string DateByHand = "　　年　　月　　日";

    /// <summary>Room for eight characters.</summary>
    private const double LabelWidth = 98;

    /// <summary>Room at the foot of a page that every participant signs.</summary>
    private static readonly double PageSignatureRoom = Mm(13);

    private static readonly PageSetup Sheet = PageSetup.A4 with { SideMargin = Mm(26), TopMargin = Mm(25), BottomMargin = Mm(22) };

    /// <summary>The A4 sheets.</summary>
    public static RenderedDocument RenderA4(FormContent content, PrintedCopy copy)
    {
        if (content.Kind == DocumentKind.OnTheSpotDecision)
            return OnTheSpotDecisionLayout.RenderA4(content, copy);
        var style = new Styles(copy.Fonts);
        var setup = content.PageSigners.Count > 0 ? Sheet with { BottomMargin = Sheet.BottomMargin + PageSignatureRoom } : Sheet;
        var blocks = content.Kind == DocumentKind.FileCover ? Cover(content, style) : Body(content, copy, style, setup);
        var document = new PdfDocument(new($"{content.Title} {content.Number}".TrimEnd(), content.OrganName));
        document.AddFlow(setup, blocks, (page, number, count) => Decorate(page, number, count, content, style));
        return RenderedDocument.Of(document);
    }

    /// <summary>The typefaces and sizes of a sheet: 二号 for the organ and the title, 小四 for running text.</summary>
    private sealed class Styles(FontSet fonts)
    {
        public TextStyle Organ { get; } = new(fonts.SerifBold, 22);
        public TextStyle Title { get; } = new(fonts.SerifBold, 20);
        public TextStyle Body { get; } = new(fonts.Serif, 12);
        public TextStyle Heading { get; } = new(fonts.SerifBold, 12);
        public TextStyle Cell { get; } = new(fonts.Serif, 11);
        public TextStyle Label { get; } = new(fonts.SerifBold, 11);
        public TextStyle Small { get; } = new(fonts.Serif, 9);
        public TextStyle Grey { get; } = new(fonts.Serif, 9) { Color = Color.Grey };
    }

    private static List<Block> Body(FormContent content, PrintedCopy copy, Styles style, PageSetup setup)
    {
        var width = setup.Width - 2 * setup.SideMargin;
        var blocks = new List<Block>
        {
            new Paragraph(Fitting(style.Organ, content.OrganName, width), content.OrganName)
            {
                Alignment = Alignment.Center,
                LineHeight = 1.35,
            },
            new Paragraph(style.Title, content.Title) { Alignment = Alignment.Center, LineHeight = 1.6 },
            NumberAndDate(content, style),
            new Space(6),
        };
        var parts = content.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is LinesPart or OpinionsPart)
            {
                var ruled = parts.Skip(i).TakeWhile(p => p is LinesPart or OpinionsPart).ToList();
                if (i > 0)
                    blocks.Add(new Space(4));
                blocks.Add(Ruled(ruled, style));
                blocks.Add(new Space(8));
                i += ruled.Count - 1;
            }
            else
                blocks.AddRange(BlocksOf(parts[i], style));
        }
        if (content.Sealed)
        {
            for (var i = blocks.FindLastIndex(b => b is not Space); i < blocks.Count; i++) // a seal alone on a sheet could be on anything
                blocks[i] = new EndKeptWithNext(blocks[i]);
            blocks.Add(new KeepTogether(new Space(10), Foot(content, copy, style)));
        }
        else if (content.VerificationText is { } text)
            blocks.Add(
                new KeepTogether(
                    new Space(10),
                    Left(
                        new QrBlock(QrCode.Of(text), Mm(30), VerificationCaption, style.Small),
                        content.PaymentText is { } payment ? new QrBlock(QrCode.Of(payment), Mm(30), PaymentCaption, style.Small) : null
                    )
                )
            );
        if (content.Copies.Count > 1)
            blocks.Add(
                new Paragraph(style.Small, $"本文书一式{Numeral(content.Copies.Count)}份：{string.Join('、', content.Copies)}各一份。")
                {
                    LineHeight = 2,
                }
            );
        return blocks;
    }

    /// <summary>The number at the right; if the form does not end with organ and date, the date at the left.</summary>
    private static Block NumberAndDate(FormContent content, Styles style)
    {
        var number = new Paragraph(style.Body, content.Number ?? "") { Alignment = Alignment.Right };
        if (content.Sealed)
            return number;
        var day = new Paragraph(style.Body, ChineseDate.Day(content.On));
        return content.Number is null
            ? new Paragraph(style.Body, ChineseDate.Day(content.On)) { Alignment = Alignment.Right }
            : new Table(Column.Share(2), Column.Share(3)) { Border = 0, HorizontalPadding = 0 }.Row(day, number);
    }

    private static IEnumerable<Block> BlocksOf(FormPart part, Styles style) =>
        part switch
        {
            AddresseePart addressee => [new Paragraph(style.Body, $"{addressee.Name}：") { LineHeight = 1.8 }],
            TextPart text => TextBlocks(text, style),
            ItemsPart items => [.. ItemsBlocks(items, style)],
            DialoguePart dialogue => [.. dialogue.Entries.SelectMany((e, i) => DialogueBlocks(e, i + 1, style)), new Space(6)],
            OptionsPart options =>
            [
                new Space(4),
                new Paragraph(style.Cell, [new Span(options.Label + "：", style.Label), .. WithBoxes(Options(options))])
                {
                    LineHeight = 1.8,
                },
            ],
            SignaturesPart signatures => [new KeepTogether(new Space(8), Signatures(signatures, style))],
            _ => throw new NotSupportedException($"{part.GetType().Name} has no layout."),
        };

    private static IEnumerable<Block> TextBlocks(TextPart text, Styles style)
    {
        if (text.Heading is { } heading)
            yield return new Paragraph(style.Heading, heading)
            {
                FirstLineIndent = 2,
                LineHeight = 1.65,
                KeepWithNext = true,
            };
        foreach (var paragraph in text.Paragraphs)
            yield return new Paragraph(style.Body, [.. WithBoxes(paragraph)])
            {
                FirstLineIndent = 2,
                LineHeight = 1.65,
                Alignment = Alignment.Justify,
            };
    }

    private static IEnumerable<Block> DialogueBlocks(QuestionAndAnswer entry, int number, Styles style)
    {
        Paragraph Said(string who, string text, bool keep) =>
            new(style.Body, [new Span(who, style.Heading), text])
            {
                LeftIndent = 4,
                FirstLineIndent = -2,
                LineHeight = 1.65,
                KeepWithNext = keep,
            };
        yield return Said($"{number}．问：", entry.Question, keep: true);
        yield return Said("答：", entry.Answer, keep: false);
    }

    private static IEnumerable<Block> ItemsBlocks(ItemsPart items, Styles style)
    {
        yield return new Paragraph(style.Heading, items.Caption)
        {
            Alignment = Alignment.Center,
            LineHeight = 1.8,
            KeepWithNext = true,
        };
        const int ShortColumn = 15; // half-width columns; a date has at most fourteen
        var widest = items
            .Columns.Select(
                (head, column) => items.Rows.Select(r => LineBreaking.ColumnsOf(r[column])).Append(LineBreaking.ColumnsOf(head)).Max()
            )
            .ToList();
        Column[] columns =
        [
            Column.Fixed(34),
            .. widest.Select(w => w <= ShortColumn ? Column.Fixed(Math.Max(w, 6) * 6 + 10) : Column.Share(Math.Min(w, 32))),
        ];
        if (widest.TrueForAll(w => w <= ShortColumn)) // no long one takes what is left over
            columns = [columns[0], .. widest.Select(w => Column.Share(Math.Max(w, 8)))];
        var table = new Table(columns) { HeaderRows = 1, VerticalPadding = 3.5 };
        Cell Middle(TextStyle text, string value) => new(new Paragraph(text, value) { Alignment = Alignment.Center });
        table.Row([.. items.Columns.Prepend("序号").Select(head => Middle(style.Label, head) with { Background = Color.LightGrey })]);
        for (var i = 0; i < items.Rows.Count; i++)
            table.Row([
                Middle(style.Cell, $"{i + 1}"),
                .. items
                    .Rows[i]
                    .Select(
                        (value, column) => widest[column] <= ShortColumn ? Middle(style.Cell, value) : new(new Paragraph(style.Cell, value))
                    ),
            ]);
        yield return table;
        yield return new Space(6);
    }

    /// <summary>Lines and opinions in one ruled table, short lines two in a row.</summary>
    private static Table Ruled(IReadOnlyList<FormPart> parts, Styles style)
    {
        const int ShortValue = 20; // half-width columns beside another pair
        var table = new Table(Column.Fixed(LabelWidth), Column.Share(), Column.Fixed(LabelWidth), Column.Share()) { VerticalPadding = 4 };
        Cell Label(string text) => new(new Paragraph(style.Label, InLines(text)) { Alignment = Alignment.Center });
        Cell Value(string text, int columns = 1) =>
            new([.. text.Split('\n').Select(t => new Paragraph(style.Cell, [.. WithBoxes(t)]) { LineHeight = 1.45 })])
            {
                Columns = columns,
            };
        static bool IsShort(LabelledLine line) => LineBreaking.ColumnsOf(line.Value) <= ShortValue;
        foreach (var part in parts)
        {
            var lines = new Queue<LabelledLine>(part is LinesPart p ? p.Lines : []);
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
            foreach (var opinion in part is OpinionsPart o ? o.Opinions : [])
                table.Row(Label(opinion.Label), OpinionCell(opinion.Opinion, style));
        }
        return table;
    }

    /// <summary>A label too long for its cell is broken before its bracket.</summary>
    private static string InLines(string label) =>
        LineBreaking.ColumnsOf(label) > 16 ? label.Replace("（", "\n（", StringComparison.Ordinal) : label;

    private static Cell OpinionCell(Opinion? opinion, Styles style) =>
        new(
            new Space(4),
            new Paragraph(style.Cell, opinion?.Text ?? "") { LineHeight = 1.45 },
            new Drawing(Mm(opinion is null ? 9 : 4), (_, _, _, _) => { }),
            new Paragraph(
                style.Cell,
                opinion is null
                    ? $"签名：　　　　　　{DateByHand}"
                    : $"签名：{opinion.By}　　{(opinion.On is { } on ? ChineseDate.Day(on) : DateByHand)}"
            )
            {
                Alignment = Alignment.Right,
            }
        )
        {
            Columns = 3,
        };

    private static Table Signatures(SignaturesPart part, Styles style)
    {
        var table = new Table(Column.Fixed(LabelWidth), Column.Share(3), Column.Share(2), Column.Fixed(112)) { VerticalPadding = 6 };
        foreach (var group in part.Blocks.GroupBy(b => b.Role, StringComparer.Ordinal))
        {
            var rows = group.ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                Cell[] role =
                    i == 0
                        ? [new(new Paragraph(style.Label, InLines(group.Key)) { Alignment = Alignment.Center }) { Rows = rows.Count }]
                        : [];
                table.Row([
                    .. role,
                    new Paragraph(style.Cell, Signer(rows[i])),
                    new Paragraph(style.Cell, "签名："),
                    new Paragraph(style.Cell, DateByHand) { Alignment = Alignment.Right },
                ]);
            }
        }
        return table;
    }

    private static Table Foot(FormContent content, PrintedCopy copy, Styles style)
    {
        Cell code = content.VerificationText is { } text
            ? Left(new QrBlock(QrCode.Of(text), Mm(30), VerificationCaption, style.Small))
            : new Cell();
        return new Table(Column.Share(8), Column.Share(13)) { Border = 0, HorizontalPadding = 0 }.Row(
            code,
            OrganAndDate(content.OrganName, ChineseDate.Day(content.On), copy, style.Body, Mm(40), height: Mm(40))
        );
    }

    private static Table Left(Block block, Block? beside = null)
    {
        Block[] blocks = beside is null ? [block] : [block, beside];
        return new Table([.. blocks.Select(_ => Column.Fixed(Mm(36))), Column.Share()]) { Border = 0, HorizontalPadding = 0 }.Row([
            .. blocks.Select(b => new Cell(b)),
            new Cell(),
        ]);
    }

    /// <summary>The cover of a file (案卷封面): organ and title large in the upper third, the facts of the file in wide rows below.</summary>
    private static List<Block> Cover(FormContent content, Styles style)
    {
        var width = Sheet.Width - 2 * Sheet.SideMargin;
        var large = style.Organ with { Size = 24 };
        var blocks = new List<Block>
        {
            new Drawing(Mm(22), (_, _, _, _) => { }),
            new Paragraph(Fitting(large, content.OrganName, width), content.OrganName) { Alignment = Alignment.Center, LineHeight = 1.6 },
            new Paragraph(style.Organ with { Size = 32 }, string.Join('　', content.Title.AsEnumerable()))
            {
                Alignment = Alignment.Center,
                LineHeight = 2.2,
            },
            new Space(Mm(16)),
        };
        var label = style.Label with { Size = 13 };
        var value = style.Cell with { Size = 13 };
        foreach (var lines in content.Parts.OfType<LinesPart>())
        {
            var table = new Table(Column.Fixed(120), Column.Share()) { VerticalPadding = 7 };
            foreach (var line in lines.Lines)
                table.Row(new Paragraph(label, line.Label) { Alignment = Alignment.Center }, new Paragraph(value, line.Value));
            blocks.Add(table);
        }
        return blocks;
    }

    private static void Decorate(Canvas page, int number, int count, FormContent content, Styles style)
    {
        var (left, right) = (Sheet.SideMargin, page.Width - Sheet.SideMargin);
        page.Text(right - page.WidthOf(content.TemplateVersion, style.Grey), Mm(15), content.TemplateVersion, style.Grey);
        if (content.Kind != DocumentKind.FileCover)
            page.CenteredText(page.Width / 2, page.Height - Mm(12), $"第 {number} 页 共 {count} 页", style.Grey);
        if (number > 1)
            page.Text(left, Mm(15), content.Number ?? content.Title, style.Grey);
        if (content.PageSigners.Count == 0)
            return;
        var baseline = page.Height - Mm(21);
        var share = (right - left) / content.PageSigners.Count;
        for (var i = 0; i < content.PageSigners.Count; i++)
        {
            var from = left + i * share;
            var label = $"{content.PageSigners[i]}签名：";
            page.Text(from, baseline, label, style.Cell);
            page.Line(from + page.WidthOf(label, style.Cell), baseline + 2, from + share - Mm(6), baseline + 2);
        }
    }

    /// <summary>The options in one line, each with its box.</summary>
    internal static string Options(OptionsPart options) =>
        string.Join("  ", options.Options.Select(o => $"{(o.Ticked ? '☑' : '☐')}{o.Text}"));

    private static string Numeral(int count) => "零一两三四五六七八九"[count].ToString();

    /// <summary>A long name is set smaller rather than broken.</summary>
    private static TextStyle Fitting(TextStyle style, string text, double width)
    {
        var needed = LineBreaking.ColumnsOf(text) / 2.0 * style.Size;
        return needed > width ? style with { Size = Math.Max(14, style.Size * width / needed) } : style;
    }
}
