using EnforcementCases.Domain.Papers;
using EnforcementCases.Paper;
using EnforcementCases.Pdf;
using EnforcementCases.Pdf.Layout;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

public sealed class OnTheSpotDecisionLayoutTests
{
    private static readonly PrintedCopy Copy = new("当事人联", 1);

    /// <summary>What article 52 and its companions ask to stand in the document, as printed for the sample.</summary>
    private static readonly string[] Mandatory =
    [
        "天津市滨海新区人民政府汉沽街道办事处",
        "当场行政处罚决定书",
        "津汉街综执当罚决字〔2024〕第0001号",
        "龚喆彧",
        "居民身份证尾号1234",
        "昇堃里3号楼2门501室",
        "2024年5月10日09时32分",
        "新开中路与太平街交口东侧人行道",
        "占用人行道摆放货架",
        "第二十七条第一款",
        "《中华人民共和国行政处罚法》第五十一条",
        "基准CL-0027-1",
        "人民币贰佰元整（￥200.00）",
        "当场改正",
        "陈述、申辩的权利",
        "请求从轻",
        "15日内（至2024年5月25日）",
        "中国工商银行天津汉沽支行",
        "百分之三",
        "缴款码：32012024051000000001",
        "六十日内先向天津市滨海新区人民政府申请行政复议",
        "张伟（证号020107001）",
        "王堃玥（证号020107002）",
        "当事人签收",
        "拒绝签收",
        "2024年5月10日",
        "当事人联",
        "第1次打印",
    ];

    /// <summary>The paper as it is issued now, and as it was issued before it became a form.</summary>
    public static TheoryData<string> Templates => ["D01-2026.3", "D01-2026.1"];

    [Theory, MemberData(nameof(Templates)), Rule("APL-52-2")]
    public void The_A4_sheet_states_everything_the_law_asks_on_one_page(string template)
    {
        var rendered = FormLayout.RenderA4(Issued(template), Copy);

        rendered.MissingGlyphs.ShouldBeEmpty();
        var text = Poppler.CopiedText(rendered.Pdf);
        Mandatory.Append(template).Where(m => !text.Contains(m)).ShouldBeEmpty();
        text.ShouldContain("第1页共1页");
    }

    [Theory, MemberData(nameof(Templates)), Rule("APL-52-2")]
    public void The_80_mm_slip_states_everything_the_law_asks(string template)
    {
        var rendered = FormSlip.Render(Issued(template), Copy);

        rendered.MissingGlyphs.ShouldBeEmpty();
        var text = Poppler.CopiedText(rendered.Pdf);
        Mandatory.Append(template).Where(m => !text.Contains(m)).ShouldBeEmpty();
    }

    [Theory, Rule("APL-52-2")]
    [InlineData(32, "D01-2026.3")]
    [InlineData(48, "D01-2026.3")]
    [InlineData(32, "D01-2026.1")]
    [InlineData(48, "D01-2026.1")]
    public void The_lines_for_a_handheld_state_everything_and_are_never_wider_than_the_paper(int columns, string template)
    {
        var lines = OnTheSpotDecisionLines.ReceiptLines(Issued(template), Copy, columns);

        lines.ShouldAllBe(line => LineBreaking.ColumnsOf(line) <= columns);
        var text = string.Concat(lines).Replace(" ", "");
        Mandatory.Append(template).Where(m => !text.Contains(m)).ShouldBeEmpty();
        text.ShouldContain("□警告　■罚款");
        text.ShouldContain("[缴款二维码]");
        text.ShouldContain("[文书查验二维码]");
    }

    [Fact]
    public void Narrow_paper_prints_two_parts_with_the_same_number()
    {
        var lines = OnTheSpotDecisionLines.ReceiptLines(SampleDecision.Content, Copy, OnTheSpotDecisionLines.Narrow);

        var text = string.Concat(lines).Replace(" ", "");
        text.ShouldContain("津汉街综执当罚决字〔2024〕第0001号（1/2）");
        text.ShouldContain("津汉街综执当罚决字〔2024〕第0001号（2/2）");
    }

    [Theory]
    [InlineData(24)]
    [InlineData(32)]
    [InlineData(48)]
    public void Overlong_entries_are_wrapped_too(int columns)
    {
        var content = SampleDecision.Fined(v =>
            v.With(FormFields.Handlers, [new(new string('名', 60), new string('9', 60)), new("乙", "2")])
        ) with
        {
            OrganName = string.Concat(Enumerable.Repeat("很长的机关名称", 10)),
            Number = new string('1', 100),
            VerificationText = "1",
        };

        OnTheSpotDecisionLines.ReceiptLines(content, Copy, columns).ShouldAllBe(line => LineBreaking.ColumnsOf(line) <= columns);
        FormLayout.RenderA4(content, Copy).Pdf.ShouldNotBeEmpty();
        FormSlip.Render(content, Copy).Pdf.ShouldNotBeEmpty();
    }

    [Fact]
    public void Long_facts_go_on_to_a_second_page_with_the_number_on_it()
    {
        const string Facts = "当事人于上述时间在上述地点占用人行道摆放货架、商品从事经营活动，占用面积约2平方米，妨碍行人通行。";
        var content = SampleDecision.Fined(v => v.With(FormFields.Facts, string.Concat(Enumerable.Repeat(Facts, 20))));

        var text = Poppler.CopiedText(FormLayout.RenderA4(content, Copy).Pdf);

        text.ShouldContain("第1页共2页");
        text.ShouldContain("第2页共2页");
        text.Split("津汉街综执当罚决字〔2024〕第0001号").Length.ShouldBe(3);
    }

