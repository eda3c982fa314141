using System.Globalization;
using EnforcementCases.Pdf.Layout;
using Shouldly;
using Xunit;

namespace EnforcementCases.Pdf.Tests;

public sealed class DocumentTests
{
    private static readonly TextStyle Body = new(Typeface.Serif, 12);
    private static readonly TextStyle Small = new(Typeface.Sans, 9);

    private const string Sentence =
        "经查，龚喆彧于2022年5月10日09时32分，在天津市滨海新区汉沽街道新开中路（坐标117.80,39.25）占道经营，违反了《天津市市容和环境卫生管理条例》第二十七条第一款的规定，罚款人民币壹佰元整（¥100.00）。";

    [Theory]
    [InlineData(Alignment.Left)]
    [InlineData(Alignment.Center)]
    [InlineData(Alignment.Right)]
    [InlineData(Alignment.Justify)]
    public void Text_can_be_copied_as_it_was_written(Alignment alignment)
    {
        const string Text = Sentence + "昇堃玥；Latin words, too: 1,234.50%。";
        var pdf = Flowed(PageSetup.A4, new Paragraph(Body, Text) { FirstLineIndent = 2, Alignment = alignment });

        Poppler.CopiedText(pdf).ShouldBe(new string([.. Text.Where(c => c != ' ')]));
    }

    [Fact]
    public void Two_characters_with_one_glyph_are_copied_as_two()
    {
        var font = TrueTypeFont.Parse(SyntheticFont.Build());
        var document = new PdfDocument(new("t", "t"));
        var embedded = document.Embedded(font);

        embedded.NumberOf(new('A'), 1).ShouldNotBe(embedded.NumberOf(new('B'), 1));
    }

    [Fact]
    public void A_missing_glyph_is_printed_as_its_number_and_reported_once()
    {
        var document = new PdfDocument(new("缺字", "测试"));
        document.AddFlow(PageSetup.A4, [new Paragraph(Body, "王𠮷和李𠮷，😀；葛\uDB40\uDD00")]);

        var pdf = document.ToBytes();

        document.MissingGlyphs.ShouldBe([new(0x20BB7), new(0x1F600)]); // U+E0100 only chooses a variant: dropped
        Poppler.CopiedText(pdf).ShouldBe("王〓[U+20BB7]和李〓[U+20BB7]，〓[U+1F600]；葛");
    }

