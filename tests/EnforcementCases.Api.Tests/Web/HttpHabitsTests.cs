using System.IO.Compression;
using System.Net;
using System.Text;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>What proxies and generic clients do with HTTP, and what they find.</summary>
public sealed class HttpHabitsTests(ApiFixture api)
{
    [Theory]
    [InlineData("W/{0}", 200)] // a proxy that compresses makes a tag weak
    [InlineData("\"another.1\", {0}", 200)]
    [InlineData("{0}", 200)]
    [InlineData("\"another.1\"", 412)]
    [InlineData("W/\"another.1\"", 412)]
    public async Task A_tag_is_compared_by_its_value(string form, int status)
    {
        var @case = await api.GivenDecidedCase();
        var officer = api.SignedInAs("hg-officer1");
        var tag = (await officer.GetJson($"cases/{@case.Id}")).ETag!;

        var answer = await officer.PostJson(
            $"cases/{@case.Id}/acts/report-back",
            ReportBack(@case),
            ifMatch: string.Format(null, form, tag)
        );

        answer.Status.ShouldBe(status, answer.Body.ToString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"unclosed")]
    [InlineData("w/\"lower\"")]
    [InlineData("*")]
    [InlineData(" ")]
    public async Task What_is_no_tag_is_malformed(string header)
    {
        var @case = await api.GivenDecidedCase();

        var answer = await api.SignedInAs("hg-officer1").PostJson($"cases/{@case.Id}/acts/report-back", ReportBack(@case), ifMatch: header);

        answer.ShouldBeProblem(400, "request.if-match-malformed")["nextStep"].GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Json_is_compressed_for_whoever_accepts_it(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/procedures/ordinary");
        request.Headers.AcceptEncoding.ParseAdd(coding);

        using var answer = await api.Http.SendAsync(request);

        answer.Content.Headers.ContentEncoding.ShouldBe([coding]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        await using var stream = await answer.Content.ReadAsStreamAsync();
        await using Stream plain =
            coding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        (await reader.ReadToEndAsync()).ShouldBe(await api.Http.GetStringAsync("/api/v1/procedures/ordinary"));
    }

    [Fact]
    public async Task A_refusal_is_compressed_too_and_a_page_is_not()
    {
        using var refused = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cases");
        refused.Headers.AcceptEncoding.ParseAdd("gzip");
        using var page = new HttpRequestMessage(HttpMethod.Get, "/problems/request.stale");
        page.Headers.AcceptEncoding.ParseAdd("gzip");

        using var problem = await api.Http.SendAsync(refused);
        using var html = await api.Http.SendAsync(page);

        problem.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        problem.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        html.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_token_says_so_and_what_to_do()
    {
        await using var own = await ApiFixture.StartAsync();
        var session = await own.SignIn("hg-officer1");
        own.Clock.Advance(TimeSpan.FromMinutes(11));

        var old = await own.WithToken(session.AccessToken).GetJson("cases");
        var renewed = await own.Anonymous.PostJson("session/refresh", new { refreshToken = session.RefreshToken });

        old.ShouldBeProblem(401, "access.not-signed-in")["nextStep"].GetString()!.ShouldStartWith("POST /api/v1/session/refresh");
        old.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
        (await own.WithToken(renewed["accessToken"].GetString()!).GetJson("cases")).Status.ShouldBe(200);
        (await own.Anonymous.GetJson("cases")).Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task An_instant_of_an_answer_is_Beijing_time_with_milliseconds()
    {
        var @case = await api.GivenDecidedCase();

        var read = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}");

        read["decidedAt"].GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$");
    }

    private static object ReportBack(DecidedCase @case) => new { doneAt = @case.DecidedAt.AddHours(1) };
}
