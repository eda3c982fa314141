using EnforcementCases.Domain;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Problems;
using EnforcementCases.Platform.Web;
using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Site;

/// <summary>The pages to which the codes on papers lead: open to everybody, without script and without anything private. Chinese, or English by <c>Accept-Language</c>; JSON by <c>Accept</c>.</summary>
internal static class PublicPages
{
    private const string Verify = "/public/verify/";
    private const string Pay = "/public/pay/";

    /// <summary>Longer codes are nobody's: they are not looked for.</summary>
    private const int LongestCode = 40;

    /// <summary>Path of the page that verifies a document.</summary>
    public static string VerifyPath(string code) => Verify + Uri.EscapeDataString(code);

    /// <summary>Path of the page on which a payer sees what to pay.</summary>
    public static string PayPath(string code) => Pay + Uri.EscapeDataString(code);

    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddSingleton<ProblemPage>();

    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapLate(HttpMethods.Get, ProblemMapping.Pages + "{code}", ProblemPage.Answer);
        pages.MapLate(HttpMethods.Get, HtmlPage.StylePath, HtmlPage.Style);
        pages.MapLate(
            HttpMethods.Get,
            Verify + "{code}",
            (HttpContext http, string code, IPublicRegister register, CancellationToken ct) =>
                AnswerAsync(http, code, register.DocumentAsync, VerifyPage.Of, VerifyPage.Title, ct)
        );
        pages.MapLate(
            HttpMethods.Get,
            Pay + "{code}",
            (HttpContext http, string code, IPublicRegister register, CancellationToken ct) =>
                AnswerAsync(http, code, register.FineAsync, PayPage.Of, PayPage.Title, ct)
        );
    }

    /// <summary>Counts and refuses as for every route without sign-in: by address, and anybody who tries codes that do not exist is stopped.</summary>
    private static async Task<IResult> AnswerAsync<T>(
        HttpContext http,
        string code,
        Func<string, CancellationToken, Task<T>> read,
        Func<T, string> page,
        string title,
        CancellationToken ct
    )
    {
        var (limits, from) = (http.RequestServices.GetRequiredService<RateLimits>(), http.Connection.RemoteIpAddress);
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
        var asJson = AsksForJson(http.Request);
        try
        {
            limits.Count(operation: null, isRead: true, account: null, from);
            limits.EnsureNotGuessing(account: null, from);
            var found = code.Length <= LongestCode ? await read(code, ct) : throw BareProblems.NoSuchRoute.With(title);
            return asJson ? TypedResults.Ok(found) : Page(http, title, page(found));
        }
        catch (DomainException refusal) when (!asJson && refusal.Error.Kind == ErrorKind.NotFound)
        {
            if (limits.CountNotFound(account: null, from))
                await http.RequestServices.GetRequiredService<SecurityJournal>().NoteRefusalAsync(SecurityEventKind.ManyUnknownIds);
            return Refused(http, title, refusal.Error, StatusCodes.Status404NotFound);
        }
        catch (TooManyRequestsException refusal) when (!asJson)
        {
            http.Response.Headers.RetryAfter = FormattableString.Invariant($"{Math.Ceiling(Math.Max(1, refusal.RetryAfter.TotalSeconds))}");
            return Refused(http, title, refusal.Error, StatusCodes.Status429TooManyRequests);
        }
    }

    internal static IResult Refused(HttpContext http, string title, DomainError error, int status) =>
        Page(http, title, HtmlPage.Paragraph(English.Current(error.Title), "fallen"), status);

    internal static IResult Page(HttpContext http, string title, string body, int status = StatusCodes.Status200OK) =>
        HtmlPage.Of(http, English.Current(title), body, status, AnswerLanguages.Current);

    /// <summary>A page unless JSON is named and preferred: a browser and a plain client see the page.</summary>
    internal static bool AsksForJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double Quality(string type) =>
            accepted.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Max(a => a.Quality ?? 1.0 as double?) ?? 0;
        return Quality("application/json") > Quality("text/html");
    }
}