    [Fact]
    public void A_lone_surrogate_and_controls_do_not_stop_a_decision()
    {
        var document = new PdfDocument(new("\uD800", "\0"));
        document.AddFlow(PageSetup.A4, [new Paragraph(Body, "甲\uD800乙\0\t丙")]);

        Poppler.CopiedText(document.ToBytes()).ShouldBe("甲〓[U+FFFD]乙丙");
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        var information = Poppler.Information(Flowed(PageSetup.A4, new Paragraph(Body, "正文")));

        information["Title"].ShouldBe("当场行政处罚决定书");
        information["Author"].ShouldBe("汉沽街道办事处");
        information["PDF version"].ShouldBe("1.7");
        information["Page size"].ShouldContain("A4");
        information.Keys.ShouldNotContain("CreationDate");
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_also_in_parallel()
    {
        var expected = Sample();
        var others = new byte[16][];
        Parallel.For(0, others.Length, i => others[i] = Sample());

        others.ShouldAllBe(other => other.SequenceEqual(expected));
        Sample("另一份").SequenceEqual(expected).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(46, 1)]
    [InlineData(47, 2)]
    [InlineData(92, 2)]
    [InlineData(93, 3)]
    public void Pages_break_where_they_are_full(int lines, int pages)
    {
        // 250 mm between the margins hold 46 lines of 15.4 points
        var setup = PageSetup.A4 with
        {
            TopMargin = Units.Mm(25),
            BottomMargin = Units.Mm(22),
        };
        var paragraphs = Enumerable.Range(0, lines).Select(i => new Paragraph(Body, $"第{i}行") { LineHeight = 15.4 / 12 });

        Poppler.Information(Flowed(setup, [.. paragraphs]))["Pages"].ShouldBe($"{pages}");
    }

    [Fact]
    public void A_paragraph_leaves_neither_its_first_nor_its_last_line_alone()
    {
        var filler = Enumerable.Range(0, 45).Select(i => new Paragraph(Body, $"第{i}行") { LineHeight = 15.4 / 12 });
        var pdf = Flowed(PageSetup.A4, [.. filler, new Paragraph(Body, "首行\n次行\n末行") { LineHeight = 15.4 / 12 }]);

        Poppler.PageText(pdf, 1).ShouldEndWith("第44行");
        Poppler.PageText(pdf, 2).ShouldBe("首行次行末行");
    }

    [Fact]
    public void Blocks_kept_together_move_to_the_next_page_together()
    {
        var filler = Enumerable.Range(0, 44).Select(i => new Paragraph(Body, $"第{i}行") { LineHeight = 15.4 / 12 });
        var signatures = new KeepTogether(new Space(10), new Paragraph(Body, "执法人员："), new Paragraph(Body, "日期"));
        var pdf = Flowed(PageSetup.A4, [.. filler, signatures]);

        Poppler.PageText(pdf, 2).ShouldBe("执法人员：日期");
    }

    [Fact]
    public void A_table_over_several_pages_repeats_its_header_and_loses_no_row()
    {
        var table = new Table(Column.Fixed(60), Column.Share(2), Column.Share()) { HeaderRows = 1 };
        table.Row(Text("序号"), Text("违法行为"), Text("罚款"));
        for (var i = 1; i <= 100; i++)
            table.Row(Text($"[{i}]"), Text(Sentence), Text("100.00"));
        var pdf = Flowed(PageSetup.A4, table);

        var pages = int.Parse(Poppler.Information(pdf)["Pages"], CultureInfo.InvariantCulture);
        pages.ShouldBeGreaterThan(5);
        for (var page = 1; page <= pages; page++)
            Poppler.PageText(pdf, page).ShouldStartWith("序号违法行为罚款");
        var text = Poppler.CopiedText(pdf);
        for (var i = 1; i <= 100; i++)
            text.ShouldContain($"[{i}]");
    }

    [Fact]
    public void A_row_higher_than_a_page_is_cut_and_nothing_is_lost()
    {
        var text = string.Concat(Enumerable.Range(1, 400).Select(i => $"事实{i}；"));
        var table = new Table(Column.Fixed(60), Column.Share()).Row(Text("事实"), Text(text));
        var pdf = Flowed(PageSetup.A4, table);

        Poppler.Information(pdf)["Pages"].ShouldNotBe("1");
        Poppler.CopiedText(pdf).ShouldBe("事实" + text);
    }

    [Fact]
    public void A_cell_may_cover_columns_and_rows()
    {
        var table = new Table(Column.Fixed(60), Column.Share(), Column.Share())
            .Row(new Cell(new Paragraph(Body, "当事人")) { Rows = 2 }, Text("姓名"), Text("龚喆彧"))
            .Row(new Cell(new Paragraph(Body, "地址")) { Columns = 2 });

        Poppler.CopiedText(Flowed(PageSetup.A4, table)).ShouldBe("当事人姓名龚喆彧地址");
    }

    [Fact]
    public void More_cells_than_columns_are_a_mistake_of_the_programmer() =>
        Should.Throw<InvalidOperationException>(() => Flowed(PageSetup.A4, new Table(Column.Share()).Row(Text("甲"), Text("乙"))));

    [Fact]
    public void Header_and_footer_know_the_number_of_pages()
    {
        var document = new PdfDocument(new("t", "t"));
        var lines = Enumerable.Range(0, 100).Select(i => new Paragraph(Body, $"行{i}"));
        document.AddFlow(
            PageSetup.A4,
            lines,
            (page, number, count) => page.CenteredText(page.Width / 2, page.Height - 40, $"第 {number} 页 共 {count} 页", Small)
        );
        var pdf = document.ToBytes();

        document.PageCount.ShouldBe(3);
        Poppler.PageText(pdf, 2).ShouldEndWith("第2页共3页");
        Poppler.PageText(pdf, 3).ShouldEndWith("第3页共3页");
    }

    [Fact]
    public void A_roll_is_as_long_as_its_content()
    {
        var one = Flowed(PageSetup.Roll(80, margin: 4), new Paragraph(Body, "一行") { LineHeight = 1.5 });
        var two = Flowed(PageSetup.Roll(80, margin: 4), new Paragraph(Body, "一行\n二行") { LineHeight = 1.5 });

        Poppler.Information(one)["Page size"].ShouldBe("226.772 x 40.677 pts"); // 80 mm; 18 points and twice 4 mm
        Poppler.Information(two)["Page size"].ShouldBe("226.772 x 58.677 pts");
    }

    [Fact]
    public void A_document_without_content_is_one_empty_page() => Poppler.Information(Flowed(PageSetup.A4))["Pages"].ShouldBe("1");

    private static Cell Text(string text) => new(new Paragraph(Body, text));

    private static byte[] Flowed(PageSetup setup, params Block[] blocks)
    {
        var document = new PdfDocument(new("当场行政处罚决定书", "汉沽街道办事处"));
        document.AddFlow(setup, blocks);
        return document.ToBytes();
    }

    private static byte[] Sample(string text = Sentence) =>
        Flowed(
            PageSetup.A4,
            new Paragraph(new(Typeface.SerifBold, 22), "标题") { Alignment = Alignment.Center },
            new Paragraph(Body, text, new CheckBox(true), new Span("划线", Body with { Underline = true })),
            new HorizontalRule(dash: 2),
            new Table(Column.Share()).Row(Text("表")),
            new QrBlock(Pdf.QrCode.Of("https://example.gov.cn/v/1"), 80, "查验码", Small)
        );
}