    [Fact]
    public void A_warning_alone_asks_for_no_money()
    {
        var content = SampleDecision.Warned();

        foreach (var rendered in new[] { FormLayout.RenderA4(content, Copy), FormSlip.Render(content, Copy) })
        {
            var text = Poppler.CopiedText(rendered.Pdf);
            text.ShouldNotContain("缴款");
            text.ShouldNotContain("当场收缴");
            text.ShouldNotContain("人民币");
            text.ShouldContain("文书查验二维码");
        }
        var lines = string.Concat(OnTheSpotDecisionLines.ReceiptLines(content, Copy, 32));
        lines.ShouldContain("■警告　□罚款");
        lines.ShouldNotContain("缴款");
        lines.ShouldNotContain("（1/2）");
    }

    [Fact, Rule("APL-52-1")]
    public void A_refusal_to_sign_is_noted()
    {
        var content = SampleDecision.Fined(v => v.With(PerformanceFields.RefusalToSign, "☑拒绝签收（注明：当事人拒绝签名，现场录像为证）"));

        Poppler.CopiedText(FormLayout.RenderA4(content, Copy).Pdf).ShouldContain("拒绝签收（注明：当事人拒绝签名，现场录像为证）");
        string.Concat(OnTheSpotDecisionLines.ReceiptLines(content, Copy, 48)).ShouldContain("■拒绝签收");
    }

    [Fact]
    public void The_ground_for_collecting_on_the_spot_is_stated()
    {
        var content = SampleDecision.Fined(v => v.With(PerformanceFields.CollectedOnTheSpot, "☐否　☑是（理由：一百元以下罚款）"));

        string.Concat(OnTheSpotDecisionLines.ReceiptLines(content, Copy, 48)).ShouldContain("当场收缴：□否　■是（理由：一百元以下罚款）");
    }

    [Fact]
    public void An_order_to_correct_by_a_day_says_that_the_day_counts()
    {
        var content = SampleDecision.Fined(v => v.With(FormFields.CorrectBy, "☐当场改正　☑限期改正：2024年5月17日前（含当日）"));

        Poppler.CopiedText(FormLayout.RenderA4(content, Copy).Pdf).ShouldContain("限期改正：2024年5月17日前（含当日）");
    }

    [Fact]
    public void A_character_no_font_has_is_printed_as_its_number_and_returned()
    {
        var content = SampleDecision.Fined(v => v.With(FormFields.PartyParticulars, [new("当事人", "王𠮷")]));

        var rendered = FormLayout.RenderA4(content, Copy);

        rendered.MissingGlyphs.ShouldBe(["𠮷"]);
        Poppler.CopiedText(rendered.Pdf).ShouldContain("王〓[U+20BB7]");
    }

    [Fact]
    public void Times_are_printed_in_China_wherever_they_were_noted()
    {
        var content = SampleDecision.Fined(v => v.With(FormFields.CommittedAt, new DateTimeOffset(2024, 5, 9, 23, 50, 0, TimeSpan.Zero)));
        var before = SampleDecision.DecidedBefore(new(2024, 5, 9, 23, 50, 0, TimeSpan.Zero), new(2024, 5, 9, 23, 59, 0, TimeSpan.Zero));

        foreach (var paper in new[] { content, before })
        {
            var text = string.Concat(OnTheSpotDecisionLines.ReceiptLines(paper, Copy, 48));
            text.ShouldContain("2024年5月10日07时50分");
            text.ShouldContain("2024年5月10日--");
        }
    }

    [Fact]
    public void The_same_content_and_copy_give_the_same_bytes()
    {
        OnTheSpotDecisionLayout.RenderA4(SampleDecision.Content, Copy).Pdf.ShouldBe(FormLayout.RenderA4(SampleDecision.Content, Copy).Pdf);
        OnTheSpotDecisionLayout
            .RenderA4(SampleDecision.Content, Copy with { PrintNumber = 2 })
            .Pdf.SequenceEqual(FormLayout.RenderA4(SampleDecision.Content, Copy).Pdf)
            .ShouldBeFalse();
    }

    [Fact]
    public void Both_codes_are_scanned_from_A4_and_from_80_mm_paper()
    {
        string[] expected = [SampleDecision.Content.VerificationText!, SampleDecision.Content.PaymentText!];

        Poppler.ScannedCodes(FormLayout.RenderA4(SampleDecision.Content, Copy).Pdf).ShouldBe(expected, ignoreOrder: true);
        Poppler.ScannedCodes(FormSlip.Render(SampleDecision.Content, Copy).Pdf).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void The_seal_is_printed_over_the_date()
    {
        var red = new PdfDocument(new("t", "t"));
        red.AddPage(32, 32).Fill(0, 0, 32, 32, new(1, 0, 0));
        var copy = Copy with { Seal = PdfImage.Load(Poppler.Jpeg(red.ToBytes())) };

        var pdf = FormLayout.RenderA4(SampleDecision.Content, copy).Pdf;

        var (_, _, pixels) = Poppler.Raster(pdf);
        var redPixels = Enumerable.Range(0, pixels.Length / 3).Count(i => pixels[i * 3] > 200 && pixels[i * 3 + 1] < 60);
        redPixels.ShouldBeInRange(11_000, 14_000); // 40 mm square at one pixel a point
        Poppler.CopiedText(pdf).ShouldNotContain("（印章）");
        Poppler.CopiedText(FormLayout.RenderA4(SampleDecision.Content, Copy).Pdf).ShouldContain("（印章）");
    }

    private static FormContent Issued(string template)
    {
        var content = template == SampleDecision.Before.TemplateVersion ? SampleDecision.Before : SampleDecision.Content;
        content.TemplateVersion.ShouldBe(template);
        return content;
    }
}
