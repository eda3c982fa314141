using System.Globalization;
using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;
using static EnforcementCases.Site.SiteHtml;

namespace EnforcementCases.Site;

/// <summary>The lists that are published beforehand (事前公示), each as of a day.</summary>
internal static class ListPage
{
    public const string Title = "执法依据和清单";

    /// <summary>Lists that are about one organ.</summary>
    private static readonly PublicList[] OfOrgans = [PublicList.Bases, PublicList.Reviews, PublicList.Officers];

    /// <summary>All lists; those of an organ by organ.</summary>
    public static string Index(HttpContext http, IReadOnlyList<PublicOrgan> organs)
    {
        var html = new StringBuilder(Links(http, organ: null));
        foreach (var organ in organs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{HtmlPage.Encode(organ.Name)}</h2>\n");
            html.Append(Links(http, organ));
        }
        return html.ToString();
    }

    /// <param name="organ">The organ whose lists are linked; null links those that are the same for all.</param>
    public static string Links(HttpContext http, PublicOrgan? organ)
    {
        var html = new StringBuilder("<ul>\n");
        foreach (var list in Enum.GetValues<PublicList>().Where(l => OfOrgans.Contains(l) == organ is not null))
        {
            var link = SiteFrame.Link(http, $"{SitePages.Lists}/{list}", ("organ", organ?.Id.ToString("D")));
            html.Append(CultureInfo.InvariantCulture, $"""<li><a href="{link}">{Word(list.Term())}</a></li>""").Append('\n');
        }
        return html.Append("</ul>\n").ToString();
    }

    public static string Of(HttpContext http, PublicTable table) =>
        (table.Organ is { } organ ? HtmlPage.Paragraph(organ.Name) : "")
        + $"""
            <form method="get" action="{SitePages.Lists}/{table.List}">
            {SiteFrame.HiddenLanguage(http)}
            {(table.Organ is { } kept ? HtmlPage.Hidden("organ", kept.Id.ToString("D")) : "")}
            <label>{Word("查看某日有效的版本")}<input type="date" name="on" value="{Date(table.On)}"></label>
            <button type="submit">{Word("查询")}</button>
            </form>

            """
        + (
            table.Rows.Count == 0
                ? HtmlPage.Paragraph(English.Current("该日没有有效的内容。"))
                : Table(table.List.Term(), table.Columns, table.Rows.Select(row => row.Select(HtmlPage.Encode)))
        );
}
