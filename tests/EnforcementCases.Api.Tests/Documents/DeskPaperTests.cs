using DocumentFormat.OpenXml.Packaging;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using EnforcementCases.Platform.Files;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Documents;

/// <summary>D01 on a narrow roll, D03, D37 and the ledger D02, printed through the same routes as every paper.</summary>
public sealed class DeskPaperTests(ApiFixture api)
{
    [Fact]
    public async Task A_decision_on_the_spot_prints_in_two_parts_on_58_mm()
    {
        var @case = await api.GivenDecidedCase();
        var document = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/documents")).Body.EnumerateArray().Single();

        var pdf = await Print(@case, document.GetProperty("id").GetGuid(), "Receipt58");

        Keep(pdf, "D01-58");
        var text = Poppler.CopiedText(pdf);
        text.ShouldContain("（1/2）");
        text.ShouldContain("（2/2）");
        Poppler.Information(pdf)["Pages"].ShouldBe("2"); // a code on each
        Poppler.ScannedCodes(pdf).ShouldHaveSingleItem().ShouldContain("/public/pay/");
    }

    [Theory]
    [Rule("APL-28"), Rule("APL-67-2")]
    [InlineData("OnTheSpotCorrection", "责令改正通知书（现场）", "二〇二四年复查")]
    [InlineData("PaymentNotice", "缴款通知书", null)]
    public async Task D03_and_D37_are_made_out_and_printed_on_every_paper(string paper, string title, string? recheck)
    {
        var @case = await api.GivenDecidedCase(correctBy: new DateOnly(2024, 5, 20));
        object Body(string? words) =>
            new
            {
                paper,
                recheck = words,
                doneAt = @case.DecidedAt,
            };
        var tag = (await @case.Acts()).ETag;
        (await api.SignedInAs("hg-officer1").PostJson($"cases/{@case.Id}/documents", Body(recheck))).ShouldBeProblem(
            428,
            "request.if-match-missing"
        );
        var issued = await api.SignedInAs("hg-officer1").PostJson($"cases/{@case.Id}/documents", Body(recheck), ifMatch: tag);
        issued.Status.ShouldBe(201, issued.Body.ToString());

        foreach (var format in (string[])["A4", "Receipt80", "Receipt58"])
        {
            var pdf = await Print(@case, issued["documentId"].GetGuid(), format);
            Keep(pdf, $"{paper}-{format}");
            Poppler.CopiedText(pdf).ShouldContain(title);
            Poppler.ScannedCodes(pdf).Count.ShouldBe(paper == "PaymentNotice" ? 2 : 1);
        }
        (await api.Anonymous.GetJson($"public/verify/{issued["verificationCode"].GetString()}")).Status.ShouldBe(200);
        var record = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record");
        record.Body.ToString().ShouldContain("paper-issued");
    }

    [Fact]
    public async Task Nothing_is_made_out_where_nothing_is_asked()
    {
        var paid = await api.GivenDecidedCase(amountFen: 0);
        (
            await api.SignedInAs("hg-officer1")
                .PostJson(
                    $"cases/{paid.Id}/documents",
                    new { paper = "PaymentNotice", doneAt = paid.DecidedAt },
                    ifMatch: (await paid.Acts()).ETag
                )
        ).ShouldBeProblem(409, "document.nothing-owed");
    }

    [Fact]
    public async Task The_ledger_of_simple_cases_is_a_workbook_of_the_period()
    {
        var @case = await api.GivenDecidedCase(decidedAt: new(2022, 8, 10, 10, 0, 0, TimeSpan.FromHours(8)));

        var ledger = await api.SignedInAs("hg-cashier").GetJson("simple-cases/ledger?from=2022-08-10&to=2022-08-10");

        ledger.Status.ShouldBe(200, ledger.Body.ToString());
        ledger.ContentHeaders.ContentType?.MediaType.ShouldBe(SpreadsheetFile.MediaType);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(ledger.Bytes), isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook).ShouldBeEmpty();
        var text = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;
        text.ShouldContain(@case.Number);
        text.ShouldContain("逾期未备案");
        (await api.SignedInAs("hg-cashier").GetJson("simple-cases/ledger?from=2022-08-10&to=2024-08-10")).ShouldBeProblem(
            400,
            "request.invalid"
        );
        (await api.SignedInAs("hg-auxiliary").GetJson("simple-cases/ledger?from=2022-08-10&to=2022-08-10")).ShouldBeProblem(
            403,
            "access.not-allowed"
        );
    }

    private async Task<byte[]> Print(DecidedCase @case, Guid document, string format)
    {
        var officer = api.SignedInAs("hg-officer1");
        var print = await officer.PostJson($"cases/{@case.Id}/documents/{document}/prints", new { format });
        print.Status.ShouldBe(201, print.Body.ToString());
        return (await officer.GetJson($"cases/{@case.Id}/documents/{document}/file?format={format}")).Bytes;
    }

    /// <summary>Kept for looking at, where a folder is named.</summary>
    private static void Keep(byte[] pdf, string name)
    {
        if (Environment.GetEnvironmentVariable("KEEP_DOCUMENTS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), pdf);
    }
}
