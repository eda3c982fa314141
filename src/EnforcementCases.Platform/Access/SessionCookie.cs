using System.Net;
using System.Security.Claims;

namespace EnforcementCases.Platform.Access;

/// <summary>The session of a browser: a cookie that names the session, sealed, and nothing else. Each request looks it up like a token: an ended session is signed out.
/// Only pages accept it, never an operation of the API: what a foreign page makes a browser send has no token.</summary>
internal sealed class SessionCookie(SealedTickets tickets, SessionDirectory sessions)
{
    private const string Name = "ec-session";

    private const string Purpose = "session-cookie";

    /// <summary>Metadata of an endpoint that accepts the cookie.</summary>
    public static readonly object Accepted = new AcceptsSessionCookie();

    /// <param name="goodFor">How long the session lasts at most; it may end before.</param>
    public void Write(HttpContext http, Guid session, TimeSpan goodFor) =>
        http.Response.Cookies.Append(Name, tickets.Seal(new Said(session), Purpose, goodFor), Options(http));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    /// <summary>The user that the cookie of a request names, if the endpoint accepts cookies and the session lives; null otherwise.</summary>
    public async ValueTask<SignedInUser?> FindAsync(HttpContext http)
    {
        if (
            http.GetEndpoint()?.Metadata.GetMetadata<AcceptsSessionCookie>() is null
            || http.Request.Cookies[Name] is not { Length: <= SealedTickets.MaxLength } cookie
            || tickets.Open<Said>(cookie, Purpose) is not { } said
            || await sessions.FindAsync(said.Session, http.RequestAborted) is not { } user
        )
            return null;
        // so that a form's token is good in this session alone
        http.User = new(new ClaimsIdentity([new("sub", said.Session.ToString("N"))], Name));
        return user;
    }

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps || !IsLoopback(http.Request.Host.Host),
            Path = "/",
        };

    /// <summary>By the name that the browser uses: a proxy before us is on loopback too.</summary>
    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private sealed record Said(Guid Session);

    private sealed class AcceptsSessionCookie;
}
