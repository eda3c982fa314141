using EnforcementCases.Api.Documents;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Tests.Documents.Forms;
using EnforcementCases.Paper;
using EnforcementCases.Pdf.Tests;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Web;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>A form from its issue to the printed file: fixed, sealed, opened, laid out as its kind asks for.</summary>
public sealed class DocumentPressTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 26, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly PrintedCopy Copy = new("当事人联", 1);
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    private static readonly IConfiguration Configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Keys:personal-data"] = Key, ["Keys:blind-index"] = Key })
        .Build();

    private readonly DocumentIssue documents = new(
        new PersonalDataVault(new KeyRing(Configuration, directory: "")),
        new PublicAddress("https://zf.example.gov.cn/", () => [])
    );

    [Fact]
    public void A_form_is_fixed_at_issue_and_printed_from_what_was_fixed()
    {
        var document = Issued(DocumentKind.PenaltyDecision);

        document.Number.ShouldBe("津汉街综执罚决字〔2026〕第0006号");
        document.TemplateVersion.ShouldBe("D32-2026.3");
        documents.OpenForm(document).VerificationText.ShouldBe($"https://zf.example.gov.cn/public/verify/{document.VerificationCode}");
        var rendered = DocumentPress.Render(documents, document, PrintFormat.A4, Copy);
        Poppler.CopiedText(rendered.Pdf).ShouldContain("行政处罚决定书");
        DocumentPress.Render(documents, document, PrintFormat.A4, Copy).Pdf.ShouldBe(rendered.Pdf);
    }

    [Fact]
    public void A_paper_without_a_word_has_no_number_and_no_code_on_it()
    {
        var document = Issued(DocumentKind.InquiryRecord);

        document.Number.ShouldBeEmpty();
        document.VerificationCode.ShouldNotBeEmpty(); // the column is unique
        documents.OpenForm(document).VerificationText.ShouldBeNull();
    }

    [Fact]
    public void A_decision_is_not_printed_on_a_roll_and_a_reminder_is()
    {
        Should
            .Throw<DomainException>(() =>
                DocumentPress.Render(documents, Issued(DocumentKind.PenaltyDecision), PrintFormat.Receipt80, Copy)
            )
            .Error.ShouldBe(DocumentErrors.FormatNotOffered);
        DocumentPress.Render(documents, Issued(DocumentKind.DutyReminder), PrintFormat.Receipt80, Copy).Pages.ShouldBe(1);
    }

    private CaseDocument Issued(DocumentKind kind) =>
        documents.Form(
            kind,
            SampleForms.For(DocumentForms.Of(kind)),
            Guid.CreateVersion7(),
            "/tj/bhxq/hg/",
            LegalDate.Of(Now),
            actPlace: 1,
            Now
        );
}
