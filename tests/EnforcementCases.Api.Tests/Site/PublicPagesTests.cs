using System.Globalization;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Publicity;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Tests.Documents.Forms;
using EnforcementCases.Paper;
using EnforcementCases.Pdf.Tests;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Platform.Operations;
using EnforcementCases.Platform.Web;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Site;

/// <summary>The codes on papers are scanned from the printed page and followed.</summary>
public sealed class PublicPagesTests(ApiFixture api)
{
    [Fact]
    public async Task The_codes_of_a_printed_decision_on_the_spot_lead_to_what_they_promise()
    {
        var @case = await api.GivenDecidedCase(amountFen: 50_00);
        var codes = Poppler.ScannedCodes(await Printed(@case, "OnTheSpotDecision", "Receipt80"));

        codes.Count.ShouldBe(2);
        codes.ShouldAllBe(code => code.StartsWith(api.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        var verified = await api.Page(codes.Single(c => c.Contains("/public/verify/", StringComparison.Ordinal)));
        verified.Status.ShouldBe(200);
        verified.Html.ShouldContain("现行有效");
        verified.Html.ShouldContain(@case.Number);
        verified.Html.ShouldContain("当场行政处罚决定书");
        verified.Html.ShouldContain("天津市滨海新区人民政府汉沽街道办事处");
        verified.Html.ShouldNotContain(@case.PartyName);
        var pay = await api.Page(codes.Single(c => c.Contains("/public/pay/", StringComparison.Ordinal)));
        pay.Status.ShouldBe(200);
        pay.Html.ShouldContain("¥50.00");
        pay.Html.ShouldContain(@case.PaymentCode!);
        pay.Html.ShouldContain("滨海农商银行"); // whom to pay
        pay.Html.ShouldNotContain(@case.PartyName);
    }

    [Fact]
    public async Task A_page_has_no_script_and_loads_nothing_from_elsewhere()
    {
        var @case = await api.GivenDecidedCase();

        var page = await api.Page($"/public/pay/{@case.PaymentCode}");

        page.Policy.ShouldContain("default-src 'self'");
        page.Policy.ShouldNotContain("unsafe");
        foreach (var inline in (string[])["<script", "<style", " style=", " onclick=", "javascript:", "http://", "https://"])
            page.Html.ShouldNotContain(inline);
        (await api.Page("/pages/style.css")).Html.ShouldContain("font-family");
    }

    [Fact]
    public async Task A_page_is_Chinese_or_English_and_JSON_for_a_program()
    {
        var @case = await api.GivenDecidedCase(amountFen: 50_00);
        var address = $"/public/pay/{@case.PaymentCode}";

        (await api.Page(address)).Html.ShouldContain("lang=\"zh-CN\"");
        var english = await api.Page(address, language: "en");
        english.Html.ShouldContain("lang=\"en\"");
        english.Html.ShouldContain("This fine is not paid yet.");
        english.Html.ShouldNotContain("该罚款");
        var json = await api.Page(address, accept: "application/json");
        json.Json["outstandingFen"].GetInt64().ShouldBe(50_00);
        json.Json["state"].GetString().ShouldBe("Unpaid");
        json.Json["decisionNumber"].GetString().ShouldBe(@case.Number);
        json.Json.Body.EnumerateObject().Select(p => p.Name).ShouldNotContain("partyName");
        (await api.Anonymous.GetJson($"public/pay/{@case.PaymentCode}")).Body.ToString().ShouldBe(json.Json.Body.ToString());
        (await api.Page(address, accept: "text/html,application/xhtml+xml,*/*;q=0.8")).Html.ShouldContain("该罚款尚未缴纳");
    }

    [Fact, Rule("CANCEL")]
    public async Task A_revoked_decision_on_the_spot_no_longer_holds_and_nothing_is_to_be_paid()
    {
        var @case = await api.GivenDecidedCase();
        var codes = Poppler.ScannedCodes(await Printed(@case, "OnTheSpotDecision", "A4"));
        await @case.Revoke();

        var verified = await api.Page(codes.Single(c => c.Contains("/public/verify/", StringComparison.Ordinal)));

        verified.Html.ShouldContain("已不再有效");
        verified.Html.ShouldContain("失效日期");
        verified.Html.ShouldNotContain("现行有效");
        (await api.Page(codes.Single(c => c.Contains("/public/pay/", StringComparison.Ordinal)))).Html.ShouldContain("无须缴款");
        var revocation = await CodeOf(@case.Id, "RevocationDecision");
        (await api.Page($"/public/verify/{revocation}")).Html.ShouldContain("该文书由下列行政机关出具。");
    }

    [Fact, Rule("CANCEL")]
    public async Task An_ordinary_decision_is_verified_until_it_falls_and_what_rests_on_it_falls_too()
    {
        var @case = await api.GivenServedCase();
        var scanned = OnTheLastPage(await @case.Pdf("PenaltyDecision"));
        var decision = scanned.Single(c => c.Contains("/public/verify/", StringComparison.Ordinal));
        (await api.Page(decision)).Html.ShouldContain("现行有效");
        var tag = (await @case.Acts()).ETag;
        var notice = await api.SignedInAs("hg-officer1")
            .PostJson($"cases/{@case.Id}/documents", new { paper = "PaymentNotice", doneAt = api.Clock.GetUtcNow() }, ifMatch: tag);
        notice.Status.ShouldBe(201, notice.Body.ToString());
        var printed = await Printed(@case.Id, notice["documentId"].GetGuid(), "A4");
        var pay = OnTheLastPage(printed).Single(c => c.Contains("/public/pay/", StringComparison.Ordinal));
        (await api.Page(pay)).Html.ShouldContain("¥500.00");

        await @case.Done("revoke", new { reason = "事实认定有误", doneAt = api.Clock.GetUtcNow() }, "hg-head");

        (await api.Page(decision)).Html.ShouldContain("已经撤销");
        (await api.Page($"/public/verify/{notice["verificationCode"].GetString()}")).Html.ShouldContain("已经撤销");
        (await api.Page($"/public/verify/{await CodeOf(@case.Id, "PriorNotice")}")).Html.ShouldContain("该文书由下列行政机关出具。");
        (await api.Page(pay)).Html.ShouldContain("无须缴款");
    }

    [Theory]
    [InlineData("/public/verify/ZZZZZZZZZZZZ", "document.not-found")]
    [InlineData("/public/pay/12345678901234567890", "payment.code-not-found")]
    public async Task An_unknown_code_is_said_to_be_unknown(string address, string code)
    {
        var page = await api.Page(address);
        page.Status.ShouldBe(404);
        page.Html.ShouldContain("没有");
        var json = await api.Page(address, accept: "application/json");
        json.Json.ShouldBeProblem(404, code);
    }

    [Fact]
    public async Task Whoever_tries_codes_is_stopped_on_pages_as_on_other_routes()
    {
        await using var limited = await ApiFixture.StartAsync(("RateLimits:Enabled", "true"), ("RateLimits:NotFoundPerMinute", "2"));
        using var client = new HttpClient { BaseAddress = limited.Http.BaseAddress };
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((int)(await client.GetAsync($"/public/verify/ZZZZZZZZZZZ{i + 2}")).StatusCode);

        statuses.ShouldBe([404, 404, 429, 429]);
        using var refused = await client.GetAsync("/public/pay/12345678901234567890");
        ((int)refused.StatusCode).ShouldBe(429);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Outside_the_demo_readiness_shows_that_no_address_is_set()
    {
        await using var real = await ApiFixture.StartAsync(("Demo", "false"));
        var ready = await real.Anonymous.GetJson("/health/ready");
        ready.Status.ShouldBe(200);
        ready["parts"].GetProperty("publicAddress").GetString().ShouldBe("missing");

        await using var named = await ApiFixture.StartAsync(("Demo", "false"), ("Public:Address", "https://zf.example.gov.cn"));
        (await named.Anonymous.GetJson("/health/ready"))["parts"].GetProperty("publicAddress").GetString().ShouldBe("up");
    }

    [Theory]
    [InlineData("Receipt80")]
    [InlineData("Receipt58")]
    [InlineData("A4")]
    public void Without_an_address_a_decision_is_printed_without_codes(string format)
    {
        var content = SampleWithoutAddress(DocumentKind.OnTheSpotDecision);
        var copy = new PrintedCopy("当事人联", 1);
        var paper = Enum.Parse<PrintFormat>(format);
        content.Documents.OpenForm(content.Document).VerificationText.ShouldBeNull();
        var pdf = DocumentPress.Render(content.Documents, content.Document, paper, copy).Pdf;
        Poppler.CopiedText(pdf).ShouldContain("当场行政处罚决定书");
        Poppler.CopiedText(pdf).ShouldNotContain("文书查验");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("https://zf.example.gov.cn/", "http://127.0.0.1:8080", "https://zf.example.gov.cn")]
    [InlineData("https://gov.example.cn/zf", null, "https://gov.example.cn/zf")]
    [InlineData(" ", "http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData(null, "http://*:8080", "http://127.0.0.1:8080")]
    [InlineData(null, "http://[::]:80", "http://127.0.0.1:80")]
    public void The_address_is_the_setting_else_the_one_listened_on(string? setting, string? listened, string? expected)
    {
        string[] addresses = listened is null ? [] : [listened];
        new PublicAddress(setting, () => addresses).Root.ShouldBe(expected);
    }

    [Theory]
    [InlineData("zf.example.gov.cn")]
    [InlineData("ftp://zf.example.gov.cn")]
    [InlineData("https://zf.example.gov.cn/?a=1")]
    public void What_is_no_address_is_refused_at_the_start(string setting) =>
        Should.Throw<RefusedOperationException>(() => new PublicAddress(setting, () => []));

    [Fact]
    public async Task The_bank_s_own_code_is_shown_where_it_is_configured()
    {
        await using var own = await ApiFixture.StartAsync(("Fines:BankAddress", "https://bank.example.cn/pay?bill={code}"));
        var @case = await own.GivenDecidedCase();
        using var answer = await own.Http.GetAsync($"/public/pay/{@case.PaymentCode}");
        var html = await answer.Content.ReadAsStringAsync();

        html.ShouldContain($"href=\"https://bank.example.cn/pay?bill={@case.PaymentCode}\"");
        html.ShouldContain("<svg class=\"code\"");
    }

    private static IReadOnlyList<string> OnTheLastPage(byte[] pdf) =>
        Poppler.ScannedCodes(pdf, int.Parse(Poppler.Information(pdf)["Pages"], CultureInfo.InvariantCulture));

    private static (DocumentIssue Documents, CaseDocument Document) SampleWithoutAddress(DocumentKind kind)
    {
        var key = Convert.ToBase64String(new byte[32]);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Keys:personal-data", key), new("Keys:blind-index", key)])
            .Build();
        var documents = new DocumentIssue(new PersonalDataVault(new KeyRing(configuration, directory: "")), new(null, () => []));
        var values = SampleForms.For(DocumentForms.Of(kind));
        var now = new DateTimeOffset(2026, 3, 26, 10, 0, 0, TimeSpan.FromHours(8));
        var document = documents.Form(kind, values, Guid.CreateVersion7(), "/tj/bhxq/hg/", new(2026, 3, 26), actPlace: null, now);
        return (documents, document);
    }

    private async Task<string> CodeOf(Guid @case, string kind) =>
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case}/documents"))
            .Body.EnumerateArray()
            .Last(d => d.GetProperty("kind").GetString() == kind)
            .GetProperty("verificationCode")
            .GetString()!;

    private async Task<byte[]> Printed(DecidedCase @case, string kind, string format) =>
        await Printed(@case.Id, await @case.Paper(kind), format);

    private async Task<byte[]> Printed(Guid @case, Guid document, string format)
    {
        var officer = api.SignedInAs("hg-officer1");
        var print = await officer.PostJson($"cases/{@case}/documents/{document}/prints", new { format });
        print.Status.ShouldBe(201, print.Body.ToString());
        return (await officer.GetJson($"cases/{@case}/documents/{document}/file?format={format}")).Bytes;
    }
}
