using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Language;

/// <summary>The same request in Chinese and in English.</summary>
public sealed partial class AnswersInEnglishTests(ApiFixture api)
{
    [Fact]
    public async Task A_refusal_is_said_in_the_language_asked_for_and_its_code_stays()
    {
        var chinese = await In("zh-CN", "cases/018f0000-0000-7000-8000-000000000000", "hg-officer1");
        var english = await In("en-GB,en;q=0.9,zh;q=0.1", "cases/018f0000-0000-7000-8000-000000000000", "hg-officer1");

        chinese.ShouldBeProblem(404, "case.not-found");
        english.ShouldBeProblem(404, "case.not-found");
        chinese["title"].GetString().ShouldBe("没有找到该案件");
        english["title"].GetString().ShouldBe("The case was not found");
        english["detail"].GetString().ShouldBe("Case 018f0000-0000-7000-8000-000000000000");
        ContentLanguage(chinese).ShouldBe("zh-CN");
        ContentLanguage(english).ShouldBe("en");
        english.Headers.Vary.ShouldContain("Accept-Language");
        chinese.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Fact]
    public async Task A_rule_of_law_is_refused_with_its_article_in_both()
    {
        var command = CaseSteps.ASimpleCase(amountFen: 200_01);

        var chinese = await Post("zh", "simple-cases", command, "hg-officer1");
        var english = await Post("en", "simple-cases", command, "hg-officer1");

        chinese.ShouldBeProblem(422, "simple-procedure.citizen-fine-over-ceiling", "APL-51-1");
        english.ShouldBeProblem(422, "simple-procedure.citizen-fine-over-ceiling", "APL-51-1");
        english["title"]
            .GetString()
            .ShouldBe("The fine for a citizen exceeds the ceiling of on-the-spot penalties; the ordinary procedure applies");
        english["basis"].GetString().ShouldBe("Administrative Penalty Law (行政处罚法), Article 51 (第五十一条)");
        english["detail"].GetString().ShouldBe("The fine is 200.01 yuan, the ceiling 200.00 yuan");
    }

    [Fact]
    public async Task Faults_of_a_body_are_said_in_English()
    {
        var missing = await Post("en", "session", new { userName = "" }, null);
        var invalid = await Post("en", "session", new { userName = "", password = "" }, null);

        missing.ShouldBeProblem(400, "request.malformed");
        Errors(missing).ShouldContain("A required member is missing");
        invalid.ShouldBeProblem(400, "request.invalid");
        Errors(invalid).ShouldBe(["May not be empty", "May not be empty"]);
        Errors(await Post("zh", "session", new { userName = "", password = "" }, null)).ShouldBe(["不得为空", "不得为空"]);
    }

    /// <summary>Refusals of the door itself: no route, a wrong method, an unknown parameter, nobody signed in.</summary>
    [Fact]
    public async Task The_door_speaks_English_too()
    {
        (await In("en", "no-such-thing", null))["title"].GetString().ShouldBe("There is nothing at this address");
        (await In("en", "cases?colour=red", "hg-officer1"))["title"].GetString().ShouldBe("A query parameter is not among those allowed");
        (await In("en", "cases", null))["title"].GetString().ShouldBe("Please sign in");
    }

