using System.Diagnostics;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Platform.Web;

/// <summary>Fills the request's context, finds the user, counts the request, and checks the rights table before the body is read, so that nobody learns from a
/// body's errors about an operation that is not allowed.</summary>
internal sealed class RequestMiddleware(RequestDelegate next, RightsTable rights, RateLimits limits, QueryCheck queries, TimeProvider clock)
{
    public async Task InvokeAsync(
        HttpContext http,
        RequestContext context,
        CurrentUser user,
        ReaderScope scope,
        SessionDirectory sessions,
        SessionCookie cookie,
        SecurityJournal journal
    )
    {
        var headers = http.Request.Headers;
        context.IdempotencyKey = headers["Idempotency-Key"];
        context.IfMatch = headers.IfMatch;
        context.Path = http.Request.Path;
        context.TraceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        context.RemoteAddress = http.Connection.RemoteIpAddress?.ToString();
        context.Operation = http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
        if (AccessTokens.SessionOf(http.User) is { } session && await sessions.FindAsync(session, http.RequestAborted) is { } signedIn)
            user.SignIn(signedIn);
        else if (await cookie.FindAsync(http) is { } byCookie)
            user.SignIn(byCookie);
        scope.Current = user.Scope;
        if (context.Operation is { } operation)
        {
            Admit(http, operation, user);
            await LookAgainAsync(operation, user, sessions, http.RequestAborted);
        }
        if (context.TokenRefused)
            await journal.NoteRefusalAsync(SecurityEventKind.TokenRefused);
        if (context.Operation is { } allowed)
        {
            Authorization.Ensure(rights, allowed, user, clock.GetUtcNow());
            queries.Ensure(allowed, http.Request.RouteValues);
            queries.Ensure(allowed, http.Request.Query);
            EnsureJson(http.Request);
        }
        await AnswerAsync(http, user, journal);
    }

    /// <summary>If only a fresh second factor is missing, the database is read once: another replica may have accepted one a moment ago.</summary>
    private async ValueTask LookAgainAsync(string operation, CurrentUser user, SessionDirectory sessions, CancellationToken ct)
    {
        var needsMore =
            user.IsSignedIn
            && rights.Rows.TryGetValue(operation, out var right)
            && right.StepUp
            && right.Roles.Overlaps(user.Roles)
            && !(user.StepUpUntil > clock.GetUtcNow());
        if (needsMore && await sessions.FindAnewAsync(user.SessionId, ct) is { } now)
            user.SignIn(now);
    }

    private void Admit(HttpContext http, string operation, CurrentUser user)
    {
        limits.Count(operation, HttpMethods.IsGet(http.Request.Method), AccountOf(user), http.Connection.RemoteIpAddress);
        if (http.Request.RouteValues.Count > 0)
            limits.EnsureNotGuessing(AccountOf(user), http.Connection.RemoteIpAddress);
    }

    /// <summary>JSON is UTF-8 (RFC 8259); a body that declares another charset is not read.</summary>
    private static void EnsureJson(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (
            request.Headers.ContentEncoding.Count > 0
            || (type?.Charset is { HasValue: true } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
            throw Problems.BareProblems.UnsupportedMediaType.With("不支持压缩或者其他字符集");
    }

    /// <summary>A client that guesses ids is refused for a while, and the security log records it.</summary>
    private async Task AnswerAsync(HttpContext http, CurrentUser user, SecurityJournal journal)
    {
        try
        {
            await next(http);
        }
        catch (DomainException refusal) when (refusal.Error.Kind == ErrorKind.NotFound && http.Request.RouteValues.Count > 0)
        {
            if (user.IsSignedIn)
                await journal.NoteRefusalAsync(SecurityEventKind.OutOfReach);
            if (limits.CountNotFound(AccountOf(user), http.Connection.RemoteIpAddress))
                await journal.NoteRefusalAsync(SecurityEventKind.ManyUnknownIds);
            throw;
        }
    }

    private static Guid? AccountOf(CurrentUser user) => user.IsSignedIn ? user.AccountId : null;
}
