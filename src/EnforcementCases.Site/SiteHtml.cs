using System.Globalization;
using System.Text;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>Small pieces of HTML of the site; every text is encoded.</summary>
internal static class SiteHtml
{
    /// <summary>One of our words in the language of the page.</summary>
    public static string Word(string chinese) => HtmlPage.Encode(English.Current(chinese));

    public static string Heading(string chinese) => $"<h2>{Word(chinese)}</h2>\n";

    public static string Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A table that scrolls by itself on a narrow screen.</summary>
    /// <param name="caption">One of our sentences.</param>
    /// <param name="columns">Heads, our words in Chinese.</param>
    /// <param name="rows">Cells as HTML.</param>
    public static string Table(string caption, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var html = new StringBuilder("""<div class="wide" tabindex="0" role="region" aria-label=""").Append(
            CultureInfo.InvariantCulture,
            $"\"{Word(caption)}\"><table><caption>{Word(caption)}</caption>\n<thead><tr>"
        );
        foreach (var column in columns)
            html.Append(CultureInfo.InvariantCulture, $"""<th scope="col">{Word(column)}</th>""");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append(CultureInfo.InvariantCulture, $"<td>{cell}</td>");
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table></div>\n").ToString();
    }

    /// <summary>An option of a select.</summary>
    /// <param name="label">Shown text, encoded by this method.</param>
    public static string Option(string value, string label, bool chosen) =>
        $"""<option value="{HtmlPage.Encode(value)}"{(chosen ? " selected" : "")}>{HtmlPage.Encode(label)}</option>""";
}
