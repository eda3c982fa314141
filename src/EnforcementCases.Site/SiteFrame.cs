using System.Globalization;
using System.Text;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>The frame of the public site: head, navigation, content, foot. No script, nothing from elsewhere.</summary>
internal static class SiteFrame
{
    public const string StylePath = "/pages/site.css";
    private const string LanguageKey = "lang";

    private static readonly CompositeFormat Frame = CompositeFormat.Parse(
        """
        <!DOCTYPE html>
        <html lang="{0}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{1} – {2}</title>
        <link rel="stylesheet" href="{3}">
        </head>
        <body>
        <a class="skip" href="#content">{4}</a>
        <header>
        <p class="site"><a href="{5}">{2}</a></p>
        <nav aria-label="{6}">{7}</nav>
        <p class="language"><a href="{8}" lang="{9}" hreflang="{9}">{10}</a></p>
        </header>
        <main id="content">
        <h1>{1}</h1>
        {11}
        </main>
        <footer><p>{12}</p></footer>
        </body>
        </html>

        """
    );

    private static string E(string chinese) => HtmlPage.Encode(English.Current(chinese));

    /// <summary>Answers with a page of the site.</summary>
    /// <param name="title">Title, one of our words in Chinese, or a name.</param>
    /// <param name="body">HTML, whose texts are encoded.</param>
    public static IResult Page(HttpContext http, string title, string body, int status)
    {
        HtmlPage.Protect(http.Response);
        var (language, other) =
            AnswerLanguages.Current is AnswerLanguage.English
                ? (AnswerLanguage.English, AnswerLanguage.Chinese)
                : (AnswerLanguage.Chinese, AnswerLanguage.English);
        return Results.Content(
            string.Format(
                CultureInfo.InvariantCulture,
                Frame,
                language.Tag(),
                E(title),
                E("行政执法公示"),
                StylePath,
                E("跳到正文"),
                Link(http, SitePages.Home),
                E("导航"),
                Navigation(http),
                Switch(http, other),
                other.Tag(),
                other is AnswerLanguage.English ? "English" : "中文",
                body,
                E("公示的决定已隐去个人信息。对公示内容有异议的，请向作出决定的机关提出。")
            ),
            "text/html; charset=utf-8",
            Encoding.UTF8,
            status
        );
    }

    /// <summary>An address of the site in the language that the visitor chose, encoded for an attribute.</summary>
    public static string Link(HttpContext http, string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var values = QueryString.Empty;
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
                values = values.Add(name, value);
        }
        if (Chosen(http) is { } chosen)
            values = values.Add(LanguageKey, chosen);
        return HtmlPage.Encode(path + values);
    }

    /// <summary>The language as a hidden field of a form; empty unless the visitor chose one.</summary>
    public static string HiddenLanguage(HttpContext http) => Chosen(http) is { } chosen ? HtmlPage.Hidden(LanguageKey, chosen) : "";

    public static IResult Style() => Results.Content(Css, "text/css; charset=utf-8");

    private static string? Chosen(HttpContext http) => http.Request.Query[LanguageKey] is [{ Length: > 0 and <= 8 } chosen] ? chosen : null;

    private static string Switch(HttpContext http, AnswerLanguage other)
    {
        var kept = http.Request.Query.Where(q => q.Key != LanguageKey).Append(new(LanguageKey, other.Tag()));
        return HtmlPage.Encode(http.Request.Path.ToUriComponent() + QueryString.Create(kept));
    }

    private static string Navigation(HttpContext http) =>
        string.Concat(Entries.Select(entry => $"""<a href="{Link(http, entry.Path)}">{E(entry.Title)}</a>"""));

    private static readonly (string Path, string Title)[] Entries =
    [
        (SitePages.Decisions, DecisionListPage.Title),
        (SitePages.Lists, ListPage.Title),
        (SitePages.Remedies, RemedyPage.Title),
        (SitePages.Check, VerifyPage.Title),
    ];

    private const string Css = """
        body { font-family: "Noto Sans SC", "Microsoft YaHei", sans-serif; background: #fff; color: #1f2328; margin: 0; line-height: 1.6; }
        header, main, footer { max-width: 64rem; margin: 0 auto; padding: .75rem 1rem; }
        header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; border-bottom: 2px solid #0b5394; }
        header p { margin: 0; }
        .site a { font-weight: 700; font-size: 1.125rem; text-decoration: none; }
        nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; flex: 1; }
        a { color: #0b5394; }
        a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible { outline: 3px solid #f0a020; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: .5rem; top: .5rem; background: #fff; padding: .5rem; }
        h1 { font-size: 1.5rem; }
        h2 { font-size: 1.125rem; margin-top: 2rem; }
        form { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin: 0 0 1.5rem; }
        label { display: block; font-size: .875rem; color: #424a53; }
        input:not([type="hidden"]), select, button { display: block; font: inherit; padding: .375rem .5rem; min-height: 2.5rem; box-sizing: border-box; max-width: 100%; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: #59636e; padding-bottom: .5rem; }
        th, td { border: 1px solid #d0d7de; padding: .375rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 4rem; }
        th { background: #f4f5f7; }
        dt { color: #59636e; font-size: .875rem; }
        dd { margin: 0 0 .75rem; overflow-wrap: anywhere; white-space: pre-line; }
        .fallen { color: #b3261e; font-weight: 600; }
        .holds { color: #1a7f37; font-weight: 600; }
        footer { color: #59636e; font-size: .875rem; border-top: 1px solid #d0d7de; margin-top: 2rem; }
        """;
}
