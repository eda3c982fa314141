using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Publicity;

/// <summary>The public site: no script, nothing from elsewhere, Chinese and English, nothing about a person.</summary>
public sealed class SitePagesTests(ApiFixture api)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "/", "本网站公示街道、乡镇行政执法" },
            { "/decisions", "决定书文号" },
            { "/lists", "权责清单" },
            { "/lists/Powers", "行政处罚" },
            { "/lists/Benchmarks", "<td>CL-GJ-ZS-02-1</td>" },
            { "/lists/Exemptions", "<td>MF-001</td>" },
            { "/lists/Bases?organ={hg}", "《城市道路管理条例》" },
            { "/lists/Reviews?organ={hg}", "汉沽街道" },
            { "/lists/Officers?organ={hg}", "执法证号" },
            { "/remedies", "六十日内申请行政复议" },
            { "/verify", "查验码" },
        };

    [Theory, Rule("APL-39"), Rule("PUB-118-1")]
    [MemberData(nameof(Pages))]
    public async Task Each_page_is_there_without_script_in_two_languages(string path, string words)
    {
        var address = path.Replace("{hg}", $"{DemoIds.Organisation("/tj/bhxq/hg/")}", StringComparison.Ordinal);

        var page = await api.Page(address);

        page.Status.ShouldBe(200);
        page.Html.ShouldContain(words);
        page.Html.ShouldNotContain("该日没有有效的内容");
        page.Html.ShouldContain("lang=\"zh-CN\"");
        page.Policy.ShouldContain("default-src 'self'");
        foreach (var foreign in (string[])["<script", "<style", " style=", " onclick=", "javascript:", "src=\"http", "href=\"http"])
            page.Html.ShouldNotContain(foreign);
        var english = await api.Page(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=en");
        english.Html.ShouldContain("<html lang=\"en\">");
        english.Html.ShouldContain("Publicity of administrative enforcement");
    }

    [Theory]
    [InlineData("/lists/Nothing", 404)]
    [InlineData("/lists/7", 404)]
    [InlineData("/lists/Officers", 404)] // of which organ?
    [InlineData("/decisions/XXXXXXXXXXXXXXXXXXXX", 404)]
    [InlineData("/decisions?cursor=nonsense", 400)]
    [InlineData("/decisions?from=yesterday&kind=Other&organ=none", 200)] // a form that was filled in wrongly looks for everything
    public async Task What_is_not_there_is_said_on_a_page(string path, int status) => (await api.Page(path)).Status.ShouldBe(status);

    [Fact]
    public async Task Decisions_are_found_by_organ_kind_day_and_number_and_never_by_name()
    {
        await using var own = await PublicityApi.StartOwnAsync();
        var @case = await own.GivenDecidedCase();
        await own.Published(@case.Id);
        var number = Uri.EscapeDataString(@case.Number);

        foreach (
            var query in (string[])
                [
                    $"number={number}",
                    $"number={number}&organ={DemoIds.Organisation("/tj/bhxq/hg/")}&kind=OnTheSpotPenalty&from=2024-05-13&to=2024-05-13",
                ]
        )
            (await own.Page($"/decisions?{query}")).Html.ShouldContain(@case.Number + "</a>");
        foreach (
            var query in (string[])
                [
                    $"number={number}&organ={DemoIds.Organisation("/tj/bhxq/xc/")}",
                    $"number={number}&kind=Penalty",
                    $"number={number}&from=2024-05-14",
                    $"number={number}&to=2024-05-12",
                    $"number={Uri.EscapeDataString(@case.PartyName)}",
                ]
        )
            (await own.Page($"/decisions?{query}")).Html.ShouldContain("没有找到符合条件的已公示决定");
    }

    [Fact]
    public async Task The_form_leads_to_the_check_of_a_paper()
    {
        using var response = await api.Http.GetAsync("/verify?code=ABCDEFGHJKLM");

        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/public/verify/ABCDEFGHJKLM");
    }
}
