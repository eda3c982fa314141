using EnforcementCases.Domain;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Web;
using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Site;

/// <summary>Answers a request of the public: counted and refused by address, as a page, or as JSON if that is named and preferred.</summary>
internal static class PublicAnswer
{
    /// <summary>How a page is put into its frame: request, title, body, status.</summary>
    public delegate IResult Frame(HttpContext http, string title, string body, int status);

    /// <summary>The small page to which a printed code leads.</summary>
    public static IResult OnSmallPage(HttpContext http, string title, string body, int status) =>
        HtmlPage.Of(http, English.Current(title), body, status, AnswerLanguages.Current);

    /// <summary>Reads and shows something. Anybody who tries codes that do not exist is stopped.</summary>
    /// <param name="page">HTML of what was read.</param>
    /// <param name="statusOf">Status of the answer; null: 200.</param>
    public static async Task<IResult> ReadAsync<T>(
        HttpContext http,
        Frame frame,
        string title,
        Func<CancellationToken, Task<T>> read,
        Func<T, string> page,
        CancellationToken ct,
        Func<T, int>? statusOf = null
    )
    {
        var (limits, from) = (http.RequestServices.GetRequiredService<RateLimits>(), http.Connection.RemoteIpAddress);
        http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Accept);
        var asJson = AsksForJson(http.Request);
        try
        {
            limits.Count(operation: null, isRead: true, account: null, from);
            limits.EnsureNotGuessing(account: null, from);
            var found = await read(ct);
            var status = statusOf?.Invoke(found) ?? StatusCodes.Status200OK;
            return asJson ? TypedResults.Json(found, statusCode: status) : frame(http, title, page(found), status);
        }
        catch (DomainException refusal) when (!asJson && refusal.Error.Kind == ErrorKind.NotFound)
        {
            if (limits.CountNotFound(account: null, from))
                await http.RequestServices.GetRequiredService<SecurityJournal>().NoteRefusalAsync(SecurityEventKind.ManyUnknownIds);
            return Refused(http, frame, title, refusal.Error, StatusCodes.Status404NotFound);
        }
        catch (DomainException refusal) when (!asJson && refusal.Error.Kind == ErrorKind.Malformed)
        {
            return Refused(http, frame, title, refusal.Error, StatusCodes.Status400BadRequest);
        }
        catch (TooManyRequestsException refusal) when (!asJson)
        {
            http.Response.Headers.RetryAfter = FormattableString.Invariant($"{Math.Ceiling(Math.Max(1, refusal.RetryAfter.TotalSeconds))}");
            return Refused(http, frame, title, refusal.Error, StatusCodes.Status429TooManyRequests);
        }
    }

    private static IResult Refused(HttpContext http, Frame frame, string title, DomainError error, int status) =>
        frame(http, title, HtmlPage.Paragraph(English.Current(error.Title), "fallen"), status);

    /// <summary>A page unless JSON is named and preferred: a browser and a plain client see the page.</summary>
    private static bool AsksForJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double Quality(string type) =>
            accepted.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Max(a => a.Quality ?? 1.0 as double?) ?? 0;
        return Quality("application/json") > Quality("text/html");
    }
}
