using System.Text;
using System.Xml.Linq;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>What is published of the ordinary procedure is its table of acts, whole.</summary>
public sealed class ProcedureChartTests(ApiFixture api)
{
    [Fact]
    public async Task Every_row_appears_in_JSON_picture_text_and_list_of_records()
    {
        var acts = (await api.Anonymous.GetJson("procedures/ordinary"))["acts"].EnumerateArray().ToList();
        var listed = (await api.Anonymous.GetJson("procedures/ordinary/recording-list"))
            .Body.EnumerateArray()
            .SelectMany(stage => stage.GetProperty("records").EnumerateArray())
            .Select(r => r.GetProperty("act").GetString())
            .ToList();
        var texts = TextsIn(Svg(await Page()));
        var mermaid = await Get("flowchart.mmd");

        acts.Select(a => a.GetProperty("act").GetString()).ShouldBe(OrdinaryProcedure.Rows.Select(r => r.Act.ToString()));
        listed.Order(StringComparer.Ordinal).ShouldBe(OrdinaryProcedure.Rows.Select(r => r.Act.ToString()).Order(StringComparer.Ordinal));
        foreach (var row in OrdinaryProcedure.Rows)
        {
            texts.ShouldContain(row.Name);
            mermaid.ShouldContain($" {row.Name}<br/>");
            mermaid.ShouldContain($"{row.Recording.Content}<br/>");
        }
    }

    [Fact]
    public async Task Act_shows_who_when_after_what_by_which_rule_and_what_is_recorded()
    {
        var decide = (await api.Anonymous.GetJson("procedures/ordinary"))["acts"]
            .EnumerateArray()
            .Single(a => a.GetProperty("act").GetString() == "Decide");

        decide.GetProperty("from").EnumerateArray().Select(s => s.GetString()).ShouldBe(["Told"]); // earlier it is only refused with its article
        decide.GetProperty("to").EnumerateArray().Select(s => s.GetString()).ShouldBe(["Decided"]);
        decide.GetProperty("by")[0].GetProperty("name").GetString().ShouldBe("机关负责人");
        decide.GetProperty("recording").GetProperty("stageName").GetString().ShouldBe("决定");
        decide.GetProperty("starts")[0].GetProperty("kind").GetString().ShouldBe("Service");
        var rules = decide
            .GetProperty("needs")
            .EnumerateArray()
            .SelectMany(n => n.GetProperty("refusals").EnumerateArray())
            .Select(r => r.GetProperty("rule").GetString())
            .ToList();
        rules.ShouldContain("APL-62");
        rules.ShouldContain("APL-58-2");
        rules.ShouldContain("APL-57-2");
    }

    [Fact]
    public async Task No_act_is_sent_back_to_where_its_gates_never_let_it_come_from()
    {
        var closing = (await api.Anonymous.GetJson("procedures/ordinary"))["acts"]
            .EnumerateArray()
            .Single(a => a.GetProperty("act").GetString() == "ApproveClosing");

        closing
            .GetProperty("needs")
            .EnumerateArray()
            .SelectMany(n => n.GetProperty("refusals").EnumerateArray())
            .Count()
            .ShouldBeLessThan(20); // a gate that looks a row up is not refused by all others
        OrdinaryProcedure.Rows.ShouldAllBe(r => r.TooEarlyAt.All(r.From.Contains) && r.DoneAt.Any());
        OrdinaryProcedure
            .Rows.SelectMany(r => r.OrMoves?.Select(m => (r, m)) ?? [])
            .ShouldAllBe(x => x.r.From.Contains(x.m.From) && x.r.OrTo.Contains(x.m.To));
        OrdinaryProcedure.Rows.Single(r => r.Act == CaseAct.Decide).Moves.ShouldBe([new(CaseStage.Told, CaseStage.Decided)]);
    }

    [Fact]
    public async Task English_names_come_by_Accept_Language_and_Chinese_is_the_default()
    {
        (await Page()).ShouldContain("行政处罚普通程序流程图");
        (await Get("flowchart", "zh-CN,en;q=0.5")).ShouldContain("行政处罚普通程序流程图");

        var english = await Get("flowchart", "en-GB,en;q=0.9");

        english.ShouldContain("Flow chart of the ordinary procedure");
        TextsIn(Svg(english)).ShouldContain("Legal review opinion");
        (await Get("flowchart.mmd", "en")).ShouldContain("Legal review opinion (法制审核意见)<br/>");
    }

    [Fact]
    public async Task The_chart_is_the_approved_one()
    {
        Snapshot.ShouldMatch(Svg(await Page()) + "\n", "tests/EnforcementCases.Api.Tests/Cases/Approved/ordinary-procedure.svg");
        Snapshot.ShouldMatch(await Get("flowchart.mmd"), "tests/EnforcementCases.Api.Tests/Cases/Approved/ordinary-procedure.mmd");
    }

    private Task<string> Page() => Get("flowchart");

    private async Task<string> Get(string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/procedures/ordinary/{path}");
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static string Svg(string page) =>
        page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.IndexOf("</svg>", StringComparison.Ordinal) + 6)];

    private static HashSet<string> TextsIn(string svg) =>
        XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToHashSet(StringComparer.Ordinal);
}
