using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;

namespace EnforcementCases.Paper;

/// <summary>A form as a Word document (DOCX), for the papers that officers edit before they are signed; never what is issued.</summary>
internal static class FormWord
{
    private const string SongFont = "宋体";
    private const string DateByHand = "　　年　　月　　日";

    /// <summary>Half points: 二号 is 44, 小四 24.</summary>
    private const int TitleSize = 44;
    private const int BodySize = 24;

    /// <summary>Writes the content as DOCX.</summary>
    public static byte[] Write(FormContent content)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var body = new Body();
            main.Document = new(body);
            AddDefaults(main);
            body.Append(Line(content.OrganName, JustificationValues.Center, TitleSize, bold: true));
            body.Append(Line(content.Title, JustificationValues.Center, TitleSize - 4, bold: true));
            body.Append(Line(content.Number ?? "", JustificationValues.Right));
            foreach (var part in content.Parts)
                body.Append(Elements(part));
            body.Append(Line(content.OrganName, JustificationValues.Right));
            if (content.Sealed)
                body.Append(Line("（印章）", JustificationValues.Right));
            body.Append(Line(ChineseDate.Day(content.On), JustificationValues.Right));
            body.Append(
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = AddPageNumbers(main) },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin
                    {
                        Top = 1417,
                        Bottom = 1247,
                        Left = 1474,
                        Right = 1474,
                        Header = 851,
                        Footer = 680,
                        Gutter = 0,
                    }
                )
            );
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(FormPart part) =>
        part switch
        {
            AddresseePart addressee => [Line($"{addressee.Name}：")],
            LinesPart lines => [Ruled(["", ""], lines.Lines.Select(l => new[] { l.Label, l.Value }), hasHead: false), Line("")],
            TextPart text => [.. Headed(text.Heading), .. text.Paragraphs.Select(p => Running(p))],
            ItemsPart items =>
            [
                Line(items.Caption, JustificationValues.Center, bold: true),
                Ruled(["序号", .. items.Columns], items.Rows.Select((row, i) => row.Prepend($"{i + 1}").ToArray()), hasHead: true),
                Line(""),
            ],
            DialoguePart dialogue => dialogue.Entries.SelectMany(
                (e, i) => new OpenXmlElement[] { Running($"{i + 1}．问：{e.Question}"), Running($"答：{e.Answer}") }
            ),
            OptionsPart options =>
            [
                Line($"{options.Label}：{string.Join('　', options.Options.Select(o => $"{(o.Ticked ? '☑' : '☐')}{o.Text}"))}"),
            ],
            OpinionsPart opinions =>
            [
                Ruled(["", ""], opinions.Opinions.Select(o => new[] { o.Label, Written(o.Opinion) }), hasHead: false),
                Line(""),
            ],
            SignaturesPart signatures => signatures.Blocks.Select(b =>
                Line($"{b.Role}：{b.Name}{(b.CertificateNumber is { } c ? $"（证号 {c}）" : "")}　签名：　　　　　　{DateByHand}")
            ),
            _ => throw new NotSupportedException($"{part.GetType().Name} has no Word form."),
        };

    private static string Written(Opinion? opinion) =>
        opinion is null
            ? $"签名：　　　　{DateByHand}"
            : $"{opinion.Text}　{opinion.By}　{(opinion.On is { } on ? ChineseDate.Day(on) : "")}";

    private static IEnumerable<OpenXmlElement> Headed(string? heading) =>
        heading is null ? [] : [Paragraph(heading, new ParagraphProperties(new KeepNext(), FirstLine()), BodySize, bold: true)];

    private static Paragraph Running(string text) =>
        Paragraph(text, new(FirstLine(), new Justification { Val = JustificationValues.Both }), BodySize, bold: false);

    private static Paragraph Line(string text, JustificationValues? alignment = null, int size = BodySize, bool bold = false) =>
        Paragraph(text, new(new Justification { Val = alignment ?? JustificationValues.Left }), size, bold);

    private static Indentation FirstLine() => new() { FirstLineChars = 200, FirstLine = "480" };

    private static Paragraph Paragraph(string text, ParagraphProperties properties, int size, bool bold)
    {
        var look = new RunProperties();
        if (bold)
            look.Append(new Bold());
        look.Append(new FontSize { Val = $"{size}" });
        return new(properties, new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static Table Ruled(string[] head, IEnumerable<string[]> rows, bool hasHead)
    {
        const int TextWidth = 8958; // twentieths of a point between the margins
        int[] widths = hasHead
            ? [800, .. Enumerable.Repeat((TextWidth - 800) / (head.Length - 1), head.Length - 1)]
            : [2000, TextWidth - 2000];
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Edge<TopBorder>(),
                    Edge<LeftBorder>(),
                    Edge<BottomBorder>(),
                    Edge<RightBorder>(),
                    Edge<InsideHorizontalBorder>(),
                    Edge<InsideVerticalBorder>()
                )
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" }))
        );
        if (hasHead)
            table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. CellsOf(head, widths, bold: true)]));
        foreach (var row in rows)
            table.Append(new TableRow(CellsOf(row, widths, bold: false)));
        return table;
    }

    private static TableCell[] CellsOf(string[] texts, int[] widths, bool bold) =>
        [
            .. texts.Select(
                (text, i) =>
                    new TableCell(
                        new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }),
                        Line(text, bold: bold)
                    )
            ),
        ];

    private static TEdge Edge<TEdge>()
        where TEdge : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static void AddDefaults(MainDocumentPart main) =>
        main.AddNewPart<StyleDefinitionsPart>().Styles = new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Times New Roman",
                            HighAnsi = "Times New Roman",
                            EastAsia = SongFont,
                        },
                        new FontSize { Val = $"{BodySize}" },
                        new Languages { Val = "en-US", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Line = "400", LineRule = LineSpacingRuleValues.AtLeast })
                )
            )
        );

    private static string AddPageNumbers(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        static Run Said(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        part.Footer = new(
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                Said("第 "),
                new SimpleField(Said("1")) { Instruction = "PAGE" },
                Said(" 页 共 "),
                new SimpleField(Said("1")) { Instruction = "NUMPAGES" },
                Said(" 页")
            )
        );
        return main.GetIdOfPart(part);
    }
}
