using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using EnforcementCases.Platform.Language;
using Microsoft.AspNetCore.Antiforgery;

namespace EnforcementCases.Platform.Web;

/// <summary>A small page made on the server: no script, its style in a file of its own, so that nothing but our own files is allowed to it.</summary>
internal static class HtmlPage
{
    public const string StylePath = "/pages/style.css";

    /// <summary>Nothing from elsewhere, nothing inline, in no frame.</summary>
    public const string ContentPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly CompositeFormat Frame = CompositeFormat.Parse(
        """
        <!DOCTYPE html>
        <html lang="{3}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{0}</title>
        <link rel="stylesheet" href="{1}">
        </head>
        <body>
        <main>
        <h1>{0}</h1>
        {2}
        </main>
        </body>
        </html>

        """
    );

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>Answers with a page.</summary>
    /// <param name="body">HTML, whose texts are encoded.</param>
    /// <param name="language">Language of the page; default: Chinese.</param>
    public static IResult Of(
        HttpContext http,
        string title,
        string body,
        int status = StatusCodes.Status200OK,
        AnswerLanguage language = AnswerLanguage.Chinese
    )
    {
        Protect(http.Response);
        return Results.Content(
            string.Format(CultureInfo.InvariantCulture, Frame, Encode(title), StylePath, body, language.Tag()),
            "text/html; charset=utf-8",
            Encoding.UTF8,
            status
        );
    }

    /// <summary>A form that posts to an address, with the token that shows that the page was ours.</summary>
    /// <param name="fields">HTML of the fields.</param>
    public static string Form(HttpContext http, string action, string fields, string button)
    {
        var token = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return $"""
            <form method="post" action="{Encode(action)}">
            {Hidden(token.FormFieldName, token.RequestToken!)}
            {fields}
            <button type="submit">{Encode(button)}</button>
            </form>
            """;
    }

    public static string Hidden(string name, string value) => $"""<input type="hidden" name="{Encode(name)}" value="{Encode(value)}">""";

    /// <param name="attributes">HTML: kind, bounds, autocomplete.</param>
    public static string Field(string name, string label, string attributes) =>
        $"""<label>{Encode(label)}<input name="{Encode(name)}" required {attributes}></label>""";

    public static string Paragraph(string text, string kind = "") => $"""<p class="{kind}">{Encode(text)}</p>""";

    /// <summary>The headers of every page.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    public static IResult Style() => Results.Content(Css, "text/css; charset=utf-8");

    private const string Css = """
        body { font-family: "Noto Sans SC", "Microsoft YaHei", sans-serif; background: #f4f5f7; color: #1f2328; margin: 0; }
        main { max-width: 24rem; margin: 12vh auto; padding: 2rem; background: #fff; border: 1px solid #d0d7de; border-radius: 6px; }
        h1 { font-size: 1.25rem; margin: 0 0 1.5rem; }
        label { display: block; margin: 0 0 1rem; }
        input:not([type="hidden"]) { display: block; box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem; font: inherit; }
        button { padding: .5rem 1.5rem; font: inherit; }
        form { margin: 0 0 1.5rem; }
        .refusal, .fallen { color: #b3261e; }
        .holds { color: #1a7f37; }
        .fallen, .holds { font-weight: 600; }
        dl { margin: 0; }
        dt { color: #59636e; font-size: .875rem; }
        dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
        svg.code { display: block; width: 12rem; height: 12rem; margin: 0 0 1rem; background: #fff; }
        """;
}
