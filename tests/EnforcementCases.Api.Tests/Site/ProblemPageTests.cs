using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.OpenApi;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Site;

/// <summary>The type of every problem leads to a page that explains it.</summary>
public sealed class ProblemPageTests(ApiFixture api)
{
    private static readonly ErrorCatalogue Errors = new(Capabilities.Assemblies);

    [Fact]
    public async Task The_type_of_a_problem_is_the_address_of_its_page()
    {
        var refused = await api.Anonymous.GetJson("cases");
        var address = new Uri(new Uri(api.Http.BaseAddress!, "/api/v1/cases"), refused["type"].GetString());

        var page = await Read(address, "text/html", "zh-CN");

        page.ShouldContain("请先登录");
        page.ShouldContain("access.not-signed-in");
        page.ShouldContain("lang=\"zh-CN\"");
    }

    [Fact]
    public async Task Every_code_has_a_page_with_title_article_and_next_step()
    {
        Errors.All.Count.ShouldBeGreaterThan(400);
        foreach (var error in Errors.All)
        {
            var explained = (
                await ApiAnswer.ReadAsync(await Ask(new(api.Http.BaseAddress!, "/problems/" + error.Code), "application/json", "zh-CN"))
            ).Body;
            explained.GetProperty("code").GetString().ShouldBe(error.Code);
            explained.GetProperty("title").GetString().ShouldBe(error.Title);
            explained.GetProperty("basis").GetString().ShouldBe(error.Basis?.ToString());
            explained.GetProperty("nextStep").GetString().ShouldNotBeNullOrEmpty(error.Code);
        }
    }

    [Fact]
    public async Task It_is_English_for_who_asks_for_it_and_there_is_none_for_a_code_that_does_not_exist()
    {
        var english = await Read(new(api.Http.BaseAddress!, "/problems/simple-procedure.citizen-fine-over-ceiling"), "text/html", "en");
        english.ShouldContain("Legal basis");
        english.ShouldContain("APL-51-1");
        english.ShouldContain("lang=\"en\"");
        (await Read(new(api.Http.BaseAddress!, "/problems/service.failed"), "text/html", "en")).ShouldContain("traceId");

        using var unknown = await Ask(new(api.Http.BaseAddress!, "/problems/no.such-code"), "text/html", "zh-CN");
        unknown.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (
            await ApiAnswer.ReadAsync(await Ask(new(api.Http.BaseAddress!, "/problems/no.such-code"), "application/json", "zh-CN"))
        ).ShouldBeProblem(404, "request.no-such-route");
    }

    private async Task<string> Read(Uri address, string accept, string language)
    {
        using var answer = await Ask(address, accept, language);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> Ask(Uri address, string accept, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await api.Http.SendAsync(request);
    }
}
