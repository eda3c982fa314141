using System.Globalization;
using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>A list of labels and values on a page; empty values are left out.</summary>
internal sealed class Facts
{
    private readonly StringBuilder html = new("<dl>\n");

    /// <param name="label">One of our words, in Chinese.</param>
    /// <param name="value">The value as it is shown; null or empty: no line.</param>
    public Facts Add(string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            html.Append(
                CultureInfo.InvariantCulture,
                $"<dt>{HtmlPage.Encode(English.Current(label))}</dt><dd>{HtmlPage.Encode(value)}</dd>\n"
            );
        return this;
    }

    public Facts Add(string label, DateOnly? day) => Add(label, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Facts AddYuan(string label, long fen) => Add(label, $"¥{Money.OfFen(fen).InYuan}");

    public override string ToString() => html + "</dl>\n";
}
