using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Tests.Documents.Forms;
using EnforcementCases.Paper;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

public sealed class FormLayoutTests
{
    private static readonly PrintedCopy Copy = new("当事人联", 1);

    public static TheoryData<DocumentKind> Kinds => [.. DocumentForms.All.Select(f => f.Kind)];

    public static TheoryData<DocumentKind> Slips =>
        [.. DocumentForms.All.Where(f => f.Papers.Contains(PrintFormat.Receipt80)).Select(f => f.Kind)];

    public static TheoryData<DocumentKind> Drafts => [.. DocumentForms.All.Where(f => f.EditedAsDraft).Select(f => f.Kind)];

    [Theory, MemberData(nameof(Kinds))]
    public void Everything_on_a_form_stands_on_its_sheets(DocumentKind kind)
    {
        var content = Filled(kind);

        var rendered = FormLayout.RenderA4(content, Copy);
        Keep(rendered.Pdf, $"{DocumentForms.Of(kind).CatalogueNumber}.pdf");

        rendered.MissingGlyphs.ShouldBeEmpty();
        rendered.Pages.ShouldBeGreaterThan(0);
        var text = Poppler.CopiedText(rendered.Pdf);
        if (kind != DocumentKind.FileCover)
            text.ShouldContain($"第{rendered.Pages}页共{rendered.Pages}页");
        for (var page = 1; page <= rendered.Pages; page++) // a paragraph may go on over the page
            text = text.Replace(
                $"{content.TemplateVersion}第{page}页共{rendered.Pages}页{(page > 1 ? Squeezed(content.Number ?? content.Title) : "")}",
                ""
            );
        WordsOf(content).Where(word => !text.Contains(word)).ShouldBeEmpty();
        FormLayout.RenderA4(content, Copy).Pdf.ShouldBe(rendered.Pdf);
    }

    [Theory, MemberData(nameof(Slips))]
    public void Everything_on_a_short_form_stands_on_its_slip(DocumentKind kind)
    {
        var content = Filled(kind);

        var rendered = FormSlip.Render(content, Copy);
        Keep(rendered.Pdf, $"{DocumentForms.Of(kind).CatalogueNumber}-slip.pdf");

        rendered.MissingGlyphs.ShouldBeEmpty();
        var text = Poppler.CopiedText(rendered.Pdf);
        WordsOf(content).Where(word => !text.Contains(word)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Drafts))]
    public void A_draft_opens_in_a_word_processor_with_everything_on_it(DocumentKind kind)
    {
        var content = Filled(kind);

        var bytes = FormWord.Write(content);
        Keep(bytes, $"{DocumentForms.Of(kind).CatalogueNumber}.docx");

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var text = Squeezed(file.MainDocumentPart!.Document.InnerText);
        WordsOf(content).Where(word => !text.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public void A_draft_with_nothing_filled_in_leaves_the_places_open()
    {
        var content = DocumentForms.Of(DocumentKind.PenaltyDecision).Draft(new(SampleForms.Organ, new(2026, 3, 26)));

        using var file = WordprocessingDocument.Open(new MemoryStream(FormWord.Write(content)), isEditable: false);

        file.MainDocumentPart!.Document.InnerText.ShouldContain("＿＿＿");
        FormLayout.RenderA4(content, Copy).MissingGlyphs.ShouldBeEmpty();
    }

    /// <summary>行政处罚法 第五十五条: the record is signed page by page.</summary>
    [Theory, Rule("APL-55")]
    [InlineData(DocumentKind.InquiryRecord, "被询问人签名：", "询问人签名：")]
    [InlineData(DocumentKind.SceneRecord, "被检查人（见证人）签名：", "检查人员签名：")]
    public void Every_page_of_a_record_has_a_line_to_sign(DocumentKind kind, string first, string second)
    {
        var form = DocumentForms.Of(kind);
        var values = SampleForms.For(form);
        if (kind == DocumentKind.InquiryRecord)
            values.With(InvestigationFields.Dialogue, SampleForms.Questions(40));
        else
            values.With(InvestigationFields.SceneFindings, string.Join('\n', SampleForms.Questions(40).Select(q => q.Answer)));

        var rendered = FormLayout.RenderA4(form.Fill(values), Copy);
        Keep(rendered.Pdf, $"{form.CatalogueNumber}-long.pdf");

        rendered.Pages.ShouldBeGreaterThan(2);
        for (var page = 1; page <= rendered.Pages; page++)
        {
            var text = Poppler.PageText(rendered.Pdf, page);
            text.ShouldContain(first);
            text.ShouldContain(second);
            text.ShouldContain($"第{page}页共{rendered.Pages}页");
        }
    }

    [Fact]
    public void A_character_no_font_has_is_printed_as_its_number_and_returned()
    {
        var form = DocumentForms.Of(DocumentKind.PenaltyDecision);

        var rendered = FormLayout.RenderA4(form.Fill(SampleForms.For(form).With(FormFields.Party, "王𠮷")), Copy);

        rendered.MissingGlyphs.ShouldBe(["𠮷"]);
        Poppler.CopiedText(rendered.Pdf).ShouldContain("王〓[U+20BB7]");
    }

    [Fact]
    public void Names_of_rare_characters_print()
    {
        var form = DocumentForms.Of(DocumentKind.InquiryRecord);

        var rendered = FormLayout.RenderA4(form.Fill(SampleForms.For(form).With(InvestigationFields.Interviewee, "昇堃喆彧玥䶮")), Copy);

        rendered.MissingGlyphs.ShouldBeEmpty();
    }

    [Fact]
    public void The_code_on_what_is_handed_out_can_be_scanned()
    {
        Poppler
            .ScannedCodes(FormSlip.Render(Filled(DocumentKind.CorrectionOrder), Copy).Pdf)
            .ShouldBe(["https://zf.example.gov.cn/public/verify/7KQ2M9XWRT4B"]);
        Filled(DocumentKind.LegalReviewOpinion).VerificationText.ShouldBeNull();
    }

    private static FormContent Filled(DocumentKind kind) => DocumentForms.Of(kind).Fill(SampleForms.For(DocumentForms.Of(kind)));

    /// <summary>Every text of the content, without blanks, as far as a line is not broken by a cell.</summary>
    private static IEnumerable<string> WordsOf(FormContent content) =>
        content
            .Parts.SelectMany<FormPart, string>(part =>
                part switch
                {
                    AddresseePart addressee => [addressee.Name],
                    LinesPart lines => lines.Lines.Select(l => l.Value),
                    TextPart text => text.Paragraphs.Append(text.Heading ?? ""),
                    ItemsPart items => items.Rows.SelectMany(r => r).Append(items.Caption),
                    DialoguePart dialogue => dialogue.Entries.SelectMany(e => new[] { e.Question, e.Answer }),
                    OptionsPart options => options.Options.Select(o => o.Text),
                    OpinionsPart opinions => opinions.Opinions.Select(o => o.Opinion?.Text ?? ""),
                    SignaturesPart signatures => signatures.Blocks.Select(b => b.Name ?? ""),
                    _ => throw new NotSupportedException(part.GetType().Name),
                }
            )
            .Append(content.OrganName)
            .Append(content.Title)
            .Append(content.Number ?? "")
            .SelectMany(t => t.Split(['\n', '☑', '☐'])) // boxes are drawn
            .Select(Squeezed);

    private static string Squeezed(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c))]);

    /// <summary>Leaves the file for a look at it, where KEEP_DOCUMENTS names a folder.</summary>
    private static void Keep(byte[] file, string name)
    {
        if (Environment.GetEnvironmentVariable("KEEP_DOCUMENTS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), file);
    }
}
