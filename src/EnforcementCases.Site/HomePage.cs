using System.Globalization;
using System.Text;
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
        var html = new StringBuilder();
        foreach (var organ in organs)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"""<h3><a href="{SiteFrame.Link(http, SitePages.Decisions, ("organ", organ.Id.ToString("D")))}">{HtmlPage.Encode(organ.Name)}</a></h3>"""
            );
            html.Append('\n').Append(ListPage.Links(http, organ));
        }
        return html.ToString();
    }
}
