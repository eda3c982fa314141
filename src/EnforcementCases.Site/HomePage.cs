using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Web;
using static EnforcementCases.Site.SiteHtml;

namespace EnforcementCases.Site;

/// <summary>The first page: which organs, what they may do, what they decided, how to contest it.</summary>
internal static class HomePage
{
    public static string Of(HttpContext http, IReadOnlyList<PublicOrgan> organs) =>
        HtmlPage.Paragraph(Platform.Language.English.Current("本网站公示街道、乡镇行政执法的主体、人员、依据、程序、结果和救济途径。"))
        + Heading("查找执法决定")
        + DecisionListPage.Form(http, new(null, null, null, null, null, null), organs)
        + Heading("事前公示")
        + ListPage.Links(http, organ: null)
        + Heading("执法主体")
        + Organs(http, organs);

    private static string Organs(HttpContext http, IReadOnlyList<PublicOrgan> organs)
    {
        var html = new StringBuilder("<ul>\n");
        foreach (var organ in organs)
        {
            var id = organ.Id.ToString("D");
            html.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"""<li>{HtmlPage.Encode(organ.Name)}: <a href="{SiteFrame.Link(http, SitePages.Decisions, ("organ", id))}">{Word("执法决定")}</a> · <a href="{SiteFrame.Link(http, $"{SitePages.Lists}/{PublicList.Bases}", ("organ", id))}">{Word(PublicList.Bases.Term())}</a> · <a href="{SiteFrame.Link(http, $"{SitePages.Lists}/{PublicList.Officers}", ("organ", id))}">{Word(PublicList.Officers.Term())}</a> · <a href="{SiteFrame.Link(http, $"{SitePages.Lists}/{PublicList.Reviews}", ("organ", id))}">{Word(PublicList.Reviews.Term())}</a></li>"""
            );
            html.Append('\n');
        }
        return html.Append("</ul>\n").ToString();
    }
}
