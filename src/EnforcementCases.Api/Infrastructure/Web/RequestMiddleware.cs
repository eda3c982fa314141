using System.Diagnostics;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Persistence;

namespace EnforcementCases.Api.Infrastructure.Web;

/// <summary>Fills the request's context and asks the rights table before the body is read, so that nobody learns from a body's errors what he may not do.</summary>
internal sealed class RequestMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, RequestContext context, CurrentUser user, ReaderScope scope)
    {
        var headers = http.Request.Headers;
        context.IdempotencyKey = headers["Idempotency-Key"];
        context.IfMatch = headers.IfMatch;
        context.Path = http.Request.Path;
        context.TraceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        scope.Current = user.Scope;
        if (http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } operation)
            Authorization.Ensure(operation, user);
        return next(http);
    }
}