    /// <summary>What the reads of each area say of their own is English; what people entered and the texts of the law stay.</summary>
    [Theory]
    [InlineData("admin/rights", "term")]
    [InlineData("admin/jobs", "term")]
    [InlineData("procedures/ordinary", "name", "title", "content", "manner", "carrier", "stageName", "basis")]
    [InlineData("procedures/ordinary/recording-list", "name", "content", "manner", "carrier")]
    [InlineData("statistics/2026/figures", "population")]
    [InlineData("statistics/2026/report", "source")]
    [InlineData("catalogue/parameters", "why")]
    [InlineData("catalogue/calendar/2026", "name")]
    public async Task Reads_of_every_area_are_said_in_English(string path, params string[] members)
    {
        var user = path.StartsWith("admin", StringComparison.Ordinal) ? "tj-admin" : "hg-head";

        var chinese = await In("zh", path, user);
        var english = await In("en", path, user);

        chinese.Status.ShouldBe(200, chinese.Body.ToString());
        english.Status.ShouldBe(200);
        var before = Members(chinese.Body, members).ToList();
        var after = Members(english.Body, members).ToList();
        before.ShouldNotBeEmpty();
        after.Count.ShouldBe(before.Count);
        before.Any(IsChinese).ShouldBeTrue();
        after.Where(IsChinese).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acts_duties_and_deadlines_of_a_case_are_said_in_English()
    {
        var id = (await api.GivenDecidedCase()).Id;

        var acts = await In("en", $"cases/{id}/acts", "hg-officer1");
        var deadlines = await In("en", $"cases/{id}/deadlines", "hg-officer1");
        var papers = await In("en", $"cases/{id}/documents", "hg-officer1");

        Members(acts.Body, ["name", "title", "detail", "nextStep", "openDuties", "basis"]).Where(IsChinese).ShouldBeEmpty();
        Members(acts.Body, ["name"]).ShouldContain("Closing (结案)");
        Members(deadlines.Body, ["text", "name", "startEvent", "instrument", "article"]).Where(IsChinese).ShouldBeEmpty();
        Members(deadlines.Body, ["text"]).ShouldAllBe(t => t.Contains("counted from the day after", StringComparison.Ordinal));
        Members(papers.Body, ["title"]).ShouldBe(["On-the-spot penalty decision (当场行政处罚决定书)"]);
    }

    [Fact]
    public async Task A_replayed_answer_is_said_in_the_language_of_whoever_asks_again()
    {
        var decided = await api.GivenDecidedCase(correctBy: new(2024, 5, 20));
        var act = new { doneAt = decided.DecidedAt.AddHours(1) };
        var (key, ifMatch) = (Guid.NewGuid().ToString("N"), (await decided.Acts()).ETag);

        var english = await Post("en", $"cases/{decided.Id}/acts/report-back", act, "hg-officer1", key, ifMatch);
        var chinese = await Post("zh", $"cases/{decided.Id}/acts/report-back", act, "hg-officer1", key, ifMatch);

        english.Status.ShouldBe(200, english.Body.ToString());
        chinese.Replayed.ShouldBeTrue();
        var said = Members(english.Body, ["openDuties"]).ToList();
        var replayed = Members(chinese.Body, ["openDuties"]).ToList();
        said.ShouldNotBeEmpty();
        said.Any(IsChinese).ShouldBeFalse();
        replayed.Count.ShouldBe(said.Count);
        replayed.ShouldAllBe(d => IsChinese(d));
    }

    [Fact]
    public async Task A_reading_copy_has_labels_in_both_and_is_no_print()
    {
        var id = (await api.GivenDecidedCase()).Id;
        var paper = (await In("zh", $"cases/{id}/documents", "hg-officer1")).Body[0].GetProperty("id").GetGuid();

        var copy = await In("en", $"cases/{id}/documents/{paper}/reading-copy", "hg-officer1");

        copy.Status.ShouldBe(200);
        var text = Poppler.CopiedText(copy.Bytes);
        text.ShouldContain("译文仅供参考，以中文文本为准");
        text.ShouldContain("Readingcopy;theChinesetextprevails"); // read without its spaces
        text.ShouldContain("On-the-spotpenaltydecision");
        text.ShouldContain("Factsoftheunlawfulact");
        (await In("zh", $"cases/{id}/documents", "hg-officer1")).Body[0].GetProperty("prints").EnumerateObject().ShouldBeEmpty();
        (await In("en", $"cases/{id}/documents/{Guid.NewGuid()}/reading-copy", "hg-officer1"))["title"]
            .GetString()
            .ShouldBe("The document was not found");
    }

    private Task<ApiAnswer> In(string language, string path, string? user) => Send(HttpMethod.Get, language, path, null, user, null, null);

    private Task<ApiAnswer> Post(string language, string path, object body, string? user, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Post, language, path, body, user, key, ifMatch);

    private async Task<ApiAnswer> Send(
        HttpMethod method,
        string language,
        string path,
        object? body,
        string? user,
        string? key,
        string? ifMatch
    )
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (user is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await api.TokenOf(user));
        if (method != HttpMethod.Get)
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null)
            request.Content = System.Net.Http.Json.JsonContent.Create(body, body.GetType(), new MediaTypeHeaderValue("application/json"));
        return await ApiAnswer.ReadAsync(await api.Http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Errors(ApiAnswer answer) =>
        answer["errors"].EnumerateArray().Select(e => e.GetProperty("message").GetString()!);

    private static string? ContentLanguage(ApiAnswer answer) => answer.ContentHeaders.ContentLanguage.SingleOrDefault();

    /// <summary>The texts of members of these names, wherever they stand.</summary>
    private static IEnumerable<string> Members(JsonElement element, string[] names) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(m => names.Contains(m.Name) ? Texts(m.Value) : Members(m.Value, names)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Members(e, names)),
            _ => [],
        };

    private static IEnumerable<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
            _ => [],
        };

    /// <summary>Chinese outside the brackets in which a term of law stands.</summary>
    private static bool IsChinese(string text) => Brackets().Replace(text, "").Any(c => c is >= '\u4e00' and <= '\u9fff');

    [GeneratedRegex(@"\([^()]*\)|（[^（）]*）")]
    private static partial Regex Brackets();
}
