using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;
using static EnforcementCases.Site.SiteHtml;

namespace EnforcementCases.Site;

/// <summary>What was looked for and what was found.</summary>
internal sealed record FoundDecisions(PublicSearch Search, PublishedDecisionList Found, IReadOnlyList<PublicOrgan> Organs);

/// <summary>The list of published decisions with its search form (执法决定).</summary>
internal static class DecisionListPage
{
    public const string Title = "执法决定";

    public static string Of(HttpContext http, FoundDecisions found) =>
        Form(http, found.Search, found.Organs)
        + (
            found.Found.Items.Count == 0
                ? HtmlPage.Paragraph(English.Current("没有找到符合条件的已公示决定。"))
                : Table(
                    "已公示的决定，按公示日期排列",
                    ["决定书文号", "决定机关", "类别", "当事人", "违法行为", "处理结果", "决定日期", "公示日期"],
                    found.Found.Items.Select(d => Row(http, d))
                )
        )
        + Next(http, found);

    /// <summary>The search: by organ, days, kind and number; never by a person.</summary>
    public static string Form(HttpContext http, PublicSearch search, IReadOnlyList<PublicOrgan> organs)
    {
        var options = new StringBuilder(Option("", English.Current("全部"), search.OrganId is null));
        foreach (var organ in organs)
            options.Append(Option(organ.Id.ToString("D"), organ.Name, search.OrganId == organ.Id));
        var kinds = new StringBuilder(Option("", English.Current("全部"), search.Kind is null));
        foreach (var kind in Enum.GetValues<PublicDecisionKind>())
            kinds.Append(Option(kind.ToString(), English.Current(kind.Term()), search.Kind == kind));
        return $"""
            <form method="get" action="{SitePages.Decisions}" role="search">
            {SiteFrame.HiddenLanguage(http)}
            <label>{Word("决定机关")}<select name="organ">{options}</select></label>
            <label>{Word("类别")}<select name="kind">{kinds}</select></label>
            <label>{Word("决定日期从")}<input type="date" name="from" value="{Date(search.From)}"></label>
            <label>{Word("到")}<input type="date" name="to" value="{Date(search.To)}"></label>
            <label>{Word("决定书文号")}<input name="number" maxlength="200" value="{HtmlPage.Encode(search.Number ?? "")}"></label>
            <button type="submit">{Word("查询")}</button>
            </form>

            """;
    }

    private static IEnumerable<string> Row(HttpContext http, PublishedDecision decision) =>
        [
            $"""<a href="{SiteFrame.Link(http, PublicPages.DecisionPath(decision.Code))}">{HtmlPage.Encode(decision.Number)}</a>""",
            HtmlPage.Encode(decision.Organ),
            Word(decision.Kind.Term()),
            HtmlPage.Encode(decision.Copy?.PartyName ?? ""),
            HtmlPage.Encode(decision.Copy?.Offence ?? ""),
            HtmlPage.Encode(decision.Copy?.Result ?? ""),
            Date(decision.DecidedOn),
            Date(decision.PublishedOn),
        ];

    private static string Next(HttpContext http, FoundDecisions found)
    {
        if (found.Found.Next is not { } next)
            return "";
        var search = found.Search;
        var link = SiteFrame.Link(
            http,
            SitePages.Decisions,
            ("organ", search.OrganId?.ToString("D")),
            ("kind", search.Kind?.ToString()),
            ("from", Date(search.From)),
            ("to", Date(search.To)),
            ("number", search.Number),
            ("cursor", next)
        );
        return $"""<p><a rel="next" href="{link}">{Word("下一页")}</a></p>""";
    }
}
