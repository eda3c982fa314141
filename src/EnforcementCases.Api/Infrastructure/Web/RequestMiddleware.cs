using System.Diagnostics;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;

namespace EnforcementCases.Api.Infrastructure.Web;

/// <summary>Fills the request's context, finds who is asking, and asks the rights table before the body is read, so that nobody learns from a body's
/// errors what he may not do.</summary>
internal sealed class RequestMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(
        HttpContext http,
        RequestContext context,
        CurrentUser user,
        ReaderScope scope,
        SessionDirectory sessions,
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
        if (context.TokenRefused)
            await journal.NoteAloneAsync(SecurityEventKind.TokenRefused);
        if (AccessTokens.SessionOf(http.User) is { } session && await sessions.FindAsync(session, http.RequestAborted) is { } signedIn)
            user.SignIn(signedIn);
        scope.Current = user.Scope;
        if (context.Operation is { } operation)
            Authorization.Ensure(operation, user);
        await next(http);
    }
}
