using System.Globalization;
using System.Text;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;
using static EnforcementCases.Site.SiteHtml;

namespace EnforcementCases.Site;

/// <summary>How a decision is contested, by organ (救济途径).</summary>
internal static class RemedyPage
{
    public const string Title = "如何救济";

    public static string Of(IReadOnlyList<PublicOrgan> organs)
    {
        var html = new StringBuilder("<ul>\n");
        foreach (
            var sentence in (string[])
                [
                    "对行政处罚决定不服的，可以自知道或者应当知道该决定之日起六十日内申请行政复议（《行政复议法》第二十条）。",
                    "也可以自知道或者应当知道该决定之日起六个月内向人民法院提起行政诉讼（《行政诉讼法》第四十六条）。",
                    "对当场作出的行政处罚决定不服的，应当先申请行政复议，对复议决定仍不服的，再提起行政诉讼（《行政复议法》第二十三条）。",
                    "对公示的内容有异议的，可以向作出决定的机关申请更正。",
                ]
        )
            html.Append(CultureInfo.InvariantCulture, $"<li>{Word(sentence)}</li>\n");
        html.Append("</ul>\n");
        html.Append(
            Table(
                "各机关的复议机关、管辖法院和联系方式",
                ["决定机关", "复议机关", "管辖法院", "地址和电话"],
                organs.Select(o =>
                    (IEnumerable<string>)
                        [
                            HtmlPage.Encode(o.Name),
                            HtmlPage.Encode(o.ReconsiderationOrgan),
                            HtmlPage.Encode(o.Court),
                            HtmlPage.Encode(o.Contact),
                        ]
                )
            )
        );
        return html.ToString();
    }
}

/// <summary>The form that leads to the check of a paper.</summary>
internal static class CheckPage
{
    public static string Of(HttpContext http) =>
        HtmlPage.Paragraph(English.Current("输入文书上的查验码，核对文书是否由该机关出具、是否现行有效。"))
        + $"""
            <form method="get" action="{SitePages.Check}">
            {SiteFrame.HiddenLanguage(http)}
            <label>{Word("查验码")}<input name="code" maxlength="{PublicPages.LongestCode}" required autocomplete="off"></label>
            <button type="submit">{Word("查询")}</button>
            </form>

            """;
}
